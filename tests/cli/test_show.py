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


def test_a_word_is_searched_in_place_of_an_id(wargame: Wargame) -> None:
    printed = wargame("show", "--search", "CLOSE gates", "river")
    assert printed.code == 0
    assert printed.out.startswith("Move: Close the gates (close_gates)\n")
    found = json.loads(wargame("show", "--search", "close", "river", "--json").out)
    assert {"section": "moves", "id": "close_gates", "title": "Close the gates"} in found


def test_nothing_to_show_or_to_search_is_refused(wargame: Wargame) -> None:
    assert wargame("show").code == 2
    assert wargame("show", "--search", " ", "river").code == 2
    assert "has 'xyzzy'" in wargame("show", "--search", "xyzzy", "river").out


def test_a_statement_is_shown_with_what_carries_it(wargame: Wargame) -> None:
    printed = wargame("show", "C4.1", "s400")
    assert "Carried by: Move Audit the system (audit_system)\n" in printed.out


def test_the_library_is_listed_line_by_line(wargame: Wargame) -> None:
    printed = wargame("browse", "river", "--plain")
    assert printed.code == 0
    assert "close_gates: Close the gates\n" in printed.out
    assert wargame("browse", "river").code == 2
