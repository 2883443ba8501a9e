# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Workers in real threads: nothing blocks, nothing is lost, and no running thread is destroyed."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QThread

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.sign_in import SignInAnswer
from srfax_desktop.engine.jobs import JobDone, ServiceBench, SignInJob, StopJob
from srfax_desktop.engine.worker import Worker, WorkerPool
from tests.engine.rig import CLINIC, STOPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.ports import Service
    from srfax_desktop.core.sign_in import Credentials

BIG_ID = FaxId(str(2**63))


@dataclass
class FakeService:
    """Answers from a script; hangs where it has none, until it is cancelled."""

    credentials: Credentials
    threads: list[object] = field(default_factory=list)
    hangs: bool = False
    broken: bool = False
    cancelled: threading.Event = field(default_factory=threading.Event)
    closed: bool = False

    def stop_fax(self, fax_id: FaxId) -> StopAnswer:
        self.threads.append(QThread.currentThread())
        if self.broken:
            raise ZeroDivisionError
        if self.hangs:
            self.cancelled.wait(10)
            return StopAnswer(StopOutcome.TIMED_OUT, fax_id, reason=Reason.CANCELLED)
        return StopAnswer(StopOutcome.STOPPED, fax_id)

    def check_sign_in(self) -> SignInAnswer:
        return SignInAnswer(account_name="Clinic")

    def cancel(self) -> None:
        self.cancelled.set()

    def close(self) -> None:
        self.closed = True


class Shop:
    """Makes pools of workers whose services it can look at."""

    def __init__(self) -> None:
        self.services: list[FakeService] = []
        self.pools: list[WorkerPool] = []
        self.hangs = False
        self.broken = False

    def pool(self, size: int = 4) -> WorkerPool:
        pool = WorkerPool(lambda: ServiceBench(self.make), size)
        self.pools.append(pool)
        return pool

    def make(self, credentials: Credentials) -> Service:
        service = FakeService(credentials, hangs=self.hangs, broken=self.broken)
        self.services.append(service)
        return cast("Service", service)


@pytest.fixture
def shop(qapp: object) -> Iterator[Shop]:
    shop = Shop()
    yield shop
    assert all(pool.close(5) for pool in shop.pools)


def job(fax_id: str = "1") -> StopJob:
    return StopJob(FaxId(fax_id), 1, CLINIC)


def test_the_answer_comes_in_the_main_thread_and_the_work_is_done_in_another(
    shop: Shop, qtbot: QtBot
) -> None:
    pool = shop.pool()
    heard: list[object] = []
    pool.job_done.connect(lambda _: heard.append(QThread.currentThread()))
    with qtbot.waitSignal(pool.job_done) as done:
        pool.give(job(BIG_ID))
    assert done.args[0].answer.result == BIG_ID
    assert heard == [QThread.currentThread()]
    assert shop.services[0].threads != [QThread.currentThread()]


def test_four_work_side_by_side_and_a_fifth_must_wait(shop: Shop, qtbot: QtBot) -> None:
    shop.hangs = True
    pool = shop.pool()
    for number in range(4):
        pool.give(job(str(number)))
    assert (pool.busy, pool.free) == (4, 0)
    with pytest.raises(RuntimeError, match="no worker"):
        pool.give(job())
    with qtbot.waitSignal(pool.idle):
        pool.cancel()
        qtbot.waitUntil(lambda: len(shop.services) == 4)
    assert pool.free == 4


def test_more_or_fewer_may_work_side_by_side_from_now_on(shop: Shop, qtbot: QtBot) -> None:
    shop.hangs = True
    pool = shop.pool(2)
    pool.give(job("1"))
    pool.give(job("2"))
    pool.resize(1)
    assert (pool.busy, pool.free) == (2, 0)
    pool.resize(3)
    assert pool.free == 1
    pool.give(job("3"))
    pool.resize(1)
    with qtbot.waitSignal(pool.idle):
        qtbot.waitUntil(lambda: len(shop.services) == 3)
        pool.cancel()
    assert pool.free == 1


def test_the_worker_that_was_busy_last_is_used_again(shop: Shop, qtbot: QtBot) -> None:
    pool = shop.pool()
    for _ in range(3):
        with qtbot.waitSignal(pool.job_done):
            pool.give(job())
    assert len(shop.services) == 1


def test_other_credentials_get_another_service(shop: Shop, qtbot: QtBot) -> None:
    pool = shop.pool(1)
    other = type(CLINIC)(CLINIC.account, "other")
    for credentials in (CLINIC, other):
        with qtbot.waitSignal(pool.job_done):
            pool.give(StopJob(FaxId("1"), 1, credentials))
    assert [service.credentials for service in shop.services] == [CLINIC, other]
    assert [service.closed for service in shop.services] == [True, False]


