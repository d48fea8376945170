"""Whatever becomes of a text, it is read or its faults are said; nothing else happens."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenario.harbour import TEXTS
from wargame.scenario.load import inspect

PIECES = (
    *("", " ", "\n", ":", "- ", "[", "]", "{", "}", "'", '"', "#", "&a ", "*a", "!x ", "? ", "|"),
    *("0", "-1", "999999999999", "1.5", "no", "null", "true", "x", "silt", "trade + 1", "turn"),
    *("\x00", "\t", "\u202e", "\ud800", "é", "\U0001f6a2", "\r", "%", "@", "`", ",", "={", "}}"),
)


@settings(max_examples=150)
@given(
    st.sampled_from(sorted(TEXTS)),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES)),
        min_size=1,
        max_size=4,
    ),
)
def test_mutated(file: str, changes: list[tuple[float, int, str]]) -> None:
    text = TEXTS[file]
    for place, length, piece in changes:
        start = int(place * len(text))
        text = text[:start] + piece + text[start + length :]
    scenario, problems = inspect({**TEXTS, file: text}, "harbour")
    assert (scenario is None) == any(problem.is_fault for problem in problems)
    for problem in problems:
        assert str(problem).isprintable()
        assert problem.remedy


@settings(max_examples=60)
@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_lines_left_out_or_moved(file: str, data: st.DataObject) -> None:
    lines = TEXTS[file].splitlines(keepends=True)
    taken = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
    if data.draw(st.booleans()):
        lines.insert(data.draw(st.integers(0, len(lines))), taken)
    scenario, problems = inspect({**TEXTS, file: "".join(lines)}, "harbour")
    assert (scenario is None) == any(problem.is_fault for problem in problems)
