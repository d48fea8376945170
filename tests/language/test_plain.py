"""Plain mode, the pages and the commands in another language: nothing of theirs stays English."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from attrs import evolve

import wargame
from tests.language.pseudo import Pseudo
from tests.plain import views
from tests.plain.conftest import Script
from wargame import cli, doctor, errors
from wargame.analysis.coaching import Advice, Leaning, Worth
from wargame.analysis.finals import Final
from wargame.commands.crash import report
from wargame.errors import WargameError
from wargame.kernel import view as seen
from wargame.kernel import words
from wargame.kernel.program import build
from wargame.kernel.slots import ENTRY_STATES, OFFER_STATES
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.language import languages, speak, tr
from wargame.plain import board, charts, choices, coaching, dossier, record, reference, speech, sums
from wargame.plain.coaching_aside import Aside
from wargame.plain.console import Console
from wargame.plain.deals import offers
from wargame.plain.demonstration import demonstration
from wargame.plain.game import Game
from wargame.plain.labels import labels
from wargame.plain.lesson import LessonAside
from wargame.plain.looks import LOOKS
from wargame.plain.press import front_page
from wargame.plain.reading import VERBS, Reading
from wargame.plain.reference import entry, rules
from wargame.plain.secrets import require_seat
from wargame.plain.topics import TOPICS
from wargame.plain.tour import HELP, Tour
from wargame.plain.why import why
from wargame.report.catalogue import CLAIMS, SHELVES, Catalogue
from wargame.report.library import Library, listing
from wargame.report.sources import carriers, sources
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Formula, Scenario
from wargame.scenario.texts import replaced
from wargame.table.replay import Replay
from wargame.table.session import Session
from wargame.table.setup import HUMAN, TableSetup
from wargame.table.trends import Standing, Trend, Trends

BLANK = "·"
"""What every text is here that others say: the scenario, the kernel, the table, people."""

CODES = {
    *("id", "kind", "of", "decision", "seat", "scenario", "phase", "node", "waiting_for"),
    *("gauge", "team", "to", "sender", "status", "give", "want", "give_state", "want_state"),
    *("by", "band", "voice", "source", "good", "deck", "with_team", "with_order", "does"),
    "bands",
}
"""Fields of a view that no text stands in."""

HERE = Path(wargame.__file__).parent
MINE = [
    *(HERE / "plain").glob("*.py"),
    *(HERE / "report").glob("*.py"),
    *(HERE / "commands").glob("*.py"),
    *(HERE / name for name in ("cli.py", "doctor.py", "text.py")),
]


@pytest.fixture(autouse=True)
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for cls in (Session, Replay):
        told = cls.view
        monkeypatch.setattr(cls, "view", lambda self, seat, told=told: blank(told(self, seat)))
    speak("xx", Pseudo())
    yield
    speak("en")


def blank(value: Any) -> Any:
    """Returns a record of a view, or several, without the texts that it brings."""
    if isinstance(value, str):
        return BLANK if value else ""
    if isinstance(value, tuple):
        return tuple(map(blank, value))
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return evolve(
            value, **{f.name: blank(getattr(value, f.name)) for f in fields if f.name not in CODES}
        )
    return value


def english(lines: str | Iterable[str], *known: str) -> str:
    """Returns what is not translated in some lines; `known` is notation, ids and typed words."""
    names, text = set(known), lines if isinstance(lines, str) else "\n".join(lines)
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    spelt = (word.rstrip(".") for word in re.findall(r"[^\W\d_][\w.]*", text))
    return " ".join(
        word for word in spelt if word not in names and not names.issuperset(word.split("."))
    )


@pytest.fixture(scope="module")
def silent() -> Scenario:
    return quiet("river")


def quiet(id: str) -> Scenario:
    return replaced(load_scenario(id), lambda place, text: BLANK)


CODED = {cls.code for cls in vars(errors).values() if hasattr(cls, "code")}
"""The codes of all errors."""


def notation(scenario: Scenario) -> set[str]:
    """Returns every id and every word of the scenario's formulas."""
    return set(re.findall(r"[A-Za-z]\w*", str(attrs.astuple(scenario, recurse=True))))


