# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The one timer: wakes the controller when something is due, and each second while anything counts down."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srfax_desktop.core.ports import Clock

TICK_S = 1.0

SHORTEST_S = 0.05
"""What is due but cannot be done yet (no worker is free) is looked at again after this, not at once:
the event loop has better things to do."""


class Alarm(QObject):
    """Rings at moments of the engine's monotonic clock, in seconds."""

    rang = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._next_tick_at_s = -math.inf
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.rang)

    def set_for(self, countdowns: Iterable[float | None], others: Iterable[float | None]) -> None:
        """Ring at the first of all these moments, and every second while there is a countdown.

        Of the others, only those still to come count.
        The seconds keep their beat however often the alarm is set anew: it is set after each answer.
        """
        now_s = self._clock.monotonic_s()
        moments = [moment for moment in countdowns if moment is not None]
        if moments:
            if self._next_tick_at_s <= now_s:
                self._next_tick_at_s = now_s + TICK_S
            moments.append(self._next_tick_at_s)
        moments += [moment for moment in others if moment is not None and moment > now_s]
        if moments:
            self._timer.start(math.ceil(max(SHORTEST_S, min(moments) - now_s) * 1000))
        else:
            self._timer.stop()

    def silence(self) -> None:
        """Ring no more."""
        self._timer.stop()
