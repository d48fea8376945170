"""The statements of the source that a scenario carries, as anybody may read them."""

from __future__ import annotations

from wargame.kernel.view import Statement
from wargame.scenario.model import Scenario


def statement(scenario: Scenario, id: str) -> Statement | None:
    """Returns the statement of that id; none for what names no statement, such as `design`."""
    claim = scenario.claims.get(id)
    if claim is None:
        return None
    return Statement(id=id, kind=claim.kind, voice=claim.voice, text=claim.text)
