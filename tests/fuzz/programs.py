"""Programs of random scenarios, in CPython and natively, and what is asked of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from attrs import frozen

from tests.fuzz.draft import ID, texts
from tests.kernel.games import play, setup_of
from wargame.bots.forest import DOUBT
from wargame.kernel.node import node
from wargame.kernel.play import begin
from wargame.kernel.program import Program, build
from wargame.kernel.resample import Unknown
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse
from wargame.native.engine import Engine, buffer, compile_native, load_native
from wargame.native.store import EXPORTS
from wargame.scenario.load import load


class _Whole(list[int]):
    """Is a list in which nothing stands before its first number.

    Python counts a negative place from the end; machine code reads and writes what is not its own.
    """

    def __getitem__(self, place: Any) -> Any:
        assert isinstance(place, slice) or place >= 0, place
        return super().__getitem__(place)

    def __setitem__(self, place: Any, number: Any) -> None:
        assert isinstance(place, slice) or place >= 0, place
        super().__setitem__(place, number)


class _Table(tuple[int, ...]):
    """Is a table in which nothing stands before its first number."""

    def __getitem__(self, place: Any) -> Any:
        assert isinstance(place, slice) or place >= 0, place
        return super().__getitem__(place)


@frozen
class Way:
    """Is a way to run a program: its functions, and what makes the lists that they take."""

    run: Any
    lists: Callable[[list[int]], Any]


def draft_program(seed: int) -> Program:
    """Returns the program of a random scenario, read from its YAML."""
    return build(load(texts(seed), ID))


def plain(program: Program) -> Way:
    """Returns the way of CPython, which here refuses negative places."""
    own = build(program.scenario).run
    space = own.playout.__globals__
    for name, value in space.items():
        if type(value) is tuple:
            space[name] = _Table(value)
    return Way(own, _Whole)


def native(source: str) -> Way:
    """Returns the way of machine code, made here and now."""
    return Way(engine(source), buffer)


def engine(source: str) -> Engine:
    return load_native(compile_native(source, EXPORTS), EXPORTS)


def series(program: Program, way: Way, seed: int, games: int) -> list[list[int]]:
    """Returns what games come to that start in three ways and are played by each policy."""
    random, found = Random(seed), []
    seeds = [random.getrandbits(32) for _ in range(games * 2)]
    everybody = (1 << len(program.teams)) - 1
    for policy in (0, -1, random.randint(0, everybody)):
        start = begin(program, setup_of(program, random))
        results = way.lists([0] * (program.layout["RESULT_SIZE"] * games))
        lists = (way.lists(numbers) for numbers in (_state(program), program.scratch(), start))
        played = way.run.play_series(*lists, way.lists(seeds), results, games, policy)
        found.append([played, *results])
    for which in range(len(program.scenario.hypotheses)):
        verdicts = way.lists([0] * games)
        start = begin(program, setup_of(program, random))
        lists = (way.lists(numbers) for numbers in (_state(program), program.scratch(), start))
        borne = way.run.play_hypothesis(*lists, way.lists(seeds), verdicts, games, which)
        found.append([borne, *verdicts])
    return found


def occasions(program: Program, seed: int, most: int) -> list[tuple[State, str]]:
    """Returns some states of a random game in which a team has to decide, with the team."""
    random = Random(seed)
    met = list(_met(program, random))
    return random.sample(met, min(most, len(met)))


def _met(program: Program, random: Random) -> Iterator[tuple[State, str]]:
    for _ in range(3):
        for state, _, _ in play(program, setup_of(program, random), random):
            waiting = node(program, state)
            if waiting.kind in ("orders", "choice"):
                for seat in waiting.seats:
                    if seat in program.teams:
                        yield state, seat


def tree(program: Program, way: Way, state: State, seat: str, playouts: int) -> list[int]:
    """Returns the trees that a search from a state grows, as the search bot lays them out."""
    layout = program.layout
    roots = 1 + layout["TEAMS"] * layout["ROOTS"]
    room = roots + layout["TEAMS"] * playouts // 2  # so that some searches come to its end
    grown = way.lists([0] * (room * layout["NODE_FIELDS"]))
    grown[0], grown[1], grown[2] = roots, room, DOUBT
    actions = layout["FIRST_CHOICE"] + layout["MOST_OPTIONS"]
    scratch = ([0] * (layout["MARKS"] + actions), _state(program), program.scratch())
    known = Unknown.of(glimpse(program, state, seat)).lists
    lists = [way.lists(list(numbers)) for numbers in (*scratch, *known)]
    way.run.search(grown, *lists, 17, 4, 0, playouts)
    return list(grown)


def dealt(program: Program, way: Way, state: State, seat: str, worlds: int) -> list[list[int]]:
    """Returns what games are worth to all without and with deals of all kinds between two teams."""
    teams, turn = program.teams, state[program.layout["TURN"]]
    other = next(team for team in teams if team != seat)
    given, wanted = (
        [0, *(k for k, t in enumerate(program.scenario.terms.values(), 1) if t.by == side)]
        for side in (seat, other)
    )
    known = Unknown.of(glimpse(program, state, seat)).lists
    found = []
    for give, want in ((given[-1], wanted[0]), (given[-1], wanted[-1]), (given[0], wanted[-1])):
        if not give and not want:
            continue
        deal = [teams.index(seat), teams.index(other), give, turn + 1, want, turn]
        for struck in (0, 1):
            worths = way.lists([0] * len(teams))
            scratch = (deal, _state(program), program.scratch())
            lists = [way.lists(list(numbers)) for numbers in (*scratch, *known)]
            way.run.play_deal(worths, *lists, 8, 15, 1, worlds, struck)
            found.append(list(worths))
    return found


def _state(program: Program) -> list[int]:
    return [0] * program.layout.size
