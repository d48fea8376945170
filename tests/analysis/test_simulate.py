from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from wargame.analysis.executors import InTurn, Processes, Threads
from wargame.analysis.games import Series, play_game
from wargame.analysis.outcomes import Outcomes
from wargame.analysis.playouts import BOTS, CORE, NATIVE, Playouts, heading
from wargame.analysis.simulate import FIRST_LOOK, Where, simulate
from wargame.analysis.simulate_csv import HEADING, simulation_csv
from wargame.analysis.simulate_table import simulation_table
from wargame.analysis.simulation import Simulation
from wargame.errors import ClusterMismatch, UsageInvalid, WargameError, WorkerLost
from wargame.kernel.program import build
from wargame.scenario.files import shipped_root
from wargame.scenario.load import load_scenario

SCENARIO = load_scenario("river")
PROGRAM = build(SCENARIO)
NORTH, SOUTH = SCENARIO.teams
LINEUPS = {
    "core": ({NORTH: "doctrine", SOUTH: "random"}, False),
    "deals": ({NORTH: "doctrine", SOUTH: "random"}, True),
    "thinking": ({NORTH: "rollout:1", SOUTH: "doctrine"}, False),
}


def series(games: int, *, kind: str = "core", seed: int = 3, **rest: Any) -> Series:
    bots, deals = LINEUPS[kind]
    return Series(SCENARIO, games, bots, seed, deals, **rest)


@pytest.mark.parametrize("kind", LINEUPS)
def test_it_counts_what_happened(kind: str) -> None:
    plan = series(30, kind=kind)
    found = simulate(plan)
    games = [play_game(PROGRAM, plan, number) for number in range(30)]
    enough = SCENARIO.about.achieved
    assert found.outcomes.games == 30
    for id in SCENARIO.endings:
        assert found.ending(id).count == sum(game.ending == id for game in games)
    for team in SCENARIO.teams:
        scores = [game.scores[team] for game in games]
        assert found.score(team).value == pytest.approx(sum(scores) / 30)
        assert [found.scored(team, s).count for s in range(11)] == [
            scores.count(s) for s in range(11)
        ]
        assert found.achieved(team).count == sum(score >= enough for score in scores)
        tops = [max(game.scores.values()) for game in games]
        assert found.highest(team).count == sum(map(int.__eq__, scores, tops))
    for id, agenda in SCENARIO.agendas.items():
        dealt = [game.scores[agenda.by] for game in games if game.agendas[agenda.by] == id]
        achieved = sum(score >= enough for score in dealt)
        assert (found.agenda_achieved(id).count, found.agenda_achieved(id).of) == (
            achieved,
            len(dealt),
        )
        assert found.agenda_score(id).value == pytest.approx(sum(dealt) / len(dealt))
    together = Counter(sum(s >= enough for s in game.scores.values()) for game in games)
    assert [found.together(n).count for n in range(3)] == [together[n] for n in range(3)]


@pytest.mark.parametrize("by", [CORE, NATIVE, BOTS])
def test_the_same_games_wherever_they_are_played(by: str) -> None:
    plan = series(24, kind="deals" if by == BOTS else "core")
    work = evolve(Playouts.of(plan, lines=True), by=by)
    alone = simulate(plan)
    for executor in (InTurn(work), Threads(work, 3), Processes(work, 2)):
        total, lines = Outcomes(), {}
        with executor as player:
            for games, played in player.play(range(24)):
                total = total + played.outcomes
                lines[games.start] = played.lines
        assert total == alone.outcomes
        text = "".join(lines[start] for start in sorted(lines))
        assert text == "".join(work.ready()(range(24)).lines)


def test_one_by_one_and_in_one_go_are_the_same_games_to_the_last_slot() -> None:
    work = Playouts.of(series(12))
    one_by_one = evolve(work, by=BOTS).ready()(range(12))
    assert one_by_one == work.ready()(range(12))
    assert one_by_one.outcomes.digest > 0


def test_another_seed_or_setting_is_another_run() -> None:
    plain = simulate(series(10))
    assert simulate(series(10)).outcomes.digest == plain.outcomes.digest
    for other in (
        series(10, seed=4),
        series(10, preset=list(SCENARIO.presets)[1]),
        series(10, off=(next(iter(SCENARIO.switches)),)),
        series(10, kind="deals"),
    ):
        assert simulate(other).outcomes.digest != plain.outcomes.digest


def test_a_scenario_that_is_edited_meanwhile_is_played_as_it_was(tmp_path: Path) -> None:
    for folder in ("rulesets", "decks"):
        shutil.copytree(shipped_root() / folder, tmp_path / folder)
    loaded = load_scenario("river", tmp_path)

    def spoil(done: int) -> None:
        for file in tmp_path.rglob("*.yaml"):
            file.write_text("spoilt: [", encoding="utf-8")

    bots, deals = LINEUPS["deals"]
    plan = Series(loaded, 16, bots, 3, deals)
    found = simulate(plan, where=Where(jobs=2), progress=spoil)
    assert found.fault is None
    assert found.outcomes == simulate(series(16, kind="deals")).outcomes


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_the_games_that_are_over(jobs: int) -> None:
    def stop(done: int) -> None:
        if done >= 5:
            raise KeyboardInterrupt

    found = simulate(series(10_000, kind="deals"), where=Where(jobs=jobs), progress=stop)
    assert 5 <= found.outcomes.games < 10_000
    assert isinstance(found.fault, KeyboardInterrupt)
    assert found.to_json()["stopped"] == "interrupted"
    assert f"{found.outcomes.games} games of 10000 asked for" in simulation_table(found)


