"""The contenders in C: the mechanical translation at -O2, and the ruleset tuned by hand."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from array import array
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contenders.contender import (
    HERE,
    Contender,
    Missing,
    seeds_of,
    start_of,
    timed,
)
from benchmarks.contenders.mechanical import translate
from wargame.kernel.program import Program

BUILT = HERE / "built"


def mechanical(program: Program, built: Path = BUILT) -> Contender:
    """Returns the generated program as C. Raises Missing without gcc."""
    built.mkdir(exist_ok=True)
    file = built / "mechanical.c"
    file.write_text(translate(program.source, program.layout.size), encoding="utf8")
    library = _compile(file, built, "-O2", "-w")
    return _contender("C, mechanical, -O2", library, program)


def tuned(program: Program, built: Path = BUILT) -> Contender:
    """Returns the ruleset in C with the kernel's contract. Raises Missing without gcc."""
    return _by_hand("tuned", "C, tuned, -O3 -march=native", program, built)


def unrolled(program: Program, built: Path = BUILT) -> Contender:
    """Returns whole games in one sweep, without any node. Raises Missing without gcc."""
    return _by_hand("unrolled", "C, unrolled, -O3 -march=native", program, built)


def _by_hand(stem: str, name: str, program: Program, built: Path) -> Contender:
    built.mkdir(exist_ok=True)
    (built / "slots.h").write_text(_slots(program), encoding="utf8")
    file = HERE / "tuned" / f"{stem}.c"
    options = ("-O3", "-march=native", "-Wall", "-Wno-unused-function", "-Werror", f"-I{built}")
    return _contender(name, _compile(file, built, *options), program)


def _slots(program: Program) -> str:
    """Returns where the program's state has what, for the final states to be compared."""
    layout = program.layout
    lines = [f"#define SIZE {layout.size}"]
    lines += [f"#define S_{name} {layout[name]}" for name in layout.counts if name != "BOARD"]
    return "\n".join(lines) + "\n"


def _compile(file: Path, built: Path, *options: str) -> Path:
    gcc = shutil.which("gcc")
    if gcc is None:
        raise Missing("gcc is not installed")
    library = built / f"{file.stem}.so"
    command = [gcc, *options, "-shared", "-fPIC", "-o", str(library), str(file)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise Missing(f"gcc cannot compile {file.name}: {made.stderr[:400]}")
    return library


def _contender(name: str, library: Path, program: Program) -> Contender:
    series = ctypes.CDLL(str(library)).series
    series.argtypes = [ctypes.c_void_p, ctypes.c_int64, ctypes.c_void_p, ctypes.c_void_p]
    series.restype = None
    start = array("q", start_of(program))

    def play(n: int) -> Sequence[int]:
        seeds = array("q", (half for seed in seeds_of(n) for half in seed))
        hashes = array("I", bytes(4 * n))
        series(_at(start), n, _at(seeds), _at(hashes))
        return hashes

    return Contender(name, lambda n: timed(lambda: play(n)), 100)


def _at(numbers: array[int]) -> int:
    return numbers.buffer_info()[0]
