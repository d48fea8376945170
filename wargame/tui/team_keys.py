"""Every key of a team's screen, as `keys.py` lists those of the others."""

from __future__ import annotations

from wargame.language import marked
from wargame.tui.keys import ASK_WHY, Key

TEAM = (
    Key(
        "play",
        "enter",
        "play",
        marked("Order"),
        marked("Gives the marked order, or the marked answer."),
    ),
    Key(
        "seal",
        "s",
        "seal",
        marked("Seal"),
        marked("Seals your orders: you are done with this turn's."),
    ),
    Key(
        "recall",
        "r",
        "recall",
        marked("Recall"),
        marked("Takes your orders back, sealed or not, until the reveal."),
    ),
    Key(
        "more",
        "plus,equals_sign",
        "boost(1)",
        marked("Boost"),
        marked("Puts a point on the roll of the marked order."),
    ),
    Key(
        "less",
        "minus",
        "boost(-1)",
        marked("Boost less"),
        marked("Takes a point off the roll again."),
        footer=False,
    ),
    Key(
        "drop",
        "backspace,delete",
        "drop",
        marked("Drop last"),
        marked("Takes the last order back and leaves the others."),
        footer=False,
    ),
    Key(
        "compare",
        "v",
        "compare",
        marked("Compare"),
        marked("Puts the odds of all possible orders side by side."),
    ),
    Key(
        "argue", "x", "argue", marked("Argue"), marked("Makes a matrix argument in your own words.")
    ),
    Key("offer", "f", "offer", marked("Offer"), marked("Offers a deal to another team.")),
    Key(
        "yes",
        "y",
        "answer(True)",
        marked("Accept offer"),
        marked("Accepts the marked offer."),
        footer=False,
    ),
    Key(
        "no",
        "n",
        "answer(False)",
        marked("Decline offer"),
        marked("Declines the marked offer."),
        footer=False,
    ),
    Key(
        "withdraw",
        "w",
        "withdraw",
        marked("Withdraw offer"),
        marked("Takes the marked offer back."),
        footer=False,
    ),
    ASK_WHY,
    Key(
        "coach",
        "u",
        "coach",
        marked("Coach"),
        marked("Opens the coach's notes on the turns."),
        footer=False,
    ),
    Key(
        "message",
        "m",
        "message",
        marked("Message"),
        marked("Writes to a team, the facilitator or the room."),
    ),
    Key(
        "note",
        "i",
        "note",
        marked("Note"),
        marked("Writes a note of your own into the record."),
        footer=False,
    ),
    Key(
        "detail",
        "d",
        "section('detail')",
        marked("Detail"),
        marked("Explains the marked order."),
        footer=False,
    ),
    Key(
        "aims",
        "a",
        "section('aims')",
        marked("Aims"),
        marked("Shows your goals and agenda."),
        footer=False,
    ),
    Key(
        "gauges",
        "g",
        "section('gauges')",
        marked("Gauges"),
        marked("Shows the board."),
        footer=False,
    ),
    Key(
        "hand",
        "h",
        "section('hand')",
        marked("Hand"),
        marked("Shows your cards in full."),
        footer=False,
    ),
    Key(
        "offers",
        "o",
        "section('offers')",
        marked("Offers"),
        marked("Shows offers and deals."),
        footer=False,
    ),
    Key(
        "known",
        "k",
        "section('known')",
        marked("Known"),
        marked("Shows what you have learnt about the others."),
        footer=False,
    ),
    Key(
        "talk", "t", "section('talk')", marked("Talk"), marked("Shows the messages."), footer=False
    ),
    Key(
        "changes",
        "c",
        "section('changes')",
        marked("Changes"),
        marked("Tells what changed and why."),
        footer=False,
    ),
    Key(
        "brief",
        "b",
        "section('brief')",
        marked("Brief"),
        marked("Shows your team's brief."),
        footer=False,
    ),
    Key(
        "ending",
        "e",
        "section('ending')",
        marked("End"),
        marked("Shows how the game ended."),
        footer=False,
    ),
    Key(
        "back",
        "escape",
        "home",
        marked("Back"),
        marked("Goes back to the list of orders."),
        footer=False,
    ),
    *(
        Key(
            f"mark_{n}",
            str(n % 10),
            f"mark({n - 1})",
            marked("Mark {number}"),
            marked("Marks order {number}."),
            footer=False,
            number=n,
        )
        for n in range(1, 11)
    ),
)
"""Keys of a team's screen."""
