# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The list and its history: what is written is what is read, all of it or none."""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.archive import Archive, ChainCheck, HistoryQuery
from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.ports import FaxStore, StoreError
from srfax_desktop.store.database import MANY_ROWS, Database
from srfax_desktop.store.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 8, 10, tzinfo=UTC)


def test_it_is_the_store_that_the_engine_asks_for(database: Database) -> None:
    store: FaxStore = database
    archive: Archive = database
    assert store.load() == []
    assert archive.find(HistoryQuery()) == []
    assert list(archive.check_chain()) == [ChainCheck(0, 0, done=True)]


def test_every_field_comes_back(
    database: Database, path: Path, known_fax: FaxRecord, entry: HistoryEntry
) -> None:
    for each in (known_fax, known_fax.details, known_fax.check, known_fax.notes, entry):
        assert each is not None
        assert None not in [getattr(each, field.name) for field in fields(each)], "set it in conftest"
    bare = FaxRecord(FaxId("1"), NOW)
    bare_entry = HistoryEntry(NOW, FaxId("1"), HistoryEvent.ADDED)
    database.write([known_fax, bare], [entry, bare_entry])
    with closing(Database.open(path)) as other:
        assert other.moved_aside is None
        assert other.load() == [known_fax, bare]
        assert other.history(known_fax.fax_id) == [entry]
        assert other.history(FaxId("1")) == [bare_entry]
        assert other.history(FaxId("2")) == []


def test_every_code_of_the_core_can_be_kept(database: Database, fax: FaxRecord, entry: HistoryEntry) -> None:
    faxes = [replace(fax, fax_id=FaxId(str(n)), state=state) for n, state in enumerate(FaxState, 1)]
    entries = [replace(entry, event=event) for event in HistoryEvent]
    entries += [replace(entry, outcome=outcome) for outcome in StopOutcome]
    entries += [replace(entry, reason=reason) for reason in Reason]
    entries += [replace(entry, verdict=verdict) for verdict in Verdict]
    database.write(faxes, entries)
    assert database.load() == faxes
    assert database.history(entry.fax_id) == entries


def test_times_are_utc_to_the_millisecond_wherever_they_came_from(database: Database, fax: FaxRecord) -> None:
    vancouver = timezone(timedelta(hours=-8))
    local = datetime(2026, 1, 2, 3, 4, 5, 678999, vancouver)
    database.write([replace(fax, added_at=local, asked_at=None)], [])
    (kept,) = database.load()
    assert kept.added_at == datetime(2026, 1, 2, 11, 4, 5, 678000, UTC)
    assert kept.added_at.tzinfo is UTC
    assert kept.asked_at is None


def test_the_order_is_that_of_adding(database: Database, fax: FaxRecord) -> None:
    for fax_id in ("9", "1", "5"):
        database.write([replace(fax, fax_id=FaxId(fax_id))], [])
    database.write([replace(fax, fax_id=FaxId("9"), state=FaxState.STOPPED)], [])
    assert [(kept.fax_id, kept.state) for kept in database.load()] == [
        ("9", FaxState.STOPPED),
        ("1", FaxState.RETRYING),
        ("5", FaxState.RETRYING),
    ]


def test_a_fax_that_is_taken_off_keeps_its_history(
    database: Database,
    fax: FaxRecord,
    entry: HistoryEntry,
) -> None:
    removed = replace(entry, event=HistoryEvent.REMOVED)
    database.write([fax, replace(fax, fax_id=FaxId("7"))], [entry])
    database.remove([fax.fax_id, FaxId("404")], [removed])
    assert [kept.fax_id for kept in database.load()] == ["7"]
    assert database.history(fax.fax_id) == [entry, removed]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("a\0b", "a\0b"),
        ("File not found – Please try again\r\n", "File not found – Please try again\r\n"),
        ("x" * 1_000_000, "x" * 1_000_000),
        ("half a pair: \ud83d", "half a pair: \\ud83d"),  # JSON can bring it, UTF-8 cannot keep it
    ],
)
def test_the_words_of_srfax_are_kept(
    database: Database,
    fax: FaxRecord,
    entry: HistoryEntry,
    text: str,
    kept: str,
) -> None:
    database.write([replace(fax, result=text)], [replace(entry, result=text, status=text, to_number=text)])
    assert database.load()[0].result == kept
    (line,) = database.history(entry.fax_id)
    assert (line.result, line.status, line.to_number) == (kept, kept, kept)


def test_all_or_nothing(database: Database, fax: FaxRecord, entry: HistoryEntry) -> None:
    database.write([fax], [entry])
    no_id = replace(fax, fax_id=FaxId(""))
    with pytest.raises(StoreError) as failed:
        database.write([replace(fax, state=FaxState.STOPPED), no_id], [entry])
    assert failed.value.problem == Problem.FAILED
    with pytest.raises(OverflowError):  # an error of this program, not of the store: still nothing is left
        database.remove([fax.fax_id], [replace(entry, attempt=2**70), entry])
    assert database.load() == [fax]
    assert database.history(fax.fax_id) == [entry]
    database.write([], [entry])
    assert len(database.history(fax.fax_id)) == 2


