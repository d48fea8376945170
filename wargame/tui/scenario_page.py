"""ScenarioPage: the scenario's briefs, questions and terms, at hand during a game."""

from __future__ import annotations

from typing import ClassVar

from rich.console import Group
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from wargame.scenario.model import Scenario
from wargame.tui.about import told
from wargame.tui.widgets.plain_text import bullets, heading, plain


class ScenarioPage(ModalScreen[None]):
    """Is one scrolling page; what is secret is not on it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f5,q", "close", "Close", id="scenario.close"),
    ]
    DEFAULT_CSS = """
    ScenarioPage { align: center middle; background: $background 60%; }
    ScenarioPage #page {
        width: 94%; max-width: 100; height: 1fr; margin: 1 0; padding: 0 2;
        border: round $primary; background: $surface;
        border-title-color: $text; border-title-style: bold;
    }
    ScenarioPage #page Static { height: auto; }
    """

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self.scenario = scenario

    def compose(self) -> ComposeResult:
        """Holds the page."""
        lines = told(self.scenario)
        if self.scenario.about.questions:
            lines += [heading("Questions for the debrief"), bullets(self.scenario.about.questions)]
        if self.scenario.glossary:
            lines.append(heading("Terms"))
        for entry in self.scenario.glossary.values():
            lines += [plain(entry.title, "bold"), plain(entry.text)]
        with VerticalScroll(id="page") as page:
            page.border_title = "The scenario"
            page.border_subtitle = "Escape closes"
            yield Static(Group(*lines), markup=False)
        yield Footer(show_command_palette=False)

    def action_close(self) -> None:
        """Goes back to the game."""
        self.dismiss()
