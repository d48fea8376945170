"""Deepens a balance: plays and looks at what its own games do not tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial

import attrs

from wargame.analysis.balance import Balance
from wargame.analysis.games import Progress, Series, play_series, require_some
from wargame.analysis.numbers import numbers_of
from wargame.analysis.sensitivity import sensitivity
from wargame.analysis.study import LOOKS, check_names, study
from wargame.analysis.tally import Tally

SEATS, NO_DEALS = "seats", "no_deals"
STUDIES = (SEATS, NO_DEALS, *LOOKS)
"""What can be studied: series of other games, then what is seen by looking hard at games."""
RANDOM = "random"

Stage = Callable[[str, int], AbstractContextManager[Progress | None]]
"""Is told what begins and how many there are of it, and gives what to tell of the progress."""


def silent(label: str, length: int) -> AbstractContextManager[Progress | None]:
    """Tells nobody."""
    return nullcontext()


def deepen(
    found: Balance,
    studies: Sequence[str],
    *,
    games: int,
    jobs: int = 1,
    stage: Stage = silent,
) -> Balance:
    """Returns a balance with the named studies made, each over `games` games on the same seeds.

    Ctrl+C ends them and keeps what is done.

    Raises:
        UsageInvalid: there is no study of that name, or `games` is below 1.
    """
    check_names(studies, STUDIES)
    require_some(games=games)
    series = attrs.evolve(found.series, games=games)
    play = partial(_play, jobs=jobs, stage=stage)
    for team in series.bots if SEATS in studies else ():
        seat = attrs.evolve(series, bots={**series.bots, team: RANDOM})
        if not found.is_cut:
            tally = play(seat, f"games with {team} at random")
            seats = {**found.random_seats, team: tally}
            found = attrs.evolve(found, random_seats=seats, is_cut=tally.games < games)
    if NO_DEALS in studies and not found.is_cut:
        without = attrs.evolve(series, deals=False)
        tally = play(without, "games without deals")
        found = attrs.evolve(found, no_deals=tally, is_cut=tally.games < games)
    looks = [name for name in LOOKS if name in studies]
    if looks and not found.is_cut:
        with stage("games looked at", games) as progress:
            seen = study(series, looks, jobs=jobs, progress=progress)
        found = attrs.evolve(found, studies=seen, is_cut=len(seen.found) < games)
    return found


def _play(series: Series, label: str, *, jobs: int, stage: Stage) -> Tally:
    """Returns the tally of a series; an empty one if Ctrl+C came before its first game was over."""
    try:
        with stage(label, series.games) as progress:
            return play_series(series, jobs=jobs, progress=progress)
    except KeyboardInterrupt:
        return Tally()


def move_numbers(found: Balance, *, games: int, jobs: int = 1, stage: Stage = silent) -> Balance:
    """Returns a balance with every number of the rules moved, each over `games` games.

    Ctrl+C ends it and keeps what is done.

    Raises:
        ExtraMissing: SciPy is not installed.
    """
    if found.is_cut:
        return found
    series = attrs.evolve(found.series, games=games)
    with stage("numbers moved", len(numbers_of(series.scenario))) as progress:
        moved = sensitivity(series, jobs=jobs, progress=progress)
    return attrs.evolve(found, sensitivity=moved, is_cut=len(moved.effects) < moved.asked)
