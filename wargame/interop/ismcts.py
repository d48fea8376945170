"""IsmctsBot: OpenSpiel's information-set Monte Carlo tree search, with a seat at the table.

The search is theirs (Cowling, Powley and Whitehouse 2012, "Information Set Monte Carlo Tree
Search"). Ours are the worlds that it samples, drawn from what the seat sees, and the playouts by
which it values a leaf: the program's own, in which everybody follows a doctrine.
"""

from __future__ import annotations

from functools import lru_cache
from random import Random
from typing import Any

from attrs import frozen

from wargame.interop.extra import missing

try:
    import numpy as np
    from open_spiel.python.algorithms.ismcts import ISMCTSBot, ISMCTSFinalPolicyType
    from open_spiel.python.algorithms.mcts import Evaluator
except ModuleNotFoundError as fault:
    raise missing("openspiel", fault) from None

from wargame.bots.standpoint import Standpoint
from wargame.errors import UsageInvalid
from wargame.interop.actions import Actions
from wargame.interop.openspiel import WargameGame, WargameState
from wargame.interop.rules import Rules
from wargame.kernel.decisions import Decision
from wargame.kernel.program import Program
from wargame.kernel.sight import Glimpse
from wargame.text import clean

SIMULATIONS = 200
LEAST, MOST = 2, 100_000
"""Simulations that the search can have; its first only opens the root."""

EXPLORATION = 2.0
"""The constant of the search's bound, in points of score: about how far scores are apart."""


@frozen
class IsmctsBot:
    """Decides by `simulations` simulations of OpenSpiel's search a decision; it makes no deals."""

    seed: int
    simulations: int

    @property
    def name(self) -> str:
        """The name that `make` knows it by."""
        return f"openspiel:{self.simulations}"

    def decide(self, seen: Glimpse) -> Decision:
        """Returns the decision that the search visited most."""
        chance = Standpoint.of(seen, self.seed).random
        game, actions = _game(seen.program), Actions(seen.program)
        search = ISMCTSBot(
            game,
            PlayoutEvaluator(chance),
            EXPLORATION,
            self.simulations,
            random_state=np.random.RandomState(chance.getrandbits(32)),
            final_policy_type=ISMCTSFinalPolicyType.MAX_VISIT_COUNT,
        )
        search.set_resampler(lambda state, player: state.resample(player, chance))
        action = int(search.step(game.imagined_state(seen, chance)))
        return actions.decision(seen.slots, seen.seat, action)

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        """Returns nothing: deals have no place in the game that is searched."""
        return ()


class PlayoutEvaluator(Evaluator):  # type: ignore[misc]  # open_spiel has no types that mypy reads
    """Values a state by one playout of the program; all legal actions are as good to begin with."""

    def __init__(self, random: Random) -> None:
        """Plays out by that chance."""
        self._random = random

    def evaluate(self, state: WargameState) -> list[float]:
        """Returns what each team scored."""
        program = state.rules.program
        s = state.play.s.copy()
        for name in ("SEED_A", "SEED_B"):
            s[program.layout[name]] = self._random.getrandbits(32)
        everybody = (1 << len(program.teams)) - 1
        program.run.playout(s, program.scratch(), everybody, 0)
        return [float(program.run.score(s, team)) for team in range(len(program.teams))]

    def prior(self, state: WargameState) -> list[tuple[int, float]]:
        """Returns each action with the same probability."""
        legal: list[int] = state.legal_actions()
        return [(action, 1 / len(legal)) for action in legal]


@lru_cache(maxsize=4)
def _game(program: Program) -> Any:
    """Returns the game of a program; whoever set it up, the state says how."""
    return WargameGame(rules=Rules(program))


def ismcts_bot(argument: str | None, *, seed: int) -> IsmctsBot:
    """Returns the bot `openspiel` or `openspiel:SIMULATIONS`; the entry point of `wargame.bots`.

    Raises:
        UsageInvalid: its number of simulations cannot be used.
    """
    if argument is None:
        return IsmctsBot(seed, SIMULATIONS)
    digits = argument if argument.isascii() and argument.isdigit() and len(argument) <= 9 else "0"
    if not LEAST <= int(digits) <= MOST:
        raise UsageInvalid(
            f"'{clean(argument, limit=40)}' is no number of simulations",
            remedy=f"write openspiel:N with N from {LEAST} to {MOST}",
        )
    return IsmctsBot(seed, int(digits))
