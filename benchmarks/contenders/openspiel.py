"""The benchmark ruleset as an OpenSpiel Python game over the generated functions.

Written for speed: a state is the program's list of ints, an action is the number of an order (or
PASS), chance is explicit. Nothing is kept that a random simulation does not ask for.
"""

from __future__ import annotations

from typing import Any

import pyspiel

from benchmarks.contenders.contender import Contender, seeds_of, start_of, timed
from wargame.kernel.program import Program

PLAYERS = 4
TERMINAL, CHANCE = pyspiel.PlayerId.TERMINAL, pyspiel.PlayerId.CHANCE
TOTALS = [(total, (6 - abs(total - 7)) / 36) for total in range(2, 13)]
"""The sums of two dice and how likely they are."""

TYPE = pyspiel.GameType(
    short_name="python_wargame_bench",
    long_name="The benchmark ruleset",
    dynamics=pyspiel.GameType.Dynamics.SEQUENTIAL,
    chance_mode=pyspiel.GameType.ChanceMode.EXPLICIT_STOCHASTIC,
    information=pyspiel.GameType.Information.IMPERFECT_INFORMATION,
    utility=pyspiel.GameType.Utility.GENERAL_SUM,
    reward_model=pyspiel.GameType.RewardModel.TERMINAL,
    max_num_players=PLAYERS,
    min_num_players=PLAYERS,
    provides_information_state_string=False,
    provides_information_state_tensor=False,
    provides_observation_string=False,
    provides_observation_tensor=False,
)


class Game(pyspiel.Game):
    def __init__(self, program: Program, start: list[int]) -> None:
        info = pyspiel.GameInfo(
            num_distinct_actions=len(program.orders) + 1,
            max_chance_outcomes=len(program.cards),
            num_players=PLAYERS,
            min_utility=0.0,
            max_utility=20.0,
            max_game_length=400,
        )
        super().__init__(TYPE, info, {})
        self.program = program
        self.start = start

    def new_initial_state(self) -> State:
        return State(self)


class State(pyspiel.State):
    def __init__(self, game: Game) -> None:
        super().__init__(game)
        program = game.program
        self.run: Any = program.run
        self.s = game.start.copy()
        self.out = program.scratch()
        layout = program.layout
        self.wait, self.who, self.what = layout["WAIT"], layout["WHO"], layout["WHAT"]
        self.sealed, self.pass_ = layout["SEALED"], len(program.orders)
        self.cards: list[int] = []
        self.advance()

    def advance(self) -> None:
        """Plays on to the next node that a player or chance decides, and notes who that is."""
        run, s, wait = self.run, self.s, self.wait
        while True:
            run.settle(s, self.out)
            node = s[wait]
            if node == run.N_PHASE:
                run.end_phase(s, self.out)
            elif node == run.N_RULING:
                run.accept(s)
            elif node == run.N_CARD:
                n = run.drawable(s, self.out)
                if n:
                    self.cards = self.out[:n]
                    self.player = CHANCE
                    return
                run.forgo_cards(s)
            elif node == run.N_ORDERS:
                first = self.sealed
                self.player = s.index(0, first, first + PLAYERS) - first
                return
            elif node == run.N_CHOICE:
                self.player = s[self.who]
                return
            else:
                self.player = TERMINAL if node == run.N_OVER else CHANCE
                return

    def current_player(self) -> int:
        return self.player

    def is_terminal(self) -> bool:
        return bool(self.player == TERMINAL)

    def _legal_actions(self, player: int) -> list[int]:
        if self.s[self.wait] == self.run.N_CHOICE:
            return list(range(self.run.OPTIONS[self.s[self.what]]))
        n = self.run.legal(self.s, player, self.out)
        return [*self.out[:n], self.pass_]

    def chance_outcomes(self) -> list[tuple[int, float]]:
        node = self.s[self.wait]
        if node == self.run.N_DICE:
            return TOTALS
        if node == self.run.N_CARD:
            p = 1.0 / len(self.cards)
            return [(card, p) for card in self.cards]
        n = self.run.AGENDAS[self.s[self.who]]
        return [(k, 1.0 / n) for k in range(n)]

    def _apply_action(self, action: int) -> None:
        run, s = self.run, self.s
        node = s[self.wait]
        if node == run.N_ORDERS:
            if action == self.pass_:
                run.seal(s, self.player)
            else:
                run.place_order(s, self.player, action, 0)
                return
        elif node == run.N_DICE:
            run.roll_dice(s, action)
        elif node == run.N_CARD:
            run.give_card(s, action)
        elif node == run.N_CHOICE:
            run.choose(s, action)
        else:
            run.give_agenda(s, s[self.who], action)
        self.advance()

    def returns(self) -> list[float]:
        return [float(self.run.score(self.s, team)) for team in range(PLAYERS)]

    def _action_to_string(self, player: int, action: int) -> str:
        return str(action)

    def __str__(self) -> str:
        return " ".join(map(str, self.s))


def openspiel(program: Program) -> Contender:
    """Returns the contender: random games in this library's own loop."""
    start = start_of(program)
    return Contender(
        "OpenSpiel, Python game", lambda n: timed(lambda: series(program, start, seeds_of(n)))
    )


def series(program: Program, start: list[int], seeds: list[tuple[int, int]]) -> list[int]:
    """Plays random games as OpenSpiel's own simulation does; returns the final states' hashes.

    In place of NumPy's generator stand the keyed draws that all contenders make.
    """
    run, layout = program.run, program.layout
    a, b, turn = layout["SEED_A"], layout["SEED_B"], layout["TURN"]
    wait, what = layout["WAIT"], layout["WHAT"]
    number, policy = run.number, run.PURPOSE_POLICY
    hashes = []
    for seed in seeds:
        start[a], start[b] = seed
        state = Game(program, start).new_initial_state()
        s = state.s
        given = 0
        while not state.is_terminal():
            if state.is_chance_node():
                outcomes = state.chance_outcomes()
                if s[wait] == run.N_DICE:
                    action = run.chance_dice(s)
                else:
                    action = outcomes[draw(run, s, len(outcomes), layout)][0]
                state.apply_action(action)
                continue
            player = state.current_player()
            actions = state.legal_actions(player)
            if s[wait] == run.N_CHOICE:
                purpose = policy + 100 + s[what]
                k = number(s[a], s[b], s[turn], purpose, 0, len(actions))
            else:
                k = number(s[a], s[b], s[turn], policy + player, given, len(actions))
                given = 0 if k == len(actions) - 1 else given + 1
            state.apply_action(actions[k])
        hashes.append(run.state_hash(s))
    return hashes


def draw(run: Any, s: list[int], n: int, layout: Any) -> int:
    """Returns which of n cards or agendas the engine's chance takes."""
    who, what = s[layout["WHO"]], s[layout["WHAT"]]
    seed = (s[layout["SEED_A"]], s[layout["SEED_B"]], s[layout["TURN"]])
    if s[layout["WAIT"]] == run.N_CARD:
        gone = s[layout["GONE"] + what]
        return int(run.number(*seed, run.PURPOSE_CARD + what * 16 + who, gone, n))
    return int(run.number(*seed, run.PURPOSE_AGENDA + who, 0, n))