def start(scenario: Scenario, folder: Path, **given: Any) -> Session:
    fields: dict[str, Any] = {"seats": dict.fromkeys(scenario.teams, HUMAN), "seed": 3}
    setup = TableSetup(**{"scenario": scenario.id, **fields, **given})
    return Session.start(setup, name="g", save_dir=folder, scenario=scenario)


def play(session: Session, lines: Iterable[str], *, to_the_end: bool = False) -> list[str]:
    """Returns what plain mode says; to the end, all order something until it is over."""

    def typing() -> Iterator[str]:
        yield from lines
        while to_the_end and not session.is_over:
            yield from ("", "order 1", "seal")
        yield from LOOKED if to_the_end else ()

    rest, written = typing(), []

    def read(prompt: str) -> str | None:
        written.append(prompt)
        return next(rest, None)

    with session:
        Game(session, Console(read=read, write=written.append)).run()
    return written


def typed(scenario: Scenario) -> set[str]:
    """Returns what may stand outside of sentences in a game: ids, typed words, codes of errors."""
    return {
        *notation(scenario),
        *(FACILITATOR, PUBLIC, "g", "yes", "nothing", "nobody", "x", "zz", "zzz"),
        *VERBS,
        *LOOKS,
        *TOPICS,
        *CODED,
    }


# -- what is said in a game


LOOKED = (
    *(word for word in LOOKS if word not in ("show", "find")),
    *("options 1", "odds 1", "odds", "odds 99", "odds nothing", "why 1", "why x", "log 3"),
    *("log nothing", "glossary nothing", "dossier nobody", "help nothing", "help decisions"),
    *("chart", "chart lake", "chart scores", "chart odds 1", "chart nothing", "chart spread"),
)


def test_a_game_and_all_that_is_looked_at_in_it(silent: Scenario, tmp_path: Path) -> None:
    first, second = silent.teams
    session = start(silent, tmp_path)
    terms = {term.by: id for id, term in silent.terms.items()}
    give, want = terms[first], terms[second]
    lines = (
        *("", *LOOKED, "say hello", f"say to {second} hello", "note this #tag", "order 1 +1"),
        *("hand", "teams", f"offer {second} give {give} by 2 want {want} by 2", "offers"),
        *("drop 9", "drop", "drop", "undo", "seat", "seat nobody", "save", "coach", "lesson"),
        *("nothing", "order", "", "choose", "", "order nothing", "order 99", "withdraw", ""),
        *(f"offer {second}", "1", "", "1", "", "offers", "seal", "typed", "", "offers"),
        *("answer 1 yes", "offers", "changes"),
    )
    written = play(session, lines, to_the_end=True)
    assert session.is_over
    assert english(written, *typed(silent)) == ""
    assert len(written) > 400


def test_a_game_with_a_facilitator(silent: Scenario, tmp_path: Path) -> None:
    lines = (
        *("", "health", "injects", "brief", "hand", "history", "undo nothing", "bookmark this"),
        *("say hello", "advance", "history", "undo preview", "undo", "redo", "chart odds 1"),
        *("rule", "lake += 1", "because", "inject", "", "roll", "", "quit"),
    )
    seats = dict.fromkeys(silent.teams, "random")
    written = play(start(silent, tmp_path, seats=seats, facilitator=HUMAN), lines)
    assert english(written, *typed(silent)) == ""


@pytest.mark.parametrize(
    "line",
    [
        *("argue", "overrule", "rule", "weigh", "inject", "roll", "offer", "choose", "withdraw"),
        *("order", "3 +1"),
    ],
)
def test_questions(line: str) -> None:
    pending = seen.Pending(
        kind="dice", team="", id="", title="", text="", bands=(("good", BLANK), ("bad", BLANK))
    )
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return "1"

    options = (*views.view().options, views.option("wait", kind="choose"))
    view = blank(views.view(pending=pending, options=options))
    Reading(
        view, answer if line != "choose" else lambda prompt: answer(prompt) and "wait"
    ).decision(line)
    assert english(asked, "south", "leave", "pay") == ""