def test_an_error_of_the_program_claims_nothing_and_is_logged(
    shop: Shop, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    shop.broken = True
    pool = shop.pool()
    with qtbot.waitSignal(pool.job_done) as done:
        pool.give(job())
    assert done.args[0].answer == StopAnswer(StopOutcome.UNRECOGNISED, reason=Reason.INTERNAL)
    assert "ZeroDivisionError" in caplog.text
    assert CLINIC.password not in caplog.text


def test_closing_ends_what_hangs_and_destroys_no_running_thread(shop: Shop, qtbot: QtBot) -> None:
    shop.hangs = True
    pool = shop.pool()
    pool.give(job("1"))
    pool.give(job("2"))
    qtbot.waitUntil(lambda: len(shop.services) == 2)
    assert pool.close(5)
    assert pool.free == 0
    assert all(service.closed for service in shop.services)


def test_a_pool_that_was_never_used_has_nothing_to_close(shop: Shop) -> None:
    assert shop.pool().close(0)


def test_what_cannot_be_cancelled_is_told(qtbot: QtBot) -> None:
    class Stubborn:
        def __init__(self) -> None:
            self.let_go = threading.Event()

        def perform(self, _: object) -> StopAnswer:
            self.let_go.wait(10)
            return STOPPED

        def cancel(self) -> None:
            """Hear nothing."""

        def close(self) -> None:
            """Hold nothing."""

    bench = Stubborn()
    pool = WorkerPool(lambda: bench, 1)
    pool.give(job())
    assert not pool.close(0.05)
    bench.let_go.set()
    assert pool.close(5)


def test_a_bench_that_cannot_be_closed_holds_up_nobody(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(ServiceBench):
        def close(self) -> None:
            raise OSError("no")

    pool = WorkerPool(lambda: Broken(Shop().make), 1)
    with qtbot.waitSignal(pool.job_done):
        pool.give(job())
    assert pool.close(5)
    assert "could not be closed" in caplog.text


def test_a_worker_by_itself(qapp: object, shop: Shop) -> None:
    """In the main thread, where coverage can see it."""
    bench = ServiceBench(shop.make)
    worker = Worker(lambda: bench)
    answers: list[JobDone] = []
    worker.done.connect(answers.append)
    worker.run(job("7"))
    worker.run(SignInJob(CLINIC))
    assert [getattr(done.answer, "result", None) for done in answers] == ["7", None]
    worker.cancel()
    assert shop.services[0].cancelled.is_set()
    bench.close()
    assert shop.services[0].closed


def test_a_cancel_before_the_first_job_holds_for_it(qapp: object, shop: Shop) -> None:
    worker = Worker(lambda: ServiceBench(shop.make))
    worker.cancel()
    worker.run(job())
    assert shop.services[0].cancelled.is_set()


def test_a_bench_that_cannot_be_made_claims_nothing(qapp: object, caplog: pytest.LogCaptureFixture) -> None:
    def cannot() -> ServiceBench:
        raise OSError("no")

    worker = Worker(cannot)
    answers: list[JobDone] = []
    worker.done.connect(answers.append)
    worker.run(SignInJob(CLINIC))
    assert answers[0].answer == SignInAnswer(StopOutcome.UNRECOGNISED, Reason.INTERNAL)
    assert "SignInJob failed" in caplog.text


def test_emitting_signals_costs_no_reference(qapp: object) -> None:
    """PySide6 6.12.0 takes one from True at each, before Python 3.12, until the interpreter aborts."""
    worker = Worker(lambda: ServiceBench(Shop().make))
    before = sys.getrefcount(True)
    emit: Callable[[object], object] = worker.done.emit
    for _ in range(1000):
        emit(None)
    assert sys.getrefcount(True) > before - 500


@pytest.mark.parametrize("used", [True, False])
def test_a_worker_leaves_by_itself(qapp: object, shop: Shop, used: bool) -> None:
    """In the main thread, where coverage can see it; the thread it belongs to was never started."""
    thread = QThread()
    worker = Worker(lambda: ServiceBench(shop.make))
    if used:
        worker.run(job())
    worker.moveToThread(thread)
    worker.leave()
    assert [service.closed for service in shop.services] == [True] * used
    assert thread.wait(5000)


def test_a_bench_that_cannot_be_closed_is_logged(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    class Stuck(ServiceBench):
        def close(self) -> None:
            raise OSError("stuck")

    thread = QThread()
    worker = Worker(lambda: Stuck(shop.make))
    worker.run(job())
    worker.moveToThread(thread)
    worker.leave()
    assert "stuck" in caplog.text
