# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The oldest lines go, a line stays that says so, and what stays can still be checked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.archive import ChainCheck, HistoryQuery
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import history_chain
from srfax_desktop.store.pruning import read_removal
from tests.store.lines import START, broken_at, checked, in_memory, some_lines, unguarded, unhurried

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.store.database import Database

NOW = START + timedelta(days=1)


def minute(at: float) -> timedelta:
    return timedelta(minutes=at)


def numbers(database: Database) -> list[int]:
    return database.find(HistoryQuery())[::-1]


def test_the_oldest_lines_go_and_a_line_says_so(database: Database, fax: FaxRecord) -> None:
    lines = some_lines(10)
    database.write([fax], lines)
    (last_hash,) = database._connection.execute("SELECT hash FROM history WHERE number = 4").fetchone()
    assert database.prune(START + minute(4), NOW) == 4
    assert numbers(database) == [5, 6, 7, 8, 9, 10, 11]
    assert [line.entry for line in database.lines(range(1, 11))] == lines[4:]
    assert database.lines([11])[0].entry == HistoryEntry(
        NOW, FaxId(""), HistoryEvent.PRUNED, result=f"rows=4 up_to=4 last_hash={last_hash.hex()}"
    )
    assert database.history(FaxId("")) == [database.lines([11])[0].entry]
    assert database.history(lines[0].fax_id) == []
    assert database.load() == [fax]
    assert checked(database) == ChainCheck(7, 7, done=True)


def test_a_line_of_that_very_moment_stays(database: Database) -> None:
    database.write([], some_lines(3))
    before = START + minute(1)
    assert database.prune(before, NOW) == 1
    assert database.prune(before + timedelta(microseconds=1), NOW) == 1  # 10:01:00.000 is before that
    assert numbers(database) == [3, 4, 5]


def test_where_nothing_is_old_nothing_is_written(database: Database) -> None:
    assert database.prune(NOW, NOW) == 0
    database.write([], some_lines(3))
    assert database.prune(START, NOW) == 0
    assert numbers(database) == [1, 2, 3]
    assert checked(database) == ChainCheck(3, 3, done=True)


def test_all_that_follow_a_younger_line_stay(database: Database) -> None:
    lines = some_lines(6)
    lines[2] = replace(lines[2], at=NOW)  # the clock was wrong
    database.write([], lines)
    assert database.prune(START + minute(60), NOW) == 2
    assert numbers(database) == [3, 4, 5, 6, 7]
    assert checked(database).intact


def test_a_line_whose_time_cannot_be_read_stays(database: Database, path: Path) -> None:
    database.write([], some_lines(4))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("INSERT INTO history (at, fax_id, event, attempt) VALUES ('soon', '1', 'added', 0)")
    assert database.prune(NOW, NOW) == 4
    assert numbers(database) == [5, 6]


def test_a_history_of_which_nothing_is_left_can_be_checked_and_goes_on(database: Database) -> None:
    database.write([], some_lines(5))
    assert database.prune(NOW, NOW) == 5
    assert numbers(database) == [6]
    assert checked(database) == ChainCheck(1, 1, done=True)
    database.write([], some_lines(2))
    assert checked(database) == ChainCheck(3, 3, done=True)
    assert database.prune(NOW + minute(1), NOW) == 3  # the line that told of the first time is old now, too
    assert numbers(database) == [9]
    assert checked(database).intact


@unhurried
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 40)), max_size=6))
def test_after_any_number_of_times_the_rest_is_intact(times: list[tuple[int, int]]) -> None:
    lines = some_lines(8 * len(times) + 1)
    with closing(in_memory()) as database:
        written = 0
        for count, before in times:
            database.write([], lines[written : written + count])
            written += count
            kept = len(numbers(database))
            gone = database.prune(START + minute(before), START + minute(written))
            assert len(numbers(database)) == kept - gone + bool(gone)
            assert checked(database).intact


