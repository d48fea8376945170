from __future__ import annotations

import pytest

from tests.plain.conftest import Script
from wargame.errors import UsageInvalid
from wargame.plain.console import BLANKS, TYPED, WIDTH


def test_a_long_fact_goes_on_in_the_next_line_and_no_line_is_too_long() -> None:
    script = Script()
    fact = "word " * 100
    script.console.say(fact)
    assert " ".join(script.written) == fact.strip()
    assert len(script.written) > 1
    assert max(map(len, script.written)) <= WIDTH


def test_typed_lines_are_cleaned_and_cut() -> None:
    script = Script("  say \x1b[31mred\u202e \t now\n", "x" * 9999)
    assert script.console.ask("?") == "say [31mred now"
    assert len(script.console.ask("?")) == TYPED


def test_no_more_lines_is_an_end_and_not_an_empty_line() -> None:
    script = Script("")
    assert script.console.ask("?") == ""
    with pytest.raises(EOFError):
        script.console.ask("?")


def test_a_refusal_is_told_with_its_remedy_and_goes_no_further() -> None:
    script = Script()

    def refuse() -> None:
        raise UsageInvalid("no", remedy="do it otherwise")

    script.console.attempt(refuse)
    assert script.written == ["Not done (usage.invalid): no.", "What to do: do it otherwise."]


def test_only_a_terminal_is_pushed_blank() -> None:
    pipe, terminal = Script(), Script(is_terminal=True)
    pipe.console.blank()
    terminal.console.blank()
    assert (len(pipe.written), len(terminal.written)) == (0, BLANKS)
