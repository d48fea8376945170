"""What formulas become: types, code, intervals and names."""

from __future__ import annotations

import pytest

from tests.formula.names import SCOPE, SIZE, SLOTS
from wargame.formula import Symbol, condition, effect, value


def run(lines: tuple[str, ...], **slots: int) -> list[int]:
    """Returns the slots after some statements; `slots` are their values before."""
    state = [0] * SIZE
    for name, number in slots.items():
        state[SLOTS[name]] = number
    exec("\n".join(lines), {"__builtins__": {}, **SLOTS, "s": state})
    return state


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("trust <= 3 and not audited", "s[T_trust] <= 3 and not (s[T_audited] != 0)"),
        ("2 <= trust <= 5", "2 <= s[T_trust] and s[T_trust] <= 5"),
        ("(trust > 1 or audited) and true", "(s[T_trust] > 1 or (s[T_audited] != 0)) and 1"),
        ("sale < delivered", "s[T_sale] < 2"),
        ("delivered > sale", "2 > s[T_sale]"),
        ("signed < sale < delivered", "0 < s[T_sale] and s[T_sale] < 2"),
        ("sale.shipped", "(s[T_sale] == 1)"),
        ("sale == sale", "s[T_sale] == s[T_sale]"),
        (
            "sale == (shipped if audited else signed)",
            "s[T_sale] == (1 if (s[T_audited] != 0) else 0)",
        ),
        (
            "(sale if audited else signed) != shipped",
            "(s[T_sale] if (s[T_audited] != 0) else 0) != 1",
        ),
        ("audited if turn > 2 else false", "((s[T_audited] != 0) if s[TURN] > 2 else 0)"),
        ("  trust == 1", "s[T_trust] == 1"),
    ],
)
def test_conditions(text: str, code: str) -> None:
    compiled = condition(text, SCOPE)
    assert compiled.kind == "bool"
    assert compiled.code == code


@pytest.mark.parametrize(
    ("text", "code", "low", "high"),
    [
        ("3", "3", 3, 3),
        ("-debt", "-s[T_debt]", -5, 5),
        ("trust - (debt - 1)", "s[T_trust] - (s[T_debt] - 1)", -4, 16),
        ("trust * debt + 2", "s[T_trust] * s[T_debt] + 2", -48, 52),
        ("(trust + 1) * 2", "(s[T_trust] + 1) * 2", 2, 22),
        ("trust // 3", "s[T_trust] // 3", 0, 3),
        ("trust % 4", "s[T_trust] % 4", 0, 3),
        ("trust % 40", "s[T_trust] % 40", 0, 10),
        ("min(3, trust)", "3 if 3 <= s[T_trust] else s[T_trust]", 0, 3),
        ("max(0, debt)", "0 if 0 >= s[T_debt] else s[T_debt]", 0, 5),
        (
            "max(1, trust, debt)",
            "1 if 1 >= s[T_trust] and 1 >= s[T_debt] else "
            "s[T_trust] if s[T_trust] >= s[T_debt] else s[T_debt]",
            1,
            10,
        ),
        ("abs(trust)", "s[T_trust]", 0, 10),
        ("abs(debt)", "s[T_debt] if s[T_debt] >= 0 else -s[T_debt]", 0, 5),
        (
            "abs(-3 - trust)",
            "-3 - s[T_trust] if -3 - s[T_trust] >= 0 else -(-3 - s[T_trust])",
            3,
            13,
        ),
        (
            "count(audited, trust > 2)",
            "(1 if (s[T_audited] != 0) else 0) + (1 if s[T_trust] > 2 else 0)",
            0,
            2,
        ),
        ("2 if trust >= 4 else 0", "2 if s[T_trust] >= 4 else 0", 0, 2),
        ("9 if trust > 10 else 1", "9 if s[T_trust] > 10 else 1", 1, 1),
        ("9 if trust < 11 else 1", "9 if s[T_trust] < 11 else 1", 9, 9),
        ("north.trust", "s[T_trust]", 0, 10),
    ],
)
def test_values(text: str, code: str, low: int, high: int) -> None:
    compiled = value(text, SCOPE)
    assert (compiled.code, compiled.kind) == (code, "int")
    assert (compiled.low, compiled.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("trust > 10", (0, 0)),
        ("trust >= 0", (1, 1)),
        ("trust < 0", (0, 0)),
        ("trust <= 10", (1, 1)),
        ("trust == 11", (0, 0)),
        ("trust != 11", (1, 1)),
        ("2 == 2", (1, 1)),
        ("not trust > 10", (1, 1)),
        ("trust > 10 or audited", (0, 1)),
        ("trust > 10 and audited", (0, 0)),
        ("trust >= 0 or audited", (1, 1)),
        ("0 <= trust <= 10", (1, 1)),
        ("sale >= signed", (1, 1)),
        ("sale > delivered", (0, 0)),
        ("true", (1, 1)),
        ("false", (0, 0)),
    ],
)
def test_conditions_decided_by_bounds(text: str, bounds: tuple[int, int]) -> None:
    compiled = condition(text, SCOPE)
    assert (compiled.low, compiled.high) == bounds


