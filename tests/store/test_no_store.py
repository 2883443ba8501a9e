# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Where no database can be opened, a run still has its history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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
