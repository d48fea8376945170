"""What the rooms below the interfaces say to people is translated; what they store is not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from errno import EISDIR, ENOENT
from functools import cache
from itertools import count
from os import strerror
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest

from tests.formula.names import SCOPE
from tests.kernel.games import FAIR, HERE, play, setup_of
from tests.language.pseudo import Pseudo
from tests.scenario import harbour, test_faults, test_warnings
from tests.table.conftest import numbered, river, run, seated, ticking
from wargame import bots, errors, formula
from wargame.analysis.coaching import advise
from wargame.analysis.games import require_some
from wargame.bots.guests import guests
from wargame.bots.roster import BOTS
from wargame.errors import DecisionIllegal, DecisionMalformed, FormulaError, WargameError
from wargame.formula.parse import FUNCTIONS
from wargame.kernel import words
from wargame.kernel.changes import changes
from wargame.kernel.closing import placeholders
from wargame.kernel.notation import parse
from wargame.kernel.play import begin, chance, step, trace
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup
from wargame.kernel.sight import glimpse
from wargame.kernel.view import FACILITATOR, PUBLIC, View
from wargame.kernel.views import see
from wargame.language import speak
from wargame.scenario import translation
from wargame.scenario.load import load, load_scenario
from wargame.scenario.model import Scenario
from wargame.scenario.texts import replaced
from wargame.scenario.uses import DEAL_EFFECT, EFFECT, VALUE, uses
from wargame.table.moments import moment
from wargame.table.replay import Replay
from wargame.table.saves import find_save, list_saves, save_path
from wargame.table.script import Script
from wargame.table.session import Session
from wargame.table.trends import trends
from wargame.table.tutor import lesson_of
from wargame.table.written import told

ROOMS = ("kernel", "table", "analysis", "bots", "scenario", "formula")
"""The rooms that are looked through here."""

PROGRAMMERS = ("kernel/portable", "kernel/subset.py", "kernel/words.py")
"""What in them is said to nobody but to programmers: faults of the program itself."""

IDS = {
    *("seat", "scenario", "id", "kind", "of", "good", "source", "voice", "decision", "phase"),
    *("node", "waiting_for", "with_team", "with_order", "team", "to", "give", "want", "by", "does"),
    *("status", "give_state", "want_state", "band", "bands", "gauge", "board", "sender", "time"),
    *("save", "head", "saved_at", "order"),
}
"""Fields of a view that hold ids, states and notation: whoever shows them says what they mean."""

SAID = "Ну да."
"""What people type here, in letters that are not English."""

TYPED = (
    "order argue seal recall offer answer withdraw deal draw roll choose accept overrule weigh rule"
    " inject advance yes no success failure because for give want by engine"
)


@pytest.fixture(autouse=True)
def pseudo() -> Iterator[None]:
    speak("xx", Pseudo())
    yield
    speak("en")


def stray(text: str, known: str = "") -> list[str]:
    """Returns the English words of a text that come from no catalogue and no scenario."""
    rest, before = text, ""
    while rest != before:
        before, rest = rest, re.sub(r"⟦[^⟦⟧⟨⟩]*⟧|⟨[^⟦⟧⟨⟩]*⟩", " ", rest)
    allowed = set(re.findall(r"[A-Za-z]+", known))
    return [word for word in re.findall(r"[A-Za-z]+", rest) if word not in allowed]


def strays(record: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yields each text of a view that is not translated, with where it stands."""
    if isinstance(record, str):
        if found := stray(record):
            yield f"{path}: {record}", found
    elif isinstance(record, tuple):
        for part in record:
            yield from strays(part, path)
    elif attrs.has(type(record)):
        for field in attrs.fields(type(record)):
            if field.name not in IDS:
                yield from strays(getattr(record, field.name), f"{path}.{field.name}")


def bracketed(scenario: Scenario) -> Scenario:
    """Returns the scenario with brackets around each of its texts."""
    return replaced(scenario, lambda path, text: f"⟨{text}⟩")


