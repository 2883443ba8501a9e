# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""When the list is backed up, and what becomes of one that comes back while faxes are being stopped."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.backup import Backup, brought_back
from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.fax import UNDER_WAY, AccountNumber, FaxId, FaxRecord, FaxState
from srfax_desktop.core.ports import StoreError
from srfax_desktop.engine.backing_up import BackingUp, BackupBench
from srfax_desktop.engine.bringing_back import BroughtBack, bring_back
from srfax_desktop.engine.findings import take_notes
from srfax_desktop.engine.worker import WorkerPool
from tests.engine.rig import STOPPED, HandClock, Rig

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 1, 1, tzinfo=UTC)
BACKUP = Backup(Path("faxes.sqlite3.backup-20251231T000000Z"), NOW - timedelta(days=1), 3, "damaged")
CLINIC = AccountNumber("12345")


class HandKeeper:
    """Says when and where it was told to keep, and fails when told to."""

    def __init__(self) -> None:
        self.kept: list[datetime] = []
        self.threads: set[int] = set()
        self.problem = ""
        self.cancelled = False

    def keep(self, now: datetime) -> None:
        self.kept.append(now)
        self.threads.add(threading.get_ident())
        if self.problem:
            raise StoreError(self.problem)

    def cancel(self) -> None:
        self.cancelled = True


class HandRestorer:
    """Gives what it was told to give, into the same memory as the rig's store."""

    def __init__(self, rig: Rig, *faxes: FaxRecord) -> None:
        self.rig = rig
        self.faxes = faxes
        self.problem = ""
        self.found: list[str] = []

    def find_backup(self) -> Backup | None:
        return BACKUP

    def bring_back(self, backup: Backup, now: datetime) -> Sequence[FaxRecord]:
        assert backup is BACKUP
        if self.problem:
            raise StoreError(self.problem)
        self.found = [*self.rig.store.faxes]
        came = [brought_back(fax) for fax in self.faxes if fax.fax_id not in self.rig.store.faxes]
        self.rig.store.faxes.update((fax.fax_id, fax) for fax in came)
        return came


class Bench:
    """The making of backups, with one other pool whose work is in the test's hands."""

    def __init__(self) -> None:
        self.keeper = HandKeeper()
        self.rig = Rig()
        self.pool = WorkerPool(lambda: BackupBench(self.keeper), 1)
        self.backing_up = BackingUp(self.pool, (self.rig.pool,), HandClock(), rest_ms=10)  # type: ignore[arg-type]
        self.damaged: list[bool] = []
        self.backing_up.damaged.connect(lambda: self.damaged.append(True))


@pytest.fixture
def bench(qapp: object) -> Iterator[Bench]:
    bench = Bench()
    yield bench
    assert bench.pool.close(5)


# Making


