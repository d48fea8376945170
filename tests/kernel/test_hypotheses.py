"""Hypotheses in the program: what they weigh, deal, wait for and ask is what their records say."""

from __future__ import annotations

from random import Random

import pytest

from tests.kernel.games import FAIR, play, program_of, setup_of
from wargame.kernel.digest import digest
from wargame.kernel.play import begin
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import HIDDEN, glimpse

PROGRAM = program_of(FAIR)
LAYOUT = PROGRAM.layout
HYPOTHESES = tuple(PROGRAM.scenario.hypotheses.items())
CONDUCT = LAYOUT["CONDUCT"]
EVERYBODY = -1


def finished(which: int, seed: int) -> State:
    """Returns the end of a game that was played by a hypothesis' doctrine."""
    preset = HYPOTHESES[which][1].preset
    s = begin(PROGRAM, Setup(preset=preset, seed=seed))
    s[CONDUCT] = which + 1
    PROGRAM.run.playout(s, PROGRAM.scratch(), EVERYBODY, 0)
    return s


@pytest.mark.parametrize("which", range(len(HYPOTHESES)))
def test_a_doctrine_is_weighed_before_the_agendas(which: int) -> None:
    doctrine = HYPOTHESES[which][1].doctrine
    for s, _, _ in play(PROGRAM, Setup(seed=which), Random(which)):
        tested = s.copy()
        tested[CONDUCT] = which + 1
        for number, order in enumerate(PROGRAM.orders):
            for agenda in range(len(PROGRAM.scenario.agendas)):
                weight = PROGRAM.run.weight(tested, agenda, number)
                if order in doctrine:
                    assert weight == PROGRAM.value(doctrine[order].text, s)
                else:
                    assert weight == PROGRAM.run.weight(s, agenda, number)


def test_an_order_that_weighs_nothing_is_never_given() -> None:
    bribe = LAYOUT["TIMES"] + PROGRAM.order_number["bribe"]
    assert not any(finished(0, seed)[bribe] for seed in range(200))
    assert any(finished(1, seed)[bribe] for seed in range(200))


def test_agendas_are_dealt_as_named() -> None:
    team = PROGRAM.teams.index("abbey")
    named = 1 + PROGRAM.agendas[team].index("abbey_plot")
    slot = LAYOUT["AGENDA"] + team
    assert {finished(1, seed)[slot] for seed in range(40)} == {named}
    assert len({finished(0, seed)[slot] for seed in range(40)}) == len(PROGRAM.agendas[team])


def is_judged(s: State) -> bool:
    """Returns whether what happens by itself at the end of the turn has happened."""
    night = 1 + PROGRAM.phases.index("night")
    return s[LAYOUT["PHASE"]] == night and s[LAYOUT["STEP"]] == 3


def test_what_was_ever_true_at_the_end_of_a_turn_is_remembered() -> None:
    """Against the formulas, evaluated in states of games in which anything is decided."""
    seen = set()
    for seed in range(40):
        random = Random(seed)
        for s, _, after in play(PROGRAM, setup_of(PROGRAM, random), random):
            judged = is_judged(after) and not is_judged(s)
            for number, (_, hypothesis) in enumerate(HYPOTHESES):
                slot = LAYOUT["EVER"] + number
                now = judged and PROGRAM.holds(hypothesis.ever.text, after)
                assert after[slot] == int(s[slot] == 1 or now)
                seen.add((number, s[slot], after[slot]))
    assert {(0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 0, 1)} <= seen


@pytest.mark.parametrize("which", range(len(HYPOTHESES)))
def test_a_game_says_nothing_or_speaks_for_or_against(which: int) -> None:
    _, hypothesis = HYPOTHESES[which]
    said = set()
    for seed in range(300):
        s = finished(which, seed)
        counts = PROGRAM.holds(hypothesis.given.text, s)
        ever = s[LAYOUT["EVER"] + which] == 1
        bears = ever and PROGRAM.holds(hypothesis.holds.text, s)
        verdict = PROGRAM.run.borne_out(s, which)
        assert verdict == (0 if not counts else 2 if bears else 1)
        said.add((verdict, ever))
    assert {verdict for verdict, _ in said} >= {1, 2}


def test_a_series_says_what_its_games_say() -> None:
    start = begin(PROGRAM, Setup())
    seeds = [0, 1, 0, 2, 0, 3]
    verdicts = [-1, -1, -1]
    s, out = [0] * LAYOUT.size, PROGRAM.scratch()
    borne = PROGRAM.run.play_hypothesis(s, out, start, seeds, verdicts, 3, 0)
    assert verdicts == [PROGRAM.run.borne_out(finished(0, seed), 0) for seed in (1, 2, 3)]
    assert borne == verdicts.count(2)


def test_no_seat_sees_what_a_hypothesis_waits_for() -> None:
    s = begin(PROGRAM, Setup(seed=5))
    for seat in (*PROGRAM.teams, "public"):
        seen = glimpse(PROGRAM, s, seat).slots
        assert all(seen[LAYOUT["EVER"] + number] == HIDDEN for number in range(len(HYPOTHESES)))


def test_the_digest_of_saves_leaves_hypotheses_out() -> None:
    s = begin(PROGRAM, Setup(seed=5))
    other = s.copy()
    other[CONDUCT] = 1
    other[LAYOUT["EVER"]] = 1
    assert digest(PROGRAM, other) == digest(PROGRAM, s)
