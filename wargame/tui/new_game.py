"""NewGame: sets a game up: scenario, length, who plays each seat, dice, name and seed."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, Label, Select, Static
from textual.worker import Worker

from wargame.errors import UsageInvalid, WargameError
from wargame.language import marked, tr
from wargame.scenario.files import default_scenario, scenario_ids
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.table.saves import fresh_name
from wargame.table.session import Session
from wargame.table.setup import HUMAN, TableSetup
from wargame.text import clean
from wargame.tui.keys import SETUP, bindings
from wargame.tui.widgets.key_line import KeyLine

PLAYERS = (
    (marked("a person here"), HUMAN),
    (marked("bot: easy"), "easy"),
    (marked("bot: fair"), "fair"),
    (marked("bot: hard"), "hard"),
    (marked("bot: best, and slowest"), "best"),
    (marked("bot: doctrine, true to its agenda"), "doctrine"),
    (marked("bot: random"), "random"),
)
FACILITATORS = ((marked("the program"), "auto"), (marked("a person here"), HUMAN))
DICE = (
    (marked("rolled by the program"), "engine"),
    (marked("real ones, typed in by the facilitator"), "typed"),
)
SEEDS = 10**9

HEIGHTS = [(0, "-short"), (40, "-tall")]
"""From how many rows on the form stands in the middle."""

HELP = marked("""
Every line is set already: Enter on Start, or {start} from anywhere, begins the game. Tab goes to
the next line; Enter or Space opens a list.

Several people at one keyboard are asked to pass it on, with a cover page in between. The seed
fixes the dice and the cards: the same seed with the same decisions gives the same game.
""")


class NewGame(Screen[Session | None]):
    """Is the form of a new game; it is dismissed with the game, begun and saved."""

    PAGE = "setup"
    KEYS = SETUP
    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("setup", SETUP)]
    CSS_PATH = "start.tcss"
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, *, saves: Path, scenarios: Path | None) -> None:
        super().__init__()
        self._saves = saves
        self._root = scenarios
        self._scenario: Scenario | None = None
        self._loading: Worker[None] | None = None
        self._begun = False

    def compose(self) -> ComposeResult:
        """Lays out one line for each thing to choose."""
        ids = scenario_ids(self._root)
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = tr("New game")
            scenarios = _select([(id, id) for id in ids], self._first(ids), "scenario")
            seed = Input(str(secrets.randbelow(SEEDS)), id="seed", compact=True)
            yield _line(tr("Scenario"), scenarios)
            yield Vertical(id="of-scenario")
            yield _line(tr("Facilitator"), _select(_told(FACILITATORS), "auto", "facilitator"))
            yield _line(tr("Dice"), _select(_told(DICE), "engine", "dice"))
            yield _line(tr("Name"), Input(id="name", compact=True))
            yield _line(tr("Seed"), seed)
            yield Static(id="fault", markup=False)
            yield Button(tr("Start the game"), id="start", variant="primary", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Puts the keyboard on Start: everything else is set already."""
        self.query_one("#start").focus()

    def action_back(self) -> None:
        """Goes back; no game is begun."""
        self.dismiss(None)

    @on(Button.Pressed, "#start")
    def action_start(self) -> None:
        """Begins the game as set up."""
        self.run_worker(self._start(), exclusive=True, group="start")

    @on(Select.Changed, "#scenario")
    def _chosen(self, event: Select.Changed) -> None:
        self._loading = self.run_worker(self._load(str(event.value)), exclusive=True, group="load")

    def _first(self, ids: tuple[str, ...]) -> str:
        try:
            return default_scenario(self._root)
        except WargameError:
            return ids[0] if ids else ""

    async def _load(self, id: str) -> None:
        """Reads the scenario and lays out a line for its presets and one for each team."""
        self._scenario = None
        try:
            scenario = await asyncio.to_thread(load_scenario, id, self._root)
        except WargameError as error:
            self._complain(error)
            return
        self._scenario = scenario
        lines: list[Widget] = [Static(Text(scenario.about.title), classes="says", markup=False)]
        presets = [(preset.title, name) for name, preset in scenario.presets.items()]
        if presets:
            lines.append(_line(tr("Length"), _select(presets, presets[0][1], "preset")))
        if scenario.switches:
            switches = ", ".join(scenario.switches)
            hint = tr("nothing; or some of: {switches}", switches=switches)
            lines.append(_line(tr("Turned off"), Input(placeholder=hint, id="off", compact=True)))
        for number, (name, team) in enumerate(scenario.teams.items()):
            player = HUMAN if number == 0 else "doctrine"
            lines.append(_line(team.title, _select(_told(PLAYERS), player, f"seat-{name}")))
        place = self.query_one("#of-scenario", Vertical)
        await place.remove_children()
        await place.mount(*lines)
        self.query_one("#name", Input).value = fresh_name(id, self._saves)
        self.query_one("#fault", Static).update("")

    async def _start(self) -> None:
        if self._loading is not None:
            await self._loading.wait()
        if self._scenario is None or self._begun:
            return
        try:
            setup, name = self._setup(), clean(self.query_one("#name", Input).value)
            self._begun = True
            self.query_one("#fault", Static).update(tr("Starting ..."))
            session = await asyncio.to_thread(
                Session.start, setup, name=name, save_dir=self._saves, scenario=self._scenario
            )
        except WargameError as error:
            self._begun = False
            self._complain(error)
        else:
            self.dismiss(session)

    def _setup(self) -> TableSetup:
        scenario = self._scenario
        assert scenario is not None
        seats = {team: self._picked(f"seat-{team}") for team in scenario.teams}
        facilitator, dice = self._picked("facilitator"), self._picked("dice")
        if dice == "typed" and facilitator != HUMAN:
            raise UsageInvalid(
                tr("real dice need a person as facilitator"),
                remedy=tr("change Facilitator or Dice"),
            )
        seed = self.query_one("#seed", Input).value.strip()
        if not (seed.isascii() and seed.isdigit() and int(seed) < SEEDS * SEEDS):
            raise UsageInvalid(
                tr("'{seed}' is no seed", seed=clean(seed)), remedy=tr("write a whole number")
            )
        return TableSetup(
            scenario=scenario.id,
            seed=int(seed),
            seats=seats,
            preset=self._picked("preset") if scenario.presets else "",
            off=tuple(self._typed("off").replace(",", " ").split()) if scenario.switches else (),
            facilitator=facilitator,
            dice=dice,
        )

    def _typed(self, id: str) -> str:
        return clean(self.query_one(f"#{id}", Input).value)

    def _picked(self, id: str) -> str:
        return str(self.query_one(f"#{id}", Select).value)

    def _complain(self, error: WargameError) -> None:
        self.query_one("#fault", Static).update(Text(f"✗ {error}"))


def _line(name: str, field: Select[str] | Input) -> Horizontal:
    return Horizontal(Label(Text(name), classes="name"), field, classes="line")


def _told(choices: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(tr(title), name) for title, name in choices]


def _select(choices: list[tuple[str, str]], value: str, id: str) -> Select[str]:
    return Select(
        [(Text(title), name) for title, name in choices],
        value=value,
        allow_blank=False,
        compact=True,
        id=id,
    )
