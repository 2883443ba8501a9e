# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Backups: whole, private, few, and never with what the retention rule has removed."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import backups
from srfax_desktop.store.backup_files import backup_path, backups_of, damaged_of, drafts_of
from srfax_desktop.store.backups import DatabaseBackups
from srfax_desktop.store.database import Database
from srfax_desktop.store.problems import Problem
from tests.figures import short_or_long
from tests.store.lines import START, checked, overwrite_page, some_lines, write_version_1

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.history import HistoryEntry
    from tests.figures import Figures

NOON = datetime(2026, 11, 24, 12).astimezone(UTC)
"""At noon of this computer's day, so that an hour more or less is the same day."""

DAY = timedelta(days=1)


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def stamps(path: Path) -> list[datetime]:
    return [backup.made_at for backup in backups_of(path)]


def test_a_backup_is_a_whole_copy_closed_to_others_with_nothing_beside_it(
    path: Path, database: Database, known_fax: FaxRecord, entry: HistoryEntry
) -> None:
    database.write([known_fax], [entry])
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    DatabaseBackups(path).keep(NOON)
    (backup,) = backups_of(path)
    assert backup.made_at == NOON
    assert names(path) == sorted([path.name, f"{path.name}-shm", f"{path.name}-wal", backup.path.name])
    if sys.platform != "win32":
        assert backup.path.stat().st_mode & 0o777 == 0o600
    database.close()
    with closing(Database.open(backup.path)) as copy:
        assert (copy.moved_aside, copy.load()) == (None, [known_fax])
        assert copy.history(known_fax.fax_id) == [entry]
        assert checked(copy).intact


def test_there_is_one_a_day_and_the_newest_three_stay(
    path: Path, database: Database, entry: HistoryEntry
) -> None:
    database.write([], [entry])
    for day in range(5):
        for hour in (0, 3):
            DatabaseBackups(path).keep(NOON + day * DAY + timedelta(hours=hour))
    assert stamps(path) == [NOON + day * DAY for day in (4, 3, 2)]


def test_of_a_list_that_nobody_has_used_there_is_none(path: Path, database: Database) -> None:
    DatabaseBackups(path).keep(NOON)
    assert backups_of(path) == []


@pytest.mark.parametrize("where", ["history", "history_by_fax", "faxes"])
@pytest.mark.parametrize("content", [b"\0", b"\xff", b"garbage "])
def test_of_a_damaged_list_there_is_none_and_those_from_before_stay(
    path: Path, fax: FaxRecord, where: str, content: bytes
) -> None:
    with closing(Database.open(path)) as database:
        database.write([replace(fax, fax_id=FaxId(str(n))) for n in range(1, 3000)], some_lines(4000))
        for day in range(3):
            DatabaseBackups(path).keep(NOON + day * DAY)
    kept = backups_of(path)
    overwrite_page(path, where, content)
    with pytest.raises(StoreError) as damaged:
        DatabaseBackups(path).keep(NOON + 3 * DAY)
    assert damaged.value.problem == Problem.DAMAGED
    assert backups_of(path) == kept
    assert drafts_of(path) == []


