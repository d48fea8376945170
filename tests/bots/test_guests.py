"""Bots that other packages bring: found by entry point, in folders as pip leaves them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bots.course import COUNTRYSIDE
from wargame.bots import make
from wargame.bots.guests import guests, host_of
from wargame.bots.match import play_match
from wargame.errors import BotUnknown
from wargame.kernel.setup import Setup

Bring = Callable[[str], None]

VISITOR = '''
from wargame.kernel.decisions import Seal

class Visitor:
    """Orders nothing."""

    def __init__(self, name, seed):
        self.name, self.seed = name, seed

    def decide(self, seen):
        return Seal(seen.seat)

    def talk(self, seen):
        return ()

def visitor(argument, *, seed):
    return Visitor("visitor" if argument is None else f"visitor:{argument}", seed)
'''


@pytest.fixture
def bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bring:
    """Returns what installs a package that brings the bot `visitor`, with that entry point."""

    def install(value: str) -> None:
        home = tmp_path / "site"
        about = home / "visiting-1.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: visiting\nVersion: 1\n")
        (about / "entry_points.txt").write_text(f"[wargame.bots]\nvisitor = {value}\n")
        (home / "wargame_visiting.py").write_text(VISITOR)
        monkeypatch.syspath_prepend(str(home))

    return install


def test_a_guest_is_made_by_its_name_and_argument(bring: Bring) -> None:
    bring("wargame_visiting:visitor")
    assert "visitor" in guests()
    assert make("visitor", seed=7).name == "visitor"
    assert make("visitor:deep:3", seed=7).name == "visitor:deep:3"
    assert make("visitor:", seed=7).name == "visitor:"


def test_a_guest_plays_a_match(bring: Bring) -> None:
    bring("wargame_visiting:visitor")
    bots = {team: make("doctrine", seed=1) for team in COUNTRYSIDE.teams}
    seat = COUNTRYSIDE.teams[0]
    bots[seat] = make("visitor", seed=1)
    game = play_match(COUNTRYSIDE, Setup(seed=1), bots)
    assert not any(turn.orders for turn in game.turns if turn.team == seat)


@pytest.mark.parametrize("value", ["wargame_visiting:nobody", "wargame_gone:visitor"])
def test_a_broken_package_is_named(bring: Bring, value: str) -> None:
    bring(value)
    with pytest.raises(BotUnknown, match="the bot 'visitor' cannot be loaded") as caught:
        make("visitor", seed=1)
    assert value in caught.value.remedy


def test_guests_are_among_those_that_are_offered(bring: Bring) -> None:
    bring("wargame_visiting:visitor")
    with pytest.raises(BotUnknown, match="did you mean 'visitor'") as caught:
        make("visiter", seed=1)
    assert "visitor" in caught.value.remedy


def test_where_nobody_brings_it_there_is_no_such_bot() -> None:
    assert host_of("visitor") is None
    with pytest.raises(BotUnknown, match="there is no bot 'visitor'"):
        make("visitor", seed=1)
