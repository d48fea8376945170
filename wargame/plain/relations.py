"""How teams stand to each other, and what the press makes of it, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.kernel.view import View
from wargame.language import tr
from wargame.plain.board import gauge_line
from wargame.plain.press import reading


def relations(view: View) -> Iterator[str]:
    """Returns one line for each pair of teams whose relation the board draws, then the reading."""
    titles = {team.id: team.title for team in view.teams}
    known = {gauge.id: gauge for gauge in view.gauges}
    for relation in view.board.relations:
        if relation.gauge in known:
            pair = tr(" and ").join(titles.get(team, team) for team in relation.between)
            yield f"{pair}. {gauge_line(known[relation.gauge])}"
    if not view.board.relations:
        yield tr("The board draws no relations.")
    if says := reading(view):
        yield tr("The press calls it: {words}.", words=says)
