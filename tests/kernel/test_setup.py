"""Set-up: presets, switches, seeds, and the first deal."""

from __future__ import annotations

import pytest

from tests.kernel.games import FAIR, number, program_of, steps, until
from tests.scenario.harbour import BOARD, CARDS, PLAY, TEXTS
from wargame.errors import UsageInvalid
from wargame.kernel.node import node, phase_of, turn_of
from wargame.kernel.play import begin
from wargame.kernel.program import build
from wargame.kernel.score import agenda_of
from wargame.kernel.setup import Setup
from wargame.kernel.sight import glimpse
from wargame.kernel.views import see
from wargame.scenario.load import load

PROGRAM = program_of(FAIR)


def test_a_preset_sets_length_and_board() -> None:
    whole, short = (begin(PROGRAM, Setup(preset)) for preset in ("", "short"))
    assert begin(PROGRAM, Setup("standard")) == whole
    assert (turn_of(PROGRAM, whole), number(PROGRAM, whole, "last_turn")) == (1, 4)
    assert (turn_of(PROGRAM, short), number(PROGRAM, short, "last_turn")) == (2, 3)
    assert number(PROGRAM, short, "bread") == number(PROGRAM, whole, "bread") - 2
    assert see(glimpse(PROGRAM, short, "public")).date == "Whitsun"
    layout = PROGRAM.layout
    assert short[layout["L_rot"] : layout["L_rot"] + 3] == [4, 4, 4]


def test_a_switch_turns_a_rule_off() -> None:
    on, off = (begin(PROGRAM, Setup(seed=1, off=off)) for off in ((), ("damp",)))
    grown = [number(PROGRAM, until(PROGRAM, s, "night", "phase"), "rot") for s in (on, off)]
    assert grown == [2, 1]


@pytest.mark.parametrize(
    ("setup", "said"),
    [
        (Setup("shrt"), "no preset 'shrt', did you mean 'short'?"),
        (Setup(off=("dampp",)), "no switch 'dampp', did you mean 'damp'?"),
        (Setup(seed=-1), "seed -1 is out of range"),
        (Setup(seed=2**64), "is out of range"),
    ],
)
def test_what_cannot_be_set_up_is_said(setup: Setup, said: str) -> None:
    with pytest.raises(UsageInvalid) as caught:
        begin(PROGRAM, setup)
    assert said in str(caught.value)


def test_agendas_then_hands_are_dealt() -> None:
    s = begin(PROGRAM, Setup(seed=9))
    assert (node(PROGRAM, s).kind, node(PROGRAM, s).seats) == ("agenda", ("chance",))
    assert agenda_of(PROGRAM, s, "mill") == ""
    s = steps(PROGRAM, s, "deal mill mill_saint")
    assert agenda_of(PROGRAM, s, "mill") == "mill_saint"
    s = until(PROGRAM, s, kind="card")
    view = see(glimpse(PROGRAM, s, "mill"))
    assert (view.phase, view.phase_title, view.turn) == ("", "Set-up", 1)
    s = until(PROGRAM, s, "news")
    assert [team.hand_size for team in see(glimpse(PROGRAM, s, "public")).teams] == [3, 2, 3]


def test_seeds_deal_differently() -> None:
    starts = {tuple(until(PROGRAM, begin(PROGRAM, Setup(seed=seed)), "news")) for seed in range(20)}
    assert len(starts) == 20


def test_purses_start_with_their_income_and_keep_what_is_banked() -> None:
    s = until(PROGRAM, begin(PROGRAM, Setup(seed=2)), "market", "phase")
    s = steps(PROGRAM, s, 'rule [mill.coin = 9, mill.favour = 2, abbey.alms = 0] because "x"')
    s = until(PROGRAM, s, "notes", "phase")
    kept = min(2, number(PROGRAM, s, "mill.coin")), min(1, number(PROGRAM, s, "abbey.alms"))
    favour = number(PROGRAM, s, "mill.favour")
    s = steps(PROGRAM, s, "advance")
    assert number(PROGRAM, s, "mill.coin") == kept[0] + 3
    assert number(PROGRAM, s, "mill.favour") == favour + 1
    assert number(PROGRAM, s, "abbey.alms") == kept[1] + 3


def test_hands_are_dealt_without_agendas_too() -> None:
    play = TEXTS[PLAY]
    start, end = play.index("agendas:"), play.index("moves:")
    goals = play.replace('points: 4, score: "4 if', 'points: 10, score: "10 if')
    board = TEXTS[BOARD].replace("    agendas: [depth]\n", "")
    without = goals[: goals.index("agendas:")] + goals[goals.index("moves:") :]
    texts = {**TEXTS, BOARD: board, PLAY: without}
    assert start < end
    program = build(load(texts, "harbour"))
    s = until(program, begin(program, Setup(seed=1)), "news")
    assert phase_of(program, s) == "news"
    assert sum(team.hand_size for team in see(glimpse(program, s, "public")).teams) == 2
    for policy in range(4):
        played = s.copy()
        program.run.playout(played, program.scratch(), policy, 0)
        assert node(program, played).kind == "over"
    assert "deck: hands" in TEXTS[CARDS]
