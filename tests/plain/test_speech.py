"""Tests for how numbers are written to be heard."""

from __future__ import annotations

import pytest

from wargame.plain.speech import percent, signed, spoken


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Lake +2", "Lake plus 2"),
        ("Lake \u22122", "Lake minus 2"),
        ("Lake -2 and +1", "Lake minus 2 and plus 1"),
        ("The T-34: Shipped", "The T-34: Shipped"),
        ("Lake +(the tide)", "Lake plus (the tide)"),
        ("Lake \u2212(tide \u2212 1)", "Lake minus (tide minus 1)"),
    ],
)
def test_signs_are_heard_and_hyphens_are_not(written: str, heard: str) -> None:
    assert spoken(written) == heard


def test_numbers_are_said() -> None:
    assert (signed(2), signed(0), signed(-1)) == ("plus 2", "plus 0", "minus 1")


@pytest.mark.parametrize(
    ("probability", "said"),
    [(0, "0 percent"), (0.001, "under 1 percent"), (0.999, "over 99 percent"), (1, "100 percent")],
)
def test_what_is_rare_is_not_called_impossible(probability: float, said: str) -> None:
    assert percent(probability) == said
