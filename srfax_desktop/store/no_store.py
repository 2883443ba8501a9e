# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes the place of the database where none can be opened: stopping a fax must not wait for a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.archive import ChainCheck
from srfax_desktop.core.ports import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from srfax_desktop.core.archive import HistoryQuery, NumberedEntry
    from srfax_desktop.core.backup import Backup
    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.core.history import HistoryEntry


class NoStore:
    """Implements `core.ports.FaxStore` for this run only, in memory, and `core.archive.Archive`, empty.

    kept: the list, where a file that cannot be written to could be read.
    """

    def __init__(self, kept: Sequence[FaxRecord] = ()) -> None:
        self._kept = kept
        self._history: dict[FaxId, list[HistoryEntry]] = {}

    def load(self) -> list[FaxRecord]:
        """Return what there is from before."""
        return list(self._kept)

    def write(self, records: Iterable[FaxRecord], entries: Iterable[HistoryEntry]) -> None:
        """Keep the entries. The records are in the engine's hands anyway."""
        del records
        for entry in entries:
            self._history.setdefault(entry.fax_id, []).append(entry)

    def remove(self, fax_ids: Iterable[FaxId], entries: Iterable[HistoryEntry]) -> None:
        """Keep the entries."""
        self.write((), entries)
        del fax_ids

    def history(self, fax_id: FaxId) -> Sequence[HistoryEntry]:
        """Return what happened to one fax in this run."""
        return tuple(self._history.get(fax_id, ()))

    def find(self, query: HistoryQuery) -> Sequence[int]:
        """Find nothing: no line of this run has a number."""
        del query
        return ()

    def lines(self, numbers: Sequence[int]) -> list[NumberedEntry]:
        """Return nothing."""
        del numbers
        return []

    def check_chain(self) -> Iterator[ChainCheck]:
        """Be done at once."""
        yield ChainCheck(0, 0, done=True)

    def prune(self, before: datetime, now: datetime) -> int:
        """Remove nothing."""
        del before, now
        return 0

    def find_backup(self) -> Backup | None:
        """Find none: a list that cannot be opened may be all right."""

    def bring_back(self, backup: Backup, now: datetime) -> Sequence[FaxRecord]:
        """Refuse: there is nothing to bring it back into. Raises StoreError."""
        del backup, now
        raise StoreError("failed", "no database is open")

    def close(self) -> None:
        """Forget everything."""
        self._history.clear()
