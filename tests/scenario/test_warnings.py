"""What is allowed but does nothing, or can never happen, is pointed out."""

from __future__ import annotations

import pytest

from tests.scenario.harbour import BOARD, CARDS, PLAY, TEXTS, changed, found, place
from wargame.scenario.load import inspect

IDLE = "  idle: {title: I, low: 0, high: 1, start: 0}\n  silt:\n"

# What is changed, how, what is said, and at what.
CASES = [
    (
        PLAY,
        "holds: pier != sold",
        "holds: silt < 9 or pier != sold",
        "'silt' is not seen live by fleet: the verdict will tell them",
        "silt <",
    ),
    (
        PLAY,
        "needs: pier < sold",
        "needs: trade > 10",
        "this can never be legal (compare with",
        "trade >",
    ),
    (PLAY, "when: turn > 1", "when: trade > 10", "this can never hold", "trade >"),
    (PLAY, "needs: silt > 0", "needs: silt >= 0", "this always holds (write `true`", "silt >="),
    (CARDS, "fires: turn == 2", "fires: turn < 0", "this can never hold", "turn <"),
    (
        PLAY,
        'score: "4 if trade >= 5 else 0"',
        'score: "4 if trade >= 11 else min(3, trade)"',
        "the score is never more than 3, the goal has 4 points",
        '"4 if trade',
    ),
    (
        BOARD,
        "sold: Sold}",
        "sold: Sold, lost: L}",
        "nothing ever sets 'pier' to 'lost' (add an effect",
        "lost: L",
    ),
    (BOARD, "  silt:\n", IDLE, "nothing changes 'idle' (use it, or take it out)", "idle: {"),
    (BOARD, "  silt:\n", IDLE, "nothing reads 'idle'", "idle: {"),
    (
        BOARD,
        "{title: Tides}",
        "{title: Tides}\n  wind: {title: W}",
        "nothing asks 'switch.wind'",
        "wind:",
    ),
    (
        BOARD,
        "rolls:\n",
        "rolls:\n  odd: {title: O, dice: 1, sides: 2, bands: {a: {title: A}}}\n",
        "nothing is rolled as 'odd'",
        "odd:",
    ),
    (
        BOARD,
        "claims:\n",
        "claims:\n  S2: {kind: event, voice: fact, text: t}\n",
        "nothing cites 'S2'",
        "S2:",
    ),
    (
        BOARD,
        "claims:\n",
        "claims:\n  S2: {kind: hypothesis, voice: fact, text: t}\n",
        "no hypothesis tests 'S2'",
        "S2:",
    ),
    (CARDS, "decks:\n", "decks:\n  old: {title: O}\n", "no card is in 'old'", "old: {"),
    (CARDS, "decks:\n", "decks:\n  old: {title: O}\n", "nothing draws from 'old'", "old: {"),
    (CARDS, "start: 1, limit: 2", "limit: 2", "nothing deals from 'talks'", "talks:"),
    (BOARD, "deck: news, draws", "deck: paper, draws", "no phase has its deck", None),
]


@pytest.mark.parametrize(("file", "old", "new", "words", "at"), CASES)
def test_warning(file: str, old: str, new: str, words: str, at: str | None) -> None:
    texts = changed(file, old, new)
    where = place(file, old, new, at)
    if "deck: paper" in new:
        texts[CARDS] = texts[CARDS].replace("decks:\n", "decks:\n  paper: {title: O}\n")
        where = f"{CARDS}:19:62"
    said = [line for line in found(texts) if words in line]
    assert said, "\n".join(found(texts))
    assert said[0].startswith(f"{where}: warning: {words}")


def test_a_band_out_of_reach() -> None:
    texts = changed(BOARD, "bad: {title: Bad, upto: 6}", "bad: {title: Bad, upto: 15}")
    assert (
        f"{PLAY}:41:7: warning: 'good' can never come up (change the modifiers, or the band)"
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
    assert [line.split(": ")[0] for line in lines] == [f"{CARDS}:26:7", f"{PLAY}:40:7"]
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
