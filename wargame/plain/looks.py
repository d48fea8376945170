"""Commands that only look: each is a word and what it shows; none of them changes the game."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from wargame.errors import UsageInvalid
from wargame.kernel.view import TeamView, View
from wargame.language import tr
from wargame.plain import (
    board,
    choices,
    compare,
    deals,
    dossier,
    press,
    record,
    reference,
    topics,
    why,
)
from wargame.plain.relations import relations
from wargame.scenario.model import Scenario


@frozen
class Look:
    """Is what a command that looks has before it: a seat's view, the rules, the words typed."""

    view: View
    scenario: Scenario
    rest: str = ""

    @property
    def own(self) -> TeamView:
        """Returns the seat's own team.

        Raises:
            UsageInvalid: the seat is no team's.
        """
        for team in self.view.teams:
            if team.id == self.view.seat:
                return team
        raise UsageInvalid(
            tr("this seat has no team"), remedy=tr("'teams' and 'board' show everybody's")
        )


def _brief(look: Look) -> Iterator[str]:
    if look.view.seat in look.scenario.teams:
        yield f"{look.own.title}. {look.own.says}"
        yield look.own.brief
    else:
        yield look.scenario.about.brief or look.scenario.about.summary
        yield from (tr("To learn: {aim}", aim=aim) for aim in look.scenario.about.learning)
        yield from (tr("To ask: {question}", question=q) for q in look.scenario.about.questions)


def _odds(look: Look) -> Iterator[str]:
    if not look.rest:
        raise UsageInvalid(
            tr("odds of what"), remedy=tr("'odds NUMBER', as 'options' numbers them")
        )
    return choices.odds(choices.option_of(look.view, look.rest))


def _injects(look: Look) -> Iterator[str]:
    for number, card in enumerate(look.view.injects, 1):
        yield f"{number}. {card.title} ({card.id}). {card.text}"
    if not look.view.injects:
        yield tr("There are no cards that this seat could bring in.")


def _health(look: Look) -> Iterator[str]:
    health = look.view.health
    if health is None:
        yield tr("Only the facilitator sees the state of the record.")
    else:
        yield tr(
            "Save: {save}. {records} records, {line} on this line of play.",
            save=health.save,
            records=health.records,
            line=health.line,
        )
        yield tr("Last record: {head}, written {time}.", head=health.head, time=health.saved_at)


LOOKS: dict[str, Callable[[Look], Iterable[str]]] = {
    "board": lambda look: board.board(look.view),
    "relations": lambda look: relations(look.view),
    "paper": lambda look: press.lines(look.view),
    "phase": lambda look: board.phases(look.view),
    "teams": lambda look: board.teams(look.view),
    "hand": lambda look: board.hand(look.own),
    "purses": lambda look: board.purse_lines(look.own),
    "goals": lambda look: board.goals(look.view),
    "brief": _brief,
    "options": lambda look: choices.options(look.view, look.rest),
    "odds": _odds,
    "compare": lambda look: compare.lines(look.view),
    "dossier": lambda look: dossier.lines(look.view, look.rest),
    "offers": lambda look: deals.offers(look.view),
    "terms": lambda look: deals.terms(look.view),
    "changes": lambda look: record.changes(look.view),
    "why": lambda look: why.why(look.view, look.scenario, look.rest),
    "log": lambda look: record.log(look.view, look.rest),
    "messages": lambda look: record.messages(look.view),
    "scores": lambda look: board.ending(look.view) if look.view.ending else board.goals(look.view),
    "injects": _injects,
    "health": _health,
    "rules": lambda look: reference.rules(look.scenario),
    "glossary": lambda look: reference.glossary(look.scenario, look.rest),
    "find": lambda look: reference.search(look.scenario, look.rest),
    "show": lambda look: reference.entry(look.scenario, look.rest),
    "help": lambda look: topics.topic(look.rest),
}
