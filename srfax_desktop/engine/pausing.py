# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Keeps the one pause that there can be: how it begins, how it is probed, when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.pause import CAUSE_OF, NEEDS_SIGN_IN, Pause, PauseCause, lifts
from srfax_desktop.core.retry import NextTry, RetryPolicy, Streak

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.outcome import StopAnswer


_BY_ITSELF = frozenset({PauseCause.UNREACHABLE, PauseCause.BLOCKED})


class Pausing:
    """The present pause, if any, and the fax that finds out for all whether it is over.

    probe_wanted: one is to find out as soon as a worker is free.
    """

    def __init__(self) -> None:
        self.pause: Pause | None = None
        self.probe_wanted = False
        self._probe: FaxId | None = None
        self._asked_at_s = 0.0
        self._asleep: Pause | None = None  # a block that nothing was left to be held up by

    def need_sign_in(self, now_s: float) -> None:
        """Pause because nobody is signed in; what else there was to find out can wait."""
        self._begin(Pause(PauseCause.SIGN_IN_NEEDED, now_s))

    def asked_for(self, now_s: float) -> None:
        """Take note that the user asked for a stop: a pause that began long ago gives up no sooner for it."""
        self._asked_at_s = now_s
        asleep, self._asleep = self._asleep, None
        if asleep and self.pause is None:
            self._begin(asleep._replace(since_s=now_s, probing=False, next_try_at_s=None))
            self.probe_wanted = True

    def want_probe(self) -> None:
        """Have one fax find out, where a request can tell if the pause is over and none is doing so."""
        if self.pause and self.pause.cause not in NEEDS_SIGN_IN and not self.pause.probing:
            self.probe_wanted = True

    def want_probe_if_lit(self) -> None:
        """Have one fax find out where that only waits for the user, though it need not."""
        if self.pause and self.pause.cause in _BY_ITSELF and self.pause.next_try_at_s is None:
            self.want_probe()

    def probe_with(self, fax_id: FaxId) -> None:
        """Let this fax find out."""
        if self.pause:
            self._begin(self.pause._replace(probing=True, next_try_at_s=None))
            self._probe = fax_id

    def is_probe(self, fax_id: FaxId) -> bool:
        """Whether this fax is the one that finds out."""
        return self._probe == fax_id

    def forget_probe(self, fax_id: FaxId) -> None:
        """Take note that this fax, if it was to find out, has found out nothing."""
        if self.pause and self.is_probe(fax_id):
            self._probe = None
            self.pause = self.pause._replace(probing=False, next_try_at_s=self.pause.since_s)

    def wake_up_without(self) -> None:
        """Forget a block: SRFax has spoken since."""
        self._asleep = None

    def lifted_by(self, fax_id: FaxId, answer: StopAnswer) -> bool:
        """Whether an answer shows that the pause is over.

        Where nothing came back, what counts is that a request could leave: that is news only of
        one that left after the pause had begun.
        """
        if self.pause is None or (answer.outcome is StopOutcome.TIMED_OUT and not self.is_probe(fax_id)):
            return False
        return lifts(self.pause, answer)

    def end(self) -> None:
        """End the pause."""
        self._begin(None)

    def rest(self) -> None:
        """End the pause because nothing is left that it could hold up.

        A block is not over by that: whatever is asked for next finds out for all.
        """
        if self.pause and self.pause.cause is PauseCause.BLOCKED:
            self._asleep = self.pause
        self._begin(None)

    def light_up(self) -> None:
        """Wait for the user instead of probing."""
        if self.pause:
            self.pause = self.pause._replace(next_try_at_s=None)

    def meet(
        self,
        fax_id: FaxId,
        answer: StopAnswer,
        now_s: float,
        asked_s: float,
        policy: RetryPolicy,
    ) -> NextTry:
        """Take an answer that concerns all, or a probe's that does not lift the pause.

        Answers to requests that were under way when the pause began change nothing, unless
        their cause is the graver one. Returns what comes next; a pause that gives up stays here
        until `end`.
        """
        cause = CAUSE_OF.get(answer.outcome)
        was_probe = self.is_probe(fax_id)
        if was_probe:
            self._probe = None
        pause = self.pause
        if cause and (pause is None or cause > pause.cause or (was_probe and cause is not pause.cause)):
            pause = Pause(cause, now_s, answer)
            self._begin(pause)  # whoever was to find out about another cause is nobody special now
        elif pause and was_probe:
            pause = pause._replace(
                answer=answer if cause else pause.answer,
                tries=pause.tries + 1,
                probing=False,
            )
        elif pause:
            due_at_s = pause.next_try_at_s
            return NextTry(None if due_at_s is None else max(0.0, due_at_s - now_s))
        return self._wait(pause, now_s, asked_s, policy)

    def meet_elsewhere(self, answer: StopAnswer, now_s: float, policy: RetryPolicy) -> bool:
        """Take an answer to a question that was about no fax in line. Returns whether a pause began."""
        cause = CAUSE_OF.get(answer.outcome)
        if cause is None or (self.pause is not None and cause <= self.pause.cause):
            return False
        pause = Pause(cause, now_s, answer)
        self._begin(pause)
        self._wait(pause, now_s, 0.0, policy)
        return True

    def _begin(self, pause: Pause | None) -> None:
        self.pause = pause
        self.probe_wanted = False
        self._probe = None

    def _wait(self, pause: Pause | None, now_s: float, asked_s: float, policy: RetryPolicy) -> NextTry:
        if pause is None or pause.answer is None:
            return NextTry()
        streak = Streak(pause.tries, now_s - max(pause.since_s, self._asked_at_s), asked_s)
        next_try = policy.next_try(pause.answer.outcome, streak, pause.answer.retry_after_s)
        next_at_s = None if next_try.wait_s is None else now_s + next_try.wait_s
        self.pause = pause._replace(next_try_at_s=next_at_s)
        return next_try
