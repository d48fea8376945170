"""Sets of bits: the portable functions and the processor's instructions agree with counting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.kernel.choices import ALL_BITS
from wargame.kernel.portable import bits
from wargame.native import engine
from wargame.native.engine import buffer, compile_native, load_native
from wargame.native.plain import instructions
from wargame.native.translate import LIST, NUMBER

EXPORTS = {"main": (LIST, NUMBER, NUMBER)}
TEXT = Path(bits.__file__).read_text(encoding="utf8")
SOURCE = TEXT[TEXT.index("\ndef ") :] + (
    "\ndef main(s, n, k):\n    s[0] = ones(n)\n    s[1] = lowest(n)\n    return nth(n, k)\n"
)


@pytest.fixture(scope="module", params=["this processor", "any processor"])
def native(request: pytest.FixtureRequest) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "any processor":
            patch.setattr(engine, "instructions", lambda _: instructions({}))
        yield load_native(compile_native(SOURCE, EXPORTS), EXPORTS)


@settings(max_examples=300, deadline=None)
@given(n=st.integers(1, ALL_BITS), data=st.data())
def test_sets_of_bits(native: Any, n: int, data: st.DataObject) -> None:
    numbers = [k for k in range(n.bit_length()) if n >> k & 1]
    k = data.draw(st.integers(0, len(numbers) - 1))
    found = buffer([0, 0])
    assert native.main(found, n, k) == bits.nth(n, k) == numbers[k]
    assert found[0] == bits.ones(n) == len(numbers)
    assert found[1] == bits.lowest(n) == numbers[0]


def test_a_bit_deposit_finds_the_kth_bit_where_there_is_one() -> None:
    assert "nth" in instructions({"bmi2": True})
    assert "nth" not in instructions({"bmi2": False})
