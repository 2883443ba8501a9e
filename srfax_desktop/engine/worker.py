# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Workers: each lives in a QThread of its own, takes one job and gives one answer.

There is no loop and no sentinel: between jobs, control is always with the thread's event loop,
so a worker can be told to quit at any time.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal, Slot

from srfax_desktop.engine.jobs import JobDone

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.engine.jobs import Bench, Job

log = logging.getLogger(__name__)


class Worker(QObject):
    """Does jobs in the thread it was moved to."""

    done = Signal(object)  # JobDone

    def __init__(self, make_bench: Callable[[], Bench]) -> None:
        super().__init__()
        self._make_bench = make_bench
        self._bench: Bench | None = None
        self._cancelled = False

    @Slot(object)
    def run(self, job: Job) -> None:
        """Do one job and emit one answer, whatever happens."""
        try:
            answer = self._own_bench().perform(job)
        except BaseException:  # a library's own may be no Exception, and nobody else would answer
            log.exception("%s failed", type(job).__name__)
            answer = job.failed()
        self.done.emit(JobDone(job, answer))

    @Slot()
    def leave(self) -> None:
        """Let go of the bench and end this thread's event loop."""
        try:
            if self._bench:
                self._bench.close()
        except Exception:
            log.exception("a bench could not be closed")
        self.thread().quit()

    def cancel(self) -> None:
        """End the job under way. Called from another thread, as the one method that may be."""
        self._cancelled = True
        if bench := self._bench:
            bench.cancel()

    def _own_bench(self) -> Bench:
        if self._bench is None:
            self._bench = self._make_bench()
            if self._cancelled:
                self._bench.cancel()
        return self._bench


class _Post(QObject):
    """Carries jobs from the thread of the pool into the thread of a worker."""

    job = Signal(object)
    leave = Signal()

    def __init__(self, worker: Worker, thread: QThread, pool: QObject) -> None:
        super().__init__(pool)
        self.worker = worker
        self.thread_ = thread
        self.job.connect(worker.run)
        self.leave.connect(worker.leave)


class WorkerPool(QObject):
    """Up to `size` workers, each started when it is first needed.

    The worker that was busy last is handed the next job, because its connection is the freshest.
    """

    job_done = Signal(object)  # JobDone, in the pool's thread
    idle = Signal()  # the last job under way is done

    def __init__(self, make_bench: Callable[[], Bench], size: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.size = size
        self._make_bench = make_bench
        self._posts: list[_Post] = []
        self._free: list[_Post] = []
        self._busy: dict[int, _Post] = {}
        self._closed = False

    @property
    def busy(self) -> int:
        """How many jobs are under way."""
        return len(self._busy)

    @property
    def free(self) -> int:
        """How many more jobs can be given now."""
        return 0 if self._closed else max(0, self.size - len(self._busy))

    def resize(self, size: int) -> None:
        """Have up to `size` jobs under way from now on. Those under way end in their own time."""
        self.size = size

    def give(self, job: Job) -> None:
        """Hand a job to an idle worker. Raises RuntimeError where none is free."""
        if not self.free:
            message = "no worker is free"
            raise RuntimeError(message)
        post = self._free.pop() if self._free else self._hire()
        self._busy[id(job)] = post
        post.job.emit(job)

    def cancel(self) -> None:
        """End the jobs under way: each still gives its answer."""
        for post in self._posts:
            post.worker.cancel()

    def close(self, wait_s: float) -> bool:
        """Take no more jobs, end those under way, and wait for the threads up to `wait_s` in all.

        Returns False where a thread still runs: it must not be destroyed, so the process has to
        end around it (`os._exit`).
        """
        self._closed = True
        self.cancel()
        for post in self._posts:
            post.leave.emit()
        deadline = QDeadlineTimer(int(wait_s * 1000))
        return all(post.thread_.wait(deadline) for post in self._posts)

    @Slot(object)
    def _take(self, done: JobDone) -> None:
        self._free.append(self._busy.pop(id(done.job)))
        self.job_done.emit(done)
        if not self._busy:
            self.idle.emit()

    def _hire(self) -> _Post:
        thread = QThread(self)
        worker = Worker(self._make_bench)
        worker.moveToThread(thread)
        worker.done.connect(self._take)
        post = _Post(worker, thread, self)
        self._posts.append(post)
        thread.start()
        return post
