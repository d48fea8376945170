"""Legal-move counts, on record: a change of the rules of play shows here.

Where a change is meant, `python -m tests.kernel.perft` prints the new numbers.
"""

from __future__ import annotations

import pytest

from tests.kernel.perft import POSITIONS, counts

RECORDED = (
    ("fair", 2, "orders", "orders", (32, 822, 17701)),
    ("fair", 3, "", "choice", (2, 2, 2)),
    ("fair", 3, "market", "phase", (1, 31, 808)),
    ("river", 5, "counsel", "orders", (30, 699, 12858)),
    ("river", 6, "parley", "phase", (1, 30, 685)),
)


@pytest.mark.parametrize(("id", "seed", "phase", "kind", "counted"), RECORDED)
def test_legal_decisions_are_as_many_as_on_record(
    id: str, seed: int, phase: str, kind: str, counted: tuple[int, ...]
) -> None:
    assert counts(id, seed, phase, kind) == counted


def test_every_position_is_on_record() -> None:
    assert tuple(recorded[:4] for recorded in RECORDED) == POSITIONS
