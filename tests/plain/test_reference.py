from __future__ import annotations

import json

import pytest

from wargame.errors import UsageInvalid
from wargame.plain.reference import SHELVES, as_json, entry, glossary, rules
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario


@pytest.mark.parametrize("section", SHELVES)
def test_everything_in_a_scenario_can_be_looked_up(section: str, river: Scenario) -> None:
    for id in getattr(river, section):
        lines = list(entry(river, id))
        assert any(line.startswith(f"{SHELVES[section]}: ") for line in lines)
        assert any(found["section"] == section for found in as_json(river, id))


def test_a_move_is_told_with_its_text_its_effects_and_every_result(river: Scenario) -> None:
    id, move = next((id, move) for id, move in river.moves.items() if move.outcomes)
    told = "\n".join(entry(river, id))
    assert move.text in told
    assert all(effect.text in told for effect in move.effects)
    assert all(outcome.says in told for outcome in move.outcomes.values())
    assert all(modifier.why in told for modifier in move.modifiers)


def test_json_has_the_same_keys_for_every_move(river: Scenario) -> None:
    keys = {tuple(as_json(river, id)[0]) for id in river.moves}
    assert len(keys) == 1
    json.dumps([as_json(river, id) for id in river.moves])


def test_what_is_not_there_is_refused_with_the_nearest_id(river: Scenario) -> None:
    id = next(iter(river.moves))
    with pytest.raises(UsageInvalid, match=f"did you mean '{id}'"):
        list(entry(river, id[:-1]))


def test_statements_are_told_with_who_makes_them() -> None:
    scenario = load_scenario("s400")
    id, move = next(
        (id, move) for id, move in scenario.moves.items() if set(move.source) & set(scenario.claims)
    )
    claim = next(claim for claim in move.source if claim in scenario.claims)
    told = list(entry(scenario, id))
    statement = scenario.claims[claim]
    assert f"Source {claim} ({statement.voice}): {statement.text}" in told
    assert as_json(scenario, id)[0]["statements"][claim] == statement.text


def test_the_glossary_is_searched_by_id_and_title(river: Scenario) -> None:
    id, item = next(iter(river.glossary.items()))
    assert list(glossary(river, item.title.upper())) == [f"{item.title} ({id}): {item.text}"]
    assert len(list(glossary(river, ""))) == len(river.glossary)
    assert "has no 'xyzzy'" in next(iter(glossary(river, "xyzzy")))


def test_the_rules_name_every_phase_and_rule(river: Scenario) -> None:
    told = "\n".join(rules(river))
    assert all(phase.title in told for phase in river.phases.values())
    assert all(rule.text in told for rule in river.rules.values())
