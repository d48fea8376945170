"""A scenario's program: its text, and the two ways in which it is run.

`run` is the plain program. `traced` is the same code with a recorder around the function of each
card, move, rule and clash: what each changed is the explanation that people are given, so there is
no second implementation that could tell another story.
"""

from __future__ import annotations
import __future__

import ast
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from types import CodeType, SimpleNamespace
from typing import Any

from attrs import define, field, frozen

from wargame.formula import Symbol, condition, value
from wargame.formula.syntax import tree_of
from wargame.kernel.generate import generate
from wargame.kernel.slots import Layout, agendas_of, lay_out
from wargame.kernel.subset import check
from wargame.kernel.uncollected import uncollected
from wargame.language import marked
from wargame.scenario.model import Card, Move, Scenario
from wargame.scenario.names import order_ids, scope

TRACED = (
    *("act_", "outcome_", "event_", "option_", "rule_", "clash_", "preset_"),
    *("deal_kept", "deal_broken", "apply_patch"),
)
"""Names, or beginnings of names, of the functions that change the board for a reason."""

NO_YES = (marked("no"), marked("yes"))
"""What people call the values of a flag."""

TOLD = ("outcome_", "event_", "option_")
"""The beginnings of those that people are told of even if they change nothing."""


@frozen
class Cause:
    """Is one run of a program function that people are told of, or that changed something.

    `function` is its name, such as `rule_drought`; `changes` are (slot, before, after).
    """

    function: str
    changes: tuple[tuple[int, int, int], ...]
    actor: int = 0
    other: int = 0


