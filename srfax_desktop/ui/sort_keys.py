# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What each column is sorted by: numbers as numbers, times as times. What is not known is the least."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from srfax_desktop.core.listing import queued_time
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_filter import folded
from srfax_desktop.ui.fax_words import said_words
from srfax_desktop.ui.status_style import STATUS_STYLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.core.status import Status

DIGITS_WITH_COUNTRY = 11
"""Of a North American number. SRFax takes it with and without the 1 in front."""


def sort_keys(column: Column, status_of: Callable[[FaxId], Status]) -> Callable[[FaxRecord], Any]:
    """Return what makes of each fax what can be compared with another's in the same column.

    status_of: what says how it stands with a fax; only some columns ask for that. To be used for one
    look at the list: it remembers the time of adding of the fax before, and what that is on this computer.
    """
    match column:
        case Column.STATUS | Column.ACTION:
            return lambda fax: STATUS_STYLE[status_of(fax.fax_id)].rank
        case Column.QUEUED:
            return WhenQueued().of
    return _KEYS[column]


class WhenQueued:
    """Tells when faxes were queued. Those that were added together have one time for all, mostly."""

    def __init__(self) -> None:
        self._added_at: datetime | None = None
        self._here: datetime | None = None  # the same, as the clock of this computer shows it

    def of(self, fax: FaxRecord) -> datetime:
        """Return when it was queued, in the account's time; where that is not known, when it was added here.

        Both without a time zone: SRFax does not tell which one the account's is.
        """
        if fax.details and (known := queued_time(fax.details)):
            return known
        if self._here is None or fax.added_at is not self._added_at:
            self._added_at = fax.added_at
            self._here = fax.added_at.astimezone().replace(tzinfo=None)
        return self._here


def _pages(fax: FaxRecord) -> int:
    return -1 if fax.details is None or fax.details.pages is None else fax.details.pages


_KEYS: Mapping[Column, Callable[[FaxRecord], Any]] = MappingProxyType(
    {
        Column.FAX_ID: lambda fax: int(fax.fax_id),
        Column.TO: lambda fax: _number_key(fax.details.to_number or "" if fax.details else ""),
        Column.SUBJECT: lambda fax: folded(fax.details.subject or "" if fax.details else ""),
        Column.PAGES: _pages,
        Column.FROM: lambda fax: folded(fax.details.sender or "" if fax.details else ""),
        Column.ACCOUNT: lambda fax: (len(fax.account or ""), fax.account or ""),
        Column.SAID: said_words,
        Column.ATTEMPTS: lambda fax: fax.attempts,
    }
)


def _number_key(number: str) -> tuple[int, str]:
    digits = "".join(letter for letter in number if letter.isascii() and letter.isdigit())
    if len(digits) == DIGITS_WITH_COUNTRY - 1:
        digits = f"1{digits}"
    return len(digits), digits or number