def test_it_is_all_or_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    database.write([], some_lines(5))
    append = history_chain.append

    def append_and_fail(connection: sqlite3.Connection, lines: list[tuple[object, ...]]) -> None:
        append(connection, lines)  # type: ignore[arg-type]
        raise sqlite3.OperationalError

    monkeypatch.setattr(history_chain, "append", append_and_fail)
    with pytest.raises(StoreError):
        database.prune(NOW, NOW)
    assert numbers(database) == [1, 2, 3, 4, 5]
    assert checked(database).intact


SAY = "INSERT INTO history (at, fax_id, event, attempt, result) VALUES (0, ?, ?, 0, ?)"


def say(path: Path, fax_id: str, event: str, result: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(SAY, (fax_id, event, result))


@pytest.mark.parametrize("which", ["number <= 3", "number = 4", "number = 6", "number > 0", "number = 7"])
def test_only_what_the_newest_line_of_the_rule_says_can_go(
    database: Database, path: Path, which: str
) -> None:
    database.write([], some_lines(6))
    hashes = dict(database._connection.execute("SELECT number, lower(hex(hash)) FROM history").fetchall())
    say(path, "", "pruned", f"rows=3 up_to=3 last_hash={hashes[3]}")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        remove = "DELETE FROM history WHERE "
        if which == "number <= 3":
            assert other.execute(remove + which).rowcount == 3
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                other.execute(remove + "number = 4")
        else:
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                other.execute(remove + which)


@pytest.mark.parametrize(
    ("fax_id", "event", "result"),
    [
        ("", "pruned", "rows=3 up_to=3 last_hash=" + "0" * 64),
        ("", "pruned", "rows=3 up_to=3 last_hash="),
        ("", "pruned", "rows=3 up_to=99 last_hash={}"),
        ("", "pruned", ""),
        ("", "answered", "rows=3 up_to=3 last_hash={}"),
        ("1", "pruned", "rows=3 up_to=3 last_hash={}"),
        ("", "pruned", "rows=7 up_to=7 last_hash="),  # itself
    ],
)
def test_a_line_that_says_it_falsely_lets_nothing_go(
    database: Database, path: Path, fax_id: str, event: str, result: str
) -> None:
    database.write([], some_lines(6))
    (third,) = database._connection.execute("SELECT hash FROM history WHERE number = 3").fetchone()
    say(path, fax_id, event, result.format(third.hex()))
    for number in range(1, 8):
        with (
            closing(sqlite3.connect(path, isolation_level=None)) as other,
            pytest.raises(sqlite3.IntegrityError, match="append-only"),
        ):
            other.execute("DELETE FROM history WHERE number = ?", (number,))


def test_what_was_changed_before_it_went_does_not_make_the_rest_look_whole(
    database: Database, path: Path
) -> None:
    database.write([], some_lines(6))
    with unguarded(path) as connection:
        connection.execute("UPDATE history SET hash = zeroblob(32) WHERE number = 3")
    assert database.prune(START + minute(3), NOW) == 3
    assert broken_at(path) == 4


def test_a_line_without_a_hash_can_go(database: Database, path: Path) -> None:
    lines = some_lines(3)
    database.write([], lines)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("INSERT INTO history (at, fax_id, event, attempt) VALUES (0, '1', 'added', 0)")
    assert database.prune(NOW, NOW) == 4
    assert numbers(database) == [5]
    database.write([], lines)
    assert database.prune(NOW + minute(1), NOW) == 4
    assert checked(database).intact


def test_nothing_of_what_is_removed_is_left_in_the_file(database: Database, path: Path) -> None:
    lines = [replace(line, result="shredded at noon") for line in some_lines(200)]
    database.write([], lines)
    database.prune(NOW, NOW)
    database._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"shredded" not in path.read_bytes()


@pytest.mark.parametrize("said", [None, 5, "", "rows=1 up_to=1", "rows=x up_to=1 last_hash=00", b"\xff", 1.5])
def test_what_says_nothing_of_removed_lines_is_told_apart(said: object) -> None:
    assert read_removal(said) is None  # type: ignore[arg-type]