@define(eq=False)
class Program:
    """Is one scenario, compiled.

    `source` is the module's text. Everything numbered is numbered in the author's order.
    """

    scenario: Scenario
    layout: Layout
    source: str
    _code: CodeType
    run: Any = field(init=False)
    _recorded: list[Cause] = field(factory=list, init=False)
    _conditions: dict[str, Callable[[list[int]], int]] = field(factory=dict, init=False)
    _values: dict[str, Callable[[list[int]], int]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.run = SimpleNamespace(**self._execute())

    def _execute(self) -> dict[str, Any]:
        space: dict[str, Any] = {"__builtins__": {}, "__name__": "wargame.program"}
        exec(self._code, space)
        return space

    @cached_property
    def traced(self) -> Any:
        """The program with its effects recorded; `take_causes` empties the record."""
        space = self._execute()
        for name, function in list(space.items()):
            # outcome_x and option_x only call outcome_x__y and option_x__y
            dispatcher = name.startswith(("outcome_", "option_")) and "__" not in name
            if name.startswith(TRACED) and callable(function) and not dispatcher:
                space[name] = self._recorder(name, function)
        return SimpleNamespace(**space)

    def _recorder(self, name: str, function: Callable[..., int]) -> Callable[..., int]:
        actor, other = self.layout["ACTOR"], self.layout["OTHER"]

        def recorded(s: list[int], *arguments: Any) -> int:
            before = s.copy()
            result = function(s, *arguments)
            # what is told of must not depend on a change that some seat does not see
            told = name.startswith(TOLD) or (name.startswith("clash_") and result > 0)
            if told or s != before:
                changes = tuple(
                    (i, old, new)
                    for i, (old, new) in enumerate(zip(before, s, strict=True))
                    if old != new
                )
                self._recorded.append(Cause(name, changes, s[actor], s[other]))
            return result

        return recorded

    def take_causes(self) -> tuple[Cause, ...]:
        """Returns what has been recorded since the last call, in order, and forgets it."""
        causes = tuple(self._recorded)
        self._recorded.clear()
        return causes

    @cached_property
    def names(self) -> Mapping[str, Symbol]:
        """What formulas may name."""
        return scope(self.scenario)

    @cached_property
    def teams(self) -> tuple[str, ...]:
        """The ids of the teams."""
        return tuple(self.scenario.teams)

    @cached_property
    def orders(self) -> tuple[str, ...]:
        """The ids of all orders: moves, then hand cards."""
        return order_ids(self.scenario)

    @cached_property
    def order_number(self) -> Mapping[str, int]:
        """The number of each order."""
        return {id: i for i, id in enumerate(self.orders)}

    @cached_property
    def cards(self) -> tuple[str, ...]:
        """The ids of all cards."""
        return tuple(self.scenario.cards)

    @cached_property
    def phases(self) -> tuple[str, ...]:
        """The ids of the phases; the state numbers them from 1."""
        return tuple(self.scenario.phases)

    @cached_property
    def agendas(self) -> tuple[tuple[str, ...], ...]:
        """The ids of each team's agendas."""
        ids = tuple(self.scenario.agendas)
        return tuple(tuple(ids[i] for i in held) for held in agendas_of(self.scenario))

    @cached_property
    def guarded(self) -> tuple[str, ...]:
        """The tracks, ladders and flags that somebody does not see live."""
        boards = (self.scenario.tracks, self.scenario.ladders, self.scenario.flags)
        return tuple(
            id for board in boards for id, record in board.items() if "all" not in record.seen
        )

    @cached_property
    def hand_cards(self) -> tuple[int, ...]:
        """The numbers of the cards that are dealt to hands."""
        scenario = self.scenario
        cards = enumerate(scenario.cards.values())
        return tuple(number for number, card in cards if scenario.decks[card.deck].to)

    def order(self, id: str) -> Move | Card:
        """Returns the move or hand card of that id."""
        return self.scenario.moves.get(id) or self.scenario.cards[id]

    def holds(self, text: str, state: list[int]) -> bool:
        """Returns whether a condition of the scenario holds in a state."""
        if text not in self._conditions:
            code = condition(text, self.names).code
            self._conditions[text] = eval(  # made by `formula` from checked text alone
                compile_expression(f"lambda s: 1 if {code} else 0", self.layout),
                {"__builtins__": {}},
            )
        return self._conditions[text](state) > 0

    def value(self, text: str, state: list[int]) -> int:
        """Returns a value of the scenario's language in a state."""
        if text not in self._values:
            code = value(text, self.names).code
            self._values[text] = eval(  # made by `formula` from checked text alone
                compile_expression(f"lambda s: {code}", self.layout), {"__builtins__": {}}
            )
        return self._values[text](state)

    @cached_property
    def board(self) -> Mapping[int, tuple[str, tuple[str, ...]]]:
        """What people call each slot of the board: its name, and the texts of a ladder or flag.

        Those of a flag are NO_YES, translated where they are shown.
        """
        named: dict[int, tuple[str, tuple[str, ...]]] = {
            self.layout["LAST_TURN"]: ("last_turn", ())
        }
        for name, symbol in self.names.items():
            if len(symbol.writes) == 1 and symbol.reads_ok:
                texts: tuple[str, ...] = ()
                if name in self.scenario.ladders:
                    texts = tuple(self.scenario.ladders[name].steps.values())
                elif name in self.scenario.flags:
                    texts = NO_YES
                named[self.slot(symbol.writes[0])] = (name, texts)
        return named

    def slot(self, written: str) -> int:
        """Returns the number of a slot that a symbol writes, such as `T_trust + 1`."""
        return sum(
            int(part) if part.isdigit() else self.layout[part] for part in written.split(" + ")
        )

    def scratch(self) -> list[int]:
        """Returns a list that is long enough for the program to list things in."""
        sets = self.layout["OPEN"] + self.layout["WORDS"]
        return [0] * max(sets, len(self.orders) + len(self.cards) + 1)


def build(scenario: Scenario) -> Program:
    """Returns the program of a checked scenario."""
    layout = lay_out(scenario)
    source = generate(scenario, layout)
    return Program(scenario, layout, source, compile_program(source))


@lru_cache(maxsize=16)
@uncollected()
def compile_program(source: str) -> CodeType:
    """Compiles a program's text, with its constants written in as numbers.

    Names are for readers; a number is what CPython reads fastest. The code of the last few texts is
    kept: compiling costs ten times what the rest of building a program does.

    Raises:
        ProgramUnsafe: the text is not in the portable subset.
    """
    tree = check(source)
    constants = {
        target.id: line.value.value
        for line in tree.body
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant)
        for target in line.targets
        if isinstance(target, ast.Name)
    }
    folded = _Folder(constants).visit(tree)
    # annotations stay text: the program runs without builtins
    flags = __future__.annotations.compiler_flag
    code: CodeType = compile(ast.fix_missing_locations(folded), "<program>", "exec", flags=flags)
    return code


def compile_expression(source: str, layout: Layout) -> CodeType:
    """Compiles an expression in the names of a program."""
    tree = _Folder(layout.constants).visit(tree_of(source, "eval"))
    return compile(ast.fix_missing_locations(tree), "<formula>", "eval")


class _Folder(ast.NodeTransformer):
    """Replaces constants by their numbers, and sums of numbers by their sum."""

    def __init__(self, constants: Mapping[str, Any]) -> None:
        self.constants = constants

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if isinstance(node.ctx, ast.Load) and node.id in self.constants:
            return ast.copy_location(ast.Constant(self.constants[node.id]), node)
        return node
