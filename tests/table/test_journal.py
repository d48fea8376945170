from __future__ import annotations

import errno
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table.conftest import begin, header, numbered, ticking, write
from wargame.errors import (
    SaveCorrupt,
    SaveExists,
    SaveLocked,
    SaveMissing,
    SaveNewer,
    SaveUnwritable,
)
from wargame.table import migrate, reading
from wargame.table.disk import Disk
from wargame.table.head import Head, head_path
from wargame.table.journal import Journal
from wargame.table.reading import read
from wargame.table.record import Record, canonical, seal, unseal

bodies = st.dictionaries(
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.one_of(st.integers(), st.text(st.characters(codec="utf-8")), st.booleans(), st.none()),
    max_size=4,
)


class Watched(Disk):
    """Notes what is asked of it, and fails when told to."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.failing: dict[str, int] = {}

    def _note(self, call: str) -> None:
        self.calls.append(call)
        if call in self.failing:
            raise OSError(self.failing[call], os.strerror(self.failing[call]))

    def write(self, file: int, data: bytes) -> None:
        if "write" in self.failing:
            super().write(file, data[: len(data) // 2])
        self._note("write")
        super().write(file, data)

    def sync(self, file: int) -> None:
        self._note("sync")
        super().sync(file)

    def truncate(self, file: int, length: int) -> None:
        self._note("truncate")
        super().truncate(file, length)


def test_a_record_is_written_then_synced_then_acknowledged(save: Path) -> None:
    disk = Watched()
    with begin(save, disk=disk) as journal:
        disk.calls.clear()
        disk.calls.append(f"{len(journal.records)} records")
        write(journal, 1)
        disk.calls.append(f"{len(journal.records)} records")
    assert disk.calls == ["0 records", "write", "sync", "1 records"]


@pytest.mark.parametrize("call", ["write", "sync"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_failed_write_leaves_file_and_records_as_they_were(
    save: Path, call: str, number: int
) -> None:
    disk = Watched()
    with begin(save, records=2, disk=disk) as journal:
        before, records = save.read_bytes(), list(journal.records)
        disk.failing = {call: number}
        with pytest.raises(SaveUnwritable, match=os.strerror(number)):
            write(journal, 3)
        assert save.read_bytes() == before
        assert journal.records == records
        disk.failing = {}
        write(journal, 3)
    assert [record.n for record in read(save).records] == [1, 2, 3]


def test_what_could_not_be_cut_off_is_cut_off_before_the_next_record(save: Path) -> None:
    disk = Watched()
    with begin(save, records=1, disk=disk) as journal:
        disk.failing = {"write": errno.EIO, "truncate": errno.EIO}
        for _ in range(2):
            with pytest.raises(SaveUnwritable):
                write(journal, 2)
        assert read(save).torn
        disk.failing = {}
        write(journal, 2)
    assert [record.n for record in read(save).records] == [1, 2]
    assert not read(save).notices


def test_a_full_disk_refuses_the_record_and_the_game_goes_on(save: Path) -> None:
    with begin(save, records=1) as journal:
        before = save.read_bytes()
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 20, limits[1]))
        try:
            with pytest.raises(SaveUnwritable, match="nothing was changed"):
                write(journal, 2)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert save.read_bytes() == before
        write(journal, 2)
    assert len(read(save).records) == 2


def test_a_save_that_cannot_be_begun_leaves_nothing_behind(save: Path) -> None:
    disk = Watched()
    disk.failing = {"sync": errno.ENOSPC}
    with pytest.raises(SaveUnwritable):
        begin(save, disk=disk)
    assert not save.exists()
    begin(save).close()


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveUnwritable, match="--save-dir"):
        Journal.create(tmp_path / "file" / "river-1.jsonl", header())


def test_a_save_is_not_begun_over_another(save: Path) -> None:
    begin(save, records=1).close()
    with pytest.raises(SaveExists):
        begin(save)
    assert len(read(save).records) == 1


def test_opening_a_save_that_is_not_there(save: Path) -> None:
    with pytest.raises(SaveMissing):
        Journal.open(save)
    assert not list(save.parent.glob("*")) if save.parent.exists() else True


def test_one_writer_at_a_time(save: Path) -> None:
    with begin(save):
        with pytest.raises(SaveLocked, match="replay"):
            Journal.open(save)
        code = (
            "import sys; from pathlib import Path\n"
            "from wargame.errors import SaveLocked; from wargame.table.journal import Journal\n"
            "try: Journal.open(Path(sys.argv[1]))\n"
            "except SaveLocked: sys.exit(3)\n"
        )
        other = subprocess.run([sys.executable, "-c", code, str(save)], check=False)
        assert other.returncode == 3
        assert read(save).header.title == "A river"  # reading needs no lock
    Journal.open(save).close()


@given(st.lists(bodies, max_size=8), st.integers(0, 8))
@settings(max_examples=40)
def test_records_read_back_as_they_were_appended(written: list[dict], reopened: int) -> None:
    with TemporaryDirectory() as folder:
        save = Path(folder) / "a.jsonl"
        journal = begin(save)
        expected: list[Record] = []
        for number, body in enumerate(written):
            if number == reopened:
                journal.close()
                journal = Journal.open(save, clock=ticking(), salt=numbered())
            expected.append(journal.append(parent=0, seat="north", kind="note", body=body))
        journal.close()
        assert list(read(save).records) == expected
        assert read(save).head_fault == ""


def test_a_torn_tail_is_cut_back_to_the_last_whole_record_at_every_byte(save: Path) -> None:
    begin(save, records=3).close()
    data = save.read_bytes()
    last = len(data.splitlines(keepends=True)[-1])
    Head(2, read(save).records[1].hash).write(save)
    for left in range(1, last):
        save.write_bytes(data[: len(data) - last + left])
        save.with_suffix(".torn").unlink(missing_ok=True)
        with Journal.open(save) as journal:
            assert [record.n for record in journal.records] == [1, 2]
            assert "torn" in journal.notices[0]
            write(journal, 3)
        assert save.with_suffix(".torn").read_bytes() == data[-last:][:left] + b"\n"
        assert len(read(save).records) == 3
        assert read(save).notices == ()
        Head(2, read(save).records[1].hash).write(save)


@given(st.data())
@settings(max_examples=150)
def test_a_flipped_bit_anywhere_is_found(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        save = Path(folder) / "a.jsonl"
        begin(save, records=3).close()
        whole = bytearray(save.read_bytes())
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] ^= 1 << data.draw(st.integers(0, 7))
        save.write_bytes(whole)
        try:
            found = read(save)
        except (SaveCorrupt, SaveNewer):
            return
        assert found.notices
        assert len(found.records) < 3


def test_damage_in_the_middle_names_its_record_and_keeps_what_is_before(save: Path) -> None:
    begin(save, records=5).close()
    lines = save.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"+2", b"+9")
    save.write_bytes(b"".join(lines))
    found = read(save)
    assert [record.n for record in found.records] == [1, 2]
    assert found.fault is not None
    assert found.fault.record == 3
    assert "record 3" in found.notices[0]
    with pytest.raises(SaveCorrupt) as caught:
        Journal.open(save)
    assert caught.value.record == 3
    with pytest.raises(SaveCorrupt):  # the lock was let go
        Journal.open(save)


def test_a_record_left_out_or_moved_breaks_the_chain(save: Path) -> None:
    begin(save, records=4).close()
    lines = save.read_bytes().splitlines(keepends=True)
    save.write_bytes(b"".join(lines[:2] + lines[3:]))
    assert read(save).fault is not None
    save.write_bytes(b"".join([*lines[:2], lines[3], lines[2], lines[4]]))
    assert read(save).fault is not None


def test_a_clean_truncation_is_found_by_the_head(save: Path) -> None:
    begin(save, records=4).close()
    lines = save.read_bytes().splitlines(keepends=True)
    save.write_bytes(b"".join(lines[:3]))
    found = read(save)
    assert found.fault is None
    assert "ends with record 2, but record 4 was written: 2 at its end" in found.notices[0]
    with Journal.open(save) as journal:
        assert journal.notices == found.notices


def test_a_file_put_in_place_of_another_is_found_by_the_head(save: Path, tmp_path: Path) -> None:
    begin(save, records=2).close()
    other = tmp_path / "other.jsonl"
    with begin(other) as journal:
        journal.append(parent=0, seat="south", kind="note", body={})
        journal.append(parent=0, seat="south", kind="note", body={})
    save.write_bytes(other.read_bytes())
    assert "record 2" in read(save).head_fault


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 9999, '{"number":-1,"hash":""}', "\udcff"])
def test_a_head_that_cannot_be_read_is_said_so(save: Path, text: str) -> None:
    begin(save, records=2).close()
    head_path(save).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert "cannot be read" in read(save).head_fault


def test_a_save_without_its_head_opens(save: Path) -> None:
    begin(save, records=2).close()
    head_path(save).unlink()
    assert read(save).notices == ()


def test_a_head_that_is_behind_is_still_true(save: Path) -> None:
    begin(save, records=4).close()
    Head(2, read(save).records[1].hash).write(save)
    assert read(save).notices == ()
    Head(0, read(save).header.hash).write(save)
    assert read(save).notices == ()


def test_a_newer_format_is_refused(save: Path) -> None:
    save.parent.mkdir()
    save.write_bytes(b'{"format": 2, "program": "9.1"}\n')
    with pytest.raises(SaveNewer, match=r"format 2, written by version 9\.1"):
        read(save)


@pytest.mark.parametrize(
    "line",
    [
        *(b"", b"{}", b"[1]", b"\xff", b'{"format":0}', b'{"format":true}', b"[" * 100_000),
        *(b'{"format":1}', seal({"format": 1})[0][:-1]),
    ],
)
def test_a_file_that_is_no_save_is_refused(save: Path, line: bytes) -> None:
    save.parent.mkdir()
    save.write_bytes(line + b"\n")
    with pytest.raises(SaveCorrupt) as caught:
        read(save)
    assert caught.value.record == 0


def test_an_older_format_is_brought_up_step_by_step(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(save, records=2).close()
    monkeypatch.setattr(reading, "FORMAT", 3)
    monkeypatch.setattr(migrate, "FORMAT", 3)

    def step(fields: dict[str, object]) -> dict[str, object]:
        return fields | ({"seat": f"{fields['seat']}!"} if "seat" in fields else {})

    monkeypatch.setattr(migrate, "STEPS", {1: step, 2: step})
    assert [record.seat for record in read(save).records] == ["north!!", "north!!"]


def rewritten(save: Path, change: dict[str, object], *, line: int) -> None:
    """Puts other fields into a line, with a hash that is right for them."""
    lines = save.read_bytes().splitlines(keepends=True)
    fields = json.loads(lines[line])
    del fields["hash"]
    fields |= change
    lines[line] = seal({key: value for key, value in fields.items() if value is not ...})[0]
    save.write_bytes(b"".join(lines[: line + 1]))


@pytest.mark.parametrize(
    "change",
    [
        *({"n": 3}, {"n": "2"}, {"n": True}, {"parent": 2}, {"parent": -1}, {"prev": "0"}),
        *({"body": []}, {"extra": 1}, {"seat": ...}),
    ],
)
def test_a_record_with_a_right_hash_and_wrong_fields_is_damage(
    save: Path, change: dict[str, object]
) -> None:
    begin(save, records=2).close()
    rewritten(save, change, line=2)
    assert [record.n for record in read(save).records] == [1]


setup_fields = header().setup.fields()


@pytest.mark.parametrize(
    "change",
    [
        *({"title": 1}, {"extra": 1}, {"texts": {"a": "b"}}, {"texts": {"a": 1}}, {"setup": {}}),
        *({"setup": setup_fields | change} for change in ({"seed": "1"}, {"off": [1]})),
        {"setup": setup_fields | {"dice": "loaded"}},
    ],
)
def test_a_header_with_a_right_hash_and_wrong_fields_is_damage(
    save: Path, change: dict[str, object]
) -> None:
    begin(save).close()
    rewritten(save, change, line=0)
    with pytest.raises(SaveCorrupt) as caught:
        read(save)
    assert caught.value.record == 0


def test_lines_that_are_no_records_are_damage() -> None:
    for value in ("[]", "{", "[" * 100_000):
        with pytest.raises(ValueError):
            unseal(value.encode())
    with pytest.raises(ValueError, match="nested"):
        unseal(sealed(b'{"a":' + b"[" * 100_000 + b"}"))


def sealed(rest: bytes) -> bytes:
    """Returns a line with a right hash around bytes that `seal` would never write."""
    import hashlib

    line = rest[:-1] + b"}"
    return line[:-1] + b',"hash":"' + hashlib.sha256(line).hexdigest().encode() + b'"}'


def test_texts_of_a_record_are_cleaned_when_they_are_read(save: Path) -> None:
    with begin(save) as journal:
        body = {"text": "\x1b[31ma\u202eb\n", "words": ["\x07c", 1], "turn": "2", "n": 4}
        record = journal.append(parent=0, seat="north", kind="note", body=body)
    assert record.text("text") == "[31mab"
    assert record.text("n") == ""
    assert record.words("words") == ("c",)
    assert record.words("text") == ()
    assert (record.number("turn"), record.number("n")) == (0, 4)


def test_canonical_json_has_one_form() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'.encode()


WRITER = """
import sys
from pathlib import Path
from wargame.table.journal import Journal
with Journal.open(Path(sys.argv[1])) as journal:
    while True:
        record = journal.append(parent=0, seat="north", kind="note", body={"text": "x" * 200})
        print(record.n, record.hash, flush=True)
"""


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(save: Path) -> None:
    begin(save).close()
    for round in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(save)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(5 + 7 * round)]
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.readlines()
        writer.wait()
        writer.stdout.close()
        acknowledged = dict(line.split() for line in lines if line.endswith("\n"))
        found = read(save)
        assert found.fault is None
        assert found.head_fault == ""
        hashes = {str(record.n): record.hash for record in found.records}
        assert acknowledged.items() <= hashes.items()


def test_closing_twice_does_nothing(save: Path) -> None:
    journal = begin(save)
    journal.close()
    journal.close()


def test_a_save_that_grows_while_it_is_read_is_not_taken_for_cut_off(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with begin(save, records=1) as journal:
        plain = Head.read

        def meanwhile(path: Path) -> Head | None:
            write(journal, 2)
            return plain(path)

        monkeypatch.setattr(Head, "read", meanwhile)
        found = read(save)
    assert found.notices == ()
    assert len(found.records) == 2
