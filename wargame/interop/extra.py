"""What is said where an optional package is not installed."""

from __future__ import annotations

from wargame.errors import ExtraMissing


def missing(extra: str, fault: ModuleNotFoundError) -> ExtraMissing:
    """Returns the error that names the package that is not there and the extra that brings it."""
    package = (fault.name or extra).partition(".")[0]
    return ExtraMissing(
        f"this needs the package '{package}', which is not installed",
        remedy=f"pip install 'wargame[{extra}]'",
    )
