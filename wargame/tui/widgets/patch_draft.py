"""PatchDraft: changes of the board as they are being put together, before they are ruled."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, field, frozen

from wargame.kernel.view import Gauge, View
from wargame.language import tr


@frozen(kw_only=True)
class Entry:
    """Is something on the board that can be changed: a gauge or a purse."""

    name: str
    title: str
    of: str
    value: int
    low: int
    high: int
    steps: tuple[str, ...] = ()  # titles, from `low` up; such an entry is set, never added to

    def words(self, value: int) -> str:
        """Returns a value as it is read out."""
        return self.steps[value - self.low] if self.steps else str(value)


@frozen
class Edit:
    """Is the change of one entry: `number` is added, or set."""

    number: int
    is_set: bool


def _owner(gauge: Gauge, titles: dict[str, str]) -> str:
    """Returns whose a gauge is, unless its title says so already."""
    owner = titles.get(gauge.of, "")
    return "" if owner and gauge.title.endswith(f", {owner}") else owner


def entries(view: View) -> tuple[Entry, ...]:
    """Returns what the facilitator may change: every gauge, then every purse."""
    titles = {team.id: team.title for team in view.teams}
    gauges = [
        Entry(
            name=gauge.id,
            title=gauge.title,
            of=_owner(gauge, titles),
            value=gauge.low if gauge.value is None else gauge.value,
            low=gauge.low,
            high=gauge.high,
            steps=(tr("no"), tr("yes")) if gauge.kind == "flag" else gauge.steps,
        )
        for gauge in view.gauges
    ]
    purses = [
        Entry(
            name=purse.id if "." in purse.id else f"{team.id}.{purse.id}",
            title=purse.title,
            of=team.title,
            value=purse.left,
            low=0,
            high=99,
        )
        for team in view.teams
        for purse in team.purses
    ]
    return (*gauges, *purses)


@frozen
class PatchDraft:
    """Is a list of changes being put together; every method returns another draft."""

    entries: dict[str, Entry]
    edits: dict[str, Edit] = field(factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> PatchDraft:
        """Returns an empty draft over these entries."""
        return cls({entry.name: entry for entry in entries})

    def nudge(self, name: str, by: int) -> PatchDraft:
        """Returns a draft in which the entry ends up `by` higher, within its bounds."""
        entry, edit = self.entries[name], self.edits.get(name)
        after = max(entry.low, min(entry.high, self.after(name) + by))
        is_set = bool(entry.steps) or (edit is not None and edit.is_set)
        if after == entry.value and not (edit and edit.is_set and not entry.steps):
            return self.without(name)
        return self._with(name, Edit(after if is_set else after - entry.value, is_set))

    def switch(self, name: str) -> PatchDraft:
        """Returns a draft in which the entry is set instead of added to, or the reverse."""
        entry, edit = self.entries[name], self.edits.get(name)
        if entry.steps:
            return self
        if edit is not None and edit.is_set:
            if edit.number == entry.value:
                return self.without(name)
            return self._with(name, Edit(edit.number - entry.value, False))
        return self._with(name, Edit(self.after(name), True))

    def without(self, name: str) -> PatchDraft:
        """Returns a draft that leaves the entry alone."""
        return evolve(self, edits={key: edit for key, edit in self.edits.items() if key != name})

    def after(self, name: str) -> int:
        """Returns the value that the entry would have."""
        entry, edit = self.entries[name], self.edits.get(name)
        if edit is None:
            return entry.value
        return edit.number if edit.is_set else entry.value + edit.number

    @property
    def notation(self) -> str:
        """Is the patch as decisions are written: `[water -= 2, gate = 1]`."""
        return "[" + ", ".join(map(self._adjust, self.edits)) + "]"

    def words(self, name: str) -> str:
        """Returns the change of one entry in words, or nothing."""
        entry, edit = self.entries[name], self.edits.get(name)
        if edit is None:
            return ""
        how = tr("set") if edit.is_set else f"{edit.number:+d}"
        return f"{entry.words(entry.value)} → {entry.words(self.after(name))} ({how})"

    def _adjust(self, name: str) -> str:
        edit = self.edits[name]
        if edit.is_set:
            return f"{name} = {edit.number}"
        return f"{name} {'-=' if edit.number < 0 else '+='} {abs(edit.number)}"

    def _with(self, name: str, edit: Edit) -> PatchDraft:
        return evolve(self, edits={**self.edits, name: edit})
