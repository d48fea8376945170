"""Gives every number of a game its place in the state, a flat list of ints.

Constants are ints with names (`T_economy`, `PLACE`, `O_sail`); tables are tuples of ints (what each
order costs, which deck a phase draws from). Both head the generated program, whose hand-written
part (`portable`) and generated part use them by name. Names are agreed with `scenario.names`;
numbers are nobody's business but the program's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isqrt

from attrs import frozen

from wargame.kernel.choices import ALL_BITS, WORD, choices
from wargame.scenario.model import PHASE_KINDS, Card, Scenario
from wargame.scenario.names import order_ids

NODES = ("none", "agenda", "card", "dice", "choice", "orders", "ruling", "weigh", "phase", "over")
ENTRY_STATES = ("given", "waiting", "voided", "lapsed", "carried out", "pending")
OFFER_STATES = ("free", "offered", "struck", "finished")
OFFER_FIELDS = 9
PATCH_LENGTH = 6
"""Changes that one side of a free matrix argument may have."""

HIDDEN = -(2**31)
"""Stands for a slot that a seat does not see; no slot ever holds it."""

LAST_PRIORITY = 1000

NODE_FIELDS = 6
DEPTH = 64
TABLED = 1024
"""A node of a search's tree, the most decisions a tree is deep, the numbers that tables reach."""

PURPOSES = {"DICE": 10_000, "CARD": 20_000, "AGENDA": 30_000, "POLICY": 40_000, "WORLD": 50_000}
"""What a draw is for; with the index of the order, deck or team added."""


@frozen
class Layout:
    """Is where everything of one scenario stands.

    `constants` maps names to ints, `tables` names to tuples; `counts` says how many slots each
    placed name has.
    """

    size: int
    constants: Mapping[str, int]
    tables: Mapping[str, tuple[int, ...]]
    counts: Mapping[str, int]

    def __getitem__(self, name: str) -> int:
        return self.constants[name]


