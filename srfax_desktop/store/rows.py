# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How a fax and a line of history become rows, and what is made of a row that was damaged.

Damage that SQLite does not notice changes single values. A value that cannot be read becomes the
one that promises least, and the row stays: a fax that is not shown is a fax that nobody stops.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import Reason, StopOutcome

Value = int | float | str | bytes | None
"""What a column may hold: SQLite keeps any kind of value in any column."""

READ_FAXES = """
    SELECT fax_id, added_at, account, state, outcome, result, reason, attempts, asked_at
    FROM faxes ORDER BY position
"""
# An upsert: INSERT OR REPLACE would move the fax to the end of the list.
WRITE_FAX = """
    INSERT INTO faxes (fax_id, added_at, account, state, outcome, result, reason, attempts, asked_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (fax_id) DO UPDATE SET
        added_at = excluded.added_at, account = excluded.account, state = excluded.state,
        outcome = excluded.outcome, result = excluded.result, reason = excluded.reason,
        attempts = excluded.attempts, asked_at = excluded.asked_at
"""
READ_HISTORY_OF_FAX = """
    SELECT at, fax_id, event, account, attempt,
        outcome, status, result, reason, http_status, elapsed_ms, retry_in_ms
    FROM history WHERE fax_id = ? ORDER BY number
"""
WRITE_HISTORY = """
    INSERT INTO history (
        at, fax_id, event, account, attempt,
        outcome, status, result, reason, http_status, elapsed_ms, retry_in_ms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_log = logging.getLogger(__name__)
_Code = TypeVar("_Code", bound=StrEnum)


def fax_row(record: FaxRecord) -> tuple[Value, ...]:
    """Return the values for WRITE_FAX."""
    return (
        record.fax_id,
        _ms_since_epoch(record.added_at),
        record.account,
        record.state,
        record.outcome,
        _storable(record.result),
        record.reason,
        record.attempts,
        None if record.asked_at is None else _ms_since_epoch(record.asked_at),
    )


def fax_of(row: tuple[Value, ...]) -> FaxRecord:
    """Return a row of READ_FAXES as a fax. A state that cannot be read is "not confirmed"."""
    fax_id, added_at, account, state, outcome, result, reason, attempts, asked_at = row
    return FaxRecord(
        FaxId(str(fax_id)),
        _datetime(added_at) or _EPOCH,
        _account(account),
        _code(FaxState, state, FaxState.NOT_CONFIRMED),
        _optional_code(StopOutcome, outcome, StopOutcome.UNRECOGNISED),
        _text(result),
        _optional_code(Reason, reason, Reason.INTERNAL),
        _whole(attempts) or 0,
        _datetime(asked_at),
    )


def history_row(entry: HistoryEntry) -> tuple[Value, ...]:
    """Return the values for WRITE_HISTORY."""
    return (
        _ms_since_epoch(entry.at),
        entry.fax_id,
        entry.event,
        entry.account,
        entry.attempt,
        entry.outcome,
        _storable(entry.status),
        _storable(entry.result),
        entry.reason,
        entry.http_status,
        _milliseconds(entry.elapsed_s),
        _milliseconds(entry.retry_in_s),
    )


def entry_of(row: tuple[Value, ...]) -> HistoryEntry:
    """Return a row of READ_HISTORY_OF_FAX.

    An event that cannot be read may have been a request that arrived: "interrupted" says so.
    """
    at, fax_id, event, account, attempt, outcome, status, result, reason, http_status, elapsed, retry_in = row
    return HistoryEntry(
        _datetime(at) or _EPOCH,
        FaxId(str(fax_id)),
        _code(HistoryEvent, event, HistoryEvent.INTERRUPTED),
        _account(account),
        _whole(attempt) or 0,
        _optional_code(StopOutcome, outcome, StopOutcome.UNRECOGNISED),
        _text(status),
        _text(result),
        _optional_code(Reason, reason, Reason.INTERNAL),
        _whole(http_status),
        _seconds(elapsed),
        _seconds(retry_in),
    )


def _ms_since_epoch(at: datetime) -> int:
    return (at - _EPOCH) // _MILLISECOND


def _milliseconds(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds * 1000)


def _storable(text: str | None) -> str | None:
    # JSON can carry half a surrogate pair, which UTF-8 cannot: it is kept as it was written, `\ud800`.
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()


def _datetime(value: Value) -> datetime | None:
    milliseconds = _whole(value)
    if milliseconds is None:
        return None
    try:
        return _EPOCH + milliseconds * _MILLISECOND
    except OverflowError:
        _warn(value)
        return None


def _seconds(value: Value) -> float | None:
    milliseconds = _whole(value)
    return None if milliseconds is None else milliseconds / 1000


def _whole(value: Value) -> int | None:
    if value is None or isinstance(value, int):
        return value
    _warn(value)
    return None


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _account(value: Value) -> AccountNumber | None:
    return None if value is None else AccountNumber(str(value))


def _optional_code(codes: type[_Code], value: Value, unreadable: _Code) -> _Code | None:
    return None if value is None else _code(codes, value, unreadable)


def _code(codes: type[_Code], value: Value, unreadable: _Code) -> _Code:
    try:
        return codes(str(value))
    except ValueError:
        _warn(value)
        return unreadable


def _warn(value: Value) -> None:
    _log.warning("the database holds %r where it should not; the row is shown with what could be read", value)
