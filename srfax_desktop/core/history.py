# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One line of the append-only history: what was asked, sent and answered, and when."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.core.record import record

if TYPE_CHECKING:
    from datetime import datetime

    from srfax_desktop.core.check import Verdict
    from srfax_desktop.core.fax import AccountNumber, FaxId
    from srfax_desktop.core.outcome import Reason, StopOutcome


class HistoryEvent(StrEnum):
    """What a line of the history tells."""

    ADDED = "added"
    ASKED = "asked"  # the user asked for the stop
    SENDING = "sending"  # written before the request leaves: from here on it may have arrived
    ANSWERED = "answered"  # the answer to that request, or what happened instead of one
    INTERRUPTED = "interrupted"  # the program ended before the answer: the request may have arrived
    GAVE_UP = "gave_up"
    ENDED = "ended"  # the user pressed "Stop trying"
    REMOVED = "removed"  # taken off the list; its history stays
    CHECKED = "checked"  # SRFax's lists were asked after the stop: status and result have their words
    LEFT_QUEUE = "left_queue"  # it left the queue by itself; status has what SRFax's list says
    NOTED = "noted"  # somebody wrote down whom they spoke to; what they wrote stands with the fax
    PRUNED = "pruned"  # the oldest lines were removed by the retention rule; fax_id is empty


@record(frozen=True, slots=True)
class HistoryEntry:
    """One line. `at` is in UTC; `attempt` counts from 1, 0 where the line is not about one.

    status and result are SRFax's own text, unchanged. Durations are in seconds.
    verdict: what a check proved. to_number: where the fax goes, where that is known.
    """

    at: datetime
    fax_id: FaxId
    event: HistoryEvent
    account: AccountNumber | None = None
    attempt: int = 0
    outcome: StopOutcome | None = None
    status: str | None = None
    result: str | None = None
    reason: Reason | None = None
    http_status: int | None = None
    elapsed_s: float | None = None
    retry_in_s: float | None = None
    verdict: Verdict | None = None
    to_number: str | None = field(default=None, repr=False)
