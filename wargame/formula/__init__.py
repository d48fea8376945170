"""The small language that rules are written in: read, checked, turned into Python."""

from wargame.formula.compiled import Compiled, CompiledEffect, condition, effect, value
from wargame.formula.symbol import BOOL, INT, LADDER, Scope, Symbol

__all__ = [
    "BOOL",
    "INT",
    "LADDER",
    "Compiled",
    "CompiledEffect",
    "Scope",
    "Symbol",
    "condition",
    "effect",
    "value",
]
