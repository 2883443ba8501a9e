# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Questions for SRFax's lists, one at a time, on a connection of their own: no stop waits for one."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.listing import ListAnswer
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.engine.jobs import JobDone, ListJob
    from srfax_desktop.engine.worker import WorkerPool

    MakeJob = Callable[[Credentials], ListJob]
    TakeAnswer = Callable[[ListAnswer | None], None]


class Enquiries(QObject):
    """Keeps questions until the controller lets one leave, and brings each its answer.

    pool: of one worker. Answers come in the thread that asked. In place of one to credentials that are
    no longer used comes None: it tells nothing of the faxes of whoever is signed in now.
    """

    def __init__(self, controller: Controller, pool: WorkerPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._pool = pool
        self._urgent: deque[tuple[MakeJob, TakeAnswer]] = deque()
        self._others: deque[tuple[MakeJob, TakeAnswer]] = deque()
        self._under_way: tuple[ListJob, TakeAnswer] | None = None
        pool.job_done.connect(self._take)
        controller.moved_on.connect(self.go_on)

    def ask(self, make_job: MakeJob, take_answer: TakeAnswer, *, urgent: bool = False) -> None:
        """Ask as soon as it may be asked; what is urgent goes first."""
        (self._urgent if urgent else self._others).append((make_job, take_answer))
        self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Send the next question, where there is one and it may leave."""
        waiting = self._urgent or self._others
        if not waiting or self._under_way or not self._pool.free:
            return
        credentials = self._controller.enquire()
        if credentials is None:
            return
        make_job, take_answer = waiting.popleft()
        job = make_job(credentials)
        self._under_way = (job, take_answer)
        self._pool.give(job)

    @Slot(object)
    def _take(self, done: JobDone) -> None:
        if self._under_way is None or done.job is not self._under_way[0]:
            return
        (job, take_answer), self._under_way = self._under_way, None
        answer = cast("ListAnswer", done.answer)
        current = self._controller.enquired(job.credentials, answer)
        take_answer(answer if current else None)
        self.go_on()