def test_ctrl_c_before_the_first_game_is_over_is_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("wargame.analysis.playouts.play_game", stop)
    with pytest.raises(KeyboardInterrupt):
        simulate(series(3, kind="deals"))


def _refusing(after: int) -> Callable[..., Any]:
    def play(program: Any, plan: Series, number: int) -> Any:
        if number >= after:
            raise WorkerLost("gone")
        return play_game(program, plan, number)

    return play


def test_what_is_done_is_kept_when_something_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wargame.analysis.playouts.play_game", _refusing(4))
    found = simulate(series(9, kind="deals"))
    assert (found.outcomes.games, found.stopped) == (4, "worker.lost")
    monkeypatch.setattr("wargame.analysis.playouts.play_game", _refusing(0))
    with pytest.raises(WorkerLost):
        simulate(series(9, kind="deals"))


def test_it_plays_until_the_shares_are_precise_and_everywhere_as_long() -> None:
    plan = series(100_000)
    found = simulate(plan, until=0.03)
    assert found.widest <= 0.03
    assert FIRST_LOOK <= found.outcomes.games < 3 * FIRST_LOOK
    assert found.stopped == "precise"
    assert "3.00% is reached" in simulation_table(found)
    assert simulate(plan, where=Where(jobs=2), until=0.03) == found


def test_a_precision_that_the_games_do_not_reach_is_told() -> None:
    found = simulate(series(50), until=0.01)
    assert (found.outcomes.games, found.stopped) == (50, "")
    assert "1.00% is not reached" in simulation_table(found)


@pytest.mark.parametrize(
    ("plan", "rest"),
    [
        (series(0), {}),
        (series(-1), {}),
        (series(1), {"where": Where(jobs=0)}),
        (series(1), {"until": 0.5}),
        (series(1), {"until": float("nan")}),
        (series(1, preset="nothing"), {}),
        (series(1, off=("nothing",)), {}),
    ],
)
def test_what_cannot_be_used_is_refused(plan: Series, rest: dict[str, Any]) -> None:
    with pytest.raises(UsageInvalid):
        simulate(plan, **rest)


def test_a_worker_that_makes_another_program_refuses() -> None:
    with pytest.raises(ClusterMismatch):
        Playouts(series(1), BOTS, "another").ready()


def test_the_lines_tell_of_each_game() -> None:
    plan = series(20)
    chunks: list[str] = []
    simulate(plan, lines=lambda games, text: chunks.append(text))
    rows = list(csv.DictReader(StringIO(heading(plan) + "".join(chunks))))
    for number, row in enumerate(rows):
        game = play_game(PROGRAM, plan, number)
        assert (int(row["game"]), row["ending"]) == (number, game.ending)
        for team in SCENARIO.teams:
            assert row[f"{team}_agenda"] == game.agendas[team]
            assert int(row[f"{team}_score"]) == game.scores[team]
    assert len(rows) == 20


def test_the_table_names_everything_in_a_hundred_columns() -> None:
    lines = simulation_table(simulate(series(20))).splitlines()
    for id in (*SCENARIO.endings, *SCENARIO.agendas, *SCENARIO.teams):
        assert any(line.split()[:1] == [id] for line in lines)
    assert max(map(len, lines)) <= 100


def test_the_document_is_plain_json() -> None:
    document = simulate(series(20)).to_json()
    assert json.loads(json.dumps(document)) == document
    assert document["endings"].keys() == SCENARIO.endings.keys()


def test_the_csv_has_every_number_with_its_interval() -> None:
    found = simulate(series(20))
    rows = list(csv.DictReader(StringIO(simulation_csv(found))))
    assert tuple(rows[0]) == HEADING
    at = {(row["about"], row["id"], row["measure"]): row for row in rows}
    assert len(at) == len(rows)
    for id in SCENARIO.endings:
        row, share = at["ending", id, "reached"], found.ending(id)
        assert (int(row["count"]), int(row["of"])) == (share.count, share.of)
        assert float(row["low"]) == pytest.approx(share.low, abs=1e-6)
    for team in SCENARIO.teams:
        assert float(at["team", team, "mean_score"]["value"]) == pytest.approx(
            found.score(team).value
        )
        scores = [int(at["team", team, f"score_{score}"]["count"]) for score in range(11)]
        assert sum(scores) == 20


def test_a_fault_is_no_part_of_what_came_of_the_games() -> None:
    found = simulate(series(5))
    assert found == Simulation(
        series=found.series, outcomes=found.outcomes, text=found.text, fault=WargameError("lost")
    )
