"""Plays whole games between bots, fast: no journal, no facilitator, the engine's chance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from attrs import define, field, frozen

from wargame.bots.bot import Bot
from wargame.errors import DecisionIllegal, UsageInvalid
from wargame.kernel.decisions import Answer, Decision, Offer, Seal
from wargame.kernel.node import does
from wargame.kernel.play import begin, step
from wargame.kernel.program import Program
from wargame.kernel.score import agenda_of, ending_of, scores
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import glimpse, meant
from wargame.kernel.slots import NODES
from wargame.language import tr

TALKS = 3
"""How often a team is asked to talk in one phase at most: offer, answer, and once more."""


@frozen
class TeamTurn:
    """Is what one team could order in one turn, and what it ordered.

    `state` is the game as it stood before the team's first order.
    """

    turn: int
    team: str
    legal: tuple[str, ...]
    orders: tuple[str, ...]
    state: State = field(repr=False)


@frozen
class Fall:
    """Is a time at which dice fall: the states `before` the first of them and `after` the last.

    Nobody decides in between, and no card is dealt.
    """

    before: State = field(repr=False)
    after: State = field(repr=False)


@frozen
class MatchResult:
    """Is a finished game; `offered` and `accepted` count deals, `kept` and `broken` promises.

    `drawn` are the cards that left their pile, `played` those of them that happened; `ends` are the
    states at the end of each turn, the last of them the final `state`; `falls` are those of dice.
    """

    state: State = field(repr=False)
    ends: tuple[State, ...] = field(repr=False)
    falls: tuple[Fall, ...] = field(repr=False)
    scores: Mapping[str, int]
    ending: str
    agendas: Mapping[str, str]
    turns: tuple[TeamTurn, ...]
    drawn: tuple[str, ...]
    played: tuple[str, ...]
    offered: int
    accepted: int
    kept: int
    broken: int


def play_match(
    program: Program,
    setup: Setup,
    bots: Mapping[str, Bot],
    *,
    talk: bool = True,
) -> MatchResult:
    """Plays a game between bots, one for each team, to its end.

    Raises:
        UsageInvalid: a team has no bot, or the set-up cannot be used.
    """
    return play_rest(program, begin(program, setup), bots, talk=talk)


def play_rest(
    program: Program, state: State, bots: Mapping[str, Bot], *, talk: bool = True
) -> MatchResult:
    """Plays a game between bots from any state to its end, by the chance that the state has.

    What the result says of turns, falls and deals begins there; its promises are the whole game's.
    Where teams are talking they go on, and orders that are given or sealed stand.

    Raises:
        UsageInvalid: a team has no bot.
    """
    for team in program.teams:
        if team not in bots:
            raise UsageInvalid(
                tr("nobody plays '{team}'", team=team), remedy=tr("name a bot for every team")
            )
    players = _Bots(program, tuple(bots[team] for team in program.teams), talk=talk)
    return _play(program, state.copy(), players)


def play_core(program: Program, setup: Setup, *, doctrine: int) -> MatchResult:
    """Plays a game as the program's own playout does, without deals: the fastest way there is.

    `doctrine` has a bit for each team that follows its doctrine; the others play at random.
    """
    return _play(program, begin(program, setup), _Core(program, doctrine))


class _Players(Protocol):
    """Decides for the teams; a state is changed in place."""

    offered: int
    accepted: int

    def order(self, s: State, team: int) -> State:
        """Gives and seals a team's orders."""

    def choose(self, s: State) -> State:
        """Answers the question of the choice node."""

    def talk(self, s: State) -> State:
        """Lets all teams talk."""


@define
class _Core:
    program: Program
    doctrine: int
    offered: int = 0
    accepted: int = 0

    def order(self, s: State, team: int) -> State:
        out = self.program.scratch()
        self.program.run.play_orders(s, team, out, (self.doctrine >> team) & 1, 0)
        return s

    def choose(self, s: State) -> State:
        run, layout = self.program.run, self.program.layout
        card = s[layout["WHAT"]]
        seed = (s[layout["SEED_A"]], s[layout["SEED_B"]], s[layout["TURN"]])
        # the purpose and index by which a playout chooses
        purpose = layout["PURPOSE_POLICY"] + 100 + card
        run.choose(s, run.number(*seed, purpose, 0, run.OPTIONS[card]))
        return s

    def talk(self, s: State) -> State:
        return s