def test_a_copy_that_is_not_whole_does_not_count(
    path: Path, database: Database, entry: HistoryEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.write([], [entry])
    check = backups.check_whole

    def find_damage_in_the_copy(connection: sqlite3.Connection) -> None:
        check(connection)
        if (made := connection.execute("PRAGMA database_list").fetchone()[2]) and str(made).endswith(".new"):
            raise StoreError(Problem.DAMAGED)

    monkeypatch.setattr(backups, "check_whole", find_damage_in_the_copy)
    with pytest.raises(StoreError):
        DatabaseBackups(path).keep(NOON)
    assert (backups_of(path), drafts_of(path)) == ([], [])


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_disk_that_is_full_leaves_no_part_of_one(
    path: Path, run_python: Callable[..., CompletedProcess[str]]
) -> None:
    script = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store.backups import DatabaseBackups
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    DatabaseBackups(Path(sys.argv[1])).keep(datetime.now(UTC))
except StoreError as error:
    print(error.problem)
"""
    with closing(Database.open(path)) as database:
        database.write([], some_lines(2000))
        done = run_python(script, path)
    assert (done.stdout, done.stderr) == ("failed\n", "")
    assert names(path) == [path.name]


# What the retention rule removes


def test_what_the_retention_rule_removed_lives_on_in_no_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_version_1(path, some_lines(40), monkeypatch)
    with closing(Database.open(path)) as database:  # which makes the copy from before the migration
        for day in range(3):
            DatabaseBackups(path).keep(NOON + day * DAY)
        assert len(names(path)) == 3 + 1 + 3
        database.prune(START + timedelta(minutes=20), NOON)
        DatabaseBackups(path).keep(NOON + 2 * DAY + timedelta(hours=1))
        assert stamps(path) == [NOON + 2 * DAY + timedelta(hours=1)]
        assert not list(path.parent.glob("*.bak"))
        removed = [f"Unable to Cancel Fax – {at}".encode() for at in range(1, 20) if at % 4]
        for backup in backups_of(path):
            assert not [text for text in removed if text + b"1604" in backup.path.read_bytes()]
            with closing(sqlite3.connect(backup.path)) as copy:
                assert copy.execute("SELECT min(number) FROM history").fetchone() == (21,)


def test_a_copy_without_any_of_it_stays(path: Path) -> None:
    with closing(Database.open(path)) as database:
        database.write([], some_lines(40))
        database.prune(START + timedelta(minutes=20), NOON)
        DatabaseBackups(path).keep(NOON)
        DatabaseBackups(path).keep(NOON + DAY)
    assert stamps(path) == [NOON + DAY, NOON]


def test_a_copy_that_cannot_be_read_may_hold_some_of_it(path: Path) -> None:
    unreadable = path.with_name(f"{path.name}.before-v2.bak")
    unreadable.write_bytes(b"who knows")
    with closing(Database.open(path)) as database:
        database.write([], some_lines(40))
        DatabaseBackups(path).keep(NOON)
        assert unreadable.exists()
        database.prune(START + timedelta(minutes=20), NOON)
        DatabaseBackups(path).keep(NOON)
    assert not unreadable.exists()


def test_where_the_list_is_damaged_the_copies_stay_whatever_is_in_them(path: Path) -> None:
    with closing(Database.open(path)) as database:
        database.write([], some_lines(4000))
        DatabaseBackups(path).keep(NOON)
        database.prune(START + timedelta(minutes=20), NOON)
    overwrite_page(path, "faxes", b"\xff")  # not where the rule's own line is looked for
    with pytest.raises(StoreError):
        DatabaseBackups(path).keep(NOON + DAY)
    assert stamps(path) == [NOON]


# Beside the rest of the program


def test_what_a_run_left_behind_that_ended_in_the_middle_goes_after_an_hour(
    path: Path, database: Database
) -> None:
    left, young = (path.with_name(f".{path.name}.backup-20261124T120000Z.{part}.new") for part in "ab")
    journal = path.with_name(f"{left.name}-journal")
    for draft in (left, young, journal):
        draft.touch()
    for draft in (left, journal):
        os.utime(draft, (time.time() - 4000,) * 2)
    DatabaseBackups(path).keep(NOON)
    assert drafts_of(path) == [young]


def test_who_ends_the_program_waits_for_no_backup(path: Path, database: Database) -> None:
    database.write([], some_lines(2000))
    keeper = DatabaseBackups(path)
    keeper.cancel()
    keeper.keep(NOON)
    assert (backups_of(path), drafts_of(path)) == ([], [])


def test_a_backup_keeps_nobody_waiting_and_holds_one_moment(path: Path, figures: Figures) -> None:
    lines = some_lines(short_or_long(20_000, 200_000))
    with closing(Database.open(path)) as database:
        database.write([], lines)
        done = threading.Event()

        def keep() -> None:
            DatabaseBackups(path).keep(NOON)
            done.set()

        thread = threading.Thread(target=keep)
        thread.start()
        longest_s, before_s, written = 0.0, time.perf_counter(), 0
        while not done.is_set():
            time.sleep(0.002)
            database.write([], lines[:1])
            written += 1
            now_s = time.perf_counter()
            longest_s, before_s = max(longest_s, now_s - before_s), now_s
        thread.join()
        figures.most("a line written during a backup", longest_s * 1000, 1000, "ms")
        assert longest_s < 1, "it waits for no lock, and for the interpreter only as long as any thread"
        assert checked(database).total == len(lines) + written
    (backup,) = backups_of(path)
    with closing(Database.open(backup.path)) as copy:
        assert checked(copy).intact


def test_names_that_only_look_like_copies_are_left_alone(path: Path) -> None:
    for ending in (".backup-20261399T250000Z", ".backup-", ".backup-20261124T120000Z.txt", ".unreadable-1"):
        path.with_name(path.name + ending).touch()
    path.with_name("settings.json.unreadable-20261124T120000.000000Z").touch()
    assert (backups_of(path), damaged_of(path)) == ([], [])


def test_a_file_of_which_only_the_wal_was_left_counts_as_damaged(path: Path) -> None:
    path.with_name(f"{path.name}.unreadable-20261124T120000.000001Z-wal").touch()
    (found,) = damaged_of(path)
    assert found.path.name == f"{path.name}.unreadable-20261124T120000.000001Z"
    assert found.made_at == datetime(2026, 11, 24, 12, 0, 0, 1, UTC)


def test_a_name_tells_the_moment_in_utc(path: Path) -> None:
    at = datetime.fromisoformat("2026-11-24T14:02:03-08:00")
    assert backup_path(path, at).name == f"{path.name}.backup-20261124T220203Z"
