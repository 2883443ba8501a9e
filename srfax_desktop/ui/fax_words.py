# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How numbers, times, pages, and what SRFax's lists say of one fax are put into words.

Imports QtCore only, as `messages` does, on which it builds.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import LEFT, FaxState
from srfax_desktop.core.listing import SentStatus, queued_time
from srfax_desktop.core.status import Status
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.messages import reason_words, status_meaning, status_words, verdict_words
from srfax_desktop.ui.times import clock_to_the_minute, clock_to_the_second

if TYPE_CHECKING:
    from datetime import date

    from srfax_desktop.core.check import FaxCheck
    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.listing import FaxDetails

translate = QCoreApplication.translate

_NORTH_AMERICAN = re.compile(r"(1?)([2-9][0-9]{2})([2-9][0-9]{2})([0-9]{4})")
_CLAIMS = frozenset({Status.STOPPED, Status.PARTIALLY_SENT, Status.ALREADY_SENT})


def number_words(number: str) -> str:
    """Return a North American number grouped for reading, `1 604 555 0123`; any other as it came."""
    found = _NORTH_AMERICAN.fullmatch(number)
    return " ".join(filter(None, found.groups())) if found else number


# Times


def local_today() -> date:
    """Return the day that it is on this computer."""
    return datetime.now(UTC).astimezone().date()


def queued_words(fax: FaxDetails) -> str:
    """Return when a fax was queued, in the account's own time zone; see `time_words`.

    Where SRFax wrote it in a way that cannot be read, its own text; empty where it did not tell.
    """
    at = queued_time(fax)
    return time_words(at) if at else fax.queued_at_text or ""


def time_words(at: datetime) -> str:
    """Return a time to the minute: of today the time only, else day and time."""
    clock = clock_to_the_minute(at)
    return clock if at.date() == local_today() else f"{day_words(at.date())} {clock}"


def day_words(day: date) -> str:
    """Return a day in the user's own way: `Nov 24` or `24 nov.` of this year, else its short date."""
    locale = QLocale()
    if day.year != local_today().year:
        return locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
    month = locale.monthName(day.month, QLocale.FormatType.ShortFormat)
    order = locale.dateFormat(QLocale.FormatType.LongFormat).replace("dddd", "")  # without the weekday
    return f"{month} {day.day}" if order.find("M") < order.find("d") else f"{day.day} {month}"


def queued_tip(fax: FaxRecord) -> str:
    """Return what SRFax wrote, and in whose time; where it did not tell, when the fax was added here."""
    details = fax.details
    if details and details.queued_at_text:
        words = translate("fax_words", "{0}: as SRFax wrote it, in the account’s own time zone")
        return words.format(details.queued_at_text)
    if details and queued_time(details):
        words = translate("fax_words", "{0}: the name of its document, in the account’s own time zone")
        return words.format(details.document)
    words = translate("fax_words", "SRFax has not told when it was queued. In this list since {0}.")
    return words.format(_whole_moment(fax.added_at))


def moment_words(at: datetime) -> str:
    """Return a moment in local time, to the second: of today the time only, else the day only."""
    local = at.astimezone()
    return clock_to_the_second(local) if local.date() == local_today() else day_words(local.date())


# What was found when it was looked up


def status_text(fax: FaxRecord, status: Status, due_in_s: float | None = None) -> str:
    """Return what the row says: the words of its status, and when SRFax's lists confirmed it."""
    words = status_words(status, due_in_s)
    if status in _CLAIMS and fax.check and fax.check.verdict is Verdict.CONFIRMED:
        return confirmed_words(words, moment_words(fax.check.at))
    return words


def confirmed_words(words: str, moment: str) -> str:
    """Return the words of a status, and when they were confirmed."""
    return translate("fax_words", "{0} · confirmed {1}").format(words, moment)


def fax_line(fax: FaxRecord, status: Status, due_in_s: float | None = None) -> str:
    """Return a fax and what its row says in one line, for a heading or to be said aloud."""
    return translate("fax_words", "Fax {0}: {1}").format(fax.fax_id, status_text(fax, status, due_in_s))


def status_explained(fax: FaxRecord, status: Status) -> str:
    """Return what a status means, what the look at SRFax's lists proved, and the pages they count."""
    return " ".join(filter(None, (status_meaning(status), check_words(fax), counted_words(fax))))


def check_words(fax: FaxRecord) -> str:
    """Return what came of looking a fax up after the stop, in a sentence; empty where it was not yet."""
    check = fax.check
    if check is None:
        return ""
    words = verdict_words(check.verdict)
    if check.verdict is Verdict.NOT_ASKED:
        why = reason_words(check.reason) if check.reason else ""
        words = f"{words} ({why})" if why else words
    elif listed := _list_words_of_check(check):
        words = f"{listed} – {words}"
    return translate("fax_words", "Looked up at {0}: {1}.").format(_whole_moment(check.at), words)


def counted_words(fax: FaxRecord) -> str:
    """Return how many pages SRFax counts of a fax that was stopped on its way.

    Empty where it does not tell, and for every other fax.
    """
    pages = fax.check.pages if fax.check and fax.state is FaxState.PARTIALLY_SENT else None
    if pages is None:
        return ""
    return counted("fax_words", "SRFax counts %Ln pages.", "SRFax counts 1 page.", pages)


def _whole_moment(at: datetime) -> str:
    local = at.astimezone()
    clock = clock_to_the_second(local)
    return clock if local.date() == local_today() else f"{day_words(local.date())} {clock}"


# SRFax's own words


def said_words(fax: FaxRecord) -> str:
    """Return SRFax's own words: its answer to the stop, and what its lists say against it or instead.

    Where there was no answer, the reason in brackets; nothing where there is nothing to tell.
    """
    answer, listed = _answer_words(fax), _list_words(fax)
    if answer and listed:
        return translate("fax_words", "{0} · afterwards: {1}").format(answer, listed)
    return answer or listed


def _answer_words(fax: FaxRecord) -> str:
    if fax.result is not None:
        return fax.result
    why = reason_words(fax.reason) if fax.reason else ""
    return f"({why})" if why else ""


def _list_words(fax: FaxRecord) -> str:
    check, details = fax.check, fax.details
    if fax.state is FaxState.NOT_CONFIRMED and check and check.verdict is Verdict.CONTRADICTED:
        return _list_words_of_check(check)
    if fax.state in LEFT:
        settled = check and check.verdict is Verdict.SETTLED
        return listed_words(check if check and settled else details)
    unknown = details is not None and details.status is SentStatus.UNKNOWN
    return listed_words(details) if unknown and fax.state is FaxState.WAITING else ""


def _list_words_of_check(check: FaxCheck) -> str:
    words = [listed_words(check)]
    if check.queued:
        words.append(translate("fax_words", "still in the queue"))
    return ", ".join(filter(None, words))


def listed_words(seen: FaxDetails | FaxCheck | None) -> str:
    """Return the words of SRFax's list: `Sent`, `Failed (Busy)`, `Unknown – FaxDetailsID Not Found`."""
    if seen is None or not seen.status_text:
        return ""
    if not seen.error_code:
        return seen.status_text
    form = "{0} – {1}" if seen.status is SentStatus.UNKNOWN else "{0} ({1})"
    return form.format(seen.status_text, seen.error_code)
