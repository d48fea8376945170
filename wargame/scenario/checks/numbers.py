"""Checks that every number lies where play can use it."""

from __future__ import annotations

from wargame.language import tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.model import Roll
from wargame.scenario.names import COUNT_LIMIT

LANGUAGE = 1
"""The version of the language that this program reads."""

TRACK_LIMIT = 999
TEAM_LIMIT = 12
"""Teams are numbered inside one column of the keys of chance (see docs/flow.md)."""


def check_numbers(survey: Survey) -> None:
    """Records a fault for every number that is out of bounds."""
    _check_about(survey)
    _check_board(survey)
    _check_teams(survey)
    _check_cards(survey)
    for id, roll in survey.scenario.rolls.items():
        _check_roll(survey, id, roll)


def _check_about(survey: Survey) -> None:
    scenario = survey.scenario
    about = scenario.about
    if about.language != LANGUAGE:
        survey.fault(
            ("about", "language"),
            tr("the scenario is written in language {language}", language=about.language),
            tr("this program reads language {newest}", newest=LANGUAGE),
        )
    survey.bounded(("about", "turns"), about.turns, 1, COUNT_LIMIT)
    survey.bounded(("about", "orders"), about.orders, 1, 9)
    survey.bounded(("about", "boosts"), about.boosts, 0, 9)
    survey.bounded(("about", "arguments"), about.arguments, 0, 3)
    survey.bounded(("about", "achieved"), about.achieved, 0, COUNT_LIMIT)
    if len(about.calendar) != about.turns:
        survey.fault(
            ("about", "calendar"),
            tr(
                "{named} turns have a name, there are {turns}",
                named=len(about.calendar),
                turns=about.turns,
            ),
            tr("name each turn"),
        )
    if len(about.calendar_inline) not in (0, about.turns):
        survey.fault(
            ("about", "calendar_inline"),
            tr(
                "{named} turns have a name, there are {turns}",
                named=len(about.calendar_inline),
                turns=about.turns,
            ),
            tr("name each turn as it is said within a sentence"),
        )
    for id, preset in scenario.presets.items():
        last = preset.turns or about.turns
        survey.bounded(("presets", id, "turns"), last, 1, about.turns)
        survey.bounded(("presets", id, "first_turn"), preset.first_turn, 1, last)
    for id, phase in scenario.phases.items():
        survey.bounded(("phases", id, "draws"), phase.draws, 0, 9)
        survey.bounded(("phases", id, "minutes"), phase.minutes, 0, 999)


def _check_board(survey: Survey) -> None:
    turns = survey.scenario.about.turns
    for id, track in survey.scenario.tracks.items():
        path = ("tracks", id)
        survey.bounded((*path, "low"), track.low, -TRACK_LIMIT, TRACK_LIMIT)
        survey.bounded((*path, "high"), track.high, track.low + 1, TRACK_LIMIT)
        survey.bounded((*path, "start"), track.start, track.low, track.high)
        if len(track.guess) not in (0, 2):
            survey.fault(
                (*path, "guess"), tr("a guess has two bounds"), tr("write [lowest, highest]")
            )
        for number, late in enumerate(track.late):
            survey.bounded((*path, "late", str(number), "turns"), late.turns, 1, turns)
    for id, ladder in survey.scenario.ladders.items():
        if len(ladder.steps) < 2:
            survey.fault(
                ("ladders", id, "steps"), tr("a ladder has two steps or more"), tr("add steps")
            )


def _check_teams(survey: Survey) -> None:
    scenario = survey.scenario
    if not 1 <= len(scenario.teams) <= TEAM_LIMIT:
        survey.fault(
            ("teams",),
            tr("there are {teams} teams", teams=len(scenario.teams)),
            tr("write 1 to {most} teams", most=TEAM_LIMIT),
        )
    for id, team in scenario.teams.items():
        if not team.purses:
            survey.fault(
                ("teams", id, "purses"), tr("a team has a purse or more"), tr("add a purse")
            )
        for purse, record in team.purses.items():
            path = ("teams", id, "purses", purse)
            survey.bounded((*path, "income"), record.income, 0, COUNT_LIMIT)
            survey.bounded((*path, "bank"), record.bank, 0, COUNT_LIMIT - record.income)
        if team.opening:
            path = ("teams", id, "opening", "turns")
            survey.bounded(path, team.opening.turns, 1, scenario.about.turns)
    for id, move in scenario.moves.items():
        survey.bounded(("moves", id, "cost"), move.cost, 0, 9)
        survey.bounded(("moves", id, "priority"), move.priority, 0, 99)
    survey.bounded(("deals", "limit"), scenario.deals.limit, 0, 99)
    survey.bounded(("deals", "stake"), scenario.deals.stake, 0, 9)
    survey.bounded(("deals", "longest"), scenario.deals.longest, 1, COUNT_LIMIT)
    for id, term in scenario.terms.items():
        survey.bounded(("terms", id, "due"), term.due, 1, scenario.deals.longest)


def _check_cards(survey: Survey) -> None:
    for id, deck in survey.scenario.decks.items():
        path = ("decks", id)
        survey.bounded((*path, "limit"), deck.limit, 1 if deck.to else 0, 20 if deck.to else 0)
        for key, number in (("start", deck.start), ("draw", deck.draw)):
            survey.bounded((*path, key), number, 0, deck.limit)
    for id, card in survey.scenario.cards.items():
        survey.bounded(("cards", id, "cost"), card.cost, 0, 9)
        survey.bounded(("cards", id, "priority"), card.priority, 0, 99)
        if card.choice is not None and len(card.choice.options) < 2:
            survey.fault(
                ("cards", id, "choice", "options"),
                tr("there is nothing to choose"),
                tr("add options"),
            )


def _check_roll(survey: Survey, id: str, roll: Roll) -> None:
    path = ("rolls", id)
    survey.bounded((*path, "dice"), roll.dice, 1, 10)
    survey.bounded((*path, "sides"), roll.sides, 2, 100)
    survey.bounded((*path, "modifiers"), roll.modifiers, 0, 20)
    survey.bounded((*path, "net"), roll.net, 0, COUNT_LIMIT)
    if not roll.bands:
        survey.fault((*path, "bands"), tr("a roll has a band or more"), tr("add bands"))
    if id == survey.scenario.about.roll and len(roll.bands) < 2:
        survey.fault(
            (*path, "bands"), tr("an argument fails or succeeds"), tr("write two bands or more")
        )
    before: int | None = None
    for number, (band, record) in enumerate(roll.bands.items(), start=1):
        place = (*path, "bands", band, "upto")
        last = number == len(roll.bands)
        if last and record.upto is not None:
            survey.fault(place, tr("the last band is open"), tr("leave its `upto` out"))
        elif not last and record.upto is None:
            survey.fault(
                place,
                tr("the band '{band}' has no `upto`", band=band),
                tr("only the last band is open"),
            )
        elif record.upto is not None and before is not None and record.upto <= before:
            survey.fault(
                place,
                tr("'upto' is {number}", number=record.upto),
                tr("write more than {before}", before=before),
            )
        before = record.upto
