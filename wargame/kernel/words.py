"""Puts formulas and decisions into words: titles instead of ids, for people."""

from __future__ import annotations

import ast
import re

from wargame.errors import FormulaError
from wargame.kernel import decisions as d
from wargame.kernel.program import Program
from wargame.kernel.settled import settled
from wargame.kernel.setup import State
from wargame.scenario.model import Formula

MINUS = "\N{MINUS SIGN}"


def title_of(program: Program, name: str) -> str:
    """Returns what people call a name of the formula language."""
    scenario = program.scenario
    head, _, tail = name.partition(".")
    for records in (scenario.tracks, scenario.ladders, scenario.flags):
        if head in records and not tail:
            return records[head].title
    if head in scenario.ladders:
        return f"{scenario.ladders[head].title}: {scenario.ladders[head].steps[tail]}"
    if head in scenario.teams:
        team = scenario.teams[head]
        if tail in team.purses:
            return f"{team.title}: {team.purses[tail].title}"
        if tail in scenario.tracks:
            return f"{team.title}: {scenario.tracks[tail].title}"
        return f"{team.title}: promises {tail}"
    if head in ("actor", "other"):
        who = "the promiser" if head == "actor" else "the other side"
        return f"{scenario.tracks[tail].title} of {who}"
    if head in ("ordered", "times", "last"):
        return _quoted(program.order(tail).title)
    if head == "played":
        return _quoted(scenario.cards[tail].title)
    if head == "switch":
        return scenario.switches[tail].title
    if head == "draws":
        return f"cards from {scenario.decks[tail].title}"
    return {"turn": "turn", "last_turn": "the last turn"}.get(name, name)


def effects(program: Program, formulas: tuple[Formula, ...], state: State) -> tuple[str, ...]:
    """Returns effects in words, without those that come to nothing as the board stands."""
    return tuple(
        effect(program, formula, state)
        for formula in formulas
        if not _is_idle(program, formula, state)
    )


def _is_idle(program: Program, formula: Formula, state: State) -> bool:
    """Tells whether an effect would add nothing to what it names."""
    match = _EFFECT.fullmatch(formula.text)
    if match is None or match[2] == "=" or match[3].lstrip("-").isdigit():
        return False
    tree = settled(program, _parse(match[3]), state)
    if isinstance(tree, ast.IfExp) and ast.unparse(tree.orelse) == "0":
        amount = ast.unparse(tree.body).lstrip("-")
    else:
        amount = ""
    # a plain amount is said with its condition
    return not amount.isdigit() and program.value(match[3], state) == 0


_EFFECT = re.compile(r"\s*([a-z0-9_.]+)\s*(=|\+=|-=)\s*(.+?)\s*", re.DOTALL)
"""An effect: what it changes, how, and by what."""


def _quoted(title: str) -> str:
    return f"\N{LEFT SINGLE QUOTATION MARK}{title}\N{RIGHT SINGLE QUOTATION MARK}"


def effect(program: Program, formula: Formula, state: State | None = None) -> str:
    """Returns an effect in words, such as `Reservoir -2` or `Gate: Open`.

    With a state that the reader knows, an amount that depends on the board is worked out.
    """
    match = _EFFECT.fullmatch(formula.text)
    if match is None:
        return formula.text
    name, operator, rest = match.groups()
    title = title_of(program, name)
    words = _Words(program, name)
    if operator == "=":
        return f"{title}: {words.text(rest)}"
    sign = "+" if operator == "+=" else MINUS
    tree = _parse(rest)
    if state is not None:
        tree = settled(program, tree, state)
        rest = ast.unparse(tree)
    if rest.lstrip("-").isdigit():
        return f"{rest} {title}" if name.startswith("draws.") else f"{title} {_signed(sign, rest)}"
    if isinstance(tree, ast.IfExp) and ast.unparse(tree.orelse) == "0":
        amount = ast.unparse(tree.body)
        if amount.lstrip("-").isdigit():
            return f"{title} {_signed(sign, amount)} if {words.say(tree.test)}"
    if state is None:
        return f"{title} {sign}({words.text(rest)})"
    amount = f"{title} {_signed(sign, str(program.value(rest, state)))}"
    said = words.text(rest)
    return f"{amount} ({said})" if len(said) <= SHORT else f"{amount} as things stand"


