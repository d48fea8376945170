"""InjectForm: the facilitator brings a card, or an event of his own, into play."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from wargame.kernel.view import CardView, View
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui.held import held
from wargame.tui.widgets.patch_draft import entries
from wargame.tui.widgets.patch_list import PatchList
from wargame.tui.widgets.row_list import RowList
from wargame.tui.widgets.sheet import Act, Sheet, label, quoted, reason_input

OWN = "own-event"
"""Id of the line that stands for an event of the facilitator's own; no card can have it."""


class InjectForm(Sheet):
    """Is the form of an inject: a card that waits, or a title with changes; and why."""

    TITLE_TEXT: ClassVar[str] = marked("Inject an event")
    HINT: ClassVar[str] = marked("Pick a card, or the first line for an event of your own.")
    CONFIRM: ClassVar[str] = marked("Inject")

    DEFAULT_CSS = """
    InjectForm #cards { height: 26vh; min-height: 5; border: round $border-blurred; }
    InjectForm #cards:focus { border: round $primary; }
    InjectForm #card { height: auto; max-height: 6; padding: 0 1; }
    InjectForm .own { display: none; }
    InjectForm .own.-shown { display: block; }
    InjectForm PatchList { height: 25vh; min-height: 6; }
    """

    def __init__(self, client: SeatClient, view: View) -> None:
        super().__init__()
        self.client = client
        self.view = view
        self.cards: dict[str, CardView] = {card.id: card for card in view.injects}

    def body(self) -> ComposeResult:
        """Composes the cards, the card that is highlighted or one's own event, and the reason."""
        yield RowList(
            Option(Text(tr("An event of my own …"), "italic"), id=OWN),
            *(Option(self._line(card), id=card.id) for card in self.cards.values()),
            decides=True,
            id="cards",
        )
        yield Static(id="card", markup=False)
        heard = tr("what happens, as the room will hear it")
        yield Input(placeholder=heard, id="title", classes="own")
        yield PatchList(
            entries(self.view), id="patch", title=tr(PatchList.KEYS_TEXT, **held("patch"))
        )
        yield label(tr("Reason"))
        yield reason_input()

    def on_mount(self) -> None:
        """Starts at the first card, if there is one."""
        self.query_one(PatchList).add_class("own")
        self.query_one("#cards", RowList).highlighted = min(1, len(self.cards))

    def act(self) -> Act:
        """Returns the inject; an event of one's own needs a title, and each a reason."""
        what = self._chosen
        if what == OWN:
            title = self.typed(
                "#title", tr("the event has no title"), remedy=tr("say what happens")
            )
            what = f"{quoted(title)} {self.query_one(PatchList).draft.notation}"
        decision = f"inject {what} because {self.reason()}"
        return lambda: self.client.decide(decision)

    @on(RowList.OptionHighlighted, "#cards")
    def _show(self) -> None:
        chosen = self._chosen
        for field in self.query(".own"):
            field.set_class(chosen == OWN, "-shown")
        shown = self.query_one("#card", Static)
        shown.display = chosen != OWN
        if chosen != OWN:
            shown.update(self._text(self.cards[chosen]))

    @on(RowList.OptionSelected, "#cards")
    def _go_on(self) -> None:
        self.query_one("#title" if self._chosen == OWN else "#reason").focus()

    @property
    def _chosen(self) -> str:
        cards = self.query_one("#cards", RowList)
        return cards.get_option_at_index(cards.highlighted or 0).id or OWN

    @staticmethod
    def _line(card: CardView) -> Text:
        line = Text(card.title, no_wrap=True, overflow="ellipsis")
        return line.append(f"  {card.deck}", "dim")

    @staticmethod
    def _text(card: CardView) -> Text:
        text = Text(card.text)
        for effect in card.effects:
            text.append(f"\n→ {effect}", "bold")
        return text
