"""Offers and deals: which stand, who promised what, and what waits for an answer."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.events import Click
from textual.widgets.option_list import Option as Row

from wargame.kernel.view import OfferView, View
from wargame.language import tr
from wargame.tui.held import held
from wargame.tui.widgets.plain_text import FAINT
from wargame.tui.widgets.row_list import RowList


class Offers(RowList):
    """Is the list of offers; the screen's keys accept, decline or withdraw the marked one.

    So does a click on what can be done about it, once the offer is marked.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, decides=True)
        self.listed: tuple[OfferView, ...] = ()

    @property
    def marked(self) -> OfferView | None:
        """Is the offer under the cursor."""
        at = self.highlighted
        return self.listed[at] if at is not None and at < len(self.listed) else None

    async def on_click(self, event: Click) -> None:
        """Answers the marked offer, if that is what was clicked."""
        action = event.style.meta.get("answer")
        if action and event.style.meta["option"] == self.highlighted and self.has_focus:
            event.prevent_default()
            await self.screen.run_action(action)

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
            none = tr("No offers. Press {offer} to make one.", **held("team"))
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
    if offer.status == "offered" and seat in (offer.to, offer.team):
        for words, action in _answers(offer.to == seat):
            text.append("  ").append(words, Style(italic=True, meta={"answer": action}))
        text.append("\n")
    return text


def _answers(to_it: bool) -> tuple[tuple[str, str], ...]:
    """Returns what can be done about an offer, each with the screen's action."""
    now = held("team")
    if not to_it:
        return ((tr("{withdraw} withdraws", **now), "withdraw"),)
    return (
        (tr("{yes} accepts", **now), "answer(True)"),
        (tr("{no} declines", **now), "answer(False)"),
    )


def promise(text: Text, team: str, title: str, due: int, state: str) -> None:
    """Adds one side's promise, if there is one."""
    if title:
        text.append("  ").append(
            tr("{team}: {promise} by turn {turn}", team=team, promise=title, turn=due)
        )
        text.append(f"  {tr(state)}\n" if state else "\n", "bold")
