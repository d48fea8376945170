"""The page of sources: each statement of the source, what in the game carries it, how it is met."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from wargame.kernel import words
from wargame.kernel.program import Program
from wargame.language import tr, trn
from wargame.report.catalogue import statement_kind, voice
from wargame.scenario.model import (
    Agenda,
    Card,
    Cited,
    Clash,
    Ending,
    Flag,
    Formula,
    Goal,
    Hypothesis,
    Ladder,
    Modifier,
    Move,
    Rule,
    Switch,
    Team,
    Term,
    Track,
)
from wargame.scenario.problems import Path
from wargame.scenario.uses import records
from wargame.text import capital

ALWAYS = "true"


@frozen
class Carrier:
    """Is a record that cites a statement: what it is, how a player meets it and what it does."""

    path: Path
    what: str
    title: str
    met: str
    does: str

    def __str__(self) -> str:
        said = [f"**{self.what}: {self.title}**", self.met, self.does]
        return " ".join(sentence(part) for part in said if part)


def sources(program: Program) -> str:
    """Returns the page as Markdown: every statement, then everything that cites it."""
    return "\n".join(_page(program)) + "\n"


def carriers(program: Program) -> dict[str, tuple[Carrier, ...]]:
    """Returns everything that cites each statement, in the order of the sections."""
    found: dict[str, list[Carrier]] = {claim: [] for claim in program.scenario.claims}
    for path, record in records(program.scenario):
        if isinstance(record, Cited) and not found.keys().isdisjoint(record.source):
            carrier = _carrier(program, path, record)
            for claim in record.source:
                if claim in found:
                    found[claim].append(carrier)
    return {claim: tuple(held) for claim, held in found.items()}


def _page(program: Program) -> Iterator[str]:
    scenario = program.scenario
    yield tr("# {title}: what carries the source", title=scenario.about.title)
    yield ""
    yield tr(
        "Made by `wargame sources {scenario}` from its rulesets and decks; not for editing.",
        scenario=scenario.id,
    )
    yield tr(
        "Each statement of the source is followed by everything in the game that cites it: what\n"
        "it is, how a player meets it, and what it does."
    )
    cited = carriers(program)
    for id, claim in scenario.claims.items():
        yield ""
        yield f"## {id}"
        yield ""
        yield f"> {claim.text}"
        yield ""
        yield tr(
            "A statement of the kind *{kind}*, in the voice *{voice}*.",
            kind=statement_kind(claim.kind),
            voice=voice(claim.voice),
        )
        yield ""
        for carrier in cited[id]:
            yield f"- {carrier}"


def _carrier(program: Program, path: Path, record: Cited) -> Carrier:
    what, met, does = described(program, path, record)
    title = record.why if isinstance(record, Modifier) else getattr(record, "title", path[-1])
    return Carrier(path, what, title, met, does)


def described(program: Program, path: Path, record: Cited) -> tuple[str, str, str]:
    """Returns what a record is called, how it is met and what it does."""
    match record:
        case Card():
            return _card(program, record)
        case Move():
            what = tr("Move of {team}", team=_team(program, record.by))
            return what, _ordered(program, record), _done(program, record)
        case Modifier():
            order = program.order(path[1]).title
            what = tr("Modifier of {order}", order=order)
            met = tr("When the reception of {order} is rolled", order=order)
            return what, met, tr("Adds {amount}", amount=_said(program, record.add))
        case Rule():
            phase = record.at or _last_upkeep(program)
            does = _text_then(record.text, _effects(program, record.effects))
            return tr("Rule"), _upkeep(program, record, phase), does
        case Clash():
            one, other = (program.order(id).title for id in record.between)
            met = tr(
                "At the reveal, when {one} and {other} are ordered in the same turn",
                one=one,
                other=other,
            )
            return tr("Clash"), met + _if(program, record.when), _clash(program, record)
        case Term():
            return _term(program, record)
        case Ending():
            met = tr("Judged after the last turn")
            if record.at == "any":
                met = tr("Judged after any turn")
            lines = tr("{number} closing lines say who did what", number=len(record.closing))
            return tr("Ending"), met + _if(program, record.when), lines
        case Agenda():
            what = tr("Secret agenda of {team}", team=_team(program, record.by))
            aims = " ".join(f"{goal.title}: {goal.says}" for goal in record.goals.values())
            return what, tr("Dealt at the start, one a team"), aims
        case Goal():
            return _goal(program, path, record)
        case Hypothesis():
            return tr("Hypothesis"), tr("Tested over many games"), record.says
    return _board(program, record)


def _card(program: Program, card: Card) -> tuple[str, str, str]:
    deck = program.scenario.decks[card.deck]
    if deck.to:
        owners = listed([_team(program, team) for team in deck.to])
        what = tr("Hand card of {teams}", teams=owners)
        if deck.argument:
            what = tr("Argument card of {teams}", teams=owners)
        met = trn(
            "Dealt to a hand; ordered for {number} point",
            "Dealt to a hand; ordered for {number} points",
            card.cost,
        )
        does = _text_then(card.text, _done(program, card))
        return what, met + _if(program, card.needs), does
    if card.fires is not None:
        when = _said(program, card.fires)
        met = tr("Happens by itself as soon as {condition}", condition=when)
    else:
        met = tr("Drawn from the pile") + _if(program, card.needs)
    does = _effects(program, card.effects)
    if card.choice is not None:
        options = tr("; or ").join(
            f"{option.says} {_effects(program, option.effects)}".strip()
            for option in card.choice.options.values()
        )
        who = _team(program, card.choice.by)
        asked = tr("{team} is asked: {question}", team=who, question=card.choice.ask)
        does = _text_then(does, f"{asked} {options}")
    return tr("{deck} card", deck=deck.title), met, _text_then(card.text, does)


def _term(program: Program, term: Term) -> tuple[str, str, str]:
    does = ""
    if term.holds is not None:
        holds = _said(program, term.holds)
        does = tr("Broken as soon as it no longer holds that {condition}", condition=holds)
    elif term.done is not None:
        does = tr("Kept as soon as {condition}", condition=_said(program, term.done))
    what = tr("Promise of {team}", team=_team(program, term.by))
    return what, tr("Offered in a deal: {says}", says=term.says), does


def _goal(program: Program, path: Path, goal: Goal) -> tuple[str, str, str]:
    if path[0] == "agendas":
        agenda = program.scenario.agendas[path[1]]
        what = tr("Aim of the agenda {agenda}", agenda=agenda.title)
        return what, tr("Scored at the end"), goal.says
    what = tr("Core goal of {team}", team=_team(program, goal.by))
    return what, tr("Public; scored at the end"), goal.says


def _board(program: Program, record: Cited) -> tuple[str, str, str]:
    """Tells of what lies on the table from the start."""
    match record:
        case Track():
            met = f"{_span(record)}, {_seen(program, record.seen)}"
            return tr("Track"), met, record.says
        case Ladder():
            met = tr("On the board: {steps}", steps=", ".join(record.steps.values()))
            return tr("Status"), f"{met}, {_seen(program, record.seen)}", record.says
        case Flag():
            met = tr("On the board, yes or no")
            return tr("Mark"), f"{met}, {_seen(program, record.seen)}", record.says
        case Switch():
            return tr("Switch"), tr("Turned off in the set-up, as a control"), record.says
        case Team():
            return tr("Team"), tr("Its page is read before the first turn"), record.says
    return type(record).__name__, "", ""


def _span(track: Track) -> str:
    told = {"low": track.low, "high": track.high, "start": track.start}
    if track.each:
        return tr("On the board, {low} to {high}, from {start} for each team", **told)
    return tr("On the board, {low} to {high}, from {start}", **told)


def _seen(program: Program, seen: tuple[str, ...]) -> str:
    if seen == ("all",):
        return tr("seen by all")
    if seen == ("none",):
        return tr("seen by the facilitator alone")
    return tr("seen live by {teams}", teams=listed([_team(program, team) for team in seen]))


def _ordered(program: Program, move: Move) -> str:
    cost = trn("Ordered for {number} point", "Ordered for {number} points", move.cost)
    return cost + _if(program, move.needs)


def _done(program: Program, order: Move | Card) -> str:
    done = _effects(program, order.effects)
    if not order.roll:
        return done
    if not done:
        return tr("The dice settle how it is received")
    return tr("{effects}; the dice settle how it is received", effects=done)


def _upkeep(program: Program, rule: Rule, phase: str) -> str:
    title = program.scenario.phases[phase].title
    return tr("By itself in {phase}", phase=title) + _if(program, rule.when)


def _last_upkeep(program: Program) -> str:
    return [id for id, phase in program.scenario.phases.items() if phase.does == "upkeep"][-1]


def _clash(program: Program, clash: Clash) -> str:
    parts = [_effects(program, clash.effects)] if clash.effects else []
    if clash.voids:
        voids = listed([program.order(id).title for id in clash.voids])
        parts.append(tr("{orders} comes to nothing", orders=voids))
    return "; ".join(parts)


def _effects(program: Program, effects: tuple[Formula, ...]) -> str:
    return "; ".join(words.effect(program, effect) for effect in effects)


def _if(program: Program, condition: Formula) -> str:
    if condition.text == ALWAYS:
        return ""
    return tr(", if {condition}", condition=_said(program, condition))


def _said(program: Program, formula: Formula) -> str:
    parts = words.conditions(program, formula)
    if len(parts) == 1:
        return parts[0][1]
    return listed([f"({said})" if " or " in part else said for part, said in parts])


def _team(program: Program, team: str) -> str:
    return words.team_title(program, team)


def listed(names: list[str]) -> str:
    """Returns names one after the other, as one says them."""
    return tr(" and ").join(names)


def _text_then(first: str, then: str) -> str:
    return f"{sentence(first)} {then}" if first else then


def sentence(text: str) -> str:
    """Returns a text that begins with a capital and ends with a stop."""
    ended = text if text.endswith((".", "?", "!")) else f"{text}."
    return capital(ended)
