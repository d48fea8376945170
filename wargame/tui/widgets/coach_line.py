"""The coach's hint on the turn that has ended, in a line above the orders."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import Static

from wargame.analysis.coaching import Advice
from wargame.kernel.view import View
from wargame.language import tr
from wargame.plain.coaching import hint
from wargame.table.coach import Coach
from wargame.tui.beside import beside, finished
from wargame.tui.held import held
from wargame.tui.widgets.plain_text import FAINT


class CoachLine(Static):
    """Is out of sight until a turn is over, where the coach is off, and where there is none."""

    DEFAULT_CSS = """
    CoachLine { height: auto; max-height: 2; padding: 0 1; display: none; }
    CoachLine.-told { display: block; }
    """

    class Played(Message):
        """Says how far the coach has come."""

        def __init__(self, done: int, whole: int) -> None:
            super().__init__()
            self.done = done
            self.whole = whole

    def __init__(self, coach: Coach | None, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self.coach = coach
        self._turn = 0

    def show(self, view: View) -> None:
        """Has the coach look back if a turn has ended since."""
        turn = finished(view.turn, is_over=view.ending is not None)
        if self.coach is None or not self.coach.is_on:
            self._turn = 0
            self.workers.cancel_group(self, "coach")
            self.set_class(False, "-told")
        elif turn != self._turn:
            self._turn = turn
            self.set_class(False, "-told")
            if turn:
                self.run_worker(self._look_back(self.coach, turn), group="coach", exclusive=True)

    async def _look_back(self, coach: Coach, turn: int) -> None:
        advice = await beside(lambda go_on: coach.advice(turn, go_on=go_on), self._post)
        self._tell(advice)

    def _post(self, done: int, whole: int) -> None:
        self.post_message(self.Played(done, whole))

    @on(Played)
    def _played(self, event: Played) -> None:
        told = tr(
            "Coach: playing turn {turn} on, {done} of {whole} games",
            turn=self._turn,
            done=event.done,
            whole=event.whole,
        )
        self._say(Text(told))

    def _tell(self, advice: Advice | None) -> None:
        if advice is None:
            self.set_class(False, "-told")
        else:
            said = Text.assemble(
                (tr("Coach, turn {turn}:", turn=advice.turn), "bold"),
                f" {hint(advice)}  ",
                (tr("{coach}: the whole note", **held("team")), FAINT),
            )
            self._say(said)

    def _say(self, text: Text) -> None:
        self.update(text)
        self.set_class(True, "-told")
