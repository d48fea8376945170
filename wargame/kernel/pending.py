"""What is being adjudicated, or asked of a team, as a seat sees it."""

from __future__ import annotations

from attrs import evolve

from wargame.kernel.node import bands_of
from wargame.kernel.odds import addends
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse
from wargame.kernel.view import Pending
from wargame.language import tr


def pending(seen: Glimpse, state: State, kind: str) -> Pending | None:
    """Returns what is being adjudicated or asked, or None."""
    if kind not in ("dice", "ruling", "weigh", "choice"):
        return None
    program, layout, run = seen.program, seen.program.layout, seen.program.run
    team, what = state[layout["WHO"]], state[layout["WHAT"]]
    if kind == "choice":
        card = program.scenario.cards[program.cards[what]]
        ask = card.choice.ask if card.choice else card.text
        return Pending(
            kind=kind,
            team=program.teams[team],
            id=program.cards[what],
            title=card.title,
            text=ask,
            source=card.source,
        )
    free = what == layout["FREE"]
    record = None if free else program.order(program.orders[what])
    roll = run.roll_of(state)
    rolls = list(program.scenario.rolls.values())
    bands = tuple((id, band.title) for id, band in rolls[roll - 1].bands.items())
    asked = Pending(
        kind=kind,
        team=program.teams[team],
        id="" if free else program.orders[what],
        title=record.title if record else tr("A matrix argument"),
        text=record.text if record else "",
        dice=run.DICE[roll],
        sides=run.SIDES[roll],
        bands=bands,
        band_texts=tuple(record.outcomes[id].says for id, _ in bands) if record else (),
        source=record.source if record else (),
    )
    if kind == "weigh":
        return asked
    added = () if free else addends(program, state, what, {})
    rolled = evolve(asked, addends=added, net=run.capped_net(state))
    if kind == "dice":
        return rolled
    band = bands_of(program, state)[state[layout["BAND"]] - 1]
    says = record.outcomes[band].says if record else ""
    return evolve(
        rolled,
        total=state[layout["TOTAL"]],
        band=band,
        band_title=dict(bands)[band],
        says=says,
    )