def lay_out(scenario: Scenario) -> Layout:
    """Returns the layout of a checked scenario."""
    constants: dict[str, int] = {}
    counts: dict[str, int] = {}
    low: list[int] = []
    high: list[int] = []

    def place(name: str, count: int = 1, *, least: int = 0, most: int = 2**31) -> None:
        constants[name] = len(low)
        counts[name] = count
        low.extend([least] * count)
        high.extend([most] * count)

    teams = tuple(scenario.teams)
    orders = order_ids(scenario)
    per_team = scenario.about.orders + scenario.about.arguments
    for name in (
        *("TURN", "PHASE", "STEP", "WAIT", "WHO", "WHAT", "TOTAL", "BAND", "CURSOR", "QUEUED"),
        *("OVER", "SEED_A", "SEED_B", "ACTOR", "OTHER", "PRESET"),
    ):
        place(name)
    place("LAST_TURN", least=1, most=99)
    for id, track in scenario.tracks.items():
        place(f"T_{id}", len(teams) if track.each else 1, least=track.low, most=track.high)
    for id, ladder in scenario.ladders.items():
        place(f"T_{id}", most=len(ladder.steps) - 1)
    for id in scenario.flags:
        place(f"T_{id}", most=1)
    purses = [(team, id) for team, record in scenario.teams.items() for id in record.purses]
    constants["PURSE"] = len(low)
    counts["PURSE"] = len(purses)
    for team, id in purses:
        place(f"P_{team}__{id}", most=99)
    for name, count in (
        ("SPENT", len(purses)),
        ("SWITCH", len(scenario.switches)),
        ("AGENDA", len(teams)),
        ("SEALED", len(teams)),
        ("ORDER", len(teams) * per_team),
        ("BOOST", len(teams) * per_team),
        ("ENTRY", len(teams) * per_team),
        ("QUEUE", len(teams) * per_team),
        ("ORDERED", len(orders)),
        ("TIMES", len(orders)),
        ("LAST", len(orders)),
        ("PLACE", len(scenario.cards)),
        ("HAPPENED", len(scenario.cards)),
        ("OWED", len(scenario.decks) * (len(teams) + 1)),
        ("GONE", len(scenario.decks)),
        ("KEPT", len(teams)),
        ("BROKEN", len(teams)),
        ("OFFER", len(teams) * scenario.deals.limit * OFFER_FIELDS),
        ("STAKED", len(purses)),
        ("WEIGHED", 1),
        ("SUCCESS", PATCH_LENGTH * 3),
        ("FAILURE", PATCH_LENGTH * 3),
        ("RULED", PATCH_LENGTH * 3),
        # whose doctrine is played, counted from 1, and which hypotheses saw what they wait for;
        # where there are none there is no such slot, and HYPOTHESES is asked before it is read
        ("CONDUCT", min(1, len(scenario.hypotheses))),
        ("EVER", len(scenario.hypotheses)),
    ):
        place(name, count)
    board = constants["SPENT"] - constants["LAST_TURN"]
    counts["BOARD"] = board
    place("PRIOR", board)
    for id, depth in late_tracks(scenario).items():
        place(f"L_{id}", depth + 1, least=scenario.tracks[id].low, most=scenario.tracks[id].high)

    constants |= {name: i for i, name in enumerate(_upper("N_", NODES))}
    constants |= {name: i for i, name in enumerate(_upper("E_", ENTRY_STATES))}
    constants |= {name: i for i, name in enumerate(_upper("F_", OFFER_STATES))}
    constants |= {name: i for i, name in enumerate(_upper("DOES_", PHASE_KINDS))}
    constants |= {f"PURPOSE_{name}": value for name, value in PURPOSES.items()}
    for prefix, ids in (
        ("O_", orders),
        ("C_", scenario.cards),
        ("D_", scenario.decks),
        ("W_", scenario.switches),
    ):
        constants |= {f"{prefix}{id}": i for i, id in enumerate(ids)}
    late = [
        (constants[f"L_{id}"] + k, constants[f"T_{id}"])
        for id, depth in late_tracks(scenario).items()
        for k in range(depth + 1)
    ]
    tables = _tables(scenario) | {
        "LOW": tuple(low),
        "HIGH": tuple(high),
        # past values that somebody sees late, and the tracks that they are of
        "LATE_SLOT": tuple(slot for slot, _ in late),
        "LATE_OF": tuple(track for _, track in late),
        "INVERSE": (0, *((1 << 24) // n for n in range(1, TABLED))),
        "ROOT": tuple(isqrt(n << 16) for n in range(TABLED)),
    }
    own = choices(tables, len(teams))
    tables |= own.tables(tables)
    size = own.words * WORD
    constants |= {
        # sets of a team's choices, and where `out` has those that are ready and those that are open
        "WORD": WORD,
        "WORDS": own.words,
        "ALL_BITS": ALL_BITS,
        "CHOICES": size,
        "READY": 2 * size,
        "OPEN": 2 * size + own.words,
        "DEAREST": max(tables["COST"], default=0),
    }
    constants |= {
        "TEAMS": len(teams),
        "PER_TEAM": per_team,
        "SEATS": len(teams) * per_team,
        "PLAIN_ORDERS": scenario.about.orders,
        "ORDERS": len(orders),
        "FREE": len(orders),
        "STRIDE": len(teams) + 1,
        "OUT": len(teams) + 1,
        "PURSES": len(purses),
        "PHASES": len(scenario.phases),
        "CLASHES": len(scenario.clashes),
        "OFFERS": len(teams) * scenario.deals.limit,
        "LIMIT": scenario.deals.limit,
        "OFFER_FIELDS": OFFER_FIELDS,
        "STAKE": scenario.deals.stake,
        "MOST_BOOST": scenario.about.boosts,
        "MOST_AGENDAS": most_agendas(scenario),
        "BOARD": constants["LAST_TURN"],
        "BOARD_SIZE": board,
        "PATCH_LENGTH": PATCH_LENGTH,
        "CARDS": len(scenario.cards),
        "HYPOTHESES": len(scenario.hypotheses),
        "HANDS": sum(len(deck.to) for deck in scenario.decks.values()),
        "SIZE": len(low),
        "DECKS": len(scenario.decks),
        "HIDDEN": HIDDEN,
        "LATES": len(tables["LATE_SLOT"]),
        "ACHIEVED": scenario.about.achieved,
        # the trees of a search: the numbers of actions, and where things stand
        "ROOTS": max(1, most_agendas(scenario)),
        "NODE_FIELDS": NODE_FIELDS,
        "DEPTH": DEPTH,
        "TABLED": TABLED,
        "STEADY": 4,
        "FORCED": 1 << 40,
        "MARKS": len(teams) * (2 + DEPTH),
        "SEALING": 0,
        "FIRST_ORDER": 1,
        "BOOSTS": scenario.about.boosts + 1,
        "MOST_OPTIONS": max(tables["OPTIONS"], default=0),
        "FIRST_CHOICE": 1 + len(orders) * (scenario.about.boosts + 1),
        # what a promise that is open adds to the weight of orders in a doctrine
        "KEEPING": 4,
        # what a finished game is worth besides its score, in hundredths of a point
        "WORTH_ACHIEVED": 100,
        "WORTH_LEAD": 200,
        "RESULT_SIZE": 2 + 2 * len(teams),
        "FREE_ROLL": ["", *scenario.rolls].index(scenario.about.roll),
    }
    return Layout(len(low), constants, tables, counts)


def late_tracks(scenario: Scenario) -> dict[str, int]:
    """Returns the tracks that somebody sees late, with the most turns anybody waits."""
    return {
        id: max(late.turns for late in track.late)
        for id, track in scenario.tracks.items()
        if track.late
    }


def agendas_of(scenario: Scenario) -> tuple[tuple[int, ...], ...]:
    """Returns each team's agendas, as numbers over all agendas."""
    return tuple(
        tuple(i for i, agenda in enumerate(scenario.agendas.values()) if agenda.by == team)
        for team in scenario.teams
    )


def most_agendas(scenario: Scenario) -> int:
    """Returns the largest number of agendas that a team has."""
    return max(map(len, agendas_of(scenario)), default=0)


def _upper(prefix: str, names: tuple[str, ...]) -> Iterator[str]:
    return (prefix + name.upper().replace(" ", "_") for name in names)


def _tables(scenario: Scenario) -> dict[str, tuple[int, ...]]:
    teams = list(scenario.teams)
    purses = [(team, id) for team, record in scenario.teams.items() for id in record.purses]
    rolls = list(scenario.rolls)
    orders = [scenario.moves.get(id) or scenario.cards[id] for id in order_ids(scenario)]
    cards = list(scenario.cards)
    decks = list(scenario.decks)
    agendas = list(scenario.agendas)
    phases = list(scenario.phases.values())
    records = {id: team.purses for id, team in scenario.teams.items()}
    hands = [
        (d, teams.index(team), deck)
        for d, deck in enumerate(scenario.decks.values())
        for team in deck.to
    ]

    def purse(order: object, team: str) -> int:
        named = getattr(order, "purse", "")
        return purses.index((team, named if named in records[team] else next(iter(records[team]))))

    upkeeps = [i for i, phase in enumerate(phases) if phase.does == "upkeep"]
    clashes = list(scenario.clashes.values())
    terms = list(scenario.terms.values())
    ids = order_ids(scenario)
    order_decks = [
        scenario.decks[order.deck] if isinstance(order, Card) else None for order in orders
    ]
    by_deck = [[c for c, id in enumerate(cards) if scenario.cards[id].deck == d] for d in decks]
    rolled = list(scenario.rolls.values())
    return {
        "COST": tuple(order.cost for order in orders),
        # when orders act; free arguments act last
        "PRIORITY": (*(order.priority for order in orders), LAST_PRIORITY),
        "ROLL": tuple(rolls.index(order.roll) + 1 if order.roll else 0 for order in orders),
        "CARD": tuple(cards.index(id) if id in scenario.cards else -1 for id in ids),
        # what an order is paid from, by order and team
        "PAYS": tuple(
            purse(order, team) if team in (deck.to if deck else (getattr(order, "by", ""),)) else -1
            for order, deck in zip(orders, order_decks, strict=True)
            for team in teams
        ),
        "ARGUMENT": tuple(int(deck is not None and deck.argument) for deck in order_decks),
        "PURSE_TEAM": tuple(teams.index(team) for team, _ in purses),
        "INCOME": tuple(records[team][id].income for team, id in purses),
        "BANK": tuple(records[team][id].bank for team, id in purses),
        # the purses of a team are those from FIRST_PURSE[team] on, up to the next team's first
        "FIRST_PURSE": (
            *(purses.index((team, next(iter(records[team])))) for team in teams),
            len(purses),
        ),
        "AGENDAS": tuple(len(held) for held in agendas_of(scenario)),
        "DECK_OF": tuple(decks.index(card.deck) for card in scenario.cards.values()),
        "CHOOSER": tuple(
            teams.index(card.choice.by) if card.choice else -1 for card in scenario.cards.values()
        ),
        "OPTIONS": tuple(
            len(card.choice.options) if card.choice else 0 for card in scenario.cards.values()
        ),
        # the cards of deck d are DECK_CARDS[DECK_FIRST[d]] up to DECK_CARDS[DECK_FIRST[d + 1] - 1]
        "DECK_CARDS": tuple(c for held in by_deck for c in held),
        "DECK_FIRST": tuple(sum(map(len, by_deck[:d])) for d in range(len(by_deck) + 1)),
        # hands: deck, team, cards at the start, cards a turn, limit; one entry each
        "HAND_DECK": tuple(d for d, _, _ in hands),
        "HAND_TEAM": tuple(t for _, t, _ in hands),
        "HAND_START": tuple(deck.start for _, _, deck in hands),
        "HAND_DRAW": tuple(deck.draw for _, _, deck in hands),
        # phases are numbered from 1; 0 is the dealing of agendas and hands
        "DOES": (-1, *(PHASE_KINDS.index(phase.does) for phase in phases)),
        "PHASE_DECK": (-1, *(decks.index(p.deck) if p.deck else -1 for p in phases)),
        "PHASE_DRAWS": (0, *(phase.draws for phase in phases)),
        "LAST_UPKEEP": (0, *(int(i == upkeeps[-1]) for i in range(len(phases)))),
        # rolls are numbered from 1; 0 is no roll
        "DICE": (0, *(roll.dice for roll in rolled)),
        "SIDES": (0, *(roll.sides for roll in rolled)),
        "NET": (0, *(roll.net for roll in rolled)),
        "BANDS": (0, *(len(roll.bands) for roll in rolled)),
        "CLASH_A": tuple(ids.index(clash.between[0]) for clash in clashes),
        "CLASH_B": tuple(ids.index(clash.between[1]) for clash in clashes),
        "VOIDS_A": tuple(int(clash.between[0] in clash.voids) for clash in clashes),
        "VOIDS_B": tuple(int(clash.between[1] in clash.voids) for clash in clashes),
        "TERM_DONE": tuple(int(term.done is not None) for term in terms),
        # the orders that keep or break term t are TERM_MOVES[TERM_FIRST[t]] up to the next first
        "TERM_MOVES": tuple(ids.index(move) for term in terms for move in term.moves),
        "TERM_FIRST": tuple(
            sum(len(term.moves) for term in terms[:t]) for t in range(len(terms) + 1)
        ),
        "TERM_BY": tuple(teams.index(term.by) for term in terms),
        # which agenda a team's k-th is, at team * MOST_AGENDAS + k
        "AGENDA_AT": tuple(
            i
            for held in agendas_of(scenario)
            for i in (*held, *[-1] * (most_agendas(scenario) - len(held)))
        ),
        # which agenda a hypothesis deals to a team, counted from 1, at hypothesis * TEAMS + team
        "CONDUCT_AGENDA": tuple(
            next((k for k, i in enumerate(held, 1) if agendas[i] in hypothesis.agendas), 0)
            for hypothesis in scenario.hypotheses.values()
            for held in agendas_of(scenario)
        ),
    }
