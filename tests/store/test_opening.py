# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What may be found where the database should be, and what is made of it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import FaxId, FaxRecord
from srfax_desktop.core.listing import FaxDetails
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import migrations, opening
from srfax_desktop.store.database import Database
from srfax_desktop.store.problems import Problem
from srfax_desktop.store.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.history import HistoryEntry

ADD_NOTE = ("ALTER TABLE faxes ADD COLUMN note TEXT", "UPDATE faxes SET note = 'from before'")


def fill(path: Path, fax: FaxRecord, entry: HistoryEntry, count: int = 200) -> list[FaxRecord]:
    """Make a database of many pages, closed cleanly."""
    faxes = [replace(fax, fax_id=FaxId(str(n))) for n in range(1, count + 1)]
    with closing(Database.open(path)) as database:
        database.write(faxes, [replace(entry, fax_id=fax.fax_id) for fax in faxes])
    return faxes


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def refusal(path: Path) -> Problem:
    with pytest.raises(StoreError) as refused:
        Database.open(path)
    return Problem(refused.value.problem)


def test_only_the_database_is_there_after_closing(path: Path, fax: FaxRecord, entry: HistoryEntry) -> None:
    faxes = fill(path, fax, entry)
    assert list(path.parent.iterdir()) == [path]
    with closing(Database.open(path)) as database:
        assert database.load() == faxes


@pytest.mark.parametrize("garbage", [b"", b"\0", b"not a database", b"SQLite format 3\0", os.urandom(20_000)])
def test_garbage_is_moved_aside_and_told(path: Path, fax: FaxRecord, garbage: bytes) -> None:
    path.write_bytes(garbage)
    path.with_name(f"{path.name}-wal").write_bytes(b"its log")
    with closing(Database.open(path)) as database:
        aside = database.moved_aside
        assert aside is not None
        assert aside.read_bytes() == garbage
        assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"its log"
        database.write([fax], [])
    with closing(Database.open(path)) as database:
        assert (database.moved_aside, database.load()) == (None, [fax])


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.99])
def test_a_truncated_file_is_moved_aside(
    path: Path, fax: FaxRecord, entry: HistoryEntry, share: float
) -> None:
    fill(path, fax, entry)
    os.truncate(path, int(path.stat().st_size * share))
    with closing(Database.open(path)) as database:
        assert database.moved_aside is not None
        assert database.load() == []


def test_a_list_with_a_broken_page_is_moved_aside(path: Path, fax: FaxRecord, entry: HistoryEntry) -> None:
    fill(path, fax, entry, count=2000)
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'faxes'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with closing(Database.open(path)) as database:
        assert database.moved_aside is not None
        database.write([fax], [entry])


@pytest.mark.parametrize(
    "told",
    [
        {"details": FaxDetails(FaxId("1"), subject="x" * 20_000)},
        {"check": FaxCheck(datetime(2026, 3, 8, tzinfo=UTC), Verdict.CONFIRMED, status_text="x" * 20_000)},
        {"notes": CallNotes(notes="x" * 20_000)},
    ],
    ids=["details", "check", "notes"],
)
def test_a_long_text_in_the_list_that_is_broken_off_is_met_at_once(
    path: Path, fax: FaxRecord, told: dict[str, Any]
) -> None:
    with closing(Database.open(path)) as database:
        database.write([replace(fax, fax_id=FaxId("1"), **told)], [])
        (size,) = database._connection.execute("PRAGMA page_size").fetchone()
    kept = path.read_bytes()
    pages = [at for at in range(0, len(kept), size) if kept[at + 4 : at + 104] == b"x" * 100]
    path.write_bytes(kept[: pages[0]] + b"\xff" * 4 + kept[pages[0] + 4 :])  # where it goes on
    with closing(Database.open(path)) as database:
        assert database.moved_aside is not None


