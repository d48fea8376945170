"""Every word that the widgets show is looked up in the catalogue of the language."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from string import ascii_letters
from types import ModuleType, SimpleNamespace
from typing import Any, TypeVar

import pytest
from attrs import evolve, fields, has
from rich.console import Console
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static

from tests.language.pseudo import Pseudo
from tests.tui import sample, screen
from tests.tui.test_coach import ADVICE, FakeCoach
from tests.tui.test_replay import HISTORY, record
from wargame.kernel.slots import ENTRY_STATES, OFFER_STATES
from wargame.kernel.view import FACILITATOR, PUBLIC, Change, Deed, Statement, View
from wargame.kernel.views import PROMISE_STATES
from wargame.language import speak, tr
from wargame.report.catalogue import Key
from wargame.report.printed import Addition, BandOdds, Printed
from wargame.scenario.board import PLAIN
from wargame.scenario.checks.references import VOICES
from wargame.scenario.model import Claim
from wargame.table.trends import Trends
from wargame.text import capitals
from wargame.tui.clock import PhaseClock
from wargame.tui.team import SECTIONS
from wargame.tui.widgets import (
    aims,
    argue_form,
    audience,
    bargains,
    briefing,
    card_face,
    changes,
    chart_sheet,
    coach_line,
    coach_sheet,
    compare_sheet,
    detail,
    dice_form,
    dossiers,
    end_form,
    ending,
    front_page,
    gauge_table,
    gauges,
    hand,
    headline,
    health_line,
    inject_form,
    jump_form,
    key_line,
    kinds,
    lesson_bar,
    log,
    message_form,
    note_form,
    offer_form,
    offers,
    option_list,
    overrule_form,
    pane,
    pending,
    phase_bar,
    prompt_line,
    reasons,
    records,
    relations,
    ruling_form,
    seat_bar,
    seats,
    sections,
    slip,
    talk,
    talk_form,
    task,
    timeline,
    timer,
    undo_form,
    weigh_form,
    why,
    why_sheet,
)
from wargame.tui.widgets.plain_text import sources

Told = TypeVar("Told")

OF_THE_RULES = {"kind", "status", "give_state", "want_state", "node", "good", "voice", "decision"}
"""Fields whose words the code compares."""

KEPT = {FACILITATOR, PUBLIC, "chance", *VOICES}
"""Words that mean the same in every scenario."""

FOREIGN = {ord(letter): at for at, letter in enumerate(ascii_letters, ord("А"))}

TYPED = re.compile(r"⟦[^⟧]*⟧|\b(?:Esc|F9|F10|Enter|[a-z])\b|\d+d\d+|(?<=[─━])x(?=[─━])")
"""What is translated, keys to press, dice as they are typed, and a mark of the timeline."""


@pytest.fixture(autouse=True)
def pseudo() -> Iterator[None]:
    speak("en", Pseudo())
    yield
    speak("en")


def foreign(value: Told) -> Told:
    """Returns a record without a Latin letter in what a scenario or a person has written."""
    if isinstance(value, str):
        return value if value in KEPT else value.translate(FOREIGN)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(foreign(part) for part in value)  # type: ignore[return-value]
    if has(type(value)):
        names = [part.name for part in fields(type(value)) if part.name not in OF_THE_RULES]
        told = {name.lstrip("_"): foreign(getattr(value, name)) for name in names}
        return evolve(value, **told)  # type: ignore[type-var]
    return value


class Client(sample.FakeClient):
    """Is a client of a game without Latin letters."""

    def __init__(self, shown: View | None = None) -> None:
        super().__init__(foreign(shown or sample.view()))

    def statement(self, id: str) -> Statement | None:
        return None if id in VOICES else foreign(sample.STATEMENTS["V1.1"])

    def finals(self, **given: Any) -> Any:
        return foreign(super().finals(**given))

    def trends(self) -> Trends:
        return foreign(super().trends())


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes what other parts of the program put into words foreign, too."""
    for module, *names in (
        (chart_sheet.charts, "scores", "over_turns", "odds", "spread"),
        (coach_line, "hint"),
        (coach_sheet, "hint", "basis", "leanings", "name", "standing"),
        (pending, "besides"),
        (reasons, "remainder"),
    ):
        for name in names:
            _make_foreign(monkeypatch, module, name)


