from __future__ import annotations

from collections import Counter

import pytest

from tests.analysis.planted import SCENARIO, TEAM, game_of
from wargame.analysis.balance import Balance, balance
from wargame.analysis.certainty import Certainty
from wargame.analysis.games import Series
from wargame.analysis.measures import Measure
from wargame.analysis.spread import spreads
from wargame.analysis.study import Finding, Studies
from wargame.analysis.tally import AT_END, Tally
from wargame.analysis.wants import wants_of

SERIES = Series(SCENARIO, 1000, dict.fromkeys(SCENARIO.teams, "doctrine"))
AGENDAS = tuple(SCENARIO.agendas)
MOVES = tuple(SCENARIO.moves)


def tally(**counts: dict[object, int]) -> Tally:
    return Tally(games=1000, **{name: Counter(count) for name, count in counts.items()})


def found(of: Tally, **extras: object) -> dict[str, Measure]:
    board = {(name, AT_END, 0): 1000 for name in SCENARIO.tracks}
    of.board = of.board or Counter(board)
    return {measure.id: measure for measure in Balance(SERIES, of, 1.0, **extras).measures}


def test_an_agenda_that_is_always_achieved_is_missed() -> None:
    easy, fair = AGENDAS[:2]
    said = found(tally(dealt={easy: 500, fair: 500}, achieved={easy: 450, fair: 200}))
    assert said[f"achieved.{easy}"].verdict == "missed"
    assert said[f"achieved.{fair}"].verdict == "met"


def test_an_agenda_that_a_random_player_achieves_as_often_is_missed() -> None:
    agenda = AGENDAS[0]
    base = tally(dealt={agenda: 500}, achieved={agenda: 250})
    for by_chance, verdict in ((240, "missed"), (100, "met")):
        seat = tally(dealt={agenda: 500}, achieved={agenda: by_chance})
        said = found(base, random_seats={TEAM: seat})[f"above_random.{agenda}"]
        assert said.found
        assert said.found.value == pytest.approx((250 - by_chance) / 500)
        assert said.verdict == verdict
    assert found(base)[f"above_random.{agenda}"].verdict == "--study seats"


def test_a_planted_dominant_move_is_named() -> None:
    strong, weak = MOVES[:2]
    said = found(tally(legal={strong: 1000, weak: 1000}, ordered={strong: 900, weak: 3}))
    assert (said["most_given"].note, said["most_given"].verdict) == (strong, "missed")
    assert (said["least_given"].note, said["least_given"].verdict) == (weak, "missed")
    assert said["never_legal"].note == ", ".join(MOVES[2:])


def test_a_card_that_never_happens_is_named() -> None:
    drawn = dict.fromkeys(SCENARIO.cards, 500)
    dead = list(SCENARIO.cards)[3]
    said = found(tally(drawn=drawn, played={**drawn, dead: 0}))
    assert said["drawn"].is_met
    assert (said["fired"].note, said["fired"].is_met) == (dead, False)


def test_endings_count_from_one_percent_on() -> None:
    many = dict.fromkeys(SCENARIO.endings, 10) | {next(iter(SCENARIO.endings)): 970}
    said = found(tally(endings=many))
    assert said["endings"].found
    assert said["endings"].found.value == len(SCENARIO.endings)
    # 10 of 1000 may be less than one percent
    assert said["endings"].found.low == 1
    assert said["commonest_ending"].verdict == "missed"


def test_a_game_decided_early_is_missed() -> None:
    early = Studies(("certainty",), [Finding(certainty=Certainty(2, 2, 0))] * 90)
    late = Studies(("certainty",), [Finding(certainty=Certainty(0, 2, 3))] * 90)
    assert found(tally(), studies=early)["unsure.win"].verdict == "missed"
    said = found(tally(), studies=late)
    assert said["unsure.win"].verdict == "met"
    assert said["unsure.achieve"].found
    assert said["unsure.achieve"].found.value == 0


def test_deals_that_bring_success_are_worth_it() -> None:
    base = tally(together={0: 100, 1: 400, 2: 500})
    without = tally(together={0: 400, 1: 400, 2: 200})
    said = found(base, no_deals=without)
    assert said["joint_success"].verdict == "met"
    assert said["successes"].found
    assert said["successes"].found.value == pytest.approx(1.4 - 0.8)
    assert found(base, no_deals=base)["joint_success"].verdict == "missed"


def test_decisions_are_counted_over_games() -> None:
    games = [Finding(dilemmas=(4, 4))] * 60 + [Finding(dilemmas=(0, 4))] * 40
    said = found(tally(), studies=Studies(("dilemmas",), games))["close"]
    assert said.found
    assert said.found.value == pytest.approx(0.6)
    # a hundred games, not four hundred decisions
    assert said.found.high - said.found.low > 0.18


def test_the_median_turns_choices_are_counted() -> None:
    assert found(tally(choices={3: 100, 6: 900}))["choices"].verdict == "met"
    assert found(tally(choices={3: 900, 6: 100}))["choices"].verdict == "missed"


def test_an_observer_of_real_games_starts_from_nothing() -> None:
    games = balance(SCENARIO, games=2, deals=False)
    assert {measure.id for measure in games.measures if measure.section == "Readable"} == {
        "observer.start",
        "observer.middle",
        "observer.end",
    }


def test_a_track_at_its_bound_is_seen() -> None:
    counts: Counter[tuple[str, int, int]] = Counter()
    names = [
        name
        for id, track in SCENARIO.tracks.items()
        for name in ([f"{team}.{id}" for team in SCENARIO.teams] if track.each else [id])
    ]
    for name in names:
        counts.update({(name, AT_END, 0): 60, (name, AT_END, 2): 40, (name, 1, 2): 100})
    lake = spreads(SCENARIO, Tally(games=100, board=counts))[0]
    assert (lake.name, lake.at_low.value, lake.at_high.value) == ("lake", 0.6, 0.0)
    assert lake.end == (0, 0, 0, 2, 2)
    assert lake.turns == {1: (2,) * 5}


def test_spreads_of_real_games_add_up() -> None:
    games = balance(SCENARIO, games=5, deals=False)
    for spread in games.spreads:
        total = sum(
            count
            for (name, turn, _), count in games.tally.board.items()
            if name == spread.name and turn == AT_END
        )
        assert total == 5
        assert spread.low <= spread.end[0] <= spread.end[-1] <= spread.high


def test_wants_are_what_the_doctrine_weighs_above_keeping_points() -> None:
    program, game = game_of(SCENARIO)
    turn = next(turn for turn in game.turns if turn.team == TEAM)
    run, layout = program.run, program.layout
    agenda = turn.state[layout["AGENDA"]] - 1
    cost = sum(
        program.order(id).cost
        for number, id in enumerate(program.orders)
        if (id in turn.legal or program.order(id).cost > 3)
        and run.weight(turn.state, agenda, number) > 1
    )
    wants = wants_of(program, turn)
    assert wants.cost == cost > 0
    assert wants.budget == 3
    # what cannot be paid is wanted all the same
    turn.state[layout["PURSE"]] = 0
    poor = wants_of(program, turn)
    assert (poor.cost, poor.budget) == (cost, 0)
    assert poor.most == wants.most >= cost
