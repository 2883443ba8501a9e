# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads one row of a list. Numbers come quoted or not; null, false and blank all say "not known"."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import parse_fax_id
from srfax_desktop.core.listing import FaxDetails, SentStatus
from srfax_desktop.srfax.reply import bounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from srfax_desktop.core.fax import FaxId

FIELDS = frozenset({"FileName", "FaxDetailsID", "SentStatus", "ToFaxNumber"})
"""What has one of these is a row: no other object in a reply does."""

MAX_FIELD = 500
"""The most characters kept of a text in a row."""

_STATUS_OF = {
    "in progress": SentStatus.IN_PROGRESS,
    "sent": SentStatus.SENT,
    "failed": SentStatus.FAILED,
    "sending email": SentStatus.SENDING_EMAIL,
    "unknown": SentStatus.UNKNOWN,
}
_MAX_WHOLE = (1 << 31) - 1  # what every database and window can hold
_MAX_EXACT = 1 << 53
_MAX_TIME_S = 32_503_680_000  # the year 3000
_NUMBER = re.compile(r"([0-9]{1,15})(?:\.[0-9]*)?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read_row(row: Mapping[str, object], asked: Sequence[FaxId] = ()) -> FaxDetails | None:
    """Return what a row tells, None where it cannot be known which fax it is about.

    asked: the faxes that were asked about by ID: a row about another one is no answer. A row
    without an ID, as Get_FaxStatus gives, is about the only one that was asked about.
    """
    fax_id = _fax_id(row, asked)
    if fax_id is None or (asked and fax_id not in asked):
        return None
    status_text = _word(row, "SentStatus") or _word(row, "Status")
    status = _status(status_text)
    return FaxDetails(
        fax_id,
        status=status,
        status_text=status_text,
        to_number=_text(row, "ToFaxNumber"),
        pages=_whole(row, "Pages"),
        subject=_text(row, "Subject"),
        queued_at_text=_text(row, "DateQueued"),
        sent_at=None if status is SentStatus.IN_PROGRESS else _time(row, "EpochTime"),
        sender=_word(row, "SenderEmail") or _word(row, "User_FaxNumber") or _word(row, "User_ID"),
        sub_user=_word(row, "User_ID"),
        document=_document(row),
        account_code=_word(row, "AccountCode"),
        error_code=_word(row, "ErrorCode"),
        duration_s=_whole(row, "Duration"),
        size=_whole(row, "Size"),
    )


def _fax_id(row: Mapping[str, object], asked: Sequence[FaxId]) -> FaxId | None:
    """Two IDs that differ, or two values in the place of one, leave it open which fax is meant."""
    own_value, file_value = row.get("FaxDetailsID"), row.get("FileName")
    if isinstance(own_value, list | dict) or isinstance(file_value, list | dict):
        return None
    own, file_name = _scalar(own_value), _scalar(file_value)
    _, bar, last = file_name.rpartition("|")
    found = {own.strip(), last.strip() if bar else ""} - {""}
    if not found and len(asked) == 1:
        return asked[0]
    try:
        return parse_fax_id(found.pop()) if len(found) == 1 else None
    except ValueError:
        return None


def _document(row: Mapping[str, object]) -> str | None:
    """Take the ID off `20180101230101-8812-34_0|31524120`: it stands after the last `|`."""
    file_name = _scalar(row.get("FileName"))
    document, bar, _ = file_name.rpartition("|")
    return _kept(document if bar else file_name)


def _status(text: str | None) -> SentStatus | None:
    if text is None:
        return None
    return _STATUS_OF.get(" ".join(text.lower().split()), SentStatus.OTHER)


# A list can have ten thousand rows of fifteen values: what most of them are is told apart first.


def _text(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    return None if value is None else _kept(value if type(value) is str else _scalar(value))


def _word(row: Mapping[str, object], name: str) -> str | None:
    """Return a text that many rows have: it is kept once for all of them."""
    text = _text(row, name)
    return text and sys.intern(text)


def _kept(text: str) -> str | None:
    if not text or text.isspace():
        return None
    if len(text) <= MAX_FIELD and text.isascii():
        return text.encode().decode()  # a copy: what JSON made stands among all that is let go of
    return bounded(text, MAX_FIELD)


def _scalar(value: object) -> str:
    """Return a text or a number as text; nothing for all else, true and false among it."""
    if type(value) is str:
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) <= _MAX_EXACT else ""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _whole(row: Mapping[str, object], name: str) -> int | None:
    value = row.get(name)
    if value is None:
        return None
    if type(value) is int:
        return value if 0 <= value <= _MAX_WHOLE else None
    found = _NUMBER.fullmatch(_scalar(value).strip())
    number = int(found[1]) if found else None
    return number if number is not None and number <= _MAX_WHOLE else None


def _time(row: Mapping[str, object], name: str) -> datetime | None:
    found = _NUMBER.fullmatch(_scalar(row.get(name)).strip())
    seconds = int(found[1]) if found else 0
    return _EPOCH + timedelta(seconds=seconds) if 0 < seconds <= _MAX_TIME_S else None
