"""Messages between the seats, newest last."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from wargame.kernel.view import FACILITATOR, PUBLIC, View
from wargame.tui.widgets.pane import Pane
from wargame.tui.widgets.plain_text import FAINT, plain


class Talk(Pane):
    """Is what has been said to this seat, by it, or to the whole room."""

    TITLE = "Messages"
    PARTS = ("teams", "messages")

    def lines(self, view: View) -> tuple[RenderableType, ...]:
        """Returns the messages, and scrolls to the newest."""
        if not view.messages:
            return (plain("No messages yet. Press m to write one.", FAINT),)
        names = {team.id: team.title for team in view.teams}
        names |= {FACILITATOR: "Facilitator", PUBLIC: "Public", "": "all"}
        self.call_after_refresh(self.scroll_end, animate=False)
        return tuple(
            Text.assemble(
                (f"{names.get(message.sender, message.sender)}", "bold"),
                (f" to {names.get(message.to, message.to)}, turn {message.turn}: ", FAINT),
                message.text,
            )
            for message in view.messages
        )