def _make_foreign(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> None:
    known: Callable[..., Any] = getattr(module, name)

    def told(*given: Any) -> Any:
        found = known(*given)
        return foreign(tuple(found) if isinstance(found, Iterator) else found)

    monkeypatch.setattr(module, name, told)


# -- what is in sight


def spoken(widget: Widget) -> Iterator[object]:
    """Returns what a widget shows, piece by piece."""
    yield widget.border_title or ""
    yield widget.border_subtitle or ""
    if isinstance(widget, pane.Pane):
        yield widget._shown
    elif isinstance(widget, Input):
        yield widget.placeholder
    elif isinstance(widget, Button):
        yield widget.label
    elif isinstance(widget, OptionList):
        yield from (option.prompt for option in widget.options)
    elif isinstance(widget, key_line.KeyLine):
        yield from (hint.title for hint in widget._hints)
    elif isinstance(widget, Static):
        yield widget.content
        if type(widget).render is not Static.render:
            yield widget.render()


def untranslated(front: Screen[Any]) -> list[str]:
    """Returns the English that stands outside the catalogue's sentences."""
    page = io.StringIO()
    console = Console(file=page, width=2000, color_system=None, legacy_windows=False)
    for widget in front.query("*"):
        if type(widget).__module__.startswith(("wargame.tui.widgets", "textual.widgets")):
            for said in spoken(widget):
                console.print(said, markup=False, highlight=False, crop=False)
    lines = page.getvalue().splitlines()
    return [line.strip() for line in lines if is_english(line)]


def is_english(line: str) -> bool:
    return re.search("[A-Za-z]", TYPED.sub("", line)) is not None


class Stage(App[None]):
    """Is an app that shows nothing but the widgets it is given."""

    def __init__(self, *shown: Widget) -> None:
        super().__init__()
        self._given = shown

    def compose(self) -> Iterable[Widget]:
        yield from self._given


# -- the parts of a screen

ORDERS = tuple(
    evolve(sample.NORTH.orders[0], status=status, claim=claim)
    for status, claim in zip(ENTRY_STATES, ("", "", "", "", "", "It rains"), strict=True)
)
SEALED = (evolve(sample.NORTH, sealed=True, score=8, achieved=True), sample.SOUTH)
DONE = Deed(turn=2, team="south", title="Shut the gate", boost=1, claim="")

TEAMS = {
    "ordering": sample.view(changes=(sample.OUTCOME, *sample.CHANGES), deeds=(DONE,)),
    "no more orders": sample.view(options=sample.OPTIONS[-1:]),
    "waiting": sample.view(teams=SEALED, waiting_for=("south", FACILITATOR)),
    "idle": sample.view(
        waiting_for=(),
        prompt="",
        table=(),
        changes=(),
        messages=(),
        offers=(),
        teams=(evolve(sample.NORTH, orders=()), sample.SOUTH),
        gauges=(evolve(sample.GAUGES[0], value=None, text=""),),
    ),
    "revealed": sample.view(orders=ORDERS, node="phase", waiting_for=(FACILITATOR,)),
    "choosing": sample.choosing(),
    "over": sample.over(),
}
AT_THE_CONSOLE = {
    "ordering": sample.view(FACILITATOR),
    "ruling": sample.ruling(),
    "dice": sample.ruling(dice=True),
    "weighing": sample.weighing(),
    "phase": sample.view(FACILITATOR, node="phase", waiting_for=(FACILITATOR,), offers=()),
    "no name": sample.view(FACILITATOR, node="phase", phase_title="", phase="", health=None),
    "over": sample.over(FACILITATOR),
}


def _pending() -> pending.PendingPane:
    return pending.PendingPane(Client().statement)


@pytest.mark.parametrize("shown", TEAMS.values(), ids=TEAMS)
async def test_parts_of_a_teams_screen(shown: View) -> None:
    parts = (
        aims.AimsLine(),
        aims.Aims(),
        aims.Brief(),
        changes.Changes(),
        detail.Detail(),
        dossiers.Dossiers(),
        ending.Ending(),
        gauges.Gauges(),
        hand.Hand(),
        offers.Offers(),
        option_list.Options(),
        phase_bar.PhaseBar(),
        prompt_line.PromptLine(),
        seat_bar.SeatBar(),
        slip.Slip(),
        talk.Talk(),
    )
    view = foreign(shown)
    app = Stage(*parts)
    async with app.run_test(size=(60, 50)) as pilot:
        for part in parts:
            part.show(view)
        await pilot.pause()
        assert untranslated(app.screen) == []
        for option in view.options:
            app.screen.query_one(detail.Detail).explain(option, 1, view.pending)
            assert untranslated(app.screen) == []
        app.screen.query_one(prompt_line.PromptLine).thinking = True
        app.screen.query_one(detail.Detail).forget()
        assert untranslated(app.screen) == []


@pytest.mark.parametrize("shown", AT_THE_CONSOLE.values(), ids=AT_THE_CONSOLE)
async def test_parts_of_the_console(shown: View) -> None:
    parts = (
        bargains.Bargains(),
        changes.Changes(),
        health_line.HealthLine(),
        log.Log(),
        _pending(),
        prompt_line.PromptLine(),
        seat_bar.SeatBar(),
        seats.Seats(),
        talk.Talk(),
        task.TaskLine(),
    )
    app = Stage(*parts)
    async with app.run_test(size=(160, 50)) as pilot:
        for part in parts:
            part.show(foreign(shown))  # type: ignore[attr-defined]
        app.screen.query_one(Input).value = "ж"
        await pilot.pause()
        assert untranslated(app.screen) == []


@pytest.mark.parametrize(
    "shown",
    [
        sample.view(PUBLIC),
        sample.view(PUBLIC, orders=ORDERS, turn=4, waiting_for=()),
        sample.view(PUBLIC, turn=2, gauges=tuple(evolve(each, late=2) for each in sample.GAUGES)),
        sample.view(PUBLIC, changes=(), teams=SEALED),
        sample.view(PUBLIC, board=PLAIN),
        sample.over(PUBLIC),
    ],
)
async def test_parts_of_the_board(shown: View) -> None:
    parts = (
        audience.Audience(),
        ending.Ending(),
        front_page.FrontPage(),
        gauge_table.GaugeTables(),
        headline.Headline(),
        prompt_line.PromptLine(),
        relations.Relations(),
        seat_bar.SeatBar(),
    )
    view = foreign(shown)
    app = Stage(briefing.Briefing(sources=True), *parts)
    async with app.run_test(size=(160, 200)) as pilot:
        for part in parts:
            part.show(view)  # type: ignore[attr-defined]
        app.screen.query_one(briefing.Briefing).show(view.changes, view.teams, view.turn)
        await pilot.pause()
        assert untranslated(app.screen) == []


async def test_a_paper_without_a_name() -> None:
    part = headline.Headline()
    async with Stage(part).run_test() as pilot:
        part.show(foreign(sample.view(PUBLIC, board=evolve(sample.BOARD, press=None))))
        assert untranslated(pilot.app.screen) == []


@pytest.mark.parametrize("kind", kinds.CHANGES)
def test_a_briefing_has_a_word_for_every_kind_of_change(kind: str) -> None:
    change = evolve(foreign(sample.OUTCOME), kind=kind, deltas=())
    text = briefing.change_text(change, foreign(sample.view()).teams, sources=True).plain
    assert not is_english(text)


async def test_parts_of_a_replay() -> None:
    lines = tuple(foreign(record(n, line)) for n, line in enumerate(HISTORY, start=1))
    view = foreign(sample.view(changes=(*sample.CHANGES, sample.OUTCOME)))
    app = Stage(
        records.Records(lines, id="records", classes=""),
        timeline.Timeline(lines),
        sections.Sections("replay", SECTIONS),
        why.Why(),
        reasons.Reasons(),
    )
    readers: Iterable[tuple[tuple[Change, ...], Any, View]] = (
        (view.changes, None, view),
        (view.changes, foreign(sample.ruling()).pending, view),
        ((), None, view),
        ((), foreign(sample.ruling()).pending, view),
        ((), None, foreign(sample.view(changes=()))),
        ((), None, foreign(sample.over())),
    )
    async with app.run_test(size=(160, 50)) as pilot:
        front = app.screen
        front.query_one(sections.Sections).show("aims", fresh=frozenset(), hidden=frozenset())
        for fresh, settled, shown in readers:
            reader = SimpleNamespace(
                settled=settled, fresh=fresh, record=lines[0], statement=Client().statement
            )
            front.query_one(why.Why).explain(shown, reader)  # type: ignore[arg-type]
            await pilot.pause()
            assert untranslated(front) == []
        for change in (*view.changes, evolve(view.changes[-1], deltas=())):
            front.query_one(reasons.Reasons).explain(change, {}, Client().statement)
            assert untranslated(front) == []


async def test_cards_lessons_clocks_and_coach() -> None:
    step, silent = SimpleNamespace(say="ж", hint="ж"), SimpleNamespace(say="ж", hint="")
    tutor = SimpleNamespace(
        lesson=SimpleNamespace(title="ж", steps=(step,)), step=step, at=0, is_to_be_read=False
    )
    ticking, clock = sample.Clock(), PhaseClock(clock=lambda: ticking.now)
    clock.follow(1, "talk", 1)
    clock.toggle()
    coach = FakeCoach(foreign(ADVICE))
    app = Stage(
        Static(sources(())),
        Static(sources(("design",), "design")),
        card_face.CardFace(),
        lesson_bar.LessonBar(tutor),  # type: ignore[arg-type]
        timer.PhaseTimer(clock),
        coach_line.CoachLine(coach),  # type: ignore[arg-type]
    )
    async with app.run_test(size=(160, 50)) as pilot:
        front = app.screen
        front.query_one(coach_line.CoachLine).post_message(coach_line.CoachLine.Played(1, 2))
        await pilot.pause()
        assert untranslated(front) == []
        front.query_one(coach_line.CoachLine).show(foreign(sample.view()))
        await screen.settle(pilot)
        for claim in (None, Claim(kind="mechanism", voice="circles", text="ж")):
            front.query_one(card_face.CardFace).lay(CARD, claim)
            assert untranslated(front) == []
        for hinted, now in ((False, step), (True, step), (True, silent), (False, None)):
            tutor.step = now
            front.query_one(lesson_bar.LessonBar).show("ж", hinted=hinted)
            assert untranslated(front) == []
        tutor.step, tutor.is_to_be_read = step, True
        front.query_one(lesson_bar.LessonBar).show("ж")
        ticking.now = 61.0
        front.query_one(timer.PhaseTimer).tick()
        assert untranslated(front) == []


CARD = Printed(
    key=Key("ж", "ж"),
    title="ж",
    kind="ж",
    nets=(-1, 0, 1),
    bands=(BandOdds("ж", "ж", (), (0.1, 0.2, 0.3)),),
    additions=(Addition("ж", "ж", ("ж", "design")),),
    source=("ж", "fact"),
    voice="fact",
    date="ж",
    reason="ж",
)


# -- forms and sheets


def _forms() -> dict[str, Callable[[], Screen[Any]]]:
    lines = tuple(foreign(record(n, line)) for n, line in enumerate(HISTORY, start=1))
    own, desk = foreign(sample.view()), foreign(sample.view(FACILITATOR))
    rolled, to_roll = foreign(sample.ruling()), foreign(sample.ruling(dice=True))
    weighed = foreign(sample.weighing())
    client: Any = Client()
    alone = evolve(own, teams=own.teams[:1])
    over = Client(sample.over())
    one = evolve(to_roll.pending, dice=1)
    silent: Any = Client()
    off, early = FakeCoach(foreign(ADVICE)), FakeCoach(foreign(ADVICE))
    off.is_on, early.finished = False, 0
    silent.history = lambda: ()
    return {
        "argue": lambda: argue_form.ArgueForm(client, own),
        "dice": lambda: dice_form.DiceForm(client, to_roll.pending),
        "one die": lambda: dice_form.DiceForm(client, one),
        "end": lambda: end_form.EndForm(client, own),
        "inject": lambda: inject_form.InjectForm(client, desk),
        "own event": lambda: inject_form.InjectForm(client, own),
        "jump": lambda: jump_form.JumpForm(lines, 0),
        "message": lambda: message_form.MessageForm(client, desk),
        "note": lambda: note_form.NoteForm(client),
        "offer": lambda: offer_form.OfferForm(client, own),
        "offer to nobody": lambda: offer_form.OfferForm(client, alone),
        "overrule": lambda: overrule_form.OverruleForm(client, rolled, rolled.pending),
        "rule": lambda: ruling_form.RulingForm(client, desk),
        "talk": lambda: talk_form.TalkForm(client, own),
        "undo": lambda: undo_form.UndoForm(client, desk),
        "nothing to undo": lambda: undo_form.UndoForm(silent, desk),
        "weigh": lambda: weigh_form.WeighForm(client, weighed, weighed.pending),
        "why": lambda: why_sheet.WhySheet(client, own),
        "why nothing": lambda: why_sheet.WhySheet(client, evolve(own, changes=())),
        "compare": lambda: compare_sheet.CompareSheet(own),
        "compare nothing": lambda: compare_sheet.CompareSheet(evolve(own, options=())),
        "charts": lambda: chart_sheet.ChartSheet(client, client.trends(), own),
        "charts of the end": lambda: chart_sheet.ChartSheet(over, over.trends(), over.shown),
        "coach": lambda: coach_sheet.CoachSheet(FakeCoach(foreign(ADVICE))),
        "coach switched off": lambda: coach_sheet.CoachSheet(off),
        "coach before a turn is over": lambda: coach_sheet.CoachSheet(early),
    }


@pytest.mark.parametrize("name", _forms())
async def test_forms_and_sheets(name: str) -> None:
    front = _forms()[name]()
    app = Stage()
    async with app.run_test(size=(160, 50)) as pilot:
        await app.push_screen(front)
        await screen.settle(pilot)
        assert untranslated(front) == []
        for keys in (("f9",), ("down", "ж"), ("right", "equals_sign"), ("f9",), ("escape",)):
            await pilot.press(*keys)
            await screen.settle(pilot)
            if app.screen is not front:
                return
            assert untranslated(front) == []


async def test_an_outcome_is_not_overruled_by_itself() -> None:
    front = _forms()["overrule"]()
    app = Stage()
    async with app.run_test(size=(160, 50)) as pilot:
        await app.push_screen(front)
        await pilot.press("down", "f9")
        await screen.settle(pilot)
        assert "⟦that is how it stands⟧" in screen.text(app)
        assert untranslated(front) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("charts", chart_sheet.ChartSheet.Played(1, 2)),
        ("coach", coach_sheet.CoachSheet.Played(1, 2, 3)),
    ],
)
async def test_what_is_played_on_meanwhile(name: str, message: Message) -> None:
    front: Any = _forms()[name]()
    app = Stage()
    async with app.run_test(size=(160, 50)) as pilot:
        await app.push_screen(front)
        front._is_spread = True
        front.post_message(message)
        await pilot.pause()
        assert untranslated(front) == []


