# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has the support bundle made away from the UI thread: logs are read, and looked through at length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.bundle import Bundle, Material
    from srfax_desktop.engine.jobs import JobDone
    from srfax_desktop.engine.worker import WorkerPool


@dataclass(frozen=True, slots=True)
class BundleJob:
    """Make one."""

    material: Material

    def failed(self) -> None:
        """There is none then."""


class BundleBench:
    """Lets a worker make bundles; see `engine.jobs.Bench`."""

    def __init__(self, make: Callable[[Material], Bundle]) -> None:
        self._make = make

    def perform(self, job: BundleJob) -> Bundle:
        """Make it."""
        return self._make(job.material)

    def cancel(self) -> None:
        """Do nothing: it ends soon by itself."""

    def close(self) -> None:
        """Do nothing: there is nothing to close."""


class Support(QObject):
    """Asks for one bundle at a time; only the latest question is answered."""

    gathered = Signal(object)  # Bundle; None where an error kept it from being made

    def __init__(self, pool: WorkerPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._latest: BundleJob | None = None
        pool.job_done.connect(self._take)

    def gather(self, material: Material) -> None:
        """Have it made. Returns at once."""
        self._latest = BundleJob(material)
        if self._pool.free:
            self._pool.give(self._latest)

    @Slot(object)
    def _take(self, done: JobDone) -> None:
        if done.job is self._latest:
            self._latest = None
            self.gathered.emit(done.answer)
        elif self._latest and self._pool.free:
            self._pool.give(self._latest)
