"""What tests of screens may ask for, and what all of them are spared."""

from __future__ import annotations

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


@pytest.fixture
def painted() -> None:
    """Asks for what `spared` leaves out."""


@pytest.fixture(autouse=True)
def spared(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spares a test half its work: painting what goes to no terminal, parsing what was parsed.

    What is read of the screen is drawn when it is read, whatever has been painted. Only scrollbars
    are then where they were, so a test that compares whole screens asks for `painted`.
    """
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parse_once)
    if "painted" not in request.fixturenames:
        monkeypatch.setattr(Compositor, "render_update", lambda self, **_: _forget(self))


def _forget(compositor: Compositor) -> None:
    compositor._dirty_regions.clear()


def _parse_once(sheet: Stylesheet, css: str, *given: Any, **named: Any) -> list[RuleSet]:
    """Returns the rules of a stylesheet; they depend on the variables of the theme alone."""
    key = (css, given, *named.items(), *sorted(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, *given, **named)
    return _parsed[key]
