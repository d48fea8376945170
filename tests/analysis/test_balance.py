from __future__ import annotations

import json
from random import Random

import pytest

from wargame.analysis.balance import balance
from wargame.analysis.balance_table import balance_table, columns
from wargame.analysis.games import Series, play_game, play_series
from wargame.bots.match import MatchResult
from wargame.errors import BotUnknown, UsageInvalid
from wargame.kernel.program import build
from wargame.scenario.load import load_scenario

SCENARIO = load_scenario("river")
PROGRAM = build(SCENARIO)
DOCTRINE = dict.fromkeys(SCENARIO.teams, "doctrine")


def games_of(series: Series) -> list[MatchResult]:
    return [play_game(PROGRAM, series, number) for number in range(series.games)]


def test_it_counts_what_happened() -> None:
    found = balance(SCENARIO, games=20, seed=3)
    games = games_of(found.series)
    assert found.tally.games == 20
    for ending in SCENARIO.endings:
        assert found.ending(ending).count == sum(game.ending == ending for game in games)
    for id, agenda in SCENARIO.agendas.items():
        dealt = [game for game in games if game.agendas[agenda.by] == id]
        achieved = sum(game.scores[agenda.by] >= SCENARIO.about.achieved for game in dealt)
        assert (found.agenda(id).count, found.agenda(id).of) == (achieved, len(dealt))
    for team in SCENARIO.teams:
        assert found.mean_score(team) == sum(game.scores[team] for game in games) / 20
        highest = sum(game.scores[team] == max(game.scores.values()) for game in games)
        assert found.highest(team).count == highest
    for id in found.orders:
        turns = [turn for game in games for turn in game.turns if id in turn.legal]
        given = sum(id in turn.orders for turn in turns)
        assert (found.order(id).count, found.order(id).of) == (given, len(turns))
    for id in SCENARIO.cards:
        assert found.drawn(id).count == sum(id in game.drawn for game in games)
        assert found.played(id).count == sum(id in game.played for game in games)
    assert found.accepted().count == sum(game.accepted for game in games) > 0
    assert found.accepted().of == sum(game.offered for game in games)
    assert found.broken().of == sum(game.kept + game.broken for game in games) > 0


def test_how_many_achieve_together_adds_up() -> None:
    found = balance(SCENARIO, games=30, bots="random", deals=False)
    shares = [found.together(number, number) for number in range(len(SCENARIO.teams) + 1)]
    assert sum(share.count for share in shares) == 30
    assert found.together(0, len(SCENARIO.teams)).value == 1


def test_several_processes_find_the_same() -> None:
    alone = balance(SCENARIO, games=12, seed=8)
    shared = balance(SCENARIO, games=12, seed=8, jobs=2)
    assert shared == alone
    assert json.dumps(shared.to_json()) == json.dumps(alone.to_json())


def test_the_seed_decides() -> None:
    first = balance(SCENARIO, games=10, seed=1, deals=False)
    assert balance(SCENARIO, games=10, seed=1, deals=False) == first
    assert balance(SCENARIO, games=10, seed=2, deals=False).tally != first.tally


def test_games_of_two_lineups_share_their_chance() -> None:
    """Paired seeds: whoever plays, game 4 of a seed deals the same agendas."""
    agendas = {
        json.dumps(play_game(PROGRAM, Series(SCENARIO, 9, bots, deals=deals), 4).agendas)
        for bots in (DOCTRINE, dict.fromkeys(SCENARIO.teams, "random"))
        for deals in (True, False)
    }
    assert len(agendas) == 1


def test_without_deals_nobody_offers() -> None:
    for bots in ("doctrine", "search:2"):
        found = balance(SCENARIO, games=3, bots=bots, deals=False)
        assert found.accepted().of == 0


def test_a_preset_and_switches_reach_the_game() -> None:
    preset = list(SCENARIO.presets)[1]
    switch = next(iter(SCENARIO.switches))
    found = balance(SCENARIO, games=5, preset=preset, off=(switch,))
    assert found.tally != balance(SCENARIO, games=5).tally
    assert found.to_json()["off"] == [switch]
    assert f"preset {preset}, without {switch}" in balance_table(found)


@pytest.mark.parametrize("wrong", [{"games": 0}, {"games": 1, "jobs": 0}])
def test_numbers_that_cannot_be_used_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(UsageInvalid):
        balance(SCENARIO, **wrong)


def test_what_is_unknown_is_refused() -> None:
    with pytest.raises(BotUnknown):
        balance(SCENARIO, games=1, bots="nobody")
    with pytest.raises(UsageInvalid):
        balance(SCENARIO, games=1, preset="nothing")


def test_progress_is_told_after_every_game() -> None:
    told: list[int] = []
    balance(SCENARIO, games=4, deals=False, progress=told.append)
    assert told == [1, 2, 3, 4]


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_the_games_that_are_over(jobs: int) -> None:
    def stop(done: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    found = balance(SCENARIO, games=400, jobs=jobs, deals=False, progress=stop)
    assert found.tally.games == 5
    assert found.to_json()["games_asked"] == 400
    assert "5 games of 400 asked for" in balance_table(found)


def test_ctrl_c_before_the_first_game_is_over_is_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wargame.analysis.games.play_game", stop)
    with pytest.raises(KeyboardInterrupt):
        play_series(Series(SCENARIO, 3, DOCTRINE))


def test_tallies_add_up_in_any_order() -> None:
    found = balance(SCENARIO, games=6, deals=False)
    tallies = [balance(SCENARIO, games=count, seed=count, deals=False).tally for count in (2, 3, 1)]
    orders = [tallies, Random(1).sample(tallies, 3)]
    totals = []
    for order in orders:
        total = type(found.tally)()
        for tally in order:
            total.merge(tally)
        totals.append(total)
    assert totals[0] == totals[1]
    assert totals[0].games == 6


def test_the_table_names_everything() -> None:
    found = balance(SCENARIO, games=5, deals=False)
    lines = balance_table(found).splitlines()
    for id in (*SCENARIO.endings, *SCENARIO.agendas, *SCENARIO.teams, *found.orders):
        assert any(line.split()[:1] == [id] for line in lines)
    assert max(map(len, lines)) <= 100
    assert "\t" not in balance_table(found)


def test_the_document_is_plain_json() -> None:
    found = balance(SCENARIO, games=5)
    document = found.to_json()
    assert json.loads(json.dumps(document)) == document
    assert document["endings"].keys() == SCENARIO.endings.keys()


def test_columns_align_numbers_to_the_right() -> None:
    text = columns([("name", "count"), ("short", "7"), ("much longer", "1200")])
    assert text == "name         count\nshort            7\nmuch longer   1200"
