"""A scenario is loaded from texts, whole or not at all."""

from __future__ import annotations

import pytest

from tests.scenario.harbour import BOARD, CARDS, PLAY, TEXTS, changed, found, harbour
from wargame.errors import ScenarioFaulty
from wargame.scenario.load import inspect, load
from wargame.scenario.model import Formula, Mark


def test_records_are_as_written() -> None:
    scenario = load(TEXTS, "harbour")
    assert scenario.about.calendar == ("Spring", "Summer", "Autumn")
    assert list(scenario.phases) == ["news", "talks", "orders", "reveal", "judge", "end"]
    assert scenario.tracks["silt"].late[0].unless == Formula("charted")
    assert scenario.rolls["talk"].bands["bad"].upto == 6
    assert scenario.rolls["talk"].bands["good"].upto is None
    assert scenario.flags["charted"].start is False
    assert scenario.cards["storm"].fires is None
    assert scenario.cards["storm"].choice is not None
    assert list(scenario.cards["storm"].choice.options) == ["yes", "no"]
    assert scenario.teams["port"].purses["coin"].bank == 2
    assert scenario.texts == TEXTS


def test_marks_are_kept() -> None:
    scenario = harbour()
    assert scenario.moves["dredge"].mark == Mark(PLAY, 22, 3)
    assert scenario.moves["dredge"].needs.mark == Mark(PLAY, 27, 12)
    assert scenario.endings["quiet"].when.mark.column == 12
    assert scenario.about.mark == Mark(BOARD, 1, 1)


def test_marks_do_not_make_scenarios_differ() -> None:
    texts = {**TEXTS, BOARD: f"# A comment.\n\n{TEXTS[BOARD]}"}
    assert load(texts, "harbour") == harbour()


def test_all_faults_are_raised_together() -> None:
    texts = changed(BOARD, "high: 10", "hihg: 10")
    with pytest.raises(ScenarioFaulty) as caught:
        load(texts, "harbour")
    assert len(caught.value.problems) == 2
    assert str(caught.value) == (
        f"the scenario 'harbour' cannot be played: {BOARD}:44:3: 'high' is missing (add it), "
        "and 1 more (wargame check harbour lists every fault)"
    )


def test_one_fault_is_raised_alone() -> None:
    with pytest.raises(ScenarioFaulty, match=r"unknown name 'slit'[^,]*, did you mean 'silt'"):
        load(changed(PLAY, "needs: silt > 0", "needs: slit > 0"), "harbour")


def test_sections_may_be_spread_over_files() -> None:
    start = TEXTS[PLAY].index("  buy:\n    by: fleet")
    end = TEXTS[PLAY].index("rules:")
    texts = {
        **TEXTS,
        PLAY: TEXTS[PLAY][:start] + TEXTS[PLAY][end:],
        "rulesets/harbour/zeal.yaml": "moves:\n" + TEXTS[PLAY][start:end],
    }
    assert list(load(texts, "harbour").moves) == ["dredge", "buy"]
    assert load(texts, "harbour") == harbour()


def test_the_order_of_files_is_that_of_their_paths() -> None:
    texts = dict(reversed(TEXTS.items()))
    assert list(load(texts, "harbour").moves) == list(harbour().moves)
    assert load(texts, "harbour") == harbour()


def test_an_id_in_two_files() -> None:
    again = "moves:\n  buy: {by: fleet, title: B, text: t, cost: 1}\n"
    more = "rulesets/harbour/zeal.yaml"
    assert found({**TEXTS, more: again}) == [
        f"{more}:2:3: 'buy' is in 'moves' already, at {PLAY}:29:3 (keep one)"
    ]
    assert found({**TEXTS, more: "scenario: {turns: 4}\n"}) == [
        f"{more}:1:12: 'turns' is in 'scenario' already, at {BOARD}:5:3 (keep one)"
    ]


def test_empty_files_are_passed_over() -> None:
    texts = {**TEXTS, "decks/harbour/empty.yaml": "", "decks/harbour/notes.yaml": "# notes\n"}
    assert load(texts, "harbour") == harbour()


def test_a_file_that_is_no_mapping() -> None:
    lines = found({**TEXTS, "decks/harbour/list.yaml": "- a\n- b\n"})
    assert lines == [
        "decks/harbour/list.yaml:1:1: the file is no mapping (start with a section's name)"
    ]


def test_missing_sections() -> None:
    assert found({}) == [
        f"rulesets/harbour:1:1: there is no section '{name}' (add it)"
        for name in ("scenario", "phases", "teams", "tracks")
    ]


def test_an_unreadable_file_does_not_make_its_sections_missing() -> None:
    lines = found({**TEXTS, BOARD: "scenario: [\n"})
    assert len(lines) == 1
    assert "this is not YAML" in lines[0]


def test_a_double_key_does_not_hide_other_faults_of_the_files() -> None:
    texts = changed(BOARD, "high: 10", "high: 10, high: 9")
    texts[CARDS] = texts[CARDS].replace("limit: 3", "limit: many")
    assert [line.split(": ")[0] for line in found(texts)] == [f"{CARDS}:3:70", f"{BOARD}:44:43"]


def test_text_is_cleaned() -> None:
    scenario = load(changed(BOARD, "title: Trade,", r'title: "T\e[31m\u202erade",'), "harbour")
    assert scenario.tracks["trade"].title == "T[31mrade"


def test_long_text_is_kept_long() -> None:
    brief = "word " * 600
    scenario = load(changed(BOARD, "Keep the pier busy.", brief), "harbour")
    assert len(scenario.teams["port"].brief) == 2999


def test_inspect_gives_the_scenario_only_without_faults() -> None:
    assert inspect(TEXTS, "harbour")[0] == harbour()
    assert inspect(changed(BOARD, "high: 10", "high: x"), "harbour")[0] is None
