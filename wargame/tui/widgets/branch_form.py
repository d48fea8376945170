"""BranchForm: asks before a game of its own begins where a replay stands."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from wargame.kernel.view import FACILITATOR
from wargame.language import marked, tr
from wargame.table.branch import branch
from wargame.table.replay import Replay
from wargame.tui.widgets.sheet import Act, Sheet


class BranchForm(Sheet):
    """Is the question whether to play on from here otherwise; `begun` is then the new save."""

    TITLE_TEXT: ClassVar[str] = marked("What if?")
    PRECIOUS: ClassVar[bool] = False
    CONFIRM: ClassVar[str] = marked("Begin")
    HINT: ClassVar[str] = marked(
        "A game of its own begins with all that was decided up to here. The record stays as it is."
    )

    def __init__(self, replay: Replay, at: int, seat: str, saves: Path | None) -> None:
        super().__init__()
        self.replay = replay
        self.at = at
        self.seat = seat
        self.saves = saves
        self.begun = Path()

    def body(self) -> ComposeResult:
        """Composes who plays it."""
        yield Static(Text(self._who()))

    def act(self) -> Act:
        """Returns the beginning of that game."""
        return self._begin

    def _who(self) -> str:
        teams = self.replay.program.scenario.teams
        if self.seat in teams:
            return tr("You play {team}; all others are who they were.", team=teams[self.seat].title)
        if self.seat == FACILITATOR:
            return tr("You are the facilitator; all others are who they were.")
        return tr("All are who they were. To play a team, look through its eyes first.")

    def _begin(self) -> None:
        self.replay.seek(self.at)
        self.begun = branch(self.replay, self.seat, save_dir=self.saves)
