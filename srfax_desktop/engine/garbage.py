# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Collects garbage in the main thread only.

Python collects it in whatever thread happens to need memory. In a worker's, that can take away a
QObject of the main thread's, which Qt does not allow: the process crashes, now and then.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 1000

MANY = 20_000
"""Objects that came within some looks and are still there: a long list came in, and it stays."""


class MainThreadGarbage(QObject):
    """Until `close`, garbage is collected between two events of this thread, or not at all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._came = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due, as Python itself would.

        Where very many objects come, they are looked through soon and taken for what stays: those of a
        hundred thousand faxes would else be looked through together, and that takes 60 ms.
        """
        came = gc.get_count()[0]
        generations = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        due = [number for number, (count, threshold) in generations if count > threshold > 0]
        if not due:
            return
        self._came += came
        if self._came > MANY:
            self.settle()
            self._came = 0
            return
        gc.collect(max(due))
        if max(due):  # what came is looked through already
            self._came = 0

    def settle(self) -> None:
        """Take what is there now for what stays: nobody looks through it again, so that a look is short."""
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
