"""What the walker plays with: the board, the teams, the cards, by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.reckoning import effect_of, reckon
from wargame.kernel import decisions as d
from wargame.kernel.chance import number
from wargame.scenario.model import Formula, Scenario


@dataclass
class Given:
    """Is an order that a team has given; a free argument has no id."""

    team: str
    id: str
    boost: int = 0
    status: str = "given"


@dataclass
class Promise:
    term: str
    by: int
    state: str = "open"


@dataclass
class Bargain:
    """Is an offer or a deal."""

    team: str
    to: str
    give: Promise
    want: Promise
    status: str = "offered"


@dataclass
class Team:
    purses: dict[str, int]
    reserved: dict[str, int]
    agenda: str = ""
    sealed: bool = False
    orders: list[Given] = field(default_factory=list)
    arguments: list[Given] = field(default_factory=list)
    kept: int = 0
    broken: int = 0


class Pieces:
    """Is everything on the table of one game, and what formulas read and effects change."""

    def __init__(self, scenario: Scenario, preset: str, seed: int, off: tuple[str, ...]) -> None:
        self.scenario = scenario
        self.seed = seed
        self.on = {switch: switch not in off for switch in scenario.switches}
        self.ladders = {id: tuple(ladder.steps) for id, ladder in scenario.ladders.items()}
        self.teams = {
            id: Team(dict.fromkeys(team.purses, 0), dict.fromkeys(team.purses, 0))
            for id, team in scenario.teams.items()
        }
        self.board: dict[str, int] = {}
        self.bounds: dict[str, tuple[int, int]] = {}
        for id, track in scenario.tracks.items():
            for name in [f"{team}.{id}" for team in self.teams] if track.each else [id]:
                self.board[name] = track.start
                self.bounds[name] = (track.low, track.high)
        for id, ladder in scenario.ladders.items():
            self.board[id] = self.ladders[id].index(ladder.start)
            self.bounds[id] = (0, len(ladder.steps) - 1)
        for id, flag in scenario.flags.items():
            self.board[id] = int(flag.start)
            self.bounds[id] = (0, 1)
        hands = [id for id, card in scenario.cards.items() if scenario.decks[card.deck].to]
        self.orders: dict[str, Any] = dict(scenario.moves)
        self.orders |= {id: scenario.cards[id] for id in hands}
        self.place = dict.fromkeys(scenario.cards, "pile")
        self.owed: dict[tuple[str, str], int] = {}
        self.times = dict.fromkeys(self.orders, 0)
        self.last = dict.fromkeys(self.orders, 0)
        self.ordered: set[str] = set()
        self.offers: list[Bargain | None] = [None] * (len(scenario.teams) * scenario.deals.limit)
        self.parties: tuple[str, str] = ("", "")
        name = preset or next(iter(scenario.presets), "")
        chosen = scenario.presets.get(name)
        self.turn = chosen.first_turn if chosen else 1
        self.last_turn = (chosen.turns if chosen else 0) or scenario.about.turns
        self.effects(chosen.effects if chosen else ())
        self.history = {
            id: [self.board[id]] * (max(late.turns for late in track.late) + 1)
            for id, track in scenario.tracks.items()
            if track.late
        }

    def numbers(self) -> dict[str, int]:
        """Returns everything that a ruling could change."""
        found = {"last_turn": self.last_turn, **self.board}
        for id, team in self.teams.items():
            found |= {f"{id}.{name}": points for name, points in team.purses.items()}
        return found

    def look(self, name: str) -> int:
        head, _, tail = name.partition(".")
        if name in self.board:
            return self.board[name]
        if name in ("turn", "last_turn"):
            return self.turn if name == "turn" else self.last_turn
        if head in self.ladders:
            return int(self.ladders[head][self.board[head]] == tail)
        if head in ("actor", "other"):
            return self.board[f"{self.parties[head == 'other']}.{tail}"]
        if head in self.teams:
            team = self.teams[head]
            return {**team.purses, "kept": team.kept, "broken": team.broken}[tail]
        match head:
            case "ordered":
                return int(tail in self.ordered)
            case "times":
                return self.times[tail]
            case "last":
                return self.last[tail]
            case "played":
                return int(self.place[tail] == "out")
        assert head == "switch", name
        return int(self.on[tail])

    def holds(self, formula: Formula) -> bool:
        return reckon(formula.text, self.look, self.ladders) > 0

    def value(self, formula: Formula) -> int:
        return reckon(formula.text, self.look, self.ladders)

    def effects(self, formulas: tuple[Formula, ...]) -> None:
        for formula in formulas:
            name, operator, text = effect_of(formula.text)
            self.change(name, operator, reckon(text, self.look, self.ladders, name))

    def change(self, name: str, operator: str, amount: int) -> None:
        head, _, tail = name.partition(".")
        if head in ("actor", "other"):
            head = self.parties[head == "other"]
            name = f"{head}.{tail}"
        if head == "draws":
            for team in self.scenario.decks[tail].to or ("",):
                self.owed[tail, team] = min(9, self.owed.get((tail, team), 0) + amount)
            return
        low, high = self.bounds.get(name, (1 if name == "last_turn" else 0, 99))
        new = {"=": amount, "+=": self.look(name) + amount, "-=": self.look(name) - amount}
        result = max(low, min(high, new[operator]))
        if name in self.board:
            self.board[name] = result
        elif name == "last_turn":
            self.last_turn = result
        else:
            self.teams[head].purses[tail] = result

    def patch(self, patch: d.Patch) -> None:
        for adjust in patch:
            value = adjust.value
            if isinstance(value, str):
                steps = self.ladders.get(adjust.name, ("false", "true"))
                value = steps.index(value)
            self.change(adjust.name, adjust.operator, value)

    def chance(self, purpose: int, index: int, n: int) -> int:
        high, low = divmod(self.seed, 2**32)
        return number(high, low, self.turn, purpose, index, n)
