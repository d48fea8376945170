"""Takes what the facilitator decides."""

from __future__ import annotations

from typing import Any

from wargame.errors import DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel import patches
from wargame.kernel.node import bands_of, injectable, node
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES
from wargame.kernel.steps.checks import refuse, require
from wargame.text import nearest


def accept(program: Program, run: Any, s: State, decision: d.Accept) -> None:
    require(program, s, "ruling", "accepting an outcome")
    run.accept(s)


def overrule(program: Program, run: Any, s: State, decision: d.Overrule) -> None:
    require(program, s, "ruling", "overruling an outcome")
    if decision.band:
        bands = bands_of(program, s)
        if decision.band not in bands:
            raise DecisionMalformed(
                f"no band '{decision.band}'{nearest(decision.band, bands)}",
                remedy="one of: " + ", ".join(bands),
            )
        s[program.layout["BAND"]] = bands.index(decision.band) + 1
        run.accept(s)
    else:
        changes = patches.resolve(program, decision.patch)
        run.finish_order(s)
        patches.apply(program, run, s, changes)


def weigh(program: Program, run: Any, s: State, decision: d.Weigh) -> None:
    require(program, s, "weigh", "weighing an argument")
    cap = run.NET[program.layout["FREE_ROLL"]]
    if abs(decision.net) > cap:
        raise refuse(f"a net weight of {decision.net:+d}", f"-{cap} to +{cap}")
    patches.store(program, s, "SUCCESS", patches.resolve(program, decision.success))
    patches.store(program, s, "FAILURE", patches.resolve(program, decision.failure))
    s[program.layout["WEIGHED"]] = decision.net
    s[program.layout["WAIT"]] = NODES.index("dice")


def _not_over(program: Program, s: State) -> None:
    if NODES[s[program.layout["WAIT"]]] == "over":
        raise refuse("the game is over", "go back first: undo")


def rule(program: Program, run: Any, s: State, decision: d.Ruling) -> None:
    _not_over(program, s)
    patches.apply(program, run, s, patches.resolve(program, decision.patch))


def inject(program: Program, run: Any, s: State, decision: d.Inject) -> None:
    _not_over(program, s)
    if not decision.card:
        patches.apply(program, run, s, patches.resolve(program, decision.patch))
        return
    cards = injectable(program, s)
    if decision.card not in cards:
        raise refuse(
            f"'{decision.card}' cannot be brought in{nearest(decision.card, cards)}",
            "a card of a table deck that has not happened yet",
        )
    if NODES[s[program.layout["WAIT"]]] not in ("phase", "orders"):
        raise refuse("something is being decided", "bring the card in afterwards")
    s[program.layout["WAIT"]] = NODES.index("none")
    run.happen(s, program.cards.index(decision.card))


def advance(program: Program, run: Any, s: State, decision: d.Advance) -> None:
    if NODES[s[program.layout["WAIT"]]] not in ("phase", "orders"):
        raise refuse("the phase cannot end now", f"play waits for: {node(program, s).kind}")
    run.end_phase(s, program.scratch())
