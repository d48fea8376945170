"""A scenario as an OpenSpiel game, registered as `python_wargame` when this module is imported.

Teams are the players, in the author's order, and move one at a time: at the orders the first
gives its orders and seals, then the next; an information set holds what the seat sees and what it
has done, so nobody knows the others' orders before the reveal. Agendas, cards and dice are chance
nodes with exact probabilities. Returns are the teams' scores, 0 to 10: a general-sum game. Outcomes
stand as the dice show them; teams make no deals, take no orders back and make no arguments in
their own words.

Parameters: `scenario` (an id; the default scenario where it is empty), `preset`, `off` (switches
turned off, joined by `+`) and `root` (a folder of scenarios that goes before the shipped ones).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from wargame.interop.extra import missing

try:
    import pyspiel
except ModuleNotFoundError as fault:
    raise missing("openspiel", fault) from None

import numpy as np

from wargame.interop.course import NOBODY, outcomes
from wargame.interop.play import Play
from wargame.interop.recall import Recall
from wargame.interop.rules import Rules
from wargame.kernel.sight import Glimpse, glimpse
from wargame.kernel.slots import NODES
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.scenario.checks.numbers import TEAM_LIMIT
from wargame.scenario.checks.scoring import WHOLE

NAME = "python_wargame"

GAME_TYPE = pyspiel.GameType(
    short_name=NAME,
    long_name="Wargame scenario",
    dynamics=pyspiel.GameType.Dynamics.SEQUENTIAL,
    chance_mode=pyspiel.GameType.ChanceMode.EXPLICIT_STOCHASTIC,
    information=pyspiel.GameType.Information.IMPERFECT_INFORMATION,
    utility=pyspiel.GameType.Utility.GENERAL_SUM,
    reward_model=pyspiel.GameType.RewardModel.TERMINAL,
    max_num_players=TEAM_LIMIT,
    min_num_players=1,
    provides_information_state_string=True,
    provides_information_state_tensor=True,
    provides_observation_string=True,
    provides_observation_tensor=True,
    parameter_specification={"scenario": "", "preset": "", "off": "", "root": ""},
)


class WargameGame(pyspiel.Game):  # type: ignore[misc]  # pyspiel has no types that mypy reads
    """Is one scenario, with its preset and switches."""

    def __init__(
        self, params: Mapping[str, Any] | None = None, *, rules: Rules | None = None
    ) -> None:
        """Loads the scenario that the parameters name, unless its rules are at hand."""
        given = dict(params or {})
        self.rules = rules or Rules.load(
            given.get("scenario", ""),
            preset=given.get("preset", ""),
            off=tuple(filter(None, given.get("off", "").split("+"))),
            root=given.get("root", ""),
        )
        self.start = Play.begin(self.rules)
        run, teams = self.rules.program.run, self.rules.program.teams
        cards = len(self.rules.program.cards)
        highest = max(dice * sides for dice, sides in zip(run.DICE, run.SIDES, strict=True))
        self.chances = len(teams) + cards + self.rules.orders
        info = pyspiel.GameInfo(
            num_distinct_actions=self.rules.actions.size,
            max_chance_outcomes=max(cards, highest + 1, *run.AGENDAS),
            num_players=len(teams),
            min_utility=0.0,
            max_utility=float(WHOLE),
            max_game_length=self.rules.decisions,
        )
        super().__init__(GAME_TYPE, info, given)

    def new_initial_state(self) -> WargameState:
        """Returns a new game: chance deals the first agenda, or whatever comes first."""
        return WargameState(self)

    def imagined_state(self, seen: Glimpse, random: Random) -> WargameState:
        """Returns a state, drawn by chance, that agrees with what a seat sees; it is to decide."""
        state = WargameState(self)
        state.play = Play.imagined(self.rules, seen, random, Recall())
        return state

    def max_chance_nodes_in_history(self) -> int:
        """Returns the most chance nodes: agendas, cards (each drawn once) and one roll an order."""
        return self.chances

    def make_py_observer(
        self, iig_obs_type: Any = None, params: Mapping[str, Any] | None = None
    ) -> WargameObserver:
        """Returns what observes states of this game."""
        kind = iig_obs_type or pyspiel.IIGObservationType(perfect_recall=False)
        return WargameObserver(self.rules, kind, params)


class WargameState(pyspiel.State):  # type: ignore[misc]  # as above
    """Is where a game stands.

    What OpenSpiel clones and serialises is the one attribute `play`; the rules are the game's.
    """

    def __init__(self, game: WargameGame) -> None:
        """Stands at the beginning of a game."""
        super().__init__(game)
        self.play: Play = game.start.__deepcopy__({})

    @property
    def rules(self) -> Rules:
        """The rules of the game."""
        rules: Rules = self.get_game().rules
        return rules

    def current_player(self) -> int:
        """Returns the team that decides, or that chance does or the game is over."""
        if self.play.team != NOBODY:
            return self.play.team
        over = pyspiel.PlayerId.TERMINAL if self.is_terminal() else pyspiel.PlayerId.CHANCE
        return int(over)

    def is_terminal(self) -> bool:
        """Returns whether the game is over."""
        return NODES[self.play.s[self.rules.program.layout["WAIT"]]] == "over"

    def returns(self) -> list[float]:
        """Returns the teams' scores, which are 0 until the game is over."""
        program = self.rules.program
        if not self.is_terminal():
            return [0.0] * len(program.teams)
        return [float(program.run.score(self.play.s, team)) for team in range(len(program.teams))]

    def chance_outcomes(self) -> list[tuple[int, float]]:
        """Returns what chance can bring, with exact probabilities: see `course.outcomes`."""
        return outcomes(self.rules.program, self.play.s)

    def _legal_actions(self, player: int) -> list[int]:
        return self.rules.actions.legal(self.play.s, player)

    def _apply_action(self, action: int) -> None:
        self.play.apply(self.rules, int(action))

    def _action_to_string(self, player: int, action: int) -> str:
        program = self.rules.program
        s, layout = self.play.s, program.layout
        if player >= 0:
            return str(self.rules.actions.decision(s, program.teams[player], action))
        waiting, who = NODES[s[layout["WAIT"]]], s[layout["WHO"]]
        if waiting == "agenda":
            return f"deal {program.teams[who]} {program.agendas[who][action]}"
        if waiting == "card":
            return f"draw {program.cards[action]} {program.teams[who - 1] if who else ''}".rstrip()
        return f"roll {action} in all"

    def resample_from_infostate(self, player: int, sampler: Callable[[], float]) -> WargameState:
        """Returns a state that the player cannot tell from this one, drawn by chance."""
        return self.resample(player, Random(int(sampler() * 2**53)))

    def resample(self, player: int, random: Random) -> WargameState:
        """Does the same with a chance of Python's.

        Its history is empty: the true one would tell secrets. What the player could infer from
        turns gone by, and does not see any more, is not used.
        """
        game = self.get_game()
        state = WargameState(game)
        state.play = self.play.resampled(game.rules, player, random)
        return state

    def __str__(self) -> str:
        """Returns everything, in words."""
        return self.rules.sights.text(glimpse(self.rules.program, self.play.s, FACILITATOR))


