"""What a scenario is, once it has been read and checked: frozen records, names outside.

The keys of the YAML files are the field names of these classes; docs/language.md is the same
list in prose. Collections keep the order in which the author wrote them: that order is the
order of play (rules, clashes, endings) and of the slots.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, field, frozen

from wargame.scenario.board import PLAIN, Board
from wargame.scenario.lessons import Lesson
from wargame.scenario.places import NOWHERE as NOWHERE
from wargame.scenario.places import Mark as Mark
from wargame.scenario.texts import Text


@frozen
class Formula:
    """Is a condition, a value or an effect as its author wrote it, with where that was."""

    text: str
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


TRUE = Formula("true")


@frozen(kw_only=True)
class Cited:
    """Is anything that names what backs it: statements of the source, or `design`, or `fact`."""

    source: tuple[str, ...] = ()
    voice: str = "design"
    date: Text = ""
    reason: Text = ""
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class About:
    """Is a scenario's title page and its fixed numbers."""

    title: Text
    summary: Text
    language: int
    turns: int
    calendar: tuple[Text, ...]
    calendar_inline: tuple[Text, ...] = ()
    credit: Text = ""
    orders: int = 2
    boosts: int = 2
    arguments: int = 1
    achieved: int = 7
    roll: str = ""
    brief: Text = ""
    learning: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class Phase:
    """Is one phase of a turn; `does` is one of PHASE_KINDS."""

    title: Text
    does: str
    says: Text = ""
    deck: str = ""
    draws: int = 0
    minutes: int = 0
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


PHASE_KINDS = ("events", "talk", "orders", "reveal", "adjudication", "upkeep", "hot_wash")


@frozen(kw_only=True)
class Preset:
    """Is a way to set the game up: its length and what has already happened."""

    title: Text
    says: Text = ""
    turns: int = 0
    first_turn: int = 1
    effects: tuple[Formula, ...] = ()
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class Switch(Cited):
    """Is a mechanism that can be turned off, for the control of a hypothesis."""

    title: Text
    says: Text = ""


@frozen(kw_only=True)
class Band:
    """Is one band of a roll's results; `upto` is its highest total, absent in the last one."""

    title: Text
    upto: int | None = None


@frozen(kw_only=True)
class Roll:
    """Is a way to roll: so many dice, the bands of the total and the caps on modifiers."""

    title: Text
    dice: int
    sides: int
    bands: Mapping[str, Band]
    modifiers: int = 4
    net: int = 3
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class Late:
    """Says that a team sees a track `turns` turns late, unless `unless` holds."""

    team: str
    turns: int
    unless: Formula = Formula("false")


@frozen(kw_only=True)
class Track(Cited):
    """Is a number on the board between `low` and `high`."""

    title: Text
    low: int
    high: int
    start: int
    says: Text = ""
    of: str = ""
    each: str = ""
    seen: tuple[str, ...] = ("all",)
    late: tuple[Late, ...] = ()
    guess: tuple[Formula, ...] = ()
    good: str = ""


@frozen(kw_only=True)
class Ladder(Cited):
    """Is a status with named steps, in order."""

    title: Text
    steps: Mapping[str, Text]
    start: str
    says: Text = ""
    of: str = ""
    seen: tuple[str, ...] = ("all",)


@frozen(kw_only=True)
class Flag(Cited):
    """Is a yes or no on the board."""

    title: Text
    start: bool = False
    says: Text = ""
    of: str = ""
    seen: tuple[str, ...] = ("all",)


@frozen(kw_only=True)
class Purse:
    """Is what a team pays its orders from: `income` a turn, at most `bank` carried over."""

    title: Text
    income: int
    bank: int = 0


@frozen(kw_only=True)
class Opening:
    """Is how a team's orders are weighed in its first `turns`, whatever its agenda is."""

    turns: int
    doctrine: Mapping[str, Formula]


@frozen(kw_only=True)
class Team(Cited):
    """Is one side of the table."""

    title: Text
    says: Text
    brief: Text
    purses: Mapping[str, Purse]
    opening: Opening | None = None


@frozen(kw_only=True)
class Goal(Cited):
    """Is something a team is scored for: `score` is a formula from 0 to `points`."""

    title: Text
    says: Text
    points: int
    score: Formula
    by: str = ""


@frozen(kw_only=True)
class Agenda(Cited):
    """Is a team's secret aim for one game; `doctrine` weighs its moves, cards and terms."""

    by: str
    title: Text
    text: Text
    goals: Mapping[str, Goal]
    doctrine: Mapping[str, Formula] = Factory(dict)


@frozen(kw_only=True)
class Modifier(Cited):
    """Is one addend of a roll, with the reason that the players are shown."""

    add: Formula
    why: Text


@frozen(kw_only=True)
class Outcome:
    """Is what one band of a roll does."""

    says: Text
    effects: tuple[Formula, ...] = ()


@frozen(kw_only=True)
class Move(Cited):
    """Is an order that a team may give: its act happens, the dice settle how it is received."""

    by: str
    title: Text
    text: Text
    cost: int
    purse: str = ""
    needs: Formula = TRUE
    effects: tuple[Formula, ...] = ()
    roll: str = ""
    modifiers: tuple[Modifier, ...] = ()
    outcomes: Mapping[str, Outcome] = Factory(dict)
    priority: int = 50


@frozen(kw_only=True)
class Deck:
    """Is a pile of cards: drawn for the table, or dealt to the hands of the teams in `to`."""

    title: Text
    says: Text = ""
    to: tuple[str, ...] = ()
    argument: bool = False
    start: int = 0
    draw: int = 0
    limit: int = 0
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class Choice:
    """Is a question that a card puts to a team."""

    by: str
    ask: Text
    options: Mapping[str, Outcome]


