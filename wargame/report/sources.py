"""The page of sources: each statement of the source, what in the game carries it, how it is met."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from wargame.kernel import words
from wargame.kernel.program import Program
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
    yield f"# {scenario.about.title}: what carries the source"
    yield ""
    yield f"Made by `wargame sources {scenario.id}` from its rulesets and decks; not for editing."
    yield "Each statement of the source is followed by everything in the game that cites it: what"
    yield "it is, how a player meets it, and what it does."
    cited = carriers(program)
    for id, claim in scenario.claims.items():
        yield ""
        yield f"## {id}"
        yield ""
        yield f"> {claim.text}"
        yield ""
        yield f"A statement of the kind *{claim.kind}*, in the voice *{claim.voice}*."
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
            what = f"Move of {_team(program, record.by)}"
            return what, _ordered(program, record), _done(program, record)
        case Modifier():
            title = program.order(path[1]).title
            met = f"When the reception of {title} is rolled"
            return f"Modifier of {title}", met, f"Adds {_said(program, record.add)}"
        case Rule():
            phase = record.at or _last_upkeep(program)
            does = _text_then(record.text, _effects(program, record.effects))
            return "Rule", _upkeep(program, record, phase), does
        case Clash():
            one, other = (program.order(id).title for id in record.between)
            met = f"At the reveal, when {one} and {other} are ordered in the same turn"
            return "Clash", met + _if(program, record.when), _clash(program, record)
        case Term():
            return _term(program, record)
        case Ending():
            when = "after any turn" if record.at == "any" else "after the last turn"
            met = f"Judged {when}" + _if(program, record.when)
            return "Ending", met, f"{len(record.closing)} closing lines say who did what"
        case Agenda():
            what = f"Secret agenda of {_team(program, record.by)}"
            aims = " ".join(f"{goal.title}: {goal.says}" for goal in record.goals.values())
            return what, "Dealt at the start, one a team", aims
        case Goal():
            return _goal(program, path, record)
        case Hypothesis():
            return "Hypothesis", "Tested over many games", record.says
    return _board(program, record)


def _card(program: Program, card: Card) -> tuple[str, str, str]:
    deck = program.scenario.decks[card.deck]
    if deck.to:
        owners = _listed([_team(program, team) for team in deck.to])
        what = f"{'Argument' if deck.argument else 'Hand'} card of {owners}"
        does = _text_then(card.text, _done(program, card))
        return what, "Dealt to a hand; " + _ordered(program, card), does
    if card.fires is not None:
        met = f"Happens by itself as soon as {_said(program, card.fires)}"
    else:
        met = "Drawn from the pile" + _if(program, card.needs)
    does = _effects(program, card.effects)
    if card.choice is not None:
        options = "; or ".join(
            f"{option.says} {_effects(program, option.effects)}".strip()
            for option in card.choice.options.values()
        )
        who = _team(program, card.choice.by)
        asked = f"{who} is asked: {card.choice.ask} {options}"
        does = _text_then(does, asked)
    return f"{deck.title} card", met, _text_then(card.text, does)


def _term(program: Program, term: Term) -> tuple[str, str, str]:
    promise = term.done if term.holds is None else term.holds
    kind = "Kept as soon as" if term.holds is None else "Broken as soon as it no longer holds that"
    does = f"{kind} {_said(program, promise)}" if promise else ""
    return f"Promise of {_team(program, term.by)}", f"Offered in a deal: {term.says}", does


def _goal(program: Program, path: Path, goal: Goal) -> tuple[str, str, str]:
    if path[0] == "agendas":
        agenda = program.scenario.agendas[path[1]]
        return f"Aim of the agenda {agenda.title}", "Scored at the end", goal.says
    return f"Core goal of {_team(program, goal.by)}", "Public; scored at the end", goal.says


def _board(program: Program, record: Cited) -> tuple[str, str, str]:
    """Tells of what lies on the table from the start."""
    match record:
        case Track():
            met = f"On the board, {record.low} to {record.high}, {_start(program, record)}"
            return "Track", met + _seen(program, record.seen), record.says
        case Ladder():
            met = f"On the board: {', '.join(record.steps.values())}"
            return "Status", met + _seen(program, record.seen), record.says
        case Flag():
            return "Mark", "On the board, yes or no" + _seen(program, record.seen), record.says
        case Switch():
            return "Switch", "Turned off in the set-up, as a control", record.says
        case Team():
            return "Team", "Its page is read before the first turn", record.says
    return type(record).__name__, "", ""


def _start(program: Program, track: Track) -> str:
    return f"from {track.start}" + (" for each team" if track.each else "")


def _seen(program: Program, seen: tuple[str, ...]) -> str:
    if seen == ("all",):
        return ", seen by all"
    if seen == ("none",):
        return ", seen by the facilitator alone"
    return f", seen live by {_listed([_team(program, team) for team in seen])}"


def _ordered(program: Program, order: Move | Card) -> str:
    cost = f"ordered for {order.cost} point{'' if order.cost == 1 else 's'}"
    return cost + _if(program, order.needs)


def _done(program: Program, order: Move | Card) -> str:
    done = _effects(program, order.effects)
    if not order.roll:
        return done
    rolled = "the dice settle how it is received"
    return f"{done}; {rolled}" if done else rolled.capitalize()


def _upkeep(program: Program, rule: Rule, phase: str) -> str:
    return f"By itself in {program.scenario.phases[phase].title}" + _if(program, rule.when)


def _last_upkeep(program: Program) -> str:
    return [id for id, phase in program.scenario.phases.items() if phase.does == "upkeep"][-1]


def _clash(program: Program, clash: Clash) -> str:
    done = _effects(program, clash.effects)
    void = _listed([program.order(id).title for id in clash.voids])
    return "; ".join(part for part in (done, f"{void} comes to nothing" if void else "") if part)


def _effects(program: Program, effects: tuple[Formula, ...]) -> str:
    return "; ".join(words.effect(program, effect) for effect in effects)


def _if(program: Program, condition: Formula) -> str:
    return "" if condition.text == ALWAYS else f", if {_said(program, condition)}"


def _said(program: Program, formula: Formula) -> str:
    parts = [said for _, said in words.conditions(program, formula)]
    if len(parts) == 1:
        return parts[0]
    return " and ".join(f"({part})" if " or " in part else part for part in parts)


def _team(program: Program, team: str) -> str:
    return words.team_title(program, team)


def _listed(names: list[str]) -> str:
    return " and ".join(names)


def _text_then(first: str, then: str) -> str:
    return f"{sentence(first)} {then}" if first else then


def sentence(text: str) -> str:
    """Returns a text that begins with a capital and ends with a stop."""
    ended = text if text.endswith((".", "?", "!")) else f"{text}."
    return ended[0].upper() + ended[1:]
