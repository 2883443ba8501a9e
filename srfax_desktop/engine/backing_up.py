# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has the list backed up when nobody waits for anything."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from srfax_desktop.core.ports import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from srfax_desktop.core.backup import BackupKeeper
    from srfax_desktop.core.ports import Clock
    from srfax_desktop.engine.jobs import JobDone
    from srfax_desktop.engine.worker import WorkerPool

log = logging.getLogger(__name__)

REST_MS = 5_000
"""So long after the start, and after what makes a fresh backup needed, it is seen whether all is quiet."""

AGAIN_MS = 600_000
"""A program that runs for days is to have a backup of each."""

_DAMAGED = "damaged"  # StoreError.problem


@dataclass(frozen=True, slots=True)
class BackupJob:
    """See to the backups, as of a moment in UTC."""

    now: datetime

    def failed(self) -> StoreError:
        """Return the answer for an error of this program's own."""
        return StoreError("failed")


class BackupBench:
    """Lets a worker see to the backups; see `engine.jobs.Bench`."""

    def __init__(self, keeper: BackupKeeper) -> None:
        self._keeper = keeper

    def perform(self, job: BackupJob) -> StoreError | None:
        """Do it; return what kept it from being done."""
        try:
            self._keeper.keep(job.now)
        except StoreError as error:
            return error
        return None

    def cancel(self) -> None:
        """End it soon."""
        self._keeper.cancel()

    def close(self) -> None:
        """Do nothing: nothing is held between two jobs."""


class BackingUp(QObject):
    """Hands the work to a worker of its own while no other is busy, and tells of a list that is damaged.

    pool: of one worker with a BackupBench. others: those that are to be at rest.
    """

    damaged = Signal()  # the list cannot be read as a whole: once in each run of the program

    def __init__(
        self,
        pool: WorkerPool,
        others: Sequence[WorkerPool],
        clock: Clock,
        parent: QObject | None = None,
        *,
        rest_ms: int = REST_MS,
    ) -> None:
        super().__init__(parent)
        self._pool = pool
        self._others = others
        self._clock = clock
        self._rest_ms = rest_ms
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        pool.job_done.connect(self._take)

    @Slot()
    def look_soon(self) -> None:
        """See to the backups when all is quiet: at the start, and when lines of the history were removed."""
        self._timer.start(self._rest_ms)

    @Slot()
    def close(self) -> None:
        """Begin nothing more."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        if not self._pool.free or any(pool.busy for pool in self._others):
            self._timer.start(self._rest_ms)
            return
        self._timer.start(AGAIN_MS)
        self._pool.give(BackupJob(self._clock.utc_now()))

    @Slot(object)
    def _take(self, done: JobDone) -> None:
        error = done.answer
        if not isinstance(error, StoreError):
            return
        log.warning("the list could not be backed up: %s", error)
        if error.problem == _DAMAGED and not self._told:
            self._told = True
            self.damaged.emit()
