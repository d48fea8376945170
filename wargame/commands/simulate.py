"""`wargame simulate`: plays very many games and prints how they end and who scores what."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from wargame.commands import streams
from wargame.commands.places import Places
from wargame.commands.result_file import ResultFile
from wargame.commands.results import GameLines, print_results
from wargame.commands.series import (
    bots_option,
    deals_option,
    games_option,
    seed_option,
    setup_options,
)
from wargame.errors import ResultsUnwritable, UsageInvalid, WargameError
from wargame.language import tr
from wargame.scenario.load import load_scenario

PATIENCE = 20.0
FILE = click.Path(path_type=Path, dir_okay=False)


class Terminated(KeyboardInterrupt):
    """Says that a signal asked the program to end: what is done is kept, as after Ctrl+C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number


@click.command("simulate")
@click.argument("scenario", required=False)
@games_option(10_000)
@bots_option()
@seed_option()
@click.option(
    "--jobs",
    type=click.IntRange(1),
    show_default="all processors",
    help="Threads or processes.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Play on the Dask cluster there, as tcp://HOST:PORT."
)
@click.option(
    "--patience",
    type=click.FloatRange(0, min_open=True),
    default=PATIENCE,
    show_default=True,
    metavar="SECONDS",
    help="How long a cluster may take to answer.",
)
@click.option(
    "--until",
    type=click.FloatRange(0, 0.5, min_open=True, max_open=True),
    metavar="HALF",
    help="Stop when half the interval of each share is this small, as 0.005.",
)
@setup_options
@deals_option(default=False)
@streams.json_option()
@click.option("--csv", "csv_path", type=FILE, metavar="FILE", help="Write the results as CSV too.")
@click.option("--per-game", type=FILE, metavar="FILE", help="Write a line of CSV on each game.")
@click.pass_obj
def command(
    places: Places,
    scenario: str | None,
    games: int,
    bots: str,
    seed: int,
    jobs: int | None,
    scheduler: str | None,
    patience: float,
    until: float | None,
    preset: str,
    off: tuple[str, ...],
    deals: bool,
    as_json: bool,
    csv_path: Path | None,
    per_game: Path | None,
) -> None:
    """Play very many games and print how they end.

    The same seed gives the same games, wherever they are played. Random and doctrine bots that
    strike no deals are the fastest, natively where the extra `fast` is installed. Ctrl+C ends
    early and keeps what is done.
    """
    from wargame.analysis.games import Series
    from wargame.analysis.lineup import lineup
    from wargame.analysis.playouts import heading
    from wargame.analysis.simulate import Where, processors, simulate
    from wargame.analysis.simulate_csv import simulation_csv
    from wargame.analysis.simulate_table import simulation_table

    if jobs and scheduler:
        raise UsageInvalid(
            tr("--jobs is for games that are played here"),
            remedy=tr("leave out --jobs or --scheduler"),
        )
    loaded = load_scenario(places.scenario(scenario), places.scenarios)
    series = Series(
        scenario=loaded,
        games=games,
        bots=lineup(loaded, bots),
        seed=seed,
        deals=deals,
        preset=preset,
        off=off,
    )
    table = ResultFile.open(csv_path) if csv_path else None
    with _given_up([table]):
        lines = GameLines.open(per_game, heading(series)) if per_game else None
    # on standard error, and only where a person looks: what is printed stays the same
    hidden = not sys.stderr.isatty()
    with (
        _told_to_end(),
        _given_up([table, lines]),
        click.progressbar(length=games, label="games", file=sys.stderr, hidden=hidden) as bar,
    ):
        found = simulate(
            series,
            where=Where(jobs=jobs or processors(), scheduler=scheduler or "", patience=patience),
            until=until or 0.0,
            progress=lambda done: bar.update(done - bar.pos),
            lines=lines.add if lines else None,
        )
    faults: list[WargameError] = []
    if lines:
        lines.finish()
        faults += [lines.fault] if lines.fault else []
    try:
        if table:
            table.write(simulation_csv(found))
            table.finish()
    except ResultsUnwritable as fault:
        faults.append(fault)
    try:
        print_results(simulation_table(found), found.to_json(), as_json=as_json)
    except ResultsUnwritable as fault:
        faults.append(fault)
    if isinstance(found.fault, WargameError):
        faults.append(found.fault)
    _end(found.fault, faults)


def _end(stopped: BaseException | None, faults: list[WargameError]) -> None:
    """Tells what went wrong, and leaves with the exit code of it if anything did."""
    for fault in faults[:-1]:
        streams.tell(fault)
    if faults:
        raise faults[-1]
    if isinstance(stopped, Terminated):
        raise SystemExit(stopped.code)
    if isinstance(stopped, KeyboardInterrupt):
        raise stopped


@contextmanager
def _given_up(files: list[ResultFile | GameLines | None]) -> Iterator[None]:
    """Leaves no empty files behind when nothing comes of it."""
    try:
        yield
    except BaseException:
        for file in files:
            if file:
                file.give_up()
        raise


@contextmanager
def _told_to_end() -> Iterator[None]:
    """Lets SIGTERM, and a terminal that is closed, end the games as Ctrl+C does."""

    def end(number: int, frame: FrameType | None) -> NoReturn:
        raise Terminated(number)

    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    for number, handler in before.items():
        # `nohup` has it ignored
        if handler != signal.SIG_IGN:
            signal.signal(number, end)
    try:
        yield
    except Terminated as told:
        raise SystemExit(told.code) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
