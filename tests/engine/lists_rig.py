# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finder and checker over the controller's rig: the test answers for SRFax's lists, and moves the timers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.listing import FaxDetails, ListAnswer, ListSource, SentStatus
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.engine.checker import Checker
from srfax_desktop.engine.enquiries import Enquiries
from srfax_desktop.engine.finder import Finder
from srfax_desktop.engine.jobs import JobDone
from tests.engine.rig import Rig

if TYPE_CHECKING:
    from srfax_desktop.engine.find_state import FindState
    from srfax_desktop.engine.jobs import ListJob
    from srfax_desktop.engine.worker import WorkerPool

TEXTS = {
    SentStatus.IN_PROGRESS: "In Progress",
    SentStatus.SENT: "Sent",
    SentStatus.FAILED: "Failed",
    SentStatus.UNKNOWN: "Unknown",
    SentStatus.SENDING_EMAIL: "Sending Email",
}
REFUSED = ListAnswer(
    ListSource.QUEUE, StopOutcome.SERVICE_FAULT, Reason.UNKNOWN_TEXT, "Invalid Action", http_status=200
)
UNREACHABLE = ListAnswer(ListSource.QUEUE, StopOutcome.UNREACHABLE, Reason.CONNECTION_REFUSED)
REJECTED = ListAnswer(
    ListSource.QUEUE, StopOutcome.LOGIN_REJECTED, Reason.DOCUMENTED, "Invalid Access Code / Password"
)
BLANK = ListAnswer(ListSource.QUEUE, StopOutcome.BLOCKED, Reason.BLANK)


def details(fax_id: str, status: SentStatus | None = SentStatus.IN_PROGRESS, **more: Any) -> FaxDetails:
    return FaxDetails(FaxId(fax_id), status, TEXTS.get(status) if status else None, **more)


def queue(*faxes: FaxDetails | str, unread: int = 0) -> ListAnswer:
    rows = tuple(details(fax) if isinstance(fax, str) else fax for fax in faxes)
    return ListAnswer(ListSource.QUEUE, faxes=rows, unread=("?",) * unread)


def statuses(*faxes: FaxDetails) -> ListAnswer:
    return ListAnswer(ListSource.STATUS, faxes=faxes)


class ListPool(QObject):
    """Has WorkerPool's interface, one worker, and answers when it is told to."""

    job_done = Signal(object)
    idle = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.job: ListJob | None = None
        self.given: list[ListJob] = []

    @property
    def free(self) -> int:
        return 0 if self.job else 1

    @property
    def busy(self) -> int:
        return 1 - self.free

    def give(self, job: ListJob) -> None:
        assert self.free
        self.job = job
        self.given.append(job)

    def answer(self, answer: ListAnswer) -> None:
        job, self.job = self.job, None
        assert job, "nothing was asked"
        self.job_done.emit(JobDone(job, answer))


class ListsRig:
    """A Rig with finder and checker on it, and what they told."""

    def __init__(self, rig: Rig | None = None, *, include_sub_users: bool = False, **checking: Any) -> None:
        self.rig = rig or Rig()
        self.board = self.rig.board
        self.pool = ListPool()
        controller, clock = self.rig.controller, self.rig.clock
        self.enquiries = Enquiries(controller, cast("WorkerPool", self.pool))
        self.checker = Checker(
            controller, self.enquiries, clock, include_sub_users=include_sub_users, **checking
        )
        self.finder = Finder(
            controller,
            self.enquiries,
            self.checker,
            clock,
            refresh_s=60,
            include_sub_users=include_sub_users,
        )
        self.states: list[FindState] = []
        self.checked: list[str] = []
        self.finder.changed.connect(self.states.append)
        self.checker.checked.connect(self.checked.append)

    @property
    def asking(self) -> str:
        """What is being asked: `queue`, `recent`, or the IDs whose status is."""
        job = self.pool.job
        if job is None:
            return ""
        kind = type(job).__name__.removesuffix("Job").lower()
        return " ".join(getattr(job, "fax_ids", (kind,)))

    def answer(self, *answers: ListAnswer) -> None:
        for answer in answers:
            self.pool.answer(answer)

    def fire(self, timer: QTimer) -> None:
        """Let a timer's time be over."""
        assert timer.isActive()
        timer.stop()
        timer.timeout.emit()

    def gathered(self) -> None:
        """Let those be asked about that were gathered for it."""
        self.fire(self.finder._gather)

    def check(self, *answers: ListAnswer) -> None:
        """Let the checker begin a round, and answer it."""
        self.fire(self.checker._timer)
        self.answer(*answers)

    def wait(self, seconds: float) -> None:
        self.rig.wait(seconds)

    def states_of(self) -> dict[str, str]:
        return {fax.fax_id: fax.state.value for fax in self.board.faxes()}
