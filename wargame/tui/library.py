"""LibraryScreen: every card, move, rule, term and statement of a scenario, to browse and search."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from attrs import evolve, frozen
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.option_list import Option as Row

from wargame.errors import WargameError
from wargame.language import marked, tr
from wargame.report.catalogue import CLAIMS, Entry, Key, shelf
from wargame.report.library import Library
from wargame.tui import keys
from wargame.tui.keys import bindings
from wargame.tui.widgets.card_face import CardFace
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.plain_text import FAINT, plain
from wargame.tui.widgets.row_list import RowList

HELP = marked("""
Everything that is printed in the scenario: the decks, the moves, the rules, the terms, and the
statements of the source. It is the same for every game: what has been dealt, drawn or decided in
one is not here.

Press {search} and type words: the list shrinks as you type, over ids, titles and texts. Case and
accents do not matter.

Below a card stand the statements that it cites, and below a statement everything that carries it:
Enter goes there, {return} comes back.
""")


WIDTHS = [(0, "-narrow"), (110, "-wide")]
"""From how many columns on the lists stand side by side."""


@frozen
class Place:
    """Is where a reader stands: the section, "" for all of them, what is searched, the entry."""

    section: str = ""
    typed: str = ""
    key: Key | None = None


class LibraryScreen(ModalScreen[None]):
    """Is a list of sections, the entries of one of them, and the card of the marked entry."""

    PAGE = "library"
    KEYS = keys.LIBRARY
    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library", keys.LIBRARY)]
    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, load: Callable[[], Library]) -> None:
        """Takes what reads the library, which is done beside the screen's own work."""
        super().__init__()
        self._load = load
        self._library: Library | None = None
        self._sections: tuple[str, ...] = ()
        self._links: tuple[Key, ...] = ()
        self._before: list[Place] = []
        self.place = Place()

    def compose(self) -> ComposeResult:
        """Lays out the search, the lists and the card."""
        with Horizontal(id="top"):
            yield Static(tr("Cards and sources"), id="name", markup=False)
            yield Input(placeholder=tr("/ searches"), id="search", compact=True)
        with Horizontal(id="shelves"):
            with Container(id="lists"):
                yield RowList(id="sections")
                yield RowList(id="entries")
            with Vertical(id="reading"):
                yield CardFace(id="card")
                yield RowList(id="links")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begins to read."""
        self.query_one("#sections", RowList).border_title = tr("Sections")
        self.query_one("#entries", RowList).border_title = tr("Reading...")
        self.query_one("#entries").focus()
        self.run_worker(self._open(), group="library")

    @property
    def clipping(self) -> str:
        """Is the card, unless one of its links has the keyboard."""
        return "" if self.query_one("#links").has_focus else self.query_one(CardFace).clipping

    def action_search(self) -> None:
        """Goes to the search."""
        self.query_one("#search").focus()

    def action_section(self, by: int) -> None:
        """Goes to the next section, round and round."""
        if self._sections:
            at = self._sections.index(self.place.section) + by
            self.query_one("#sections", RowList).highlighted = at % len(self._sections)

    def action_list(self) -> None:
        """Goes from the search to what it has found."""
        self.query_one("#entries").focus()

    def action_links(self) -> None:
        """Goes to the statements a card cites, or to what carries a statement."""
        if self._links:
            self.query_one("#links").focus()

    def action_return(self) -> None:
        """Goes back to before the last jump."""
        if self._before:
            self._stand(self._before.pop())

    def action_back(self) -> None:
        """Ends the search, if there is one; otherwise closes the library."""
        if self.place.typed:
            self._stand(evolve(self.place, typed=""))
        else:
            self.dismiss()

    async def _open(self) -> None:
        try:
            library = await asyncio.to_thread(self._load)
        except WargameError as error:
            self.app.notify(str(error), severity="error", timeout=12, markup=False)
            self.dismiss()
            return
        self._library = library
        self._sections = ("", *library.catalogue.sections)
        self.query_one("#name", Static).update(plain(library.scenario.about.title))
        self._stand(self.place)

    def _stand(self, place: Place) -> None:
        """Shows a place: the section, what the search leaves of it, and the card."""
        if self._library is None:
            return
        search = self.query_one("#search", Input)
        if search.value != place.typed:
            with self.prevent(Input.Changed):
                search.value = place.typed
        catalogue = self._library.catalogue
        hits = catalogue.search(place.typed)
        found = tuple(hit for hit in hits if place.section in ("", hit.key.section))
        listed = {entry.key for entry in found}
        key = place.key if place.key in listed else found[0].key if found else None
        self.place = evolve(place, key=key)
        self._list_sections(hits)
        self._list_entries(found)
        if key is None:
            self._put_nothing()
        else:
            self._read(key)

    def _list_sections(self, hits: tuple[Entry, ...]) -> None:
        counts = dict.fromkeys(self._sections, 0) | {"": len(hits)}
        for hit in hits:
            counts[hit.key.section] += 1
        sections = self.query_one("#sections", RowList)
        rows = [
            Text.assemble(_shelf(section), (f" {counts[section]}", FAINT))
            for section in self._sections
        ]
        with self.prevent(RowList.OptionHighlighted):
            sections.clear_options()
            sections.add_options(Row(row) for row in rows)
            sections.highlighted = self._sections.index(self.place.section)

    def _list_entries(self, found: tuple[Entry, ...]) -> None:
        entries = self.query_one("#entries", RowList)
        section = self.place.section
        entries.border_title = plain(f"{_shelf(section)}: {len(found)}")
        with self.prevent(RowList.OptionHighlighted):
            entries.clear_options()
            entries.add_options(Row(_row(entry), id=str(entry.key)) for entry in found)
            if self.place.key is not None:
                entries.highlighted = entries.get_option_index(str(self.place.key))
        entries.call_after_refresh(entries.scroll_to_highlight)

    def _read(self, key: Key) -> None:
        assert self._library is not None
        library = self._library
        self.query_one(CardFace).lay(library.card(key), library.claim(key))
        self._links = library.catalogue.links(key)
        links = self.query_one("#links", RowList)
        links.display = True
        carried = library.claim(key) is not None
        count = len(self._links)
        links.border_title = (
            tr("Carried by: {number}", number=count) if carried else tr("Statements cited")
        )
        links.clear_options()
        rows = [Row(plain(library.link(link))) for link in self._links]
        links.add_options(rows or [Row(plain(tr("None."), FAINT), disabled=True)])
        links.highlighted = 0 if self._links else None

    def _put_nothing(self) -> None:
        self._links = ()
        self.query_one("#links").display = False
        self.query_one(CardFace).put(plain(tr("Nothing has all of these words."), FAINT))

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._stand(evolve(self.place, typed=event.value))

    @on(Input.Submitted, "#search")
    def _searched(self) -> None:
        self.action_list()

    @on(RowList.OptionHighlighted, "#sections")
    def _section(self, event: RowList.OptionHighlighted) -> None:
        section = self._sections[event.option_index]
        if section != self.place.section:
            self._stand(evolve(self.place, section=section))

    @on(RowList.OptionSelected, "#sections")
    def _section_chosen(self) -> None:
        self.action_list()

    @on(RowList.OptionHighlighted, "#entries")
    def _marked(self, event: RowList.OptionHighlighted) -> None:
        key = Key(*str(event.option_id).split("/", 1))
        if key != self.place.key:
            self.place = evolve(self.place, key=key)
            self._read(key)

    @on(RowList.OptionSelected, "#entries")
    def _chosen(self) -> None:
        front: Widget = self.query_one("#links" if self._links else "#card")
        front.focus()

    @on(RowList.OptionSelected, "#links")
    def _followed(self, event: RowList.OptionSelected) -> None:
        self._before.append(self.place)
        key = self._links[event.option_index]
        self._stand(Place(section=key.section, key=key))
        self.query_one("#links" if self._links else "#card").focus()


def _shelf(section: str) -> str:
    return shelf(section) if section else tr("All")


def _row(entry: Entry) -> Text:
    row = Text(no_wrap=True, overflow="ellipsis")
    if entry.key.section == CLAIMS:
        return row.append(f"{entry.key.id} ", "bold").append(entry.title)
    return row.append(entry.title)
