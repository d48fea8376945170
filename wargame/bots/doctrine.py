"""The doctrine bot: it does what its agenda's doctrine weighs most, and mostly keeps its word."""

from __future__ import annotations

from attrs import define, field

from wargame.bots.dealer import Dealer
from wargame.bots.haggling import accepts, best_offer
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Choose, Decision, Order, Seal
from wargame.kernel.node import boosts
from wargame.kernel.sight import Glimpse


@define
class DoctrineBot:
    """Orders in proportion to squared weight; offers, answers and chooses by what it gains."""

    seed: int
    name = "doctrine"
    _dealer: Dealer = field(init=False, factory=lambda: Dealer(accepts, best_offer))

    def decide(self, seen: Glimpse) -> Decision:
        """Returns the next order or the seal, or the option that leaves its score highest."""
        here = Standpoint.of(seen, self.seed)
        return choose(here) if here.kind == "choice" else order(here)

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        """Returns an answer to every open offer, or the offer that promises most."""
        return self._dealer.talk(Standpoint.of(seen, self.seed))


def order(here: Standpoint) -> Decision:
    """Returns an order drawn in proportion to its squared weight; sealing weighs 1."""
    orders = here.orders()
    squares = [weight * weight for weight in weights(here, orders)]
    at = here.random.randrange(sum(squares) + 1)
    for number, square in zip(orders, squares, strict=True):
        at -= square
        if at < 0:
            spare = boosts(here.program, here.state, here.team, number)
            # half of the time a spare point goes to another use, as in playouts
            points = max(0, here.random.randint(-spare, spare))
            return Order(here.seen.seat, here.program.orders[number], points)
    return Seal(here.seen.seat)


def weights(here: Standpoint, orders: list[int]) -> list[int]:
    """Returns the weight of each order: the doctrine's, bent by what the seat has promised."""
    pull = here.program.run.pull
    return [max(0, here.weight(order) + pull(here.state, here.team, order)) for order in orders]


def choose(here: Standpoint) -> Choose:
    """Returns the option whose effects leave the seat's score highest; chance breaks ties."""
    run, card = here.program.run, here.state[here.program.layout["WHAT"]]
    choices = here.choices()
    scores = []
    for number in range(len(choices)):
        after = here.state.copy()
        run.option(after, card, number)
        scores.append(run.score(after, here.team))
    highest = max(scores)
    return here.random.choice([c for c, s in zip(choices, scores, strict=True) if s == highest])
