"""What has changed, and why: each change with its cause, newest first."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from wargame.kernel.view import Change, View
from wargame.language import marked, tr
from wargame.tui.held import held
from wargame.tui.widgets.pair import Pair
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, heading, indented, plain, sources


class Changes(Pane):
    """Is the list of what happened since the last turn."""

    TITLE = marked("What changed, and why")
    PARTS = ("seat", "teams", "changes")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns what became of the seat's own orders, then the rest, newest first."""
        if not view.changes:
            return (plain(tr("Nothing has changed yet."), FAINT),)
        titles = {team.id: team.title for team in view.teams}
        own = own_orders(view)
        page = getattr(self.screen, "PAGE", "team")
        lines: list[RenderableType] = []
        if own:
            lines.append(heading(tr("Your orders of turn {turn}", turn=own[0].turn), above=False))
            for change in own:
                lines += [*told(change, {}), *_dice(change, page)]
        turn = 0
        for change in reversed(view.changes):
            if change in own:
                continue
            if change.turn != turn:
                turn = change.turn
                lines.append(heading(tr("Turn {turn}", turn=turn), above=bool(lines)))
            lines += told(change, titles)
        return tuple(lines)


def own_orders(view: View) -> tuple[Change, ...]:
    """Returns what came of the orders that a team carried out last, in the order of play."""
    own = [
        change
        for change in view.changes
        if change.team == view.seat and change.kind in ("move", "outcome")
    ]
    return tuple(change for change in own if change.turn == own[-1].turn)


def _dice(change: Change, page: str) -> list[RenderableType]:
    if not change.faces:
        return []
    told = tr(
        "dice {faces}, {net:+d}, total {total}; {why} tells why",
        faces=" ".join(map(str, change.faces)),
        net=change.total - sum(change.faces),
        total=change.total,
        **held(page),
    )
    return [indented(told, style=FAINT)]


def told(change: Change, titles: dict[str, str]) -> list[RenderableType]:
    """Returns one change: who or what, which gauges moved, and where that comes from."""
    who = f"{titles[change.team]}: " if change.team in titles else ""
    lines: list[RenderableType] = [
        Text.assemble((f"{who}{change.title}", "bold"), (f"  {tr(change.kind)}", FAINT))
    ]
    lines += (
        Pair(plain(delta.title), plain(f"{delta.before} → {delta.after}", "bold"))
        for delta in change.deltas
    )
    if change.says:
        lines.append(indented(change.says, style=FAINT))
    if change.source:
        lines.append(indented(sources(change.source, change.voice)))
    return lines
