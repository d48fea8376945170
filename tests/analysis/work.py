"""Work for executors that can be counted, and that goes wrong where it is told to."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from wargame.errors import UsageInvalid


@frozen
class Numbers:
    """Makes of each game its number, and says which process it was made by."""

    a_second: int = 100

    def ready(self) -> Callable[[range], tuple[int, ...]]:
        return tuple


@frozen
class Deadly:
    """Kills the process that plays game 7: as often as `folder` has room for another file."""

    folder: Path
    times: int
    a_second: int = 100

    def ready(self) -> Callable[[range], tuple[int, ...]]:
        def play(games: range) -> tuple[int, ...]:
            deaths = len(list(self.folder.iterdir()))
            if 7 in games and deaths < self.times:
                (self.folder / str(deaths)).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return tuple(games)

        return play


@frozen
class Refused:
    """Can play no game from the fifth on."""

    a_second: int = 20

    def ready(self) -> Callable[[range], tuple[int, ...]]:
        def play(games: range) -> tuple[int, ...]:
            if games.stop > 5:
                raise UsageInvalid("no more", remedy="stop")
            return tuple(games)

        return play


@frozen
class Endless:
    """Plays game 0 at once, and every other for ever."""

    a_second: int = 20

    def ready(self) -> Callable[[range], tuple[int, ...]]:
        def play(games: range) -> tuple[int, ...]:
            while 0 not in games:
                pass
            return tuple(games)

        return play