@cache
def program_of(id: str) -> Program:
    return build(bracketed(load_scenario(id, HERE if id == FAIR else None)))


@pytest.mark.parametrize("id", [FAIR, "river"])
def test_every_view_is_translated(id: str) -> None:
    program, random = program_of(id), Random(1)
    seats = (*program.teams, FACILITATOR, PUBLIC)
    found: dict[str, list[str]] = {}
    for number, (s, made, after) in enumerate(play(program, setup_of(program, random), random)):
        seat = seats[number % len(seats)]
        found |= strays(see(glimpse(program, s, seat)))
        _, causes = trace(program, s, made)
        if not getattr(made, "reason", "") and not getattr(made, "title", ""):
            found |= strays(changes(program, s, after, causes, made, seat, record=1))
    found |= strays(see(glimpse(program, after, PUBLIC)))
    assert not found


DECISIONS = (
    *("deal mill mill_owner", "draw frost", "draw pie mill", "roll 3 4", "choose guild buy"),
    *("order mill grind +1", "order mill pie", "seal mill", "recall mill", "accept", "advance"),
    *("answer guild 2 yes", "answer guild 2 no", "withdraw mill 2"),
    *("offer mill guild give no_raise by 2 want petitioned by 3",),
    *("offer mill guild give no_raise by 2", "offer mill guild want petitioned by 2"),
    *(f'argue mill "{SAID}" for "{SAID}" "{SAID}"', f'argue mill "{SAID}"'),
    *(f'overrule clean because "{SAID}"', f'overrule [] because "{SAID}"'),
    f'weigh -1 success [] failure [] because "{SAID}"',
    f'rule [bread += 1, charter = sealed, bribed = true, last_turn = 3] because "{SAID}"',
    *(f'inject comet because "{SAID}"', f'inject "{SAID}" [] because "{SAID}"'),
)


@pytest.mark.parametrize("text", DECISIONS)
def test_every_decision_is_said_in_translation(text: str) -> None:
    said = words.decision(program_of(FAIR), parse(text))
    assert not stray(said)
    assert "⟦" in said


@pytest.mark.parametrize("id", [FAIR, "river", "s400"])
def test_every_formula_is_said_in_translation(id: str) -> None:
    program = program_of(id)
    state = begin(program, Setup())
    for use in uses(program.scenario):
        if use.role == EFFECT:
            said = [words.effect(program, use.formula), words.effect(program, use.formula, state)]
        elif use.role == DEAL_EFFECT:
            said = [words.effect(program, use.formula)]
        elif use.role == VALUE:
            said = [words.amount(program, use.formula)]
        else:
            said = [part for _, part in words.conditions(program, use.formula)]
        for line in said:
            assert not stray(line, "mod"), (use.formula, line)


def test_a_time_that_never_was_is_said_in_translation() -> None:
    program = program_of(FAIR)
    order = program.orders[0]
    assert placeholders(program, begin(program, Setup()), f"{{last.{order}}}") == "⟦never⟧"


def ids(scenario: Scenario) -> str:
    """Returns every word that is an id in a scenario, or notation."""
    return f"{TYPED} facilitator {' '.join(scenario.texts.values())}"


REFUSED = (
    *("fly away", "order", "order mill", "order Mill dig", "order mill grind x", "seal mill now"),
    *("order mill grind -1", "argue mill dig", 'argue mill ""', "offer mill guild", 'rule [] "a"'),
    *('rule [] because "a"', 'rule bread because "a"', "rule [bread] because", "answer mill 1 so"),
    *('inject "" [] because "a"', 'overrule clean "a"', 'overrule clean because ""', 'weigh "'),
    *("seal mll", "order mill grnd", "order mill grind", "recall mill", "accept", "roll 1"),
    *("deal mill mill_owner", "draw frost", "choose guild buy", "answer guild 2 yes", "advance"),
    *("offer mill guild give no_raise by 99", "offer mill mill want petitioned by 2"),
    *("offer mill guild give petitioned by 2", 'rule [bred += 1] because "a"', "deal mill nobody"),
    *('rule [charter = 9] because "a"', 'rule [charter = seled] because "a"', "deal guild nobody"),
    *('rule [bread = much] because "a"', 'inject comt because "a"', "draw frost mill", "draw frst"),
    *('weigh 99 success [] failure [] because "a"', "choose mill buy", "roll 99", "roll 99 99"),
    *('argue mill "a"', "order mill grind +9", "choose guild bye", 'overrule clen because "a"'),
)


