"""UndoForm: the facilitator takes the line of play back, after seeing what that takes away."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from wargame.errors import UsageInvalid, WargameError
from wargame.kernel.view import View
from wargame.language import marked, tr, trn
from wargame.table.client import FacilitatorClient
from wargame.tui.widgets.row_list import RowList
from wargame.tui.widgets.sheet import Act, Sheet, label


class UndoForm(Sheet):
    """Is the form of an undo: the decision to go back to, and what that takes back."""

    TITLE_TEXT: ClassVar[str] = marked("Undo")
    HINT: ClassVar[str] = marked(
        "Nothing is erased: what is taken back stays in the record; redo ({redo}) returns to it."
    )
    HINT_PAGE: ClassVar[str] = "facilitator"
    CONFIRM: ClassVar[str] = marked("Take back")

    DEFAULT_CSS = """
    UndoForm #history { height: 30vh; min-height: 7; border: round $border-blurred; }
    UndoForm #history:focus { border: round $primary; }
    UndoForm #preview-box { height: 21vh; min-height: 5; border: round $warning; }
    UndoForm #preview { height: auto; }
    UndoForm #history, UndoForm #preview { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, client: FacilitatorClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.said = {line.record: line.text for line in view.log}
        self.line: tuple[tuple[int, str], ...] = ()

    def body(self) -> ComposeResult:
        """Composes the line of play, the preview and the reason."""
        history = RowList(decides=True, id="history")
        history.border_title = Text(tr("Go back one step, or to just after ..."))
        yield history
        with VerticalScroll(id="preview-box", can_focus=False) as box:
            box.border_title = Text(tr("This takes back"))
            yield Static(id="preview", markup=False)
        yield label(tr("Reason"))
        yield Input(placeholder=tr("why, for the record"), id="reason", classes="last")

    def on_mount(self) -> None:
        """Fetches the line of play, beside the form's own work."""
        self.run_worker(self._fetch(), group="history")

    async def _fetch(self) -> None:
        self.line = await asyncio.to_thread(self.client.history)
        history = self.query_one("#history", RowList)
        if self.line:
            step = tr("one step: the last decision of a person")
            history.add_option(Option(Text(step, "italic")))
        # Newest first; the newest itself is where the game stands, so going back starts before it.
        for at in range(len(self.line) - 2, -1, -1):
            number, notation = self.line[at]
            history.add_option(Option(self._line(number, notation), id=str(number)))
        if self.line:
            history.add_option(Option(Text(tr("the very beginning"), "italic"), id="0"))
            history.highlighted = 0
            history.focus()
        else:
            nothing = tr("nothing has been decided yet")
            self.query_one("#preview", Static).update(Text(nothing, "dim"))

    def act(self) -> Act:
        """Returns the undo, to the highlighted decision."""
        if not self.line:
            raise UsageInvalid(tr("there is nothing to take back"), remedy=tr("go on playing"))
        to, reason = self._to, self.typed("#reason")
        return lambda: self.client.undo(to=to, reason=reason)

    @on(RowList.OptionHighlighted, "#history")
    async def _preview(self) -> None:
        shown = self.query_one("#preview", Static)
        to = self._to
        try:
            taken = await asyncio.to_thread(lambda: self.client.preview_undo(to=to))
        except WargameError as error:
            shown.update(Text(str(error)))
            return
        gone = [*reversed(self.line)][: len(taken)]
        shown.update(Text("\n").join(self._line(*decision) for decision in gone))
        self.query_one("#preview-box").border_title = Text(
            trn(
                "This takes back {number} decision",
                "This takes back {number} decisions",
                len(taken),
            )
        )

    @on(RowList.OptionSelected, "#history")
    def _go_on(self) -> None:
        self.query_one("#reason").focus()

    @property
    def _to(self) -> int | None:
        """Is the record to go back to; none for one step, which the table works out."""
        history = self.query_one("#history", RowList)
        if not history.highlighted:
            return None
        return int(history.get_option_at_index(history.highlighted).id or 0)

    def _line(self, number: int, notation: str) -> Text:
        line = Text(f"{number:>4}  ", "dim", no_wrap=True, overflow="ellipsis")
        return line.append(self.said.get(number, notation), "not dim")
