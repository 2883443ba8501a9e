# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A backup that comes back beneath what was written since: nothing is lost, nothing is tried by itself."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.fax import UNDER_WAY, AccountNumber, FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import bringing_back, migrations
from srfax_desktop.store.backup_files import backup_path, backups_of, drafts_of
from srfax_desktop.store.backups import DatabaseBackups
from srfax_desktop.store.database import Database
from srfax_desktop.store.problems import Problem
from tests.store.lines import (
    START,
    checked,
    entries,
    overwrite_page,
    some_lines,
    unhurried,
    write_version_1,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from subprocess import CompletedProcess

    from srfax_desktop.core.backup import Backup

YESTERDAY = datetime.now(UTC) - timedelta(days=1)
NOW = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
ACCOUNT = AccountNumber("12345")


def a_fax(fax_id: str, state: FaxState = FaxState.WAITING, attempts: int = 0) -> FaxRecord:
    outcome = StopOutcome.CONVERTING if attempts else None
    return FaxRecord(FaxId(fax_id), START, ACCOUNT, state, outcome, attempts=attempts, asked_at=START)


def a_line(fax_id: str, event: HistoryEvent, attempt: int = 0) -> HistoryEntry:
    return HistoryEntry(START, FaxId(fax_id), event, ACCOUNT, attempt)


def back_up(path: Path, faxes: Sequence[FaxRecord], lines: Sequence[HistoryEntry]) -> None:
    """Have a database with a backup."""
    with closing(Database.open(path)) as database:
        database.write(faxes, lines)
        DatabaseBackups(path).keep(YESTERDAY)


def damage(path: Path) -> Database:
    """Damage the database, and open what takes its place."""
    path.write_bytes(b"damaged")
    database = Database.open(path)
    assert database.moved_aside
    return database


def offered(database: Database) -> Backup:
    backup = database.find_backup()
    assert backup
    return backup


def everything(database: Database) -> tuple[list[FaxRecord], list[HistoryEntry]]:
    count = database._connection.execute("SELECT count(*) FROM history").fetchone()[0]
    numbers = [number for (number,) in database._connection.execute("SELECT number FROM history")]
    assert len(numbers) == count
    return database.load(), [line.entry for line in database.lines(sorted(numbers))]


# What is offered


def test_the_newest_backup_from_before_the_damage_is_offered_with_the_damaged_file_s_name(path: Path) -> None:
    back_up(path, [a_fax("1"), a_fax("2")], some_lines(4))
    with closing(damage(path)) as database:
        backup = offered(database)
        assert database.moved_aside
        assert backup.damaged_name == database.moved_aside.name
        assert (backup.faxes, backup.made_at) == (2, YESTERDAY.replace(microsecond=0))
    with closing(Database.open(path)) as database:
        assert database.find_backup() == backup, "who started first may have been a script"


def test_nothing_is_offered_where_nothing_was_damaged(path: Path) -> None:
    back_up(path, [a_fax("1")], some_lines(4))
    with closing(Database.open(path)) as database:
        assert database.find_backup() is None


def test_nothing_is_offered_where_there_is_no_backup(path: Path) -> None:
    with closing(damage(path)) as database:
        assert database.find_backup() is None


def test_what_was_brought_back_is_not_offered_again(path: Path) -> None:
    back_up(path, [a_fax("1")], some_lines(4))
    with closing(damage(path)) as database:
        database.bring_back(offered(database), NOW)
        assert database.find_backup() is None
        database.prune(NOW + timedelta(days=1), NOW)  # the backup's last line goes with all others
        assert database.find_backup() is None


def test_a_backup_of_the_fresh_list_does_not_hide_the_one_from_before(path: Path) -> None:
    back_up(path, [a_fax("1")], some_lines(4))
    with closing(damage(path)) as database:
        database.write([a_fax("9")], some_lines(2))
        DatabaseBackups(path).keep(datetime.now(UTC) + timedelta(days=1))
        assert len(backups_of(path)) == 2
        assert offered(database).faxes == 1


@pytest.mark.parametrize("content", [b"", b"damaged too", b"SQLite format 3\0" + bytes(5000)])
def test_a_backup_that_cannot_be_read_is_passed_over(path: Path, content: bytes) -> None:
    back_up(path, [a_fax("1")], some_lines(4))
    backup_path(path, YESTERDAY + timedelta(hours=1)).write_bytes(content)
    with closing(damage(path)) as database:
        assert offered(database).made_at == YESTERDAY.replace(microsecond=0)


def test_a_backup_of_a_newer_version_is_passed_over(path: Path) -> None:
    back_up(path, [a_fax("1")], some_lines(4))
    ((_, backup),) = backups_of(path)
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
    with closing(damage(path)) as database:
        assert database.find_backup() is None


# What comes back


def test_what_is_new_stays_on_top_and_the_history_is_whole(path: Path) -> None:
    old_lines, new_lines = some_lines(40), [a_line("9", HistoryEvent.ADDED), a_line("2", HistoryEvent.ASKED)]
    back_up(path, [a_fax("1", FaxState.STOPPED), a_fax("2"), a_fax("3")], old_lines)
    with closing(damage(path)) as database:
        new_faxes = [a_fax("9"), a_fax("2", FaxState.RETRYING, 3)]
        database.write(new_faxes, new_lines)
        came = database.bring_back(offered(database), NOW)
        assert came == [a_fax("1", FaxState.STOPPED), a_fax("3")]
        assert everything(database) == ([*new_faxes, *came], old_lines + new_lines)
        check = checked(database)
        assert (check.intact, check.total) == (True, 42)
        database.write([], some_lines(1))
        assert checked(database).intact
    with closing(Database.open(path)) as database:
        assert (database.moved_aside, database.load()) == (None, [*new_faxes, *came])


def test_a_fresh_history_longer_than_the_backup_s_leaves_no_gap(path: Path) -> None:
    back_up(path, [], some_lines(2))
    with closing(damage(path)) as database:
        database.write([], some_lines(30)[::-1])
        database.bring_back(offered(database), NOW)
        assert (checked(database).intact, checked(database).total) == (True, 32)


@pytest.mark.parametrize("state", sorted(UNDER_WAY))
def test_what_was_being_tried_comes_back_as_waiting(path: Path, state: FaxState) -> None:
    old = replace(a_fax("1", state, 2), notes=CallNotes("Dr. A", "3 pm", "shredded"), result="Unable")
    sending = a_line("1", HistoryEvent.SENDING, 2)
    back_up(path, [old], [sending])
    with closing(damage(path)) as database:
        (came,) = database.bring_back(offered(database), NOW)
        assert came == FaxRecord(FaxId("1"), START, ACCOUNT, notes=old.notes)
        assert came.state is FaxState.WAITING
        told = [(line.event, line.attempt) for line in database.history(FaxId("1"))]
        arrived = [("interrupted", 2)] if state in {FaxState.STOPPING, FaxState.ENDING} else []
        assert told == [("sending", 2), *arrived, ("added", 0)]
        assert checked(database).intact


def test_of_a_fax_that_is_listed_anew_only_the_notes_come_back(path: Path) -> None:
    notes = CallNotes("Dr. A", "3 pm", "shredded")
    both = [
        replace(a_fax(fax_id, FaxState.STOPPING, 1), notes=notes, result="from before") for fax_id in "12"
    ]
    back_up(path, both, [a_line("1", HistoryEvent.SENDING, 1), a_line("2", HistoryEvent.SENDING, 1)])
    with closing(damage(path)) as database:
        mine = CallNotes("me", "", "")
        listed = [a_fax("1", FaxState.ASKED), replace(a_fax("2", FaxState.ASKED), notes=mine)]
        database.write(listed, [a_line("1", HistoryEvent.ASKED), a_line("2", HistoryEvent.ASKED)])
        came = database.bring_back(offered(database), NOW)
        assert came == [replace(listed[0], notes=notes)]
        assert database.load() == [came[0], listed[1]]
        for fax_id in ("1", "2"):
            told = [line.event for line in database.history(FaxId(fax_id))]
            assert told == ["sending", "interrupted", "asked"], (
                "what may have arrived is told of in its place"
            )


def test_the_retention_rule_s_own_line_is_understood_afterwards(path: Path) -> None:
    with closing(Database.open(path)) as database:
        database.write([], some_lines(40))
        database.prune(START + timedelta(minutes=20), NOW)
        DatabaseBackups(path).keep(YESTERDAY)
    with closing(damage(path)) as database:
        database.write([], some_lines(8))
        database.prune(START + timedelta(minutes=4), NOW)
        database.bring_back(offered(database), NOW)
        check = checked(database)
        assert (check.intact, check.total) == (True, 21 + 4)
        database.prune(START + timedelta(minutes=25), NOW)
        assert checked(database).intact


def test_the_history_is_as_guarded_as_before(path: Path) -> None:
    back_up(path, [], some_lines(4))
    with closing(damage(path)) as database:
        question = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
        before = database._connection.execute(question).fetchall()
        database.bring_back(offered(database), NOW)
        assert database._connection.execute(question).fetchall() == before
        for change in ("DELETE FROM history", "UPDATE history SET result = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database._connection.execute(change)
        assert database._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert "old" not in str(database._connection.execute("PRAGMA database_list").fetchall())


def test_the_backup_itself_stays_as_it_was(path: Path) -> None:
    back_up(path, [a_fax("1")], some_lines(4))
    ((_, backup),) = backups_of(path)
    before = backup.read_bytes()
    with closing(damage(path)) as database:
        database.bring_back(offered(database), NOW)
    assert backup.read_bytes() == before
    assert drafts_of(path) == []


def test_a_backup_of_an_older_version_is_migrated_on_its_way(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_version_1(backup_path(path, YESTERDAY), some_lines(40), monkeypatch)
    with closing(damage(path)) as database:
        database.write([], some_lines(2))
        database.bring_back(offered(database), NOW)
        assert (checked(database).intact, checked(database).total) == (True, 42)


def some_faxes() -> st.SearchStrategy[list[FaxRecord]]:
    return st.lists(
        st.builds(a_fax, st.sampled_from("123456"), st.sampled_from(FaxState), st.integers(0, 3)),
        unique_by=lambda fax: fax.fax_id,
    )


@settings(unhurried, max_examples=12)
@given(
    old=some_faxes(),
    new=some_faxes(),
    old_lines=st.lists(entries(), min_size=1),
    new_lines=st.lists(entries()),
)
def test_whatever_is_on_both_sides_no_fax_and_no_line_is_lost(
    tmp_path_factory: pytest.TempPathFactory,
    old: list[FaxRecord],
    new: list[FaxRecord],
    old_lines: list[HistoryEntry],
    new_lines: list[HistoryEntry],
) -> None:
    path = tmp_path_factory.mktemp("both") / "faxes.sqlite3"
    back_up(path, old, old_lines)
    with closing(damage(path)) as database:
        database.write(new, new_lines)
        came = database.bring_back(offered(database), NOW)
        faxes, lines = everything(database)
        assert faxes == new + came
        assert {fax.fax_id for fax in faxes} == {fax.fax_id for fax in old + new}
        assert not [fax for fax in came if fax.state in UNDER_WAY]
        assert lines[: len(old_lines)] == old_lines
        assert [line for line in lines[len(old_lines) :] if line.at != NOW] == new_lines
        assert checked(database).intact


# What may go wrong in the middle


def refuse(database: Database, backup: Backup) -> str:
    """Try to bring it back, in vain, and see that nothing has changed."""
    before = everything(database)
    with pytest.raises(StoreError) as refused:
        database.bring_back(backup, NOW)
    assert everything(database) == before
    assert checked(database).intact
    database.write([], some_lines(1))
    assert "old" not in str(database._connection.execute("PRAGMA database_list").fetchall())
    return refused.value.problem


def with_backup(path: Path) -> Database:
    back_up(path, [a_fax(str(n)) for n in range(1, 500)], some_lines(2000))
    database = damage(path)
    database.write([a_fax("9999")], some_lines(3))
    return database


def test_a_backup_that_was_damaged_since_changes_nothing(path: Path) -> None:
    with closing(with_backup(path)) as database:
        backup = offered(database)
        content = bytearray(backup.path.read_bytes())
        content[4096 * 30 : 4096 * 40] = b"\xff" * 4096 * 10
        backup.path.write_bytes(content)
        assert refuse(database, backup) == Problem.DAMAGED
    assert drafts_of(path) == []


def test_a_backup_whose_index_alone_is_damaged_changes_nothing(path: Path) -> None:
    with closing(with_backup(path)) as database:
        backup = offered(database)
        overwrite_page(backup.path, "history_by_fax", b"\xff")
        assert refuse(database, backup) == Problem.DAMAGED


def test_a_backup_that_is_gone_changes_nothing(path: Path) -> None:
    with closing(with_backup(path)) as database:
        backup = offered(database)
        backup.path.unlink()
        assert refuse(database, backup) == Problem.FAILED


def test_a_backup_of_a_newer_version_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(with_backup(path)) as database:
        backup = offered(database)
        with closing(sqlite3.connect(backup.path)) as connection:
            connection.execute(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
        assert refuse(database, backup) == Problem.NEWER_VERSION


def test_a_full_disk_changes_nothing(path: Path) -> None:
    with closing(with_backup(path)) as database:
        (pages,) = database._connection.execute("PRAGMA page_count").fetchone()
        database._connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        assert refuse(database, offered(database)) == Problem.DISK_FULL
        database._connection.execute("PRAGMA max_page_count = 100000")
        assert len(database.bring_back(offered(database), NOW)) == 499


def test_another_process_that_holds_the_list_changes_nothing(path: Path) -> None:
    with (
        closing(with_backup(path)) as database,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        backup = offered(database)
        before = everything(database)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as locked:
            database.bring_back(backup, NOW)
        assert locked.value.problem == Problem.LOCKED
        other.execute("ROLLBACK")
        assert everything(database) == before
        assert len(database.bring_back(backup, NOW)) == 499


def test_an_error_of_our_own_in_the_middle_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(with_backup(path)) as database:
        before = everything(database)
        backup = offered(database)
        monkeypatch.setattr(bringing_back, "_coming_back", lambda *_: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            database.bring_back(backup, NOW)
        monkeypatch.undo()
        assert everything(database) == before
        assert len(database.bring_back(backup, NOW)) == 499


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
@pytest.mark.parametrize("steps", [1_000, 20_000, 60_000])
def test_a_kill_in_the_middle_changes_nothing(
    path: Path, run_python: Callable[..., CompletedProcess[str]], steps: int
) -> None:
    script = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from srfax_desktop.store.database import Database
database = Database.open(Path(sys.argv[1]))
backup = database.find_backup()
connection = database._connection
connection.execute("PRAGMA cache_size = 1")  # so that the unfinished transaction reaches the file
connection.set_progress_handler(lambda: os.kill(os.getpid(), signal.SIGKILL), int(sys.argv[2]))
database.bring_back(backup, datetime.now(UTC))
"""
    with closing(with_backup(path)) as database:
        before = everything(database)
    assert run_python(script, path, steps).returncode == -9
    with closing(Database.open(path)) as database:
        assert database.moved_aside is None
        assert everything(database) == before
        assert checked(database).intact
        assert len(database.bring_back(offered(database), NOW)) == 499
