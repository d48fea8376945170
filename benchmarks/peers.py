"""Compares random playouts with those of other engines, on one frozen ruleset.

All play the same games with the same draws: nothing is timed before all have come to the same
final states. They are then run in turn, several times; medians are printed, and the ratios (each
the median of the runs' own) beside the wanted ones. Every game ends with the hash of its whole
state, which is timed too, for all alike. What is not installed is said and left out; boardgame.io
is installed here, by npm. --games is how many games a run of a slow one has; the compiled ones play
a hundred times as many.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter

from attrs import asdict, frozen

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.contenders import c, ours
from benchmarks.contenders.contender import ID, RULESET, Contender, Missing, digest, program
from benchmarks.contenders.node import boardgameio
from wargame.kernel.program import Program, build
from wargame.scenario.files import read_texts
from wargame.scenario.load import load

CHECKED = 200
"""How many games must come to the same final states before anything is timed."""

WANTED = (
    ("native", "boardgame.io", 500),
    ("native", "OpenSpiel", 50),
    ("native", "PettingZoo", 50),
    ("native", "C, tuned", 0.8),
    ("C, tuned", "C, mechanical", 1.3),
    ("native, 2 threads", "native", 1.8),
    ("CPython", "OpenSpiel", 1.5),
)
"""How many times as fast the first must be as the second."""

LONGEST_BUILD = 1.5
"""Seconds from edited rules to native code."""


@frozen
class Line:
    """Is one wanted figure; `measured` is None where something is not installed."""

    what: str
    measured: float | None
    wanted: float
    met: bool | None


def contenders(program: Program) -> Iterator[Contender]:
    """Makes whatever this machine has what it takes for, and says what it lacks for the rest."""
    makers: tuple[tuple[str, Callable[[], Contender]], ...] = (
        ("CPython", lambda: ours.cpython(program)),
        ("native", lambda: ours.native(program, 1)),
        ("native, 2 threads", lambda: ours.native(program, 2)),
        ("boardgame.io", lambda: boardgameio(program)),
        ("OpenSpiel", lambda: _library("openspiel", "openspiel", program)),
        ("PettingZoo", lambda: _library("aec", "pettingzoo", program)),
        ("C, mechanical", lambda: c.mechanical(program)),
        ("C, tuned", lambda: c.tuned(program)),
        ("C, unrolled", lambda: c.unrolled(program)),
    )
    for name, make in makers:
        try:
            made = make()
            made.series(1)
            yield made
        except Missing as lack:
            print(f"skipped: {name} ({lack})", file=sys.stderr)


def _library(module: str, extra: str, program: Program) -> Contender:
    try:
        made = import_module(f"benchmarks.contenders.{module}")
    except ImportError as error:
        raise Missing(f"{error.name} is not installed: pip install 'wargame[{extra}]'") from None
    contender: Contender = getattr(made, extra)(program)
    return contender


def agreed(field: Sequence[Contender]) -> int:
    """Returns the digest that all come to.

    Raises:
        SystemExit: some come to another one than CPython.
    """
    hashes = {contender.name: list(contender.series(CHECKED)[1]) for contender in field}
    found = {name: digest(own) for name, own in hashes.items()}
    right = found["CPython"]
    for name, own in found.items():
        if own != right:
            pairs = zip(hashes[name], hashes["CPython"], strict=True)
            seed = next(i for i, (a, b) in enumerate(pairs) if a != b)
            print(f"{name} plays another game than CPython, first with seed {seed}: no table")
    if set(found.values()) != {right}:
        sys.exit(1)
    return right


def rates(field: Sequence[Contender], games: int, runs: int) -> Mapping[str, list[float]]:
    """Returns the playouts a second of each contender in each run."""
    measured: dict[str, list[float]] = {contender.name: [] for contender in field}
    for _ in range(runs):
        for contender in field:
            n = max(1, int(games * contender.share))
            seconds, hashes = contender.series(n)
            assert len(hashes) == n
            measured[contender.name].append(n / seconds)
    return measured


def build_seconds(runs: int) -> float | None:
    """Returns how long native code takes after an edit of the rules, or None without llvmlite."""
    with suppress(ImportError):
        from wargame.native.engine import compile_native, load_native
        from wargame.native.store import EXPORTS

        taken = []
        for run in range(runs):
            texts = dict(read_texts(ID, RULESET))
            file = f"rulesets/{ID}/board.yaml"
            # an edit that no run has had before: another bound of the common chest
            texts[file] = texts[file].replace("high: 12", f"high: {13 + run}")
            edited = load(texts, ID)
            start = perf_counter()
            load_native(compile_native(build(edited).source, EXPORTS), EXPORTS)
            taken.append(perf_counter() - start)
        return median(taken)
    return None


def ratios(measured: Mapping[str, Sequence[float]]) -> Iterator[Line]:
    """Compares what was measured with what is wanted, run by run."""

    def of(wanted: str) -> Sequence[float]:
        return next((own for name, own in measured.items() if name.startswith(wanted)), ())

    for one, other, wanted in WANTED:
        pairs = [a / b for a, b in zip(of(one), of(other), strict=False)]
        ratio = median(pairs) if pairs else None
        met = None if ratio is None else ratio >= wanted
        yield Line(f"{one} / {other}", ratio, wanted, met)


def show(measured: Mapping[str, Sequence[float]], lines: Sequence[Line], found: int) -> None:
    print(f"digest of {CHECKED} games: {found:08x}, the same everywhere\n")
    print(f"{'contender':28} {'playouts/s':>11}   lowest to highest")
    for name, own in measured.items():
        print(f"{name:28} {median(own):11,.0f}   {min(own):,.0f} to {max(own):,.0f}")
    print()
    for line in lines:
        verdict = {True: "met", False: "MISSED", None: "not measured"}[line.met]
        value = "-" if line.measured is None else f"{line.measured:.2f}"
        print(f"{line.what:36} {value:>9}   wanted {line.wanted:<5g} {verdict}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--games", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args()
    if options.games < 1 or options.runs < 1:
        parser.error("--games and --runs are whole numbers from 1")
    frozen_program = program()
    field = list(contenders(frozen_program))
    found = agreed(field)
    measured = rates(field, options.games, options.runs)
    lines = list(ratios(measured))
    seconds = build_seconds(min(3, options.runs))
    met = None if seconds is None else seconds < LONGEST_BUILD
    lines.append(Line("seconds to build native, at most", seconds, LONGEST_BUILD, met))
    if options.json:
        document = {
            "ruleset": ID,
            "slots": frozen_program.layout.size,
            "digest": f"{found:08x}",
            "playouts_per_second": measured,
            "wanted": [asdict(line) for line in lines],
        }
        print(json.dumps(document, indent=2))
    else:
        show(measured, lines, found)
    return 1 if any(line.met is False for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