SHORT = 40
"""Characters of a formula in words that still explain more than they hide."""


def _signed(sign: str, amount: str) -> str:
    """Returns an amount with its sign: taking away -2 is adding 2."""
    if amount.startswith("-"):
        return (MINUS if sign == "+" else "+") + amount[1:]
    return sign + amount


def amount(program: Program, formula: Formula) -> str:
    """Returns an amount in words, such as `+1 if Gate is Open`."""
    said = _Words(program).text(formula.text)
    return f"+{said}" if said[:1].isdigit() else said


def conditions(program: Program, formula: Formula) -> tuple[tuple[str, str], ...]:
    """Returns the parts of a condition that must all hold: formula text and words of each."""
    tree = _parse(formula.text)
    parts = tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]
    return tuple((ast.unparse(part), _Words(program).say(part)) for part in parts)


def _parse(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


_COMPARE = {
    ast.Eq: "is",
    ast.NotEq: "is not",
    ast.Lt: "below",
    ast.LtE: "at most",
    ast.Gt: "above",
    ast.GtE: "at least",
}
_ARITHMETIC = {
    ast.Add: "+",
    ast.Sub: MINUS,
    ast.Mult: "\N{MULTIPLICATION SIGN}",
    ast.FloorDiv: "/",
    ast.Mod: "mod",
}


class _Words:
    """Turns one formula into words; `target` is the name it is assigned to, if any."""

    def __init__(self, program: Program, target: str = "") -> None:
        self.program = program
        self.ladder = target if target in program.scenario.ladders else ""

    def text(self, text: str) -> str:
        return self.say(_parse(text))

    def say(self, node: ast.expr) -> str:
        match node:
            case ast.Constant():
                return str(node.value)
            case ast.Name() | ast.Attribute():
                return self._name(node)
            case ast.UnaryOp(op=ast.Not()):
                return f"not {self._wrapped(node.operand)}"
            case ast.UnaryOp():
                return MINUS + self._wrapped(node.operand)
            case ast.BoolOp():
                word = " and " if isinstance(node.op, ast.And) else " or "
                return word.join(self._wrapped(value) for value in node.values)
            case ast.BinOp():
                left, right = self._wrapped(node.left), self._wrapped(node.right)
                return f"{left} {_ARITHMETIC[type(node.op)]} {right}"
            case ast.Compare():
                return self._compare(node)
            case ast.IfExp():
                return self._choice(node)
            case ast.Call():
                arguments = ", ".join(self.say(argument) for argument in node.args)
                name = ast.unparse(node.func)
                words = {"min": "the least of", "max": "the most of", "count": "how many of"}
                return f"{words.get(name, name)} ({arguments})"
        raise FormulaError(f"cannot say {ast.dump(node)}")

    def _wrapped(self, node: ast.expr) -> str:
        said = self.say(node)
        return f"({said})" if isinstance(node, ast.BoolOp | ast.BinOp | ast.IfExp) else said

    def _choice(self, node: ast.IfExp) -> str:
        said = f"{self.say(node.body)} if {self.say(node.test)}"
        if isinstance(node.orelse, ast.Constant) and node.orelse.value == 0:
            return said
        return f"{said}, else {self.say(node.orelse)}"

    def _name(self, node: ast.expr) -> str:
        name = ast.unparse(node)
        scenario = self.program.scenario
        if self.ladder and name in scenario.ladders[self.ladder].steps:
            return scenario.ladders[self.ladder].steps[name]
        if name in ("true", "false"):
            return "yes" if name == "true" else "no"
        head, _, tail = name.partition(".")
        title = title_of(self.program, name)
        if head in scenario.ladders and tail:
            return f"{scenario.ladders[head].title} is {scenario.ladders[head].steps[tail]}"
        suffix = {
            "ordered": "ordered this turn",
            "times": "times carried out",
            "last": "last turn of",
            "played": "has happened",
            "switch": "is in play",
        }.get(head, "")
        if head == "last" and tail:
            return f"{suffix} {title}"
        return f"{title} {suffix}".rstrip()

    def _compare(self, node: ast.Compare) -> str:
        ladders = self.program.scenario.ladders
        names = [ast.unparse(part) for part in (node.left, *node.comparators)]
        known = next((name for name in names if name in ladders), "")
        inner = _Words(self.program, known) if known else self
        if len(node.ops) == 1:
            head, _, tail = names[0].partition(".")
            if head == "times" and tail and names[1] == "0":
                title = title_of(self.program, names[0])
                done = isinstance(node.ops[0], ast.Gt | ast.NotEq)
                return f"{title} has {'' if done else 'not '}been carried out"
        said = inner.say(node.left)
        for operator, right in zip(node.ops, node.comparators, strict=True):
            said += f" {_COMPARE[type(operator)]} {inner.say(right)}"
        return said


def team_title(program: Program, team: str) -> str:
    """Returns a team's title, or the name itself for seats that are no team."""
    teams = program.scenario.teams
    return teams[team].title if team in teams else team


def patch(program: Program, changes: d.Patch) -> str:
    """Returns a patch in words."""
    return "; ".join(effect(program, Formula(str(adjust))) for adjust in changes)


def decision(program: Program, made: d.Decision) -> str:
    """Returns one line that says what was decided."""
    scenario = program.scenario
    match made:
        case d.Deal():
            agenda = scenario.agendas[made.agenda].title
            return f"{team_title(program, made.team)} is dealt the agenda {agenda}"
        case d.Draw(card=card, team=""):
            return f"Drawn: {scenario.cards[card].title}"
        case d.Draw():
            return f"{team_title(program, made.team)} is dealt {scenario.cards[made.card].title}"
        case d.Roll():
            return f"Dice: {' '.join(map(str, made.faces))} = {sum(made.faces)}"
        case d.Choose():
            return f"{team_title(program, made.team)} chooses: {made.option.replace('_', ' ')}"
        case d.Order():
            boost = f", +{made.boost} on the roll" if made.boost else ""
            return (
                f"{team_title(program, made.team)} orders {program.order(made.order).title}{boost}"
            )
        case d.Argue():
            argued = f"{team_title(program, made.team)} argues: {made.claim}"
            if not made.reasons:
                return argued
            stop = "" if argued.endswith((".", "?", "!")) else "."
            return f"{argued}{stop} For: {'; '.join(made.reasons)}"
        case d.Seal():
            return f"{team_title(program, made.team)} seals its orders"
        case d.Recall():
            return f"{team_title(program, made.team)} takes its orders back"
        case d.Offer():
            return _offer(program, made)
        case d.Answer():
            verb = "accepts" if made.accept else "declines"
            return f"{team_title(program, made.team)} {verb} offer {made.offer}"
        case d.Withdraw():
            return f"{team_title(program, made.team)} withdraws offer {made.offer}"
        case d.Accept():
            return "The outcome stands"
        case d.Overrule():
            what = made.band.replace("_", " ") if made.band else patch(program, made.patch)
            return f"Overruled: {what or 'nothing happens'}. {made.reason}"
        case d.Weigh():
            return f"The argument weighs {made.net:+d}. {made.reason}"
        case d.Ruling():
            return f"Ruling: {patch(program, made.patch)}. {made.reason}"
        case d.Inject():
            title = scenario.cards[made.card].title if made.card else made.title
            return f"Inject: {title}. {made.reason}"
        case d.Advance():
            return "The phase ends"


def _offer(program: Program, made: d.Offer) -> str:
    terms = program.scenario.terms
    said = f"{team_title(program, made.team)} offers {team_title(program, made.to)}"
    if made.give:
        said += f" {terms[made.give].title} by turn {made.give_by}"
    if made.want:
        said += " for" if made.give else " a deal for"
        said += f" {terms[made.want].title} by turn {made.want_by}"
    return said
