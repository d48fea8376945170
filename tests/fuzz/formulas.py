"""Random formulas in the language of scenarios: right in their types, anything in what they say."""

from __future__ import annotations

from random import Random

from attrs import evolve, field, frozen

SIGNS = ("==", "!=", "<", "<=", ">", ">=")


@frozen
class Named:
    """Is a name that formulas may use, with the teams that see it, or None if all do."""

    name: str
    seen: tuple[str, ...] | None = None
    steps: tuple[str, ...] = ()

    def is_seen_by(self, teams: tuple[str, ...]) -> bool:
        return self.seen is None or set(teams) <= set(self.seen)


@frozen
class Writer:
    """Writes formulas about what there is to name."""

    random: Random
    numbers: tuple[Named, ...]
    conditions: tuple[Named, ...]
    ladders: tuple[Named, ...] = field(default=())

    def seen_by(self, *teams: str) -> Writer:
        """Returns the writer that names only what all these teams see."""
        kept = [
            tuple(named for named in kind if named.is_seen_by(teams))
            for kind in (self.numbers, self.conditions, self.ladders)
        ]
        return evolve(self, numbers=kept[0], conditions=kept[1], ladders=kept[2])

    def number(self, depth: int = 2) -> str:
        """Returns a formula for a number."""
        pick = self.random.choice
        if depth == 0 or self.random.random() < 0.15:
            names = [named.name for named in self.numbers]
            return pick([str(self.random.randint(0, 12)), *[pick(names)] * 2])
        below = depth - 1
        match pick(("+", "-", "*", "//", "%", "neg", "abs", "min", "max", "count", "if")):
            case "*":
                return f"({self.number(below)} * {self.random.randint(0, 9)})"
            case "//" | "%" as sign:
                return f"(max(0, {self.number(below)}) {sign} {self.random.randint(1, 7)})"
            case "neg":
                return f"(-{self.number(below)})"
            case "abs":
                return f"abs({self.number(below)})"
            case "min" | "max" as name:
                return f"{name}({self.number(below)}, {self.number(below)})"
            case "count":
                parts = [self.condition(below) for _ in range(self.random.randint(1, 3))]
                return f"count({', '.join(parts)})"
            case "if":
                return (
                    f"({self.number(below)} if {self.condition(below)} else {self.number(below)})"
                )
            case sign:
                return f"({self.number(below)} {sign} {self.number(below)})"

    def within(self, low: int, high: int) -> str:
        """Returns a formula for a number from `low` to `high`; often it is a plain one."""
        if self.random.random() < 0.4:
            return str(self.random.randint(low, high))
        return f"max({low}, min({high}, {self.number()}))"

    def condition(self, depth: int = 2) -> str:
        """Returns a formula for a condition."""
        pick = self.random.choice
        if depth == 0 or self.random.random() < 0.15:
            names = [named.name for named in self.conditions]
            names += [f"{named.name}.{pick(named.steps)}" for named in self.ladders]
            return pick([*names, "true", "false"])
        below = depth - 1
        match pick(("and", "or", "not", "if", "ladder", "compare", "compare", "chain")):
            case "and" | "or" as word:
                return f"({self.condition(below)} {word} {self.condition(below)})"
            case "not":
                return f"(not {self.condition(below)})"
            case "if":
                body, test, other = (self.condition(below) for _ in range(3))
                return f"({body} if {test} else {other})"
            case "ladder" if self.ladders:
                ladder = pick(self.ladders)
                return f"({ladder.name} {pick(SIGNS)} {pick(ladder.steps)})"
            case "chain":
                one, two, three = (self.number(below) for _ in range(3))
                return f"({one} {pick(SIGNS)} {two} {pick(SIGNS)} {three})"
            case _:
                return f"({self.number(below)} {pick(SIGNS)} {self.number(below)})"

    def likely(self) -> str:
        """Returns a condition that holds often enough for what depends on it to happen."""
        if self.random.random() < 0.4:
            return "true"
        often = f"turn % {self.random.randint(2, 3)} != {self.random.randint(0, 2)}"
        return self.random.choice((often, f"{often} or {self.condition(1)}", self.condition()))
