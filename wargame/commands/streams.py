"""Standard output and error: what they cannot show is put into letters that they can."""

from __future__ import annotations

import codecs
import contextlib
import io
import json
import os
import sys
import unicodedata
from collections.abc import Callable

import click

from wargame.commands.places import Function
from wargame.errors import ScenarioFaulty, WargameError
from wargame.language import ENGLISH, speak, tr

_FALLBACKS = {
    "\u2013": "-",
    "\u2014": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2026": "...",
    "\u00d7": "x",
    "\u2192": "->",
    "\u2212": "-",
    "\u0131": "i",
    "\u2264": "<=",
    "\u2265": ">=",
}


def prepare() -> None:
    """Makes the standard streams survive being closed, and letters that they do not have."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by the shell
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    codecs.register_error("wargame.letters", _letters)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="wargame.letters")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def tell(fault: WargameError) -> None:
    """Prints an error and what to do about it on standard error."""
    print(f"error[{fault.code}]: {fault.message}", file=sys.stderr)
    if isinstance(fault, ScenarioFaulty):
        for problem in fault.problems:
            print(f"  {problem}", file=sys.stderr)
    if fault.remedy:
        print(tr("  what to do: {remedy}", remedy=fault.remedy), file=sys.stderr)


def json_option(help: str = "Print one JSON document.") -> Callable[[Function], Function]:
    """Lets a command take `--json`: what programs read is the same in every language."""
    return click.option("--json", "as_json", is_flag=True, callback=_in_english, help=help)


def _in_english(ctx: click.Context, parameter: click.Parameter, is_asked: bool) -> bool:
    if is_asked:
        speak(ENGLISH)
    return is_asked


def print_json(document: object) -> None:
    """Prints one JSON document; in escapes where the output lacks letters: none is lost."""
    encoding = sys.stdout.encoding or "ascii"
    is_utf8 = codecs.lookup(encoding).name == "utf-8"
    print(json.dumps(document, ensure_ascii=not is_utf8, indent=2))


def flush() -> None:
    """Writes out what is buffered, so that a full disk or a closed pipe is noticed here.

    Raises:
        OSError: it could not be written.
    """
    sys.stdout.flush()


def abandon() -> None:
    """Points standard output nowhere: its reader has gone, and Python would complain at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _letters(fault: UnicodeError) -> tuple[str, int]:
    """Replaces what cannot be encoded by its nearest ASCII letters, or by a question mark."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return "".join(map(_letter, fault.object[fault.start : fault.end])), fault.end


def _letter(character: str) -> str:
    if character in _FALLBACKS:
        return _FALLBACKS[character]
    return unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode() or "?"
