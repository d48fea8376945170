"""OverruleForm: the facilitator replaces a pending outcome, with a reason."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets.option_list import Option

from wargame.errors import UsageInvalid
from wargame.kernel.view import Pending, View
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui.held import held
from wargame.tui.widgets.patch_draft import entries
from wargame.tui.widgets.patch_list import PatchList
from wargame.tui.widgets.row_list import RowList
from wargame.tui.widgets.sheet import Act, Sheet, label, reason_input


class OverruleForm(Sheet):
    """Is the form of an overruling: another band of the roll, or consequences of one's own."""

    TITLE_TEXT: ClassVar[str] = marked("Overrule the outcome")
    HINT: ClassVar[str] = marked(
        "Pick another result, or the last line to set the consequences yourself."
    )
    CONFIRM: ClassVar[str] = marked("Overrule")

    DEFAULT_CSS = """
    OverruleForm #bands { height: auto; max-height: 12; border: round $border-blurred; }
    OverruleForm #bands:focus { border: round $primary; }
    OverruleForm PatchList { display: none; height: 30vh; min-height: 6; }
    OverruleForm PatchList.-shown { display: block; }
    """

    def __init__(self, client: SeatClient, view: View, pending: Pending) -> None:
        super().__init__()
        self.client = client
        self.view = view
        self.pending = pending

    def body(self) -> ComposeResult:
        """Composes the bands, the consequences of one's own and the reason."""
        yield RowList(
            *(Option(self._band(at)) for at in range(len(self.pending.bands))),
            Option(Text(tr("Something else: I set the consequences"))),
            decides=True,
            id="bands",
        )
        yield PatchList(
            entries(self.view), id="patch", title=tr(PatchList.KEYS_TEXT, **held("patch"))
        )
        yield label(tr("Reason"))
        yield reason_input()

    def act(self) -> Act:
        """Returns the overruling: another band, or a patch; a reason is needed."""
        chosen = self._chosen
        if chosen == self.pending.band and chosen:
            raise UsageInvalid(
                tr("that is how it stands"),
                remedy=tr("pick another result, or {cancel} and accept", **held("sheet")),
            )
        instead = chosen or self.query_one(PatchList).draft.notation
        decision = f"overrule {instead} because {self.reason()}"
        return lambda: self.client.decide(decision)

    @on(RowList.OptionHighlighted, "#bands")
    def _show_patch(self) -> None:
        self.query_one(PatchList).set_class(not self._chosen, "-shown")

    @on(RowList.OptionSelected, "#bands")
    def _go_on(self) -> None:
        self.query_one("#reason" if self._chosen else "#patch").focus()

    @property
    def _chosen(self) -> str:
        """Is the band that is highlighted; empty on the last line, which is none."""
        at = self.query_one("#bands", RowList).highlighted or 0
        return self.pending.bands[at][0] if at < len(self.pending.bands) else ""

    def _band(self, at: int) -> Text:
        id, title = self.pending.bands[at]
        line = Text(title, "bold")
        if id == self.pending.band:
            rolled = tr("as rolled")
            line.append(f"  ({rolled})", "dim")
        if self.pending.band_texts:
            line.append(f"  {self.pending.band_texts[at]}", "not bold")
        return line