@pytest.mark.parametrize("typed", ["", "1 2 3", "9 9", "43"])
async def test_what_is_wrong_with_typed_dice(typed: str) -> None:
    front = _forms()["dice"]()
    app = Stage()
    async with app.run_test(size=(160, 50)) as pilot:
        await app.push_screen(front)
        front.query_one(Input).value = typed
        await screen.settle(pilot)
        assert untranslated(front) == []


async def test_each_strength_of_an_argument() -> None:
    front = _forms()["weigh"]()
    app = Stage()
    async with app.run_test(size=(160, 50)) as pilot:
        await app.push_screen(front)
        for net in range(-weigh_form.NET, weigh_form.NET + 1):
            front.query_one(weigh_form.NetDial).net = net
            await pilot.pause()
            assert untranslated(front) == []


async def test_keys_at_the_foot() -> None:
    app = Stage(option_list.Options(), key_line.KeyLine())
    async with app.run_test(size=(160, 50)) as pilot:
        app.screen.query_one(option_list.Options).focus()
        await screen.settle(pilot)
        assert "⟦Choose⟧" in app.screen.query_one(key_line.KeyLine).render().plain
        assert untranslated(app.screen) == []


# -- words of the rules, capitals, keys


def test_every_word_by_which_the_rules_tell_states_apart_is_in_the_catalogue() -> None:
    assert kinds.ORDERS == ENTRY_STATES
    assert OFFER_STATES[1:] == kinds.OFFERS
    assert kinds.PROMISES == PROMISE_STATES
    assert set(kinds.VOICES) == set(VOICES)
    assert set(kinds.CHANGES) == set(briefing.KINDS)


