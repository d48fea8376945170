"""Python's own parser, for one thread at a time."""

from __future__ import annotations

import ast
from threading import RLock
from typing import Literal, overload

# again from within: the collector may run anything in the middle, which must not wait for itself
_ONE_AT_A_TIME = RLock()


@overload
def tree_of(source: str, mode: Literal["eval"]) -> ast.Expression: ...
@overload
def tree_of(source: str, mode: Literal["exec"]) -> ast.Module: ...
def tree_of(source: str, mode: str) -> ast.AST:
    """Returns the syntax tree of an expression or of a module, from any thread.

    CPython before 3.11.8 and 3.12.2 counts the depth of all trees that are being built in one
    place, so that two threads at it make it give up (python/cpython#106905). Screens read
    scenarios in the background.

    Raises:
        SyntaxError, ValueError, MemoryError, RecursionError: as `ast.parse` does.
    """
    with _ONE_AT_A_TIME:
        return ast.parse(source, mode=mode)
