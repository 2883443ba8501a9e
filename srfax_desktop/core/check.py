# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What SRFax's lists say of a fax after it was asked to stop it, set against what it said then.

"Fax Cancelled" is a claim. Get_FaxStatus and the queue are asked afterwards; this file says what their
answers prove. What proves nothing is never taken for a proof.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.core.listing import SentStatus
from srfax_desktop.core.outcome import StopOutcome as O
from srfax_desktop.core.record import record

if TYPE_CHECKING:
    from datetime import datetime

    from srfax_desktop.core.outcome import Reason


class Verdict(StrEnum):
    """What the lists prove. The codes are the same in the database, in JSON and in exports."""

    CONFIRMED = "confirmed"  # they say the same as SRFax's answer to the stop
    CONTRADICTED = "contradicted"  # they say something else: what is true cannot be known from here
    SETTLED = "settled"  # the stop was never answered, but they say how the fax ended
    UNSETTLED = "unsettled"  # they prove nothing
    NOT_ASKED = "not_asked"  # they could not be asked; `problem` says why


PROVES = frozenset({Verdict.CONFIRMED, Verdict.CONTRADICTED, Verdict.SETTLED})
"""Nothing more has to be asked."""


@record(frozen=True, slots=True)
class FaxCheck:
    """What was found when a fax was looked up. `at` is in UTC.

    status: None where Get_FaxStatus told none; status_text and error_code are SRFax's own words.
    queued: whether the queue had it; None where the queue could not be asked or not be read whole.
    pages: how many SRFax counts. problem, reason: why Get_FaxStatus could not be asked.
    """

    at: datetime
    verdict: Verdict
    status: SentStatus | None = None
    status_text: str | None = None
    error_code: str | None = None
    pages: int | None = None
    queued: bool | None = None
    problem: O | None = None
    reason: Reason | None = None


# (SRFax's answer to the stop, None where there was none; what Get_FaxStatus says) -> what that proves.
# A stopped fax ends as Failed: there is no "Cancelled" among the documented words. What is not in the
# table proves nothing yet: "In Progress" and "Sending Email" may be a moment old.
_VERDICTS: dict[tuple[O | None, SentStatus], Verdict] = {
    (O.STOPPED, SentStatus.FAILED): Verdict.CONFIRMED,
    (O.STOPPED, SentStatus.SENT): Verdict.CONTRADICTED,
    (O.PARTIALLY_SENT, SentStatus.FAILED): Verdict.CONFIRMED,
    (O.PARTIALLY_SENT, SentStatus.SENT): Verdict.CONTRADICTED,
    (O.ALREADY_SENT, SentStatus.SENT): Verdict.CONFIRMED,
    (O.ALREADY_SENT, SentStatus.FAILED): Verdict.CONTRADICTED,
    (None, SentStatus.SENT): Verdict.SETTLED,
    (None, SentStatus.FAILED): Verdict.SETTLED,
}


def verdict_on(
    claim: O | None, status: SentStatus | None, queued: bool | None, *, last: bool = False
) -> Verdict:
    """Say what the lists prove about `claim`, SRFax's decided answer to the stop; None: there was none.

    queued: whether the queue has the fax, None where that is not known. last: it will not be looked
    up again, so what goes on contradicts a stop.
    """
    if queued:  # it is on its way, whatever else is said: one of the two may be a moment old
        return Verdict.CONTRADICTED if last and claim else Verdict.UNSETTLED
    if status is SentStatus.IN_PROGRESS and last and claim:
        return Verdict.CONTRADICTED
    return _VERDICTS.get((claim, status), Verdict.UNSETTLED) if status else Verdict.UNSETTLED
