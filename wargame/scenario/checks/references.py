"""Checks that every id that is named exists, and is of the right kind."""

from __future__ import annotations

from wargame.language import tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.model import Card, Cited, Move
from wargame.scenario.names import order_ids
from wargame.scenario.problems import Path
from wargame.scenario.uses import records

ALL = "all"
NONE = "none"
SOURCES = ("design", "fact")
VOICES = ("fact", "circles", "article", "design")


def check_references(survey: Survey) -> None:
    """Records a fault for every id that names nothing."""
    _check_sources(survey)
    _check_board(survey)
    _check_teams(survey)
    _check_orders(survey)
    _check_cards(survey)
    _check_play(survey)


def check_shared_ids(survey: Survey) -> None:
    """Records a fault for every id that is used twice where ids are shared."""
    scenario = survey.scenario
    board = {"teams": scenario.teams, "tracks": scenario.tracks}
    board |= {"ladders": scenario.ladders, "flags": scenario.flags}
    orders = {"moves": scenario.moves, "cards": scenario.cards, "terms": scenario.terms}
    for sections in (board, orders):
        owner: dict[str, str] = {}
        for section, ids in sections.items():
            for id in ids:
                first = owner.setdefault(id, section)
                if first != section:
                    deck = scenario.decks.get(scenario.cards[id].deck) if first == "cards" else None
                    message = (
                        tr("'{id}' is a card of '{deck}' already", id=id, deck=deck.title)
                        if deck is not None
                        else tr("'{id}' is in '{section}' already", id=id, section=first)
                    )
                    survey.fault((section, id), message, tr("choose another id"))
    for id, team in scenario.teams.items():
        for purse in team.purses:
            if purse in scenario.tracks and scenario.tracks[purse].each:
                survey.fault(
                    ("teams", id, "purses", purse),
                    tr("'{id}.{purse}' would be a purse and a track", id=id, purse=purse),
                    tr("choose another id"),
                )


def _check_sources(survey: Survey) -> None:
    known = (*SOURCES, *survey.scenario.claims)
    for path, record in records(survey.scenario):
        if isinstance(record, Cited):
            for number, claim in enumerate(record.source):
                survey.refer((*path, "source", str(number)), claim, known, "source")
            survey.refer((*path, "voice"), record.voice, VOICES, "voice")
    for id, statement in survey.scenario.claims.items():
        survey.refer(("claims", id, "voice"), statement.voice, VOICES, "voice")


def _check_board(survey: Survey) -> None:
    scenario = survey.scenario
    for section, board in (
        ("tracks", scenario.tracks),
        ("ladders", scenario.ladders),
        ("flags", scenario.flags),
    ):
        for id, thing in board.items():
            if thing.of:
                survey.refer((section, id, "of"), thing.of, scenario.teams, "team")
            _check_seen(survey, (section, id, "seen"), thing.seen)
    for id, track in scenario.tracks.items():
        survey.refer(("tracks", id, "each"), track.each, ("", "team"), "kind")
        survey.refer(("tracks", id, "good"), track.good, ("", "high", "low"), "end")
        for number, late in enumerate(track.late):
            path = ("tracks", id, "late", str(number), "team")
            survey.refer(path, late.team, scenario.teams, "team")
    for id, ladder in scenario.ladders.items():
        survey.refer(("ladders", id, "start"), ladder.start, ladder.steps, "step")


def _check_seen(survey: Survey, path: Path, seen: tuple[str, ...]) -> None:
    if seen in ((ALL,), (NONE,)):
        return
    if not seen:
        survey.fault(path, tr("nobody is named"), tr("write [none] for the facilitator alone"))
    for number, team in enumerate(seen):
        survey.refer((*path, str(number)), team, survey.scenario.teams, "team")


