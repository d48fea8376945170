"""The digest of a state: what saves record, so that a replay that leads elsewhere is found out.

Taken over what play is about, by name, and not over the slots as they lie: a later program may keep
more in its state, and the digests of old saves must still agree.
"""

from __future__ import annotations

import hashlib

from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import OFFER_FIELDS

AREAS = (
    *("TURN", "PHASE", "WAIT", "WHO", "WHAT", "OVER", "TOTAL", "BAND", "BOARD", "SPENT", "OWED"),
    *("AGENDA", "SEALED"),
    *("ORDER", "BOOST", "ENTRY", "TIMES", "LAST", "PLACE", "KEPT", "BROKEN", "OFFER", "WEIGHED"),
)
"""What goes into a digest of save format 1; never changed while that format is read."""


def digest(program: Program, state: State) -> str:
    """Returns 16 hexadecimal digits that differ for states that differ in play."""
    areas = (f"{name} {_area(program, state, name)}" for name in AREAS)
    return hashlib.sha256("\n".join(areas).encode()).hexdigest()[:16]


def _area(program: Program, state: State, name: str) -> State:
    layout = program.layout
    numbers = state[layout[name] : layout[name] + layout.counts[name]]
    # once all teams together had the places that now each has: the others count if they are used
    once = layout["LIMIT"] * OFFER_FIELDS
    return numbers[:once] if name == "OFFER" and not any(numbers[once:]) else numbers