def test_an_empty_text_is_not_the_header_of_the_catalogue() -> None:
    class Headed(Pseudo):
        def gettext(self, message: str) -> str:
            return super().gettext(message) or "Content-Type: text/plain"

    speak("en", Headed())
    assert tr("") == ""


async def test_the_log_is_searched_without_marks_on_letters() -> None:
    part = log.Log()
    line = evolve(sample.LOG[0], text="İstanbul ılık")
    async with Stage(part).run_test() as pilot:
        part.show(sample.view(log=(line, sample.LOG[1])))
        pilot.app.screen.query_one(Input).value = "istanbul ilik"
        await pilot.pause()
        assert pilot.app.screen.query_one(OptionList).option_count == 1


def test_turkish_has_its_own_capitals() -> None:
    assert capitals("birlik") == "BIRLIK"
    speak("tr", Pseudo())
    assert capitals("ılık birlik") == "ILIK BİRLİK"


def test_a_section_is_told_with_its_key_even_where_its_name_has_another() -> None:
    for title, shown, at in (
        ("Detail", " Detail", 1),
        ("Log", " Log", 1),
        ("Offer", " d Offer", 1),
    ):
        key = "d" if title != "Log" else "l"
        label = sections._keyed(title, key, "")
        assert label.plain == shown
        assert [(span.start, span.end) for span in label.spans] == [(at, at + 1)]