@define
class _Bots:
    program: Program
    bots: tuple[Bot, ...]
    talk_too: bool = field(alias="talk")
    offered: int = 0
    accepted: int = 0

    def order(self, s: State, team: int) -> State:
        program, bot, seat = self.program, self.bots[team], self.program.teams[team]
        out = program.scratch()
        sealed = program.layout["SEALED"] + team
        while not s[sealed]:
            # nothing is left to give: whoever plays, it can only seal
            left = program.run.legal(s, team, out) > 0
            s = step(program, s, bot.decide(glimpse(program, s, seat)) if left else Seal(seat))
        return s

    def choose(self, s: State) -> State:
        team = s[self.program.layout["WHO"]]
        seen = glimpse(self.program, s, self.program.teams[team])
        return step(self.program, s, self.bots[team].decide(seen))

    def talk(self, s: State) -> State:
        waiting = set(range(len(self.bots))) if self.talk_too else set()
        for _ in range(TALKS):
            addressed: set[int] = set()
            for team in sorted(waiting):
                seen = glimpse(self.program, s, self.program.teams[team])
                # all of it was said of one glimpse, whatever the first of it changes
                said = [meant(self.program, s, each) for each in self.bots[team].talk(seen)]
                for decision in said:
                    s, heard = self._say(s, decision)
                    addressed |= heard
            waiting = addressed
        return s

    def _say(self, s: State, decision: Decision) -> tuple[State, set[int]]:
        """Returns the state after an offer or answer, and who has to hear of it."""
        teams = self.program.teams
        try:
            after = step(self.program, s, decision)
        except DecisionIllegal:
            # another's words came first: the offer is gone, or no point left for the stake
            return s, set()
        if isinstance(decision, Offer):
            self.offered += 1
            return after, {teams.index(decision.to)}
        if isinstance(decision, Answer):
            self.accepted += decision.accept
        return after, set()


def _play(program: Program, s: State, players: _Players) -> MatchResult:
    """Plays as `portable/playout.py` does, with the teams' decisions left to the players."""
    run, layout = program.run, program.layout
    out = program.scratch()
    turns: list[TeamTurn] = []
    ends: list[State] = []
    falls: list[Fall] = []
    standing: State | None = None
    while (waiting := NODES[s[layout["WAIT"]]]) != "over":
        if waiting == "dice":
            standing = standing or s.copy()
        elif standing:
            falls.append(Fall(standing, s.copy()))
            standing = None
        if waiting == "orders":
            for team in range(len(program.teams)):
                if s[layout["SEALED"] + team]:
                    continue
                before, legal = s.copy(), out[: run.legal(s, team, out)]
                s = players.order(s, team)
                turns.append(_team_turn(program, before, s, team, legal))
        elif waiting == "phase":
            if does(program, s) == "talk":
                s = players.talk(s)
            if s[layout["PHASE"]] == len(program.phases):
                ends.append(s.copy())
            run.end_phase(s, out)
        elif waiting == "choice":
            s = players.choose(s)
        else:
            run.let_stand(s, s[layout["WAIT"]], out)
        run.settle(s, out)
    return _result(program, s, tuple(turns), tuple(ends), tuple(falls), players)


def reseeded(program: Program, s: State, seed: int) -> State:
    """Returns a copy of a state from which on all chance is another's."""
    other = s.copy()
    other[program.layout["SEED_A"]] = seed >> 32
    other[program.layout["SEED_B"]] = seed & 0xFFFFFFFF
    return other


def _team_turn(program: Program, before: State, s: State, team: int, legal: list[int]) -> TeamTurn:
    layout = program.layout
    first = layout["ORDER"] + team * layout["PER_TEAM"]
    given = s[first : first + layout["PER_TEAM"]]
    return TeamTurn(
        turn=s[layout["TURN"]],
        team=program.teams[team],
        legal=tuple(program.orders[number] for number in legal),
        # what has a number beyond theirs is an argument in a team's own words
        orders=tuple(program.orders[o - 1] for o in given if 0 < o <= len(program.orders)),
        state=before,
    )


def _result(
    program: Program,
    s: State,
    turns: tuple[TeamTurn, ...],
    ends: tuple[State, ...],
    falls: tuple[Fall, ...],
    players: _Players,
) -> MatchResult:
    layout, teams = program.layout, len(program.teams)
    places = s[layout["PLACE"] : layout["PLACE"] + len(program.cards)]
    return MatchResult(
        state=s,
        ends=(*ends, s),
        falls=falls,
        scores=scores(program, s),
        ending=ending_of(program, s),
        agendas={team: agenda_of(program, s, team) for team in program.teams},
        turns=turns,
        drawn=tuple(id for id, at in zip(program.cards, places, strict=True) if at),
        played=tuple(
            id for id, at in zip(program.cards, places, strict=True) if at == layout["OUT"]
        ),
        offered=players.offered,
        accepted=players.accepted,
        kept=sum(s[layout["KEPT"] : layout["KEPT"] + teams]),
        broken=sum(s[layout["BROKEN"] : layout["BROKEN"] + teams]),
    )