def test_every_refusal_is_translated() -> None:
    """Tries decisions that cannot be made at every point of some games."""
    program, refused = program_of(FAIR), dict[str, WargameError]()
    for seed in range(4):
        random = Random(seed)
        for s, _, _ in play(program, setup_of(program, random), random):
            for text in (*REFUSED, ""):
                try:
                    step(program, s, parse(text)) if text else chance(program, s)
                except (DecisionMalformed, DecisionIllegal) as fault:
                    refused[re.sub(r"[0-9]+", "0", str(fault))] = fault
    known = f"{ids(load_scenario(FAIR, HERE))} {' '.join(REFUSED)}"
    assert len(refused) > len(REFUSED)
    assert not [fault for fault in refused.values() if not is_translated(fault, known)]


def is_translated(fault: WargameError, known: str) -> bool:
    return "⟦" in fault.message and "⟦" in fault.remedy and not stray(str(fault), known)


@pytest.mark.parametrize("setup", [Setup("nothing"), Setup(off=("nothing",)), Setup(seed=-1)])
def test_a_set_up_is_refused_in_translation(setup: Setup) -> None:
    with pytest.raises(WargameError) as caught:
        begin(program_of(FAIR), setup)
    assert is_translated(caught.value, f"{ids(load_scenario(FAIR, HERE))} nothing")


@pytest.mark.parametrize("case", [*test_faults.CASES, *test_warnings.CASES])
def test_every_problem_of_a_scenario_is_translated(case: tuple[str, ...]) -> None:
    texts = harbour.changed(*case[:3])
    found = harbour.found(texts)
    known = " ".join((*texts.values(), *texts, *keys(), "name"))
    assert found
    assert not [line for line in found if "⟦" not in line or stray(line, known)]


