# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The computer's clocks."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime


class SystemClock:
    """Real time; see `core.ports.Clock`."""

    def monotonic_s(self) -> float:
        """Return seconds that never go back and that go on while the computer sleeps.

        Python's time.monotonic stands still during sleep on Linux and macOS: a countdown of
        10 s would outlast a night. CLOCK_BOOTTIME, and macOS's own CLOCK_MONOTONIC, do not.
        """
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        if sys.platform == "darwin":
            return time.clock_gettime(time.CLOCK_MONOTONIC)
        return time.monotonic()

    def utc_now(self) -> datetime:
        """Return the present time, aware, in UTC."""
        return datetime.now(UTC)
