# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How moments are written: as the clock on the wall shows them, with the day where it is another one."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from PySide6.QtCore import QDate, QLocale, QTime

_ZONE = re.compile(r"[\s(]*t+\)?")


def clock_time(at: datetime) -> str:
    """Return a moment as local time; with its day where that is not today."""
    local = at.astimezone()
    clock = clock_to_the_second(local)
    if local.date() == datetime.now(UTC).astimezone().date():
        return clock
    day = QDate(local.year, local.month, local.day)
    return f"{QLocale().toString(day, QLocale.FormatType.ShortFormat)} {clock}"


def clock_to_the_second(local: datetime) -> str:
    """Return a time of day as the locale writes it: `2:42:07 p.m.`, `14 h 42 min 07 s`."""
    form = _ZONE.sub("", QLocale().timeFormat(QLocale.FormatType.LongFormat))
    return _without_stops(QLocale().toString(QTime(local.hour, local.minute, local.second), form))


def clock_to_the_minute(local: datetime) -> str:
    """Return the same without seconds: `2:42 p.m.`, `14 h 42`."""
    return _without_stops(QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat))


def _without_stops(words: str) -> str:
    """Write `a.m.` as `AM`: the full stop would be doubled at the end of a sentence."""
    return words.replace("a.m.", "AM").replace("p.m.", "PM")
