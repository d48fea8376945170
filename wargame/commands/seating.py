"""Who holds which seat, read from the options of `wargame play`."""

from __future__ import annotations

from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.scenario.model import Scenario
from wargame.table.setup import HUMAN
from wargame.text import clean, nearest

FACILITATOR_KINDS = ("auto", "human")


def seats_of(
    scenario: Scenario, *, seat: str | None, seats: str | None, bots: str, wanted: bool = False
) -> dict[str, str]:
    """Returns who holds each team's seat: `human` or the name of a bot.

    `seats` goes before `seat`; a team that neither names is held by `bots`, or by people if
    neither is given. `wanted` says that the bots were asked for by name.

    Raises:
        UsageInvalid: a team is unknown, the list cannot be read, or no seat is left for bots that
            are wanted.
    """
    named = set()
    held = dict.fromkeys(scenario.teams, bots if seat or seats else HUMAN)
    if seat:
        held[_team(scenario, seat)] = HUMAN
        named.add(seat)
    for part in filter(None, (seats or "").split(",")):
        team, equals, who = (piece.strip() for piece in part.partition("="))
        if not equals or not who:
            raise UsageInvalid(
                tr("'{word}' does not say who holds a seat", word=clean(part, limit=40)),
                remedy=tr("write --seats TEAM=human,TEAM=doctrine"),
            )
        held[_team(scenario, team)] = who
        named.add(team)
    if wanted and (not named or named == set(scenario.teams)):
        raise UsageInvalid(
            tr("the bots '{bots}' would hold no seat", bots=clean(bots, limit=40)),
            remedy=tr("take a seat with --seat TEAM; they hold the others"),
        )
    return held


def _team(scenario: Scenario, id: str) -> str:
    if id not in scenario.teams:
        word = clean(id, limit=40)
        raise UsageInvalid(
            tr(
                "there is no team '{word}'{nearest}",
                word=word,
                nearest=nearest(word, list(scenario.teams)),
            ),
            remedy=tr("the teams are {teams}", teams=", ".join(scenario.teams)),
        )
    return id
