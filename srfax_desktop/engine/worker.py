# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Workers: each lives in a QThread of its own, takes one job and gives one answer.

There is no loop and no sentinel: between jobs, control is always with the thread's event loop,
so a worker can be told to quit at any time.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDeadlineTimer,
    QElapsedTimer,
    QObject,
    QSocketNotifier,
    QThread,
    QTimer,
    Signal,
    Slot,
)

from srfax_desktop.engine.jobs import JobDone, Readied

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.engine.jobs import Bench, Job

log = logging.getLogger(__name__)

HELD_UP_MS = 300
"""A worker that has been making ready for longer is likely to wait in vain: others go first."""


class Worker(QObject):
    """Does jobs in the thread it was moved to."""

    done = Signal(object)  # JobDone
    stirred = Signal()  # a connection that was made ready has ended, or something came there

    def __init__(self, make_bench: Callable[[], Bench]) -> None:
        super().__init__()
        self._make_bench = make_bench
        self._bench: Bench | None = None
        self._cancelled = False
        self._watch: QSocketNotifier | None = None

    @Slot(object)
    def run(self, job: Job) -> None:
        """Do one job and emit one answer, whatever happens."""
        self._look_away()
        try:
            answer = self._own_bench().perform(job)
        except BaseException:  # a library's own may be no Exception, and nobody else would answer
            log.exception("%s failed", type(job).__name__)
            answer = job.failed()
        if isinstance(answer, Readied) and answer.socket is not None:
            self._watch_over(answer.socket)
        self.done.emit(JobDone(job, answer))

    @Slot()
    def leave(self) -> None:
        """Let go of the bench and end this thread's event loop."""
        self._look_away()
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

    def _watch_over(self, socket: int) -> None:
        """Have the event loop notice when a connection ends: nobody has to look, and no click finds out."""
        self._watch = QSocketNotifier(socket, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._stir)

    @Slot()
    def _stir(self) -> None:
        self._look_away()
        self.stirred.emit()

    def _look_away(self) -> None:
        if self._watch:
            self._watch.setEnabled(False)
            self._watch.deleteLater()
            self._watch = None

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
    stirred = Signal()

    def __init__(self, worker: Worker, thread: QThread, pool: QObject) -> None:
        super().__init__(pool)
        self.worker = worker
        self.thread_ = thread
        self.is_ready = False  # its connection stood when it was last heard of
        self.preparing: QElapsedTimer | None = None
        worker.stirred.connect(self._take_stirred)
        self.job.connect(worker.run)
        self.leave.connect(worker.leave)

    @Slot()
    def _take_stirred(self) -> None:
        self.is_ready = False
        self.stirred.emit()


_LAST = 3


def _rank(post: _Post) -> int:
    """Return which idle worker is handed a job first: the lowest."""
    if post.preparing is None:
        return 0 if post.is_ready else 2
    return _LAST if post.preparing.hasExpired(HELD_UP_MS) else 1


class WorkerPool(QObject):
    """Up to `size` workers, each started when it is first needed.

    The worker that was busy last is handed the next job, because its connection is the freshest; but
    one whose connection is known to have ended comes after those that have one.
    """

    job_done = Signal(object)  # JobDone, in the pool's thread
    readied = Signal(object)  # JobDone of one that made ready
    stirred = Signal()  # a connection that was made ready has ended, or something came there
    idle = Signal()  # the last job under way is done

    def __init__(self, make_bench: Callable[[], Bench], size: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.size = size
        self._make_bench = make_bench
        self._posts: list[_Post] = []
        self._free: list[_Post] = []
        self._busy: dict[int, _Post] = {}
        self._preparing: dict[int, _Post] = {}
        self._closed = False
        self._done: list[JobDone] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._hand_over)

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
        post = self._pick()
        self._busy[id(job)] = post
        post.job.emit(job)

    def make_ready(self, make_job: Callable[[], Job], most: int) -> None:
        """Have up to `most` workers with nothing to do make themselves ready. They stay free for jobs."""
        wanted = 0 if self._closed else min(most, self.free)
        chosen = self._free[-wanted:] if wanted else []
        while len(chosen) < wanted:
            post = self._hire()
            self._free.insert(0, post)
            chosen.append(post)
        for post in chosen:
            if post.preparing is None:
                job = make_job()
                self._preparing[id(job)] = post
                post.preparing = QElapsedTimer()
                post.preparing.start()
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
        if post := self._preparing.pop(id(done.job), None):
            post.preparing = None
            post.is_ready = isinstance(done.answer, Readied) and done.answer.socket is not None
            self.readied.emit(done)
            return
        if not self._done:
            self._soon.start()
        self._done.append(done)

    @Slot()
    def _hand_over(self) -> None:
        """Hand over what has come since the event loop last came by: it is written down in one go."""
        come, self._done = self._done, []
        for place, done in enumerate(come, 1):
            post = self._busy.pop(id(done.job))
            post.is_ready = True
            self._free.append(post)
            self.job_done.emit(done._replace(more=place < len(come)))
        if come and not self._busy:
            self.idle.emit()

    def _pick(self) -> _Post:
        best = min(reversed(self._free), key=_rank, default=None)
        if best is None or (_rank(best) == _LAST and len(self._posts) < self.size):
            return self._hire()
        self._free.remove(best)
        return best

    def _hire(self) -> _Post:
        thread = QThread(self)
        worker = Worker(self._make_bench)
        worker.moveToThread(thread)
        worker.done.connect(self._take)
        post = _Post(worker, thread, self)
        post.stirred.connect(self.stirred)
        self._posts.append(post)
        thread.start()
        return post
