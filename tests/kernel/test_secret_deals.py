"""Deals between two teams: until a promise is kept or broken, nobody else can tell of them."""

from __future__ import annotations

from random import Random

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kernel.games import FAIR, decide, program_of
from wargame.errors import DecisionIllegal
from wargame.kernel import decisions as d
from wargame.kernel import legal
from wargame.kernel.node import node
from wargame.kernel.play import begin, step
from wargame.kernel.program import Program
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import glimpse, meant, offers
from wargame.kernel.view import PUBLIC


def judged(program: Program, s: State) -> State:
    """Returns how many promises each team has kept and broken, which everybody is told."""
    layout = program.layout
    return [
        count
        for area in ("KEPT", "BROKEN")
        for count in s[layout[area] : layout[area] + layout["TEAMS"]]
    ]


def whisper(program: Program, s: State, pair: tuple[str, str], random: Random) -> State:
    """Returns the state after a word between two teams, as far as the rules allow it."""
    team, to = random.sample(pair, 2)
    turn, number = s[program.layout["TURN"]], random.randint(1, 4)
    give, want = (
        random.choice(["", *(id for id, term in program.scenario.terms.items() if term.by == by)])
        for by in (team, to)
    )
    by = turn + random.randint(0, 3)
    said = random.choice(
        (
            d.Offer(team, to, give, by if give else 0, want, by if want else 0),
            d.Answer(team, number, random.random() < 0.8),
            d.Withdraw(team, number),
        )
    )
    if isinstance(said, d.Offer) or pair_of(program, s, meant(program, s, said)) == set(pair):
        return tried(program, s, meant(program, s, said))[0]
    return s


def pair_of(program: Program, s: State, said: d.Decision) -> set[str]:
    """Returns whose deal a decision is about, nobody's where it is about none."""
    if isinstance(said, d.Offer):
        return {said.team, said.to}
    if isinstance(said, d.Answer | d.Withdraw):
        return {team for team in program.teams if said.offer - 1 in offers(program, s, team)}
    return set()


def tried(program: Program, s: State, made: d.Decision) -> tuple[State, str]:
    """Returns the state after a decision, or as it is with what the seat is told instead."""
    try:
        return step(program, s, made), ""
    except DecisionIllegal as refusal:
        return s, str(refusal)


def renumbered(program: Program, busy: State, quiet: State, made: d.Decision) -> d.Decision:
    """Returns a decision of the busy game with the number that the offer has in the quiet one."""
    if not isinstance(made, d.Answer | d.Withdraw):
        return made
    (other,) = pair_of(program, busy, made) - {made.team}
    in_busy, in_quiet = (
        [k for k in offers(program, s, made.team) if k in offers(program, s, other)]
        for s in (busy, quiet)
    )
    return evolve(made, offer=in_quiet[in_busy.index(made.offer - 1)] + 1)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from((FAIR, "s400")), st.integers(0, 2**32))
def test_a_game_with_deals_between_others_is_the_game_without_them(id: str, seed: int) -> None:
    program, random = program_of(id), Random(seed)
    first, second = random.sample(program.teams, 2)
    others = [team for team in program.teams if team not in (first, second)]
    busy = quiet = begin(program, Setup(seed=seed))
    for _ in range(150):
        if judged(program, busy) != judged(program, quiet) or node(program, busy).kind == "over":
            break
        for seat in (*others, PUBLIC):
            assert glimpse(program, busy, seat) == glimpse(program, quiet, seat)
            assert legal.decisions(program, busy, seat) == legal.decisions(program, quiet, seat)
        busy = whisper(program, busy, (first, second), random)
        seat, to = random.choice(others), random.choice(program.teams)
        for own in (d.Offer(seat, to, "", 0, "", 0), d.Withdraw(seat, random.randint(1, 5))):
            (busy, told), (quiet, expected) = (
                tried(program, s, meant(program, s, own)) for s in (busy, quiet)
            )
            # a refusal of the kernel names the place; the table's are held to the letter
            assert bool(told) == bool(expected)
        made = decide(program, busy, random, asides=0.4)
        if pair_of(program, busy, made) == {first, second}:
            busy = step(program, busy, made)
        else:
            same = renumbered(program, busy, quiet, made)
            busy, quiet = step(program, busy, made), step(program, quiet, same)
