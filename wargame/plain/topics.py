"""Help of plain mode, by topic: commands, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.language import marked, tr
from wargame.plain.speech import sentence
from wargame.text import nearest

TOPICS: dict[str, tuple[str, ...]] = {
    "looking": (
        marked("board: the board, the cards on the table, what is being adjudicated."),
        marked(
            "relations: how the teams stand to each other. paper: the front page of the last turn."
        ),
        marked("options: what you can do now, numbered; options 2: only that one."),
        marked("odds NUMBER: how the dice may fall."),
        marked("compare: the odds of all possible orders, one a line."),
        marked("dossier, dossier TEAM: what you have learnt about the others."),
        marked("hand: your cards, orders and points. goals: what is scored, and how it stands."),
        marked("scores: how the game ended and the scores; before that, the goals."),
        marked("teams: the teams. brief: your team's page. purses: your points."),
        marked("offers: offers and deals. terms: the promises that can be made."),
        marked("changes: what changed this turn and the last, and why."),
        marked(
            "why: why the last change came about, with dice and sources; why 3: the third last."
        ),
        marked("log: the record; log 5: its last five lines; log WORD: those with that word."),
        marked("messages: what was said. phase: the phases of a turn, and which one it is."),
        marked("rules: how a turn goes. glossary, glossary TERM: what words mean."),
        marked("chart: all gauges over the turns, in brief; chart GAUGE: one of them drawn."),
        marked(
            "chart odds NUMBER: the odds of an order. chart scores: the scores;"
            " chart spread: how they"
        ),
        marked("may end, by playouts from what you see."),
        marked(
            "coach: what each order of the last turn was worth, by playouts; coach 2: of turn 2."
        ),
        marked("coach off, coach on: the hint after each turn, when one person plays alone."),
        marked("lesson: the step of the lesson again, or on to the next."),
        marked("show ID: everything about a card, move, rule or track, with its sources."),
        marked("find WORD: every card, move, rule, term and statement with that word in it."),
    ),
    "orders": (
        marked("order NUMBER: give that order. order NUMBER +1: with a point on the roll."),
        marked("NUMBER alone: do that option, whatever it is."),
        marked("argue: make an argument in your own words, step by step."),
        marked("seal: seal your orders. recall: take them all back, until the reveal."),
        marked("drop: take the last order back; drop 1: the first."),
        marked("choose NUMBER: answer the question that a card puts to you."),
    ),
    "offers": (
        marked("offer: make an offer, step by step."),
        marked(
            "offer TEAM give PROMISE by TURN want PROMISE by TURN: in one line;"
            " either half will do."
        ),
        marked("answer NUMBER yes, answer NUMBER no: answer an offer made to you."),
        marked("withdraw NUMBER: take back an offer that has not been answered."),
        marked("say TEXT: to everybody. say to TEAM TEXT: to one team."),
    ),
    "facilitator": (
        marked("advance: end the phase. accept: let the pending outcome stand."),
        marked("overrule RESULT because TEXT: replace the outcome by another result of the roll."),
        marked("overrule NAME += 1 because TEXT: replace it by changes of the board."),
        marked("rule NAME += 1, NAME = 3 because TEXT: change the board."),
        marked("injects: cards that can be brought in. inject NUMBER because TEXT: bring one in."),
        marked('inject "TITLE" [NAME -= 1] because TEXT: bring in an event of your own.'),
        marked("weigh: weigh an argument, step by step. roll 4 2: type in the faces of real dice."),
        marked("roll engine: let the program roll them."),
        marked("undo: back to before the last decision of a person. undo 12: back to record 12."),
        marked("undo preview: what an undo would take back. redo: follow the line that was left."),
        marked("history: the decisions on this line. bookmark TITLE: mark this point of play."),
        marked("health: the state of the record."),
    ),
    "seats": (
        marked("seat: which seats people hold here. seat TEAM: hand over to that seat."),
        marked(
            "note TEXT: write a note into the record for your own eyes; words with # are its tags."
        ),
        marked("save: where the game is saved; every decision is, at once."),
        marked("quit: stop; the game can be resumed."),
    ),
    "decisions": (
        marked("Every decision can also be typed in the notation of the record:"),
        marked(
            'order TEAM ID +1. argue TEAM "claim" for "reason" "reason". seal TEAM. recall TEAM.'
        ),
        marked(
            "choose TEAM ID. offer TEAM TEAM give ID by TURN want ID by TURN."
            " answer TEAM NUMBER yes."
        ),
        marked("withdraw TEAM NUMBER. roll 4 2. accept. advance."),
        marked('overrule ID because "...". overrule [NAME += 1] because "...".'),
        marked('weigh +1 success [NAME += 1] failure [] because "...".'),
        marked('rule [NAME -= 2, NAME = STEP] because "...".'),
        marked('inject ID because "...". inject "title" [NAME -= 1] because "...".'),
    ),
}


def topic(name: str) -> Iterator[str]:
    """Returns the help of a topic; without a name, all but the notation."""
    if name in TOPICS:
        yield from map(tr, TOPICS[name])
        return
    if name:
        known = nearest(name, list(TOPICS))
        yield sentence(tr("There is no help on '{word}'{nearest}", word=name[:40], nearest=known))
    else:
        for title, lines in TOPICS.items():
            if title != "decisions":
                yield tr("Help on {topic}:", topic=title)
                yield from map(tr, lines)
    yield tr("Topics: {topics}. 'help TOPIC' tells one of them.", topics=", ".join(TOPICS))
