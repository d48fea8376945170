"""The press: what a made-up paper makes of the turn that has ended, from what all may know."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from wargame.kernel.view import Change, Delta, View
from wargame.language import marked, tr

PAPER = marked("The Front Page")
"""The paper's name where a scenario gives none."""

STORIES = 5
"""Stories on a page, the lead among them."""

WEIGHTS = {"clash": 4, "deal": 2, "outcome": 2, "move": 2, "event": 1, "inject": 1, "choice": 1}
"""What kinds of news an editor prefers, in points on top of what has moved."""

SETTLED = 3
"""Points for something with a name that is another now; a number counts by how far it moved."""


@frozen
class Story:
    """Is one piece of news: an act with what came of it, or an event."""

    team: str  # its title, or ""
    title: str
    says: str
    deltas: tuple[Delta, ...]
    weight: int


@frozen
class FrontPage:
    """Is the page of one turn, its stories with the weightiest first."""

    paper: str
    motto: str
    turn: int
    stories: tuple[Story, ...]
    reading: str  # what the press makes of the crisis, or ""


def front_page(view: View) -> FrontPage | None:
    """Returns the page of the turn that ended last; none before the first has."""
    turn = view.turn if view.ending is not None else view.turn - 1
    titles = {team.id: team.title for team in view.teams}
    stories: list[Story] = []
    for change in view.changes:
        if change.turn == turn and change.kind != "reveal":
            _take_up(stories, _story(change, titles))
    stories = sorted((story for story in stories if story.deltas), key=lambda story: -story.weight)
    if not stories:
        return None
    press = view.board.press
    return FrontPage(
        paper=press.title if press is not None else tr(PAPER),
        motto=press.says if press is not None else "",
        turn=turn,
        stories=tuple(stories[:STORIES]),
        reading=reading(view),
    )


def reading(view: View) -> str:
    """Returns what the press calls the crisis; nothing where the scenario has no words for it."""
    board = view.board.reading
    if board is None:
        return ""
    value = next((gauge.value for gauge in view.gauges if gauge.id == board.track), None)
    if value is None:
        return ""
    return next(
        (words.says for words in board.words if words.upto is None or value <= words.upto), ""
    )


def lines(view: View) -> Iterator[str]:
    """Returns the page as lines."""
    page = front_page(view)
    if page is None:
        yield tr("No turn has ended yet, so there is no paper.")
        return
    motto = f" {page.motto}." if page.motto else ""
    yield tr("{paper}, after turn {turn}.", paper=page.paper, turn=page.turn) + motto
    if page.reading:
        yield tr("It calls the crisis: {words}.", words=page.reading)
    for story in page.stories:
        whose = f"{story.team}: " if story.team else ""
        yield f"{whose}{story.title}. {story.says}".rstrip()
        yield f"{'; '.join(map(_change, story.deltas))}."


def _change(delta: Delta) -> str:
    return tr(
        "{gauge} from {before} to {after}",
        gauge=delta.title,
        before=delta.before,
        after=delta.after,
    )


def _story(change: Change, titles: dict[str, str]) -> Story:
    weight = WEIGHTS.get(change.kind, 0) + sum(map(_moved, change.deltas))
    team = titles.get(change.team, "")
    return Story(team, change.title, change.says, change.deltas, weight)


def _take_up(stories: list[Story], story: Story) -> None:
    """Adds a story, to the one before it if that is of the same act."""
    if (
        stories
        and story.team
        and (stories[-1].team, stories[-1].title) == (story.team, story.title)
    ):
        last = stories.pop()
        story = evolve(
            last,
            says=f"{last.says} {story.says}".strip(),
            deltas=(*last.deltas, *story.deltas),
            weight=last.weight + story.weight,
        )
    stories.append(story)


def _moved(delta: Delta) -> int:
    """Returns how much a change of a gauge is worth as news."""
    before, after = (text.replace("−", "-") for text in (delta.before, delta.after))
    if before.lstrip("-").isdecimal() and after.lstrip("-").isdecimal():
        return abs(int(after) - int(before))
    return SETTLED
