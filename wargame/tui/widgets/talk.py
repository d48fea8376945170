"""Messages between the seats, newest last."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from wargame.kernel.view import FACILITATOR, PUBLIC, MessageView, View
from wargame.language import marked, tr
from wargame.tui.held import held
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain


class Talk(Pane):
    """Is what has been said to this seat, by it, or to the whole room."""

    TITLE = marked("Messages")
    PARTS = ("teams", "messages")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns the messages, and scrolls to the newest."""
        if not view.messages:
            return (
                plain(tr("No messages yet. Press {message} to write one.", **held("team")), FAINT),
            )
        names = {team.id: team.title for team in view.teams}
        names |= {FACILITATOR: tr("Facilitator"), PUBLIC: tr("Public"), "": tr("all")}
        self.call_after_refresh(self.scroll_end, animate=False)
        return tuple(_said(message, names) for message in view.messages)


def _said(message: MessageView, names: dict[str, str]) -> Text:
    to = tr("to {seat}, turn {turn}:", seat=names.get(message.to, message.to), turn=message.turn)
    sender = names.get(message.sender, message.sender)
    return Text.assemble((sender, "bold"), (f" {to} ", FAINT), message.text)
