# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Bringing a backup back beneath what was written since a fresh database took the damaged one's place."""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from srfax_desktop.core.backup import Backup, brought_back
from srfax_desktop.core.fax import UNDER_WAY, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import history_chain, migrations, rows
from srfax_desktop.store.backup_files import backups_of, damaged_of, read_holdings
from srfax_desktop.store.backups import check_whole
from srfax_desktop.store.opening import connect
from srfax_desktop.store.private_files import private_draft
from srfax_desktop.store.problems import Problem
from srfax_desktop.store.pruning import newest_removal
from srfax_desktop.store.transactions import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.store.backup_files import Holdings

_COLUMNS = ", ".join(rows.HISTORY_COLUMNS)
# A line of the retention rule tells of lines that are not beneath it any more once they are numbered anew.
_READ_NEW_LINES = f"""
    SELECT {_COLUMNS} FROM main.history WHERE NOT (fax_id = '' AND event = 'pruned') ORDER BY number
"""  # noqa: S608 - names of our own
_BRING_LINES = f"""
    INSERT INTO main.history (number, {_COLUMNS}, hash)
    SELECT number, {_COLUMNS}, hash FROM old.history ORDER BY number
"""  # noqa: S608
_TRIGGERS = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'"
_BRING_COUNTER = """
    INSERT INTO main.sqlite_sequence (name, seq)
    SELECT name, seq FROM old.sqlite_sequence WHERE name = 'history'
"""


def find_backup(connection: sqlite3.Connection, database: Path) -> Backup | None:
    """Return what `core.backup.Restorer.find_backup` says. Raises sqlite3.Error and OSError."""
    damaged = damaged_of(database)
    if not damaged:
        return None
    for made_at, path in backups_of(database):
        since = [aside for aside in damaged if aside.made_at >= made_at]
        holdings = read_holdings(path) if since else None
        if holdings and holdings.last and not _goes_on_from(connection, holdings):
            return Backup(path, made_at, holdings.faxes, since[0].path.name)
    return None


def _goes_on_from(connection: sqlite3.Connection, old: Holdings) -> bool:
    """Whether the present history has the backup's last line, or had it once."""
    found = connection.execute("SELECT hash FROM history WHERE number = ?", (old.last,)).fetchone()
    return found == (old.last_hash,) or old.last <= newest_removal(connection).up_to


def bring_back(
    connection: sqlite3.Connection, backup: Path, database: Path, now: datetime
) -> list[FaxRecord]:
    """Do what `core.backup.Restorer.bring_back` says. Raises StoreError, sqlite3.Error and OSError."""
    with private_draft(database.with_name(f"{database.name}.coming-back")) as draft:
        # A copy, because it may have to be migrated, and the backup stays as it is.
        shutil.copyfile(backup, draft)
        old_faxes = _read_faxes(draft)
        with _attached(connection, draft), transaction(connection):
            new_lines = connection.execute(_READ_NEW_LINES).fetchall()
            new_faxes = [rows.fax_of(row) for row in connection.execute(rows.READ_FAXES)]
            _replace_history(connection)
            coming = _coming_back(old_faxes, new_faxes)
            connection.executemany(rows.WRITE_FAX, [rows.fax_row(fax) for fax in coming])
            interrupted = map(rows.history_row, _interrupted(old_faxes, now))
            listed_anew = map(rows.history_row, _listed_anew(old_faxes, new_faxes, now))
            history_chain.append(connection, [*interrupted, *new_lines, *listed_anew])
        return coming


def _read_faxes(draft: Path) -> list[FaxRecord]:
    with closing(connect(draft)) as connection:
        version = migrations.version_of(connection)
        if not 0 < version <= len(migrations.STEPS):
            raise StoreError(Problem.NEWER_VERSION, f"the backup has version {version}")
        migrations.migrate(connection)
        check_whole(connection)
        return [rows.fax_of(row) for row in connection.execute(rows.READ_FAXES)]


@contextmanager
def _attached(connection: sqlite3.Connection, draft: Path) -> Iterator[None]:
    connection.execute("ATTACH DATABASE ? AS old", (str(draft),))
    try:
        yield
    finally:
        connection.execute("DETACH DATABASE old")


def _replace_history(connection: sqlite3.Connection) -> None:
    """Put the backup's lines, as they are, in the place of the present ones."""
    triggers = connection.execute(_TRIGGERS).fetchall()
    for name, _ in triggers:  # within the transaction: nobody ever finds the history without them
        connection.execute(f'DROP TRIGGER main."{name}"')
    connection.execute("DELETE FROM main.history")
    connection.execute(_BRING_LINES)
    connection.execute("DELETE FROM main.sqlite_sequence WHERE name = 'history'")
    connection.execute(_BRING_COUNTER)
    for _, sql in triggers:
        connection.execute(sql)


def _coming_back(old_faxes: Iterable[FaxRecord], new_faxes: Iterable[FaxRecord]) -> list[FaxRecord]:
    """Return the faxes to be written: in the order of the old list, behind those of the new one."""
    listed = {fax.fax_id: fax for fax in new_faxes}
    coming = []
    for old in old_faxes:
        new = listed.get(old.fax_id)
        if new is None:
            coming.append(brought_back(old))
        elif new.notes is None and old.notes is not None:  # somebody has typed them
            coming.append(replace(new, notes=old.notes))
    return coming


def _interrupted(old_faxes: Iterable[FaxRecord], now: datetime) -> Iterator[HistoryEntry]:
    """Yield a line for each request that was under way then: nobody knows whether it arrived."""
    for old in old_faxes:
        if old.state in {FaxState.STOPPING, FaxState.ENDING}:
            yield _line(old, HistoryEvent.INTERRUPTED, now, attempt=old.attempts)


def _listed_anew(
    old_faxes: Iterable[FaxRecord], new_faxes: Iterable[FaxRecord], now: datetime
) -> Iterator[HistoryEntry]:
    """Yield a line for each fax that was being tried then, and that is only listed now."""
    listed = {fax.fax_id for fax in new_faxes}
    for old in old_faxes:
        if old.state in UNDER_WAY and old.fax_id not in listed:
            yield _line(old, HistoryEvent.ADDED, now)


def _line(fax: FaxRecord, event: HistoryEvent, now: datetime, attempt: int = 0) -> HistoryEntry:
    to_number = fax.details.to_number if fax.details else None
    return HistoryEntry(now, fax.fax_id, event, fax.account, attempt, to_number=to_number)
