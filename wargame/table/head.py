"""Head: the number and hash of a save's last record, kept beside it.

A chain of hashes finds damage, but not records missing from the end; the head does.
"""

from __future__ import annotations

import json
from pathlib import Path

from attrs import asdict, frozen

from wargame.table.written import NO_HEAD


@frozen
class Head:
    """Is the last record that was acknowledged, 0 for the header."""

    number: int
    hash: str

    def write(self, save: Path) -> None:
        """Replaces the save's sidecar in one go.

        It is not synced: after a power cut an older head may be there, which is still true.
        """
        path = head_path(save)
        draft = path.with_name(path.name + ".new")
        draft.write_text(json.dumps(asdict(self)) + "\n", encoding="utf-8")
        draft.replace(path)

    @classmethod
    def read(cls, save: Path) -> Head | None:
        """Returns the save's head, or nothing if there is none.

        Raises:
            ValueError: the sidecar is there and cannot be read; it says why in English.
        """
        try:
            fields = json.loads(head_path(save).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, RecursionError) as fault:
            raise ValueError(str(fault)) from None
        if (
            not isinstance(fields, dict)
            or fields.keys() != {"number", "hash"}
            or type(fields["number"]) is not int
            or fields["number"] < 0
            or not isinstance(fields["hash"], str)
        ):
            raise ValueError(NO_HEAD)
        return cls(**fields)


def head_path(save: Path) -> Path:
    """Returns where the head of that save is kept."""
    return save.with_suffix(".head")
