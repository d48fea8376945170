"""Formulas are read in several threads at once: screens load scenarios in the background."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from wargame.formula.parse import parse


class Lingering:
    """Is garbage that lets another thread go on when it is collected, and leaves more garbage."""

    stays = True

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        time.sleep(0)
        if Lingering.stays:
            Lingering()


@pytest.fixture
def busy_collector() -> Iterator[None]:
    """Has garbage collected again and again, in the middle of whatever makes objects."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(1)
    Lingering.stays = True
    Lingering()
    yield
    Lingering.stays = False
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("busy_collector")
def test_threads_read_formulas_side_by_side() -> None:
    def read(number: int) -> int:
        total = 0
        for i in range(20):
            tree = parse(f"min({'(' * (number % 5)}{number} + {i}{')' * (number % 5)}, 3)")
            total += tree.end_col_offset or 0
        return total

    with ThreadPoolExecutor(4) as pool:
        assert all(total > 0 for total in pool.map(read, range(40)))
