from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.plain.conftest import Script
from wargame.errors import SeatRefused, UsageInvalid
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.plain.account import account
from wargame.plain.game import Game
from wargame.plain.secrets import require_seat
from wargame.plain.tour import Tour
from wargame.table.replay import Replay
from wargame.table.session import Session

Start = Callable[..., Session]
TURN = ("", "order 1", "seal")


@pytest.fixture
def running(start: Start) -> Path:
    """Returns the file of a game in its second turn, the first team sealed."""
    session = start()
    Game(session, Script(*TURN * 3).console).run()
    return session.path


@pytest.fixture
def finished(start: Start) -> Path:
    """Returns the file of a game that is over."""
    session = start()
    Game(session, Script(*TURN * 12).console).run()
    assert session.is_over
    return session.path


def tour(replay: Replay, *lines: str, seat: str = PUBLIC) -> Script:
    script = Script(*lines)
    Tour(replay, script.console, seat=seat).run()
    return script


def test_all_tells_a_game_from_the_first_card_to_the_scores(finished: Path) -> None:
    replay = Replay.open(finished)
    script = tour(replay, "all")
    scenario = replay.program.scenario
    ending = replay.view(PUBLIC).ending
    assert ending is not None
    assert f"The game has ended: {ending.title}." in script.written
    for turn in range(1, replay.view(PUBLIC).turns + 1):
        for phase in list(scenario.phases.values())[:-1]:
            assert f"Turn {turn}, {phase.title}." in script.written
    for team in scenario.teams.values():
        assert f"Score of {team.title}: " in script.text
        assert f"{team.title} seals its orders." in script.written


def test_step_by_step_the_same_is_told_as_at_once(finished: Path) -> None:
    replay = Replay.open(finished)
    whole = Script()
    whole.console.say(line for line in account(replay, PUBLIC) if not line.startswith("Turn "))
    script = tour(replay, *["next"] * len(replay))
    stepped = [line for line in script.written if not line.startswith(("[", "Step ", "Turn "))]
    assert Counter(whole.written) - Counter(stepped) == Counter()


def test_stepping_goes_on_and_back_and_stays_inside(finished: Path) -> None:
    replay = Replay.open(finished)
    for line, position in [
        ("next", 1),
        ("next 3", 3),
        ("back", 0),
        ("go 5", 5),
        ("last", len(replay)),
        ("next", 0),
    ]:
        tour(replay, line)
        expected = 1 if line == "next" else position
        assert replay.position == expected


def test_phases_and_turns_are_found(finished: Path) -> None:
    replay = Replay.open(finished)
    script = tour(replay, "turn", "phase", "phase back", "turn back", "turn sideways")
    steps = [line for line in script.written if line.startswith("Step ")]
    assert "Turn 2 of 3" in steps[0]
    assert "Turn 2 of 3" in steps[1]
    assert steps[2] == steps[0]
    assert "Turn 1 of 3" in steps[3]
    assert any("no way to go" in line for line in script.written)


def test_a_running_game_keeps_its_secrets(running: Path) -> None:
    replay = Replay.open(running)
    team = replay.program.teams[0]
    script = tour(replay, f"as {team}", f"as {FACILITATOR}", "all", "records", "last", "board")
    assert script.text.count("Not done (seat.refused)") == 2
    assert "--reveal" in script.text
    scenario = replay.program.scenario
    assert not any(agenda.title in script.text for agenda in scenario.agendas.values())


def test_a_revealed_game_shows_every_seat(running: Path) -> None:
    replay = Replay.open(running, reveal=True)
    team = replay.program.teams[0]
    script = tour(replay, f"as {team}", "last", "hand", "goals")
    assert f"Seen as {team}." in script.written
    assert "secret agenda: " in script.text


def test_an_unknown_seat_or_command_is_told(finished: Path) -> None:
    replay = Replay.open(finished)
    script = tour(replay, "as nobody", "nxt", "go x", "")
    assert "there is no seat 'nobody'" in script.text
    assert "'nxt' is no command, did you mean 'next'?" in script.text
    assert "'x' is no number" in script.text


def test_help_and_quit(finished: Path) -> None:
    script = tour(Replay.open(finished), "help", "quit", "next")
    assert "quit: stop." in script.written
    assert script.left == ["next"]


def test_a_seat_is_required_to_exist_and_to_be_open(running: Path) -> None:
    replay = Replay.open(running)
    require_seat(replay, PUBLIC)
    with pytest.raises(SeatRefused):
        require_seat(replay, replay.program.teams[0])
    with pytest.raises(UsageInvalid, match="did you mean 'facilitator'"):
        require_seat(replay, "facilitatr")


def test_what_if_begins_a_game_of_its_own(finished: Path, tmp_path: Path) -> None:
    replay = Replay.open(finished)
    team = next(iter(replay.program.teams))
    script = Script("go 20", f"as {team}", "branch", "last", "branch")
    Tour(replay, script.console, seat=PUBLIC, saves=tmp_path / "other").run()
    (begun,) = (tmp_path / "other").glob("*.jsonl")
    assert f"To play it: wargame resume {begun.stem}" in script.text
    assert "the game is over there" in script.text
    with Session.resume(begun) as session:
        assert session.setup.is_human(team)
        assert not session.is_over


def test_a_word_is_found_in_the_record(finished: Path) -> None:
    replay = Replay.open(finished)
    script = tour(replay, "find SEALS ITS", "find xyzzy")
    assert "seals its orders" in replay.records[replay.position - 1].text
    assert "nothing after this has 'xyzzy' in it" in script.text
