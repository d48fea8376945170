"""A card as it is printed."""

from __future__ import annotations

from wargame.kernel import words
from wargame.kernel.program import Program
from wargame.kernel.view import CardView


def card_view(program: Program, id: str) -> CardView:
    """Returns a card as it is printed."""
    scenario = program.scenario
    card = scenario.cards[id]
    deck = scenario.decks[card.deck]
    return CardView(
        id=id,
        title=card.title,
        text=card.text,
        deck=deck.title,
        argument=deck.argument,
        cost=card.cost if deck.to else 0,
        effects=tuple(words.effect(program, formula) for formula in card.effects),
        source=card.source,
        voice=card.voice,
        date=card.date,
    )
