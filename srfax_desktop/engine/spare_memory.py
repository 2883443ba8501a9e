# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has memory that is no longer used go back to the system: glibc would keep it for later.

A reply that lists ten thousand faxes is read by a thread that then waits. What it was read with would
stay with that thread for the rest of the day.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot

EACH_MS = 5000

_TRIM_THRESHOLD = -1  # M_TRIM_THRESHOLD (glibc, malloc.h)
_RESERVE_BYTES = 128 * 1024
"""What each thread may have at the end of its memory: glibc's own beginning, which grows by itself to
twice the largest block that was ever freed."""


class SpareMemory(QObject):
    """Keeps the reserves small from now on. Elsewhere than on glibc, it does nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Any = None
        if sys.platform != "linux":
            return
        import ctypes  # noqa: PLC0415 - there, it is loaded to look for Qt's libraries

        library = ctypes.CDLL(None)
        if not (hasattr(library, "mallopt") and hasattr(library, "malloc_trim")):  # musl has neither
            return
        library.mallopt(_TRIM_THRESHOLD, _RESERVE_BYTES)
        self._library = library
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.give_back)
        self._timer.start(EACH_MS)

    @Slot()
    def give_back(self) -> None:
        """Give back what is free in between: a third of a millisecond, a tenth of it where nothing is."""
        self._library.malloc_trim(0)
