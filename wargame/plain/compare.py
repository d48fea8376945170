"""Compares what a team could order: the chances of every result, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import Option, View
from wargame.language import tr
from wargame.plain.speech import percent


def comparable(view: View) -> tuple[Option, ...]:
    """Returns the orders that are possible now, those that roll the same way together."""
    orders = [option for option in view.options if option.kind == "order" and option.legal]
    rolls = list(dict.fromkeys(map(bands, orders)))
    return tuple(sorted(orders, key=lambda option: (not option.odds, rolls.index(bands(option)))))


def bands(option: Option) -> tuple[str, ...]:
    """Returns the titles of the results that an option's roll may have, from the worst."""
    return tuple(chance.title for chance in option.odds)


def lines(view: View) -> Iterator[str]:
    """Returns one line an order, with its number, its cost and its chances."""
    for option in comparable(view):
        number = view.options.index(option) + 1
        chances = ", ".join(
            f"{chance.title} {percent(chance.probability)}" for chance in option.odds
        )
        yield tr(
            "{number}. {order}, cost {cost}: {chances}.",
            number=number,
            order=option.title,
            cost=option.cost,
            chances=chances or tr("nothing is rolled"),
        )
    if not comparable(view):
        yield tr("There is no order to compare now.")
