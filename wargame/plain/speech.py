"""How numbers and sentences are written to be heard."""

from __future__ import annotations

import re

from wargame.language import tr

# A hyphen inside a name, as in "T-34", is none of them.
_SIGN = re.compile(r"(?<![^\W_])([+\u2212-])(?=[0-9(])| (\u2212) (?=\w)")


def signed(number: int) -> str:
    """Returns `plus 2` or `minus 1`: a screen reader skips a bare sign."""
    if number >= 0:
        return tr("plus {number}", number=number)
    return tr("minus {number}", number=-number)


def percent(probability: float) -> str:
    """Returns a probability (0 to 1) in percent; what is rare is not called impossible."""
    whole = round(probability * 100)
    if whole == 0 and probability > 0:
        return tr("under 1 percent")
    if whole == 100 and probability < 1:
        return tr("over 99 percent")
    return tr("{number} percent", number=whole)


def spoken(text: str) -> str:
    """Returns a written effect with its signs in words: `Lake plus 2`."""
    return _SIGN.sub(_word, text)


def _word(sign: re.Match[str]) -> str:
    word = tr("plus") if sign[1] == "+" else tr("minus")
    return f" {word} " if sign[2] else f"{word} "


def sentence(text: str) -> str:
    """Returns a text with a full stop, unless it ends as a sentence already."""
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."
