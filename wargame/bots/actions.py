"""Actions: the decisions at a standpoint as the numbers by which a search's trees know them."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.bots.standpoint import Standpoint
from wargame.kernel.decisions import Decision, Order, Seal


def priors(here: Standpoint) -> Mapping[int, float]:
    """Returns how much each action at hand weighs beforehand: as in the trees, all above 0.

    An order weighs as in the seat's doctrine, squared; what can be boosted, half with all points
    that are to spare and half with none. Every option of a question weighs alike.
    """
    layout, run = here.program.layout, here.program.run
    if here.kind == "choice":
        return {layout["FIRST_CHOICE"] + number: 1.0 for number in range(len(here.choices()))}
    found = {layout["SEALING"]: 1.0}
    s, team, out, first = here.state, here.team, here.program.scratch(), layout["CHOICES"]
    run.find_ready(s, team, out)
    ready = range(first, first + run.square_weights(s, team, out))
    run.find_open(s, team, out)
    for choice in (out[at] for at in ready):
        if not run.is_open(out, choice):
            continue
        order = run.CHOICE[team * layout["CHOICES"] + choice]
        action = layout["FIRST_ORDER"] + order * layout["BOOSTS"]
        spare = run.spare_points(s, team, order)
        for points in {0, spare}:
            found[action + points] = (out[choice] + 1) / (2 if spare else 1)
    return found


def decision(here: Standpoint, action: int) -> Decision:
    """Returns the decision that an action stands for."""
    layout = here.program.layout
    if action >= layout["FIRST_CHOICE"]:
        return here.choices()[action - layout["FIRST_CHOICE"]]
    if action == layout["SEALING"]:
        return Seal(here.seen.seat)
    order, points = divmod(action - layout["FIRST_ORDER"], layout["BOOSTS"])
    return Order(here.seen.seat, here.program.orders[order], points)
