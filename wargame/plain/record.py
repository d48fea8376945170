"""What has happened, as lines: changes with their causes, the log, messages, the save's health."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wargame.kernel.view import FACILITATOR, PUBLIC, Change, LogLine, MessageView, View
from wargame.language import marked, tr

KINDS = {
    "reveal": marked("Reveal"),
    "move": marked("Move"),
    "outcome": marked("Outcome"),
    "argument": marked("Argument"),
    "event": marked("Event"),
    "choice": marked("Choice"),
    "rule": marked("Rule"),
    "clash": marked("Clash"),
    "preset": marked("Preset"),
    "deal": marked("Deal"),
    "ruling": marked("Ruling"),
    "inject": marked("Inject"),
}
"""What each kind of change is called."""

SEATS = {FACILITATOR: marked("Facilitator"), PUBLIC: marked("Public")}
"""What the seats are called that are no team's."""

UNBACKED = ("design", "fact")
"""Sources that name no statement which could be looked up."""


def changes(view: View) -> Iterator[str]:
    """Returns what this turn and the last one changed, and why."""
    if not view.changes:
        yield tr("Nothing has changed yet.")
    yield from change_lines(view, view.changes)


def change_lines(view: View, happened: Iterable[Change]) -> Iterator[str]:
    """Returns each change with its cause, one gauge a line."""
    for change in happened:
        yield cause_line(view, change)
        if change.faces and change.total != sum(change.faces):
            yield tr(
                "The dice and what was added: {total} in all. 'why' tells how.", total=change.total
            )
        yield from delta_lines(change)
        backed = [claim for claim in change.source if claim not in UNBACKED]
        if backed:
            yield tr("Source: {statements}.", statements=", ".join(backed))


def cause_line(view: View, change: Change) -> str:
    """Returns what happened, whose it was and what it says."""
    names = {team.id: team.title for team in view.teams}
    told = {"kind": tr(KINDS[change.kind]), "title": change.title, "says": change.says}
    if change.team not in names:
        return tr("{kind}: {title}. {says}", **told).rstrip()
    return tr("{kind} of {team}: {title}. {says}", team=names[change.team], **told).rstrip()


def delta_lines(change: Change) -> Iterator[str]:
    """Returns what a change moved, one gauge a line."""
    for delta in change.deltas:
        yield tr(
            "{gauge}: from {before} to {after}, because of {cause}.",
            gauge=delta.title,
            before=delta.before,
            after=delta.after,
            cause=change.title,
        )


def log(view: View, asked: str = "") -> Iterator[str]:
    """Returns the record as this seat may read it: all, its last lines, or those with a word."""
    lines = view.log
    if asked.isascii() and asked.isdigit():
        lines = lines[max(0, len(lines) - int(asked[:6])) :]
    elif asked:
        lines = tuple(line for line in lines if asked.casefold() in line.text.casefold())
    if not lines and asked:
        yield tr("Nothing in the log has '{word}' in it.", word=asked)
    elif not lines:
        yield tr("The log is empty.")
    yield from map(log_line, lines)


def log_line(line: LogLine) -> str:
    """Returns one line of the record."""
    return tr(
        "Record {record}, turn {turn}: {text}",
        record=line.record,
        turn=line.turn,
        text=line.text,
    )


def message_line(view: View, message: MessageView) -> str:
    """Returns one message with who sent it to whom."""
    names = {team.id: team.title for team in view.teams} | {PUBLIC: tr("The table")}
    senders = names | {FACILITATOR: tr("Facilitator")}
    readers = names | {FACILITATOR: tr("facilitator"), "": tr("everybody")}
    return tr(
        "{sender} to {reader}: {text}",
        sender=senders.get(message.sender, message.sender),
        reader=readers.get(message.to, message.to),
        text=message.text,
    )


def messages(view: View) -> Iterator[str]:
    """Returns the messages that this seat may read."""
    if not view.messages:
        yield tr("There are no messages.")
    for message in view.messages:
        yield message_line(view, message)
