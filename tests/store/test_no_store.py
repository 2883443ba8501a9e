# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Where no database can be opened, a run still has its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from srfax_desktop.core.archive import Archive, ChainCheck, HistoryQuery
from srfax_desktop.core.fax import FaxId
from srfax_desktop.store.no_store import NoStore

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.core.ports import FaxStore


def test_it_remembers_what_happened_until_it_is_closed(fax: FaxRecord, entry: HistoryEntry) -> None:
    store = NoStore()
    kept: FaxStore = store
    kept.write([fax], [entry, replace(entry, fax_id=FaxId("7"))])
    kept.remove([fax.fax_id], [entry])
    assert kept.load() == []
    assert list(kept.history(fax.fax_id)) == [entry, entry]
    store.close()
    assert list(kept.history(fax.fax_id)) == []


def test_its_archive_is_empty_and_checked_at_once(fax: FaxRecord, entry: HistoryEntry) -> None:
    store = NoStore()
    store.write([fax], [entry])
    archive: Archive = store
    now = datetime(2026, 3, 8, tzinfo=UTC)
    assert list(archive.find(HistoryQuery())) == []
    assert archive.lines([1]) == []
    assert list(archive.check_chain()) == [ChainCheck(0, 0, done=True)]
    assert archive.prune(now, now) == 0
    assert list(store.history(entry.fax_id)) == [entry]
