# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How moments are written: as the clock on the wall shows them, with the day where it is another one."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QLocale


def clock_time(at: datetime) -> str:
    """Return a moment as local time; with its day where that is not today."""
    local = at.astimezone()
    clock = local.strftime("%H:%M:%S")
    if local.date() == datetime.now(UTC).astimezone().date():
        return clock
    day = QDate(local.year, local.month, local.day)
    return f"{QLocale().toString(day, QLocale.FormatType.ShortFormat)} {clock}"
