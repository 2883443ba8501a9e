# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which requests may leave, and how many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import MEANING, StopOutcome
from srfax_desktop.engine.jobs import StopJob

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
    from srfax_desktop.core.outcome import StopAnswer
    from srfax_desktop.core.sign_in import Credentials

SCOUT_GRACE_S = 1.0
"""Until SRFax has accepted the credentials, one request goes ahead of the others: a wrong password is
then sent once, not once by each worker. A slow answer holds the others up no longer than this."""

MOST_UNPROVEN = 4
"""How many requests, stops and questions for lists together, may be under way with a password that SRFax
has not accepted yet: so often is a wrong one sent, and no account may be locked for it."""


class Gate:
    """Knows the credentials and the requests under way."""

    def __init__(self) -> None:
        self.credentials: Credentials | None = None
        self._proven = False
        self._accepted: set[AccountNumber] = set()
        self.refused = False  # SRFax has refused the present credentials
        self._scout_left_at_s = 0.0
        self._in_flight: dict[FaxId, StopJob] = {}
        self._asking: Credentials | None = None  # those of the question for a list that is under way

    @property
    def account(self) -> AccountNumber | None:
        """The account signed in."""
        return self.credentials.account if self.credentials else None

    @property
    def owner(self) -> AccountNumber | None:
        """The account that what is listed now belongs to: one that SRFax has accepted."""
        return self.account if self.account in self._accepted else None

    def sign_in(self, credentials: Credentials | None, *, proven: bool) -> None:
        """Send with these from now on; with none, nothing is sent."""
        self.credentials = credentials
        self._proven = proven
        self.refused = False
        if credentials and proven:
            self._accepted.add(credentials.account)

    def admits(self, fax: FaxRecord) -> bool:
        """Whether a request for `fax` may carry the present credentials: never another account's."""
        return self.credentials is None or fax.account in (None, self.credentials.account)

    def may_belong_to(self, account: AccountNumber, fax_id: FaxId) -> bool:
        """Whether no request for this fax is under way with another account's password."""
        job = self._in_flight.get(fax_id)
        return job is None or job.credentials.account == account

    def is_under_way(self, fax_id: FaxId) -> bool:
        """Whether a request for this fax is under way."""
        return fax_id in self._in_flight

    def room(self, now_s: float, free: int) -> int:
        """Return how many requests may leave now, with `free` workers idle."""
        if self.credentials is None:
            return 0
        if self._proven:
            return free
        scouts = self._scouts()
        if scouts and now_s < self._opens_at_s():
            return 0
        return min(free, MOST_UNPROVEN - scouts if scouts else 1)

    def opens_at_s(self) -> float | None:
        """Return when more may leave though no answer came, None where that is not what is waited for."""
        return self._opens_at_s() if self._is_scouting() and not self._proven else None

    def send(self, fax: FaxRecord, now_s: float) -> StopJob:
        """Return the job for a fax whose turn it is. It is under way from here on."""
        if self.credentials is None:
            message = "nobody is signed in"
            raise RuntimeError(message)
        if not self._is_scouting():
            self._scout_left_at_s = now_s
        job = StopJob(fax.fax_id, fax.attempts, self.credentials)
        self._in_flight[fax.fax_id] = job
        return job

    def may_ask(self) -> bool:
        """Whether a question for a list may leave now: never beside one with the same unproven password."""
        if self.credentials is None or self.refused:
            return False
        return self._proven or not self._is_scouting()

    def ask(self, now_s: float) -> Credentials:
        """Return what a question for a list is to carry. It is under way from here on."""
        if self.credentials is None:
            message = "nobody is signed in"
            raise RuntimeError(message)
        if not self._is_scouting():
            self._scout_left_at_s = now_s
        self._asking = self.credentials
        return self.credentials

    def answered(self, credentials: Credentials, problem: StopOutcome | None) -> bool:
        """Take note of the end of that question. Returns whether it carried the present credentials."""
        self._asking = None
        if credentials != self.credentials:
            return False
        self._learn(problem, accepted=problem is None)
        return True

    def take_back(self, job: StopJob, answer: StopAnswer) -> None:
        """Take note that a request is no longer under way, and of what it proves."""
        del self._in_flight[job.fax_id]
        if self.is_current(job):
            self._learn(answer.outcome, accepted=MEANING[answer.outcome].proves_sign_in)

    def is_current(self, job: StopJob) -> bool:
        """Whether a request carried the present credentials."""
        return job.credentials == self.credentials

    def _learn(self, outcome: StopOutcome | None, *, accepted: bool) -> None:
        self.refused = outcome is StopOutcome.LOGIN_REJECTED or (self.refused and not accepted)
        self._proven = (self._proven or accepted) and not self.refused
        if self.account and self._proven:
            self._accepted.add(self.account)

    def _is_scouting(self) -> bool:
        return self._scouts() > 0

    def _scouts(self) -> int:
        """Return how many requests with the present credentials are under way."""
        asking = self._asking is not None and self._asking == self.credentials
        return asking + sum(map(self.is_current, self._in_flight.values()))

    def _opens_at_s(self) -> float:
        return self._scout_left_at_s + SCOUT_GRACE_S
