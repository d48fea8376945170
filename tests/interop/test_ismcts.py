from __future__ import annotations

from pathlib import Path

import pytest

from tests.bots.contract import BotContract
from tests.interop.games import question, rules_of
from tests.kernel.games import position
from tests.table.conftest import run, sit
from wargame.bots import make
from wargame.bots.match import play_match
from wargame.errors import UsageInvalid
from wargame.interop.ismcts import SIMULATIONS, IsmctsBot, PlayoutEvaluator
from wargame.interop.openspiel import WargameState
from wargame.kernel.decisions import Choose
from wargame.kernel.setup import Setup
from wargame.kernel.sight import glimpse


class TestIsmctsBot(BotContract):
    name = "openspiel:2"


def test_it_is_made_by_name_with_so_many_simulations() -> None:
    assert make("openspiel", seed=1) == IsmctsBot(1, SIMULATIONS)
    assert make("openspiel:16", seed=2) == IsmctsBot(2, 16)


@pytest.mark.parametrize("number", ["", "0", "1", "-5", "x", "²", "100001", "9" * 5000])
def test_simulations_that_cannot_be_used_are_refused(number: str) -> None:
    with pytest.raises(UsageInvalid, match="no number of simulations") as caught:
        make(f"openspiel:{number}", seed=1)
    assert len(str(caught.value)) < 200


def test_it_answers_the_question_of_a_card() -> None:
    program, s = rules_of("river").program, question("river")
    seat = program.teams[s[program.layout["WHO"]]]
    assert isinstance(make("openspiel:9", seed=1).decide(glimpse(program, s, seat)), Choose)


@pytest.mark.parametrize("id", ["river", "s400"])
@pytest.mark.parametrize("seat", [0, 1])
def test_it_plays_whole_games_against_ours(id: str, seat: int) -> None:
    program = rules_of(id).program
    bots = {team: make("doctrine", seed=3) for team in program.teams}
    bots[program.teams[seat]] = make("openspiel:3", seed=3)
    game = play_match(program, Setup(seed=3), bots)
    assert game.ending in program.scenario.endings
    assert sum(len(turn.orders) for turn in game.turns if turn.team == program.teams[seat]) > 0


def test_it_sits_at_the_table(tmp_path: Path) -> None:
    seats = {"averil": "openspiel:4", "ossany": "doctrine"}
    with sit(tmp_path, seats=seats, facilitator="auto") as session:
        assert run(session) > 20
        assert session.is_over
        made = [r.text("do") for r in session.course.records if r.seat == "averil"]
        assert sum(text.startswith("order averil") for text in made) > 0


@pytest.mark.parametrize("team", [0, 1])
def test_it_chooses_what_is_worth_most_to_its_own_seat(
    team: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever order is worth ten points to the seat, and nothing to others, is the one given."""
    rules, s = rules_of("river"), position("river", "orders")
    seen = glimpse(rules.program, s, rules.program.teams[team])
    for action in rules.actions.legal(s, team)[::3]:
        wanted = rules.actions.decision(s, seen.seat, action)

        def worth(_: object, state: WargameState, action: int = action) -> list[float]:
            given = state.play.recall[team].actions[:1] == (action,)
            return [10.0 * (given == (player == team)) for player in range(2)]

        monkeypatch.setattr(PlayoutEvaluator, "evaluate", worth)
        assert make("openspiel:60", seed=action).decide(seen) == wanted
