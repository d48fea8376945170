"""What is allowed but does nothing, or can never happen, is pointed out."""

from __future__ import annotations

import pytest

from tests.scenario.harbour import BOARD, CARDS, PLAY, TEXTS, changed, found
from wargame.scenario.load import inspect

CASES = [
    (PLAY, "needs: pier < sold", "needs: trade > 10", f"{PLAY}:36:12", "this can never be legal"),
    (PLAY, "when: turn > 1", "when: trade > 10", f"{PLAY}:50:11", "this can never hold"),
    (PLAY, "needs: silt > 0", "needs: silt >= 0", f"{PLAY}:27:12", "this always holds (write `true`"),
    (CARDS, "fires: turn == 2", "fires: turn < 0", f"{CARDS}:18:62", "this can never hold"),
    (BOARD, "sold: Sold}", "sold: Sold, lost: L}", f"{BOARD}:60:49", "nothing ever sets 'pier' to 'lost'"),
    (BOARD, "  silt:\n", "  idle: {title: I, low: 0, high: 1, start: 0}\n  silt:\n", f"{BOARD}:45:3", "nothing changes 'idle'"),
    (BOARD, "  silt:\n", "  idle: {title: I, low: 0, high: 1, start: 0}\n  silt:\n", f"{BOARD}:45:3", "nothing reads 'idle'"),
    (BOARD, "{title: Tides}", "{title: Tides}\n  wind: {title: W}", f"{BOARD}:23:3", "nothing asks 'switch.wind'"),
    (BOARD, "rolls:\n", "rolls:\n  odd: {title: O, dice: 1, sides: 2, bands: {all_of_it: {title: A}}}\n", f"{BOARD}:24:3", "nothing is rolled as 'odd'"),
    (BOARD, "claims:\n", "claims:\n  S2: {kind: event, voice: fact, text: t}\n", f"{BOARD}:67:3", "nothing cites 'S2'"),
    (CARDS, "  news: {title: News}\n", "  news: {title: News}\n  old: {title: O}\n", f"{CARDS}:3:3", "no card is in 'old'"),
    (CARDS, "  news: {title: News}\n", "  news: {title: News}\n  old: {title: O}\n", f"{CARDS}:3:3", "nothing draws from 'old'"),
    (CARDS, "start: 1, limit: 2", "limit: 2", f"{CARDS}:4:3", "nothing deals from 'talks'"),
    (CARDS, "{deck: news, title: Calm", "{deck: old, title: Calm", f"{CARDS}:18:64", "no phase has its deck"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "place", "words"), CASES)
def test_warning(file: str, old: str, new: str, place: str, words: str) -> None:
    texts = changed(file, old, new)
    if "deck: old" in new:
        texts[CARDS] = texts[CARDS].replace("decks:\n", "decks:\n  old: {title: O}\n")
        place = place.replace(":18:64", ":19:61")
    said = [line for line in found(texts) if words in line]
    assert said, "\n".join(found(texts))
    assert said[0].startswith(f"{place}: warning: {words}")


def test_a_band_out_of_reach() -> None:
    texts = changed(BOARD, "bad: {title: Bad, upto: 6}", "bad: {title: Bad, upto: 15}")
    assert (
        f"{PLAY}:42:7: warning: 'good' can never come up (change the modifiers, or the band)"
        in (found(texts))
    )
    # Two dice, a modifier of one and two boosts make fifteen at most.
    texts = changed(BOARD, "bad: {title: Bad, upto: 6}", "bad: {title: Bad, upto: 14}")
    assert [line for line in found(texts) if PLAY in line] == []
    # The sum of modifiers and boosts is cut.
    texts[BOARD] = texts[BOARD].replace("sides: 6\n", "sides: 6\n    net: 2\n")
    assert [line for line in found(texts) if PLAY in line] != []


def test_a_lowest_band_out_of_reach() -> None:
    texts = changed(BOARD, "bad: {title: Bad, upto: 6}", "bad: {title: Bad, upto: 1}")
    lines = found(texts)
    assert [line.split(": ")[0] for line in lines] == [f"{CARDS}:26:7", f"{PLAY}:41:7"]
    texts[PLAY] = texts[PLAY].replace('"1 if trade < 3 else 0"', '"0 - 1"')
    assert [line.split(": ")[0] for line in found(texts)] == [f"{CARDS}:26:7"]


def test_warnings_do_not_keep_a_scenario_from_being_played() -> None:
    texts = changed(BOARD, "{title: Tides}", "{title: Tides}\n  wind: {title: W}")
    scenario, problems = inspect(texts, "harbour")
    assert scenario is not None
    assert [problem.code for problem in problems] == ["scenario.unread"]


def test_faults_come_before_warnings() -> None:
    texts = changed(BOARD, "{title: Tides}", "{title: Tides}\n  wind: {title: W}")
    texts[PLAY] = texts[PLAY].replace("needs: silt > 0", "needs: slit > 0")
    assert [problem.level for problem in inspect(texts, "harbour")[1]] == ["fault", "warning"]


def test_there_is_nothing_to_warn_of() -> None:
    assert found(TEXTS) == []
