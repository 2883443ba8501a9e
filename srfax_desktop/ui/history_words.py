# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every sentence about the history as a whole: what was found, checked, exported, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.notices import problem_words

if TYPE_CHECKING:
    from datetime import datetime

    from srfax_desktop.core.archive import ChainCheck
    from srfax_desktop.core.history import HistoryEntry

translate = QCoreApplication.translate


def local_time(at: datetime) -> str:
    """Return a moment as this computer's clock showed it: `2026-03-01 10:42:07`."""
    local = _local(at)
    return (local or at).strftime("%Y-%m-%d %H:%M:%S") + ("" if local else " UTC")


def exact_time(at: datetime) -> str:
    """Return the same with milliseconds and the offset from UTC."""
    return (_local(at) or at).isoformat(sep=" ", timespec="milliseconds")


def _local(at: datetime) -> datetime | None:
    """Return `at` in local time; None where damage made it a time that this computer has no clock for."""
    try:
        return at.astimezone()
    except (OverflowError, OSError, ValueError):
        return None


def count_words(count: int) -> str:
    """Return how many lines there are."""
    if not count:
        return translate("history_words", "No lines")
    return counted("history_words", "%Ln lines", "1 line", count)


def searching_words() -> str:
    """Say that it is being searched."""
    return translate("history_words", "Searching…")


def no_attempts_words() -> str:
    """Say what would be here, where nothing was searched for and nothing is there."""
    return translate(
        "history_words",
        "No attempts here.\n\nWhat comes of each attempt to stop a fax is written down here, "
        "with the time and SRFax’s words.",
    )


def nothing_fits_words() -> str:
    """Say that the search found nothing."""
    return translate("history_words", "No lines match.\n\nSearch for something else, or for other days.")


def gone_words() -> str:
    """Say that a line that was listed a moment ago has been removed."""
    return translate("history_words", "This line has just been removed")


def account_words(account: str) -> str:
    """Return whose account a line is about."""
    return translate("history_words", "Account {0}").format(account)


def http_words(status: int | None) -> str:
    """Return the HTTP status of a reply; nothing where none came."""
    return translate("history_words", "HTTP status {0}").format(status) if status else ""


def unreadable_words(problem: str) -> str:
    """Say that the history could not be read. `problem` is the code of a StoreError."""
    return translate(
        "history_words", "The history could not be read: {0}. What is shown here may be incomplete or old."
    ).format(problem_words(problem))


# The check


def checking_words(check: ChainCheck | None) -> str:
    """Say how far the check is; None: it has just begun."""
    if check is None:
        return translate("history_words", "Checking…")
    words = counted("history_words", "Checking… {0} of %Ln lines", "Checking… {0} of 1 line", check.total)
    return words.format(_number(check.checked))


def intact_words(total: int) -> str:
    """Say that all lines are as they were written."""
    if not total:
        return translate("history_words", "Intact: there are no lines yet.")
    return counted(
        "history_words",
        "Intact: all %Ln lines are as they were written.",
        "Intact: the one line is as it was written.",
        total,
    )


def broken_words(number: int, entry: HistoryEntry | None) -> str:
    """Say which line is the first that is not as it was written. entry: None where it cannot be read."""
    broken = translate("history_words", "{0} is not as it was written, or lines before it are missing.")
    return broken.format(_line_words(number, entry))


def _line_words(number: int, entry: HistoryEntry | None) -> str:
    if entry is None:
        return translate("history_words", "Line {0}").format(number)
    if not entry.fax_id:
        return translate("history_words", "Line {0} ({1})").format(number, local_time(entry.at))
    return translate("history_words", "Line {0} ({1}, fax {2})").format(
        number, local_time(entry.at), entry.fax_id
    )


def check_cancelled_words() -> str:
    """Say that the check was ended by the user."""
    return translate("history_words", "The check was ended before all lines were checked.")


def check_failed_words(problem: str) -> str:
    """Say that the check could not be done. `problem` is the code of a StoreError."""
    return translate("history_words", "The history could not be checked: {0}.").format(problem_words(problem))


# The export


def exporting_words(done: int, total: int) -> str:
    """Say how far the export is."""
    words = counted("history_words", "Exporting… {0} of %Ln lines", "Exporting… {0} of 1 line", total)
    return words.format(_number(done))


def exported_words(count: int, path: str) -> str:
    """Say that the export is there."""
    words = counted("history_words", "%Ln lines were saved as {0}.", "1 line was saved as {0}.", count)
    return words.format(path)


def export_cancelled_words() -> str:
    """Say that the export was ended by the user."""
    return translate("history_words", "The export was cancelled. No file was saved.")


def export_failed_words(problem: str) -> str:
    """Say that the export could not be saved. `problem` is the code of a StoreError."""
    return translate("history_words", "The export could not be saved: {0}. No file was saved.").format(
        problem_words(problem)
    )


# The retention


def keep_words(days: int) -> str:
    """Return for how long the history is kept; 0 days: for ever."""
    return {
        0: translate("history_words", "forever"),
        730: translate("history_words", "2 years"),
        2555: translate("history_words", "7 years"),
    }.get(days) or counted("history_words", "%Ln days", "1 day", days)


def removal_question(count: int, days: int) -> str:
    """Ask whether lines are to be removed."""
    words = counted(
        "history_words",
        "Remove %Ln lines that are older than {0}?",
        "Remove 1 line that is older than {0}?",
        count,
    )
    return words.format(keep_words(days))


def _number(count: int) -> str:
    return QLocale().toString(count)
