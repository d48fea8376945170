"""Actions: a team's decisions as numbers, and back.

With B boost points at most, orders numbered 0, 1, 2 ... as `Program.orders` lists them (all moves,
then all hand cards) and n of them:

    order * (B + 1) + points    the order, with so many points on its roll
    n * (B + 1)                 seal
    n * (B + 1) + 1 + k         the k-th option of the question that a card puts, from 0

The numbers are the same for every team and all through a game. Offers, the taking back of orders
and arguments in a team's own words have none.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from wargame.errors import DecisionIllegal, DecisionMalformed
from wargame.kernel.decisions import Choose, Decision, Order, Seal, seat_of
from wargame.kernel.node import boosts
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.scenario.model import Card


@define(eq=False)
class Actions:
    """Numbers the decisions of one scenario.

    `levels` is the number of ways to boost an order, `seal` the number of the seal, `size` how many
    numbers there are.
    """

    program: Program
    levels: int = field(init=False)
    seal: int = field(init=False)
    size: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.levels = self.program.layout["MOST_BOOST"] + 1
        self.seal = len(self.program.orders) * self.levels
        self.size = self.seal + 1 + max(self.program.run.OPTIONS, default=0)

    def legal(self, s: State, team: int) -> list[int]:
        """Returns what a team can do now, in ascending order; nothing if it is not asked."""
        layout, run = self.program.layout, self.program.run
        waiting = s[layout["WAIT"]]
        if waiting == layout["N_ORDERS"] and not s[layout["SEALED"] + team]:
            out = self.program.scratch()
            found: list[int] = []
            for order in sorted(out[: run.legal(s, team, out)]):
                first = order * self.levels
                found += range(first, first + boosts(self.program, s, team, order) + 1)
            found.append(self.seal)
            return found
        if waiting == layout["N_CHOICE"] and s[layout["WHO"]] == team:
            return list(range(self.seal + 1, self.seal + 1 + run.OPTIONS[s[layout["WHAT"]]]))
        return []

    def take(self, s: State, team: int, action: int) -> None:
        """Takes a legal action, in place; `course` plays on from there."""
        run = self.program.run
        if action < self.seal:
            run.place_order(s, team, action // self.levels, action % self.levels)
        elif action == self.seal:
            run.seal(s, team)
        else:
            run.choose(s, action - self.seal - 1)

    def refuse(self, s: State, team: int, action: int) -> DecisionIllegal:
        """Returns the error for an action that is not legal."""
        legal = " ".join(map(str, self.legal(s, team))) or "none"
        return DecisionIllegal(
            f"'{self.program.teams[team]}' cannot take action {action} now",
            remedy=f"the action mask allows: {legal}",
        )

    def decision(self, slots: Sequence[int], seat: str, action: int) -> Decision:
        """Returns the decision that an action of a seat stands for.

        `slots` is a state, or what the seat sees of one: an option's name depends on the question.

        Raises:
            DecisionMalformed: the number stands for nothing here.
        """
        if 0 <= action < self.seal:
            order, points = divmod(action, self.levels)
            return Order(seat, self.program.orders[order], points)
        if action == self.seal:
            return Seal(seat)
        options = self._options(slots)
        if not 0 <= action - self.seal - 1 < len(options):
            raise DecisionMalformed(
                f"action {action} stands for nothing now", remedy="keep to the action mask"
            )
        return Choose(seat, options[action - self.seal - 1])

    def number(self, slots: Sequence[int], decision: Decision) -> int:
        """Returns the action that stands for a decision.

        Raises:
            DecisionMalformed: no action does.
        """
        match decision:
            case Order(_, order, points) if order in self.program.order_number:
                if 0 <= points < self.levels:
                    return self.program.order_number[order] * self.levels + points
            case Seal():
                return self.seal
            case Choose(_, option) if option in self._options(slots):
                return self.seal + 1 + self._options(slots).index(option)
        raise DecisionMalformed(
            f"'{decision}' has no number for '{seat_of(decision)}'",
            remedy="only orders, seals and the options of a question have",
        )

    def _options(self, slots: Sequence[int]) -> tuple[str, ...]:
        card = self._card(slots)
        return tuple(card.choice.options) if card and card.choice else ()

    def _card(self, slots: Sequence[int]) -> Card | None:
        """Returns the card whose question play waits for, or None."""
        layout = self.program.layout
        if slots[layout["WAIT"]] != layout["N_CHOICE"]:
            return None
        return self.program.scenario.cards[self.program.cards[slots[layout["WHAT"]]]]
