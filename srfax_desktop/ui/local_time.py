# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Moments as they are written down: local, with the offset from UTC, the same in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_MINUS = "−"
_MINUTES = 60


def moment(at: datetime) -> str:
    """Return an aware time as `2026-03-01 10:42:07 −08:00`, in this computer's time zone."""
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S} {_offset(at)}"


def moment_to_the_minute(at: datetime) -> str:
    """Return the same without seconds: nobody counts those of a call."""
    return f"{at.astimezone():%Y-%m-%d %H:%M} {_offset(at)}"


def local_day(at: datetime) -> str:
    """Return the day of an aware time in this computer's time zone: `2026-03-01`."""
    return f"{at.astimezone():%Y-%m-%d}"


def _offset(at: datetime) -> str:
    offset = at.astimezone().utcoffset()
    minutes = round(offset.total_seconds() / _MINUTES) if offset else 0
    hours, rest = divmod(abs(minutes), _MINUTES)
    return f"{_MINUS if minutes < 0 else '+'}{hours:02}:{rest:02}"
