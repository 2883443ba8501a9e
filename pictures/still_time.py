# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Time that stands still, so that a picture is the same whenever it is taken."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

BEGAN = datetime(2026, 3, 2, 18, 42, 7, tzinfo=UTC)
TOOK_S = 0.12
"""What each request seems to have taken."""


class StillClock:
    """Stands still until it is moved; see `core.ports.Clock`."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def monotonic_s(self) -> float:
        """Return the seconds that were let pass."""
        return self.now_s

    def utc_now(self) -> datetime:
        """Return the moment of the pictures."""
        return BEGAN + timedelta(seconds=self.now_s - 1000)


class StillTime:
    """Stands in for the module `time` where the practice service and the client of it measure."""

    def __init__(self) -> None:
        self._thread = threading.local()

    def time(self) -> float:
        """Return when the practice service began."""
        return BEGAN.timestamp()

    def monotonic(self) -> float:
        """Return a little more than the last time in this thread."""
        self._thread.now_s = getattr(self._thread, "now_s", 0.0) + TOOK_S
        return float(self._thread.now_s)
