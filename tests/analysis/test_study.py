from __future__ import annotations

import pytest

from wargame.analysis.balance import balance
from wargame.analysis.balance_table import balance_table
from wargame.analysis.deepening import STUDIES, deepen, move_numbers
from wargame.analysis.games import Series
from wargame.analysis.study import LOOKS, study
from wargame.errors import UsageInvalid
from wargame.scenario.load import load_scenario

SCENARIO = load_scenario("river")
SERIES = Series(SCENARIO, 4, dict.fromkeys(SCENARIO.teams, "doctrine"), seed=5)
QUICK = ("certainty", "dice", "observer")


def test_several_processes_find_the_same() -> None:
    assert study(SERIES, QUICK, jobs=2) == study(SERIES, QUICK)


@pytest.mark.parametrize("name", ["dice", "worth"])
def test_what_one_finds_does_not_depend_on_the_others(name: str) -> None:
    alone = study(SERIES, [name]).of(name)
    assert alone == study(SERIES, [*QUICK, name]).of(name)
    assert len(alone) == SERIES.games


def test_what_was_not_asked_for_is_not_there() -> None:
    found = study(SERIES, ["dice"])
    assert found.names == ("dice",)
    assert found.of("worth") == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_the_games_that_are_over(jobs: int) -> None:
    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    assert len(study(SERIES, ["observer"], jobs=jobs, progress=stop).found) == 2


def test_an_unknown_study_is_refused_with_a_guess() -> None:
    with pytest.raises(UsageInvalid, match="did you mean 'certainty'"):
        study(SERIES, ["certanty"])


def test_a_balance_is_deepened_by_what_is_asked_for() -> None:
    plain = balance(SCENARIO, games=6, seed=5)
    missing = {measure.study for measure in plain.measures if measure.found is None}
    assert missing == set(STUDIES) - {"worth"}
    found = deepen(plain, ["seats", "no_deals", *QUICK], games=6)
    missing = {measure.study for measure in found.measures if measure.found is None}
    assert missing == {"dilemmas"}
    assert found.random_seats.keys() == set(SCENARIO.teams)
    for seat in found.random_seats.values():
        # common seeds: the same agendas are dealt
        assert seat.dealt == plain.tally.dealt
    assert found.no_deals
    assert found.no_deals.deals["offered"] == 0
    assert found.tally == plain.tally
    document = found.to_json()
    assert document["studies"] == dict.fromkeys(QUICK, 6)
    assert max(map(len, balance_table(found).splitlines())) <= 100


def test_ctrl_c_ends_all_that_would_follow() -> None:
    plain = balance(SCENARIO, games=3, seed=5)

    class Stop:
        def __enter__(self) -> object:
            return self.stop

        def __exit__(self, *_: object) -> None:
            pass

        def stop(self, done: int) -> None:
            if done == 2:
                raise KeyboardInterrupt

    labels: list[str] = []

    def stage(label: str, length: int) -> Stop:
        labels.append(label)
        return Stop()

    found = deepen(plain, STUDIES, games=3, stage=stage)
    assert len(labels) == 1
    assert found.is_cut
    assert [seat.games for seat in found.random_seats.values()] == [2]
    assert move_numbers(found, games=3, stage=stage) is found


def test_ctrl_c_in_the_games_themselves_ends_all_as_well() -> None:
    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    cut = balance(SCENARIO, games=9, seed=5, progress=stop)
    assert cut.is_cut
    assert deepen(cut, STUDIES, games=3) == cut


def test_every_look_is_a_study() -> None:
    assert set(LOOKS) < set(STUDIES)
    with pytest.raises(UsageInvalid):
        deepen(balance(SCENARIO, games=1), ["dice"], games=0)
