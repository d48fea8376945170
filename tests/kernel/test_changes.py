"""Changes: everything that moved is told with its cause, and nothing that a seat does not see."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kernel.games import FAIR, SHIPPED, positions, program_of, put, steps, until
from tests.kernel.test_sight import scrambled
from wargame.kernel import decisions as d
from wargame.kernel.changes import changes
from wargame.kernel.notation import parse
from wargame.kernel.play import begin, trace
from wargame.kernel.program import Program
from wargame.kernel.setup import Setup, State
from wargame.kernel.view import Change

PROGRAM = program_of(FAIR)


def told(
    program: Program, s: State, made: d.Decision, seat: str, faces: tuple[int, ...] = ()
) -> tuple[Change, ...]:
    after, causes = trace(program, s, made)
    return changes(program, s, after, causes, made, seat, record=1, faces=faces)


def text_of(texts: tuple[str, ...], value: int) -> str:
    return texts[value] if texts else str(value).replace("-", "\N{MINUS SIGN}")


@given(st.sampled_from([(id, n) for id in (FAIR, *SHIPPED) for n in range(120)]))
def test_what_is_told_adds_up_to_what_moved(found: tuple[str, int]) -> None:
    id, n = found
    program = program_of(id)
    s, made, after = positions(id, 8 if id == FAIR else 2)[n]
    stands = {name: text_of(texts, s[slot]) for slot, (name, texts) in program.board.items()}
    for change in told(program, s, made, "facilitator"):
        for delta in change.deltas:
            if not _is_purse(program, delta.gauge):
                assert stands[delta.gauge] == delta.before
            stands[delta.gauge] = delta.after
    for slot, (name, texts) in program.board.items():
        # purses are also filled, paid from and given back: those show as what is left
        if not _is_purse(program, name):
            assert stands[name] == text_of(texts, after[slot])


def _is_purse(program: Program, name: str) -> bool:
    head, _, tail = name.partition(".")
    return head in program.teams and tail in program.scenario.teams[head].purses


@settings(max_examples=60)
@given(st.sampled_from(positions(FAIR)), st.sampled_from(PROGRAM.teams))
def test_a_seat_is_told_nothing_of_what_it_does_not_see(
    found: tuple[State, d.Decision, State], seat: str
) -> None:
    s, made, after = found
    if PROGRAM.layout["N_OVER"] == after[PROGRAM.layout["WAIT"]]:
        return
    blind = {"mill": {"plot", "bribed"}, "abbey": {"debt", "bribed"}, "guild": {"debt", "plot"}}[
        seat
    ]
    if seat != "guild":
        blind |= {f"{team}.secrets" for team in PROGRAM.teams}
    if seat != "abbey" or not s[PROGRAM.layout["T_inspected"]]:
        blind |= {"rot"}
    for change in told(PROGRAM, s, made, seat):
        assert not {delta.gauge for delta in change.deltas} & blind


def orders(**numbers: int) -> State:
    s = until(PROGRAM, begin(PROGRAM, Setup(seed=4)), "orders", "orders")
    return put(PROGRAM, s, **numbers)


def kinds(found: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.kind, change.title) for change in found]


def test_the_reveal_tells_orders_and_clashes() -> None:
    s = steps(PROGRAM, orders(bread=4), "order mill grind", "order guild hoard", 'argue abbey "So"')
    s = steps(PROGRAM, s, "seal mill", "seal abbey", "seal guild")
    assert kinds(told(PROGRAM, s, d.Advance(), "public")) == [
        ("reveal", "Hoard"),
        ("reveal", "Grind"),
        ("reveal", "A matrix argument"),
        ("clash", "Empty sacks"),
    ]


def test_an_outcome_is_told_whether_or_not_it_changes_anything() -> None:
    s = steps(PROGRAM, orders(bread=5), "order mill grind", "advance")
    s = steps(PROGRAM, until(PROGRAM, s, "work", "dice"), "roll 3")
    (outcome,) = told(PROGRAM, s, d.Accept(), "abbey")
    assert (outcome.kind, outcome.team, outcome.says, outcome.deltas) == (
        "outcome",
        "mill",
        "Flour.",
        (),
    )


@pytest.mark.parametrize("seat", ["mill", "abbey", "public"])
def test_a_change_that_is_cut_at_a_bound_is_told_like_one_that_is_not(seat: str) -> None:
    """An owl rots the beams, which nobody here sees live; at 8 nothing moves."""
    base = orders(bread=5, bribed=0)
    found = set()
    for rot in (8, 3):
        s = put(PROGRAM, base, rot=rot)
        made = parse('inject owl because "night"')
        s[PROGRAM.layout["PLACE"] + PROGRAM.cards.index("owl")] = 0
        found.add(told(PROGRAM, s, made, seat))
    assert len(found) == 1
    assert [change.title for change in found.pop()] == ["An owl"]


def test_the_words_of_a_ruling_on_a_secret_stay_with_those_who_see_it() -> None:
    s = orders()
    ruling = parse('rule [bread -= 1, debt += 2] because "the abbot lends"')
    (mine,), (theirs,) = (told(PROGRAM, s, ruling, seat) for seat in ("mill", "guild"))
    assert (mine.says, len(mine.deltas)) == ("the abbot lends", 2)
    assert (theirs.says, len(theirs.deltas)) == ("", 1)
    inject = parse('inject "A loan" [bread -= 1, debt += 2] because "the abbot lends"')
    (mine,), (theirs,) = (told(PROGRAM, s, inject, seat) for seat in ("mill", "guild"))
    assert (mine.title, theirs.title) == ("A loan", "An event")
    secret = parse('rule [plot = sworn] because "at night"')
    assert not told(PROGRAM, s, secret, "mill")
    assert told(PROGRAM, s, secret, "abbey")[0].deltas[0].after == "Sworn"


def grinding(*, rot: int, plot: int = 0) -> State:
    """Returns where grinding has been rolled: a 3, a point put on it, and perhaps shaking beams."""
    s = steps(PROGRAM, orders(bread=5, rot=rot, plot=plot), "order mill grind +1", "advance")
    return steps(PROGRAM, until(PROGRAM, s, "work", "dice"), "roll 3")


def test_an_outcome_tells_its_dice_and_everything_that_was_added() -> None:
    s = grinding(rot=5)
    (outcome,) = told(PROGRAM, s, d.Accept(), "facilitator", (3,))
    assert (outcome.faces, outcome.total, outcome.overruled) == ((3,), 3, "")
    assert [(each.add, each.low, each.high, each.why) for each in outcome.addends] == [
        (-1, -1, -1, "The beams shake"),
        (0, 0, 0, "Oaths are hungry work"),
        (1, 1, 1, "Points put on the roll"),
    ]


def test_the_weight_of_an_argument_is_what_was_added_to_its_dice() -> None:
    s = until(PROGRAM, steps(PROGRAM, orders(), 'argue guild "Bread"', "advance"), "work", "weigh")
    s = steps(PROGRAM, s, 'weigh +3 success [bread += 1] failure [] because "x"', "roll 6 6")
    (argument,) = told(PROGRAM, s, d.Accept(), "public", (6, 6))
    assert [(each.add, each.why) for each in argument.addends] == [
        (3, "The weight of the argument")
    ]
    assert (argument.faces, argument.total) == ((6, 6), 15)


def test_an_overruled_outcome_says_why() -> None:
    made = parse('overrule well because "they had help"')
    (outcome, *_) = told(PROGRAM, grinding(rot=0), made, "public", (3,))
    assert (outcome.says, outcome.overruled) == ("White flour.", "they had help")


def test_a_modifier_that_reads_a_secret_is_what_the_seat_would_guess() -> None:
    """Only the abbey can see how rotten the beams are, and only its plot is sworn."""
    shaking, sound = grinding(rot=8, plot=2), grinding(rot=0)
    # the total is announced, and the same here whatever it is made of
    sound[PROGRAM.layout["TOTAL"]] = shaking[PROGRAM.layout["TOTAL"]]
    for seat in ("mill", "guild", "public"):
        (here,), (there,) = (
            told(PROGRAM, s, d.Overrule("so", band="fairly"), seat) for s in (shaking, sound)
        )
        assert here == there
        assert any(each.low < each.high for each in here.addends)


@settings(max_examples=150)
@given(
    st.sampled_from([(id, n) for id in (FAIR, *SHIPPED) for n in range(400)]),
    st.integers(0, 2**32),
)
def test_the_dice_of_an_outcome_tell_no_secret(found: tuple[str, int], seed: int) -> None:
    id, n = found
    program = program_of(id)
    settled = [s for s, made, _ in positions(id, 8 if id == FAIR else 2) if _is_settling(made)]
    s = settled[n % len(settled)]
    for seat in (*program.teams, "public"):
        other = scrambled(program, s, seat, Random(seed))
        assert _roll(program, s, seat) == _roll(program, other, seat)


def _is_settling(made: d.Decision) -> bool:
    return isinstance(made, d.Accept | d.Overrule)


def _roll(program: Program, s: State, seat: str) -> list[Change]:
    """Returns the outcome that is pending, as the seat is told of it, without what it changes."""
    return [
        evolve(change, deltas=())
        for change in told(program, s, d.Accept(), seat)
        if change.kind == "outcome"
    ]


def test_every_kind_of_cause_is_told() -> None:
    found = {
        change.kind
        for id in (FAIR, "river")
        for s, made, _ in positions(id, 8 if id == FAIR else 2)
        for change in told(program_of(id), s, made, "facilitator")
    }
    assert found >= {
        "move",
        "outcome",
        "event",
        "choice",
        "rule",
        "clash",
        "ruling",
        "inject",
        "reveal",
    }


def test_a_deal_and_an_argument_are_told() -> None:
    s = steps(PROGRAM, orders(), "offer abbey mill want beams_sound by 1", "answer mill 1 yes")
    s = put(PROGRAM, until(PROGRAM, steps(PROGRAM, s, "advance"), "parting", "phase"), rot=4)
    told_at_night = told(PROGRAM, s, d.Advance(), "public")
    assert ("deal", "A promise broken") in kinds(told_at_night)
    assert any(
        "The mill has broken its promise to The abbey" in each.says for each in told_at_night
    )
    s = steps(PROGRAM, orders(), 'argue guild "Bread"', "advance")
    s = until(PROGRAM, s, "work", "weigh")
    s = steps(PROGRAM, s, 'weigh +3 success [bread += 1] failure [] because "x"', "roll 6 6")
    assert kinds(told(PROGRAM, s, d.Accept(), "public")) == [("argument", "A matrix argument")]


def test_what_a_new_turn_brings_by_itself_is_told_as_of_that_turn() -> None:
    turn = PROGRAM.layout["TURN"]
    begun = [
        (s, made, after)
        for s, made, after in positions(FAIR)
        if isinstance(made, d.Advance) and after[turn] == 3 and s[turn] == 2
    ]
    found = [
        change
        for s, made, _ in begun
        for change in told(PROGRAM, s, made, "facilitator")
        if change.kind == "event"
    ]
    assert found
    assert {change.turn for change in found} == {3}
