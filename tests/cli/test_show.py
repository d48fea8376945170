from __future__ import annotations

import json
from collections.abc import Callable

from tests.cli.conftest import Printed

Wargame = Callable[..., Printed]


def test_an_entry_is_printed(wargame: Wargame) -> None:
    printed = wargame("show", "close_gates", "river")
    assert printed.code == 0
    assert printed.out.startswith("Move: Close the gates (close_gates)\n")


def test_the_same_entry_as_json(wargame: Wargame) -> None:
    (entry,) = json.loads(wargame("show", "close_gates", "river", "--json").out)
    assert (entry["section"], entry["id"]) == ("moves", "close_gates")
    assert entry["effects"] == ["lake += 2"]


def test_without_a_scenario_the_default_one_is_read(wargame: Wargame) -> None:
    assert wargame("show", "close_gates").code == 2


def test_an_unknown_id_is_a_usage_error(wargame: Wargame) -> None:
    printed = wargame("show", "close_gate", "river")
    assert printed.code == 2
    assert "did you mean 'close_gates'" in printed.err