def test_ten_thousand_faxes_are_one_quick_transaction(
    database: Database,
    fax: FaxRecord,
    entry: HistoryEntry,
) -> None:
    ids = [FaxId(str(n)) for n in range(1, 10_001)]
    began = time.perf_counter()
    database.write(
        (replace(fax, fax_id=fax_id) for fax_id in ids),
        (replace(entry, fax_id=fax_id) for fax_id in ids),
    )
    assert len(database.load()) == len(ids)
    assert time.perf_counter() - began < 5  # 0.3 s where this was written


def test_after_many_rows_sqlite_keeps_no_pages_of_them(database: Database, fax: FaxRecord) -> None:
    told: list[str] = []
    database._connection.set_trace_callback(told.append)
    database.write([fax], [])
    database.load()
    assert "PRAGMA shrink_memory" not in told
    many = [replace(fax, fax_id=FaxId(str(number))) for number in range(1, MANY_ROWS + 3)]
    for each in (
        lambda: database.write(many, []),
        database.load,
        lambda: database.remove([one.fax_id for one in many], []),
    ):
        told.clear()
        each()
        assert told[-1] == "PRAGMA shrink_memory"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET outcome = 'stopped'",
        "DELETE FROM history",
        "INSERT OR REPLACE INTO history (number, at, fax_id, event, attempt) VALUES (1, 0, '1', 'added', 0)",
    ],
)
def test_history_is_append_only_for_everybody(
    database: Database,
    path: Path,
    fax: FaxRecord,
    entry: HistoryEntry,
    statement: str,
) -> None:
    database.write([fax], [entry])
    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement)
    assert database.history(fax.fax_id) == [entry]


def test_a_commit_waits_for_the_disk(database: Database) -> None:
    connection = database._connection
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_every_file_is_closed_to_others(path: Path, hostile_umask: None, fax: FaxRecord) -> None:
    with closing(Database.open(path)) as database:
        database.write([fax], [])
        modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert modes == dict.fromkeys([path.name, f"{path.name}-wal", f"{path.name}-shm"], 0o600)


def test_closing_twice_is_fine_and_using_it_afterwards_is_told(database: Database) -> None:
    database.close()
    database.close()
    with pytest.raises(StoreError) as failed:
        database.load()
    assert failed.value.problem == Problem.FAILED


def test_another_thread_is_refused(database: Database) -> None:
    problems = []

    def use() -> None:
        try:
            database.load()
        except StoreError as error:
            problems.append(error.problem)

    thread = Thread(target=use)
    thread.start()
    thread.join()
    assert problems == [Problem.FAILED]


def test_a_damaged_fax_is_shown_as_not_confirmed(
    database: Database, path: Path, known_fax: FaxRecord, fax: FaxRecord
) -> None:
    database.write([known_fax, replace(fax, fax_id=FaxId("2"))], [])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(
            "UPDATE faxes SET state = 'stoqped', outcome = 'sent?', reason = 5, attempts = 'x',"
            " added_at = 1 << 62, asked_at = x'00', result = CAST(x'66ff66' AS TEXT),"
            " details_json = '{', check_json = x'00', notes_json = 7 WHERE position = 1",
        )
    damaged, whole = database.load()
    assert damaged == FaxRecord(
        fax.fax_id,
        datetime(1970, 1, 1, tzinfo=UTC),
        fax.account,
        FaxState.NOT_CONFIRMED,
        StopOutcome.UNRECOGNISED,
        "f\ufffdf",
        Reason.INTERNAL,
    )
    assert whole.state is fax.state


def test_a_damaged_line_may_have_been_a_request(
    database: Database,
    path: Path,
    entry: HistoryEntry,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(
            "INSERT INTO history (at, fax_id, event, attempt, outcome, elapsed_ms, verdict, to_number)"
            " VALUES ('soon', ?, 'vanished', 1.5, 'stopqed', 'long', 'perhaps', 1604)",
            (entry.fax_id,),
        )
    (damaged,) = database.history(entry.fax_id)
    assert damaged == HistoryEntry(
        datetime(1970, 1, 1, tzinfo=UTC),
        entry.fax_id,
        HistoryEvent.INTERRUPTED,
        outcome=StopOutcome.UNRECOGNISED,
        verdict=Verdict.UNSETTLED,
        to_number="1604",
    )
    assert "a wrong str" in caplog.text
    assert "vanished" not in caplog.text


def test_a_database_that_was_let_go_of_is_an_error_of_the_store(database: Database, fax: FaxRecord) -> None:
    """An answer may come when the window is already closed."""
    database.close()
    for ask in (
        lambda: database.write([fax], []),
        lambda: database.remove([fax.fax_id], []),
        database.load,
        lambda: database.history(fax.fax_id),
    ):
        with pytest.raises(StoreError):
            ask()
