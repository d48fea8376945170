"""Sheet: a form over the screen that carries out one act, or says what is missing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from wargame.errors import UsageInvalid, WargameError
from wargame.language import marked, tr
from wargame.text import clean
from wargame.tui.held import held
from wargame.tui.keys import SHEET, Key, bindings

Act = Callable[[], object]


class Sheet(ModalScreen[bool]):
    """Is a form: `body` composes its fields and `act` gives what confirming does.

    It stays open, with everything typed, until the act went well or it is cancelled; it is
    dismissed with whether something was done. A refusal is shown in place with its remedy.
    """

    TITLE_TEXT: ClassVar[str] = ""
    HINT: ClassVar[str] = ""
    HINT_PAGE: ClassVar[str] = "sheet"
    """The page whose keys the hint may name."""
    CONFIRM: ClassVar[str] = marked("Confirm")
    PRECIOUS: ClassVar[bool] = True
    """Whether what is typed is worth asking about before it is thrown away."""

    PAGE: ClassVar[str] = "sheet"
    HELP: ClassVar[str] = marked(
        "{confirm} carries out what is filled in, or says what is missing; {cancel} closes the"
        " form. Tab goes to the next field. The keys of a list or scale stand here while it has the"
        " keyboard."
    )
    KEYS: ClassVar[tuple[Key, ...]] = SHEET
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("sheet", SHEET),
    ]

    DEFAULT_CSS = """
    Sheet { align: center middle; }
    Sheet #sheet {
        width: 96%; max-width: 110; height: auto; max-height: 96%;
        border: round $primary; border-title-style: bold; border-title-color: $text;
        background: $surface; padding: 0 1; scrollbar-size-vertical: 1;
    }
    Sheet #hint { color: $text-muted; height: auto; }
    Sheet #fields { height: auto; max-height: 100%; }
    Sheet #fault { color: $text-error; height: auto; display: none; }
    Sheet #fault.-shown { display: block; }
    Sheet .label { color: $text-muted; height: auto; }
    Sheet Input { border: tall $border-blurred; height: 3; padding: 0 1; }
    Sheet Input:focus { border: tall $primary; }
    Sheet #buttons { height: 1; margin-top: 1; align-horizontal: right; }
    Sheet #buttons Button { min-width: 14; margin-left: 1; height: 1; border: none; }
    """

    _begun: tuple[str, ...] = ()  # what stood in the fields when the form was opened
    _asked: tuple[str, ...] | None = None  # what stood there when it was asked about

    def compose(self) -> ComposeResult:
        """Lays the form out: a hint, the fields, a fault if there is one, and two buttons."""
        with VerticalScroll(id="sheet", can_focus=False) as sheet:
            sheet.border_title = Text(tr(self.TITLE_TEXT))
            if self.HINT:
                yield Static(Text(tr(self.HINT, **held(self.HINT_PAGE))), id="hint")
            yield from self.body()
            yield Static(id="fault", markup=False)
            now, cancel = held("sheet"), tr("Cancel")
            with Horizontal(id="buttons"):
                yield Button(Text(f"{now['cancel']} {cancel}"), id="cancel")
                yield Button(
                    Text(f"{now['confirm']} {self.confirm}"), id="confirm", variant="primary"
                )

    def on_mount(self) -> None:
        """Remembers what stands in the fields."""
        self._begun = tuple(field.value for field in self.query(Input))

    @property
    def confirm(self) -> str:
        """Is what the button says that carries the act out."""
        return tr(self.CONFIRM)

    def body(self) -> ComposeResult:
        """Composes the fields."""
        raise NotImplementedError

    def act(self) -> Act:
        """Returns what confirming carries out, from what has been filled in.

        Raises:
            UsageInvalid: something is missing.
        """
        raise NotImplementedError

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Closes the form; nothing happens. What has been typed is asked about once."""
        typed = tuple(field.value for field in self.query(Input))
        if not self.PRECIOUS or typed in (self._begun, self._asked):
            self.dismiss(False)
        else:
            self._asked = typed
            self._complain(
                UsageInvalid(
                    tr("what you have typed would be lost"),
                    remedy=tr("{cancel} again for that", **held("sheet")),
                )
            )

    @on(Button.Pressed, "#confirm")
    def action_confirm(self) -> None:
        """Carries the act out."""
        self.run_worker(self._carry_out(), group="act", exclusive=True)

    @on(Input.Submitted, ".last")
    def _submitted(self) -> None:
        self.action_confirm()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        if not event.input.has_class("last"):
            self.focus_next()

    async def _carry_out(self) -> None:
        try:
            await asyncio.to_thread(self.act())
        except WargameError as error:
            self._complain(error)
        else:
            self.dismiss(True)

    def _complain(self, error: WargameError) -> None:
        fault = self.query_one("#fault", Static)
        fault.update(Text(f"✗ {error.message}" + (f": {error.remedy}" if error.remedy else "")))
        fault.add_class("-shown")
        fault.scroll_visible()

    def typed(self, selector: str, missing: str = "", *, remedy: str = "") -> str:
        """Returns the cleaned text of an input; with `missing`, an empty one is a fault.

        Raises:
            UsageInvalid: the input is empty and must not be.
        """
        field = self.query_one(selector, Input)
        text = clean(field.value)
        if missing and not text:
            field.focus()
            raise UsageInvalid(missing, remedy=remedy)
        return text

    def reason(self) -> str:
        """Returns the quoted reason.

        Raises:
            UsageInvalid: none has been given.
        """
        return quoted(
            self.typed("#reason", tr("a reason is missing"), remedy=tr("say why, for the record"))
        )


def label(text: str) -> Static:
    """Returns the caption of a field."""
    return Static(Text(text), classes="label")


def reason_input() -> Input:
    """Returns the field for the reason, the last of its form."""
    return Input(placeholder=tr("why, for the record (required)"), id="reason", classes="last")


def quoted(text: str) -> str:
    """Returns the text as the notation of decisions quotes it."""
    return json.dumps(text, ensure_ascii=False)