def test_refusals_of_what_is_typed() -> None:
    view = blank(views.view())
    acts: list[Callable[[], object]] = [
        lambda: Reading(view, lambda prompt: "").decision("order"),
        lambda: Reading(view, lambda prompt: "nothing").decision("offer"),
        lambda: Reading(view, lambda prompt: "").decision("choose 1"),
        lambda: list(dossier.lines(view, "suoth")),
        lambda: list(choices.options(view, "77")),
    ]
    assert english("\n".join(map(refused, acts)), *("south", "suoth", "nothing", *VERBS)) == ""


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(WargameError) as fault:
        act()
    return f"{fault.value.message} {fault.value.remedy}"


GAUGE = seen.Gauge(
    id="lake",
    title=BLANK,
    kind="flag",
    of="",
    says=BLANK,
    low=0,
    high=1,
    value=1,
    text=BLANK,
    before=0,
    late=1,
    steps=(),
    good="",
    source=(),
)
CHANCE = seen.Chance(
    band="good", title=BLANK, says=BLANK, probability=0.001, low=0, high=0.999, effects=("a −1",)
)
MEETING = seen.Meeting(
    with_team="south", with_order="x", with_title=BLANK, title=BLANK, says=BLANK, voids_this=True
)
ADDEND = seen.Addend(add=1, low=-1, high=2, why=BLANK, source=())


def test_lines_of_the_board_and_of_choices() -> None:
    names = {"north": BLANK}
    orders = [
        seen.OrderView(
            team="north", id="x", title=BLANK, boost=boost, status=status, reasons=(BLANK,)
        )
        for status in ENTRY_STATES
        for boost in (0, 1)
    ]
    option = evolve(
        blank(views.option("dig", card=True)),
        odds=(evolve(CHANCE, effects=(BLANK,)),),
        addends=(ADDEND, evolve(ADDEND, low=1, high=1)),
        boost_gain=(0.2,),
        meetings=(MEETING,),
    )
    team = evolve(
        blank(views.team("north", sealed=True, score=3, achieved=True, agenda="x")),
        orders=tuple(orders),
    )
    phases = tuple(
        seen.PhaseView(id=id, title=BLANK, does="orders", says=BLANK, minutes=1) for id in "ab"
    )
    ending = seen.EndingView(id="x", title=BLANK, closing=(), source=())
    view = evolve(
        blank(views.view(node="over", phase="a")),
        phases=phases,
        gauges=(GAUGE,),
        teams=(team, evolve(team, achieved=False, agenda="")),
        options=(option, evolve(option, argument=True, legal=False, reasons=(BLANK,))),
        pending=seen.Pending(
            kind="dice",
            team="north",
            id="x",
            title=BLANK,
            text=BLANK,
            dice=2,
            faces=(1, 2),
            total=6,
            net=3,
            addends=(ADDEND,),
            band_title=BLANK,
            claim=BLANK,
            reasons=(BLANK,),
        ),
        orders=(evolve(orders[0], status="pending", boost=1),),
        ending=ending,
    )
    lines = [
        *board.board(view),
        *board.teams(view),
        *board.goals(view),
        *board.hand(team),
        *board.phases(view),
        *board.ending(view),
        *(board.order_line(order, names) for order in orders),
        *choices.options(view),
        *choices.options(view, "1"),
        *choices.odds(evolve(option, odds=())),
        *board.card_lines(
            seen.CardView(
                id="x",
                title=BLANK,
                text=BLANK,
                deck="d",
                argument=True,
                cost=1,
                effects=(BLANK,),
                source=(),
                voice="",
                date="",
            )
        ),
        *(reason for _, reason in sums.remainder(9, ())),
        *(reason for _, reason in sums.besides(seen.Pending(net=1, **WEIGHED), view)),
        speech.spoken("+1, −(2 − 1)"),
        *map(speech.percent, (0.001, 0.5, 0.999)),
    ]
    assert english(lines, "x", "dig", "north", "lake", "order") == ""


WEIGHED: dict[str, Any] = {"kind": "weigh", "team": "", "id": "", "title": "", "text": ""}