@frozen(kw_only=True)
class Card(Cited):
    """Is one card. A table card happens when it is drawn; a hand card is played as an order."""

    deck: str
    title: Text
    text: Text
    needs: Formula = TRUE
    fires: Formula | None = None
    effects: tuple[Formula, ...] = ()
    choice: Choice | None = None
    cost: int = 1
    purse: str = ""
    roll: str = ""
    modifiers: tuple[Modifier, ...] = ()
    outcomes: Mapping[str, Outcome] = Factory(dict)
    priority: int = 50


@frozen(kw_only=True)
class Rule(Cited):
    """Is something that happens by itself in an upkeep phase when its condition holds."""

    title: Text
    text: Text
    when: Formula = TRUE
    effects: tuple[Formula, ...] = ()
    at: str = ""


@frozen(kw_only=True)
class Clash(Cited):
    """Is what two orders of one turn mean together."""

    title: Text
    says: Text
    between: tuple[str, ...]
    when: Formula = TRUE
    effects: tuple[Formula, ...] = ()
    voids: tuple[str, ...] = ()


@frozen(kw_only=True)
class Term(Cited):
    """Is a promise that the kernel can check: `done` by the deadline, or `holds` until then."""

    by: str
    title: Text
    says: Text
    done: Formula | None = None
    holds: Formula | None = None
    due: int = 2
    moves: tuple[str, ...] = ()


@frozen(kw_only=True)
class Deals:
    """Is what striking, keeping and breaking a deal costs and does."""

    limit: int = 8
    stake: int = 1
    longest: int = 3
    kept: tuple[Formula, ...] = ()
    broken: tuple[Formula, ...] = ()
    says: Text = ""


@frozen(kw_only=True)
class Line:
    """Is one line of a closing text, said when its condition holds."""

    say: Text
    when: Formula = TRUE


@frozen(kw_only=True)
class Ending(Cited):
    """Is a way the game can end; `at` is `end` (after the last turn) or `any` (every turn)."""

    title: Text
    when: Formula
    closing: tuple[Line, ...]
    at: str = "end"


@frozen(kw_only=True)
class Claim:
    """Is one statement of the source that the scenario must carry."""

    kind: str
    voice: str
    text: Text
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class Hypothesis(Cited):
    """Is a prediction over played games: it holds in at least `least` percent of those that count.

    The games are played with these `agendas` dealt and with orders weighed by `doctrine` before
    anybody's agenda; those count for which `given` is true at the end. A game bears the prediction
    out if `ever` was true at the end of some turn and `holds` is at the end of the game. `control`
    is the switch that, turned off, must break it; those in `also` are turned off beside it.
    """

    title: Text
    says: Text
    holds: Formula
    least: int
    control: str
    given: Formula = TRUE
    ever: Formula = TRUE
    agendas: tuple[str, ...] = ()
    doctrine: Mapping[str, Formula] = Factory(dict)
    also: tuple[str, ...] = ()
    preset: str = ""


@frozen(kw_only=True)
class Entry:
    """Is an entry of the glossary."""

    title: Text
    text: Text


def _called(scenario: Scenario) -> Mapping[str, Text]:
    """Returns the ids of all answers and bands as words."""
    choices = [card.choice for card in scenario.cards.values() if card.choice]
    named = [*(choice.options for choice in choices), *(r.bands for r in scenario.rolls.values())]
    return {id: id.replace("_", " ") for ids in named for id in ids}


@frozen(kw_only=True)
class Scenario:
    """Is a whole scenario. Every mapping is from ids to records, in the author's order.

    `name` is its title in the language of its author, for records that outlast a language, and
    `called` what people call answers and bands: their ids, until a translation says it otherwise.
    """

    id: str
    about: About
    phases: Mapping[str, Phase]
    teams: Mapping[str, Team]
    tracks: Mapping[str, Track]
    ladders: Mapping[str, Ladder] = Factory(dict)
    flags: Mapping[str, Flag] = Factory(dict)
    presets: Mapping[str, Preset] = Factory(dict)
    switches: Mapping[str, Switch] = Factory(dict)
    rolls: Mapping[str, Roll] = Factory(dict)
    goals: Mapping[str, Goal] = Factory(dict)
    agendas: Mapping[str, Agenda] = Factory(dict)
    moves: Mapping[str, Move] = Factory(dict)
    decks: Mapping[str, Deck] = Factory(dict)
    cards: Mapping[str, Card] = Factory(dict)
    rules: Mapping[str, Rule] = Factory(dict)
    clashes: Mapping[str, Clash] = Factory(dict)
    deals: Deals = Deals()
    terms: Mapping[str, Term] = Factory(dict)
    endings: Mapping[str, Ending] = Factory(dict)
    claims: Mapping[str, Claim] = Factory(dict)
    hypotheses: Mapping[str, Hypothesis] = Factory(dict)
    glossary: Mapping[str, Entry] = Factory(dict)
    board: Board = PLAIN
    lessons: Mapping[str, Lesson] = Factory(dict)
    called: Mapping[str, Text] = field(
        default=Factory(_called, takes_self=True), eq=False, repr=False
    )
    name: str = field(
        default=Factory(lambda scenario: scenario.about.title, takes_self=True),
        eq=False,
        repr=False,
    )
    texts: Mapping[str, str] = field(factory=dict, eq=False, repr=False)
