# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Backups of the database, beside it: at most one a day, the newest three, each of them checked.

They are made on a connection of their own that only reads, in a worker's thread: under WAL it takes no
lock that a click would wait for, and SQLite copies and checks without the interpreter's. A whole copy in
one breath would stand in the way of ending the program, and so it goes in steps, within one snapshot.

What the retention rule has removed does not live on in them: a copy that still holds it is removed, and
a fresh one takes its place.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from srfax_desktop.core.ports import StoreError
from srfax_desktop.store.backup_files import backup_path, backups_of, copies_of, drafts_of, read_holdings
from srfax_desktop.store.opening import read_only
from srfax_desktop.store.private_files import give_name, private_draft, sync_folder
from srfax_desktop.store.problems import Problem, as_store_errors
from srfax_desktop.store.pruning import newest_removal
from srfax_desktop.store.transactions import snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

log = logging.getLogger(__name__)

KEPT = 3

DRAFT_AGE_S = 3600.0
"""A copy that was begun so long ago was left behind by a run that ended in the middle."""

_PAGES_AT_ONCE = 500
"""2 MB: after so many, it is seen whether the program wants to end."""

_STEPS_AT_ONCE = 100_000
"""The same, in SQLite's own steps, while a file is checked."""


class DatabaseBackups:
    """Implements `core.backup.BackupKeeper` for a database that another thread may have open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._cancelled = False

    def cancel(self) -> None:
        """End soon, whatever is under way."""
        self._cancelled = True

    def keep(self, now: datetime) -> None:
        """Make today's backup where there is none yet, and remove what is not to be kept any more.

        Raises StoreError: DAMAGED where the database is, and everything then stays.
        """
        try:
            with as_store_errors(), closing(read_only(self._path)) as source:
                self._keep(source, now)
        except StoreError:
            if not self._cancelled:
                raise

    def _keep(self, source: sqlite3.Connection, now: datetime) -> None:
        _remove(path for path in drafts_of(self._path) if _age_s(path) > DRAFT_AGE_S)
        source.set_progress_handler(lambda: self._cancelled, _STEPS_AT_ONCE)
        removed_up_to = newest_removal(source).up_to
        outdated = [copy for copy in copies_of(self._path) if _holds_any(copy, removed_up_to)]
        is_due = not any(
            _is_same_day(backup.made_at, now)
            for backup in backups_of(self._path)
            if backup.path not in outdated
        )
        # What nobody has written yet is worth no place among three.
        is_due = is_due and source.execute("SELECT 1 FROM history LIMIT 1").fetchone() is not None
        if outdated or is_due:
            check_whole(source)  # before anything goes that may be all that is left
            _remove(outdated)
        if is_due:
            self._copy(source, backup_path(self._path, now))
        _remove(backup.path for backup in backups_of(self._path)[KEPT:])

    def _copy(self, source: sqlite3.Connection, backup: Path) -> None:
        with private_draft(backup) as draft:
            with closing(sqlite3.connect(draft, isolation_level=None)) as target, snapshot(source):
                target.set_progress_handler(lambda: self._cancelled, _STEPS_AT_ONCE)
                source.execute("SELECT 1 FROM faxes LIMIT 1").fetchone()  # the snapshot begins with it
                source.backup(target, pages=_PAGES_AT_ONCE, progress=self._end_if_cancelled)
                target.execute("PRAGMA journal_mode = DELETE")  # one file, and nothing beside it
                check_whole(target)
            _sync(draft)
            give_name(draft, backup)

    def _end_if_cancelled(self, *_: int) -> None:
        if self._cancelled:
            raise StoreError(Problem.FAILED, "cancelled")


def check_whole(connection: sqlite3.Connection) -> None:
    """See that every page can be read and belongs where it is. Raises StoreError and sqlite3.Error."""
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said not in {"ok", b"ok"}:
        raise StoreError(Problem.DAMAGED, str(said))


def _holds_any(copy: Path, removed_up_to: int) -> bool:
    """Whether a copy holds lines that the retention rule has removed, or may hold some."""
    if not removed_up_to:
        return False
    holdings = read_holdings(copy)
    return holdings is None or 0 < holdings.first <= removed_up_to


def _is_same_day(one: datetime, other: datetime) -> bool:
    return one.astimezone().date() == other.astimezone().date()


def _remove(paths: Iterable[Path]) -> None:
    removed = list(paths)
    for path in removed:
        path.unlink(missing_ok=True)
    if removed:
        log.info("copies removed: %s", ", ".join(path.name for path in removed))
        sync_folder(removed[0].parent)


def _age_s(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0  # it has got its name meanwhile


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
