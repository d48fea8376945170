"""Odds: what is shown before ordering is what the dice then do."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.games import FAIR, positions, program_of
from wargame.kernel import decisions as d
from wargame.kernel.node import node
from wargame.kernel.odds import band_odds, totals
from wargame.kernel.play import step
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse
from wargame.kernel.view import Option
from wargame.kernel.views import see

PROGRAM = program_of(FAIR)
KINDS = ("orders", "dice", "ruling")
AT = {kind: [s for s, _, _ in positions(FAIR) if node(PROGRAM, s).kind == kind] for kind in KINDS}


def options(program: Program, s: State, seat: str) -> list[Option]:
    found = see(glimpse(program, s, seat)).options
    return [option for option in found if option.kind == "order"]


def counted(program: Program, s: State) -> Counter[str]:
    """Rolls every combination of faces at a dice node and counts the bands."""
    run = program.run
    roll = run.roll_of(s)
    bands: Counter[str] = Counter()
    for faces in product(range(1, run.SIDES[roll] + 1), repeat=run.DICE[roll]):
        view = see(glimpse(program, step(program, s, d.Roll(faces)), "facilitator"))
        assert view.pending
        bands[view.pending.band] += 1
    return bands


def test_shown_odds_are_the_frequencies_of_all_faces() -> None:
    compared = 0
    for s in AT["orders"][::7]:
        for seat in PROGRAM.teams:
            for option in options(PROGRAM, s, seat):
                if not option.legal or not option.odds:
                    continue
                at = _at_dice_with_the_board_as_shown(s, seat, option)
                bands = counted(PROGRAM, at)
                whole = sum(bands.values())
                for chance in option.odds:
                    frequency = bands[chance.band] / whole
                    assert chance.low - 1e-9 <= frequency <= chance.high + 1e-9
                    if all(addend.low == addend.high for addend in option.addends):
                        assert chance.probability == pytest.approx(frequency)
                        assert chance.low == chance.high == chance.probability
                        compared += 1
    assert compared > 100


def _at_dice_with_the_board_as_shown(s: State, seat: str, option: Option) -> State:
    """Puts the order straight to its dice on this board, as if it alone had been given."""
    layout, number = PROGRAM.layout, PROGRAM.order_number[option.id]
    team = PROGRAM.teams.index(seat)
    at = s.copy()
    entry = team * layout["PER_TEAM"]
    at[layout["ORDER"] + entry], at[layout["BOOST"] + entry] = number + 1, 0
    at[layout["QUEUE"]], at[layout["CURSOR"]], at[layout["QUEUED"]] = entry, 0, 1
    at[layout["WHO"]], at[layout["WHAT"]], at[layout["WAIT"]] = team, number, layout["N_DICE"]
    return at


@given(st.sampled_from(AT["dice"]), st.sampled_from([*PROGRAM.teams, "public", "facilitator"]))
def test_modifiers_add_up_to_the_net(s: State, seat: str) -> None:
    pending = see(glimpse(PROGRAM, s, "facilitator")).pending
    assert pending
    layout, run = PROGRAM.layout, PROGRAM.run
    entry = s[layout["QUEUE"] + s[layout["CURSOR"]]]
    boost = s[layout["BOOST"] + entry]
    if pending.id:
        cap = run.NET[run.roll_of(s)]
        added = sum(addend.add for addend in pending.addends) + boost
        assert pending.net == max(-cap, min(cap, added)) == run.capped_net(s)
        assert all(addend.why for addend in pending.addends)
    faces = (1,) * pending.dice
    after = see(glimpse(PROGRAM, step(PROGRAM, s, d.Roll(faces)), "facilitator")).pending
    assert after
    assert after.total == pending.dice + pending.net


@given(st.sampled_from(AT["orders"]), st.sampled_from(PROGRAM.teams))
def test_odds_are_whole_and_their_ranges_hold_them(s: State, seat: str) -> None:
    for option in options(PROGRAM, s, seat):
        if option.odds:
            assert sum(chance.probability for chance in option.odds) == pytest.approx(1)
            for chance in option.odds:
                assert 0 <= chance.low <= chance.probability <= chance.high <= 1
            assert list(option.boost_gain) == sorted(option.boost_gain)
            assert all(addend.low <= addend.add <= addend.high for addend in option.addends)
        else:
            assert not option.boost_gain
            assert option.boosts == 0


def test_a_ladder_that_is_not_seen_widens_the_odds() -> None:
    s = next(s for s in AT["orders"] if not s[PROGRAM.layout["SEALED"]])
    for recall in PROGRAM.teams:
        s = step(PROGRAM, s, d.Recall(recall))
    grind = next(option for option in options(PROGRAM, s, "mill") if option.id == "grind")
    assert [(addend.low, addend.high) for addend in grind.addends] == [(-1, 0), (0, 1)]
    assert any(
        chance.low < chance.probability or chance.probability < chance.high for chance in grind.odds
    )


@pytest.mark.parametrize(
    ("dice", "sides", "total", "ways"),
    [(1, 6, 3, 1), (2, 6, 7, 6), (3, 6, 10, 27), (2, 10, 11, 10)],
)
def test_totals_are_counted_in_full(dice: int, sides: int, total: int, ways: int) -> None:
    assert dict(totals(dice, sides))[total] == ways / sides**dice
    assert sum(chance for _, chance in totals(dice, sides)) == pytest.approx(1)


def test_the_net_modifier_is_capped() -> None:
    luck = list(PROGRAM.scenario.rolls).index("luck") + 1
    assert band_odds(PROGRAM, luck, 9) == band_odds(PROGRAM, luck, 2)
    assert band_odds(PROGRAM, luck, -9) == band_odds(PROGRAM, luck, -2)
    assert band_odds(PROGRAM, luck, 2) == pytest.approx((0, 1 / 3, 2 / 3))
