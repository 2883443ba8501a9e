# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""From a path to a connection that can be trusted with the list."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import migrations
from srfax_desktop.store.private_files import close_file_to_others, private_draft, sync_folder
from srfax_desktop.store.problems import Problem, as_store_errors

if TYPE_CHECKING:
    from pathlib import Path

LOCK_WAIT_S = 2.0
"""How long another process's lock is waited for while the file is opened: it is held for milliseconds,
or something is wrong."""

OPEN_LOCK_WAIT_MS = 100
"""The same once it is open: a click waits for it too."""

SECTOR_BYTES = 512
"""A database is a whole number of pages, and a page a whole number of these: SQLite, file format."""

COMPANIONS = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps beside a database, with the database's own permissions."""


def open_database(path: Path) -> sqlite3.Connection:
    """Open the file, made where it is missing and migrated where it is old.

    Raises StoreError: DAMAGED where it is not, or no longer, a whole database of this program,
    NEWER_VERSION for a file of a newer version, which is left as it was, NOT_OURS for another user's.
    """
    with as_store_errors():
        _create_if_missing(path)
        close_file_to_others(path)
        _refuse_a_cut_file(path)
        version = _version(path)
        if version > len(migrations.STEPS):
            raise StoreError(Problem.NEWER_VERSION, f"{path} has version {version}")
        if version == 0:  # another program's: a file of ours has its tables from the first
            raise StoreError(Problem.DAMAGED, f"{path} has no version")
        connection = connect(path)
        try:
            _configure(connection)
            if version < len(migrations.STEPS):
                migrations.back_up(connection, path)
                migrations.migrate(connection)
            _read_first(connection)
            connection.execute(f"PRAGMA busy_timeout = {OPEN_LOCK_WAIT_MS}")
        except BaseException:
            connection.close()
            raise
        return connection


def _create_if_missing(path: Path) -> None:
    """Make the file under another name first, so that it is never seen without its tables."""
    wal = path.with_name(f"{path.name}-wal")
    # Asked in this order, because another process makes the file before its WAL.
    if wal.exists() and not path.exists():  # it would be played into a new file
        raise StoreError(Problem.DAMAGED, f"of {path} only the WAL is left")
    if path.exists():
        return
    with private_draft(path) as draft:
        with closing(connect(draft)) as connection:
            _configure(connection)
            migrations.migrate(connection)
        _name_unless_taken(draft, path)
        sync_folder(path.parent)


def _name_unless_taken(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:  # another process was faster: its file it is
        return
    except OSError:  # no hard links on this file system
        draft.replace(path)


def _refuse_a_cut_file(path: Path) -> None:
    # SQLite takes an empty file for a new one and deletes its WAL, and fills up a last page that was cut.
    size = path.stat().st_size
    if size == 0 or size % SECTOR_BYTES:
        raise StoreError(Problem.DAMAGED, f"{path} has {size} bytes")


def _version(path: Path) -> int:
    # Read-only: even opening can move a crashed program's WAL into the file, and a newer file is
    # to stay as it is.
    with closing(read_only(path)) as connection:
        return migrations.version_of(connection)


def read_only(path: Path, *, at_rest: bool = False) -> sqlite3.Connection:
    """Open a file that is not to be changed. Texts come as bytes, whether they can be decoded or not.

    at_rest: nobody writes to it, and nothing is to be made beside it. Raises sqlite3.Error.
    """
    # The URI has no authority, so that a Windows share (//server/…) works too.
    name = path.absolute().as_posix()
    uri = "file://" + quote(name if name.startswith("/") else f"/{name}") + "?mode=ro"
    uri += "&immutable=1" if at_rest else ""
    connection = sqlite3.connect(uri, uri=True, timeout=LOCK_WAIT_S, isolation_level=None)
    connection.text_factory = bytes
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """Open a file to be written to, whatever is in it. Raises sqlite3.Error."""
    # isolation_level=None: the module begins no transactions of its own, `transaction` does.
    connection = sqlite3.connect(path, timeout=LOCK_WAIT_S, isolation_level=None)
    # Half-broken text is a reason to show the row with a mark in it, not to lose the list.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    # NORMAL, usual with WAL, may lose the last commits in a power cut. "Trying to stop" is on the
    # disk before the request leaves, or a restart would not know of it.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: fsync alone stops at the drive's cache
    connection.execute("PRAGMA secure_delete = ON")  # what is removed is gone from the file, too


def _read_first(connection: sqlite3.Connection) -> None:
    """Meet damage now, while a fresh file can still take this one's place.

    The list as a whole, and the page of the history that the next line goes to: 5 ms. `quick_check`
    reads the whole file before the window shows: 57 ms for 200,000 lines of history that are in the
    disk cache, growing with the history, and more where they are not.
    """
    connection.execute(
        "SELECT max(attempts), max(length(result)), max(length(details_json)), max(length(check_json)),"
        " max(length(notes_json)) FROM faxes",
    ).fetchone()
    connection.execute("SELECT at FROM history ORDER BY number DESC LIMIT 1").fetchone()
