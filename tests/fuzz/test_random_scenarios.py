"""Random scenarios: the loader takes them, and all that plays them comes to the same."""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import pytest

from tests.fuzz import programs
from tests.fuzz.draft import ID, texts
from tests.kernel.beside import play_beside, walk_beside
from tests.kernel.games import play, setup_of
from wargame.kernel.program import Program
from wargame.scenario.load import inspect
from wargame.scenario.model import Scenario

FEW = range(12)
MANY = range(1_000, 1_400)


@cache
def drafts() -> tuple[Scenario | None, ...]:
    return tuple(inspect(texts(seed), ID)[0] for seed in range(60))


def test_nearly_all_drafts_can_be_played() -> None:
    refused = [seed for seed, draft in enumerate(drafts()) if draft is None]
    assert len(refused) <= len(drafts()) // 20, inspect(texts(refused[0]), ID)[1]


@pytest.mark.parametrize(
    "section",
    [
        *("presets", "switches", "rolls", "ladders", "goals", "agendas", "moves", "decks"),
        *("cards", "rules", "clashes", "terms", "hypotheses"),
    ],
)
def test_drafts_have_every_section_or_lack_it(section: str) -> None:
    sizes = Counter(bool(getattr(draft, section)) for draft in drafts() if draft)
    assert min(sizes[True], sizes[False]) >= 2
    assert sizes[True] > len(drafts()) // 4


def test_drafts_have_every_kind_of_card_and_track() -> None:
    scenarios = [draft for draft in drafts() if draft]
    cards = [card for draft in scenarios for card in draft.cards.values()]
    tracks = [track for draft in scenarios for track in draft.tracks.values()]
    decks = [deck for draft in scenarios for deck in draft.decks.values()]
    clashes = [clash for draft in scenarios for clash in draft.clashes.values()]
    for there_is in (
        [card.fires for card in cards],
        [card.choice for card in cards],
        [card.roll for card in cards],
        [deck.argument for deck in decks],
        [track.late for track in tracks],
        [track.each for track in tracks],
        [clash.voids for clash in clashes],
    ):
        assert 10 < sum(map(bool, there_is)) < len(there_is)


def test_games_of_drafts_come_to_much() -> None:
    """Their games have orders, rolls, cards, deals, and end in different ways."""
    kinds: Counter[str] = Counter()
    endings: set[tuple[int, int]] = set()
    for seed in FEW:
        program, random = programs.draft_program(seed), Random(seed)
        for _ in range(4):
            played = list(play(program, setup_of(program, random), random, asides=0.4))
            kinds.update(type(made).__name__ for _, made, _ in played)
            endings.add((seed, played[-1][2][program.layout["OVER"]]))
    wanted = ("Order", "Roll", "Draw", "Choose", "Offer", "Answer", "Argue", "Overrule", "Inject")
    assert min(kinds[kind] for kind in wanted) >= 2, kinds
    assert len(endings) > len(FEW)


def assert_the_same(program: Program, seed: int, games: int, playouts: int) -> None:
    """Holds machine code to what CPython comes to, in games, trees and judged deals."""
    plain, native = programs.plain(program), programs.native(program.source)
    found = [programs.series(program, way, seed, games) for way in (plain, native)]
    assert found[0] == found[1]
    for state, seat in programs.occasions(program, seed, 3):
        trees = [programs.tree(program, way, state, seat, playouts) for way in (plain, native)]
        assert trees[0] == trees[1]
        worths = [programs.dealt(program, way, state, seat, 4) for way in (plain, native)]
        assert worths[0] == worths[1]


@pytest.mark.parametrize("seed", FEW[::2])
def test_machine_code_plays_them_alike(seed: int) -> None:
    assert_the_same(programs.draft_program(seed), seed, 24, 40)


@pytest.mark.parametrize("seed", FEW)
def test_the_walker_plays_them_alike(seed: int) -> None:
    program = programs.draft_program(seed)
    for game in range(3):
        walk_beside(program, game)
        play_beside(program, game)


@pytest.mark.soak
@pytest.mark.parametrize("seed", MANY)
def test_machine_code_plays_many_alike(seed: int) -> None:
    program = programs.draft_program(seed)
    assert_the_same(program, seed, 48, 100)
    for game in range(4):
        walk_beside(program, game)
        play_beside(program, game)
