# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Another process holds the database: nobody waits for it, and nothing is lost."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.engine.book import LAST_TRIES
from srfax_desktop.store.database import Database
from tests.engine.rig import CONVERTING, STOPPED, HandStore, Rig

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.history import HistoryEntry

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class OnDisk(HandStore):
    """A real database in the store's place."""

    database: Database | None = None

    @property
    def _real(self) -> Database:
        assert self.database
        return self.database

    def load(self) -> list[FaxRecord]:
        return self._real.load()

    def write(self, records: Iterable[FaxRecord], entries: Iterable[HistoryEntry]) -> None:
        self._real.write(records, entries)

    def remove(self, fax_ids: Iterable[FaxId], entries: Iterable[HistoryEntry]) -> None:
        self._real.remove(fax_ids, entries)

    def history(self, fax_id: FaxId) -> Sequence[HistoryEntry]:
        return self._real.history(fax_id)


def rings_in_s(rig: Rig) -> float | None:
    """Return when the one timer rings, None where it does not."""
    timer = rig.controller._alarm._timer
    return timer.interval() / 1000 if timer.isActive() else None


def test_a_lock_of_many_seconds_stops_neither_a_click_nor_the_countdowns(tmp_path: Path) -> None:
    path = tmp_path / "faxes.sqlite3"
    with (
        closing(Database.open(path)) as database,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        rig = Rig(store=OnDisk([], database=database))
        rig.ask("1", "2")
        rig.answer("1", CONVERTING)
        other.execute("BEGIN IMMEDIATE")
        slowest_s = 0.0
        for second in range(19):
            began = time.perf_counter()
            rig.leap(1)
            if second == 5:
                rig.ask("3")
            slowest_s = max(slowest_s, time.perf_counter() - began)
        assert slowest_s < 0.5
        assert rig.under_way == ["2", "3", "1"]
        other.execute("ROLLBACK")
        rig.leap(10)
        assert [trouble and trouble.problem for trouble in rig.troubles] == ["locked", None]
        assert [entry.event for entry in database.history(FaxId("3"))] == ["added", "asked", "sending"]


def test_a_store_that_another_process_holds_is_left_alone_for_a_while_and_the_work_goes_on(rig: Rig) -> None:
    """Each try waits for the lock, and the window with it."""
    rig.ask("1", "2")
    rig.store.problem = "locked"
    rig.store.broken = True
    rig.answer("1", CONVERTING)
    rig.ask("3")
    rig.wait(9)
    assert rig.under_way == ["2", "3"]
    assert rig.store.refused == 1
    due_s = rings_in_s(rig)
    assert due_s is not None
    assert due_s <= 1
    rig.wait(1.5)
    assert rig.store.refused == 2
    assert [trouble.problem for trouble in rig.troubles if trouble] == ["locked"]
    rig.store.broken = False
    rig.wait(9)
    assert len(rig.troubles) == 1, "it is not looked at before its time"
    rig.wait(1)
    assert rig.troubles[1:] == [None]
    assert rig.events("3") == ["added", "asked", "sending"]
    assert rig.events("1") == ["added", "asked", "sending", "answered", "sending"]


def test_a_store_that_is_held_keeps_its_alarm_however_much_happens(rig: Rig) -> None:
    rig.ask(*"1234")
    rig.store.problem = "locked"
    rig.store.broken = True
    for fax_id in "1234":
        rig.answer(fax_id, STOPPED)
        rig.leap(2)
    due_s = rings_in_s(rig)
    assert due_s is not None
    assert 1.9 <= due_s <= 2.1


def test_at_the_end_a_store_that_is_held_is_waited_for(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.store.problem = "locked"
    rig.store.broken = True
    rig.answer("1", STOPPED)
    rig.controller.close()
    assert rig.store.refused == 1 + LAST_TRIES
    rig.store.broken = False
    rig.answer("2", STOPPED)
    assert rig.events("1")[-1] == rig.events("2")[-1] == "answered"


def test_at_the_end_a_full_disk_is_not_asked_twice(rig: Rig) -> None:
    rig.ask("1")
    rig.store.broken = True
    rig.answer("1", STOPPED)
    rig.controller.close()
    assert rig.store.refused == 2
