"""Offers and deals: which stand, who promised what, and what waits for an answer."""

from __future__ import annotations

from rich.text import Text
from textual.widgets.option_list import Option as Row

from wargame.kernel.view import OfferView, View
from wargame.language import tr
from wargame.tui.widgets.plain_text import FAINT
from wargame.tui.widgets.row_list import RowList


class Offers(RowList):
    """Is the list of offers; the screen's keys accept, decline or withdraw the marked one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.listed: tuple[OfferView, ...] = ()

    @property
    def marked(self) -> OfferView | None:
        """Is the offer under the cursor."""
        at = self.highlighted
        return self.listed[at] if at is not None and at < len(self.listed) else None

    def show(self, view: View) -> None:
        """Lists what this seat may know of; offers that wait for its answer come first."""
        self.border_title = tr("Offers and deals")
        before = self.marked.number if self.marked else -1
        order = {"offered": 0, "struck": 1}
        self.listed = tuple(
            sorted(
                view.offers,
                key=lambda offer: (order.get(offer.status, 2), offer.to != view.seat),
            )
        )
        titles = {team.id: team.title for team in view.teams}
        self.clear_options()
        self.add_options(Row(told(offer, titles, view.seat)) for offer in self.listed)
        if not self.listed:
            none = tr("No offers. Press f to make one.")
            self.add_option(Row(Text(none, FAINT), disabled=True))
        numbers = [offer.number for offer in self.listed]
        if numbers:
            self.highlighted = numbers.index(before) if before in numbers else 0


def told(offer: OfferView, titles: dict[str, str], seat: str) -> Text:
    """Returns an offer in words, with what can be done about it."""
    maker, taker = titles.get(offer.team, offer.team), titles.get(offer.to, offer.to)
    parties = tr("{maker} to {taker}", maker=maker, taker=taker)
    text = Text.assemble((f"{offer.number} ", "bold"), (parties, "bold"))
    text.append(f"  {tr(offer.status)}\n", FAINT)
    promise(text, maker, offer.give_title, offer.give_by, offer.give_state)
    promise(text, taker, offer.want_title, offer.want_by, offer.want_state)
    if offer.status == "offered" and offer.to == seat:
        text.append("  ").append(tr("y accepts, n declines"), "italic").append("\n")
    elif offer.status == "offered" and offer.team == seat:
        text.append("  ").append(tr("w withdraws"), "italic").append("\n")
    return text


def promise(text: Text, team: str, title: str, due: int, state: str) -> None:
    """Adds one side's promise, if there is one."""
    if title:
        text.append("  ").append(
            tr("{team}: {promise} by turn {turn}", team=team, promise=title, turn=due)
        )
        text.append(f"  {tr(state)}\n" if state else "\n", "bold")
