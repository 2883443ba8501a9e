# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A fax of which some pages went out, and its history, to be changed as a test needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.incident import IncidentRecord, incident_record
from srfax_desktop.core.listing import FaxDetails, SentStatus
from srfax_desktop.core.outcome import Reason, StopOutcome

FAX_ID = FaxId("31524120")
ACCOUNT = AccountNumber("12345")
NUMBER = "16045550123"
START = datetime(2026, 3, 1, 18, 42, 7, tzinfo=UTC)

DETAILS = FaxDetails(
    FAX_ID,
    status=SentStatus.FAILED,
    status_text="Failed",
    to_number=NUMBER,
    pages=7,
    subject="Lab results, 604-555-0123",
    queued_at_text="Mar 01/26 10:41 AM",
    sender="front@clinic.example",
    document="20260301104101-8812-34_0",
)
CHECK = FaxCheck(
    START + timedelta(seconds=64),
    Verdict.CONFIRMED,
    SentStatus.FAILED,
    "Failed",
    error_code="Cancelled",
    pages=3,
    queued=False,
)
SENT_ALL_THE_SAME = FaxCheck(
    START + timedelta(seconds=64), Verdict.CONTRADICTED, SentStatus.SENT, "Sent", pages=7, queued=False
)
NOTES = CallNotes("Dana at the front desk", "2026-03-01 10:55 −08:00", "Rang 604 555 0123: shredded.")
FAX = FaxRecord(
    FAX_ID,
    START - timedelta(seconds=60),
    ACCOUNT,
    FaxState.PARTIALLY_SENT,
    StopOutcome.PARTIALLY_SENT,
    "Fax cancelled but partially sent",
    Reason.DOCUMENTED,
    1,
    START,
    DETAILS,
    CHECK,
    NOTES,
)


@dataclass
class Past:
    """Writes a history line by line, each of them a second after the one before."""

    fax_id: FaxId = FAX_ID
    lines: list[HistoryEntry] = field(default_factory=list)
    now: datetime = START

    def add(self, event: HistoryEvent, **fields: Any) -> Past:
        fields = {"account": ACCOUNT, "to_number": NUMBER, **fields}
        self.lines.append(HistoryEntry(self.now, self.fax_id, event, **fields))
        self.now += timedelta(seconds=1)
        return self

    def listed(self) -> Past:
        return self.add(HistoryEvent.ADDED).add(HistoryEvent.ASKED)

    def tried(
        self, attempt: int, outcome: StopOutcome, result: str | None, status: str | None, **fields: Any
    ) -> Past:
        self.add(HistoryEvent.SENDING, attempt=attempt)
        said = {"outcome": outcome, "result": result, "status": status}
        return self.add(HistoryEvent.ANSWERED, attempt=attempt, **said, **fields)

    def not_now(self, attempt: int, result: str = "Unable to Cancel Fax") -> Past:
        return self.tried(attempt, StopOutcome.CONVERTING, result, "Failed")

    def partly(self, attempt: int) -> Past:
        return self.tried(attempt, StopOutcome.PARTIALLY_SENT, "Fax cancelled but partially sent", "Success")

    def stopped(self, attempt: int) -> Past:
        return self.tried(attempt, StopOutcome.STOPPED, "Fax Cancelled", "Success")

    def checked(self, check: FaxCheck = CHECK) -> Past:
        return self.add(
            HistoryEvent.CHECKED, verdict=check.verdict, status=check.status_text, result=check.error_code
        )


def short_past() -> list[HistoryEntry]:
    return Past().listed().partly(1).checked().add(HistoryEvent.NOTED).lines


def long_past(retries: int) -> list[HistoryEntry]:
    past = Past().listed()
    for attempt in range(1, retries + 1):
        past.not_now(attempt)
    return past.partly(retries + 1).checked().lines


def record(fax: FaxRecord = FAX, history: list[HistoryEntry] | None = None, **fields: Any) -> IncidentRecord:
    made = {
        "account": ACCOUNT,
        "user": "mlee",
        "computer": "FRONTDESK-2",
        "masked": True,
        "made_at": START + timedelta(minutes=15),
        **fields,
    }
    return incident_record(fax, short_past() if history is None else history, **made)
