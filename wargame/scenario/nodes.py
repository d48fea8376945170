"""Reads YAML as plain nodes: mappings, lists and text, each with its place, and nothing else.

The events of the C parser are walked rather than composed by it: its composer recurses and crashes
the process on deep nesting, and here aliases, tags and double keys can be refused where they stand.
Scalars stay text, so that `no`, `1:30` and `010` are what their author wrote.
"""

from __future__ import annotations

import re

import yaml
from attrs import define, field, frozen

from wargame.language import tr
from wargame.scenario.model import Mark
from wargame.scenario.problems import Problems

SIZE_LIMIT = 2**20
"""Bytes that one file may have."""

DEPTH_LIMIT = 50

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNSAFE = re.compile("[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@frozen
class Scalar:
    """Is a piece of text; `quoted` if it stands in quotes or in a block."""

    text: str
    mark: Mark
    quoted: bool = False


@frozen
class Items:
    """Is a list."""

    nodes: list[Node]
    mark: Mark


@frozen
class Entries:
    """Is a mapping; its keys are text and differ."""

    pairs: dict[str, tuple[Scalar, Node]]
    mark: Mark


Node = Scalar | Items | Entries


def read_nodes(file: str, text: str, problems: Problems) -> Node | None:
    """Returns the root of a file, or None if it is empty or cannot be read.

    What is not allowed is added to `problems`.
    """
    body = text.removeprefix("\ufeff")
    if len(body.encode("utf-8", "surrogatepass")) > SIZE_LIMIT:
        problems.unreadable(
            Mark(file),
            tr("the file is larger than {size} bytes", size=SIZE_LIMIT),
            tr("divide it into several"),
        )
        return None
    unsafe = list(_UNSAFE.finditer(body))
    for found in unsafe[:10]:
        line = body.count("\n", 0, found.start()) + 1
        column = found.start() - body.rfind("\n", 0, found.start())
        problems.unreadable(Mark(file, line, column), *_unsafe(found.group()))
    if unsafe:
        return None
    try:
        return _Reader(file, problems).read(body)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problems.unreadable(
            Mark(file, mark.line + 1, mark.column + 1) if mark else Mark(file),
            tr("this is not YAML: {problem}", problem=getattr(error, "problem", None) or error),
            tr("look at quotes, colons and indentation here and just above"),
        )
    return None


def _unsafe(character: str) -> tuple[str, str]:
    """Returns what is wrong with a character, and the remedy."""
    if character == "\t":
        return tr("there is a tab"), tr("use blanks")
    # What `files` could not decode comes as one of these.
    if "\udc80" <= character <= "\udcff":
        return tr("this is not UTF-8"), tr("save the file as UTF-8")
    message = tr("there is a control character, {character}", character=ascii(character))
    return message, tr("take it out")


@define
class _Reader:
    """Builds nodes from the events of one file.

    `above` holds what is open, from the outside in, each with the key that waits for it in its
    owner; `key` waits for its value in the innermost mapping.
    """

    file: str
    problems: Problems
    root: Node | None = None
    above: list[tuple[Items | Entries, Scalar | None]] = field(factory=list)
    key: Scalar | None = None
    documents: int = 0

    def read(self, text: str) -> Node | None:
        """Returns the root node, or None as soon as going on would be pointless or unsafe."""
        for event in yaml.parse(text, Loader=_Loader):
            if not self._take(event):
                return None
        return self.root

    def _take(self, event: yaml.Event) -> bool:
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._refuse(
                        event, tr("a second document starts here"), tr("use one file for each")
                    )
                    return False
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                node, self.key = self.above.pop()
                self._add(node)
            case yaml.ScalarEvent():
                self._plain(event)
                self._add(Scalar(event.value, self._mark(event), not event.implicit[0]))
            case yaml.AliasEvent():
                self._refuse(
                    event,
                    tr("there is an alias, *{anchor}", anchor=event.anchor),
                    tr("write it out"),
                )
                self._add(Scalar("", self._mark(event), quoted=True))
        return True

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> bool:
        self._plain(event)
        if len(self.above) == DEPTH_LIMIT:
            self._refuse(event, tr("this is nested too deeply"), tr("write it flatter"))
            return False
        if self.above and isinstance(self.above[-1][0], Entries) and self.key is None:
            self._refuse(event, tr("a key must be one word"), tr("write `key: value`"))
            return False
        mark = self._mark(event)
        made = Entries({}, mark) if isinstance(event, yaml.MappingStartEvent) else Items([], mark)
        self.above.append((made, self.key))
        self.key = None
        return True

    def _add(self, node: Node) -> None:
        if not self.above:
            self.root = node
            return
        owner = self.above[-1][0]
        if isinstance(owner, Items):
            owner.nodes.append(node)
        elif self.key is not None:
            self._enter(owner, self.key, node)
            self.key = None
        elif isinstance(node, Scalar):
            self.key = node

    def _enter(self, owner: Entries, key: Scalar, node: Node) -> None:
        if key.text in owner.pairs:
            first = owner.pairs[key.text][0].mark
            self.problems.unreadable(
                key.mark,
                tr(
                    "'{key}' is written twice, first in line {line}",
                    key=key.text[:40],
                    line=first.line,
                ),
                tr("keep one"),
            )
            return
        owner.pairs[key.text] = (key, node)

    def _plain(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse(
                event,
                tr("there is an anchor, &{anchor}", anchor=event.anchor),
                tr("write the value out"),
            )
        if event.tag is not None:
            self._refuse(event, tr("there is a tag, {tag}", tag=event.tag), tr("take it out"))

    def _refuse(self, event: yaml.Event, message: str, remedy: str) -> None:
        self.problems.unreadable(self._mark(event), message, remedy)

    def _mark(self, event: yaml.Event) -> Mark:
        mark = event.start_mark
        return Mark(self.file, mark.line + 1, mark.column + 1) if mark else Mark(self.file)
