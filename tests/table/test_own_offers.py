"""Offers by each team's own numbers: what is between others leaves no trace in what it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wargame.errors import DecisionIllegal, WargameError
from wargame.kernel.view import FACILITATOR, PUBLIC
from wargame.scenario.load import load_scenario
from wargame.table.export import export
from wargame.table.session import Session
from wargame.table.setup import HUMAN, TableSetup

S400 = load_scenario("s400")
TEAMS = tuple(S400.teams)
SEAT = TEAMS[0]
TERMS = {team: [id for id, term in S400.terms.items() if term.by == team] for team in TEAMS}


def clock() -> datetime:
    return datetime(2019, 7, 12, tzinfo=UTC)


def talking(folder: Path, name: str) -> Session:
    """Returns a game of four people in which they may talk, with points for many stakes."""
    setup = TableSetup(
        scenario="s400", seed=5, seats=dict.fromkeys(TEAMS, HUMAN), facilitator="human"
    )
    session = Session.start(setup, name=name, save_dir=folder, scenario=S400, clock=clock)
    autopilot = session.autopilot()
    while S400.phases[session.client(SEAT).view().phase or next(iter(S400.phases))].does != "talk":
        if not autopilot.step():
            session.client(FACILITATOR).decide("advance")
    purses = (f"{id}.{next(iter(team.purses))} = 20" for id, team in S400.teams.items())
    session.client(FACILITATOR).decide(f'rule [{", ".join(purses)}] because "they are rich"')
    return session


def offer(session: Session, team: str, to: str, term: int) -> None:
    given, turn = TERMS[team], session.client(team).view().turn
    session.client(team).decide(f"offer {team} {to} give {given[term % len(given)]} by {turn + 1}")


def between(session: Session, act: tuple[str, int, int]) -> None:
    """Lets two others talk, of whom the one that offers has nothing to do with the team.

    What the rules refuse is left out.
    """
    what, who, number = act
    offerers = TEAMS[1], TEAMS[3]
    team = offerers[who % 2]
    to = TEAMS[2] if who < 2 else offerers[1 - who % 2]
    try:
        if what == "offer":
            offer(session, team, to, number)
        elif what == "withdraw":
            session.client(team).decide(f"withdraw {team} {number}")
        elif any(
            one.number == number and one.team in offerers
            for one in session.client(to).view().offers
        ):
            session.client(to).decide(f"answer {to} {number} {what}")
    except WargameError:
        return


OTHERS = st.tuples(
    st.sampled_from(("offer", "offer", "yes", "no", "withdraw")),
    st.integers(0, 3),
    st.integers(1, 3),
)
OWN = (
    *("make", "get", "withdraw 2", "withdraw 1", "answer 2 no", "make", "get", "answer 4 yes"),
    *("advance", "withdraw 3", "make"),
)


def own(session: Session, act: str) -> str:
    """Lets the team talk, or the phase end; returns what the team and the room are told."""
    try:
        if act == "make":
            offer(session, SEAT, TEAMS[1], 0)
        elif act == "get":
            offer(session, TEAMS[2], SEAT, 0)
        elif act == "advance":
            session.client(FACILITATOR).decide(act)
        else:
            verb, _, rest = act.partition(" ")
            session.client(SEAT).decide(f"{verb} {SEAT} {rest}")
    except WargameError as error:
        return str(error)
    return "\n".join(repr(session.client(seat).view()) for seat in (SEAT, PUBLIC))


def exported(session: Session, seat: str) -> dict[str, object]:
    """Returns what a seat reads in the save while the game goes on, but for its name."""
    return export(session.path, seat=seat) | {"save": ""}


@pytest.fixture(scope="module")
def games(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Session]]:
    """Returns the same game twice, in which people may talk."""
    folder = tmp_path_factory.mktemp("games")
    with talking(folder, "busy") as busy, talking(folder, "quiet") as quiet:
        yield busy, quiet


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(st.lists(OTHERS, max_size=1), min_size=len(OWN), max_size=len(OWN)))
def test_offers_between_others_leave_no_trace(
    acts: list[list[tuple[str, int, int]]], games: tuple[Session, Session]
) -> None:
    busy, quiet = games
    begun = busy.course.at
    assert begun == quiet.course.at
    try:
        for act, others in zip(OWN, acts, strict=True):
            for other in others:
                between(busy, other)
            told, expected = own(busy, act), own(quiet, act)
            assert told == expected
    finally:
        for game in games:
            game.client(FACILITATOR).undo(to=begun)


def test_numbers_are_counted_by_each_team_and_the_journal_keeps_its_own(tmp_path: Path) -> None:
    with talking(tmp_path, "game") as session:
        offer(session, TEAMS[2], TEAMS[3], 0)
        offer(session, TEAMS[2], SEAT, 0)
        (seen,) = session.client(SEAT).view().offers
        assert seen.number == 1
        assert [one.number for one in session.client(TEAMS[2]).view().offers] == [1, 2]
        assert [one.number for one in session.client(FACILITATOR).view().offers] == [1, 2]
        answers = [o for o in session.client(SEAT).view().options if o.kind == "answer"]
        assert {o.decision for o in answers} == {f"answer {SEAT} 1 yes", f"answer {SEAT} 1 no"}
        assert all(o.title.endswith("offer 1") for o in answers)
        with pytest.raises(DecisionIllegal, match="no open offer 2 is yours to decide"):
            session.client(SEAT).decide(f"answer {SEAT} 2 no")
        session.client(SEAT).decide(f"answer {SEAT} 1 no")
        assert session.client(FACILITATOR).history()[-1][1] == f"answer {SEAT} 2 no"
        assert session.client(SEAT).view().log[-1].text.endswith("declines offer 1")
        assert session.client(FACILITATOR).view().log[-1].text.endswith("declines offer 2")
        assert session.client(TEAMS[2]).view().log[-1].text.endswith("declines offer 2")
        # the place is free again, and the next offer has a number of its own
        offer(session, TEAMS[2], SEAT, 0)
        assert [one.number for one in session.client(SEAT).view().offers] == [2]
        session.client(FACILITATOR).undo()
        offer(session, TEAMS[2], SEAT, 0)
        assert [one.number for one in session.client(SEAT).view().offers] == [2]


def test_a_save_tells_a_seat_nothing_of_deals_between_others(tmp_path: Path) -> None:
    with talking(tmp_path, "busy") as busy, talking(tmp_path, "quiet") as quiet:
        for team in TEAMS[1], TEAMS[3]:
            offer(busy, team, TEAMS[2], 0)
        busy.client(TEAMS[2]).decide(f"answer {TEAMS[2]} 1 yes")
        for session in (busy, quiet):
            offer(session, TEAMS[2], SEAT, 0)
            session.client(SEAT).decide(f"answer {SEAT} 1 yes")
            session.client(FACILITATOR).decide("advance")
        for seat in (SEAT, PUBLIC):
            assert exported(busy, seat) == exported(quiet, seat)


def test_a_refusal_names_the_teams_own_number(tmp_path: Path) -> None:
    with talking(tmp_path, "game") as session:
        offer(session, TEAMS[2], TEAMS[3], 0)
        offer(session, TEAMS[2], SEAT, 0)
        with pytest.raises(DecisionIllegal, match="no open offer 1 is yours to decide"):
            session.client(SEAT).decide(f"withdraw {SEAT} 1")
