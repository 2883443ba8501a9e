# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How it went so far with one fax that the user asked to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.retry import Streak, row_of

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.outcome import StopAnswer, StopOutcome


class Trying:
    """Counts the same trouble in a row. Times are on the engine's monotonic clock, in seconds.

    trouble: the outcome that stands for it; None where nothing was met yet.
    """

    __slots__ = ("asked_at_s", "count", "since_s", "trouble")

    def __init__(self, asked_at_s: float) -> None:
        self.asked_at_s = asked_at_s
        self.trouble: StopOutcome | None = None
        self.since_s = 0.0
        self.count = 0

    def met(self, outcome: StopOutcome, now_s: float) -> Streak:
        """Take note of an outcome and return the streak that it stands in."""
        trouble = row_of(outcome)
        if trouble is not self.trouble:
            self.trouble, self.since_s, self.count = trouble, now_s, 0
        self.count += 1
        return Streak(self.count, now_s - self.since_s, now_s - self.asked_at_s)

    def forget_streak(self) -> None:
        """Begin to count anew: time spent in a pause is nobody's failure."""
        self.trouble = None


class AttemptEnded(NamedTuple):
    """One request for one fax has ended. retry_in_s is None where it is not tried again by itself."""

    fax_id: FaxId
    attempt: int
    answer: StopAnswer
    retry_in_s: float | None
