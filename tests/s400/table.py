"""A table at which a test plays one mechanism: nothing happens there that the test does not do."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.kernel import decisions as d
from wargame.kernel.gauges import gauges
from wargame.kernel.node import node, phase_of
from wargame.kernel.notation import parse_patch
from wargame.kernel.play import begin, chance, step
from wargame.kernel.program import Program
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import glimpse

Faces = tuple[int, int]
MIDDLING: Faces = (3, 4)
"""Faces whose sum, with no modifier, is in the middle band."""

PLENTY = 9
"""Points in every purse, so that cost hides nothing."""


class Table:
    """Is a game in progress. No table card is drawn; every purse is full; dice are chosen."""

    def __init__(self, program: Program, *, off: Sequence[str] = (), turn: int = 1) -> None:
        self.program = program
        self.state: State = begin(program, Setup(seed=7, off=tuple(off)))
        out = program.layout["OUT"]
        for number, card in enumerate(program.scenario.cards.values()):
            if not program.scenario.decks[card.deck].to:
                self.state[program.layout["PLACE"] + number] = out
        while node(program, self.state).kind in ("agenda", "card"):
            self.state = step(program, self.state, chance(program, self.state))
        self.state[program.layout["TURN"]] = turn
        self.fill_purses()

    def set(self, patch: str) -> Table:
        """Rules that the board stands so."""
        changes = parse_patch(patch)
        for first in range(0, len(changes), 6):
            self.do(d.Ruling(changes[first : first + 6], "for the test"))
        return self

    def do(self, decision: d.Decision) -> None:
        self.state = step(self.program, self.state, decision)

    def fill_purses(self) -> None:
        for team, record in self.program.scenario.teams.items():
            for purse in record.purses:
                self.set(f"{team}.{purse} = {PLENTY}")

    def __getitem__(self, name: str) -> int:
        return self.program.value(name, self.state)

    def holds(self, condition: str) -> bool:
        return self.program.holds(condition, self.state)

    def net(self, order: str) -> int:
        """Returns the sum of an order's modifiers as the board stands."""
        net: int = self.program.run.net(self.state, self.program.order_number[order])
        return net

    def can(self, order: str) -> bool:
        """Returns whether what the order needs holds."""
        return bool(self.program.run.needs(self.state, self.program.order_number[order]))

    def seen_by(self, team: str, track: str) -> int | None:
        """Returns what a team is shown of a track, None if nothing."""
        seen = gauges(glimpse(self.program, self.state, team))
        return next(gauge.value for gauge in seen if gauge.id == track)

    def turn(self, *orders: str, faces: Faces = MIDDLING) -> Table:
        """Plays a turn with these moves, up to what happens at its end."""
        scenario = self.program.scenario
        while phase_of(self.program, self.state) != "orders":
            self._pass(faces)
        for order in orders:
            self.do(d.Order(scenario.moves[order].by, order))
        while phase_of(self.program, self.state) != "end":
            self._pass(faces)
        return self

    def next_turn(self) -> Table:
        """Plays on to the next turn's first phase."""
        now = self["turn"]
        while self["turn"] == now:
            self._pass(MIDDLING)
        self.fill_purses()
        return self

    def inject(self, card: str) -> Table:
        """Brings in a table card."""
        number = self.program.cards.index(card)
        self.state[self.program.layout["PLACE"] + number] = 0
        self.do(d.Inject("for the test", card=card))
        return self

    def _pass(self, faces: Faces) -> None:
        kind = node(self.program, self.state).kind
        if kind == "dice":
            self.do(d.Roll(faces))
        elif kind == "ruling":
            self.do(d.Accept())
        elif kind == "card":
            self.do(chance(self.program, self.state))
        else:
            self.do(d.Advance())
