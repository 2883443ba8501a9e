# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""For how long the window's event loop is away, as a timer of 1 ms within it meets it."""

from __future__ import annotations

import time
from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Mapping

FRAME_MS = 1000 / 60


class Gaps(QObject):
    """Listens from the moment it is made, in the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps = array("d")
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def told(self) -> Mapping[str, object]:
        """Stop listening; return the longest gap, the 99th percentile, and how many there were."""
        self._timer.stop()
        gaps = sorted(self._gaps)
        return {
            "longest_ms": gaps[-1],
            "p99_ms": gaps[int(len(gaps) * 0.99)],
            "longest_ten_ms": [round(gap, 1) for gap in gaps[:-11:-1]],
            "gaps": len(gaps),
        }

    def _beat(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now
