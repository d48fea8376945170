"""What a bot is: a seat's glimpse in, a decision out."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from attrs import frozen

from wargame.kernel.decisions import Decision
from wargame.kernel.sight import Glimpse


class Bot(Protocol):
    """Decides for one seat, from nothing but what the seat sees.

    The same seed and the same glimpse give the same decision. `tests/bots/contract.py` says the
    rest in tests.
    """

    @property
    def name(self) -> str:
        """The name that `make` knows it by."""

    def decide(self, seen: Glimpse) -> Decision:
        """Returns one legal decision where the seat has to make one: an order, a seal, a choice.

        To be asked again until the seat has sealed.
        """

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        """Returns the offers and answers that the seat makes now, in order; perhaps none.

        To be asked while teams talk or write orders, and again when somebody has answered: a bot
        repeats no offer within a turn. What others did meanwhile may make one of them impossible.
        An answer names the offer by its number in the glimpse, as `bargains.bargains` reads it.
        """


@frozen
class Valued:
    """Is a decision with the mean of what games came to after it, and how many there were.

    `value` is in points of score, with what the bot adds to it.
    """

    decision: Decision
    value: float
    visits: int


@runtime_checkable
class Valuing(Protocol):
    """Is a bot that can say what each decision at hand is worth to it."""

    def values(self, seen: Glimpse) -> tuple[Valued, ...]:
        """Returns the decisions it has considered, the one it would make first."""