def test_it_waits_until_nobody_waits_for_anything_and_leaves_the_window_s_thread(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.rig.ask("1")
    bench.backing_up.look_soon()
    qtbot.wait(60)
    assert bench.keeper.kept == []
    bench.rig.answer("1", STOPPED)
    qtbot.waitUntil(lambda: len(bench.keeper.kept) == 1)
    assert bench.keeper.threads.isdisjoint({threading.get_ident()})
    assert bench.backing_up._timer.interval() == 600_000, "a program that runs for days looks again"


def test_nothing_is_begun_while_the_program_ends(bench: Bench, qtbot: QtBot) -> None:
    bench.backing_up.look_soon()
    bench.backing_up.close()
    qtbot.wait(40)
    assert bench.keeper.kept == []
    bench.backing_up.look_soon()
    qtbot.waitUntil(lambda: len(bench.keeper.kept) == 1)
    bench.pool.close(5)
    assert bench.keeper.cancelled


def test_a_damaged_list_is_told_of_once(bench: Bench, qtbot: QtBot) -> None:
    bench.keeper.problem = "damaged"
    for times in (1, 2):
        with qtbot.waitSignal(bench.pool.job_done):
            bench.backing_up.look_soon()
        assert len(bench.keeper.kept) == times
    assert bench.damaged == [True]


def test_other_trouble_with_a_backup_is_for_the_log_only(
    bench: Bench, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    bench.keeper.problem = "disk_full"
    with qtbot.waitSignal(bench.pool.job_done):
        bench.backing_up.look_soon()
    assert bench.damaged == []
    assert "could not be backed up: disk_full" in caplog.text


# Bringing back


def a_fax(fax_id: str, state: FaxState = FaxState.WAITING, notes: CallNotes | None = None) -> FaxRecord:
    return FaxRecord(FaxId(fax_id), NOW, CLINIC, state, attempts=2, notes=notes)


@pytest.mark.parametrize("state", FaxState)
def test_what_comes_back_is_never_being_tried(state: FaxState) -> None:
    old = a_fax("1", state, CallNotes("a", "b", "c"))
    came = brought_back(old)
    assert came.state not in UNDER_WAY
    assert (came == old) == (state not in UNDER_WAY)
    assert (came.fax_id, came.added_at, came.account, came.notes) == ("1", NOW, CLINIC, old.notes)


def test_what_came_back_joins_the_list_and_sends_nothing(rig: Rig) -> None:
    added: list[object] = []
    rig.controller.faxes_added.connect(added.append)
    rig.ask("7")
    given = len(rig.pool.given)
    restorer = HandRestorer(rig, *(a_fax(str(n), state) for n, state in enumerate(sorted(UNDER_WAY), 1)))
    came = bring_back(rig.controller, restorer, BACKUP, NOW)
    assert came == BroughtBack(faxes=4, waiting=4)
    assert added[-1] == ("1", "2", "3", "4")
    assert [rig.status(fax_id) for fax_id in "1234"] == ["waiting"] * 4
    rig.wait(1000)
    assert len(rig.pool.given) == given
    assert sum(rig.board.counts().values()) == len(rig.board) == 5
    rig.controller.ask([FaxId("3")])
    assert rig.under_way == ["7", "3"]
    assert rig.events("3") == ["asked", "sending"]


def test_a_fax_that_is_being_stopped_stays_so(rig: Rig) -> None:
    rig.ask("1")
    restorer = HandRestorer(rig, a_fax("1", FaxState.STOPPED), a_fax("2", FaxState.STOPPED))
    assert bring_back(rig.controller, restorer, BACKUP, NOW) == BroughtBack(faxes=1, waiting=0)
    assert (rig.status("1"), rig.status("2")) == ("stopping", "stopped")
    rig.answer("1", STOPPED)
    assert rig.finished == ["1"]


def test_notes_of_a_fax_that_is_listed_come_back_unless_it_has_its_own(rig: Rig) -> None:
    rig.ask("1", "2")
    mine, theirs = CallNotes("me", "", ""), CallNotes("Dr. A", "3 pm", "shredded")
    rig.controller.apply(partial(take_notes, fax_id=FaxId("2"), notes=mine))
    both = [a_fax(fax_id, notes=theirs) for fax_id in "12"]

    class Both(HandRestorer):
        def bring_back(self, backup: Backup, now: datetime) -> Sequence[FaxRecord]:
            return both

    assert bring_back(rig.controller, Both(rig), BACKUP, NOW) == BroughtBack(0, 0)
    assert [rig.board.fax(FaxId(fax_id)).notes for fax_id in "12"] == [theirs, mine]
    assert rig.store.faxes[FaxId("1")].notes == theirs
    assert (rig.status("1"), rig.board.fax(FaxId("1")).attempts) == ("stopping", 1)


def test_what_was_not_written_yet_is_written_before(rig: Rig) -> None:
    rig.store.broken = True
    rig.ask("1")
    rig.store.broken = False
    restorer = HandRestorer(rig, a_fax("1"))
    bring_back(rig.controller, restorer, BACKUP, NOW)
    assert restorer.found == ["1"]


def test_where_the_list_cannot_be_written_nothing_is_brought_back(rig: Rig) -> None:
    rig.store.broken = True
    rig.ask("1")
    restorer = HandRestorer(rig, a_fax("2"))
    with pytest.raises(StoreError, match="disk_full"):
        bring_back(rig.controller, restorer, BACKUP, NOW)
    assert restorer.found == []
    assert FaxId("2") not in rig.board


def test_a_backup_that_cannot_be_brought_back_changes_nothing(rig: Rig) -> None:
    rig.ask("1")
    restorer = HandRestorer(rig, a_fax("2"))
    restorer.problem = "damaged"
    with pytest.raises(StoreError, match="damaged"):
        bring_back(rig.controller, restorer, BACKUP, NOW)
    assert [fax.fax_id for fax in rig.board.faxes()] == ["1"]
    assert rig.under_way == ["1"]
