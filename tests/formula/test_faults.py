"""What is wrong with a formula: the column, the words and the remedy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.formula.names import SCOPE
from wargame.errors import FormulaError
from wargame.formula import Scope, condition, effect, value


def fault(compile: Callable[[str, Scope], object], text: str) -> FormulaError:
    with pytest.raises(FormulaError) as caught:
        compile(text, SCOPE)
    assert caught.value.remedy
    assert 0 <= caught.value.column <= len(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        (
            "trust and audited",
            0,
            "'trust' is a number, a condition is wanted (compare it: trust > 0)",
        ),
        (
            "audited and sale",
            12,
            "'sale' is a ladder, a condition is wanted (compare it: sale == signed)",
        ),
        ("audited and  trusd > 1", 13, "unknown name 'trusd', did you mean 'trust'?"),
        ("  trusd > 1", 2, "unknown name 'trusd'"),
        ("shipped > 1", 0, "compare it with its ladder, or write sale.shipped"),
        ("sale == shiped", 8, "unknown step 'shiped', did you mean 'shipped'?"),
        (
            "sale > 1",
            7,
            "'1' is a number, a ladder is wanted (use one of its steps: signed, shipped",
        ),
        (
            "sale == host",
            8,
            "'host' is another ladder, a ladder is wanted (use one of its steps: signed",
        ),
        ("sale == trust", 8, "'trust' is a number, a ladder is wanted"),
        ("sale + 1 > 2", 0, "'sale' is a ladder, a number is wanted (a ladder is only compared"),
        (
            "audited == true",
            0,
            "'audited' is a condition, a number is wanted (write count(audited)",
        ),
        ("audited + 1 > 1", 0, "'audited' is a condition, a number is wanted"),
        ("trust = 3", 6, "'=' does not compare (write == to compare)"),
        ("True", 0, "'True' is not known (write true)"),
        ("audited or False", 11, "'False' is not known (write false)"),
        ("audited & audited", 8, "'&' cannot stand in a formula (write and)"),
        ("audited | audited", 8, "(write or)"),
        ("trust > 'a'", 8, "cannot stand in a formula"),
        ("trust > 1.5", 8, "digits only"),
        ("trust > 1e5", 8, "digits only"),
        ("trust > 0x10", 8, "digits only"),
        ("trust > 1_000", 8, "digits only"),
        ("trust > .5", 8, "digits only"),
        ("trust > 010", 8, "cannot be read"),
        ("trust > 1 +", 11, "cannot be read from column"),
        ("trust > 2147483648", 8, "the number is too large"),
        ("trust / 2 > 1", 8, "'/' gives fractions (write // for whole numbers)"),
        ("trust ** 2 > 1", 9, "this operator is not known"),
        ("trust is 1", 0, "this comparison is not known"),
        ("trust in (1, 2)", 0, "this comparison is not known"),
        ("+trust > 1", 0, "this cannot stand in a formula"),
        ("a.b.c > 1", 0, "a name has at most one dot"),
        ("pow(trust, 2) > 1", 0, "this cannot be called (use min, max, abs, count)"),
        ("min(trust) > 1", 0, "min cannot take 1 values"),
        ("abs(trust, debt) > 1", 0, "abs cannot take 2 values"),
        ("count() > 1", 0, "count cannot take 0 values"),
        ("count(trust) > 1", 6, "'trust' is a number, a condition is wanted"),
        ("min(audited, 1) > 1", 4, "'audited' is a condition, a number is wanted"),
        ("draws.news > 1", 0, "'draws.news' cannot be read (use it as draws.news += 1)"),
        ("(trust if audited else sale) > 1", 23, "'sale' is a ladder"),
        ("trust if audited else audited", 22, "'audited' is a condition, a number is wanted"),
        ("", 0, "the formula is empty"),
        ("   ", 0, "the formula is empty"),
        ("trust > 1" + " " * 300, 300, "the formula has 309 characters, 300 are allowed"),
        ("not " * 40 + "audited", 128, "nested too deeply"),
        ("trust > 1\n", 9, "'\\n' cannot stand in a formula"),
    ],
)
def test_conditions(text: str, column: int, words: str) -> None:
    error = fault(condition, text)
    assert words in str(error)
    assert error.column == column


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("audited", 0, "'audited' is a condition, a number is wanted"),
        ("trust // debt", 9, "'debt' cannot divide (divide by a positive number written out)"),
        ("trust // 0", 9, "'0' cannot divide"),
        ("trust % -2", 8, "'-2' cannot divide"),
        ("1 + debt // 2", 4, "'debt' can be negative and is divided (wrap it in max(0, debt))"),
        ("debt % 2", 0, "'debt' can be negative and is divided"),
        ("2147483647 * 2147483647 * 2", 0, "can grow too large"),
        ("max(2147483647 * 2147483647 * 2, 1)", 4, "can grow too large"),
        (
            "min(min(min(min(min(min(min(trust,debt),1),2),3),4),5),6)",
            0,
            "the formula is too involved",
        ),
    ],
)
def test_values(text: str, column: int, words: str) -> None:
    error = fault(value, text)
    assert words in str(error)
    assert error.column == column


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("trust", 0, "'trust' is no effect (write name += number"),
        ("trust == 1", 0, "'trust == 1' is no effect"),
        ("trust <= 1", 0, "'trust <= 1' is no effect"),
        ("trust *= 2", 6, "'*=' is no way to change 'trust' (write +=, -= or =)"),
        ("trust =", 0, "the formula is empty"),
        ("trust = debt = 1", 13, "'=' does not compare"),
        ("trusd += 1", 0, "unknown name 'trusd', did you mean 'trust'?"),
        ("  turn += 1", 2, "'turn' cannot be changed"),
        ("sale.shipped = true", 0, "'sale.shipped' cannot be changed"),
        ("draws.news -= 1", 0, "'draws.news' can only be added to (write draws.news += 1)"),
        ("draws.news = 1", 0, "'draws.news' can only be added to"),
        ("sale += 1", 5, "'sale' is no number (write sale = signed)"),
        ("audited -= 1", 8, "'audited' is no number (write audited = true)"),
        ("audited = 1", 10, "'1' is a number, a condition is wanted"),
        ("sale = 1", 7, "'1' is a number, a ladder is wanted"),
        ("sale = open", 7, "unknown step 'open'"),
        ("trust += audited", 9, "'audited' is a condition, a number is wanted"),
        ("trust = 11", 0, "'trust' would always leave 0..10"),
        ("trust -= 11", 0, "'trust' would always leave 0..10"),
        ("trust += trusd", 9, "unknown name 'trusd'"),
        ("min(1, 2) = 3", 0, "is no effect"),
    ],
)
def test_effects(text: str, column: int, words: str) -> None:
    error = fault(effect, text)
    assert words in str(error)
    assert error.column == column
