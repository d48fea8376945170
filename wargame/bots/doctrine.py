"""The doctrine bot: it does what its agenda's doctrine weighs most, and mostly keeps its word."""

from __future__ import annotations

from attrs import define, field

from wargame.bots.bargains import Promise, bargains, open_promises
from wargame.bots.haggling import answers, best_prospect
from wargame.bots.market import can_talk
from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Choose, Decision, Order, Seal
from wargame.kernel.node import boosts
from wargame.kernel.sight import Glimpse

OFFERS_A_TURN = 2


@define
class DoctrineBot:
    """Orders in proportion to squared weight; offers, answers and chooses by what it gains."""

    seed: int
    name = "doctrine"
    _offered: set[str] = field(factory=set, init=False)
    _turn: int = field(default=0, init=False)

    def decide(self, seen: Glimpse) -> Decision:
        """Returns the next order or the seal, or the option that leaves its score highest."""
        here = Standpoint.of(seen, self.seed)
        return choose(here) if here.kind == "choice" else order(here)

    def talk(self, seen: Glimpse) -> tuple[Decision, ...]:
        """Returns an answer to every open offer, and the offer that promises most."""
        here = Standpoint.of(seen, self.seed)
        if not can_talk(here):
            return ()
        said: list[Decision] = [*answers(here)]
        turn = here.state[here.program.layout["TURN"]]
        if turn != self._turn:
            self._turn = turn
            self._offered.clear()
        if not said and len(self._offered) < OFFERS_A_TURN:
            prospect = best_prospect(here)
            if prospect and str(prospect.offer) not in self._offered:
                self._offered.add(str(prospect.offer))
                said.append(prospect.offer)
        return tuple(said)


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
    bent = _pull_of_promises(here)
    return [max(0, here.weight(number) + bent.get(number, 0)) for number in orders]


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


def _pull_of_promises(here: Standpoint) -> dict[int, int]:
    """Returns what open promises add to the weight of orders: what is at stake, twice if now due.

    Orders that fulfil a promise weigh more, orders that would break one less.
    """
    promises = open_promises(bargains(here.seen), here.team)
    terms = tuple(here.program.scenario.terms.values())
    turn = here.state[here.program.layout["TURN"]]
    pull: dict[int, int] = {}
    for promise in promises:
        term = terms[promise.term]
        at_stake = _at_stake(here, promise) * (2 if promise.due == turn else 1)
        for move in term.moves:
            number = here.program.order_number[move]
            pull[number] = pull.get(number, 0) + (at_stake if term.done else -at_stake)
    return pull


def _at_stake(here: Standpoint, promise: Promise) -> int:
    """Returns the points that breaking a promise costs: the stake, and what the board shows."""
    program, layout = here.program, here.program.layout
    after = here.state.copy()
    after[layout["ACTOR"]], after[layout["OTHER"]] = promise.by, promise.to
    program.run.deal_broken(after)
    board = slice(layout["BOARD"], layout["BOARD"] + layout["BOARD_SIZE"])
    changed = zip(here.state[board], after[board], strict=True)
    return program.scenario.deals.stake + sum(abs(new - old) for old, new in changed)
