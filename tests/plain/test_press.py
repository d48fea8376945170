"""The front page: what the press makes of a turn from nothing but what all may see."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.plain.test_why import change
from tests.plain.views import team, view
from wargame.kernel.view import Change, Delta, EndingView, Gauge
from wargame.plain.press import PAPER, STORIES, front_page, lines, reading
from wargame.scenario.board import Board, Press, Reading, Words

TEAMS = (team("north"), team("south"))


def moved(before: str, after: str) -> tuple[Delta, ...]:
    return (Delta(gauge="lake", title="Lake", before=before, after=after),)


def of_turn(turn: int, kind: str, title: str, before: str, after: str, **given: object) -> Change:
    return evolve(
        change(1, kind, title, deltas=moved(before, after), **given), turn=turn, says=f"{title}!"
    )


def test_there_is_no_paper_before_a_turn_has_ended() -> None:
    assert (
        front_page(view(turn=1, teams=TEAMS, changes=(of_turn(1, "move", "Dig", "1", "9"),)))
        is None
    )
    assert list(lines(view(turn=1))) == ["No turn has ended yet, so there is no paper."]


def test_the_weightiest_story_leads_and_an_act_is_one_story_with_its_outcome() -> None:
    changes = (
        of_turn(2, "event", "Rain", "4", "5"),
        of_turn(2, "move", "Dig", "\u22122", "1", team="north"),
        of_turn(2, "outcome", "Dig", "1", "2", team="north"),
        of_turn(2, "rule", "Mud", "0", "1"),
        of_turn(2, "clash", "Two hands", "Shut", "Open"),
        of_turn(3, "event", "Tomorrow", "0", "9"),
        evolve(of_turn(2, "reveal", "Dig", "0", "1"), deltas=()),
    )
    page = front_page(view(turn=3, teams=TEAMS, changes=changes))
    assert page is not None
    assert (page.paper, page.turn) == (PAPER, 2)
    assert [story.title for story in page.stories] == ["Dig", "Two hands", "Rain", "Mud"]
    assert page.stories[0].team == "North"
    assert page.stories[0].says == "Dig! Dig!"
    assert len(page.stories[0].deltas) == 2


def test_the_paper_of_the_last_turn_comes_with_the_ending() -> None:
    ended = EndingView(id="end", title="End", closing=(), source=())
    shown = view(turn=3, changes=(of_turn(3, "event", "Rain", "4", "5"),), ending=ended)
    page = front_page(shown)
    assert page is not None
    assert page.turn == 3


def test_a_page_holds_only_so_many_stories() -> None:
    changes = tuple(of_turn(1, "event", f"News {n}", "0", str(n)) for n in range(1, 12))
    page = front_page(view(turn=2, changes=changes))
    assert page is not None
    assert len(page.stories) == STORIES
    assert page.stories[0].title == "News 11"


@pytest.mark.parametrize(("value", "said"), [(0, "calm"), (3, "calm"), (4, "storm"), (None, "")])
def test_the_press_reads_the_crisis_from_a_track_that_it_sees(value: int | None, said: str) -> None:
    words = (Words(says="calm", upto=3), Words(says="storm"))
    board = Board(reading=Reading(track="lake", words=words), press=Press(title="The Post"))
    gauge = Gauge(
        id="lake",
        title="Lake",
        kind="track",
        of="",
        says="",
        low=0,
        high=9,
        value=value,
        text=str(value),
        before=value,
        late=0,
        steps=(),
        good="",
        source=(),
    )
    assert reading(view(board=board, gauges=(gauge,))) == said
    assert reading(view(gauges=(gauge,))) == ""
    told = list(
        lines(
            view(
                turn=2, board=board, gauges=(gauge,), changes=(of_turn(1, "event", "A", "1", "2"),)
            )
        )
    )
    assert told[0] == "The Post, after turn 1."
    assert (f"It calls the crisis: {said}." in told) == bool(said)
