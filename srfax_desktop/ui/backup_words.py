# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every sentence about backups of the list."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.notices import problem_words

if TYPE_CHECKING:
    from srfax_desktop.core.backup import Backup
    from srfax_desktop.engine.bringing_back import BroughtBack

translate = QCoreApplication.translate


def offer_words(backup: Backup) -> str:
    """Say that the list was damaged, and what there is in its place."""
    if backup.faxes:
        has = counted(
            "backup_words",
            "A backup of {0}, has %Ln faxes, as they stood then.",
            "A backup of {0}, has 1 fax, as it stood then.",
            backup.faxes,
        )
    else:
        has = translate("backup_words", "A backup of {0}, has the history up to then.")
    damaged = translate("backup_words", "The list was damaged and kept as {0}.").format(backup.damaged_name)
    return f"{damaged} {has.format(day_and_time(backup.made_at))}"


def brought_back_words(came: BroughtBack) -> str:
    """Say what came back, and that nothing of it is being stopped."""
    if came.faxes:
        back = counted(
            "backup_words",
            "%Ln faxes and the history were brought back.",
            "1 fax and the history were brought back.",
            came.faxes,
        )
    else:
        back = translate("backup_words", "The history was brought back.")
    if not came.waiting:
        return back
    waits = counted(
        "backup_words",
        "%Ln of them are waiting: none of these is stopped until you press Stop.",
        "1 of them is waiting: it is not stopped until you press Stop.",
        came.waiting,
    )
    return f"{back} {waits}"


def not_brought_back_words(problem: str) -> str:
    """Say that nothing came back, and that nothing was lost."""
    return translate(
        "backup_words", "The backup could not be brought back: {0}. Nothing was changed."
    ).format(problem_words(problem))


def damaged_words() -> str:
    """Say that the list is damaged in a place that nobody has needed yet."""
    return translate(
        "backup_words",
        "The list’s file is damaged in some place, so no backup was made of it; the backups from before are "
        "kept. Stopping goes on.",
    )


def day_and_time(at: datetime) -> str:
    """Return a moment as local time, `24 November, 14:02`; with its year where that is not this one."""
    local = at.astimezone()
    form = translate("backup_words", "d MMMM, HH:mm")
    if local.year != datetime.now(UTC).astimezone().year:
        form = translate("backup_words", "d MMMM yyyy, HH:mm")
    moment = QDateTime(local.year, local.month, local.day, local.hour, local.minute, 0)
    return QLocale().toString(moment, form)
