"""What has happened, as lines: changes with their causes, the log, messages, the save's health."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wargame.kernel.view import PUBLIC, Change, LogLine, MessageView, View

UNBACKED = ("design", "fact")
"""Sources that name no statement which could be looked up."""


def changes(view: View) -> Iterator[str]:
    """Returns what this turn and the last one changed, and why."""
    if not view.changes:
        yield "Nothing has changed yet."
    yield from change_lines(view, view.changes)


def change_lines(view: View, happened: Iterable[Change]) -> Iterator[str]:
    """Returns each change with its cause, one gauge a line."""
    for change in happened:
        yield cause_line(view, change)
        if change.faces and change.total != sum(change.faces):
            yield f"The dice and what was added: {change.total} in all. 'why' tells how."
        yield from delta_lines(change)
        backed = [claim for claim in change.source if claim not in UNBACKED]
        if backed:
            yield f"Source: {', '.join(backed)}."


def cause_line(view: View, change: Change) -> str:
    """Returns what happened, whose it was and what it says."""
    names = {team.id: team.title for team in view.teams}
    whose = f" of {names[change.team]}" if change.team in names else ""
    return f"{change.kind.capitalize()}{whose}: {change.title}. {change.says}".rstrip()


def delta_lines(change: Change) -> Iterator[str]:
    """Returns what a change moved, one gauge a line."""
    for delta in change.deltas:
        yield f"{delta.title}: from {delta.before} to {delta.after}, because of {change.title}."


def log(view: View, asked: str = "") -> Iterator[str]:
    """Returns the record as this seat may read it: all, its last lines, or those with a word."""
    lines = view.log
    if asked.isascii() and asked.isdigit():
        lines = lines[max(0, len(lines) - int(asked[:6])) :]
    elif asked:
        lines = tuple(line for line in lines if asked.casefold() in line.text.casefold())
    if not lines:
        yield f"Nothing in the log has '{asked}' in it." if asked else "The log is empty."
    yield from map(log_line, lines)


def log_line(line: LogLine) -> str:
    """Returns one line of the record."""
    return f"Record {line.record}, turn {line.turn}: {line.text}"


def message_line(view: View, message: MessageView) -> str:
    """Returns one message with who sent it to whom."""
    names = {team.id: team.title for team in view.teams} | {PUBLIC: "The table"}
    sender = names.get(message.sender, message.sender.capitalize())
    to = names.get(message.to, message.to) or "everybody"
    return f"{sender} to {to}: {message.text}"


def messages(view: View) -> Iterator[str]:
    """Returns the messages that this seat may read."""
    if not view.messages:
        yield "There are no messages."
    for message in view.messages:
        yield message_line(view, message)
