"""Where a bot stands when it is asked: what it sees, what it imagines, and its chance."""

from __future__ import annotations

from random import Random
from struct import pack
from zlib import crc32

from attrs import frozen

from wargame.kernel.decisions import Choose
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse, imagine
from wargame.kernel.slots import NODES


@frozen
class Standpoint:
    """Is a seat's glimpse with what follows from it.

    `team` is the seat's number, `state` what it imagines, `agenda` its agenda's number among all
    agendas or -1 for none, `random` a chance that depends on the bot's seed and the moment alone.
    """

    seen: Glimpse
    team: int
    state: State
    agenda: int
    random: Random

    @classmethod
    def of(cls, seen: Glimpse, seed: int) -> Standpoint:
        """Returns where a bot of that seed stands."""
        program = seen.program
        team = program.teams.index(seen.seat)
        held = seen.slots[program.layout["AGENDA"] + team]
        agendas = agendas_of(program, team)
        return cls(
            seen=seen,
            team=team,
            state=imagine(seen),
            agenda=agendas[held - 1] if held else -1,
            random=Random(seed << 32 | _moment(seen)),
        )

    @property
    def program(self) -> Program:
        """The program of the game."""
        return self.seen.program

    @property
    def kind(self) -> str:
        """The kind of node that play has come to."""
        return NODES[self.state[self.program.layout["WAIT"]]]

    @property
    def is_sealed(self) -> bool:
        """Whether the seat has sealed its orders."""
        return self.state[self.program.layout["SEALED"] + self.team] > 0

    def orders(self) -> list[int]:
        """Returns the numbers of the orders that the seat can give now."""
        out = self.program.scratch()
        return out[: self.program.run.legal(self.state, self.team, out)]

    def choices(self) -> tuple[Choose, ...]:
        """Returns the options of the question that is put to the seat."""
        card = self.program.cards[self.state[self.program.layout["WHAT"]]]
        choice = self.program.scenario.cards[card].choice
        return tuple(Choose(self.seen.seat, id) for id in (choice.options if choice else ()))

    def weight(self, order: int) -> int:
        """Returns what the seat's agenda makes of an order: 0 or more."""
        if self.agenda < 0:
            return 1
        weight: int = self.program.run.weight(self.state, self.agenda, order)
        return max(0, weight)

    def purse(self, team: int) -> int:
        """Returns what is left in the purse that a team's stakes are paid from, as far as seen."""
        run = self.program.run
        left: int = run.left_in(self.state, run.FIRST_PURSE[team])
        return left


def agendas_of(program: Program, team: int) -> tuple[int, ...]:
    """Returns the numbers of a team's agendas among all agendas."""
    first = team * program.layout["MOST_AGENDAS"]
    numbers: tuple[int, ...] = program.run.AGENDA_AT[first : first + len(program.agendas[team])]
    return numbers


def _moment(seen: Glimpse) -> int:
    """Returns 32 bits that tell one decision of a game from another; unlike `hash` ever the same.

    The board is left out: in two courses of a game that differ by little a bot then draws the same
    chance, and decides differently only where the difference matters.
    """
    layout, slots = seen.program.layout, seen.slots
    own = layout["ORDER"] + seen.program.teams.index(seen.seat) * layout["PER_TEAM"]
    orders = sum(slots[own + place] > 0 for place in range(layout["PER_TEAM"]))
    fields = layout["OFFER_FIELDS"]
    offers = sum(slots[layout["OFFER"] + k * fields] > 0 for k in range(layout["OFFERS"]))
    where = (slots[layout[name]] for name in ("TURN", "PHASE", "STEP", "WAIT", "WHAT"))
    return crc32(pack("<7q", *where, orders, offers))
