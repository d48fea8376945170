from __future__ import annotations

import pytest

from tests.bots.course import COUNTRYSIDE
from wargame.analysis import ladder
from wargame.analysis.ladder import LADDER, Rung, climb, pairing
from wargame.analysis.ladder_table import row
from wargame.bots.roster import LEVELS
from wargame.errors import BotUnknown, UsageInvalid

SCENARIO = COUNTRYSIDE.scenario


def test_a_stronger_bot_is_shown_to_be_stronger() -> None:
    standing = climb(SCENARIO, Rung("doctrine", "random"), games=160, seed=1)
    assert standing.games == 160
    assert standing.low > standing.even == 1 / len(COUNTRYSIDE.teams)
    assert standing.is_met


def test_a_bot_has_an_even_share_against_its_like() -> None:
    standing = climb(SCENARIO, Rung("doctrine", "doctrine"), games=160, seed=1)
    # with the same seeds the same game is played whichever seat is called the stronger
    assert standing.low == standing.share == standing.high == standing.even
    assert not standing.is_met


def test_a_weaker_bot_meets_nothing() -> None:
    assert not climb(SCENARIO, Rung("random", "doctrine"), games=80, seed=1).is_met


def test_seats_are_rotated_over_the_same_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[tuple[int, tuple[str, ...]]] = []
    original = ladder.play_match

    def spy(program, setup, bots, *, talk):  # type: ignore[no-untyped-def]
        played.append((setup.seed, tuple(bot.name for bot in bots.values())))
        return original(program, setup, bots, talk=talk)

    monkeypatch.setattr(ladder, "play_match", spy)
    climb(SCENARIO, Rung("doctrine", "random"), games=4, seed=1)
    seats = len(COUNTRYSIDE.teams)
    for first in range(0, len(played), seats):
        games = played[first : first + seats]
        assert len({seed for seed, _ in games}) == 1
        assert sorted(names.index("doctrine") for _, names in games) == list(range(seats))
        assert all(names.count("random") == seats - 1 for _, names in games)
    assert len({seed for seed, _ in played}) == len(played) // seats


def test_the_same_seed_gives_the_same_standing_on_any_number_of_threads() -> None:
    once, again = (
        climb(SCENARIO, Rung("doctrine", "random"), games=40, seed=5, jobs=jobs) for jobs in (1, 3)
    )
    assert once == again


def test_ties_are_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    class Game:
        scores = dict.fromkeys(COUNTRYSIDE.teams, 4)

    monkeypatch.setattr(ladder, "play_match", lambda *_, **__: Game)
    standing = climb(SCENARIO, Rung("doctrine", "random"), games=8, seed=1)
    assert standing.share == standing.low == standing.high == standing.even


def test_the_ladder_has_every_level_and_five_doublings() -> None:
    pairs = [(rung.stronger, rung.weaker) for rung in LADDER]
    levels = list(LEVELS)
    assert set(zip(levels[1:], levels, strict=False)) <= set(pairs)
    doublings = [
        (int(high.removeprefix("search:")), int(low.removeprefix("search:")))
        for high, low in pairs
        if high.startswith("search:")
    ]
    assert len(doublings) == 5
    assert all(high == 2 * low for high, low in doublings)


def test_a_pairing_of_the_ladder_brings_its_target() -> None:
    assert pairing("best, random") == Rung("best", "random", 0.85, flat=True)
    assert pairing("doctrine,random") == Rung("doctrine", "random")


@pytest.mark.parametrize("text", ["hard", "hard,fair,easy", ""])
def test_a_pairing_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UsageInvalid):
        pairing(text)


def test_an_unknown_bot_is_refused() -> None:
    with pytest.raises(BotUnknown):
        pairing("hard,fiar")


def test_too_few_games_are_refused() -> None:
    with pytest.raises(UsageInvalid, match="too few"):
        climb(SCENARIO, Rung("doctrine", "random"), games=1)


def test_a_line_says_what_was_wanted_and_whether_it_is_met() -> None:
    flat = climb(SCENARIO, Rung("random", "random", 0.99, flat=True), games=8, seed=1)
    assert "99% or more" in row(flat)
    assert row(flat).endswith("missed")
