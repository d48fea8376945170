"""Writes a scenario's program: one module of plain Python functions over a flat list of ints.

The module is constants and tables, then the hand-written functions, then one function
for each card, move, rule, clash and ending, named after its id, and dispatchers that call them by
number. Only ids that `scenario` has checked, and code that `formula` has made, get into the text;
titles and prose never do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from wargame.formula import Scope, condition, effect, value
from wargame.kernel.choices import WORD, choices
from wargame.kernel.slots import Layout, agendas_of, late_tracks
from wargame.scenario.model import TRUE, Agenda, Card, Formula, Modifier, Move, Scenario
from wargame.scenario.names import deal_scope, order_ids, scope

HANDWRITTEN = (
    *("chance", "portable/bits", "portable/flow", "portable/orders", "portable/choices"),
    *("portable/deals", "portable/playout", "portable/series", "portable/worlds"),
    *("portable/search", "portable/bargain"),
)
"""The files whose functions are copied into every program."""

Body = list[str]
"""The lines of a function, without their first indent."""


def generate(scenario: Scenario, layout: Layout) -> str:
    """Returns the text of the program of a checked scenario."""
    writer = _Writer(scenario, layout)
    sections = (
        [f"{name} = {number}" for name, number in layout.constants.items()],
        [f"{name} = {numbers!r}" for name, numbers in layout.tables.items()],
        *([_handwritten(name)] for name in HANDWRITTEN),
        ["\n\n".join(writer.functions())],
    )
    return "\n\n\n".join("\n".join(section) for section in sections) + "\n"


def _handwritten(name: str) -> str:
    text = (Path(__file__).parent / f"{name}.py").read_text(encoding="utf8")
    kept = text[text.index("\ndef ") :]
    return kept.strip()


def _define(name: str, arguments: str, body: Body) -> str:
    return f"def {name}({arguments}):\n" + "\n".join("    " + line for line in body)


def _dispatch(name: str, arguments: str, key: str, leaves: Sequence[str]) -> str:
    """Returns a function that evaluates the key-th expression, found by halving."""

    def halve(first: int, last: int, indent: int) -> Iterator[str]:
        margin = "    " * indent
        if last - first == 1 or len(set(leaves[first:last])) == 1:
            yield f"{margin}return {leaves[first]}"
            return
        middle = (first + last) // 2
        yield f"{margin}if {key} < {middle}:"
        yield from halve(first, middle, indent + 1)
        yield from halve(middle, last, indent)

    lines = list(halve(0, len(leaves), 1)) if leaves else ["    return 0"]
    return f"def {name}({arguments}):\n" + "\n".join(lines)


class _Writer:
    """Is the generated half of one program, function by function."""

    def __init__(self, scenario: Scenario, layout: Layout) -> None:
        self.scenario = scenario
        self.layout = layout
        self.deals = False  # whether some effect written so far has cards drawn
        self.names = scope(scenario)
        self.orders: dict[str, Move | Card] = {
            id: scenario.moves.get(id) or scenario.cards[id] for id in order_ids(scenario)
        }

    def functions(self) -> Iterator[str]:
        yield from self._orders()
        yield from self._ready()
        yield from self._cards()
        yield from self._rules()
        yield from self._clashes()
        yield from self._deals()
        yield from self._endings()
        yield from self._goals()
        yield from self._doctrines()
        yield from self._hypotheses()
        yield from self._presets()
        yield self._rolls()
        yield self._late()
        yield self._owing()
        # what effects have drawn is dealt before all else; where none does, nothing is looked for
        yield _define("drawn", "s", ["return owing(s)" if self.deals else "return -1"])
        yield from self._guesses()

    def _when(self, formula: Formula) -> str:
        return condition(formula.text, self.names).code

    def _value(self, formula: Formula) -> str:
        return value(formula.text, self.names).code

    def _effects(self, formulas: Sequence[Formula], names: Scope | None = None) -> Body:
        effects = [effect(formula.text, names or self.names) for formula in formulas]
        self.deals |= any(each.target.startswith("draws.") for each in effects)
        return [line for each in effects for line in each.lines]

    def _each(
        self, kind: str, ids: Sequence[str], body: Callable[[str], Body | None], otherwise: str
    ) -> Iterator[str]:
        """Defines a function for each id that has a body, and the dispatcher over all."""
        leaves: list[str] = []
        for id in ids:
            lines = body(id)
            if lines is None:
                leaves.append(otherwise)
            else:
                yield _define(f"{kind}_{id}", "s", lines)
                leaves.append(f"{kind}_{id}(s)")
        yield _dispatch(kind, "s, i", "i", leaves)

    def _asking(self, formulas: Mapping[str, Formula]) -> Callable[[str], Body | None]:
        """Returns what makes the body of a condition; one that always holds has none."""

        def body(id: str) -> Body | None:
            formula = formulas[id]
            return None if formula == TRUE else [f"return 1 if {self._when(formula)} else 0"]

        return body

    def _act(self, formulas: Sequence[Formula]) -> Body | None:
        return self._happening(formulas) if formulas else None

    def _happening(self, formulas: Sequence[Formula]) -> Body:
        """Returns the body of something that people are told of even if it changes nothing."""
        return [*self._effects(formulas), "return 0"]

    def _orders(self) -> Iterator[str]:
        ids = list(self.orders)

        def net(id: str) -> Body | None:
            modifiers = self.orders[id].modifiers
            return [f"return {self._sum(modifiers)}"] if modifiers else None

        asked = {id: order.needs for id, order in self.orders.items()}
        yield from self._each("needs", ids, self._asking(asked), "1")
        yield from self._each("act", ids, lambda id: self._act(self.orders[id].effects), "0")
        yield from self._each("net", ids, net, "0")
        addends: list[str] = []
        for id, order in self.orders.items():
            leaves = [self._value(modifier.add) for modifier in order.modifiers]
            if leaves:
                yield _dispatch(f"addend_{id}", "s, k", "k", leaves)
            addends.append(f"addend_{id}(s, k)" if leaves else "0")
        yield _dispatch("addend", "s, i, k", "i", addends)
        outcomes: list[str] = []
        for id, order in self.orders.items():
            leaves = []
            for band in self.scenario.rolls[order.roll].bands if order.roll else ():
                lines = self._happening(order.outcomes[band].effects)
                leaves.append(f"outcome_{id}__{band}(s)")
                yield _define(f"outcome_{id}__{band}", "s", lines)
            if leaves:
                yield _dispatch(f"outcome_{id}", "s, k", "k", leaves)
            outcomes.append(f"outcome_{id}(s, k)" if leaves else "0")
        yield _dispatch("outcome", "s, i, k", "i", outcomes)

    def _sum(self, modifiers: Sequence[Modifier]) -> str:
        return " + ".join(f"({self._value(modifier.add)})" for modifier in modifiers)

    def _ready(self) -> Iterator[str]:
        """Defines, for each team and each int of its choices, which of them the board allows."""
        leaves = []
        own = choices(self.layout.tables, len(self.scenario.teams))
        ids = list(self.orders)
        for number, (team, orders) in enumerate(zip(self.scenario.teams, own.orders, strict=True)):
            for w in range(own.words):
                always, lines = 0, []
                for bit, order in enumerate(orders[w * WORD : (w + 1) * WORD]):
                    tests = self._tests(ids[order], number)
                    if tests:
                        lines.append(f"n = n + ({1 << bit} if {' and '.join(tests)} else 0)")
                    else:
                        always |= 1 << bit
                name = f"ready_{team}__{w}"
                yield _define(name, "s", [f"n = {always}", *lines, "return n"])
                leaves.append(f"{name}(s)")
        yield _dispatch("ready", "s, page", "page", leaves)

    def _tests(self, id: str, team: int) -> list[str]:
        """Returns what the board must be like for a team to order something."""
        order = self.orders[id]
        tests = [f"s[PLACE + C_{id}] == {team + 1}"] if isinstance(order, Card) else []
        if order.needs != TRUE:
            tests.append(f"({self._when(order.needs)})")
        return tests

    def _cards(self) -> Iterator[str]:
        cards = self.scenario.cards
        table = {id: c for id, c in cards.items() if not self.scenario.decks[c.deck].to}

        def event(id: str) -> Body | None:
            return self._happening(cards[id].effects) if id in table else None

        yield from self._each("event", list(cards), event, "0")
        options: list[str] = []
        for id, card in cards.items():
            leaves = []
            for name, answer in card.choice.options.items() if card.choice else ():
                leaves.append(f"option_{id}__{name}(s)")
                yield _define(f"option_{id}__{name}", "s", self._happening(answer.effects))
            if leaves:
                yield _dispatch(f"option_{id}", "s, k", "k", leaves)
            options.append(f"option_{id}(s, k)" if leaves else "0")
        yield _dispatch("option", "s, i, k", "i", options)
        pools, scripts = [], []
        for deck, record in self.scenario.decks.items():
            own = {id: card for id, card in cards.items() if card.deck == deck}
            if record.to:
                yield self._hand(deck, record.limit, list(own))
                pools.append(f"hand_{deck}(s, out)")
                scripts.append("-1")
                continue
            pool, script = ["n = 0"], []
            for id, card in own.items():
                test = f"s[PLACE + C_{id}] == 0"
                needed = card.fires or card.needs
                if needed != TRUE:
                    test += f" and ({self._when(needed)})"
                if card.fires:
                    script += [f"if {test}:", f"    return C_{id}"]
                else:
                    # always listed and sometimes counted: a store costs less than a wrong jump
                    pool += [f"out[n] = C_{id}", f"n = n + (1 if {test} else 0)"]
            yield _define(f"pool_{deck}", "s, out", [*pool, "return n"])
            yield _define(f"scripted_{deck}", "s", [*script, "return -1"])
            pools.append(f"pool_{deck}(s, out)")
            scripts.append(f"scripted_{deck}(s)")
        yield _dispatch("pool", "s, deck, out", "deck", pools)
        yield _dispatch("scripted", "s, deck", "deck", scripts)

    def _hand(self, deck: str, limit: int, cards: Sequence[str]) -> str:
        """Defines the list of the cards that a hand can be dealt: none when it is full."""
        lines = ["who = s[WHO]", "n = 0", "held = 0"]
        for id in cards:
            lines += [
                f"place = s[PLACE + C_{id}]",
                f"out[n] = C_{id}",
                "n = n + (1 if place == 0 else 0)",
                "held = held + (1 if place == who else 0)",
            ]
        return _define(f"hand_{deck}", "s, out", [*lines, f"return n if held < {limit} else 0"])

    def _guarded(self, when: Formula, effects: Sequence[Formula]) -> Body:
        if when == TRUE:
            return [*self._effects(effects), "return 1"]
        lines = [*self._effects(effects), "return 1"]
        return [f"if {self._when(when)}:", *("    " + line for line in lines), "return 0"]

    def _rules(self) -> Iterator[str]:
        upkeeps = [id for id, phase in self.scenario.phases.items() if phase.does == "upkeep"]
        calls: dict[str, Body] = {id: [] for id in upkeeps}
        for id, rule in self.scenario.rules.items():
            yield _define(f"rule_{id}", "s", self._guarded(rule.when, rule.effects))
            calls[rule.at or upkeeps[-1]].append(f"rule_{id}(s)")
        leaves = ["0"]
        for id in self.scenario.phases:
            if id in upkeeps:
                yield _define(f"upkeep_{id}", "s", [*calls[id], "return 0"])
            leaves.append(f"upkeep_{id}(s)" if id in upkeeps else "0")
        yield _dispatch("upkeep", "s, phase", "phase", leaves)

    def _clashes(self) -> Iterator[str]:
        clashes = self.scenario.clashes
        yield from self._each(
            "clash",
            list(clashes),
            lambda id: self._guarded(clashes[id].when, clashes[id].effects),
            "0",
        )

    def _deals(self) -> Iterator[str]:
        names = deal_scope(self.scenario)
        deals = self.scenario.deals
        yield _define("deal_kept", "s", [*self._effects(deals.kept, names), "return 0"])
        yield _define("deal_broken", "s", [*self._effects(deals.broken, names), "return 0"])
        terms = self.scenario.terms

        def term(id: str) -> Body:
            asked = terms[id].done or terms[id].holds or TRUE
            return [f"return 1 if {self._when(asked)} else 0"]

        yield from self._each("term", list(terms), term, "0")

    def _endings(self) -> Iterator[str]:
        lines: Body = []
        for number, ending in enumerate(self.scenario.endings.values(), start=1):
            final = "" if ending.at == "any" else "final > 0 and "
            lines += [f"if {final}({self._when(ending.when)}):", f"    return {number}"]
        yield _define("verdict", "s, final", [*lines, "return 0"])

    def _goals(self) -> Iterator[str]:
        scenario = self.scenario
        core: dict[str, list[str]] = {team: [] for team in scenario.teams}
        for id, goal in scenario.goals.items():
            yield _define(f"goal_{id}", "s", [f"return {self._value(goal.score)}"])
            core[goal.by].append(f"goal_{id}(s)")
        for id, agenda in scenario.agendas.items():
            for name, goal in agenda.goals.items():
                yield _define(f"goal_{id}__{name}", "s", [f"return {self._value(goal.score)}"])
        agendas = list(scenario.agendas.items())
        leaves = []
        for number, (team, held) in enumerate(
            zip(scenario.teams, agendas_of(scenario), strict=True)
        ):
            lines = [f"points = {' + '.join(core[team]) or '0'}"]
            for k, i in enumerate(held, start=1):
                id, agenda = agendas[i]
                lines += [
                    f"if s[AGENDA + {number}] == {k}:",
                    "    points = points + "
                    + " + ".join(f"goal_{id}__{name}(s)" for name in agenda.goals),
                ]
            yield _define(f"score_{team}", "s", [*lines, "return points"])
            leaves.append(f"score_{team}(s)")
        yield _dispatch("score", "s, team", "team", leaves)

    def _doctrines(self) -> Iterator[str]:
        for kind, ids, default in (
            ("agenda_weight", list(self.orders), "1"),
            ("worth", list(self.scenario.terms), "0"),
        ):
            leaves = []
            for agenda, record in self.scenario.agendas.items():
                said = [self._weight(record, id, default) for id in ids]
                yield _dispatch(f"{kind}_{agenda}", "s, i", "i", said)
                leaves.append(f"{kind}_{agenda}(s, i)")
            yield _dispatch(kind, "s, agenda, i", "agenda", leaves or [default])

    def _weight(self, agenda: Agenda, id: str, default: str) -> str:
        """Returns what a move, card or term weighs: in the opening the same for all agendas."""
        own = self._value(agenda.doctrine[id]) if id in agenda.doctrine else default
        opening = self.scenario.teams[agenda.by].opening
        if opening is None or id not in opening.doctrine:
            return own
        common = self._value(opening.doctrine[id])
        return f"({common} if s[TURN] <= {opening.turns} else {own})"

    def _hypotheses(self) -> Iterator[str]:
        """Defines how each has orders weighed, and what it waits for, counts and asks."""
        hypotheses = self.scenario.hypotheses
        leaves = ["-1"]
        for id, hypothesis in hypotheses.items():
            said = [
                self._value(hypothesis.doctrine[order]) if order in hypothesis.doctrine else "-1"
                for order in self.orders
            ]
            yield _dispatch(f"hypothesis_weight_{id}", "s, i", "i", said)
            leaves.append(f"hypothesis_weight_{id}(s, i)")
        yield _dispatch("hypothesis_weight", "s, which, i", "which", leaves)
        for kind, formulas in (
            ("given", {id: record.given for id, record in hypotheses.items()}),
            ("ever", {id: record.ever for id, record in hypotheses.items()}),
            ("holds", {id: record.holds for id, record in hypotheses.items()}),
        ):
            yield from self._each(f"hypothesis_{kind}", list(formulas), self._asking(formulas), "1")

    def _presets(self) -> Iterator[str]:
        presets = self.scenario.presets
        yield from self._each(
            "preset", list(presets), lambda id: self._act(presets[id].effects), "0"
        )

    def _rolls(self) -> str:
        lines: Body = []
        for number, roll in enumerate(self.scenario.rolls.values(), start=1):
            lines.append(f"if roll == {number}:")
            passed = [
                f"(1 if total > {band.upto} else 0)"
                for band in roll.bands.values()
                if band.upto is not None
            ]
            lines.append(f"    return {' + '.join(passed) or '0'}")
        return _define("band", "total, roll", [*lines, "return 0"])

    def _late(self) -> str:
        lines: Body = []
        for id, depth in late_tracks(self.scenario).items():
            lines += [f"s[L_{id} + {k}] = s[L_{id} + {k - 1}]" for k in range(depth, 0, -1)]
            lines.append(f"s[L_{id}] = s[T_{id}]")
        return _define("grow_late", "s", [*lines, "return 0"])

    def _owing(self) -> str:
        """Defines which place is owed a card: table decks first, then hands by deck and team."""
        decks = list(self.scenario.decks.items())
        teams = list(self.scenario.teams)
        places = [f"D_{id} * STRIDE" for id, deck in decks if not deck.to]
        places += [
            f"D_{id} * STRIDE + {n + 1}"
            for id, deck in decks
            for n, team in enumerate(teams)
            if team in deck.to
        ]
        first = " ".join(f"{place} if s[OWED + {place}] > 0 else" for place in places)
        lines = [f"return {first} -1"]
        if not self.deals:
            # cards are owed when a turn begins and by events, and are dealt before all else
            lines = ["if s[PHASE] > 1 and DOES[s[PHASE]] != DOES_EVENTS:", "    return -1", *lines]
        return _define("owing", "s", lines)

    def _guesses(self) -> Iterator[str]:
        """Defines what those who do not see a track must reckon with, from what everybody sees."""
        for side in (0, 1):
            leaves = [
                self._value(track.guess[side])
                if track.guess
                else str((track.low, track.high)[side])
                for track in self.scenario.tracks.values()
            ]
            yield _dispatch(("least", "most")[side], "s, i", "i", leaves)