class WargameObserver:
    """Observes states for a player, for nobody's seat, or for everybody together.

    The tensor is a row of `sights`, and with perfect recall the player's actions, each counted from
    1, in the order in which it took them.
    """

    def __init__(self, rules: Rules, kind: Any, params: Mapping[str, Any] | None) -> None:
        """Observes by that IIGObservationType; there are no parameters."""
        if params:
            raise ValueError(f"observers of {NAME} have no parameters: {params}")
        if not kind.public_info:
            raise ValueError(f"observers of {NAME} always see what is public")
        self._rules, self._kind = rules, kind
        sights = len(rules.sights.names)
        # of a team: its orders and seals, and every question
        teams = len(rules.program.teams)
        actions = (rules.decisions - rules.questions) // teams + rules.questions
        self.tensor = np.zeros(sights + (actions if kind.perfect_recall else 0), np.float32)
        self.dict = {"sights": self.tensor[:sights]}
        if kind.perfect_recall:
            self.dict["actions"] = self.tensor[sights:]

    def _glimpse(self, state: WargameState, player: int) -> Glimpse:
        program = self._rules.program
        private = pyspiel.PrivateInfoType
        seats = {
            private.SINGLE_PLAYER: program.teams[player],
            private.ALL_PLAYERS: FACILITATOR,
            private.NONE: PUBLIC,
        }
        return glimpse(program, state.play.s, seats[self._kind.private_info])

    def set_from(self, state: WargameState, player: int) -> None:
        """Fills the tensor with what the player observes."""
        self.dict["sights"][:] = self._rules.sights.row(self._glimpse(state, player))
        if self._kind.perfect_recall:
            actions = state.play.recall[player].actions
            self.dict["actions"].fill(0)
            self.dict["actions"][: len(actions)] = np.array(actions, dtype=np.float32) + 1

    def string_from(self, state: WargameState, player: int) -> str:
        """Returns what is observed: in words, or with a player's perfect recall as digests.

        A digest stands for all that the player saw at its own decisions and did there, another for
        what it sees now; they are equal where the player cannot tell two states apart.
        """
        single = pyspiel.PrivateInfoType.SINGLE_PLAYER
        if not self._kind.perfect_recall or self._kind.private_info != single:
            return self._rules.sights.text(self._glimpse(state, player))
        past = state.play.remembered(self._rules, player).digest
        now = state.play.sight(self._rules, player)
        return f"{self._rules.program.teams[player]} {past.hex() or '-'} {now.hex()}"


pyspiel.register_game(GAME_TYPE, WargameGame)