def test_lines_of_the_record_and_of_offers(silent: Scenario) -> None:
    delta = seen.Delta(gauge="lake", title=BLANK, before="1", after="2")
    change = seen.Change(
        record=1,
        turn=1,
        kind="move",
        team="north",
        title=BLANK,
        says=BLANK,
        deltas=(delta,),
        source=("X1",),
        voice="",
        faces=(3,),
        addends=(ADDEND,),
        total=9,
        overruled=BLANK,
    )
    changes = tuple(
        evolve(change, kind=kind, team=team) for kind in record.KINDS for team in ("", "north")
    )
    messages = tuple(
        seen.MessageView(record=1, turn=1, sender=sender, to=to, text=BLANK)
        for sender, to in ((FACILITATOR, ""), (PUBLIC, FACILITATOR), ("north", "south"))
    )
    offered = tuple(
        seen.OfferView(
            number=1,
            team=team,
            to=to,
            give="x",
            give_title=BLANK,
            give_by=1,
            give_state=state,
            want="x",
            want_title=BLANK,
            want_by=1,
            want_state=state,
            status=status,
        )
        for status in OFFER_STATES[1:]
        for state in ("", "open", "kept", "broken")
        for team, to in (("north", "south"), ("south", "north"))
    )
    told = evolve(blank(views.view()), changes=changes, messages=messages, offers=offered)
    page = front_page(evolve(told, turn=2))
    lines = [
        *record.changes(told),
        *record.log(told),
        *record.log(told, "x"),
        *record.messages(told),
        *offers(told),
        *why(told, silent),
        *why(told, silent, "1"),
        *dossier.lines(told),
        page.paper if page else "?",
    ]
    assert english(lines, "X1", "x") == ""


def test_charts_with_nothing_to_see() -> None:
    trends = Trends(
        (BLANK,),
        (Trend(GAUGE, (None,)),),
        (Standing(BLANK, (None,)), Standing(BLANK, (1,)), Standing(BLANK, (2,))),
    )
    option = evolve(blank(views.option("dig")), odds=(CHANCE,))
    lines = [
        *charts.overview(trends),
        *charts.over_turns(trends.gauges[0], trends.marks),
        *charts.scores(trends),
        *charts.odds(option),
        *charts.odds(evolve(option, odds=())),
        *charts.spread((Final(BLANK, (0, 1, 2)),)),
    ]
    assert english(lines, "lake") == ""


def test_the_coach() -> None:
    best = Worth("x", BLANK, False, 2.0, 0.0, 0.0)
    less = Worth("y", BLANK, True, 1.0, 1.0, 0.1)
    nothing = Worth("", "", True, 1.0, 1.0, 0.1)
    sure, likely, unknown = (
        Leaning(BLANK, *known) for known in ((BLANK, 1), (BLANK, 0.5), ("", 1))
    )
    advices = [
        Advice(1, 20, worths, (sure, likely, evolve(unknown, share=0.1)), lost)
        for worths in (
            (best, less),
            (best, nothing),
            (evolve(nothing, given=False, short=0.0), less),
            (evolve(best, given=True), evolve(less, given=False, short=0.1, doubt=1.0)),
        )
        for lost in ((), ((BLANK, 2),))
    ]
    told = [line for advice in advices for line in coaching.note(advice)]
    told += [coaching.hint(evolve(advice, leanings=())) for advice in advices]
    script = Script()
    coach = SimpleNamespace(
        finished=0, is_on=True, seat="north", switch=lambda: None, advice=lambda turn, go_on: None
    )
    aside = Aside(coach, script.console)  # type: ignore[arg-type]
    for word in ("", "7"):
        told.append(refused(lambda word=word: list(aside.obey(word))))  # type: ignore[misc]
    coach.finished = 1
    told += [*aside.obey("on"), *aside.obey("")]
    told.append(refused(lambda: list(aside.obey("7"))))
    coach.advice = lambda turn, go_on: advices[0]
    told += aside.after_turn("north")
    coach.is_on = False
    told += aside.obey("off")
    assert english(told) == ""


def test_lessons() -> None:
    step = SimpleNamespace(say=BLANK, look="", hint="")
    tutor = SimpleNamespace(
        lesson=SimpleNamespace(title=BLANK, steps=(step,)),
        step=step,
        at=0,
        is_to_be_read=True,
        nudge=lambda: True,
        watch=lambda: None,
    )
    aside = LessonAside(tutor)  # type: ignore[arg-type]
    told = [*aside.told(), *aside.obey()]
    step.hint = BLANK
    told += aside.obey()
    tutor.step = None
    told += [*aside.step(), *LessonAside(None).obey()]
    assert english(told) == ""


