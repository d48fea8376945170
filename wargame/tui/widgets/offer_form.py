"""OfferForm: a deal offered to another team, in terms that the rules can check."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Select

from wargame.errors import UsageInvalid
from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.table.client import SeatClient
from wargame.tui import notation
from wargame.tui.widgets.sheet import Act, Sheet, label


class OfferForm(Sheet):
    """Is the form of an offer: to whom, what you promise, what you want, each by which turn."""

    TITLE_TEXT: ClassVar[str] = marked("Offer a deal")
    HINT: ClassVar[str] = marked(
        "Nobody is bound: a promise kept or broken is judged by the rules."
    )
    CONFIRM: ClassVar[str] = marked("Offer")

    DEFAULT_CSS = """
    OfferForm Horizontal { height: 3; }
    OfferForm .term { width: 1fr; }
    OfferForm .turn { width: 18; }
    """

    def __init__(self, client: SeatClient, view: View, *, to: str = "") -> None:
        super().__init__()
        self.client = client
        self.view = view
        others = [team.id for team in view.teams if team.id != view.seat]
        self._to = to or next(iter(others), "")

    def body(self) -> ComposeResult:
        """Composes the other team and the two promises."""
        view = self.view
        yield label(tr("To"))
        yield Select(
            [(Text(team.title), team.id) for team in view.teams if team.id != view.seat],
            value=self._to or Select.NULL,
            allow_blank=not self._to,
            prompt=tr("Select"),
            id="to",
        )
        yield label(tr("We promise"))
        with Horizontal():
            yield self._terms("give", view.seat)
            yield self._turns("give")
        yield label(tr("They promise"))
        with Horizontal():
            yield self._terms("want", self._to)
            yield self._turns("want")

    def act(self) -> Act:
        """Returns the making of the offer.

        Raises:
            UsageInvalid: nobody to offer it to, or nothing promised by either side.
        """
        to = self.query_one("#to", Select).value
        if not isinstance(to, str):
            raise UsageInvalid(tr("there is nobody to offer it to"), remedy=tr("cancel"))
        give, want = self._promise("give"), self._promise("want")
        if not give[0] and not want[0]:
            raise UsageInvalid(
                tr("the offer is empty"), remedy=tr("promise something or want something")
            )
        decision = notation.offer(self.view.seat, to, give, want)
        return lambda: self.client.decide(decision)

    def _terms(self, side: str, team: str) -> Select[str]:
        return Select(
            _choices(self.view, team),
            allow_blank=True,
            prompt=tr("nothing"),
            id=f"{side}-term",
            classes="term",
        )

    def _turns(self, side: str) -> Select[int]:
        view = self.view
        turns = range(view.turn, view.turns + 1)
        return Select(
            [(tr("by turn {turn}", turn=turn), turn) for turn in turns],
            value=min(view.turn + 1, view.turns),
            allow_blank=False,
            id=f"{side}-turn",
            classes="turn",
        )

    def _promise(self, side: str) -> tuple[str, int]:
        term = self.query_one(f"#{side}-term", Select).value
        turn = self.query_one(f"#{side}-turn", Select).value
        return (term if isinstance(term, str) else "", turn if isinstance(turn, int) else 0)

    @on(Select.Changed, "#to")
    def _other_team(self, event: Select.Changed) -> None:
        if isinstance(event.value, str) and event.value != self._to:
            self._to = event.value
            self.query_one("#want-term", Select).set_options(_choices(self.view, self._to))

    @on(Select.Changed, ".term")
    def _set_due(self, event: Select.Changed) -> None:
        side = (event.select.id or "").removesuffix("-term")
        term = next((term for term in self.view.terms if term.id == event.value), None)
        if term is not None:
            due = min(self.view.turn + term.due, self.view.turns)
            self.query_one(f"#{side}-turn", Select).value = due


def _choices(view: View, team: str) -> list[tuple[Text, str]]:
    return [(Text(term.title), term.id) for term in view.terms if term.by == team]
