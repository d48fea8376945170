"""Help of plain mode, by topic: commands, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.plain.speech import sentence
from wargame.text import nearest

TOPICS: dict[str, tuple[str, ...]] = {
    "looking": (
        "board: the board, the cards on the table, what is being adjudicated.",
        "relations: how the teams stand to each other. paper: the front page of the last turn.",
        "options: what you can do now, numbered; options 2: only that one.",
        "odds NUMBER: how the dice may fall.",
        "compare: the odds of all possible orders, one a line.",
        "dossier, dossier TEAM: what you have learnt about the others.",
        "hand: your cards, orders and points. goals: what is scored, and how it stands.",
        "scores: how the game ended and the scores; before that, the goals.",
        "teams: the teams. brief: your team's page. purses: your points.",
        "offers: offers and deals. terms: the promises that can be made.",
        "changes: what changed this turn and the last, and why.",
        "why: why the last change came about, with dice and sources; why 3: the third last.",
        "log: the record; log 5: its last five lines; log WORD: those with that word.",
        "messages: what was said. phase: the phases of a turn, and which one it is.",
        "rules: how a turn goes. glossary, glossary TERM: what words mean.",
        "chart: all gauges over the turns, in brief; chart GAUGE: one of them drawn.",
        "chart odds NUMBER: the odds of an order. chart scores: the scores; chart spread: how they",
        "may end, by playouts from what you see.",
        "coach: what each order of the last turn was worth, by playouts; coach 2: of turn 2.",
        "coach off, coach on: the hint after each turn, when one person plays alone.",
        "lesson: the step of the lesson again, or on to the next.",
        "show ID: everything about a card, move, rule or track, with its sources.",
        "find WORD: every card, move, rule, term and statement with that word in it.",
    ),
    "orders": (
        "order NUMBER: give that order. order NUMBER +1: with a point on the roll.",
        "NUMBER alone: do that option, whatever it is.",
        "argue: make an argument in your own words, step by step.",
        "seal: seal your orders. recall: take them all back, until the reveal.",
        "drop: take the last order back; drop 1: the first.",
        "choose NUMBER: answer the question that a card puts to you.",
    ),
    "offers": (
        "offer: make an offer, step by step.",
        "offer TEAM give PROMISE by TURN want PROMISE by TURN: in one line; either half will do.",
        "answer NUMBER yes, answer NUMBER no: answer an offer made to you.",
        "withdraw NUMBER: take back an offer that has not been answered.",
        "say TEXT: to everybody. say to TEAM TEXT: to one team.",
    ),
    "facilitator": (
        "advance: end the phase. accept: let the pending outcome stand.",
        "overrule RESULT because TEXT: replace the outcome by another result of the roll.",
        "overrule NAME += 1 because TEXT: replace it by changes of the board.",
        "rule NAME += 1, NAME = 3 because TEXT: change the board.",
        "injects: cards that can be brought in. inject NUMBER because TEXT: bring one in.",
        'inject "TITLE" [NAME -= 1] because TEXT: bring in an event of your own.',
        "weigh: weigh an argument, step by step. roll 4 2: type in the faces of real dice.",
        "roll engine: let the program roll them.",
        "undo: back to before the last decision of a person. undo 12: back to record 12.",
        "undo preview: what an undo would take back. redo: follow the line that was left.",
        "history: the decisions on this line. bookmark TITLE: mark this point of play.",
        "health: the state of the record.",
    ),
    "seats": (
        "seat: which seats people hold here. seat TEAM: hand over to that seat.",
        "note TEXT: write a note into the record for your own eyes; words with # are its tags.",
        "save: where the game is saved; every decision is, at once.",
        "quit: stop; the game can be resumed.",
    ),
    "decisions": (
        "Every decision can also be typed in the notation of the record:",
        'order TEAM ID +1. argue TEAM "claim" for "reason" "reason". seal TEAM. recall TEAM.',
        "choose TEAM ID. offer TEAM TEAM give ID by TURN want ID by TURN. answer TEAM NUMBER yes.",
        "withdraw TEAM NUMBER. roll 4 2. accept. advance.",
        'overrule ID because "...". overrule [NAME += 1] because "...".',
        'weigh +1 success [NAME += 1] failure [] because "...".',
        'rule [NAME -= 2, NAME = STEP] because "...".',
        'inject ID because "...". inject "title" [NAME -= 1] because "...".',
    ),
}


def topic(name: str) -> Iterator[str]:
    """Returns the help of a topic; without a name, all but the notation."""
    if name in TOPICS:
        yield from TOPICS[name]
        return
    if name:
        yield sentence(f"There is no help on '{name[:40]}'{nearest(name, list(TOPICS))}")
    else:
        for title, lines in TOPICS.items():
            if title != "decisions":
                yield f"Help on {title}:"
                yield from lines
    yield f"Topics: {', '.join(TOPICS)}. 'help TOPIC' tells one of them."
