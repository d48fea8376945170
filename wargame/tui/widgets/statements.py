"""The statements of the source that back what is shown, in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import RenderableType
from rich.text import Text

from wargame.kernel.view import Addend, Statement
from wargame.language import tr
from wargame.tui.widgets.plain_text import FAINT, heading

Find = Callable[[str], Statement | None]


def cited(*sources: Iterable[str], addends: Iterable[Addend] = ()) -> tuple[str, ...]:
    """Returns each cited id once: those given, then those of modifiers that add something."""
    found = [id for source in sources for id in source]
    for addend in addends:
        if addend.add or addend.low or addend.high:
            found += addend.source
    return tuple(dict.fromkeys(found))


def statements(ids: Iterable[str], find: Find) -> list[RenderableType]:
    """Returns each statement with its id and voice, under a heading; none for `design` alone."""
    lines: list[RenderableType] = [
        Text.assemble((f"{id} ", "bold"), (f"{tr(found.voice)}: ", FAINT), found.text)
        for id in ids
        if (found := find(id)) is not None
    ]
    return [heading(tr("What the source says")), *lines] if lines else []
