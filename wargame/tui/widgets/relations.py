"""Relations: the teams as boxes, and how they stand to each other as lines between them."""

from __future__ import annotations

from math import cos, pi, sin

from attrs import frozen
from rich.cells import cell_len
from rich.text import Text
from textual.widgets import Static

from wargame.kernel.view import Gauge, TeamView, View
from wargame.language import tr
from wargame.text import capitals
from wargame.tui.widgets.bar import trend
from wargame.tui.widgets.canvas import Canvas, Cell, Words, fitted

BOX_WIDTH, BOX_HEIGHT = 24, 4
"""How large a team's box is at most."""

LABEL = 20
"""Columns of the label on a line, at most; more where the line runs across and is longer."""

PLACES = (0.5, 0.38, 0.62, 0.28, 0.72)
"""Where along a line its label is tried."""

CORNERS = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
"""Where four teams stand, as parts of width and height."""

STROKES = (("┄", "┊", "·"), ("─", "│", "·"), ("━", "┃", "•"))
"""How a line is drawn that stands low, between and high: across, down and aslant."""


@frozen
class Area:
    """Is a rectangle of cells that something takes."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> Cell:
        """Is the cell in its middle."""
        return self.x + self.width // 2, self.y + self.height // 2

    def meets(self, other: Area) -> bool:
        """Returns whether the two share a cell."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


class Relations(Static):
    """Is the drawing; a scenario that names no relations has its teams drawn alone."""

    DEFAULT_CSS = "Relations { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._view: View | None = None

    def show(self, view: View) -> None:
        """Draws the view."""
        self._view = view
        self.refresh()

    def render(self) -> Text:
        """Draws in the rows and columns that there are."""
        if self._view is None:
            return Text()
        return drawing(self._view, self.size.width, self.size.height)


def drawing(view: View, width: int, height: int) -> Text:
    """Returns the drawing in so many columns and rows."""
    canvas = Canvas(width, height)
    boxes = {team.id: area for team, area in zip(view.teams, places(view, canvas), strict=True)}
    known = {gauge.id: gauge for gauge in view.gauges}
    labels: list[tuple[Area, tuple[Words, Words]]] = []
    taken = list(boxes.values())
    for relation in view.board.relations:
        gauge = known.get(relation.gauge)
        if gauge is None or gauge.value is None:
            continue
        start, end = (boxes[team].centre for team in relation.between)
        canvas.line(start, end, STROKES[_strength(gauge)], "bold" if _strength(gauge) > 1 else "")
        across = abs(end[0] - start[0]) - boxes[relation.between[0]].width - 4
        room = max(LABEL, across) if start[1] == end[1] else LABEL
        words = _label(relation.title or gauge.title, gauge, room)
        area = _place(start, end, max(map(_width, words)), taken)
        taken.append(area)
        labels.append((area, words))
    for area, words in labels:
        for row, pieces in enumerate(words):
            canvas.write(area.x + (area.width - _width(pieces)) // 2, area.y + row, pieces)
    for team in view.teams:
        _draw_team(canvas, boxes[team.id], team, view)
    return canvas.text()


def places(view: View, canvas: Canvas) -> tuple[Area, ...]:
    """Returns where each team's box stands: two side by side, four in the corners, others round."""
    count = len(view.teams)
    width = max(8, min(BOX_WIDTH, canvas.width // (2 if count < 3 else 3)))
    height = BOX_HEIGHT if canvas.height >= 3 * BOX_HEIGHT - 2 else BOX_HEIGHT - 1
    free_x, free_y = max(0, canvas.width - width), max(0, canvas.height - height)
    return tuple(
        Area(round(free_x * x), round(free_y * y), width, height) for x, y in _points(count)
    )


def _points(count: int) -> tuple[tuple[float, float], ...]:
    if count == 2:
        return ((0.0, 0.5), (1.0, 0.5))
    if count == 4:
        return CORNERS
    angles = (2 * pi * n / count - pi / 2 for n in range(count))
    return tuple(((1 + cos(angle)) / 2, (1 + sin(angle)) / 2) for angle in angles)


def _strength(gauge: Gauge) -> int:
    """Returns 0, 1 or 2 for the lower, middle and upper third of a gauge."""
    assert gauge.value is not None
    span = max(1, gauge.high - gauge.low)
    return min(2, (gauge.value - gauge.low) * 3 // span)


def _label(title: str, gauge: Gauge, room: int) -> tuple[Words, Words]:
    """Returns the two lines of a label: what it is, and how it stands."""
    assert gauge.value is not None
    change = trend(gauge.before, gauge.value)
    value = f"{gauge.text}/{gauge.high}" if gauge.kind == "track" else gauge.text
    standing = f" {fitted(value, room - 6)} {change}".rstrip() + " "
    return ((f" {fitted(title, room - 2)} ", ""),), ((standing, "bold"),)


def _width(words: Words) -> int:
    return sum(cell_len(text) for text, _ in words)


def _place(start: Cell, end: Cell, width: int, taken: list[Area]) -> Area:
    """Returns where on a line a label of that width stands free, or else its middle."""
    tried = []
    for part in PLACES:
        x = round(start[0] + (end[0] - start[0]) * part)
        y = round(start[1] + (end[1] - start[1]) * part)
        tried.append(Area(x - width // 2, y - (1 if start[1] == end[1] else 0), width, 2))
    free = (area for area in tried if not any(area.meets(other) for other in taken))
    return next(free, tried[0])


def _draw_team(canvas: Canvas, area: Area, team: TeamView, view: View) -> None:
    style = "bold" if team.id in view.waiting_for else ""
    canvas.box(area.x, area.y, area.width, area.height, style)
    inner = area.width - 4
    name = capitals(team.title)
    spaced = " ".join(name)
    rows: list[Words] = [((spaced if cell_len(spaced) <= inner else fitted(name, inner), "bold"),)]
    if area.height >= BOX_HEIGHT:
        rows.append(((fitted(_standing(team, view), inner), ""),))
    for row, words in enumerate(rows, 1):
        canvas.write(area.x + 2 + (inner - _width(words)) // 2, area.y + row, words)


def _standing(team: TeamView, view: View) -> str:
    """Returns whether a team is done with its orders, or else what its word has been worth."""
    if team.sealed:
        sealed = tr("sealed")
        return f"● {sealed}"
    if team.id in view.waiting_for:
        deciding = tr("deciding")
        return f"○ {deciding}"
    if team.kept or team.broken:
        return tr("kept {kept}, broke {broken}", kept=team.kept, broken=team.broken)
    return ""
