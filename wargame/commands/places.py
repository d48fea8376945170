"""Where a command looks: the folders given on the command line."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen


@frozen(kw_only=True)
class Places:
    """Is the folders given with `--save-dir` and `--scenarios`; None where nothing was given."""

    saves: Path | None = None
    scenarios: Path | None = None
