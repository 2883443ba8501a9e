# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""After an error in the program, sees to it that a run without a window ends: nobody is there to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from srfax_desktop.engine.board import Board
    from srfax_desktop.engine.worker import WorkerPool

LOOK_MS = 1000
PATIENCE = 12
"""Looks, one after the other, at which nothing is under way and nothing counts down: longer than the
check afterwards waits between two questions."""


class StallWatch(QObject):
    """Begins to look when it is told of an error: what it broke off may never come to its end."""

    stalled = Signal()

    def __init__(self, board: Board, *pools: WorkerPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._pools = pools
        self._idle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @Slot()
    def begin(self) -> None:
        """Look from now on."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """See whether anything still happens."""
        self._idle = 0 if self._is_alive() else self._idle + 1
        if self._idle >= PATIENCE:
            self._timer.stop()
            self.stalled.emit()

    def _is_alive(self) -> bool:
        return any(pool.busy for pool in self._pools) or bool(self._board.next_due_in_s())
