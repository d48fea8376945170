"""Rules: a scenario, loaded and set up, as a game of numbered actions."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from attrs import evolve, field, frozen

from wargame.interop.actions import Actions
from wargame.interop.sights import Sights
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup, State, empty_state
from wargame.scenario.files import default_scenario, read_texts
from wargame.scenario.load import load


@frozen(eq=False, slots=False)
class Rules:
    """Is a scenario with its preset and switches, and the numbers that stand for it."""

    program: Program
    setup: Setup = field(factory=Setup)

    @classmethod
    def load(
        cls,
        scenario: str = "",
        *,
        preset: str = "",
        off: tuple[str, ...] = (),
        root: str | Path | None = None,
    ) -> Rules:
        """Returns the rules of a scenario by its id; the default scenario where none is named.

        `root` is a folder with `rulesets/` and `decks/` that goes before the shipped ones.

        Raises:
            ScenarioUnknown: there is no such scenario.
            ScenarioFaulty: it cannot be played.
            UsageInvalid: there is no such preset or switch.
        """
        place = Path(root) if root else None
        id = scenario or default_scenario(place)
        program = _program(id, tuple(read_texts(id, place).items()))
        rules = cls(program, Setup(preset, 0, off))
        rules.new_state(0)
        return rules

    def new_state(self, seed: int) -> State:
        """Returns the state before anything is dealt; `course.rest` plays on from there.

        Raises:
            UsageInvalid: the seed, the preset or a switch cannot be used.
        """
        s = empty_state(self.program, evolve(self.setup, seed=seed))
        self.program.take_causes()
        return s

    @cached_property
    def actions(self) -> Actions:
        """The numbers of decisions."""
        return Actions(self.program)

    @cached_property
    def sights(self) -> Sights:
        """The numbers of what seats see."""
        return Sights(self.program)

    @cached_property
    def turns(self) -> int:
        """The number of turns of a whole game."""
        s, layout = self.new_state(0), self.program.layout
        return s[layout["LAST_TURN"]] - s[layout["TURN"]] + 1

    @cached_property
    def orders(self) -> int:
        """The most orders that all teams together can give in a game."""
        return self.turns * len(self.program.teams) * self.program.layout["PER_TEAM"]

    @cached_property
    def questions(self) -> int:
        """The most questions that cards can put in a game: each card happens once."""
        return sum(options > 0 for options in self.program.run.OPTIONS)

    @cached_property
    def decisions(self) -> int:
        """The most decisions that all teams together can make in a game, seals included."""
        return self.orders + self.turns * len(self.program.teams) + self.questions


@lru_cache(maxsize=8)
def _program(id: str, texts: tuple[tuple[str, str], ...]) -> Program:
    """Returns the program of a scenario; kept by its text, since games are loaded again and again.

    A scenario whose files have been edited is another text, and is built anew.
    """
    return build(load(dict(texts), id))
