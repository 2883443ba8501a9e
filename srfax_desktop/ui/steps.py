# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Long work that has to be done in the window's own thread: in steps, between which the window lives."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Generator

AT_A_STRETCH_S = 0.03


class Steps(QObject):
    """Does one piece of work at a time: a generator that yields how far it is after each step."""

    taken = Signal(int)
    ended = Signal()  # all is done, or it was given up

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Generator[int] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._work is not None

    def start(self, work: Generator[int]) -> None:
        """Begin `work`; what was under way before is given up."""
        self.stop()
        self._work = work
        self._timer.start(0)

    @Slot()
    def stop(self) -> None:
        """Give up what is under way."""
        work, self._work = self._work, None
        self._timer.stop()
        if work:
            work.close()
            self.ended.emit()

    @Slot()
    def _go_on(self) -> None:
        until_s = time.monotonic() + AT_A_STRETCH_S
        while self._work and time.monotonic() < until_s:
            try:
                far = next(self._work)
            except StopIteration:
                self.stop()
            except BaseException:
                self.stop()
                raise
            else:
                self.taken.emit(far)
