# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has a connection stand before it is needed, so that a stop leaves at once: only while somebody is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from srfax_desktop.engine.jobs import Readied, ReadyJob

if TYPE_CHECKING:
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.engine.jobs import JobDone
    from srfax_desktop.engine.worker import WorkerPool

MOST = 2
"""So many connections wait for a click at most: one for it, and one for when that one has just ended."""

AT_MOST_EACH_MS = 2000
"""No more often is anything made ready."""

PATIENCE_MS = (5_000, 15_000, 60_000)
"""The waits after a connection that could not be made, and the next one, and so on."""

KEPT_FOR_MS = 10 * 60_000
"""For so long after the user was last heard of is a connection remade that the service ends."""


class Readiness(QObject):
    """Asks the pool's idle workers for a connection. That sends no request and no credentials.

    What fails is told to nobody: the stop that needs a connection makes one itself, and tells.
    """

    looked = Signal()  # connections were asked for

    def __init__(self, controller: Controller, pool: WorkerPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._pool = pool
        self._watched = True
        self._failed = 0
        self._since_user = QElapsedTimer()
        self._since_look = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        controller.account_changed.connect(self.expect)
        controller.pause_changed.connect(self._take_change)
        pool.idle.connect(self._take_change)
        pool.stirred.connect(self._take_change)
        pool.readied.connect(self._take_readied)

    @Slot()
    def expect(self) -> None:
        """Take note that the user is there: came to the front, chose a fax, signed in."""
        self._since_user.start()
        if not self._failed:  # else the wait goes on
            self._look_soon(0)

    @Slot(bool)
    def watch(self, watched: bool) -> None:
        """Make nothing ready while nobody can see the window."""
        self._watched = watched

    @Slot()
    def _take_change(self) -> None:
        self._look_soon(0)

    def _look_soon(self, in_ms: int) -> None:
        since_ms = self._since_look.elapsed() if self._since_look.isValid() else AT_MOST_EACH_MS
        wait_ms = max(in_ms, AT_MOST_EACH_MS - since_ms, 0)
        if not self._timer.isActive() or self._timer.remainingTime() > wait_ms:
            self._timer.start(wait_ms)

    @Slot()
    def _look(self) -> None:
        credentials = self._controller.credentials_in_use()
        if credentials is None or self._pool.busy:
            return  # there are connections in use, or there is nobody whom they could be for
        self._since_look.start()
        self._pool.make_ready(partial(ReadyJob, credentials, anew=self._is_wanted()), MOST)
        self.looked.emit()

    @Slot(object)
    def _take_readied(self, done: JobDone) -> None:
        if cast("Readied", done.answer).socket is not None:
            self._failed = 0
        elif cast("ReadyJob", done.job).anew:
            wait_ms = PATIENCE_MS[min(self._failed, len(PATIENCE_MS) - 1)]
            self._failed += 1
            self._look_soon(wait_ms)

    def _is_wanted(self) -> bool:
        """Whether the user may ask for a stop at any moment. What has ended is let go of all the same."""
        return self._watched and self._since_user.isValid() and not self._since_user.hasExpired(KEPT_FOR_MS)
