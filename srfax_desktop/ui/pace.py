# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How much is done in one turn of the event loop: as much as takes some milliseconds on this computer."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEASURED_S = 0.05
"""So much is gone by at once: some clocks tick but 64 times a second."""

MOST_CHANGE = 2.0
"""At one time, it becomes no more than twice as much, and no less than half."""


class Pace:
    """Counts processor time, not waiting: for the disk, one waits as long for a little as for much.

    count: how much is to be done in a turn. wanted_s: what that is to take. clock: of this thread's
    processor time, in seconds.
    """

    def __init__(
        self,
        count: int,
        limits: tuple[int, int],
        wanted_s: float,
        clock: Callable[[], float] = time.thread_time,
    ) -> None:
        self.count = count
        self._limits = limits
        self._wanted_s = wanted_s
        self._clock = clock
        self._turns = 0
        self._took_s = 0.0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Measure a turn in which `count` is done, and change `count` for those to come."""
        began = self._clock()
        yield
        self._turns += 1
        self._took_s += self._clock() - began
        if self._took_s < MEASURED_S:
            return
        change = self._wanted_s * self._turns / self._took_s
        change = max(1 / MOST_CHANGE, min(change, MOST_CHANGE))
        least, most = self._limits
        self.count = max(least, min(round(self.count * change), most))
        self._turns, self._took_s = 0, 0.0
