"""How play goes on between the decisions of teams: nobody talks, and what dice show stands.

Orders are sealed and simultaneous. Where players move one at a time, the first team gives its
orders and seals, then the next; none of them sees what the others gave before the reveal.
"""

from __future__ import annotations

from functools import lru_cache

from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES

NOBODY = -1


def rest(program: Program, s: State) -> str:
    """Plays on, in place, to where a team or chance must decide; returns the kind of that node.

    Outcomes are accepted, phases end, arguments in a team's own words weigh nothing, as where
    nobody facilitates.
    """
    layout, run = program.layout, program.run
    out = program.scratch()
    while True:
        waiting = NODES[run.settle(s, out)]
        if waiting == "ruling":
            run.accept(s)
        elif waiting == "phase":
            run.end_phase(s, out)
        elif waiting == "card" and run.drawable(s, out) == 0:
            run.forgo_cards(s)
        elif waiting == "weigh":
            s[layout["WEIGHED"]] = 0
            s[layout["WAIT"]] = layout["N_DICE"]
        else:
            return waiting


def to_move(program: Program, s: State, last: int) -> int:
    """Returns the team that decides, NOBODY if none does.

    Whoever moved last goes on until it seals.
    """
    layout = program.layout
    waiting = s[layout["WAIT"]]
    if waiting == layout["N_CHOICE"]:
        return s[layout["WHO"]]
    if waiting != layout["N_ORDERS"]:
        return NOBODY
    sealed = s[layout["SEALED"] : layout["SEALED"] + len(program.teams)]
    return last if last != NOBODY and not sealed[last] else sealed.index(0)


def outcomes(program: Program, s: State) -> list[tuple[int, float]]:
    """Returns what chance can bring at an agenda, card or dice node, with exact probabilities.

    The number of the team's agenda; the number of the card; the total of the faces.
    """
    layout, run = program.layout, program.run
    waiting = NODES[s[layout["WAIT"]]]
    if waiting == "dice":
        roll = run.roll_of(s)
        return list(totals(run.DICE[roll], run.SIDES[roll]))
    if waiting == "agenda":
        numbers: list[int] = list(range(run.AGENDAS[s[layout["WHO"]]]))
    else:
        out = program.scratch()
        numbers = sorted(out[: run.drawable(s, out)])
    return [(number, 1 / len(numbers)) for number in numbers]


def befall(program: Program, s: State, outcome: int) -> None:
    """Lets chance bring an outcome, in place."""
    layout, run = program.layout, program.run
    waiting = NODES[s[layout["WAIT"]]]
    if waiting == "dice":
        run.roll_dice(s, outcome)
    elif waiting == "agenda":
        run.give_agenda(s, s[layout["WHO"]], outcome)
    else:
        run.give_card(s, outcome)


@lru_cache
def totals(dice: int, sides: int) -> tuple[tuple[int, float], ...]:
    """Returns each total of so many fair dice with its probability."""
    ways = {0: 1}
    for _ in range(dice):
        after: dict[int, int] = {}
        for total, count in ways.items():
            for face in range(1, sides + 1):
                after[total + face] = after.get(total + face, 0) + count
        ways = after
    return tuple((total, count / sides**dice) for total, count in sorted(ways.items()))
