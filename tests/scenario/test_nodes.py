"""YAML is read as plain text in plain shapes; what else it can do is refused at its place."""

from __future__ import annotations

import pytest

from wargame.scenario.model import Mark
from wargame.scenario.nodes import DEPTH_LIMIT, SIZE_LIMIT, Entries, Items, Node, Scalar, read_nodes
from wargame.scenario.problems import Problems


def read(text: str) -> tuple[Node | None, list[str]]:
    problems = Problems()
    return read_nodes("a.yaml", text, problems), [str(problem) for problem in problems.found]


def plain(node: Node | None) -> object:
    """Returns a node as plain Python values."""
    match node:
        case Scalar(text=text):
            return text
        case Items(nodes=nodes):
            return [plain(below) for below in nodes]
        case Entries(pairs=pairs):
            return {name: plain(below) for name, (_, below) in pairs.items()}
    return None


def test_values_stay_text() -> None:
    node, problems = read("a: no\nb: 1:30\nc: 010\nd: 1.10\ne: ~\nf: 2019-07-12\ng: 0x1F\n")
    assert problems == []
    assert plain(node) == dict(
        zip("abcdefg", ("no", "1:30", "010", "1.10", "~", "2019-07-12", "0x1F"), strict=True)
    )


def test_shapes_nest() -> None:
    node, problems = read("a: [1, {b: [2, [3]]}]\nc:\n  - d: 4\n    e: {}\n  - []\n")
    assert problems == []
    assert plain(node) == {"a": ["1", {"b": ["2", ["3"]]}], "c": [{"d": "4", "e": {}}, []]}


def test_places_count_from_one() -> None:
    node, _ = read("# first\na:\n  - x\n  - 'y'\n")
    assert isinstance(node, Entries)
    key, below = node.pairs["a"]
    assert key.mark == Mark("a.yaml", 2, 1)
    assert isinstance(below, Items)
    assert below.nodes == [
        Scalar("x", Mark("a.yaml", 3, 5)),
        Scalar("y", Mark("a.yaml", 4, 5), quoted=True),
    ]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n...\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    node, problems = read(text)
    assert problems == []
    assert plain(node) in (None, "")


def test_a_byte_order_mark_and_windows_lines_are_read() -> None:
    node, problems = read("\ufeffa: 1\r\nb:\r\n  - 2\r\n")
    assert problems == []
    assert plain(node) == {"a": "1", "b": ["2"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x 1\n", "a.yaml:1:4: there is an anchor, &x (write the value out)"),
        ("a: 1\nb: *a\n", "a.yaml:2:4: there is an alias, *a (write it out)"),
        ("a: !!str 1\n", "a.yaml:1:4: there is a tag, tag:yaml.org,2002:str (take it out)"),
        ("a: !!python/object:os.system {}\n", "a.yaml:1:4: there is a tag"),
        ("a: ! x\n", "a.yaml:1:4: there is a tag, !"),
        ("a: !<x%1b[31m> x\n", "a.yaml:1:4: there is a tag, x[31m (take it out)"),
        ("a: &x [1]\n", "a.yaml:1:4: there is an anchor, &x"),
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3:1: 'a' is written twice, first in line 1 (keep one)"),
        ("a: {b: 1, b: 2}\n", "a.yaml:1:11: 'b' is written twice, first in line 1"),
        ("<<: {a: 1}\n<<: {a: 2}\n", "a.yaml:2:1: '<<' is written twice"),
        ("a:\t1\n", "a.yaml:1:3: there is a tab (use blanks)"),
        ("a: 1\n\tb: 2\n", "a.yaml:2:1: there is a tab (use blanks)"),
        ("a: x\x00y\n", "a.yaml:1:5: there is a control character, '\\x00' (take it out)"),
        ("a: x\x1b[0m\n", "a.yaml:1:5: there is a control character, '\\x1b'"),
        ("a: \udcff\n", "a.yaml:1:4: this is not UTF-8 (save the file as UTF-8)"),
        ("a: \ud800\n", "a.yaml:1:4: there is a control character, '\\ud800'"),
        ("a: \ufeff\n", "a.yaml:1:4: there is a control character, '\\ufeff'"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document starts here (use one file for each)"),
        ("? [a]\n: b\n", "a.yaml:1:3: a key must be one word (write `key: value`)"),
        ("{a: 1}: 2\n", "a.yaml:1:1: a key must be one word"),
        ("a: [1, 2\n", "a.yaml:2:1: this is not YAML: did not find expected ',' or ']'"),
        ("a: b: c\n", "a.yaml:1:5: this is not YAML: mapping values are not allowed in this"),
        ("a: 'x\n", "a.yaml:2:1: this is not YAML: found unexpected end of stream"),
        ("a: 1\n b: 2\n", "a.yaml:2:3: this is not YAML"),
        ("%YAML 9.9\n---\na: 1\n", "a.yaml:1:1: this is not YAML"),
        ("a: @x\n", "a.yaml:1:4: this is not YAML"),
    ],
)
def test_refused(text: str, said: str) -> None:
    _, problems = read(text)
    assert problems
    assert problems[0].startswith(said), problems


def test_an_alias_is_said_and_reading_goes_on() -> None:
    node, problems = read("a: &x [1]\nb: *x\nc: *x\nd: 4\n")
    assert len(problems) == 3
    assert plain(node) == {"a": ["1"], "b": "", "c": "", "d": "4"}


def test_nesting_is_cut() -> None:
    deepest = "[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT
    assert read(deepest)[1] == []
    node, problems = read("[" + deepest + "]")
    assert node is None
    assert problems == [f"a.yaml:1:{DEPTH_LIMIT + 1}: this is nested too deeply (write it flatter)"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_nesting_that_would_crash_the_parser_is_cut(opening: str) -> None:
    node, problems = read(opening * 30_000)
    assert node is None
    assert len(problems) == 1


def test_a_bomb_of_aliases_does_not_grow() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    _, problems = read("\n".join(lines))
    assert len(problems) == 12 + 11 * 9


def test_a_large_file_is_refused_unread() -> None:
    node, problems = read("a: " + "x" * SIZE_LIMIT)
    assert node is None
    assert problems == [
        "a.yaml:1:1: the file is larger than 1048576 bytes (divide it into several)"
    ]


def test_many_control_characters_are_not_all_listed() -> None:
    assert len(read("\x01" * 5000)[1]) == 10
