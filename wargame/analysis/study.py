"""Studies: what is measured by looking hard at some games, beyond counting what came of them.

A game is played once, and every study that is asked for looks at it. What each finds depends on the
series' seed and the game's number alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from attrs import field, frozen

from wargame.analysis.certainty import Certainty, certainty
from wargame.analysis.games import Progress, Series, play_game
from wargame.analysis.luck import Luck, luck
from wargame.analysis.observer import Trail, trail_of
from wargame.analysis.pool import share_out
from wargame.analysis.quandary import quandaries
from wargame.analysis.worth import Worth, worths
from wargame.bots import make
from wargame.bots.match import MatchResult
from wargame.bots.roster import quick, thorough
from wargame.errors import UsageInvalid
from wargame.kernel.program import Program, build
from wargame.language import tr
from wargame.text import clean, nearest


@frozen(kw_only=True)
class Finding:
    """Is what the studies found in one game; None of what was not asked for."""

    certainty: Certainty | None = None
    dice: Luck | None = None
    dilemmas: tuple[int, int] | None = None
    observer: Trail | None = None
    worth: tuple[Worth, ...] | None = None


def _certainty(p: Program, series: Series, number: int, game: MatchResult, r: Random) -> Any:
    bots = {team: quick(bot) for team, bot in series.bots.items()}
    return certainty(p, game, r, bots=bots, deals=series.deals)


def _dice(p: Program, series: Series, number: int, game: MatchResult, r: Random) -> Any:
    return luck(p, game, r, deals=series.deals)


def _dilemmas(p: Program, series: Series, number: int, game: MatchResult, r: Random) -> Any:
    bots: dict[str, object] = {
        team: make(thorough(bot), seed=r.getrandbits(64)) for team, bot in series.bots.items()
    }
    return quandaries(p, game, bots, r)


def _observer(p: Program, series: Series, number: int, game: MatchResult, r: Random) -> Any:
    return trail_of(p, game)


def _worth(p: Program, series: Series, number: int, game: MatchResult, r: Random) -> Any:
    return worths(p, game, r)


LOOKS: Mapping[str, Callable[[Program, Series, int, MatchResult, Random], Any]] = {
    "certainty": _certainty,
    "dice": _dice,
    "dilemmas": _dilemmas,
    "observer": _observer,
    "worth": _worth,
}
"""The studies by the names of what they find."""


@frozen
class Studies:
    """Is what the studies of `names` found, game by game in the order of their numbers."""

    names: tuple[str, ...] = ()
    found: Sequence[Finding] = field(default=())

    def of(self, name: str) -> list[Any]:
        """Returns what one study found in each game; nothing if it was not asked for."""
        return [getattr(one, name) for one in self.found] if name in self.names else []


def check_names(names: Sequence[str], known: Sequence[str]) -> None:
    """Checks what is asked for by name.

    Raises:
        UsageInvalid: there is no study of that name.
    """
    for name in names:
        if name not in known:
            word = clean(name, limit=40)
            raise UsageInvalid(
                tr(
                    "there is no study '{word}'{guess}",
                    word=word,
                    guess=nearest(word, tuple(known)),
                ),
                remedy=tr("one of: {known}", known=", ".join(known)),
            )


def study(
    series: Series, names: Sequence[str], *, jobs: int = 1, progress: Progress | None = None
) -> Studies:
    """Plays the games of a series and lets the named studies look at each.

    Ctrl+C ends it early and keeps the games that are over, perhaps none.

    Raises:
        UsageInvalid: there is no study of that name.
    """
    check_names(names, tuple(LOOKS))
    asked = tuple(name for name in LOOKS if name in names)
    found: dict[int, Finding] = {}
    games = share_out(_Looking(series, asked), series.games, jobs=jobs)
    try:
        for number, (finding,) in games:
            found[number] = finding
            if progress:
                progress(len(found))
    except KeyboardInterrupt:
        pass
    finally:
        games.close()
    return Studies(asked, [found[number] for number in sorted(found)])


def look(program: Program, series: Series, number: int, names: Sequence[str]) -> Finding:
    """Plays one game and returns what the named studies find in it."""
    game = play_game(program, series, number)
    found = {}
    for name in names:
        # each has a chance of its own: what it finds is the same whatever else is asked for
        random = Random(f"{series.seed} {number} {name}")
        found[name] = LOOKS[name](program, series, number, game, random)
    return Finding(**found)


@frozen
class _Looking:
    """Is the work of looking at each game of a series."""

    series: Series
    names: tuple[str, ...]

    def ready(self) -> Callable[[range], tuple[Finding, ...]]:
        program = build(self.series.scenario)
        return lambda numbers: tuple(
            look(program, self.series, number, self.names) for number in numbers
        )