def test_another_programs_database_is_moved_aside(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE faxes (id)")
    with closing(Database.open(path)) as database:
        assert database.moved_aside is not None
        assert database.load() == []


def test_the_log_of_a_file_that_is_gone_is_not_played_into_a_new_one(
    path: Path,
    run_python: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    leave_a_log(path, 1, run_python)
    path.unlink()
    with closing(Database.open(path)) as database:
        aside = database.moved_aside
        assert aside is not None
        assert aside.with_name(f"{aside.name}-wal").stat().st_size > 0
        assert database.load() == []


def leave_a_log(
    path: Path,
    version: int,
    run_python: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    """Make a database whose last changes, its version among them, are in the WAL only."""
    if sys.platform == "win32":
        pytest.skip("Windows has no SIGKILL")
    script = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("CREATE TABLE something (new)")
connection.execute(f"PRAGMA user_version = {sys.argv[2]}")
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert run_python(script, path, version).returncode == -9


@pytest.mark.parametrize("crashed", [False, True])
def test_a_newer_file_is_refused_and_left_as_it_was(
    path: Path,
    run_python: Callable[..., subprocess.CompletedProcess[str]],
    crashed: bool,
) -> None:
    newer = len(migrations.STEPS) + 1
    if crashed:
        leave_a_log(path, newer, run_python)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {newer}")
            connection.execute("PRAGMA journal_mode = WAL")
    before = content(path.parent)
    assert refusal(path) is Problem.NEWER_VERSION
    after = content(path.parent)
    assert after[path.name] == before[path.name]
    wal = f"{path.name}-wal"
    assert after.get(wal, b"") == before.get(wal, b"")


def test_an_older_file_is_migrated_and_a_copy_of_it_kept(
    path: Path,
    fax: FaxRecord,
    entry: HistoryEntry,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faxes = fill(path, fax, entry)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ADD_NOTE))
    with closing(Database.open(path)) as database:
        assert database.load() == faxes
        assert database.history(FaxId("7")) == [replace(entry, fax_id=FaxId("7"))]
        assert migrations.version_of(database._connection) == 3
        notes = database._connection.execute("SELECT DISTINCT note FROM faxes").fetchall()
        assert notes == [("from before",)]
    copy = path.with_name("faxes.sqlite3.before-v3.bak")
    assert sorted(path.parent.iterdir()) == [path, copy]
    if sys.platform != "win32":
        assert copy.stat().st_mode & 0o777 == 0o600
    monkeypatch.undo()
    assert refusal(path) is Problem.NEWER_VERSION
    with closing(Database.open(copy)) as database:  # what the older version would go back to
        assert database.load() == faxes


def test_a_step_that_fails_changes_nothing(
    path: Path,
    fax: FaxRecord,
    entry: HistoryEntry,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faxes = fill(path, fax, entry)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, (*ADD_NOTE, "SELECT no_such_column")))
    assert refusal(path) is Problem.FAILED
    monkeypatch.undo()
    with closing(Database.open(path)) as database:
        assert (database.moved_aside, database.load()) == (None, faxes)


def test_a_step_that_another_process_took_is_not_taken_again(path: Path) -> None:
    with closing(Database.open(path)) as database:
        migrations.migrate(database._connection)
        assert migrations.version_of(database._connection) == len(migrations.STEPS)


def test_a_step_has_the_file_to_itself_before_it_reads(path: Path) -> None:
    with (
        closing(Database.open(path)) as database,
        closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other,
        transaction(database._connection),
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_a_file_that_was_open_to_others_is_closed(path: Path) -> None:
    Database.open(path).close()
    path.chmod(0o666)
    with closing(Database.open(path)) as database:
        database.write([], [])
        assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


def test_of_two_that_make_the_file_at_once_the_first_wins(
    path: Path,
    fax: FaxRecord,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    migrate = migrations.migrate

    def be_overtaken(connection: sqlite3.Connection) -> None:
        migrate(connection)
        monkeypatch.undo()
        with closing(Database.open(path)) as faster:
            faster.write([fax], [])

    monkeypatch.setattr(migrations, "migrate", be_overtaken)
    with closing(Database.open(path)) as database:
        assert (database.moved_aside, database.load()) == (None, [fax])
    assert list(path.parent.iterdir()) == [path]


def test_many_processes_may_start_at_once(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from srfax_desktop.store.database import Database\n"
        "d = Database.open(Path(sys.argv[1])); d.write([], []); print(d.moved_aside); d.close()"
    )
    root = Path(opening.__file__).parents[2]
    started = [
        subprocess.Popen([sys.executable, "-c", script, path], cwd=root, stdout=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    assert [process.communicate(timeout=60)[0] for process in started] == ["None\n"] * 6
    assert list(path.parent.iterdir()) == [path]


def test_a_file_system_without_hard_links_will_do(
    path: Path,
    fax: FaxRecord,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with closing(Database.open(path)) as database:
        database.write([fax], [])
        assert database.load() == [fax]


def test_odd_characters_in_the_folders_name_do_no_harm(alone: Path, fax: FaxRecord) -> None:
    folder = alone / "a ?mode=ro&b#c%20é"
    folder.mkdir()
    with closing(Database.open(folder / "faxes.sqlite3")) as database:
        database.write([fax], [])
    with closing(Database.open(folder / "faxes.sqlite3")) as database:
        assert database.load() == [fax]


def test_a_relative_path_will_do(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(alone)
    with closing(Database.open(Path("faxes.sqlite3"))) as database:
        assert database.load() == []


def test_a_missing_folder_is_told(alone: Path) -> None:
    assert refusal(alone / "nowhere" / "faxes.sqlite3") is Problem.FAILED


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir()
    assert refusal(path) is Problem.FAILED
