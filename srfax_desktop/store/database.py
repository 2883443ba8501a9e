# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The list of faxes and its append-only history, in one SQLite file."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Self

from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import history_query, rows
from srfax_desktop.store.opening import COMPANIONS, open_database
from srfax_desktop.store.private_files import set_aside
from srfax_desktop.store.problems import Problem, as_store_errors
from srfax_desktop.store.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from srfax_desktop.core.archive import ChainCheck, HistoryQuery, NumberedEntry
    from srfax_desktop.core.backup import Backup
    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.store.column_values import Value


MANY_ROWS = 500
"""After so many in one go, SQLite's own memory is full of pages that nobody asks for again."""


class Database:
    """Implements `core.ports.FaxStore`, `core.archive.Archive` and `core.backup.Restorer`.

    It is used by the thread that opened it, and by no other.

    moved_aside: where a damaged file was put when a fresh one took its place; None where all was well.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, moved_aside: Path | None = None) -> None:
        self._connection = connection
        self._path = path
        self.moved_aside = moved_aside
        history_query.prepare(connection)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, or make it; its folder must be there.

        A damaged file is moved aside, never deleted. Raises StoreError: NEWER_VERSION for a file
        of a newer version of this program, which is left as it was.
        """
        try:
            return cls(open_database(path), path)
        except StoreError as error:
            if error.problem != Problem.DAMAGED:
                raise
        with as_store_errors():
            moved_aside = set_aside(path, COMPANIONS)
        return cls(open_database(path), path, moved_aside)

    def load(self) -> list[FaxRecord]:
        """Return the list, in the order in which the faxes were added. Raises StoreError."""
        with as_store_errors():
            faxes = read_faxes(self._connection)
            self._let_go_of_pages(len(faxes))
        return faxes

    def write(self, records: Iterable[FaxRecord], entries: Iterable[HistoryEntry]) -> None:
        """Insert or replace the records and append the entries: all of them, on the disk, or none.

        Raises StoreError.
        """
        lines = [rows.history_row(entry) for entry in entries]
        with as_store_errors(), transaction(self._connection) as connection:
            before = connection.total_changes
            # One after the other: ten thousand together would take as much memory as the list itself.
            connection.executemany(rows.WRITE_FAX, map(rows.fax_row, records))
            _append(connection, lines)
            changes = connection.total_changes - before
        self._let_go_of_pages(changes)

    def remove(self, fax_ids: Iterable[FaxId], entries: Iterable[HistoryEntry]) -> None:
        """Take faxes off the list and append the entries, as `write` does. Their history stays.

        Raises StoreError.
        """
        faxes = [(fax_id,) for fax_id in fax_ids]
        lines = [rows.history_row(entry) for entry in entries]
        with as_store_errors(), transaction(self._connection) as connection:
            before = connection.total_changes
            connection.executemany("DELETE FROM faxes WHERE fax_id = ?", faxes)
            _append(connection, lines)
            changes = connection.total_changes - before
        self._let_go_of_pages(changes)

    def history(self, fax_id: FaxId) -> list[HistoryEntry]:
        """Return one fax's history, oldest first. Raises StoreError."""
        with as_store_errors():
            found = self._connection.execute(rows.READ_HISTORY_OF_FAX, (fax_id,))
            return [rows.entry_of(row) for row in found]

    def find(self, query: HistoryQuery) -> list[int]:
        """Return the numbers of the lines that fit, newest first. Raises StoreError."""
        with as_store_errors():
            return history_query.find(self._connection, query)

    def lines(self, numbers: Sequence[int]) -> list[NumberedEntry]:
        """Return these lines, in the order of `numbers`, without those that are gone. Raises StoreError."""
        from srfax_desktop.core.archive import NumberedEntry  # noqa: PLC0415 - the window is painted before

        with as_store_errors():
            read = ((number, self._connection.execute(rows.READ_LINE, (number,))) for number in numbers)
            return [NumberedEntry(number, rows.entry_of(row)) for number, found in read for row in found]

    def check_chain(self) -> Iterator[ChainCheck]:
        """Check every line, some thousands at each step; the last one yielded is `done`.

        Raises StoreError, but not for damage: that is what is looked for.
        """
        from srfax_desktop.store import chain_check  # noqa: PLC0415 - the window is painted before

        return chain_check.check_chain(self._connection)

    def prune(self, before: datetime, now: datetime) -> int:
        """Remove the lines older than `before`, all in one transaction; returns how many. Raises StoreError.

        A line in between that is younger stays, with all that follow it. Where something is removed,
        a new line says so.
        """
        from srfax_desktop.store import pruning  # noqa: PLC0415 - the window is painted before

        with as_store_errors(), transaction(self._connection) as connection:
            return pruning.prune(connection, before, now)

    def find_backup(self) -> Backup | None:
        """Return the newest backup from before the list was damaged, if it is not back. Raises StoreError."""
        from srfax_desktop.store import bringing_back  # noqa: PLC0415 - the window is painted before

        with as_store_errors():
            return bringing_back.find_backup(self._connection, self._path)

    def bring_back(self, backup: Backup, now: datetime) -> list[FaxRecord]:
        """Put a backup beneath what is here, all of it or nothing; returns the faxes that came back.

        Raises StoreError.
        """
        from srfax_desktop.store import bringing_back  # noqa: PLC0415 - the window is painted before

        with as_store_errors():
            return bringing_back.bring_back(self._connection, backup.path, self._path, now)

    def _let_go_of_pages(self, rows_met: int) -> None:
        if rows_met > MANY_ROWS:
            with contextlib.suppress(sqlite3.Error):  # all is read or written
                self._connection.execute("PRAGMA shrink_memory").close()

    def close(self) -> None:
        """Let go of the file. Closing again does nothing. Raises StoreError."""
        with as_store_errors():
            self._connection.close()


def read_faxes(connection: sqlite3.Connection) -> list[FaxRecord]:
    """Return the list. Raises sqlite3.Error."""
    careful = connection.text_factory
    try:  # without Python's help for each text: in a whole file, none is half-broken
        connection.text_factory = str
        return [rows.fax_of(row) for row in connection.execute(rows.READ_FAXES)]
    except sqlite3.OperationalError:
        connection.text_factory = careful
        return [rows.fax_of(row) for row in connection.execute(rows.READ_FAXES)]
    finally:
        connection.text_factory = careful


def _append(connection: sqlite3.Connection, lines: Sequence[tuple[Value, ...]]) -> None:
    from srfax_desktop.store import history_chain  # noqa: PLC0415 - its hashes: the window is painted before

    history_chain.append(connection, lines)
