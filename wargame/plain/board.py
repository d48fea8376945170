"""The board and the teams as lines: one fact a line, no meaning by layout."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import CardView, Gauge, GoalView, OrderView, Pending, TeamView, View
from wargame.language import marked, tr, trn
from wargame.plain.speech import signed, spoken
from wargame.plain.sums import besides, modifier

STATES = {
    "given": marked("given"),
    "waiting": marked("waiting"),
    "voided": marked("voided"),
    "lapsed": marked("lapsed"),
    "carried out": marked("carried out"),
    "pending": marked("pending"),
}
"""What may have become of an order."""


def heading(view: View) -> str:
    """Returns where play stands: turn, date and phase."""
    phase = view.phase_title or tr("Setting up")
    if view.node == "over":
        phase = tr("The game is over")
    return tr(
        "Turn {turn} of {turns}, {date}. {phase}.",
        turn=view.turn,
        turns=view.turns,
        date=view.date,
        phase=phase,
    )


def board(view: View) -> Iterator[str]:
    """Returns the whole board: tracks by owner, table cards, revealed orders, what is pending."""
    yield heading(view)
    names = {team.id: team.title for team in view.teams}
    apart = {cell for table in view.board.tables for row in table.rows for cell in row.cells}
    for owner in ("", *names):
        gauges = [gauge for gauge in view.gauges if gauge.of == owner and gauge.id not in apart]
        if gauges and owner:
            yield f"{names[owner]}:"
        yield from map(gauge_line, gauges)
    yield from tables(view)
    for card in view.table:
        yield tr("Card on the table: {card}. {text}", card=card.title, text=card.text)
    for order in view.orders:
        yield order_line(order, names)
    if view.pending is not None:
        yield from pending(view, view.pending)


def tables(view: View) -> Iterator[str]:
    """Returns the gauges that belong together, one row of a table a line."""
    known = {gauge.id: gauge for gauge in view.gauges}
    for table in view.board.tables:
        yield f"{table.title}:"
        for row in table.rows:
            cells = zip(table.columns, map(known.get, row.cells), strict=True)
            told = (_cell(column, gauge) for column, gauge in cells if gauge is not None)
            yield f"{row.title}: {'; '.join(told)}."


def _cell(column: str, gauge: Gauge) -> str:
    return ", ".join((f"{column} {gauge.text}", *_past(gauge)))


def phases(view: View) -> Iterator[str]:
    """Returns the phases of a turn in order, with what is done in each, and where play stands."""
    for number, phase in enumerate(view.phases, 1):
        told = {"number": number, "phase": phase.title, "says": phase.says}
        if phase.id == view.phase:
            line = tr("Now: Phase {number}, {phase}. {says}", **told).rstrip()
        else:
            line = tr("Phase {number}, {phase}. {says}", **told).rstrip()
        if phase.minutes:
            minutes = trn("About {number} minute.", "About {number} minutes.", phase.minutes)
            line = f"{line} {minutes}"
        yield line


def gauge_line(gauge: Gauge) -> str:
    """Returns one track, ladder or flag: its value, its range, what it was a turn ago."""
    parts = [f"{gauge.title}: {gauge.text}"]
    if gauge.kind == "track" and gauge.value is not None:
        parts.append(tr("from {low} to {high}", low=gauge.low, high=gauge.high))
    return ", ".join((*parts, *_past(gauge))) + "."


def _past(gauge: Gauge) -> Iterator[str]:
    """Returns what a gauge was a turn ago, and how old what is shown of it is."""
    if gauge.before is not None and gauge.value is not None and gauge.before != gauge.value:
        yield tr("was {value}", value=_value(gauge, gauge.before))
    if gauge.late:
        yield trn("seen {number} turn late", "seen {number} turns late", gauge.late)


def _value(gauge: Gauge, value: int) -> str:
    if gauge.kind == "ladder" and 0 <= value < len(gauge.steps):
        return gauge.steps[value]
    if gauge.kind == "flag":
        return tr("yes") if value else tr("no")
    return str(value)


def order_line(order: OrderView, names: dict[str, str]) -> str:
    """Returns one order with its boost and what became of it."""
    claim = f' "{order.claim}"' if order.claim else ""
    told = {
        "team": names.get(order.team, order.team),
        "order": f"{order.title}{claim}",
        "state": tr(STATES[order.status]),
    }
    if order.boost:
        boost = signed(order.boost)
        line = tr(
            "Order of {team}: {order} with {boost} on the roll, {state}.", boost=boost, **told
        )
    else:
        line = tr("Order of {team}: {order}, {state}.", **told)
    return " ".join((line, *(tr("Because: {reason}.", reason=why) for why in order.reasons)))


def pending(view: View, now: Pending) -> Iterator[str]:
    """Returns what is being adjudicated, or the question put to a team."""
    names = {team.id: team.title for team in view.teams}
    whose = f"{names[now.team]}: " if now.team in names else ""
    yield tr("Now: {what}.", what=f"{whose}{now.title}")
    if now.text:
        yield now.text
    if now.claim:
        yield tr("Claim: {claim}", claim=now.claim)
    for reason in now.reasons:
        yield tr("Reason: {reason}", reason=reason)
    if now.faces:
        yield tr(
            "Dice: {faces}, {net}, total {total}.",
            faces=tr(" and ").join(map(str, now.faces)),
            net=signed(now.net),
            total=now.total,
        )
    for addend in now.addends:
        yield modifier(addend.add, addend.why)
    for number, why in besides(now, view) if now.dice else ():
        yield modifier(number, why)
    if now.band_title:
        yield tr("Result: {result}. {says}", result=now.band_title, says=now.says).rstrip()


def teams(view: View) -> Iterator[str]:
    """Returns every team: what everybody may know of it, and what this seat may know."""
    for team in view.teams:
        yield f"{team.title} ({team.id}): {team.says}"
        yield _standing(team)
        if team.score is not None and team.achieved:
            yield tr("{team}: score {score}, achieved.", team=team.title, score=team.score)
        elif team.score is not None:
            yield tr("{team}: score {score}.", team=team.title, score=team.score)


def _standing(team: TeamView) -> str:
    told = {
        "team": team.title,
        "cards": team.hand_size,
        "kept": team.kept,
        "broken": team.broken,
    }
    if team.sealed:
        return tr(
            "{team}: orders sealed, cards in hand {cards}, promises kept {kept}, broken {broken}.",
            **told,
        )
    return tr(
        "{team}: orders not sealed, cards in hand {cards}, promises kept {kept}, broken {broken}.",
        **told,
    )


def purse_lines(team: TeamView) -> Iterator[str]:
    """Returns what the team can still spend."""
    for purse in team.purses:
        yield tr(
            "{purse}: {left} left; income {income}, bank {bank}.",
            purse=purse.title,
            left=purse.left,
            income=purse.income,
            bank=purse.bank,
        )


def hand(team: TeamView) -> Iterator[str]:
    """Returns the cards in the team's hand and the orders it has given."""
    yield trn("{number} card in hand.", "{number} cards in hand.", len(team.hand))
    for card in team.hand:
        yield from card_lines(card)
    yield from hand_orders(team)


