# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Each line carries a hash of its content and of the line before it, whoever writes it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.archive import ChainCheck
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import history_chain
from srfax_desktop.store.database import Database
from srfax_desktop.store.history_chain import GENESIS, LineHash, Text
from srfax_desktop.store.problems import Problem
from tests.store.lines import checked, entries, in_memory, some_lines, unhurried

if TYPE_CHECKING:
    from srfax_desktop.core.history import HistoryEntry


def test_how_a_line_is_hashed_never_changes(database: Database) -> None:
    """Were it changed, what released versions have written would no longer be what it is."""
    database.write([], some_lines(2))
    hashes = database._connection.execute("SELECT hash FROM history ORDER BY number").fetchall()
    assert sha256(b"SRFax Desktop: history, version 1").digest() == GENESIS
    first = sha256(
        b"b32:%b" % GENESIS + b"at=i1772964000000;attempt=i0;event=t5:addedfax_id=t8:31524000number=i1;"
    ).digest()
    second = sha256(
        b"b32:%b" % first
        + b"account=t5:12345at=i1772964060000;attempt=i1;elapsed_ms=i500;event=t8:answered"
        + b"fax_id=t8:31524000http_status=i200;number=i2;outcome=t10:converting"
        + b"reason=t10:documented"
        + "result=t26:Unable to Cancel Fax – 1".encode()
        + b"retry_in_ms=i10000;status=t6:Failedto_number=t11:16045550101verdict=t9:unsettled"
    ).digest()
    assert hashes == [(first,), (second,)]


values = (
    st.none() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary() | st.binary().map(Text)
)


def as_kept(value: object) -> object:
    """Return what tells a value from another one in SQLite: a text is its bytes, and 1 is not 1.0."""
    if isinstance(value, str | Text):
        return Text, bytes(value.encode() if isinstance(value, str) else value)
    return type(value), repr(value)


@unhurried
@given(
    st.integers(1, 4).flatmap(lambda n: st.tuples(*[st.tuples(*[values] * n)] * 2)),
    st.permutations(["at", "a", "t", "hashed"]),
)
def test_no_two_lines_have_one_hash(
    lines: tuple[tuple[object, ...], tuple[object, ...]], names: list[str]
) -> None:
    one, other = lines
    hash_of = LineHash(names[: len(one)])
    same = [*map(as_kept, one)] == [*map(as_kept, other)]
    assert (hash_of(GENESIS, one) == hash_of(GENESIS, other)) == same  # type: ignore[arg-type]


def test_the_order_of_the_columns_and_a_new_one_that_is_empty_leave_a_hash_as_it_is() -> None:
    before = LineHash(["number", "result", "hash"])(GENESIS, (1, "x", b"not looked at"))
    assert LineHash(["later", "hash", "result", "number"])(GENESIS, (None, None, "x", 1)) == before
    assert LineHash(["later", "result", "number"])(GENESIS, ("", "x", 1)) != before
    assert LineHash(["number", "result"])(before, (1, "x")) != before


@unhurried
@given(st.lists(st.lists(entries(), max_size=5), max_size=5))
def test_whatever_is_written_is_intact_and_comes_back(writes: list[list[HistoryEntry]]) -> None:
    written = [entry for entries_at_once in writes for entry in entries_at_once]
    with closing(in_memory()) as database:
        for entries_at_once in writes:
            database.write([], entries_at_once)
        assert checked(database) == ChainCheck(len(written), len(written), done=True)
        assert [line.number for line in database.lines(range(1, len(written) + 2))] == list(
            range(1, len(written) + 1)
        )
        assert [line.entry for line in database.lines(range(1, len(written) + 1))] == written


def test_two_that_write_in_turns_make_one_chain(path: Path) -> None:
    lines = some_lines(20)
    with closing(Database.open(path)) as window, closing(Database.open(path)) as command:
        for at in range(0, 20, 4):
            window.write([], lines[at : at + 1])
            command.write([], lines[at + 1 : at + 3])
            window.remove([], lines[at + 3 : at + 4])
        assert [line.entry for line in window.lines(range(1, 21))] == lines
        for each in (window, command):
            assert checked(each) == ChainCheck(20, 20, done=True)


def test_a_write_that_fails_leaves_no_gap(database: Database, path: Path) -> None:
    lines = some_lines(6)
    database.write([], lines[:3])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(
            "CREATE TRIGGER no BEFORE INSERT ON history WHEN NEW.attempt = 1 BEGIN"
            " SELECT RAISE(ABORT, 'no'); END"
        )
        with pytest.raises(StoreError):
            database.write([], lines[4:6])
        other.execute("DROP TRIGGER no")
    database.write([], lines[3:])
    assert checked(database) == ChainCheck(6, 6, done=True)


WRITER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store.database import Database
database = Database.open(Path(sys.argv[1]))
line = HistoryEntry(datetime.now(UTC), FaxId(sys.argv[2]), HistoryEvent.SENDING)
for at in range(50):
    while True:
        try:
            database.write([], [replace(line, attempt=at)] * (at % 3 + 1))
        except StoreError as error:  # nobody waits long for another process: the engine offers it again
            assert error.problem == "locked", error
        else:
            break
database.close()
"""


def test_processes_that_write_at_once_make_one_chain(path: Path) -> None:
    root = Path(history_chain.__file__).parents[2]
    writers = [
        subprocess.Popen([sys.executable, "-W", "error", "-c", WRITER, path, str(fax_id)], cwd=root)
        for fax_id in range(1, 4)
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    with closing(Database.open(path)) as database:
        assert checked(database) == ChainCheck(297, 297, done=True)


def test_a_history_without_numbers_left_is_told(database: Database, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(
            "INSERT INTO history (number, at, fax_id, event, attempt) VALUES (?, 0, '1', 'added', 0)",
            ((1 << 63) - 2,),
        )
    (line,) = some_lines(1)
    database.write([], [line])
    with pytest.raises(StoreError) as refused:
        database.write([], [line])
    assert refused.value.problem == Problem.DAMAGED


@pytest.mark.parametrize("counter", ["many", None, b"\0", 0])
def test_a_damaged_counter_stops_nobody(database: Database, path: Path, counter: object) -> None:
    lines = some_lines(2)
    database.write([], lines[:1])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'history'", (counter,))
    assert checked(database) == ChainCheck(1, 1, broken_at=2, done=True)
    database.write([], lines[1:])
    assert [line.entry for line in database.lines([1, 2])] == lines
