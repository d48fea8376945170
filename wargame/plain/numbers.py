"""Numbers as they are spoken."""

from __future__ import annotations


def signed(number: int) -> str:
    """Returns `plus 2` or `minus 1`: a screen reader skips a bare sign."""
    return f"plus {number}" if number >= 0 else f"minus {-number}"


def percent(probability: float) -> str:
    """Returns a probability (0 to 1) in percent; what is rare is not called impossible."""
    whole = round(probability * 100)
    if whole == 0 and probability > 0:
        return "under 1 percent"
    if whole == 100 and probability < 1:
        return "over 99 percent"
    return f"{whole} percent"
