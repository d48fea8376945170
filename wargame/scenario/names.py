"""What formulas may name in a scenario, and where the kernel keeps it.

The code in a Symbol uses constants that the kernel's generated module defines: `T_` a track, ladder
or flag, `P_` a purse, `O_` an order, `C_` a card, `D_` a deck, `W_` a switch, each with the id
behind it. Ids are checked before this is called, so that no other text can get in.
"""

from __future__ import annotations

from collections.abc import Iterator

from wargame.formula import BOOL, INT, LADDER, Symbol
from wargame.scenario.model import Scenario

COUNT_LIMIT = 99
"""The most that a purse or a count holds; turns stay below it too."""

OWED_LIMIT = 9
"""The most cards of one deck that can be owed to one hand, or to the table."""

PARTIES = {"actor": "ACTOR", "other": "OTHER"}


def order_ids(scenario: Scenario) -> tuple[str, ...]:
    """Returns the ids of all orders in the order of their numbers: moves, then hand cards."""
    hands = {id for id, deck in scenario.decks.items() if deck.to}
    return (*scenario.moves, *(id for id, card in scenario.cards.items() if card.deck in hands))


def scope(scenario: Scenario) -> dict[str, Symbol]:
    """Returns every name that the formulas of a scenario may use."""
    return {symbol.name: symbol for symbol in _symbols(scenario)}


def deal_scope(scenario: Scenario) -> dict[str, Symbol]:
    """Returns the names for effects of kept and broken deals: `actor.` and `other.` as well."""
    names = scope(scenario)
    for id, track in scenario.tracks.items():
        if track.each:
            for party, slot in PARTIES.items():
                names[f"{party}.{id}"] = _slot(
                    f"{party}.{id}", f"T_{id} + s[{slot}]", track.low, track.high
                )
    return names


def _symbols(scenario: Scenario) -> Iterator[Symbol]:
    yield from _board(scenario)
    yield from _of_teams(scenario)
    yield _count("turn", "s[TURN]")
    yield _count("last_turn", "s[LAST_TURN]")
    for id in order_ids(scenario):
        yield Symbol(f"ordered.{id}", BOOL, f"(s[ORDERED + O_{id}] != 0)")
        yield _count(f"times.{id}", f"s[TIMES + O_{id}]")
        yield _count(f"last.{id}", f"s[LAST + O_{id}]")
    for id in scenario.cards:
        yield Symbol(f"played.{id}", BOOL, f"(s[PLACE + C_{id}] == OUT)")
    for id in scenario.switches:
        yield Symbol(f"switch.{id}", BOOL, f"(s[SWITCH + W_{id}] != 0)")
    yield from _draws(scenario)


def _board(scenario: Scenario) -> Iterator[Symbol]:
    for id, track in scenario.tracks.items():
        if not track.each:
            yield _slot(id, f"T_{id}", track.low, track.high)
        else:
            for number, team in enumerate(scenario.teams):
                yield _slot(f"{team}.{id}", f"T_{id} + {number}", track.low, track.high)
    for id, ladder in scenario.ladders.items():
        steps = tuple(ladder.steps)
        yield Symbol(id, LADDER, f"s[T_{id}]", (f"T_{id}",), 0, len(steps) - 1, steps)
        for number, step in enumerate(steps):
            yield Symbol(f"{id}.{step}", BOOL, f"(s[T_{id}] == {number})")
    for id in scenario.flags:
        yield Symbol(id, BOOL, f"(s[T_{id}] != 0)", (f"T_{id}",))


def _of_teams(scenario: Scenario) -> Iterator[Symbol]:
    for number, (id, team) in enumerate(scenario.teams.items()):
        for purse in team.purses:
            yield _slot(f"{id}.{purse}", f"P_{id}__{purse}", 0, COUNT_LIMIT)
        yield _count(f"{id}.kept", f"s[KEPT + {number}]")
        yield _count(f"{id}.broken", f"s[BROKEN + {number}]")


def _draws(scenario: Scenario) -> Iterator[Symbol]:
    for id, deck in scenario.decks.items():
        owed = f"OWED + D_{id} * STRIDE"
        if deck.to:
            writes = tuple(
                f"{owed} + {n + 1}" for n, team in enumerate(scenario.teams) if team in deck.to
            )
        else:
            writes = (owed,)
        yield Symbol(f"draws.{id}", INT, "0", writes, 0, OWED_LIMIT, reads_ok=False)


def _slot(name: str, slot: str, low: int, high: int) -> Symbol:
    return Symbol(name, INT, f"s[{slot}]", (slot,), low, high)


def _count(name: str, read: str) -> Symbol:
    return Symbol(name, INT, read, (), 0, COUNT_LIMIT)
