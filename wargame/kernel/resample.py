"""Resampling: a whole state that agrees with everything a seat sees, drawn by chance.

What a seat may play ahead on: hidden cards are dealt anew, agendas drawn, hidden tracks placed
within what the ruleset lets the seat reckon with, and sealed orders of others given anew. The
drawing itself is the program's (`portable/worlds.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse, bounds

if TYPE_CHECKING:
    from random import Random  # handed in: the kernel draws nothing of its own


@frozen
class Unknown:
    """Is what a seat sees and must reckon with, in the lists that the program draws worlds from.

    `beliefs` has a weight for each agenda of each team, MOST_AGENDAS a team; all alike if nothing
    is said.
    """

    view: list[int]
    spans: list[int]
    hands: list[int]
    beliefs: list[int]

    @classmethod
    def of(cls, seen: Glimpse, beliefs: list[int] | None = None) -> Unknown:
        """Returns what is unknown to the seat of a glimpse."""
        layout = seen.program.layout
        first = layout["BOARD"]
        spans = [0] * (2 * layout["BOARD_SIZE"])
        for slot, span in bounds(seen).items():
            at = 2 * (slot - first)
            spans[at : at + 2] = span
        return cls(
            view=list(seen.slots),
            spans=spans,
            hands=[count for deck in seen.hands for count in deck],
            beliefs=beliefs or [1] * (layout["TEAMS"] * layout["ROOTS"]),
        )

    @property
    def lists(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """The lists, in the order in which the program takes them."""
        return self.view, self.spans, self.hands, self.beliefs


def resample(seen: Glimpse, random: Random, beliefs: list[int] | None = None) -> State:
    """Returns a state of which `glimpse` shows the seat exactly what it sees now.

    Agendas that it does not see are drawn by `beliefs`, as for `Unknown.of`.
    """
    program = seen.program
    layout, run = program.layout, program.run
    state, out = [0] * layout.size, program.scratch()
    unknown = Unknown.of(seen, beliefs)
    run.draw_world(state, *unknown.lists, out, random.getrandbits(32), random.getrandbits(32), 0)
    for team in range(len(program.teams)):
        if seen.slots[layout["SEALED"] + team] and not state[layout["SEALED"] + team]:
            # the dice to come must not be those that the orders were drawn with
            seeds = state[layout["SEED_A"]]
            state[layout["SEED_A"]] = random.getrandbits(32)
            run.play_orders(state, team, out, 1, 0)
            state[layout["SEED_A"]] = seeds
    # sealing moved play on; it stands where the seat sees it stand
    state[layout["WAIT"]] = seen.slots[layout["WAIT"]]
    return state
