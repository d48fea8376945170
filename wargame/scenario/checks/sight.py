"""Checks that nothing that players are shown can tell them what they may not see."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.language import marked, tr
from wargame.scenario.checks.survey import Survey
from wargame.scenario.problems import Path

EVERYBODY = ("all",)


def check_sight(survey: Survey) -> None:
    """Records a fault where a guess, or what an order needs, would give a secret away."""
    scenario = survey.scenario
    everybody = tuple(scenario.teams)
    for id, track in scenario.tracks.items():
        if track.each and track.late:
            survey.fault(
                ("tracks", id, "late"),
                tr("'{id}' is a track of each team, which nobody can see late", id=id),
                tr("leave `late` out, or write a track of its own for each team"),
            )
        for number, late in enumerate(track.late):
            if track.seen == EVERYBODY or late.team in track.seen:
                survey.fault(
                    ("tracks", id, "late", str(number)),
                    tr("'{team}' sees '{id}' live already", team=late.team, id=id),
                    tr("take the team out of `seen` or of `late`"),
                )
        if track.seen != EVERYBODY and not track.guess:
            survey.fault(
                ("tracks", id, "seen"),
                tr("not everybody sees '{id}' live, and there is no guess", id=id),
                tr("add `guess: [lowest, highest]`"),
            )
        for number in range(len(track.guess)):
            path = ("tracks", id, "guess", str(number))
            _check_open(survey, path, everybody, tr("a guess is shown to all"))
    for id, move in scenario.moves.items():
        _check_open(survey, ("moves", id, "needs"), (move.by,), tr(_TELLS))
    for id, card in scenario.cards.items():
        deck = scenario.decks.get(card.deck)
        if deck is not None and deck.to:
            _check_open(survey, ("cards", id, "needs"), deck.to, tr(_TELLS))
    for id in scenario.terms:
        for key in ("done", "holds"):
            _warn_of_verdict(survey, ("terms", id, key), everybody)


_TELLS = marked("whether an order is allowed would tell")


def _check_open(survey: Survey, path: Path, teams: tuple[str, ...], why: str) -> None:
    """Records a fault for each name in a formula that one of the teams does not see live."""
    for name, blind in _unseen(survey, path, teams):
        survey.fault(
            path,
            tr(
                "'{name}' is not seen live by {teams}: {why}",
                name=name,
                teams=", ".join(blind),
                why=why,
            ),
            tr("ask only what they see; a modifier may ask anything"),
        )


def _warn_of_verdict(survey: Survey, path: Path, teams: tuple[str, ...]) -> None:
    """Records a warning where everybody would learn a secret from a promise kept or broken."""
    for name, blind in _unseen(survey, path, teams):
        survey.warn(
            path,
            tr(
                "'{name}' is not seen live by {teams}: the verdict will tell them",
                name=name,
                teams=", ".join(blind),
            ),
            tr("ask what everybody sees, or mean it to come out"),
            code="term.secret",
        )


def _unseen(survey: Survey, path: Path, teams: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Yields each name in a formula that some of the teams do not see live, with those teams."""
    formula = survey.values.get(path)
    for name in sorted(formula.names if formula else ()):
        seen = seen_live(survey, name)
        blind = [team for team in teams if seen != EVERYBODY and team not in seen]
        if blind:
            yield name, blind


def seen_live(survey: Survey, name: str) -> tuple[str, ...]:
    """Returns the teams that see live what a name stands for, or `all`."""
    scenario = survey.scenario
    first, _, second = name.partition(".")
    if first in scenario.tracks:
        return scenario.tracks[first].seen
    if first in scenario.ladders:
        return scenario.ladders[first].seen
    if first in scenario.flags:
        return scenario.flags[first].seen
    if first in scenario.teams and second in scenario.tracks:
        return scenario.tracks[second].seen
    return EVERYBODY
