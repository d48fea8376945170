"""The coach's note on a turn, as lines: what each order was worth, the others' aims, one hint."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.analysis.coaching import Advice, Worth
from wargame.plain.speech import count, percent

NOTHING = "no order at all"


def note(advice: Advice) -> Iterator[str]:
    """Returns the whole note, one fact a line."""
    yield f"Turn {advice.turn}, looked back on."
    yield basis(advice)
    for worth in advice.worths:
        given = "You gave: " if worth.given else ""
        yield f"{given}{_capital(name(worth))} came to {worth.mean:.1f}, {standing(worth)}."
    yield from leanings(advice)
    yield f"Hint: {hint(advice)}"


def basis(advice: Advice) -> str:
    """Returns what the numbers are."""
    return (
        f"Worth is your mean final score over {advice.games} games for each order, given first,"
        " played on from what you saw then, everybody by their doctrine."
    )


def leanings(advice: Advice) -> Iterator[str]:
    """Returns what each of the others seems to be after."""
    for leaning in advice.leanings:
        if leaning.share == 1:
            yield f"{leaning.team} was after {leaning.agenda}."
        elif leaning.agenda:
            likely = percent(leaning.share)
            yield f"{leaning.team} seems to be after {leaning.agenda}: {likely}, by its orders."
        else:
            yield f"{leaning.team} has given little away."


def hint(advice: Advice) -> str:
    """Returns the one thing to think of next time."""
    best, given = advice.worths[0], advice.given
    if not given or given[0].order == "":
        if best.order and given and given[0].is_clearly_less:
            return f"you gave no order; {best.title} came to {given[0].short:.1f} more."
    elif given[0].is_clearly_less:
        more = f"{given[0].short:.1f} more than {given[0].title}"
        if not best.order:
            return f"{NOTHING} came to {more}: it may cost more than it brings."
        return f"{best.title} came to {more}; look at what it does."
    if advice.lost:
        purse, points = advice.lost[0]
        return f"{count(points, 'point')} of {purse} went unspent beyond the bank: lost."
    known = [leaning for leaning in advice.leanings if leaning.agenda and leaning.share < 1]
    if known:
        other = max(known, key=lambda leaning: leaning.share)
        return (
            f"nothing came to clearly more than what you did. If {other.team} is after"
            f" {other.agenda}, ask what it would give for your help."
        )
    return "nothing came to clearly more than what you did; watch what the others order next."


def standing(worth: Worth) -> str:
    """Returns how an order stands to the best of the turn."""
    if worth.short == 0:
        return "the most"
    if worth.is_clearly_less:
        return f"{worth.short:.1f} less than the most"
    return "as good as the most, for all that chance allows"


def name(worth: Worth) -> str:
    """Returns what was ordered, in words."""
    return worth.title or NOTHING


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
