# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Crashes, full disks, locks: what was committed stays, and what failed leaves no trace."""

from __future__ import annotations

import sqlite3
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import opening
from srfax_desktop.store.database import Database
from srfax_desktop.store.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from srfax_desktop.core.history import HistoryEntry

    RunPython = Callable[..., CompletedProcess[str]]

PRELUDE = """
import os, resource, signal, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store.database import Database
import srfax_desktop.store.history_chain  # later, "nobody" may not read it
now = datetime.now(UTC)
def faxes(first, count, **fields):
    return [FaxRecord(FaxId(str(n)), now, **fields) for n in range(first, first + count)]
def lines(faxes):
    return [HistoryEntry(now, fax.fax_id, HistoryEvent.SENDING) for fax in faxes]
path = Path(sys.argv[1])
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, limits and users are POSIX's")


def test_what_was_written_survives_a_kill(path: Path, run_python: RunPython) -> None:
    script = """
database = Database.open(path)
listed = faxes(1, 100, state=FaxState.STOPPING)
database.write(listed, lines(listed))
database.remove([FaxId("100")], [])
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert run_python(PRELUDE + script, path).returncode == -9
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    with closing(Database.open(path)) as database:
        listed = database.load()
        assert database.moved_aside is None
        assert [fax.fax_id for fax in listed] == [str(n) for n in range(1, 100)]
        assert {fax.state for fax in listed} == {FaxState.STOPPING}
        assert len(database.history(FaxId("100"))) == 1


def test_a_kill_in_the_middle_of_a_transaction_leaves_the_one_before(
    path: Path, run_python: RunPython
) -> None:
    script = """
database = Database.open(path)
database.write(faxes(1, 1), [])
connection = database._connection
connection.execute("PRAGMA cache_size = 1")  # so that the unfinished transaction reaches the file
connection.set_progress_handler(lambda: os.kill(os.getpid(), signal.SIGKILL), 200_000)
database.write(faxes(1, 20_000, state=FaxState.STOPPED), [])
"""
    assert run_python(PRELUDE + script, path).returncode == -9
    with closing(Database.open(path)) as database:
        assert database.moved_aside is None
        assert [fax.state for fax in database.load()] == [FaxState.WAITING]
        assert database._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_leaves_everything_as_it_was(
    database: Database,
    fax: FaxRecord,
    entry: HistoryEntry,
) -> None:
    database.write([fax], [entry])
    (pages,) = database._connection.execute("PRAGMA page_count").fetchone()
    database._connection.execute(f"PRAGMA max_page_count = {pages}")
    many = [replace(fax, fax_id=FaxId(str(n)), result="x" * 1000) for n in range(1, 500)]
    with pytest.raises(StoreError) as full:
        database.write([replace(fax, state=FaxState.STOPPED), *many], [entry])
    assert full.value.problem == Problem.DISK_FULL
    assert database.load() == [fax]
    database._connection.execute(f"PRAGMA max_page_count = {pages * 1000}")
    database.write(many, [])
    assert len(database.load()) == 500


def test_a_write_that_the_system_cuts_short_leaves_everything_as_it_was(
    path: Path,
    run_python: RunPython,
) -> None:
    script = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = Database.open(path)
database.write(faxes(1, 1), [])
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
try:
    database.write(faxes(1, 5000, state=FaxState.STOPPED), lines(faxes(1, 5000)))
except StoreError as error:
    print(error.problem)
print([fax.state.value for fax in database.load()])
resource.setrlimit(resource.RLIMIT_FSIZE, before)
database.write(faxes(2, 1), [])
print(len(database.load()), database._connection.execute("PRAGMA integrity_check").fetchone())
database.close()
"""
    done = run_python(PRELUDE + script, path)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["failed", "['waiting']", "2 ('ok',)"]


def test_a_folder_that_cannot_be_written_is_told(folder_of_nobody: Path, run_python: RunPython) -> None:
    script = """
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
os.chmod(path.parent, 0o500)
try:
    Database.open(path)
except StoreError as error:
    print(error.problem)
os.chmod(path.parent, 0o700)
database = Database.open(path)
database.write(faxes(1, 1), [])
database.close()
os.chmod(path.parent, 0o500)
try:
    Database.open(path)
except StoreError as error:
    print(error.problem)
"""
    done = run_python(PRELUDE + script, folder_of_nobody / "faxes.sqlite3")
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["not_writable", "read_only"]


def test_a_file_that_can_only_be_read_is_told(database: Database, fax: FaxRecord) -> None:
    database._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError) as refused:
        database.write([fax], [])
    assert refused.value.problem == Problem.READ_ONLY
    assert database.load() == []


def test_another_process_that_holds_the_lock_is_told_before_the_user_has_to_wait(
    path: Path,
    fax: FaxRecord,
) -> None:
    with (
        closing(Database.open(path)) as database,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        began = time.perf_counter()
        with pytest.raises(StoreError) as locked:
            database.write([fax], [])
        assert 0.05 <= time.perf_counter() - began < 0.5
        assert locked.value.problem == Problem.LOCKED
        assert database.load() == []  # reading goes on
        other.execute("ROLLBACK")
        database.write([fax], [])
        assert database.load() == [fax]


def test_a_file_that_another_process_locks_whole_is_told_not_moved(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "LOCK_WAIT_S", 0.2)
    Database.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError) as locked:
            Database.open(path)
    assert locked.value.problem == Problem.LOCKED
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_another_process_lets_go_of_soon_is_opened(path: Path) -> None:
    Database.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        letting_go = threading.Timer(0.5, other.close)
        letting_go.start()
        Database.open(path).close()
        letting_go.join()
