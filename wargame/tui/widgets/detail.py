"""The marked option in full: what it does, what it costs, how likely each result is, and why."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wargame.kernel.view import Addend, Chance, Option, Pending, View
from wargame.language import marked, tr
from wargame.tui.widgets.bar import bar, percent
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, bullets, heading, indented, plain, sources

BAR = 10
"""Cells of an odds bar."""


class Detail(Pane):
    """Is the odds panel: it explains one option.

    Its scrollbar is always there, unseen while all lines are in sight: to come and go with the
    marked option it would have the whole screen laid out, in the middle of a key press.
    """

    TITLE = marked("Detail")
    DEFAULT_CSS = "Detail { overflow-y: scroll; }"

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns what to read while no option is marked: the news, or who is deciding."""
        if view.pending is not None:
            return question(view.pending)
        lines: list[RenderableType] = []
        for card in view.table:
            lines += [plain(card.title, "bold"), plain(card.text), sources(card.source, card.voice)]
        return tuple(lines) or (plain(tr("Nothing to decide at the moment."), FAINT),)

    def explain(self, option: Option, boost: int, pending: Pending | None) -> None:
        """Shows everything about the option, with `boost` points put on its roll."""
        asked = question(pending) if pending is not None and option.kind == "choose" else ()
        self.border_subtitle = tr("boost +{number}", number=boost) if option.boosts else ""
        self.put(*asked, *explained(option, boost))
        self.scroll_home(animate=False)


def question(pending: Pending) -> tuple[RenderableType, ...]:
    """Returns what is pending: a card's question, or an outcome."""
    lines: list[RenderableType] = [plain(pending.title, "bold"), plain(pending.text)]
    if pending.band_title:
        lines.append(plain(f"{pending.band_title}: {pending.says}"))
    return (*lines, plain(""))


def explained(option: Option, boost: int) -> tuple[RenderableType, ...]:
    """Returns the parts of the explanation, from what it is to where it comes from."""
    lines: list[RenderableType] = [Text.assemble((option.title, "bold"), *_cost(option, boost))]
    if option.text:
        lines.append(plain(option.text))
    if not option.legal:
        lines += [heading(tr("Not now")), bullets(option.reasons, "yellow")]
    if option.effects:
        lines.append(Text.assemble((tr("It does:"), "bold"), " ", "; ".join(option.effects)))
    if option.odds:
        lines += [heading(tr("Then the dice")), odds(option)]
    if option.boost_gain:
        gains = ", ".join(
            tr("{chance} with +{number}", chance=percent(gain), number=number)
            for number, gain in enumerate(option.boost_gain, 1)
        )
        better = tr("a better result {chances}.", chances=gains)
        lines.append(Text.assemble((tr("Boost:"), "bold"), " ", better))
    if option.addends:
        lines += [heading(tr("What helps and hurts")), addends(option.addends)]
    for meeting in option.meetings:
        met = tr(
            "If {order} is ordered too: {clash}", order=meeting.with_title, clash=meeting.title
        )
        voided = tr("This order comes to nothing.") if meeting.voids_this else ""
        lines += [heading(met), plain(f"{meeting.says} {voided}".rstrip())]
    lines.append(plain(""))
    lines.append(sources(option.source, option.voice))
    return tuple(lines)


def _cost(option: Option, boost: int) -> tuple[tuple[str, str], ...]:
    if option.kind != "order":
        return ()
    if boost:
        told = tr(
            "{cost} +{boost} boost {purse}", cost=option.cost, boost=boost, purse=option.purse
        )
    else:
        told = f"{option.cost} {option.purse}"
    return ((f"  {told}", FAINT),)


def odds(option: Option) -> Table:
    """Returns a bar for each band of the roll; below it what that result would do."""
    outer = Table.grid(expand=True)
    outer.add_column(ratio=1)
    widest = min(20, max(cell_len(chance.title) for chance in option.odds))
    for chance in option.odds:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True, width=widest, overflow="ellipsis")
        grid.add_column(width=BAR)
        grid.add_column(no_wrap=True, justify="right", width=4)
        grid.add_column(no_wrap=True)
        grid.add_row(
            plain(chance.title),
            bar(chance.probability, BAR),
            plain(percent(chance.probability), "bold"),
            plain(_spread(chance), FAINT),
        )
        outer.add_row(grid)
        outer.add_row(indented("; ".join(chance.effects) or tr("nothing changes"), style=FAINT))
    return outer


def _spread(chance: Chance) -> str:
    """Returns the range over what the team cannot know, if there is one."""
    low, high = round(chance.low * 100), round(chance.high * 100)
    return "" if low == high else f"{low}-{high}"


def addends(given: tuple[Addend, ...]) -> Table:
    """Returns the modifiers with their reasons and sources."""
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(ratio=1)
    for addend in sorted(given, key=_is_idle):
        idle = _is_idle(addend)
        why = plain(addend.why, FAINT if idle else "")
        if addend.low != addend.high:
            spread = tr("{low:+d} to {high:+d}", low=addend.low, high=addend.high)
            why.append(f" ({spread})", FAINT)
        if addend.source:
            why.append(f" {', '.join(map(tr, addend.source))}", FAINT)
        grid.add_row(plain("0" if idle else f"{addend.add:+d}", FAINT if idle else "bold"), why)
    return grid


def _is_idle(addend: Addend) -> bool:
    """Returns whether the modifier adds nothing now, whatever the team cannot see."""
    return addend.add == addend.low == addend.high == 0
