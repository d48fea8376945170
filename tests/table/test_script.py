from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from wargame.errors import ScriptFaulty
from wargame.table.script import Line, Script

HEAD = "scenario: river\nseed: 7\nbegins: 2024-03-01T09:00:00+00:00\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "game.play"
    path.write_text(text, encoding="utf-8")
    return path


def fault_of(folder: Path, text: str) -> str:
    with pytest.raises(ScriptFaulty) as caught:
        Script.read(written(folder, text))
    assert caught.value.remedy
    return caught.value.message


def test_the_head_says_how_the_table_is_set_up(tmp_path: Path) -> None:
    script = Script.read(written(tmp_path, f"# a game\n{HEAD}preset: short\noff: mud\n"))
    assert script.begins == datetime(2024, 3, 1, 9, tzinfo=UTC)
    assert script.setup.scenario == "river"
    assert script.setup.seed == 7
    assert (script.setup.preset, script.setup.off) == ("short", ("mud",))
    assert script.setup.is_human("facilitator")
    assert script.setup.is_human("chance")
    assert script.lines == ()


def test_comments_and_empty_lines_are_passed_over_and_long_lines_go_on(tmp_path: Path) -> None:
    text = (
        f"{HEAD}\n# dawn\nengine\n\nnote facilitator One\n    and   two.\n\tAnd three.\nadvance\n"
    )
    script = Script.read(written(tmp_path, text))
    assert script.lines == (
        Line(6, "engine"),
        Line(8, "note facilitator One and two. And three."),
        Line(11, "advance"),
    )
    assert [line.verb for line in script.lines] == ["engine", "note", "advance"]
    assert script.lines[1].rest == "facilitator One and two. And three."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("scenario: river\nsede: 7\n", "game.play:2: 'sede: 7' does not belong"),
        ("scenario: river\nno colon\n", "game.play:2: 'no colon' does not belong"),
        ("scenario: river\nseed: 7\n", "does not say 'begins'"),
        (HEAD.replace("7", "seven"), "the seed 'seven' is no number"),
        (HEAD.replace("+00:00", ""), "is no time to begin at"),
        (HEAD.replace("2024-03", "March"), "is no time to begin at"),
        (f"{HEAD}\n    goes on with nothing\n", "game.play:5: there is no line"),
    ],
)
def test_a_fault_names_its_place_and_its_remedy(tmp_path: Path, text: str, said: str) -> None:
    assert said in fault_of(tmp_path, text)


def test_a_misspelt_key_is_guessed(tmp_path: Path) -> None:
    assert "did you mean 'seed'?" in fault_of(tmp_path, "scenario: river\nsede: 7\n")


def test_what_is_no_text_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "game.play"
    with pytest.raises(ScriptFaulty, match="cannot read"):
        Script.read(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ScriptFaulty, match="cannot read"):
        Script.read(path)
