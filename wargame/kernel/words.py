"""Puts formulas and decisions into words: titles instead of ids, for people."""

from __future__ import annotations

import ast
import re

from wargame.errors import FormulaError
from wargame.formula.syntax import tree_of
from wargame.kernel import decisions as d
from wargame.kernel.program import Program
from wargame.kernel.settled import settled
from wargame.kernel.setup import State
from wargame.language import marked, tr
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
        return tr(_PROMISES[tail], team=team.title)
    if head in _PARTIES:
        return tr(_PARTIES[head], track=scenario.tracks[tail].title)
    if head in ("ordered", "times", "last"):
        return _quoted(program.order(tail).title)
    if head == "played":
        return _quoted(scenario.cards[tail].title)
    if head == "switch":
        return scenario.switches[tail].title
    if head == "draws":
        return tr("cards from {deck}", deck=scenario.decks[tail].title)
    return tr(_TIMES[name]) if name in _TIMES else name


_PROMISES = {
    "kept": marked("{team}: promises kept"),
    "broken": marked("{team}: promises broken"),
}
_PARTIES = {
    "actor": marked("{track} of the promiser"),
    "other": marked("{track} of the other side"),
}
_TIMES = {"turn": marked("turn"), "last_turn": marked("the last turn")}


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
    tree = _parse(rest)
    if operator == "=":
        if isinstance(tree, ast.IfExp) and ast.unparse(tree.orelse) == name:
            change = f"{title}: {words.say(tree.body)}"
            return tr("{value} if {test}", value=change, test=words.say(tree.test))
        return f"{title}: {words.say(tree)}"
    sign = "+" if operator == "+=" else MINUS
    if state is not None:
        tree = settled(program, tree, state)
        rest = ast.unparse(tree)
    if rest.lstrip("-").isdigit():
        return f"{rest} {title}" if name.startswith("draws.") else f"{title} {_signed(sign, rest)}"
    if isinstance(tree, ast.IfExp) and ast.unparse(tree.orelse) == "0":
        amount = ast.unparse(tree.body)
        if amount.lstrip("-").isdigit():
            change = f"{title} {_signed(sign, amount)}"
            return tr("{value} if {test}", value=change, test=words.say(tree.test))
    if state is None:
        return f"{title} {sign}({words.text(rest)})"
    amount = f"{title} {_signed(sign, str(program.value(rest, state)))}"
    said = words.text(rest)
    if len(said) <= SHORT:
        return f"{amount} ({said})"
    return tr("{change} as things stand", change=amount)


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
    return tree_of(text.strip(), "eval").body


