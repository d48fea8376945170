"""The face of a printed card: what it is, what it says and does, its odds, what backs it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.report.printed import Addition, BandOdds, Printed
from wargame.scenario.model import Claim
from wargame.tui.widgets.bar import percent
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, bullets, heading, indented, plain


class CardFace(Pane):
    """Is the card that is looked at."""

    TITLE = marked("Card")

    def lay(self, card: Printed, claim: Claim | None) -> None:
        """Shows the card, or the statement, from its first line on."""
        self.border_title = plain(card.kind)
        self.border_subtitle = plain(str(card.key))
        self.put(*(statement_face(card, claim) if claim is not None else face(card)))
        self.scroll_home(animate=False)

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns nothing: a printed card is in no game."""
        return ()


def face(card: Printed) -> Iterator[RenderableType]:
    """Returns the parts of a card from top to bottom."""
    yield plain(card.title, "bold")
    if card.text:
        yield plain(card.text.strip())
    if card.met:
        yield plain(card.met, "italic")
    for part in card.parts:
        yield heading(part.title)
        yield bullets(part.lines)
    if card.bands:
        yield heading(tr("Then the dice: odds by net modifier"))
        yield _odds(card)
        for band in card.bands:
            yield from _band(band)
    if card.additions:
        yield heading(tr("What helps and hurts"))
        yield _additions(card.additions)
    yield plain("")
    yield from (plain(line, FAINT) for line in backing(card))


def statement_face(card: Printed, claim: Claim) -> Iterator[RenderableType]:
    """Returns a statement of the source, with who makes it."""
    yield plain(card.key.id, "bold")
    yield plain(claim.text)
    yield plain("")
    yield plain(
        tr(
            "A statement of the kind {kind}, in the voice {voice}.",
            kind=tr(claim.kind),
            voice=tr(claim.voice),
        ),
        FAINT,
    )


def backing(card: Printed) -> Iterator[str]:
    """Returns what backs a card, one a line: statements, voice, date, and why it is so."""
    if card.source:
        named = ", ".join(map(tr, card.source))
        yield tr("Source: {sources} ({voice})", sources=named, voice=tr(card.voice))
    if card.date:
        yield tr("Date: {date}", date=card.date)
    if card.reason:
        yield tr("Why so: {reason}", reason=card.reason.strip())


def _odds(card: Printed) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, max_width=20, overflow="ellipsis")
    for _ in card.nets:
        grid.add_column(no_wrap=True, justify="right", width=4)
    grid.add_row(
        plain(tr("Net"), FAINT), *(plain(f"{net:+d}" if net else "0") for net in card.nets)
    )
    for band in card.bands:
        cells = (
            plain(percent(odds), "" if net else "bold")
            for net, odds in zip(card.nets, band.odds, strict=True)
        )
        grid.add_row(plain(band.title), *cells)
    return grid


def _band(band: BandOdds) -> Iterator[RenderableType]:
    yield Text.assemble((f"{band.title}: ", "bold"), band.says)
    yield indented("; ".join(band.does) or tr("nothing changes"), style=FAINT)


def _additions(additions: tuple[Addition, ...]) -> Table:
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(ratio=1)
    for addition in additions:
        line = Text.assemble((addition.why, "bold"), f": {addition.add}")
        grid.add_row(line.append(f"  {', '.join(map(tr, addition.source))}", FAINT))
    return grid
