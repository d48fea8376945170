"""Play: where a game stands for players who move one at a time."""

from __future__ import annotations

from random import Random
from typing import Any

from attrs import define, field

from wargame.interop.course import NOBODY, befall, rest, to_move
from wargame.interop.recall import Recall, digest_of
from wargame.interop.rules import Rules
from wargame.kernel.resample import resample
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse, glimpse


@define
class Play:
    """Is a state, the team that decides in it (NOBODY: chance, or the game is over), and recall.

    Only `apply` changes where it stands. A search asks again and again for what is seen there, so
    that is kept.
    """

    s: State
    team: int
    recall: tuple[Recall, ...]
    _sight: dict[int, bytes] = field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def begin(cls, rules: Rules) -> Play:
        """Returns a new game. Its seed is 0: whoever plays draws from `course.outcomes`."""
        s = rules.new_state(0)
        rest(rules.program, s)
        recall = (Recall(),) * len(rules.program.teams)
        return cls(s, to_move(rules.program, s, NOBODY), recall)

    @classmethod
    def imagined(cls, rules: Rules, seen: Glimpse, random: Random, past: Recall) -> Play:
        """Returns a game, drawn by chance, that agrees with all that a seat sees now.

        It remembers its own past; the others', of which it knows nothing, are empty.
        """
        program = rules.program
        s = resample(seen, random)
        for name in ("SEED_A", "SEED_B"):
            s[program.layout[name]] = 0
        team = program.teams.index(seen.seat)
        recall = tuple(past if t == team else Recall() for t in range(len(program.teams)))
        return cls(s, to_move(program, s, team), recall)

    def __deepcopy__(self, memo: dict[int, Any]) -> Play:
        """Returns a copy that can be played on by itself; what is remembered is never changed."""
        return Play(self.s.copy(), self.team, self.recall)

    def apply(self, rules: Rules, action: int) -> None:
        """Lets chance bring an outcome, or the team that decides take an action."""
        if self.team == NOBODY:
            befall(rules.program, self.s, action)
        else:
            before = self.s.copy()
            rules.actions.take(self.s, self.team, action)
            self.recall = (
                *self.recall[: self.team],
                self.recall[self.team].after(before, action),
                *self.recall[self.team + 1 :],
            )
        rest(rules.program, self.s)
        self.team = to_move(rules.program, self.s, self.team)
        self._sight.clear()

    def remembered(self, rules: Rules, team: int) -> Recall:
        """Returns what a team remembers, digested; it is kept so."""
        past = self.recall[team].read(rules.program, rules.program.teams[team])
        self.recall = (*self.recall[:team], past, *self.recall[team + 1 :])
        return past

    def sight(self, rules: Rules, team: int) -> bytes:
        """Returns a digest of what a team sees now."""
        if team not in self._sight:
            seen = glimpse(rules.program, self.s, rules.program.teams[team])
            self._sight[team] = digest_of(seen)
        return self._sight[team]

    def resampled(self, rules: Rules, team: int, random: Random) -> Play:
        """Returns a game that the team cannot tell from this one, drawn by chance."""
        seen = glimpse(rules.program, self.s, rules.program.teams[team])
        return Play.imagined(rules, seen, random, self.remembered(rules, team))
