"""Games to ask bots about: every state between two decisions, of the scenario that is small."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wargame.bots import Bot, make
from wargame.errors import DecisionIllegal
from wargame.kernel.decisions import Accept, Advance, Decision
from wargame.kernel.node import does, node
from wargame.kernel.play import begin, chance, step
from wargame.kernel.program import build
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import glimpse, meant
from wargame.scenario.load import load_scenario

COUNTRYSIDE = build(load_scenario("river"))


def seats_to_decide(state: State) -> tuple[str, ...]:
    """Returns the teams that have to decide something."""
    return tuple(seat for seat in node(COUNTRYSIDE, state).seats if seat in COUNTRYSIDE.teams)


def states_of_a_game(seed: int, bot: Callable[[int], Bot], *, talk: bool = True) -> Iterator[State]:
    """Yields every state of a game between bots."""
    bots = {team: bot(seed + number) for number, team in enumerate(COUNTRYSIDE.teams)}
    state = begin(COUNTRYSIDE, Setup(seed=seed))
    yield state
    while node(COUNTRYSIDE, state).kind != "over":
        if talk and node(COUNTRYSIDE, state).kind == "phase" and does(COUNTRYSIDE, state) == "talk":
            for team in (*COUNTRYSIDE.teams, *COUNTRYSIDE.teams):
                words = bots[team].talk(glimpse(COUNTRYSIDE, state, team))
                for said in [meant(COUNTRYSIDE, state, word) for word in words]:
                    try:
                        state = step(COUNTRYSIDE, state, said)
                    except DecisionIllegal:
                        continue
                    yield state
        state = step(COUNTRYSIDE, state, next_decision(state, bots))
        yield state


def next_decision(state: State, bots: dict[str, Bot]) -> Decision:
    """Returns what whoever's turn it is decides."""
    waiting = node(COUNTRYSIDE, state)
    seat = waiting.seats[0]
    if seat == "chance":
        return chance(COUNTRYSIDE, state)
    if seat in bots:
        return bots[seat].decide(glimpse(COUNTRYSIDE, state, seat))
    return Accept() if waiting.kind == "ruling" else Advance()


def talking_state(seed: int) -> State:
    """Returns the first state of a game in which teams talk."""

    def quiet(_: int) -> Bot:
        return make("doctrine", seed=seed)

    return next(
        state
        for state in states_of_a_game(seed, quiet, talk=False)
        if node(COUNTRYSIDE, state).kind == "phase" and does(COUNTRYSIDE, state) == "talk"
    )
