"""Keeps the native form of programs: making one takes seconds, loading it hundredths of one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

from wargame.kernel.program import Program
from wargame.native.translate import LIST, NUMBER, Exports

if TYPE_CHECKING:
    from wargame.native.engine import Engine

EXPORTS: Exports = {
    "playout": (LIST, LIST, NUMBER, NUMBER),
    "play_series": (LIST, LIST, LIST, LIST, LIST, NUMBER, NUMBER),
    "play_hypothesis": (LIST, LIST, LIST, LIST, LIST, NUMBER, NUMBER),
    "state_hash": (LIST,),
    "score": (LIST, NUMBER),
    "weigh_orders": (LIST, LIST),
    "play_deal": (*[LIST] * 8, *[NUMBER] * 5),
    "search": (*[LIST] * 8, *[NUMBER] * 4),
}
"""The functions that can be called natively, with their arguments."""

MOST_KEPT = 24
"""How many programs are kept on disk: the scenarios at hand, and their last few edits."""

_making = Lock()


def is_available() -> bool:
    """Returns whether programs can have a native form here."""
    return os.environ.get("WARGAME_NATIVE") != "0" and find_spec("llvmlite") is not None


def fast(program: Program) -> Engine | None:
    """Returns a program's native form, or None where there is none to be had.

    That is without the extra `fast`, or with WARGAME_NATIVE=0 in the environment. The first call
    for a program compiles it, which takes seconds.
    """
    if not is_available():
        return None
    with _making:
        return _engine(program.source)


def fastest(program: Program) -> tuple[Any, Callable[[list[int]], Any]]:
    """Returns the fastest form of a program there is, and what makes the lists that it takes."""
    engine = fast(program)
    if engine is None:
        return program.run, list
    from wargame.native.engine import buffer

    return engine, buffer


@lru_cache(maxsize=8)
def _engine(source: str) -> Engine:
    # LLVM takes longer to load than most commands take to run
    from wargame.native.engine import compile_native, load_native, processor

    text = "\n".join((source, repr(EXPORTS), _translator(), processor()))
    path = _folder() / f"{hashlib.sha256(text.encode()).hexdigest()}.o"
    try:
        code = path.read_bytes()
    except OSError:
        code = compile_native(source, EXPORTS)
        _keep(path, code)
    return load_native(code, EXPORTS)


def _folder() -> Path:
    return user_cache_path("wargame", appauthor=False) / "native"


@lru_cache(maxsize=1)
def _translator() -> str:
    """Returns the text of what makes native code, so that none is used that an older one made."""
    here = Path(__file__).parent
    return "".join(
        (here / name).read_text(encoding="utf8")
        for name in ("plain.py", "tabled.py", "translate.py", "engine.py")
    )


def _keep(path: Path, code: bytes) -> None:
    """Writes a file whole or not at all; without a place to write to, nothing is kept."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(code)
        draft.replace(path)
        files = sorted(path.parent.glob("*.o"), key=lambda file: file.stat().st_mtime)
        for old in files[:-MOST_KEPT]:
            old.unlink()
