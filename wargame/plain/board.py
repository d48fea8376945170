"""The board and the teams as lines: one fact a line, no meaning by layout."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import CardView, Gauge, GoalView, OrderView, Pending, TeamView, View
from wargame.plain.speech import count, signed, spoken
from wargame.plain.sums import besides


def heading(view: View) -> str:
    """Returns where play stands: turn, date and phase."""
    phase = view.phase_title or "Setting up"
    if view.node == "over":
        phase = "The game is over"
    return f"Turn {view.turn} of {view.turns}, {view.date}. {phase}."


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
        yield f"Card on the table: {card.title}. {card.text}"
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
    parts = [f"{column} {gauge.text}"]
    if gauge.before is not None and gauge.value is not None and gauge.before != gauge.value:
        parts.append(f"was {_value(gauge, gauge.before)}")
    if gauge.late:
        parts.append(f"seen {count(gauge.late, 'turn')} late")
    return ", ".join(parts)


def phases(view: View) -> Iterator[str]:
    """Returns the phases of a turn in order, with what is done in each, and where play stands."""
    for number, phase in enumerate(view.phases, 1):
        minutes = f" About {count(phase.minutes, 'minute')}." if phase.minutes else ""
        now = "Now: " if phase.id == view.phase else ""
        yield f"{now}Phase {number}, {phase.title}. {phase.says}".rstrip() + minutes


def gauge_line(gauge: Gauge) -> str:
    """Returns one track, ladder or flag: its value, its range, what it was a turn ago."""
    parts = [f"{gauge.title}: {gauge.text}"]
    if gauge.kind == "track" and gauge.value is not None:
        parts.append(f"from {gauge.low} to {gauge.high}")
    if gauge.before is not None and gauge.value is not None and gauge.before != gauge.value:
        parts.append(f"was {_value(gauge, gauge.before)}")
    if gauge.late:
        parts.append(f"seen {count(gauge.late, 'turn')} late")
    return ", ".join(parts) + "."


def _value(gauge: Gauge, value: int) -> str:
    if gauge.kind == "ladder" and 0 <= value < len(gauge.steps):
        return gauge.steps[value]
    if gauge.kind == "flag":
        return "yes" if value else "no"
    return str(value)


def order_line(order: OrderView, names: dict[str, str]) -> str:
    """Returns one order with its boost and what became of it."""
    boost = f" with {signed(order.boost)} on the roll" if order.boost else ""
    claim = f' "{order.claim}"' if order.claim else ""
    reasons = "".join(f" Because: {reason}." for reason in order.reasons)
    team = names.get(order.team, order.team)
    return f"Order of {team}: {order.title}{claim}{boost}, {order.status}.{reasons}"


def pending(view: View, now: Pending) -> Iterator[str]:
    """Returns what is being adjudicated, or the question put to a team."""
    names = {team.id: team.title for team in view.teams}
    whose = f"{names[now.team]}: " if now.team in names else ""
    yield f"Now: {whose}{now.title}."
    if now.text:
        yield now.text
    if now.claim:
        yield f"Claim: {now.claim}"
    for reason in now.reasons:
        yield f"Reason: {reason}"
    if now.faces:
        faces = " and ".join(map(str, now.faces))
        yield f"Dice: {faces}, {signed(now.net)}, total {now.total}."
    for addend in now.addends:
        yield f"Modifier {signed(addend.add)}: {addend.why}."
    for number, why in besides(now, view) if now.dice else ():
        yield f"Modifier {signed(number)}: {why}."
    if now.band_title:
        yield f"Result: {now.band_title}. {now.says}".rstrip()


def teams(view: View) -> Iterator[str]:
    """Returns every team: what everybody may know of it, and what this seat may know."""
    for team in view.teams:
        yield f"{team.title} ({team.id}): {team.says}"
        sealed = "orders sealed" if team.sealed else "orders not sealed"
        yield (
            f"{team.title}: {sealed}, cards in hand {team.hand_size},"
            f" promises kept {team.kept}, broken {team.broken}."
        )
        if team.score is not None:
            yield f"{team.title}: score {team.score}{', achieved' if team.achieved else ''}."


def purse_lines(team: TeamView) -> Iterator[str]:
    """Returns what the team can still spend."""
    for purse in team.purses:
        yield f"{purse.title}: {purse.left} left; income {purse.income}, bank {purse.bank}."


def hand(team: TeamView) -> Iterator[str]:
    """Returns the cards in the team's hand and the orders it has given."""
    yield f"{count(len(team.hand), 'card')} in hand."
    for card in team.hand:
        yield from card_lines(card)
    yield from hand_orders(team)


def hand_orders(team: TeamView) -> Iterator[str]:
    """Returns the orders that the team has given, and what it can still spend."""
    for order in team.orders:
        yield order_line(order, {team.id: team.title})
    if not team.orders:
        yield "No orders are given."
    yield from purse_lines(team)


def card_lines(card: CardView) -> Iterator[str]:
    """Returns one card: its text, its cost and what it does."""
    argument = ", an argument" if card.argument else ""
    yield f"{card.title} ({card.id}{argument}), cost {card.cost}: {card.text}"
    for effect in card.effects:
        yield f"Effect: {spoken(effect)}"


def goals(view: View) -> Iterator[str]:
    """Returns every team's goals that this seat may know, its own agenda first."""
    for team in sorted(view.teams, key=lambda team: team.id != view.seat):
        if team.agenda:
            yield f"{team.title}, secret agenda: {team.agenda}. {team.agenda_text}"
        for goal in (*team.agenda_goals, *team.goals):
            yield _goal(team, goal)


def _goal(team: TeamView, goal: GoalView) -> str:
    return (
        f"{team.title}, goal: {goal.title}. {goal.says}"
        f" Now {goal.standing} of {goal.points} points."
    )


def ending(view: View) -> Iterator[str]:
    """Returns how the game ended, and everybody's scores; nothing while it runs."""
    if view.ending is None:
        return
    yield f"The game has ended: {view.ending.title}."
    yield from view.ending.closing
    for team in view.teams:
        if team.score is not None:
            achieved = ", achieved" if team.achieved else ""
            agenda = f" Its secret agenda was: {team.agenda}." if team.agenda else ""
            yield f"Score of {team.title}: {team.score} of 10{achieved}.{agenda}"
