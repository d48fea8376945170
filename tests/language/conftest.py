"""Screens in other languages are spared the same work."""

from tests.tui.conftest import painted, spared

__all__ = ["painted", "spared"]
