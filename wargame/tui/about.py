"""AboutScreen: what each scenario is about: its page, its teams and their briefs."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option as Row

from wargame.errors import WargameError
from wargame.language import marked, tr
from wargame.report.library import Library, read_library
from wargame.scenario.files import scenario_ids
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.tui.keys import SCENARIOS, bindings
from wargame.tui.library import LibraryScreen
from wargame.tui.widgets.key_line import KeyLine
from wargame.tui.widgets.plain_text import FAINT, bullets, heading, plain
from wargame.tui.widgets.row_list import RowList


class AboutScreen(Screen[None]):
    """Is the list of scenarios with the page of the marked one."""

    PAGE = "scenarios"
    KEYS = SCENARIOS
    HELP = marked(
        "Mark a scenario to read about it; Tab goes to the page, where the arrow keys scroll.\n\n"
        "Enter or {browse} opens the library of its cards, moves, rules, terms and sources."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("scenarios", SCENARIOS)]
    CSS_PATH = "start.tcss"

    def __init__(self, scenarios: Path | None) -> None:
        super().__init__()
        self._root = scenarios
        self._ids = scenario_ids(scenarios)

    def compose(self) -> ComposeResult:
        """Lays out the list and the page."""
        with Horizontal(id="choice"):
            scenarios = RowList(*(Row(plain(id)) for id in self._ids), id="scenarios")
            scenarios.border_title = tr("Scenarios")
            yield scenarios
            with VerticalScroll(id="page"):
                yield Static(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begins with the list."""
        self.query_one("#scenarios").focus()

    def action_back(self) -> None:
        """Goes back."""
        self.dismiss()

    @on(RowList.OptionSelected)
    def action_browse(self) -> None:
        """Opens the library of the marked scenario."""
        at = self.query_one("#scenarios", RowList).highlighted
        if at is not None:
            self.app.push_screen(LibraryScreen(partial(_library, self._ids[at], self._root)))

    @on(RowList.OptionHighlighted)
    def _marked(self, event: RowList.OptionHighlighted) -> None:
        id = self._ids[event.option_index]
        self.run_worker(self._tell(id), exclusive=True, group="page")

    async def _tell(self, id: str) -> None:
        page = self.query_one("#page", VerticalScroll)
        page.border_title = Text(id)
        try:
            scenario = await asyncio.to_thread(load_scenario, id, self._root)
        except WargameError as error:
            page.query_one(Static).update(plain(str(error), "bold"))
            return
        page.query_one(Static).update(Group(*told(scenario)))
        page.scroll_home(animate=False)


def _library(id: str, root: Path | None) -> Library:
    return read_library(load_scenario(id, root))


def told(scenario: Scenario) -> list[RenderableType]:
    """Returns a scenario's page; agendas are secret and not on it."""
    about = scenario.about
    size = tr(
        "{turns} turns, {teams} teams. {credit}",
        turns=about.turns,
        teams=len(scenario.teams),
        credit=about.credit,
    )
    lines: list[RenderableType] = [
        plain(about.title, "bold"),
        plain(about.summary.strip()),
        plain(f"\n{size}".rstrip(), FAINT),
        plain("\n" + about.brief.strip()),
    ]
    if about.learning:
        lines += [heading(tr("What can be learnt")), bullets(about.learning)]
    for team in scenario.teams.values():
        lines += [heading(team.title), plain(team.says, "italic"), plain(team.brief.strip())]
    return lines
