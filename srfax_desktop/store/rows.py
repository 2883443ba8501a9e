# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How a fax and a line of history become rows, and what is made of a row that was damaged.

Damage that SQLite does not notice changes single values. A value that cannot be read becomes the
one that promises least, and the row stays: a fax that is not shown is a fax that nobody stops.
"""

from __future__ import annotations

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.store import column_values as column
from srfax_desktop.store.column_values import EPOCH, Value
from srfax_desktop.store.fax_json import as_json, read_check, read_details, read_notes

READ_FAXES = """
    SELECT fax_id, added_at, account, state, outcome, result, reason, attempts, asked_at,
        details_json, check_json, notes_json
    FROM faxes ORDER BY position
"""
# An upsert: INSERT OR REPLACE would move the fax to the end of the list.
WRITE_FAX = """
    INSERT INTO faxes (fax_id, added_at, account, state, outcome, result, reason, attempts, asked_at,
        details_json, check_json, notes_json)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (fax_id) DO UPDATE SET
        added_at = excluded.added_at, account = excluded.account, state = excluded.state,
        outcome = excluded.outcome, result = excluded.result, reason = excluded.reason,
        attempts = excluded.attempts, asked_at = excluded.asked_at, details_json = excluded.details_json,
        check_json = excluded.check_json, notes_json = excluded.notes_json
"""
HISTORY_COLUMNS = (
    "at",
    "fax_id",
    "event",
    "account",
    "attempt",
    "outcome",
    "status",
    "result",
    "reason",
    "http_status",
    "elapsed_ms",
    "retry_in_ms",
    "verdict",
    "to_number",
)
"""What `history_row` returns and `entry_of` takes; a line's number and hash are the chain's."""

READ_HISTORY_OF_FAX = """
    SELECT at, fax_id, event, account, attempt,
        outcome, status, result, reason, http_status, elapsed_ms, retry_in_ms, verdict, to_number
    FROM history WHERE fax_id = ? ORDER BY number
"""
READ_LINE = """
    SELECT at, fax_id, event, account, attempt,
        outcome, status, result, reason, http_status, elapsed_ms, retry_in_ms, verdict, to_number
    FROM history WHERE number = ?
"""

_NEVER_ASKED: list[Value] = [None, None, None, 0, None, None, None, None]
"""What follows the state of a fax that nobody asked about, neither its user nor SRFax."""


def fax_row(record: FaxRecord) -> tuple[Value, ...]:
    """Return the values for WRITE_FAX."""
    return (
        record.fax_id,
        column.ms_since_epoch(record.added_at),
        record.account,
        record.state,
        record.outcome,
        column.storable(record.result),
        record.reason,
        record.attempts,
        None if record.asked_at is None else column.ms_since_epoch(record.asked_at),
        as_json(record.details),
        as_json(record.check),
        as_json(record.notes),
    )


def fax_of(row: tuple[Value, ...]) -> FaxRecord:
    """Return a row of READ_FAXES as a fax. A state that cannot be read is "not confirmed"."""
    fax_id, added_at, account, state, *rest = row
    first = (
        FaxId(str(fax_id)),
        column.read_moment(added_at) or EPOCH,
        column.read_account(account),
        column.read_code(FaxState, state, FaxState.NOT_CONFIRMED),
    )
    if rest == _NEVER_ASKED:  # as most of a long list are
        return FaxRecord(*first)
    outcome, result, reason, attempts, asked_at, details, check, notes = rest
    return FaxRecord(
        *first,
        column.read_optional_code(StopOutcome, outcome, StopOutcome.UNRECOGNISED),
        column.read_text(result),
        column.read_optional_code(Reason, reason, Reason.INTERNAL),
        column.read_whole(attempts) or 0,
        column.read_moment(asked_at),
        read_details(details, first[0]),
        read_check(check),
        read_notes(notes),
    )


def history_row(entry: HistoryEntry) -> tuple[Value, ...]:
    """Return the values of HISTORY_COLUMNS."""
    return (
        column.ms_since_epoch(entry.at),
        entry.fax_id,
        entry.event,
        entry.account,
        entry.attempt,
        entry.outcome,
        column.storable(entry.status),
        column.storable(entry.result),
        entry.reason,
        entry.http_status,
        column.milliseconds(entry.elapsed_s),
        column.milliseconds(entry.retry_in_s),
        entry.verdict,
        column.storable(entry.to_number),
    )


def entry_of(row: tuple[Value, ...]) -> HistoryEntry:
    """Return the values of HISTORY_COLUMNS as a line.

    An event that cannot be read may have been a request that arrived: "interrupted" says so.
    """
    at, fax_id, event, account, attempt, outcome, status, result, reason, http_status, *rest = row
    elapsed, retry_in, verdict, to_number = rest
    return HistoryEntry(
        column.read_moment(at) or EPOCH,
        FaxId(str(fax_id)),
        column.read_code(HistoryEvent, event, HistoryEvent.INTERRUPTED),
        column.read_account(account),
        column.read_whole(attempt) or 0,
        column.read_optional_code(StopOutcome, outcome, StopOutcome.UNRECOGNISED),
        column.read_text(status),
        column.read_text(result),
        column.read_optional_code(Reason, reason, Reason.INTERNAL),
        column.read_whole(http_status),
        column.read_seconds(elapsed),
        column.read_seconds(retry_in),
        column.read_optional_code(Verdict, verdict, Verdict.UNSETTLED),
        column.read_text(to_number),
    )
