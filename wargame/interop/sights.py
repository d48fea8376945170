"""Sights: what a seat sees, as a row of whole numbers.

The row is made from a glimpse and nothing else. A number is 0 where the seat does not see, and
otherwise counted from 1: one more than how far the slot lies above its least value. It has one
place for who is looking (0 for nobody's seat), one for each slot of the state that can matter, in
the order of the state, and one for the number of cards of each deck in each hand.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from attrs import define, field
from numpy.typing import NDArray

from wargame.kernel.program import Program
from wargame.kernel.sight import Glimpse
from wargame.kernel.slots import ENTRY_STATES, HIDDEN, NODES

LEFT_OUT = (
    *("SEED_A", "SEED_B"),  # what is to come, shown when all is over: no part of the game
    *("OFFER", "STAKED", "SUCCESS", "FAILURE", "RULED", "WEIGHED"),  # deals, arguments and rulings
    *("TOTAL", "BAND"),  # what dice have shown: empty again before any team decides
    *("BOARD", "PURSE"),  # other names for slots that have names of their own
)
MOST = np.iinfo(np.int32).max

Row = NDArray[np.int32]


@define(eq=False)
class Sights:
    """Numbers what seats of one scenario see.

    `names` says what stands at each place of a row, `highest` the most that can stand there.
    """

    program: Program
    names: tuple[str, ...] = field(init=False)
    highest: Row = field(init=False)
    _slots: NDArray[np.int64] = field(init=False)
    _low: NDArray[np.int64] = field(init=False)
    _hands: tuple[str, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        program = self.program
        named = dict(sorted(_slots(program)))
        most = _most(program)
        self._slots = np.array(list(named), dtype=np.int64)
        bounded = [_bounded(program, slot) for slot in named]
        self._low = np.array(program.layout.tables["LOW"], dtype=np.int64)[bounded]
        tables = program.layout.tables
        high = np.array([most.get(slot, tables["HIGH"][slot]) for slot in bounded])
        decks = program.scenario.decks
        self._hands = tuple(f"hand {team} {deck}" for deck in decks for team in program.teams)
        self.names = ("seat", *named.values(), *self._hands)
        most_cards = [len(program.cards)] * len(self._hands)
        slots = np.minimum(high - self._low + 1, MOST).tolist()
        self.highest = np.array([len(program.teams), *slots, *most_cards], dtype=np.int32)

    def row(self, seen: Glimpse) -> Row:
        """Returns what a seat sees."""
        teams = self.program.teams
        row = np.empty(len(self.names), dtype=np.int32)
        row[0] = teams.index(seen.seat) + 1 if seen.seat in teams else 0
        slots = np.array(seen.slots, dtype=np.int64)[self._slots]
        last = 1 + len(slots)
        row[1:last] = np.where(slots == HIDDEN, 0, slots - self._low + 1)
        row[last:] = [count for deck in seen.hands for count in deck]
        return row

    def text(self, seen: Glimpse) -> str:
        """Returns what a seat sees in words: `?` for what it does not see, zeros left out."""
        slots = zip(self.names[1:], self._slots.tolist(), strict=False)
        numbers = ((name, seen.slots[slot]) for name, slot in slots)
        hands = zip(self._hands, (n for deck in seen.hands for n in deck), strict=True)
        told = (
            f"{name}={'?' if number == HIDDEN else number}"
            for name, number in (*numbers, *hands)
            if number
        )
        return f"{seen.seat}: {', '.join(told)}"


def _bounded(program: Program, slot: int) -> int:
    """Returns the slot whose bounds hold: what was on the board is bounded by what is."""
    layout = program.layout
    since = slot - layout["PRIOR"]
    return layout["BOARD"] + since if 0 <= since < layout["BOARD_SIZE"] else slot


def _most(program: Program) -> dict[int, int]:
    """Returns the most that can stand in slots which the layout leaves open, as far as is known."""
    layout, scenario = program.layout, program.scenario
    turns = layout.tables["HIGH"][layout["LAST_TURN"]]
    entries = layout["TEAMS"] * layout["PER_TEAM"]
    areas = {
        **dict.fromkeys(("TURN", "TIMES", "LAST", "HAPPENED"), turns),
        **dict.fromkeys(("SWITCH", "SEALED"), 1),
        **dict.fromkeys(("CURSOR", "QUEUED", "QUEUE"), entries),
        **dict.fromkeys(("WHO", "ACTOR", "OTHER"), layout["TEAMS"]),
        "PHASE": layout["PHASES"],
        "STEP": max(layout["TEAMS"] + 1, 3),
        "WAIT": len(NODES) - 1,
        "WHAT": max(layout["FREE"], layout["CARDS"]),
        "OVER": len(scenario.endings),
        "PRESET": len(scenario.presets),
        "AGENDA": layout["MOST_AGENDAS"],
        "ORDER": layout["FREE"] + 1,
        "BOOST": layout["MOST_BOOST"],
        "ENTRY": len(ENTRY_STATES) - 1,
        "ORDERED": 2,
        "PLACE": layout["OUT"],
        "GONE": layout["CARDS"],
    }
    return {
        layout[area] + k: most for area, most in areas.items() for k in range(layout.counts[area])
    }


def _slots(program: Program) -> Iterator[tuple[int, str]]:
    """Yields each slot that a row shows, with its name."""
    layout, scenario = program.layout, program.scenario
    prior = layout["PRIOR"] - layout["BOARD"]
    ids: dict[str, tuple[str, ...]] = {
        **dict.fromkeys(("AGENDA", "SEALED", "KEPT", "BROKEN"), program.teams),
        **dict.fromkeys(("ORDERED", "TIMES", "LAST"), program.orders),
        **dict.fromkeys(("PLACE", "HAPPENED"), program.cards),
        "GONE": tuple(scenario.decks),
        "SWITCH": tuple(scenario.switches),
        "SPENT": tuple(id.removeprefix("P_") for id in layout.counts if id.startswith("P_")),
        **{f"T_{id}": program.teams for id, track in scenario.tracks.items() if track.each},
    }
    for area, count in layout.counts.items():
        if area in (*LEFT_OUT, "PRIOR"):
            continue
        word = area[2:] if area[:2] in ("T_", "P_") else area.lower()
        word = f"{area[2:]} earlier" if area.startswith("L_") else word
        parts = ids.get(area) or tuple(map(str, range(count)))
        for k in range(count):
            slot = layout[area] + k
            name = f"{word} {parts[k]}" if count > 1 or area in ids else word
            yield slot, name
            if layout["BOARD"] <= slot < layout["BOARD"] + layout["BOARD_SIZE"]:
                yield slot + prior, f"{name} before"
