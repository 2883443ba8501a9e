# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What an answer does to its fax, and when it is tried again: the rules, applied to one case."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import MEANING, StopAnswer, StopOutcome
from srfax_desktop.core.retry import NextTry, RetryPolicy
from srfax_desktop.core.transitions import FaxEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.engine.desk import Desk
    from srfax_desktop.engine.jobs import StopJob

_DECIDED_BY = {
    StopOutcome.STOPPED: FaxEvent.STOPPED,
    StopOutcome.PARTIALLY_SENT: FaxEvent.PARTIALLY_SENT,
    StopOutcome.ALREADY_SENT: FaxEvent.ALREADY_SENT,
}


def random_jitter() -> float:
    """Return a random number from -1 to 1."""
    return random.uniform(-1, 1)  # noqa: S311 - it spreads load and keeps no secret


class Judge:
    """Knows the rules in force. `policy` may be changed: it holds from the next answer on."""

    def __init__(self, desk: Desk, policy: RetryPolicy, jitter: Callable[[], float]) -> None:
        self._desk = desk
        self._jitter = jitter
        self.policy = policy

    def judge(self, job: StopJob, answer: StopAnswer) -> tuple[FaxEvent, NextTry]:
        """Say what `answer` does to the fax of `job`, and what comes next."""
        if event := _DECIDED_BY.get(answer.outcome):
            return event, NextTry()
        if MEANING[answer.outcome].concerns_all or self._desk.pausing.is_probe(job.fax_id):
            return FaxEvent.HOLD, self._held(job, answer)
        now_s = self._desk.clock.monotonic_s()
        streak = self._desk.trying[job.fax_id].met(answer.outcome, now_s)
        next_try = self.policy.next_try(answer.outcome, streak, answer.retry_after_s, self._jitter())
        if not next_try.give_up:
            return FaxEvent.TRY_LATER, next_try
        not_found = answer.outcome is StopOutcome.NOT_FOUND
        return FaxEvent.GIVE_UP_NOT_FOUND if not_found else FaxEvent.GIVE_UP, next_try

    def _held(self, job: StopJob, answer: StopAnswer) -> NextTry:
        desk, now_s = self._desk, self._desk.clock.monotonic_s()
        if answer.outcome is StopOutcome.LOGIN_REJECTED and not desk.gate.is_current(job):
            # Said of credentials that are no longer used: the present ones are tried at once.
            desk.pausing.forget_probe(job.fax_id)
            return NextTry(0.0 if desk.gate.admits(desk.book[job.fax_id]) else None)
        asked_s = now_s - desk.trying[job.fax_id].asked_at_s
        return desk.pausing.meet(job.fax_id, answer, now_s, asked_s, self.policy)