def hand_orders(team: TeamView) -> Iterator[str]:
    """Returns the orders that the team has given, and what it can still spend."""
    for order in team.orders:
        yield order_line(order, {team.id: team.title})
    if not team.orders:
        yield tr("No orders are given.")
    yield from purse_lines(team)


def card_lines(card: CardView) -> Iterator[str]:
    """Returns one card: its text, its cost and what it does."""
    told = {"card": card.title, "id": card.id, "cost": card.cost, "text": card.text}
    if card.argument:
        yield tr("{card} ({id}, an argument), cost {cost}: {text}", **told)
    else:
        yield tr("{card} ({id}), cost {cost}: {text}", **told)
    for effect in card.effects:
        yield tr("Effect: {effect}", effect=spoken(effect))


def goals(view: View) -> Iterator[str]:
    """Returns every team's goals that this seat may know, its own agenda first."""
    for team in sorted(view.teams, key=lambda team: team.id != view.seat):
        if team.agenda:
            yield tr(
                "{team}, secret agenda: {agenda}. {text}",
                team=team.title,
                agenda=team.agenda,
                text=team.agenda_text,
            )
        for goal in (*team.agenda_goals, *team.goals):
            yield _goal(team, goal)


def _goal(team: TeamView, goal: GoalView) -> str:
    return tr(
        "{team}, goal: {goal}. {says} Now {standing} of {points} points.",
        team=team.title,
        goal=goal.title,
        says=goal.says,
        standing=goal.standing,
        points=goal.points,
    )


def ending(view: View) -> Iterator[str]:
    """Returns how the game ended, and everybody's scores; nothing while it runs."""
    if view.ending is None:
        return
    yield tr("The game has ended: {ending}.", ending=view.ending.title)
    yield from view.ending.closing
    for team in view.teams:
        if team.score is not None:
            yield _final(team, team.score)


def _final(team: TeamView, score: int) -> str:
    if team.achieved:
        line = tr("Score of {team}: {score} of 10, achieved.", team=team.title, score=score)
    else:
        line = tr("Score of {team}: {score} of 10.", team=team.title, score=score)
    agenda = tr("Its secret agenda was: {agenda}.", agenda=team.agenda)
    return f"{line} {agenda}" if team.agenda else line