def _check_teams(survey: Survey) -> None:
    scenario = survey.scenario
    for id, goal in scenario.goals.items():
        survey.refer(("goals", id, "by"), goal.by, scenario.teams, "team")
    for id, agenda in scenario.agendas.items():
        if not survey.refer(("agendas", id, "by"), agenda.by, scenario.teams, "team"):
            continue
        for inner, goal in agenda.goals.items():
            if goal.by not in ("", agenda.by):
                path = ("agendas", id, "goals", inner, "by")
                survey.fault(
                    path, tr("the agenda is {team}'s", team=agenda.by), tr("leave `by` out")
                )
        known = (*survey.hands(agenda.by), *scenario.terms)
        for key in agenda.doctrine:
            what = tr("term, or order of {team},", team=agenda.by)
            survey.refer(("agendas", id, "doctrine", key), key, known, what)
    for id, team in scenario.teams.items():
        for key in team.opening.doctrine if team.opening else ():
            path = ("teams", id, "opening", "doctrine", key)
            survey.refer(path, key, tuple(survey.hands(id)), tr("order of {team}", team=id))


def _check_orders(survey: Survey) -> None:
    for id, move in survey.scenario.moves.items():
        if survey.refer(("moves", id, "by"), move.by, survey.scenario.teams, "team"):
            _check_order(survey, ("moves", id), move, (move.by,))


def _check_order(survey: Survey, path: Path, order: Move | Card, by: tuple[str, ...]) -> None:
    if order.purse:
        for team in by:
            purses = survey.scenario.teams[team].purses
            survey.refer((*path, "purse"), order.purse, purses, tr("purse of {team}", team=team))
    if order.roll:
        survey.refer((*path, "roll"), order.roll, survey.scenario.rolls, "roll")


def _check_cards(survey: Survey) -> None:
    scenario = survey.scenario
    for id, deck in scenario.decks.items():
        for number, team in enumerate(deck.to):
            survey.refer(("decks", id, "to", str(number)), team, scenario.teams, "team")
        if deck.argument and not deck.to:
            survey.fault(
                ("decks", id, "argument"),
                tr("a table deck holds no arguments"),
                tr("name teams in `to`"),
            )
    for id, card in scenario.cards.items():
        if not survey.refer(("cards", id, "deck"), card.deck, scenario.decks, "deck"):
            continue
        to = tuple(team for team in scenario.decks[card.deck].to if team in scenario.teams)
        _check_order(survey, ("cards", id), card, to)
        if card.choice is not None:
            survey.refer(("cards", id, "choice", "by"), card.choice.by, scenario.teams, "team")
        only = ("fires", "choice") if to else ("roll", "modifiers", "outcomes")
        for key in only:
            if getattr(card, key):
                survey.fault(
                    ("cards", id, key),
                    tr("'{key}' is only for table cards", key=key)
                    if to
                    else tr("'{key}' is only for hand cards", key=key),
                    tr("leave it out; the deck '{deck}' is for hands", deck=card.deck)
                    if to
                    else tr("leave it out; the deck '{deck}' is for the table", deck=card.deck),
                )


def _check_play(survey: Survey) -> None:
    scenario = survey.scenario
    orders = order_ids(scenario)
    if scenario.about.roll:
        survey.refer(("about", "roll"), scenario.about.roll, scenario.rolls, "roll")
    for id, clash in scenario.clashes.items():
        for key, named, known in (
            ("between", clash.between, orders),
            ("voids", clash.voids, clash.between),
        ):
            for number, order in enumerate(named):
                survey.refer(("clashes", id, key, str(number)), order, known, "order")
        if len(set(clash.between)) != 2:
            survey.fault(
                ("clashes", id, "between"),
                tr("a clash is between two orders"),
                tr("name two orders"),
            )
    for id, term in scenario.terms.items():
        survey.refer(("terms", id, "by"), term.by, scenario.teams, "team")
        for number, order in enumerate(term.moves):
            survey.refer(("terms", id, "moves", str(number)), order, orders, "order")
        if (term.done is None) == (term.holds is None):
            survey.fault(
                ("terms", id), tr("a promise is either done or holds"), tr("write one of the two")
            )
    upkeep = [id for id, phase in scenario.phases.items() if phase.does == "upkeep"]
    for id, rule in scenario.rules.items():
        if rule.at:
            survey.refer(("rules", id, "at"), rule.at, upkeep, "upkeep phase")
    for id, ending in scenario.endings.items():
        survey.refer(("endings", id, "at"), ending.at, ("end", "any"), "time")
