"""The catalogue and the printed cards: what is found, what leads where, what stands on a card."""

from __future__ import annotations

import pytest

from wargame.report.catalogue import SHELVES, Catalogue, Key
from wargame.report.library import Library, listing, read_library
from wargame.report.sources import carriers
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario
from wargame.text import folded


@pytest.fixture(scope="module")
def river() -> Library:
    return read_library(load_scenario("river"))


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(load_scenario("s400"))


def ids(catalogue: Catalogue, typed: str, section: str = "") -> list[str]:
    return [str(entry.key) for entry in catalogue.search(typed, section=section)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Erdoğan", "erdogan"), ("İSTANBUL", "istanbul"), ("ırmak", "irmak"), ("ﬁre", "fire")],
)
def test_case_and_marks_on_letters_are_folded(typed: str, found: str) -> None:
    assert folded(typed) == folded(found.upper()) == found


def test_everything_is_listed_once(library: Library) -> None:
    scenario = library.scenario
    expected = {f"{section}/{id}" for section in SHELVES for id in getattr(scenario, section)}
    found = ids(library.catalogue, "")
    assert set(found) == expected
    assert len(found) == len(expected)
    assert len(list(listing(library.catalogue))) == len(expected) + len(library.catalogue.sections)


def test_ids_titles_and_texts_are_searched_for_every_word(river: Library) -> None:
    catalogue, moves = river.catalogue, river.scenario.moves
    move = moves["close_gates"]
    assert ids(catalogue, "close_gates")[0] == "moves/close_gates"
    assert ids(catalogue, move.title.upper())[0] == "moves/close_gates"
    words = move.text.split()
    assert "moves/close_gates" in ids(catalogue, f"{words[-2]} {words[0]}")
    assert ids(catalogue, f"{words[0]} xyzzy") == []
    assert set(ids(catalogue, "lake", "rules")) == {
        found for found in ids(catalogue, "lake") if found.startswith("rules/")
    }


def test_what_is_named_so_comes_first(river: Library) -> None:
    assert ids(river.catalogue, "lake")[0] == "tracks/lake"


def test_hostile_searches_find_nothing_and_break_nothing(river: Library) -> None:
    for typed in ("[/]", "\x1b[31m", "(", "\\", "%s" * 50, "\u202e"):
        assert isinstance(ids(river.catalogue, typed), list)


def test_statements_and_what_carries_them_lead_to_each_other(library: Library) -> None:
    catalogue = library.catalogue
    cited = carriers(library.program)
    for claim, held in cited.items():
        carried = catalogue.links(Key("claims", claim))
        assert set(carried) == {Key(*carrier.path[:2]) for carrier in held}
        for key in carried:
            assert Key("claims", claim) in catalogue.links(key)


def test_every_entry_can_be_laid_out_as_a_card(library: Library, river: Library) -> None:
    for shelf in (library, river):
        for key in shelf.catalogue.entries:
            card = shelf.card(key)
            assert card.kind
            assert shelf.link(key)
            assert "{" not in "".join(line for part in card.parts for line in part.lines)


def test_a_move_has_its_text_cost_effects_odds_and_what_helps(library: Library) -> None:
    move = library.scenario.moves["reassure"]
    card = library.card(Key("moves", "reassure"))
    assert card.text == move.text
    assert card.met.startswith("Ordered for 1 point, if ")
    assert [band.says for band in card.bands] == [out.says for out in move.outcomes.values()]
    for at, _ in enumerate(card.nets):
        assert sum(band.odds[at] for band in card.bands) == pytest.approx(1)
    better = [card.bands[-1].odds[at] for at in range(len(card.nets))]
    assert better == sorted(better)
    assert [addition.why for addition in card.additions] == [m.why for m in move.modifiers]
    assert card.additions[2].add == "+1 if Need of assurances at least 6"
    assert (card.source, card.voice) == (move.source, move.voice)


def test_a_card_with_a_question_has_every_answer(library: Library) -> None:
    card = library.card(Key("cards", "three_reasons"))
    choice = library.scenario.cards["three_reasons"].choice
    assert choice is not None
    (part,) = [part for part in card.parts if choice.ask in part.title]
    assert len(part.lines) == len(choice.options)


def test_no_game_is_needed_and_none_is_told_of(river: Library) -> None:
    scenario: Scenario = river.scenario
    for id in scenario.agendas:
        assert "dealt at the start" in river.card(Key("agendas", id)).met.lower()
