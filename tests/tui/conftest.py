"""What tests of screens may ask for."""

from __future__ import annotations

import pytest
from textual._compositor import Compositor


@pytest.fixture
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spares a test a third of its work: painting what goes to no terminal.

    What is read of the screen is drawn when it is read, whatever has been painted. Only scrollbars
    are then where they were, so this is not for a test that compares whole screens.
    """
    monkeypatch.setattr(Compositor, "render_update", lambda self, **_: self._dirty_regions.clear())