def test_a_condition_that_chooses_can_be_asked_for() -> None:
    """The program asks `1 if condition else 0`, where a bare choice cannot stand."""
    compiled = condition("audited if turn > 2 else trust > 1", SCOPE)
    compile(f"1 if {compiled.code} else 0", "", "eval")


def test_names_are_those_read() -> None:
    assert condition("trust > 1 and sale == shipped", SCOPE).names == {"trust", "sale"}
    assert value("count(sale.shipped, 1 < debt < turn)", SCOPE).names == {
        "sale.shipped",
        "debt",
        "turn",
    }
    assert value("1 if audited else trust", SCOPE).names == {"audited", "trust"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("trust += 1", ("v = s[T_trust] + 1", "s[T_trust] = 10 if v > 10 else v")),
        ("trust -= 2", ("v = s[T_trust] - 2", "s[T_trust] = 0 if v < 0 else v")),
        ("trust -= trust - 1", ("v = s[T_trust] - (s[T_trust] - 1)",)),
        ("trust = 4", ("s[T_trust] = 4",)),
        ("trust = min(4, trust)", ("s[T_trust] = 4 if 4 <= s[T_trust] else s[T_trust]",)),
        (
            "trust += debt",
            ("v = s[T_trust] + s[T_debt]", "s[T_trust] = 0 if v < 0 else (10 if v > 10 else v)"),
        ),
        ("audited = true", ("s[T_audited] = 1",)),
        ("audited = sale.shipped", ("s[T_audited] = 1 if (s[T_sale] == 1) else 0",)),
        ("audited = trust > 3", ("s[T_audited] = 1 if s[T_trust] > 3 else 0",)),
        ("sale = delivered", ("s[T_sale] = 2",)),
        (
            "sale = shipped if audited else sale",
            ("s[T_sale] = 1 if (s[T_audited] != 0) else s[T_sale]",),
        ),
        (
            "draws.news += 1",
            (
                *("v = s[OWED] + 1", "s[OWED] = 9 if v > 9 else v"),
                *("v = s[OWED + 1] + 1", "s[OWED + 1] = 9 if v > 9 else v"),
            ),
        ),
        ("  trust=4", ("s[T_trust] = 4",)),
    ],
)
def test_effects(text: str, lines: tuple[str, ...]) -> None:
    compiled = effect(text, SCOPE)
    assert compiled.lines[: len(lines)] == lines
    assert compiled.target == text.replace("=", " ").split()[0]


def test_effects_keep_bounds() -> None:
    grow = effect("trust += debt * 3", SCOPE)
    assert (grow.low, grow.high) == (-15, 25)
    assert run(grow.lines, T_trust=6, T_debt=1)[SLOTS["T_trust"]] == 9
    assert run(grow.lines, T_trust=6, T_debt=5)[SLOTS["T_trust"]] == 10
    assert run(grow.lines, T_trust=6, T_debt=-5)[SLOTS["T_trust"]] == 0


def test_a_flag_stays_an_int() -> None:
    flag = run(effect("audited = trust > 3 or sale == shipped", SCOPE).lines, T_trust=4)
    assert [type(slot) for slot in flag] == [int] * SIZE
    assert flag[SLOTS["T_audited"]] == 1


def test_an_effect_does_not_read_its_target() -> None:
    assert effect("trust += debt", SCOPE).names == {"debt"}


def test_a_step_goes_before_a_name_of_the_same_word() -> None:
    scope = {**SCOPE, "shipped": Symbol("shipped", "int", "s[X]", (), 0, 5)}
    assert condition("sale == shipped", scope).code == "s[T_sale] == 1"
    assert condition("shipped == 1", scope).code == "s[X] == 1"
