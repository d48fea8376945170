"""CoachSheet: the coach's notes on all turns so far, and the switch that turns the coach off."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import ModalScreen

from wargame.analysis.coaching import Advice, GoOn, Worth
from wargame.errors import WargameError
from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.plain.coaching import basis, hint, leanings, name, standing
from wargame.table.coach import Coach
from wargame.tui.beside import beside
from wargame.tui.held import held
from wargame.tui.keys import COACH, Key, bindings
from wargame.tui.widgets.bar import bar
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, heading, plain

HELP = marked("""
After each turn the coach plays every order that you could have given on to the end of the game,
many times, from what you saw when you ordered: what you could not see is drawn anew each time, as
far as it agrees with what you saw. All orders have the same luck. The number is your final score,
on average; a difference that chance could have made is called none.

Everybody plays on by their doctrine, which people do not: take a number for a question, not for an
answer. An order's number is for giving it first; what you gave beside it is left to your doctrine.

What the others seem to be after is weighed from the orders that all could see.
""")

LENGTH = 16
"""Cells of a bar; a full one is the most that an order came to."""


class CoachSheet(ModalScreen[None]):
    """Is the list of notes, the newest on top."""

    PAGE: ClassVar[str] = "coach"
    KEYS: ClassVar[tuple[Key, ...]] = COACH
    HELP: ClassVar[str] = HELP
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("coach", COACH)]
    DEFAULT_CSS = """
    CoachSheet { align: center middle; }
    CoachSheet #notes {
        width: 96%; max-width: 128; height: 96%; background: $surface;
    }
    """

    class Played(Message):
        """Says how far the coach has come with a turn."""

        def __init__(self, turn: int, done: int, whole: int) -> None:
            super().__init__()
            self.turn = turn
            self.done = done
            self.whole = whole

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.coach = coach
        self._notes: list[RenderableType] = []

    def compose(self) -> ComposeResult:
        """Shows the notes."""
        yield Notes(id="notes")

    def on_mount(self) -> None:
        """Gives the notes the keyboard, to scroll, and begins with the newest."""
        self.query_one(Notes).focus()
        self._begin()

    def action_close(self) -> None:
        """Goes back to the orders; notes that are being made are dropped."""
        self.dismiss()

    def action_switch(self) -> None:
        """Switches the coach off or on, which is remembered from game to game."""
        try:
            self.coach.switch()
        except WargameError as error:
            self.notify(str(error), severity="warning", timeout=10, markup=False)
        self._begin()

    def _begin(self) -> None:
        notes = self.query_one(Notes)
        now = held("coach")
        on = tr("The coach is on, {switch} switches; {close} closes", **now)
        off = tr("The coach is off, {switch} switches; {close} closes", **now)
        notes.border_subtitle = on if self.coach.is_on else off
        self._notes = []
        self.workers.cancel_group(self, "coach")
        if not self.coach.is_on:
            told = tr(
                "The coach is off: nothing is looked back on. {switch} switches it on.", **now
            )
            notes.put(plain(told))
            return
        turns = self.coach.finished
        notes.put(plain(tr("There is nothing to look back on before a turn is over."), FAINT))
        if turns:
            self.run_worker(self._look_back(turns), group="coach", exclusive=True)

    async def _look_back(self, turns: int) -> None:
        for turn in range(turns, 0, -1):
            self._put(plain(tr("Looking back on turn {turn} ...", turn=turn), FAINT))
            work = partial(_advice, self.coach, turn)
            advice = await beside(work, partial(self._post, turn))
            if advice is not None:
                self._notes += drawn(advice)
            else:
                self._notes += [
                    heading(tr("Turn {turn}", turn=turn), above=bool(self._notes)),
                    plain(tr("You gave no orders."), FAINT),
                ]
            self._put()

    def _post(self, turn: int, done: int, whole: int) -> None:
        self.post_message(self.Played(turn, done, whole))

    @on(Played)
    def _played(self, event: Played) -> None:
        told = tr(
            "Looking back on turn {turn}: {done} of {whole} games",
            turn=event.turn,
            done=event.done,
            whole=event.whole,
        )
        self._put(plain(told, FAINT))

    def _put(self, *below: RenderableType) -> None:
        self.query_one(Notes).put(*self._notes, *below)


def _advice(coach: Coach, turn: int, go_on: GoOn) -> Advice | None:
    return coach.advice(turn, go_on=go_on)


class Notes(Pane):
    """Is the notes."""

    TITLE = marked("Coach")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns nothing: the notes are put in by the sheet."""
        return ()


def drawn(advice: Advice) -> list[RenderableType]:
    """Returns a note with a bar for each order."""
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(ratio=1)
    grid.add_column(width=4, justify="right")
    grid.add_column(width=LENGTH)
    grid.add_column(ratio=1)
    most = max(worth.mean for worth in advice.worths)
    for worth in advice.worths:
        grid.add_row(*_row(worth, most))
    return [
        heading(tr("Turn {turn}", turn=advice.turn), above=False),
        Text.assemble((tr("Hint:"), "bold"), " ", hint(advice)),
        plain(basis(advice), FAINT),
        grid,
        *(plain(line) for line in leanings(advice)),
        plain(""),
    ]


def _row(worth: Worth, most: float) -> tuple[Text, ...]:
    style = "bold" if worth.given else ""
    return (
        plain("▶" if worth.given else " ", style),
        plain(name(worth), style),
        plain(f"{worth.mean:.1f}", style),
        bar(worth.mean / most if most > 0 else 0.0, LENGTH),
        plain(standing(worth), FAINT),
    )
