from __future__ import annotations

from pathlib import Path

import pytest

from tests.kernel.games import FAIR, program_of
from wargame.native import fast, store


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(store, "_folder", lambda: tmp_path / "native")
    store._engine.cache_clear()


def test_code_is_kept_and_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = program_of(FAIR)
    assert fast(program)
    (kept,) = (tmp_path / "native").iterdir()
    assert kept.suffix == ".o"
    store._engine.cache_clear()
    monkeypatch.setattr("wargame.native.engine.compile_native", None)
    assert fast(program)


def test_code_of_another_translator_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = program_of(FAIR)
    fast(program)
    store._engine.cache_clear()
    monkeypatch.setattr(store, "_translator", lambda: "newer")
    fast(program)
    assert len(list((tmp_path / "native").iterdir())) == 2


def test_nothing_is_kept_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(store, "_folder", lambda: tmp_path / "file" / "native")
    assert fast(program_of(FAIR))


def test_only_the_newest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_KEPT", 2)
    for number in range(4):
        store._keep(tmp_path / "native" / f"{number}.o", b"")
    assert sorted(file.name for file in (tmp_path / "native").iterdir()) == ["2.o", "3.o"]


def test_it_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_NATIVE", "0")
    assert fast(program_of(FAIR)) is None


def test_without_the_extra_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "find_spec", lambda name: None)
    assert fast(program_of(FAIR)) is None
