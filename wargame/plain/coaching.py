"""The coach's note on a turn, as lines: what each order was worth, the others' aims, one hint."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.analysis.coaching import Advice, Worth
from wargame.language import decimal, tr, trn
from wargame.plain.speech import percent
from wargame.text import capital


def note(advice: Advice) -> Iterator[str]:
    """Returns the whole note, one fact a line."""
    yield tr("Turn {turn}, looked back on.", turn=advice.turn)
    yield basis(advice)
    for worth in advice.worths:
        told = {
            "order": capital(name(worth)),
            "mean": decimal(worth.mean),
            "standing": standing(worth),
        }
        if worth.given:
            yield tr("You gave: {order} came to {mean}, {standing}.", **told)
        else:
            yield tr("{order} came to {mean}, {standing}.", **told)
    yield from leanings(advice)
    yield tr("Hint: {hint}", hint=hint(advice))


def basis(advice: Advice) -> str:
    """Returns what the numbers are."""
    return tr(
        "Worth is your mean final score over {games} games for each order, given first,"
        " played on from what you saw then, everybody by their doctrine.",
        games=advice.games,
    )


def leanings(advice: Advice) -> Iterator[str]:
    """Returns what each of the others seems to be after."""
    for leaning in advice.leanings:
        told = {"team": leaning.team, "agenda": leaning.agenda}
        if leaning.share == 1:
            yield tr("{team} was after {agenda}.", **told)
        elif leaning.agenda:
            likely = percent(leaning.share)
            yield tr(
                "{team} seems to be after {agenda}: {likely}, by its orders.",
                likely=likely,
                **told,
            )
        else:
            yield tr("{team} has given little away.", team=leaning.team)


def hint(advice: Advice) -> str:
    """Returns the one thing to think of next time."""
    best, given = advice.worths[0], advice.given
    if not given or given[0].order == "":
        if best.order and given and given[0].is_clearly_less:
            return tr(
                "you gave no order; {order} came to {more} more.",
                order=best.title,
                more=decimal(given[0].short),
            )
    elif given[0].is_clearly_less:
        told = {"more": decimal(given[0].short), "given": given[0].title}
        if not best.order:
            return tr(
                "no order at all came to {more} more than {given}:"
                " it may cost more than it brings.",
                **told,
            )
        return tr(
            "{order} came to {more} more than {given}; look at what it does.",
            order=best.title,
            **told,
        )
    if advice.lost:
        purse, points = advice.lost[0]
        return trn(
            "{number} point of {purse} went unspent beyond the bank: lost.",
            "{number} points of {purse} went unspent beyond the bank: lost.",
            points,
            purse=purse,
        )
    known = [leaning for leaning in advice.leanings if leaning.agenda and leaning.share < 1]
    if known:
        other = max(known, key=lambda leaning: leaning.share)
        return tr(
            "nothing came to clearly more than what you did. If {team} is after"
            " {agenda}, ask what it would give for your help.",
            team=other.team,
            agenda=other.agenda,
        )
    return tr("nothing came to clearly more than what you did; watch what the others order next.")


def standing(worth: Worth) -> str:
    """Returns how an order stands to the best of the turn."""
    if worth.short == 0:
        return tr("the most")
    if worth.is_clearly_less:
        return tr("{short} less than the most", short=decimal(worth.short))
    return tr("as good as the most, for all that chance allows")


def name(worth: Worth) -> str:
    """Returns what was ordered, in words."""
    return worth.title or tr("no order at all")
