"""Nothing that an author writes becomes code but what the language means."""

from __future__ import annotations

import ast

import pytest

from tests.formula.hostile import HOSTILE
from tests.formula.names import SCOPE
from wargame.errors import FormulaError
from wargame.formula import condition, effect, value


def test_there_are_many() -> None:
    assert len(set(HOSTILE)) >= 200


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_refused_as_a_condition(text: str) -> None:
    with pytest.raises(FormulaError) as caught:
        condition(text, SCOPE)
    assert caught.value.remedy


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_refused_as_a_value(text: str) -> None:
    with pytest.raises(FormulaError):
        value(text, SCOPE)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_refused_in_an_effect(text: str) -> None:
    with pytest.raises(FormulaError):
        effect(f"draws.news += {text}", SCOPE)
    with pytest.raises(FormulaError):
        effect(f"{text} = 1", SCOPE)


def test_a_hostile_name_in_scope_is_not_needed_for_a_fault_to_quote_it() -> None:
    with pytest.raises(FormulaError, match="__class__"):
        condition("__class__ > 1", SCOPE)


def test_emitted_code_holds_only_what_symbols_and_numbers_bring() -> None:
    text = "min(trust, 3) > 1 and sale == shipped or not audited"
    words = {
        node.id
        for node in ast.walk(ast.parse(condition(text, SCOPE).code))
        if isinstance(node, ast.Name)
    }
    assert words == {"s", "T_trust", "T_sale", "T_audited"}
