"""Records the games of saves/scripts/ into saves/: `make saves`.

A save that ships is not edited: its script is, and this plays it again. The same script gives the
same bytes as long as rulesets, decks and version are the same.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from wargame.errors import WargameError
from wargame.table.recorder import Recorder
from wargame.table.script import SUFFIX, Script

SAVES = Path(__file__).parent
SCRIPTS = SAVES / "scripts"


def record(script: Path, folder: Path) -> Path:
    """Records a script and puts the save and its head into the folder; returns the save.

    What was there stays until the whole script has been played.
    """
    with tempfile.TemporaryDirectory(dir=folder) as draft:
        save = Recorder(Script.read(script)).record(Path(draft))
        for file in sorted(save.parent.iterdir()):
            file.replace(folder / file.name)
    return folder / save.name


def main() -> int:
    """Records the scripts that are named, or all of them; returns the exit code."""
    scripts = [Path(name) for name in sys.argv[1:]] or sorted(SCRIPTS.glob(f"*{SUFFIX}"))
    faults = 0
    for script in scripts:
        try:
            print(f"recorded {record(script, SAVES)}")
        except WargameError as fault:
            print(f"error: {fault.message}", file=sys.stderr)
            print(f"  remedy: {fault.remedy}", file=sys.stderr)
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
