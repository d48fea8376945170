"""The rollout bot: plays ahead from states that agree with what it sees.

Orders are picked one at a time: in a playout the doctrine gives the team's remaining orders, so an
order is valued by the sensible bundles it belongs to, and a turn's candidates stay as few as its
legal orders, where bundles would be their square and each would get next to no playouts.
"""

from __future__ import annotations

from attrs import define, field

from wargame.bots.doctrine import DoctrineBot, weights
from wargame.bots.halving import halve
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Choose, Decision, Order, Seal
from wargame.kernel.node import boosts
from wargame.kernel.program import Program
from wargame.kernel.resample import resample
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse

PLAYOUTS = 64
LEAD = 0.5
"""What it is worth to have the highest score, in points; shared among those who have it."""


@define
class RolloutBot:
    """Decides by `playouts` playouts a decision, in which everybody follows a doctrine.

    It deals as the doctrine does: playouts hardly feel what a kept word is worth.
    """

    seed: int
    playouts: int
    _dealer: DoctrineBot = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._dealer = DoctrineBot(seed=self.seed)

    @property
    def name(self) -> str:
        """The name that `make` knows it by."""
        return f"rollout:{self.playouts}"

    def decide(self, seen: Glimpse) -> Decision:
        """Returns the decision after which the playouts went best."""
        here = Standpoint.of(seen, self.seed)
        candidates = here.choices() if here.kind == "choice" else order_candidates(here)
        if len(candidates) == 1:
            return candidates[0]
        worlds: list[State] = []
        everybody = (1 << len(here.program.teams)) - 1
        out = here.program.scratch()

        def sample(candidate: int, world: int) -> float:
            while len(worlds) <= world:
                worlds.append(resample(seen, here.random))
            state = worlds[world].copy()
            _apply(here.program, here.team, state, candidates[candidate])
            here.program.run.playout(state, out, everybody, world)
            return _value(here.program, here.team, state)

        return candidates[halve(len(candidates), self.playouts, sample)]

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        """Returns what the doctrine says."""
        return self._dealer.talk(seen)


def order_candidates(here: Standpoint) -> tuple[Decision, ...]:
    """Returns each legal order, plain and with all the points it could be boosted by, and the seal.

    The heaviest in the doctrine come first: a small budget reaches them only.
    """
    orders = here.orders()
    found: list[Decision] = []
    heaviest = sorted(zip(weights(here, orders), orders, strict=True), key=lambda pair: -pair[0])
    for _, number in heaviest:
        spare = boosts(here.program, here.state, here.team, number)
        order = here.program.orders[number]
        found += [Order(here.seen.seat, order, points) for points in sorted({0, spare})]
    found.insert(min(2, len(found)), Seal(here.seen.seat))
    return tuple(found)


def _apply(program: Program, team: int, state: State, decision: Decision) -> None:
    run = program.run
    if isinstance(decision, Order):
        run.place_order(state, team, program.order_number[decision.order], decision.boost)
    elif isinstance(decision, Choose):
        choice = program.scenario.cards[program.cards[state[program.layout["WHAT"]]]].choice
        run.choose(state, list(choice.options).index(decision.option) if choice else 0)
    else:
        run.seal(state, team)


def _value(program: Program, team: int, state: State) -> float:
    """Returns what a finished game is worth to a team."""
    scores = [program.run.score(state, number) for number in range(len(program.teams))]
    highest = max(scores)
    lead = LEAD / scores.count(highest) if scores[team] == highest else 0.0
    return float(scores[team] + lead)