@cache
def keys() -> frozenset[str]:
    """Returns all that YAML may say: sections, keys, and the words that the rules know."""
    nodes = [
        node
        for file in Path("wargame/scenario").glob("**/*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    ]
    fields = {ast.unparse(node.target) for node in nodes if isinstance(node, ast.AnnAssign)}
    listed = {ast.unparse(node) for node in nodes if isinstance(node, ast.Tuple)}
    return frozenset((*fields, *listed))


@pytest.mark.parametrize(
    "text",
    [
        *("", "trust = 3", "True", "trust & 1", "1.5", "trust > ", "trust > 'a'", "(" * 40),
        *("trust", "audited + 1 > 1", "sale > 1", "sale == host", "sale == shiped", "nothing > 1"),
        *("shipped > 1", "1 / trust > 1", "trust ** 2 > 1", "a.b.c > 1", "trust is 1", "f(1) > 1"),
        *("9999999999 > 1", "trust // 0 > 1", "(0 - trust) // 2 > 1", "min(1) > 1", "[1] > 1"),
        *("trust > 1 " * 40, "not trust", "sale + 1 > 2", "min(sale, 1) > 1"),
    ],
)
def test_every_fault_of_a_formula_is_translated(text: str) -> None:
    faults = []
    for compile in (formula.condition, formula.value, formula.effect):
        try:
            compile(text, SCOPE)
        except FormulaError as fault:
            faults.append(fault)
    steps = (step for symbol in SCOPE.values() for step in symbol.steps)
    known = " ".join((text, *SCOPE, *steps, *FUNCTIONS, "and true false"))
    assert faults
    assert not [fault for fault in faults if not is_translated(fault, known)]


def sit(folder: Path, scenario: Scenario, **options: Any) -> Session:
    """Returns a new game whose clock and salts are always the same."""
    setup = seated(seats={"averil": "human", "ossany": "doctrine"}, **options)
    return Session.start(
        setup, name="game", save_dir=folder, scenario=scenario, clock=ticking(), salt=numbered()
    )


def played(folder: Path, scenario: Scenario) -> tuple[bytes, bytes]:
    """Returns the bytes of a game with an argument, and those after its torn end was put right."""
    with sit(folder, scenario) as session:
        averil = session.client("averil")
        argued = False
        while not session.is_over:
            run(session)
            view = averil.view()
            if view.node == "orders":
                if not argued:
                    averil.say(SAID)
                    averil.decide(f'argue averil "{SAID}" for "{SAID}"')
                    argued = True
                averil.decide("seal averil")
            elif view.node == "choice":
                averil.decide(next(o.decision for o in view.options if o.kind == "choose"))
    path = session.path
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"torn')
    Session.resume(path, clock=ticking(), salt=numbered()).close()
    return whole, path.read_bytes()


def test_a_save_does_not_depend_on_the_language(tmp_path: Path) -> None:
    other = played(tmp_path / "other", bracketed(river()))
    speak("en")
    assert played(tmp_path / "english", river()) == other
    assert b"nobody facilitates, so the argument weighs nothing" in other[0]
    assert b"the last record was torn (6 bytes)" in other[1]


def test_what_the_program_writes_into_records_is_read_in_translation(tmp_path: Path) -> None:
    played(tmp_path, bracketed(river()))
    replay = Replay.open("game", save_dir=tmp_path)
    replay.seek(len(replay))
    written = [line.text for line in replay.records if line.kind == "note"]
    written += [
        message.text for message in replay.view(PUBLIC).messages if message.sender == PUBLIC
    ]
    written += [line.text for line in replay.records if line.decision.startswith("weigh")]
    assert len(written) > 3
    for text in written:
        assert not re.findall(r"[A-Za-z]{3}", re.sub(r"⟦[^⟧]*⟧|#save|\b[0-9a-f]{12}\b", "", text))


def test_saves_are_listed_with_titles_in_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {("about.title", river().about.title): "Ключи"}
    monkeypatch.setattr(translation, "read_catalogue", lambda id, language: named)
    sit(tmp_path, bracketed(river())).close()
    speak("yy", Pseudo())
    assert [info.title for info in list_saves(tmp_path) if not info.shipped] == ["Ключи"]
    speak("en")
    assert [info.title for info in list_saves(tmp_path) if not info.shipped] == [
        river().about.title
    ]


def test_what_people_write_is_left_as_it_is() -> None:
    assert told(SAID) == SAID
    assert told("The record up to here ends with a bang!") == (
        "The record up to here ends with a bang!"
    )


def test_a_table_speaks_the_language(tmp_path: Path) -> None:
    found: dict[str, list[str]] = {}
    with sit(tmp_path, bracketed(river()), facilitator="human") as session:
        facilitator = session.client("facilitator")
        for passed in count():
            if passed == 5:
                facilitator.undo(reason=SAID)
                facilitator.redo()
            run(session)
            if session.is_over:
                break
            for seat in (*session.program.teams, FACILITATOR, PUBLIC):
                found |= strays(without_hashes(session.view(seat)))
            pass_on(session)
        found |= strays(without_hashes(session.view(FACILITATOR)))
        found |= strays(trends(session.course, "averil", session.course.at))
        advice = advise(moment(session.course, "averil", 1), playouts=16)
        found |= strays(advice)
    assert not found


def without_hashes(view: View) -> View:
    messages = (message for message in view.messages if message.sender != PUBLIC)
    log = (attrs.evolve(line, text=re.sub(r"\b[0-9a-f]{12}\b", "", line.text)) for line in view.log)
    return attrs.evolve(view, messages=tuple(messages), log=tuple(log))


def pass_on(session: Session) -> None:
    """Lets everything happen as it comes; the team of a person gives one order a turn."""
    view = session.view(FACILITATOR)
    if view.node in ("choice", "orders"):
        client = session.client(view.waiting_for[0])
        options = [option for option in client.view().options if option.legal]
        client.decide(next(o.decision for o in options if o.kind in ("choose", "order", "seal")))
        if view.node == "orders":
            client.decide(f"seal {client.seat}")
    elif view.node == "ruling":
        session.client(FACILITATOR).decide("accept")
    else:
        session.client(FACILITATOR).decide("advance")


def test_what_a_table_refuses_is_refused_in_translation(tmp_path: Path) -> None:
    with sit(tmp_path, river(), facilitator="human") as session:
        run(session)
        averil, facilitator = session.client("averil"), session.client(FACILITATOR)
        script = tmp_path / "a.play"
        script.write_text("scenario river\n", encoding="utf-8")
        bare = tmp_path / "b.play"
        bare.write_text("scenario: river\nseed: 1\nbegins: now\n", encoding="utf-8")
        tries = (
            lambda: averil.decide("advance"),
            lambda: averil.decide("roll 1"),
            lambda: averil.decide("seal averil"),
            lambda: averil.decide("withdraw averil 3"),
            lambda: averil.say(SAID, to="nobody"),
            lambda: averil.say(" "),
            lambda: session.client("nobody"),
            lambda: session.client(PUBLIC).say(SAID),
            facilitator.roll,
            facilitator.redo,
            lambda: facilitator.undo(to=99),
            lambda: sit(tmp_path, river()),
            lambda: sit(tmp_path / "x", river(), preset="nothing"),
            lambda: seated(dice="none"),
            lambda: save_path("a/b", tmp_path),
            lambda: Replay.open("none", save_dir=tmp_path),
            lambda: Replay.open("game", save_dir=tmp_path, seat="nobody"),
            lambda: Replay.open("game", save_dir=tmp_path, seat=FACILITATOR),
            lambda: find_save(tmp_path / "none", tmp_path),
            lambda: Script.read(script),
            lambda: Script.read(bare),
            lambda: Script.read(tmp_path),
            lambda: lesson_of(river(), "nothing"),
            lambda: lesson_of(load_scenario(FAIR, HERE), "nothing"),
            lambda: bots.make("nobody", seed=1),
            lambda: bots.make("search:x", seed=1),
            lambda: require_some(games=0),
            lambda: load({}, "nothing"),
            lambda: load_scenario("nothing"),
        )
        named = "averil public dice engine typed games scenario seed begins preset off"
        typed = "fair game none nothing nobody now search a b x play jsonl rulesets Errno"
        system = (strerror(ENOENT), strerror(EISDIR), str(tmp_path))
        known = " ".join((ids(river()), *BOTS, *guests(), *system, named, typed))
        for each in tries:
            with pytest.raises(WargameError) as caught:
                each()
            assert is_translated(caught.value, f"{known} {caught.value.__cause__}"), caught.value


SAYERS = ("fault", "warn", "unreadable", "_refuse", "_refused", "refuse", "_wrong", "_warn")


@pytest.mark.parametrize("room", ROOMS)
def test_no_message_is_written_without_being_marked(room: str) -> None:
    """Looks through the source: what an error or a problem says is never a bare literal."""
    raised = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
    bare = [
        f"{file}:{part.lineno}"
        for file in sorted(Path("wargame", room).glob("**/*.py"))
        if not any(each in file.as_posix() for each in PROGRAMMERS)
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and name_of(call.func) in (*raised, *SAYERS)
        for part in (*call.args, *(word.value for word in call.keywords if word.arg == "remedy"))
        if is_prose(part)
    ]
    assert not bare


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_prose(node: ast.expr) -> bool:
    """Tells whether an expression is written out as more than one word."""
    if isinstance(node, ast.IfExp):
        return is_prose(node.body) or is_prose(node.orelse)
    if isinstance(node, ast.BinOp):
        return is_prose(node.left) or is_prose(node.right)
    if isinstance(node, ast.JoinedStr):
        return any(is_prose(part) for part in node.values)
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"[a-z] +[a-z]", node.value) is not None
    )
