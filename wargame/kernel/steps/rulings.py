"""Takes what the facilitator decides."""

from __future__ import annotations

from typing import Any

from wargame.errors import DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel import patches
from wargame.kernel.node import awaited, bands_of, injectable
from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.slots import NODES
from wargame.kernel.steps.checks import refuse, require
from wargame.language import marked, tr
from wargame.text import nearest


def accept(program: Program, run: Any, s: State, decision: d.Accept) -> None:
    require(program, s, "ruling", marked("accepting an outcome"))
    run.accept(s)


def overrule(program: Program, run: Any, s: State, decision: d.Overrule) -> None:
    require(program, s, "ruling", marked("overruling an outcome"))
    if decision.band:
        bands = bands_of(program, s)
        if decision.band not in bands:
            raise DecisionMalformed(
                tr(
                    "no band '{band}'{guess}",
                    band=decision.band,
                    guess=nearest(decision.band, bands),
                ),
                remedy=tr("one of: {known}", known=", ".join(bands)),
            )
        s[program.layout["BAND"]] = bands.index(decision.band) + 1
        run.accept(s)
    else:
        changes = patches.resolve(program, decision.patch)
        run.finish_order(s)
        patches.apply(program, run, s, changes)


def weigh(program: Program, run: Any, s: State, decision: d.Weigh) -> None:
    require(program, s, "weigh", marked("weighing an argument"))
    cap = run.NET[program.layout["FREE_ROLL"]]
    if abs(decision.net) > cap:
        message = tr("a net weight of {net}", net=f"{decision.net:+d}")
        raise refuse(message, tr("{first} to {last}", first=f"-{cap}", last=f"+{cap}"))
    patches.store(program, s, "SUCCESS", patches.resolve(program, decision.success))
    patches.store(program, s, "FAILURE", patches.resolve(program, decision.failure))
    s[program.layout["WEIGHED"]] = decision.net
    s[program.layout["WAIT"]] = NODES.index("dice")


def _not_over(program: Program, s: State) -> None:
    if NODES[s[program.layout["WAIT"]]] == "over":
        raise refuse(tr("the game is over"), tr("go back first: undo"))


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
            tr(
                "'{card}' cannot be brought in{guess}",
                card=decision.card,
                guess=nearest(decision.card, cards),
            ),
            tr("a card of a table deck that has not happened yet"),
        )
    if NODES[s[program.layout["WAIT"]]] not in ("phase", "orders"):
        raise refuse(tr("something is being decided"), tr("bring the card in afterwards"))
    s[program.layout["WAIT"]] = NODES.index("none")
    run.happen(s, program.cards.index(decision.card))


def advance(program: Program, run: Any, s: State, decision: d.Advance) -> None:
    kind = NODES[s[program.layout["WAIT"]]]
    if kind not in ("phase", "orders"):
        message = tr("the phase cannot end now")
        raise refuse(message, tr("play waits for: {what}", what=awaited(kind)))
    run.end_phase(s, program.scratch())