def test_replays(silent: Scenario, tmp_path: Path) -> None:
    first = next(iter(silent.teams))
    play(start(silent, tmp_path), ("", "order 1", "seal") * 4)
    replay = Replay.open("g", save_dir=tmp_path, reveal=True)
    script = Script(
        *("help", "next", "next 9", "next x", "phase", "phase x", "turn back", "go 5", "brief"),
        *("find zzz", f"as {first}", "as nobody", "board", "chart", "chart spread", "first"),
        *("nothing", "all", "records", "branch", "last", "branch"),
    )
    Tour(replay, script.console, seat=PUBLIC, saves=tmp_path).run()
    closed = Replay.open("g", save_dir=tmp_path)
    refusal = refused(lambda: require_seat(closed, first))
    assert english([*script.written, refusal], *typed(silent)) == ""
    assert len(script.written) > 100


def test_demonstration(silent: Scenario) -> None:
    assert english(demonstration(silent, bot="random"), *typed(silent), "random") == ""


def test_help() -> None:
    assert english(map(tr, (*HELP, *(line for lines in TOPICS.values() for line in lines)))) == ""


def test_the_console_tells_what_was_refused() -> None:
    written: list[str] = []

    def refuse() -> None:
        raise errors.UsageInvalid(BLANK, remedy=BLANK)

    Console(read=lambda prompt: None, write=written.append).attempt(refuse)
    assert english(written, "usage.invalid") == ""


# -- what is looked up in a scenario


@pytest.fixture(scope="module", params=["river", "s400"])
def shelf(request: pytest.FixtureRequest) -> Library:
    scenario = quiet(request.param)
    return Library(build(scenario), Catalogue(scenario))


def test_entries_rules_and_lists(shelf: Library) -> None:
    scenario = shelf.scenario
    ids = {key.id for key in shelf.catalogue.entries if key.section != CLAIMS}
    ids |= {*list(scenario.claims)[:2]}
    lines = [
        *listing(shelf.catalogue),
        *rules(scenario),
        *(line for id in ids for line in entry(scenario, id)),
        *reference.search(scenario, next(iter(scenario.moves))),
        *reference.search(scenario, "zzz"),
        *reference.sources(scenario, ("zzz", *scenario.claims)),
        refused(lambda: list(entry(scenario, "zzz"))),
        refused(lambda: list(reference.search(scenario, " "))),
    ]
    assert english(lines, *notation(scenario), "zzz", *scenario.claims) == ""


def test_every_field_of_an_entry_has_a_label() -> None:
    scenario = load_scenario("s400")
    shelves = [type(next(iter(getattr(scenario, name).values()))) for name in SHELVES]
    assert {field for record in shelves for field in fields(record)} - {"mark"} == set(labels())


def fields(record: type) -> Iterator[str]:
    """Returns the fields of a kind of record, and of those within it."""
    for field in attrs.fields(attrs.resolve_types(record)):
        yield field.name
        for inner in re.findall(r"wargame\.scenario\.model\.(\w+)", str(field.type)):
            kind = getattr(wargame.scenario.model, inner)  # type: ignore[attr-defined]
            if kind is not Formula:
                yield from fields(kind)


def test_cards_and_the_page_of_sources(shelf: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "effect", lambda *given: BLANK)
    monkeypatch.setattr(words, "amount", lambda *given: BLANK)
    monkeypatch.setattr(words, "conditions", lambda program, formula: ((formula.text, BLANK),) * 2)
    program, scenario = shelf.program, shelf.scenario
    known = notation(scenario)
    cards = [shelf.card(key) for key in shelf.catalogue.entries]
    lines = [
        *(str(carrier) for held in carriers(program).values() for carrier in held),
        *sources(program).splitlines(),
        *(text for card in cards for text in (card.kind, card.met, card.text)),
        *(text for card in cards for part in card.parts for text in (part.title, *part.lines)),
        *(shelf.link(key) for key in shelf.catalogue.entries),
    ]
    assert english(lines, *known, *scenario.claims) == ""


# -- commands