_COMPARE = {
    ast.Eq: marked("{left} is {right}"),
    ast.NotEq: marked("{left} is not {right}"),
    ast.Lt: marked("{left} below {right}"),
    ast.LtE: marked("{left} at most {right}"),
    ast.Gt: marked("{left} above {right}"),
    ast.GtE: marked("{left} at least {right}"),
}
_ARITHMETIC = {
    ast.Add: "+",
    ast.Sub: MINUS,
    ast.Mult: "\N{MULTIPLICATION SIGN}",
    ast.FloorDiv: "/",
    ast.Mod: "mod",
}
_FUNCTIONS = {
    "min": marked("the least of ({values})"),
    "max": marked("the most of ({values})"),
    "count": marked("how many of ({values})"),
    "abs": "abs ({values})",
}
_SAID = {
    "ordered": marked("{title} ordered this turn"),
    "times": marked("{title} times carried out"),
    "last": marked("last turn of {title}"),
    "played": marked("{title} has happened"),
    "switch": marked("{title} is in play"),
}
"""What a name is called within a formula, by its first part."""


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
                return tr("not {condition}", condition=self._wrapped(node.operand))
            case ast.UnaryOp():
                return MINUS + self._wrapped(node.operand)
            case ast.BoolOp():
                both = isinstance(node.op, ast.And)
                sentence = marked("{left} and {right}") if both else marked("{left} or {right}")
                said, *others = map(self._wrapped, node.values)
                for other in others:
                    said = tr(sentence, left=said, right=other)
                return said
            case ast.BinOp():
                left, right = self._wrapped(node.left), self._wrapped(node.right)
                return f"{left} {_ARITHMETIC[type(node.op)]} {right}"
            case ast.Compare():
                return self._compare(node)
            case ast.IfExp():
                return self._choice(node)
            case ast.Call():
                values = ", ".join(self.say(argument) for argument in node.args)
                return tr(_FUNCTIONS[ast.unparse(node.func)], values=values)
        raise FormulaError(f"cannot say {ast.dump(node)}")

    def _wrapped(self, node: ast.expr) -> str:
        said = self.say(node)
        return f"({said})" if isinstance(node, ast.BoolOp | ast.BinOp | ast.IfExp) else said

    def _choice(self, node: ast.IfExp) -> str:
        value, test = self.say(node.body), self.say(node.test)
        if isinstance(node.orelse, ast.Constant) and node.orelse.value == 0:
            return tr("{value} if {test}", value=value, test=test)
        other = self.say(node.orelse)
        return tr("{value} if {test}, else {other}", value=value, test=test, other=other)

    def _name(self, node: ast.expr) -> str:
        name = ast.unparse(node)
        scenario = self.program.scenario
        if self.ladder and name in scenario.ladders[self.ladder].steps:
            return scenario.ladders[self.ladder].steps[name]
        if name in ("true", "false"):
            return tr("yes") if name == "true" else tr("no")
        head, _, tail = name.partition(".")
        title = title_of(self.program, name)
        if head in scenario.ladders and tail:
            ladder = scenario.ladders[head]
            return tr("{left} is {right}", left=ladder.title, right=ladder.steps[tail])
        return tr(_SAID[head], title=title) if head in _SAID else title

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
                if done:
                    return tr("{title} has been carried out", title=title)
                return tr("{title} has not been carried out", title=title)
        said = inner.say(node.left)
        for operator, right in zip(node.ops, node.comparators, strict=True):
            said = tr(_COMPARE[type(operator)], left=said, right=inner.say(right))
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
    team = team_title(program, getattr(made, "team", ""))
    match made:
        case d.Deal():
            agenda = scenario.agendas[made.agenda].title
            return tr("{team} is dealt the agenda {agenda}", team=team, agenda=agenda)
        case d.Draw(card=card, team=""):
            return tr("Drawn: {card}", card=scenario.cards[card].title)
        case d.Draw(card=card):
            return tr("{team} is dealt {card}", team=team, card=scenario.cards[card].title)
        case d.Roll():
            faces = " ".join(map(str, made.faces))
            return tr("Dice: {faces} = {total}", faces=faces, total=sum(made.faces))
        case d.Choose():
            return tr("{team} chooses: {answer}", team=team, answer=scenario.called[made.option])
        case d.Order():
            order, boost = program.order(made.order).title, made.boost
            if not boost:
                return tr("{team} orders {order}", team=team, order=order)
            sentence = marked("{team} orders {order}, +{boost} on the roll")
            return tr(sentence, team=team, order=order, boost=boost)
        case d.Argue():
            argued = tr("{team} argues: {claim}", team=team, claim=made.claim)
            if not made.reasons:
                return argued
            stop = "" if argued.endswith((".", "?", "!")) else "."
            reasons = "; ".join(made.reasons)
            return tr("{argued} For: {reasons}", argued=argued + stop, reasons=reasons)
        case d.Seal():
            return tr("{team} seals its orders", team=team)
        case d.Recall():
            return tr("{team} takes its orders back", team=team)
        case d.Offer():
            return _offer(program, made)
        case d.Answer(accept=True):
            return tr("{team} accepts offer {number}", team=team, number=made.offer)
        case d.Answer():
            return tr("{team} declines offer {number}", team=team, number=made.offer)
        case d.Withdraw():
            return tr("{team} withdraws offer {number}", team=team, number=made.offer)
        case d.Accept():
            return tr("The outcome stands")
        case d.Overrule():
            what = scenario.called[made.band] if made.band else patch(program, made.patch)
            what = what or tr("nothing happens")
            return tr("Overruled: {what}. {reason}", what=what, reason=made.reason)
        case d.Weigh():
            net = f"{made.net:+d}"
            return tr("The argument weighs {net}. {reason}", net=net, reason=made.reason)
        case d.Ruling():
            changes = patch(program, made.patch)
            return tr("Ruling: {changes}. {reason}", changes=changes, reason=made.reason)
        case d.Inject():
            title = scenario.cards[made.card].title if made.card else made.title
            return tr("Inject: {title}. {reason}", title=title, reason=made.reason)
        case d.Advance():
            return tr("The phase ends")


def _offer(program: Program, made: d.Offer) -> str:
    terms = program.scenario.terms
    team, to = team_title(program, made.team), team_title(program, made.to)
    if made.give and made.want:
        return tr(
            "{team} offers {to} {give} by turn {give_by} for {want} by turn {want_by}",
            team=team,
            to=to,
            give=terms[made.give].title,
            give_by=made.give_by,
            want=terms[made.want].title,
            want_by=made.want_by,
        )
    if made.give:
        sentence, term = marked("{team} offers {to} {term} by turn {turn}"), terms[made.give]
        return tr(sentence, team=team, to=to, term=term.title, turn=made.give_by)
    sentence, term = marked("{team} offers {to} a deal for {term} by turn {turn}"), terms[made.want]
    return tr(sentence, team=team, to=to, term=term.title, turn=made.want_by)
