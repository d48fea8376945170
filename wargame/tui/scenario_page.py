"""ScenarioPage: the scenario's briefs, questions and terms, at hand during a game."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.console import Group, RenderableType
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from wargame.language import marked, tr
from wargame.report.library import Library
from wargame.scenario.model import Scenario
from wargame.tui.about import told
from wargame.tui.clipping import text_of
from wargame.tui.held import held
from wargame.tui.keys import BRIEFS, bindings
from wargame.tui.library import LibraryScreen
from wargame.tui.spoken import Footer
from wargame.tui.widgets.plain_text import bullets, heading, plain


class ScenarioPage(ModalScreen[None]):
    """Is one scrolling page; what is secret is not on it."""

    PAGE = "scenario"
    KEYS = BRIEFS
    HELP = marked(
        "The briefs, the questions for the debrief and the terms. What is secret is not here."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("scenario", BRIEFS)]
    DEFAULT_CSS = """
    ScenarioPage { align: center middle; }
    ScenarioPage #page {
        width: 94%; max-width: 100; height: 1fr; margin: 1 0; padding: 0 2;
        border: round $primary; background: $surface;
        border-title-color: $text; border-title-style: bold;
    }
    ScenarioPage #page Static { height: auto; padding-right: 1; }
    """

    def __init__(self, scenario: Scenario, load: Callable[[], Library]) -> None:
        """Takes the scenario, and what gives the library of its cards."""
        super().__init__()
        self.scenario = scenario
        self._load = load

    def compose(self) -> ComposeResult:
        """Holds the page."""
        with VerticalScroll(id="page") as page:
            page.border_title = tr("The scenario")
            page.border_subtitle = tr(
                "{browse} browses the cards, {close} closes", **held("scenario")
            )
            yield Static(Group(*self._lines()), markup=False)
        yield Footer(show_command_palette=False)

    @property
    def clipping(self) -> str:
        """Is the page, to be copied."""
        return text_of(Group(*self._lines()))

    def action_browse(self) -> None:
        """Opens the library."""
        self.app.push_screen(LibraryScreen(self._load))

    def action_close(self) -> None:
        """Goes back to the game."""
        self.dismiss()

    def _lines(self) -> list[RenderableType]:
        lines = told(self.scenario)
        if self.scenario.about.questions:
            questions = bullets(self.scenario.about.questions)
            lines += [heading(tr("Questions for the debrief")), questions]
        if self.scenario.glossary:
            lines.append(heading(tr("Terms")))
        for entry in self.scenario.glossary.values():
            lines += [plain(entry.title, "bold"), plain(entry.text)]
        return lines