def test_doctor(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = [
        *doctor.examine(),
        *map(doctor.colour, ({"NO_COLOR": "1"}, {"COLORTERM": "24bit"}, {})),
        *(doctor.terminal(ends(i), ends(o)) for i in (True, False) for o in (True, False)),
        doctor.kind_of_terminal({}),
    ]
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such",))
    monkeypatch.setattr(doctor, "scenario_ids", lambda root: ())
    findings += [doctor.packages(), doctor.scenarios_found(None)]
    texts = [text for found in findings for text in (found.name, found.detail, found.remedy)]
    assert english(unplaced("\n".join(texts)), *MACHINE, "no", "such", "such.") == ""


MACHINE = [
    *("Python", "TERM", "UTF", "utf", "xterm", "dumb", "river", "s400"),
    *doctor.PACKAGES,
]
"""What this computer and what is on it are called."""


def unplaced(text: str) -> str:
    """Returns a text without the paths, moments and hashes in it."""
    return re.sub(r"/\S+|\d{4}-\d\d-\S+|\b[0-9a-f]{64}\b", BLANK, text)


def ends(is_terminal: bool) -> io.StringIO:
    stream = io.StringIO()
    stream.isatty = lambda: is_terminal  # type: ignore[method-assign]
    return stream


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list",),
    ("check", "river"),
    ("verify", "river-tutorial"),
    ("show",),
    ("show", "zzz"),
    ("play", "river", "--plain", "--seats", "zzz"),
    ("play", "river", "--plain", "--seat", "zzz"),
    ("play", "river"),
    ("resume", "--plain"),
    ("export", "river-tutorial"),
    ("export", "river-tutorial", "--json", "--output", "/no/such"),
    ("simulate", "--jobs", "2", "--scheduler", "tcp://x"),
    ("simulate", "--csv", "/no/such"),
    ("zzz",),
    ("--language", "zzz", "list"),
    ("doctor",),
)


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_commands(
    args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "speak", lambda code: None)
    monkeypatch.setattr("wargame.commands.streams.speak", lambda code: None)
    cli.run(args)
    captured = capsys.readouterr()
    texts = re.sub(
        "Usage: .*|Try .*|Error: |No such file or directory", "", unplaced("".join(captured))
    )
    assert "⟦" in texts
    for title in titles():
        texts = texts.replace(title, BLANK)
    known = {*MACHINE, *SAVES, "wargame", "error", "zzz", "public", FACILITATOR, *languages()}
    teams = load_scenario("river").teams
    assert english(texts, *known, *teams, *CODED) == ""


@cache
def titles() -> tuple[str, ...]:
    return tuple(load_scenario(id).about.title for id in ("river", "s400"))


SAVES = re.findall(r"[a-z]\w*", "river-tutorial s400-grand-bargain s400-historical")


def test_a_fault_in_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    for folder in (tmp_path, file):
        monkeypatch.setattr("wargame.commands.crash.user_log_dir", lambda name, to=folder: str(to))
        assert "⟦" in report(ValueError())


# -- how it is written


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
            yield node


def test_no_error_is_made_of_plain_english() -> None:
    classes = {name for name, cls in vars(errors).items() if isinstance(cls, type)}
    found = []
    for path in MINE:
        for call in calls(parsed(path), classes):
            told = (*call.args[:1], *(word.value for word in call.keywords))
            plain = [part for part in told if isinstance(part, ast.Constant | ast.JoinedStr)]
            found += [f"{path.name}:{part.lineno}" for part in plain]
    assert found == []


def test_every_sentence_stands_where_it_is_found() -> None:
    """Sentences are taken from the source: plain literals, and none within an f-string."""
    names = {"tr", "trn", "trc", "marked"}
    found = []
    for path in HERE.rglob("*.py"):
        tree = parsed(path)
        inside = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        hidden = {id(call) for node in inside for call in calls(node, names)}
        for call in calls(tree, names):
            sentence = call.args[0] if call.args else None
            is_literal = isinstance(sentence, ast.Constant)
            is_built = isinstance(sentence, ast.JoinedStr | ast.BinOp)
            if is_built or (is_literal and id(call) in hidden):
                found.append(f"{path.name}:{call.lineno}")
    assert found == []
