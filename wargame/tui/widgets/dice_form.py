"""DiceForm: the facilitator types the faces that real dice show, or lets the engine roll."""

from __future__ import annotations

import re
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from wargame.errors import UsageInvalid
from wargame.kernel.view import Pending
from wargame.language import marked, tr, trn
from wargame.table.client import FacilitatorClient
from wargame.tui.widgets.sheet import Act, Sheet, label


class DiceForm(Sheet):
    """Is the form for the faces of the pending roll, checked as they are typed."""

    TITLE_TEXT: ClassVar[str] = marked("Real dice")
    PRECIOUS: ClassVar[bool] = False
    CONFIRM: ClassVar[str] = marked("Roll")

    def __init__(self, client: FacilitatorClient, pending: Pending) -> None:
        super().__init__()
        self.client = client
        self.pending = pending

    def body(self) -> ComposeResult:
        """Composes the question and the field for the faces."""
        dice, sides = self.pending.dice, self.pending.sides
        yield Static(Text(self.pending.title, "bold"))
        yield label(
            tr(
                "Throw {dice}d{sides} and type the faces, for example {example};",
                dice=dice,
                sides=sides,
                example=self._example,
            )
        )
        yield label(tr("left empty, the program rolls."))
        yield Input(placeholder=self._example, id="faces", classes="last")
        yield Static(id="sum", markup=False)

    def act(self) -> Act:
        """Returns the roll: as many faces as dice, each on the die; none for the engine's."""
        if not self.typed("#faces").strip():
            return self.client.roll
        faces = self._faces()
        decision = "roll " + " ".join(map(str, faces))
        return lambda: self.client.decide(decision)

    @on(Input.Changed, "#faces")
    def _add_up(self) -> None:
        shown = self.query_one("#sum", Static)
        try:
            faces = self._faces()
        except UsageInvalid as error:
            shown.update(Text(error.message, "dim"))
        else:
            total = sum(faces) + self.pending.net
            plus = "+".join(map(str, faces))
            shown.update(Text(f"{plus} {self.pending.net:+d} = {total}", "bold"))

    def _faces(self) -> tuple[int, ...]:
        text = self.typed("#faces")
        dice, sides = self.pending.dice, self.pending.sides
        # Faces of ordinary dice may be typed without blanks between them: "43".
        words = re.findall(r"\d" if sides <= 9 else r"\d+", text, re.ASCII)
        if re.sub(r"[\d\s,;+]", "", text, flags=re.ASCII) or len(words) != dice:
            raise UsageInvalid(
                trn("one face is needed", "{number} faces are needed", dice),
                remedy=tr("for example {example}", example=self._example),
            )
        faces = tuple(map(int, words))
        if not all(1 <= face <= sides for face in faces):
            raise UsageInvalid(
                tr("a die shows 1 to {sides}", sides=sides), remedy=tr("look again, type again")
            )
        return faces

    @property
    def _example(self) -> str:
        return " ".join(
            str(1 + (3 + 2 * die) % self.pending.sides) for die in range(self.pending.dice)
        )
