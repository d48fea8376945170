"""Wrong translators: each makes one mistake, in assembly that the right one has written.

None of them reads or writes a place that is not its own in the programs it is tried on: a mistake
that changes what is counted or indexed is made in the functions of rules and scores alone, which
change the board and nothing else.
"""

from __future__ import annotations

import ast
import re

from attrs import frozen

from wargame.native import translate
from wargame.native.plain import Instructions

RULES = "(act|outcome|event|option|rule|deal|goal|score|net|needs|verdict)(_|$)"
DRAWS = "(number|state_hash)$"

_FUNCTION = re.compile(r"^define .*?@(\w+)\(.*?^\}", re.MULTILINE | re.DOTALL)


@frozen
class Mutant:
    """Is one mistake: what is written in the place of what, in functions whose names match."""

    title: str
    right: str
    wrong: str
    where: str = ""

    def spoil(self, text: str) -> str:
        """Returns the assembly with the mistake in it."""

        def spoiled(function: re.Match[str]) -> str:
            if not re.match(self.where, function[1]):
                return function[0]
            return re.sub(self.right, self.wrong, function[0], flags=re.MULTILINE)

        return _FUNCTION.sub(spoiled, text)

    def translate(
        self, tree: ast.Module, exports: translate.Exports, instructions: Instructions
    ) -> str:
        """Translates wrongly; fails if there was nothing to do wrong."""
        text = translate.translate(tree, exports, instructions)
        wrong = self.spoil(text)
        assert wrong != text, f"nothing of '{self.title}' is in the program"
        return wrong


V = r"(%v\.\d+|-?\d+)"
"""A value in the assembly."""

SIGN_LOST = Mutant("right shifts lose the sign", r"\bashr\b", "lshr")
ARMS_SWAPPED = Mutant(
    "arms of a choice are swapped",
    rf"select i1 {V}, i64 {V}, i64 {V}",
    r"select i1 \1, i64 \3, i64 \2",
)
BOUND_OFF = Mutant("a bound is off by one", r"icmp slt", "icmp sle")
OTHER_BOUND_OFF = Mutant("the other bound is off by one", r"icmp sgt", "icmp sge")
TABLES_UNSIGNED = Mutant("tables are read without sign", r"= sext i(8|16|32)", r"= zext i\1")
SUBTRACTED = Mutant("differences are turned round", rf"sub i64 {V}, {V}", r"sub i64 \2, \1")
ADDED = Mutant("what is taken away is added", r"= sub i64", "= add i64")
NEGATED = Mutant("equal is unequal", r"icmp eq", "icmp ne")

CONSTRUCTS = (
    SIGN_LOST,
    ARMS_SWAPPED,
    BOUND_OFF,
    OTHER_BOUND_OFF,
    TABLES_UNSIGNED,
    SUBTRACTED,
    NEGATED,
    Mutant("left shifts go right", r"= shl", "= ashr"),
    Mutant("a shift is one too far", rf"= ashr i64 {V}, 2$", r"= ashr i64 \1, 3"),
    Mutant("quotients are rounded to zero", r"sext i1 \S+ to i64", "sext i1 false to i64"),
    Mutant(
        "remainders keep their sign",
        rf"select i1 {V}, i64 (\d+), i64 0$",
        r"select i1 \1, i64 0, i64 0",
    ),
    Mutant("and is or", r"= and i1", "= or i1"),
    Mutant("bits are joined by xor", r"= or i64", "= xor i64"),
    Mutant("bits are met by or", r"= and i64", "= or i64"),
    Mutant("xor is or", r"= xor i64", "= or i64"),
    Mutant("numbers are compared unsigned", r"icmp slt", "icmp ult"),
    Mutant("the ways of a branch are swapped", rf"br i1 {V}, (.*), (.*)$", r"br i1 \1, \3, \2"),
    Mutant(
        "the ways of a choice are swapped",
        r"phi i64 \[ (\S+), (.*?) \], \[ (\S+), (.*?) \]",
        r"phi i64 [ \1, \2 ], [ 0, \4 ]",
    ),
    Mutant(
        "what is in no case is in the first",
        r"(switch i64 \S+), label \S+ \[ (i64 -?\d+), label (\S+)",
        r"\1, label \3 [ \2, label \3",
    ),
    Mutant(
        "what is below all cases is in none",
        r"call i64 @llvm.smax.i64\((.*), i64 0\)",
        r"add \1, 0",
    ),
    Mutant("a truth is minus one", r"= zext i1", "= sext i1"),
    Mutant("not is left out", rf"xor i1 {V}, true", r"xor i1 \1, false"),
)
"""Mistakes in the meaning of single constructs."""

GAMES = (
    Mutant("the mixer's xor is or", r"= xor i64", "= or i64", DRAWS),
    Mutant("the mixer shifts too far", rf"= ashr i64 {V}, 15$", r"= ashr i64 \1, 14", DRAWS),
    Mutant("draws are shifted too far", rf"= ashr i64 {V}, 32$", r"= ashr i64 \1, 33", "number$"),
    Mutant("arms are swapped in rules", ARMS_SWAPPED.right, ARMS_SWAPPED.wrong, RULES),
    Mutant("bounds are off in rules", r"icmp sge", "icmp sgt", RULES),
    Mutant("rules add what they take", ADDED.right, ADDED.wrong, RULES),
    Mutant("equal is unequal in rules", NEGATED.right, NEGATED.wrong, RULES),
)
"""Mistakes that whole games must show."""
