# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What each column is sorted by: numbers as numbers, times as times. What is not known is the least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from srfax_desktop.core.listing import queued_time
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_filter import folded
from srfax_desktop.ui.fax_words import said_words
from srfax_desktop.ui.status_style import STATUS_STYLE

if TYPE_CHECKING:
    from datetime import datetime

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.status import Status

DIGITS_WITH_COUNTRY = 11
"""Of a North American number. SRFax takes it with and without the 1 in front."""


def sort_key(column: Column, fax: FaxRecord, status: Status) -> Any:  # noqa: ANN401 - each column has its own
    """Return what can be compared with that of another fax in the same column."""
    details = fax.details
    match column:
        case Column.STATUS | Column.ACTION:
            return STATUS_STYLE[status].rank
        case Column.FAX_ID:
            return int(fax.fax_id)
        case Column.TO:
            return _number_key(details.to_number or "" if details else "")
        case Column.SUBJECT:
            return folded(details.subject or "" if details else "")
        case Column.QUEUED:
            return when_queued(fax)
        case Column.PAGES:
            return -1 if details is None or details.pages is None else details.pages
        case Column.FROM:
            return folded(details.sender or "" if details else "")
        case Column.ACCOUNT:
            return len(fax.account or ""), fax.account or ""
        case Column.SAID:
            return said_words(fax)
    return fax.attempts


def when_queued(fax: FaxRecord) -> datetime:
    """Return when a fax was queued, in the account's time; where that is not known, when it was added here.

    Both without a time zone: SRFax does not tell which one the account's is.
    """
    known = queued_time(fax.details) if fax.details else None
    return known or fax.added_at.astimezone().replace(tzinfo=None)


def _number_key(number: str) -> tuple[int, str]:
    digits = "".join(letter for letter in number if letter.isascii() and letter.isdigit())
    if len(digits) == DIGITS_WITH_COUNTRY - 1:
        digits = f"1{digits}"
    return len(digits), digits or number
