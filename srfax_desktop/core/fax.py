# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A fax in the list: its ID, its state, and what is remembered of it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from srfax_desktop.core.record import record

if TYPE_CHECKING:
    from datetime import datetime

    from srfax_desktop.core.call_notes import CallNotes
    from srfax_desktop.core.check import FaxCheck
    from srfax_desktop.core.listing import FaxDetails
    from srfax_desktop.core.outcome import Reason, StopOutcome

FaxId = NewType("FaxId", str)
"""A FaxDetailsID: ASCII digits, kept as text because SRFax promises no width (8 and 9 digits seen)."""

AccountNumber = NewType("AccountNumber", str)
"""SRFax's `access_id`: the numeric account number, not the login e-mail."""

MAX_ID_DIGITS = 20

_FAX_ID = re.compile(rf"[0-9]{{1,{MAX_ID_DIGITS}}}")


def parse_fax_id(text: str) -> FaxId:
    """Return `text` as a fax ID.

    Raises ValueError where it is not 1 to 20 ASCII digits, or is nothing but zeros.
    """
    if not _FAX_ID.fullmatch(text) or not text.strip("0"):
        raise ValueError(text)
    return FaxId(text)


class FaxState(StrEnum):
    """Where a fax stands. `core/transitions.py` says which state may follow which."""

    WAITING = "waiting"  # listed; nobody asked to stop it
    ASKED = "asked"  # a stop was asked for; its request is still to be sent
    STOPPING = "stopping"  # a request is under way
    ENDING = "ending"  # the user ended the trying while a request was under way
    RETRYING = "retrying"  # SRFax said "not at this moment", or did not answer: the countdown runs
    STOPPED = "stopped"
    PARTIALLY_SENT = "partially_sent"
    ALREADY_SENT = "already_sent"
    NOT_FOUND = "not_found"  # gave up: SRFax does not know the ID
    NOT_CONFIRMED = "not_confirmed"  # gave up: it may still be going out
    ENDED = "ended"  # the user ended the trying: it may still be going out
    SENT = "sent"  # nobody asked to stop it, and SRFax lists it as sent
    FAILED = "failed"  # SRFax lists it as failed, and has not said that it stopped it
    SENT_ANYWAY = "sent_anyway"  # the trying ended without an answer, and SRFax lists it as sent


UNDER_WAY = frozenset(
    {FaxState.ASKED, FaxState.STOPPING, FaxState.ENDING, FaxState.RETRYING},
)
"""A stop was asked for and the program is not done with it."""

DECIDED = frozenset({FaxState.STOPPED, FaxState.PARTIALLY_SENT, FaxState.ALREADY_SENT})
"""SRFax has said how it ended; there is nothing left to ask."""

LEFT = frozenset({FaxState.SENT, FaxState.FAILED, FaxState.SENT_ANYWAY})
"""SRFax's lists say that it has left the queue by itself."""

GIVEN_UP = frozenset({FaxState.NOT_FOUND, FaxState.NOT_CONFIRMED})
"""It was tried for as long as the rules allow."""


@record(frozen=True, slots=True)
class FaxRecord:
    """All that is kept of one fax. `outcome`, `result` and `reason` are those of the last answer.

    details: what SRFax's lists tell of it, None where none was asked yet or none knows it.
    check: what was found when it was looked up after the stop, None where it was not yet.
    """

    fax_id: FaxId
    added_at: datetime
    account: AccountNumber | None = None
    state: FaxState = FaxState.WAITING
    outcome: StopOutcome | None = None
    result: str | None = None
    reason: Reason | None = None
    attempts: int = 0
    asked_at: datetime | None = None
    details: FaxDetails | None = None
    check: FaxCheck | None = None
    notes: CallNotes | None = None
