"""Reads a state of the kernel in the names that the walker uses."""

from __future__ import annotations

from typing import Any

from wargame.kernel.node import node, phase_of
from wargame.kernel.program import Program
from wargame.kernel.score import agenda_of, ending_of
from wargame.kernel.setup import State
from wargame.kernel.slots import ENTRY_STATES, OFFER_FIELDS, OFFER_STATES, late_tracks

PROMISES = ("open", "kept", "broken")


def snapshot(program: Program, s: State) -> dict[str, Any]:
    """Returns what `tests.walk.snapshot` returns, from a state."""
    scenario, layout, teams = program.scenario, program.layout, program.teams
    kind = node(program, s).kind
    shift = layout["PRIOR"] - layout["BOARD"]
    orders, place = program.orders, layout["PLACE"]
    queue = s[layout["QUEUE"] : layout["QUEUE"] + s[layout["QUEUED"]]]
    found: dict[str, Any] = {
        "turn": s[layout["TURN"]],
        "phase": phase_of(program, s),
        "node": kind,
        "numbers": {name: s[slot] for slot, (name, _) in program.board.items()},
        "prior": {name: s[slot + shift] for slot, (name, _) in program.board.items()},
        "history": {
            id: s[layout[f"L_{id}"] : layout[f"L_{id}"] + depth + 1]
            for id, depth in late_tracks(scenario).items()
        },
        "place": {
            id: {0: "pile", layout["OUT"]: "out"}.get(s[place + i]) or teams[s[place + i] - 1]
            for i, id in enumerate(program.cards)
        },
        "owed": {
            (deck, ("", *teams)[who]): count
            for i, deck in enumerate(scenario.decks)
            for who in range(len(teams) + 1)
            if (count := s[layout["OWED"] + i * layout["STRIDE"] + who])
        },
        "times": {id: s[layout["TIMES"] + i] for i, id in enumerate(orders)},
        "last": {id: s[layout["LAST"] + i] for i, id in enumerate(orders)},
        "ordered": sorted(id for i, id in enumerate(orders) if s[layout["ORDERED"] + i]),
        "switches": {id: s[layout["SWITCH"] + i] == 1 for i, id in enumerate(scenario.switches)},
        "queue": [
            (teams[entry // layout["PER_TEAM"]], order_at(program, s, entry)) for entry in queue
        ],
        "offers": [offer_at(program, s, k) for k in range(program.layout["OFFERS"])],
        "ending": ending_of(program, s),
    }
    for number, team in enumerate(teams):
        purses = scenario.teams[team].purses
        first = program.run.PURSE_TEAM.index(number)
        base = number * layout["PER_TEAM"]
        middle, last = base + scenario.about.orders, base + layout["PER_TEAM"]
        found[team] = {
            "agenda": agenda_of(program, s, team),
            "sealed": s[layout["SEALED"] + number] == 1,
            "reserved": {id: s[layout["SPENT"] + first + i] for i, id in enumerate(purses)},
            "orders": [
                entry_at(program, s, k) for k in range(base, middle) if given(program, s, k)
            ],
            "arguments": [
                entry_at(program, s, k) for k in range(middle, last) if given(program, s, k)
            ],
            "kept": s[layout["KEPT"] + number],
            "broken": s[layout["BROKEN"] + number],
        }
    who, what = s[layout["WHO"]], s[layout["WHAT"]]
    if kind in ("dice", "ruling", "weigh"):
        found["pending"] = (teams[who], orders[what] if what < layout["FREE"] else "")
    elif kind == "agenda":
        found["pending"] = teams[who]
    elif kind == "card":
        found["pending"] = (list(scenario.decks)[what], ("", *teams)[who])
    elif kind == "choice":
        found["pending"] = program.cards[what]
    if kind == "ruling":
        roll = list(scenario.rolls.values())[program.run.roll_of(s) - 1]
        found["outcome"] = (s[layout["TOTAL"]], list(roll.bands)[s[layout["BAND"]] - 1])
    return found


def given(program: Program, s: State, entry: int) -> bool:
    return s[program.layout["ORDER"] + entry] > 0


def order_at(program: Program, s: State, entry: int) -> str:
    order = s[program.layout["ORDER"] + entry] - 1
    return program.orders[order] if order < program.layout["FREE"] else ""


def entry_at(program: Program, s: State, entry: int) -> tuple[str, int, str]:
    layout = program.layout
    status = ENTRY_STATES[s[layout["ENTRY"] + entry]]
    return order_at(program, s, entry), s[layout["BOOST"] + entry], status


def offer_at(program: Program, s: State, k: int) -> tuple[Any, ...]:
    first = program.layout["OFFER"] + k * OFFER_FIELDS
    state, team, to, give, give_by, want, want_by, give_state, want_state = s[first : first + 9]
    if OFFER_STATES[state] == "free":
        return ()
    terms = ("", *program.scenario.terms)
    return (
        OFFER_STATES[state],
        program.teams[team],
        program.teams[to],
        (terms[give], give_by, PROMISES[give_state]),
        (terms[want], want_by, PROMISES[want_state]),
    )
