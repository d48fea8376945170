"""What is said where an optional package is not installed."""

from __future__ import annotations

from wargame.errors import ExtraMissing


def missing(extra: str, fault: ModuleNotFoundError) -> ExtraMissing:
    """Returns the error that names the package that is not there and the extra that brings it."""
    return ExtraMissing(
        f"this needs the package '{fault.name}', which is not installed",
        remedy=f"pip install 'wargame[{extra}]'",
    )
