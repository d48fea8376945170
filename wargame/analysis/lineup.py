"""Who plays which team: `doctrine`, or `TEAM=random,TEAM=hard`."""

from __future__ import annotations

from wargame.bots import make
from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.scenario.model import Scenario
from wargame.text import clean, nearest

OTHERS = "doctrine"
"""Plays the teams that a list does not name."""


def lineup(scenario: Scenario, text: str) -> dict[str, str]:
    """Returns the name of the bot for each team; whom the list does not name, the doctrine plays.

    Raises:
        UsageInvalid: the list cannot be read or names no team.
        BotUnknown: there is no bot of that name.
    """
    if "=" not in text:
        bots = dict.fromkeys(scenario.teams, text.strip())
    else:
        bots = dict.fromkeys(scenario.teams, OTHERS)
        for part in filter(None, (part.strip() for part in text.split(","))):
            team, equals, bot = (word.strip() for word in part.partition("="))
            if not equals:
                raise UsageInvalid(
                    tr("'{text}' does not say who plays which team", text=clean(part, limit=40)),
                    remedy=tr("write TEAM=doctrine,TEAM=random"),
                )
            if team not in bots:
                raise UsageInvalid(
                    tr(
                        "there is no team '{team}'{guess}",
                        team=clean(team, limit=40),
                        guess=nearest(team, tuple(bots)),
                    ),
                    remedy=tr("one of: {known}", known=", ".join(bots)),
                )
            bots[team] = bot
    for bot in bots.values():
        make(bot, seed=0)
    return bots
