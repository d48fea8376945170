"""Briefing: what happened, one thing at a time, for the facilitator to read to the room."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from wargame.kernel.view import Change, TeamView
from wargame.language import marked, tr
from wargame.tui.held import held
from wargame.tui.widgets.bigtext import BigText

KINDS = {
    "move": marked("Order"),
    "outcome": marked("Outcome"),
    "event": marked("News"),
    "choice": marked("Answer"),
    "rule": marked("By itself"),
    "clash": marked("Clash"),
    "deal": marked("Deal"),
    "ruling": marked("Ruling"),
    "inject": marked("News"),
    "argument": marked("Argument"),
    "preset": marked("Preset"),
    "reveal": marked("Reveal"),
}
"""How the kinds of change are called in a briefing."""


class Briefing(VerticalScroll, can_focus=False):
    """Shows one change of the board at a time; `step` goes on to the next."""

    DEFAULT_CSS = """
    Briefing { border: round $primary; padding: 0 1; }
    Briefing Static { height: auto; }
    """

    at: reactive[int] = reactive(0, init=False)

    def __init__(self, *, id: str | None = None, sources: bool = False) -> None:
        super().__init__(id=id)
        self.changes: tuple[Change, ...] = ()
        self.teams: tuple[TeamView, ...] = ()
        self.sources = sources

    def compose(self) -> ComposeResult:
        """Holds one text."""
        yield BigText(id="headline", lines=2, from_height=40)
        yield Static(id="change", markup=False)

    def show(self, changes: tuple[Change, ...], teams: tuple[TeamView, ...], turn: int) -> None:
        """Shows these changes, oldest first; begins at this turn's, then at what is new."""
        told = tuple(change for change in changes if change.deltas or change.kind != "reveal")
        if (told, teams) == (self.changes, self.teams):
            return
        at = next((n for n, change in enumerate(told) if change.turn == turn), len(told) - 1)
        if self.changes and told[: len(self.changes)] == self.changes:
            is_done = self.at == len(self.changes) - 1 and len(told) > len(self.changes)
            at = len(self.changes) if is_done else self.at
        self.changes, self.teams = told, teams
        self.set_reactive(Briefing.at, max(0, at))
        self._draw()

    @property
    def is_told(self) -> bool:
        """Is whether the newest change is shown."""
        return self.at >= len(self.changes) - 1

    def step(self, by: int) -> None:
        """Goes on, or back, by so many changes, and stays within them."""
        self.at = max(0, min(len(self.changes) - 1, self.at + by))

    def watch_at(self) -> None:
        """Shows the change that is reached."""
        self._draw()

    def _draw(self) -> None:
        text = self.query_one("#change", Static)
        if not self.changes:
            self.border_title = Text(tr("Briefing"))
            self.border_subtitle = None
            self.query_one(BigText).show("")
            text.update(Text(tr("Nothing has happened yet."), "dim"))
            return
        change = self.changes[self.at]
        self.border_title = Text(
            tr("Briefing {number}/{count}", number=self.at + 1, count=len(self.changes))
        )
        left = len(self.changes) - 1 - self.at
        self.border_subtitle = Text(
            tr("{next}: {number} more", number=left, **held("public"))
            if left
            else tr("that is all")
        )
        self.query_one(BigText).show(change.title)
        text.update(change_text(change, self.teams, sources=self.sources))
        self.scroll_home(animate=False)


def change_text(change: Change, teams: tuple[TeamView, ...], *, sources: bool = False) -> Text:
    """Returns a change in words: what, whose, what it says, and what it did to the board."""
    titles = {team.id: team.title for team in teams}
    text = Text(tr(KINDS[change.kind]), "bold")
    if change.team:
        text.append(f" · {titles.get(change.team, change.team)}", "not bold")
    turn = tr("turn {turn}", turn=change.turn)
    text.append(f" · {turn}\n", "dim not bold")
    if change.says:
        text.append(f"\n{change.says}\n", "not bold default")
    for delta in change.deltas:
        text.append(f"\n{delta.title}  ", "not bold default")
        text.append(f" {delta.before} → {delta.after} ", "bold reverse")
    if not change.deltas:
        text.append("\n").append(tr("Nothing on the board changes."), "dim not bold")
    if sources and change.source:
        named = " ".join(map(tr, change.source))
        text.append("\n\n").append(
            tr("Source {sources} ({voice})", sources=named, voice=tr(change.voice))
            if change.voice
            else tr("Source {sources}", sources=named),
            "dim not bold",
        )
    return text
