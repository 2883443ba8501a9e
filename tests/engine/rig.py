# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A controller whose clock, workers and disk are in the test's hands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.ports import StoreError
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.engine.controller import Controller
from srfax_desktop.engine.jobs import JobDone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.engine.jobs import StopJob

CLINIC = Credentials(AccountNumber("12345"), "right")

STOPPED = StopAnswer(StopOutcome.STOPPED, "Fax Cancelled", "Success", http_status=200)
CONVERTING = StopAnswer(StopOutcome.CONVERTING, "Unable to Cancel Fax", "Failed", retry_after_s=10)
NOT_FOUND = StopAnswer(StopOutcome.NOT_FOUND, "File not found – Please try again", "Failed", retry_after_s=5)
REJECTED = StopAnswer(StopOutcome.LOGIN_REJECTED, "Invalid Access Code / Password", "Failed")
UNREACHABLE = StopAnswer(StopOutcome.UNREACHABLE, reason=Reason.CONNECTION_REFUSED)
BLOCKED = StopAnswer(StopOutcome.BLOCKED, reason=Reason.BLANK, http_status=200)
UNTRUSTED = StopAnswer(StopOutcome.UNTRUSTED_CERTIFICATE, reason=Reason.CERTIFICATE)
TIMED_OUT = StopAnswer(StopOutcome.TIMED_OUT, reason=Reason.NO_ANSWER)
FAULT = StopAnswer(StopOutcome.SERVICE_FAULT, reason=Reason.HTTP_STATUS, http_status=503)
UNRECOGNISED = StopAnswer(StopOutcome.UNRECOGNISED, "Perhaps", "Success", reason=Reason.UNKNOWN_TEXT)


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def monotonic_s(self) -> float:
        return self.now_s

    def utc_now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.now_s)


class HandPool(QObject):
    """Has WorkerPool's interface; the test answers for the workers."""

    job_done = Signal(object)
    idle = Signal()

    def __init__(self, size: int, log: list[str]) -> None:
        super().__init__()
        self.size = size
        self.log = log
        self.jobs: dict[FaxId, StopJob] = {}
        self.given: list[StopJob] = []

    @property
    def free(self) -> int:
        return self.size - len(self.jobs)

    @property
    def busy(self) -> int:
        return len(self.jobs)

    def give(self, job: StopJob) -> None:
        assert self.free > 0
        assert job.fax_id not in self.jobs, "two requests at once for one fax"
        self.log.append(f"give {job.fax_id}")
        self.jobs[job.fax_id] = job
        self.given.append(job)

    def answer(self, fax_id: str, answer: StopAnswer) -> None:
        self.job_done.emit(JobDone(self.jobs.pop(FaxId(fax_id)), answer))
        if not self.jobs:
            self.idle.emit()


@dataclass
class HandStore:
    """Keeps everything in memory, and says in `log` in which order it came; fails when told to.

    refused: how often it failed; problem: what it said then.
    """

    log: list[str]
    faxes: dict[FaxId, FaxRecord] = field(default_factory=dict)
    entries: list[HistoryEntry] = field(default_factory=list)
    broken: bool = False
    problem: str = "disk_full"
    refused: int = 0

    def load(self) -> list[FaxRecord]:
        self._check()
        return list(self.faxes.values())

    def write(self, records: Iterable[FaxRecord], entries: Iterable[HistoryEntry]) -> None:
        self._check()
        self.faxes.update((fax.fax_id, fax) for fax in records)
        for entry in entries:
            self.entries.append(entry)
            self.log.append(f"write {entry.event} {entry.fax_id}")

    def remove(self, fax_ids: Iterable[FaxId], entries: Iterable[HistoryEntry]) -> None:
        self._check()
        for fax_id in fax_ids:
            del self.faxes[fax_id]
        self.write((), entries)

    def history(self, fax_id: FaxId) -> Sequence[HistoryEntry]:
        self._check()
        return [entry for entry in self.entries if entry.fax_id == fax_id]

    def _check(self) -> None:
        if self.broken:
            self.refused += 1
            raise StoreError(self.problem)


class Rig:
    """One controller with all that it is connected to, and what it told."""

    def __init__(
        self,
        *,
        policy: RetryPolicy | None = None,
        store: HandStore | None = None,
        clock: HandClock | None = None,
        credentials: Credentials | None = CLINIC,
        proven: bool = True,
        workers: int = 4,
    ) -> None:
        self.log: list[str] = [] if store is None else store.log
        self.clock = clock or HandClock()
        self.store = store or HandStore(self.log)
        self.pool = HandPool(workers, self.log)
        self.controller = Controller(
            store=self.store,
            pool=self.pool,  # type: ignore[arg-type]
            clock=self.clock,
            policy=policy or RetryPolicy(),
            jitter=lambda: 0.0,
        )
        self.board = self.controller.board
        self.finished: list[FaxId] = []
        self.troubles: list[StoreError | None] = []
        self.controller.fax_finished.connect(self.finished.append)
        self.controller.fax_finished.connect(lambda fax_id: self.log.append(f"finished {fax_id}"))
        self.controller.store_trouble.connect(self.troubles.append)
        if credentials:
            self.controller.sign_in(credentials, proven=proven)

    def ask(self, *fax_ids: str) -> None:
        self.controller.add(map(FaxId, fax_ids))
        self.controller.ask(list(map(FaxId, fax_ids)))

    def answer(self, fax_id: str, answer: StopAnswer) -> None:
        self.pool.answer(fax_id, answer)

    def wait(self, seconds: float) -> None:
        """Let time pass, a tenth of a second at a time, with all that falls due in it."""
        end_s = self.clock.now_s + seconds + 1e-6  # sums of floats may fall short of what is due
        while self.clock.now_s < end_s:
            self.clock.now_s = min(end_s, self.clock.now_s + 0.1)
            self.controller.tick()

    def leap(self, seconds: float) -> None:
        """Let time pass as a computer does that sleeps."""
        self.clock.now_s += seconds
        self.controller.tick()

    def status(self, fax_id: str) -> str:
        return self.board.status(FaxId(fax_id)).value

    @property
    def under_way(self) -> list[str]:
        """The faxes that a request is under way for."""
        return list(self.pool.jobs)

    def events(self, fax_id: str) -> list[str]:
        return [entry.event.value for entry in self.store.entries if entry.fax_id == fax_id]
