# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Answers that come together are written down together: before anything is sent, or shown."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.engine.jobs import JobDone, StopJob
from srfax_desktop.engine.worker import WorkerPool
from tests.engine.rig import CLINIC, STOPPED, TIMED_OUT, HandStore, Rig

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.history import HistoryEntry


class CountingStore(HandStore):
    """Says in the log where a transaction begins."""

    def write(self, records: Iterable[FaxRecord], entries: Iterable[HistoryEntry]) -> None:
        self.log.append("transaction")
        super().write(records, entries)


class Bench:
    """Answers when the gate opens."""

    def __init__(self, gate: threading.Event) -> None:
        self._gate = gate

    def perform(self, _: object) -> object:
        self._gate.wait(10)
        return STOPPED

    def cancel(self) -> None:
        self._gate.set()

    def close(self) -> None:
        pass


def test_two_answers_are_one_transaction_and_the_next_requests_follow_it(qapp: object) -> None:
    rig = Rig(workers=2, store=CountingStore([]))
    rig.ask("1", "2", "3", "4")
    rig.log.clear()
    first, last = (JobDone(rig.pool.jobs.pop(FaxId(each)), STOPPED, more=each == "1") for each in ("1", "2"))
    rig.pool.job_done.emit(first)
    assert rig.log == [], "the first one waits for what comes with it"
    rig.pool.job_done.emit(last)
    assert rig.log == [
        "transaction",
        *("write answered 1", "write answered 2", "write sending 3", "write sending 4"),
        *("give 3", "give 4"),
        *("finished 1", "finished 2"),
    ]


def test_an_answer_is_written_down_though_the_one_that_follows_it_says_nothing(qapp: object) -> None:
    rig = Rig(workers=2)
    rig.ask("1", "2")
    rig.controller.close()
    cancelled = replace(TIMED_OUT, outcome=StopOutcome.TIMED_OUT, reason=Reason.CANCELLED)
    rig.pool.job_done.emit(JobDone(rig.pool.jobs.pop(FaxId("1")), STOPPED, more=True))
    rig.pool.job_done.emit(JobDone(rig.pool.jobs.pop(FaxId("2")), cancelled))
    assert rig.store.faxes[FaxId("1")].state.value == "stopped"
    assert rig.store.faxes[FaxId("2")].state.value == "stopping"


def test_an_answer_is_written_down_though_the_one_that_follows_it_meets_an_error(
    qapp: object, qtbot: QtBot
) -> None:
    rig = Rig(workers=2)
    rig.ask("1", "2")
    stranger = StopJob(FaxId("99"), 1, CLINIC)
    rig.pool.job_done.emit(JobDone(rig.pool.jobs.pop(FaxId("1")), STOPPED, more=True))
    with qtbot.capture_exceptions() as errors:
        rig.pool.job_done.emit(JobDone(stranger, STOPPED))
    assert len(errors) == 1
    assert rig.store.faxes[FaxId("1")].state.value == "stopped"


def test_the_pool_hands_over_what_came_since_the_event_loop_last_came_by(qapp: object, qtbot: QtBot) -> None:
    gate = threading.Event()
    pool = WorkerPool(lambda: Bench(gate), 3)
    come: list[bool] = []
    idle_after: list[int] = []
    pool.job_done.connect(lambda done: come.append(done.more))
    pool.idle.connect(lambda: idle_after.append(len(come)))
    for number in range(3):
        pool.give(StopJob(FaxId(str(number)), 1, CLINIC))
    gate.set()
    time.sleep(0.3)  # all are done before this thread's event loop comes by
    qtbot.waitUntil(lambda: not pool.busy)
    assert come == [True, True, False]
    assert idle_after == [3]
    assert pool.close(5)
