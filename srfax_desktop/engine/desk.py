# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The work in hand: who is in line, who counts down, what is under way. No Qt, no waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.fax import GIVEN_UP, UNDER_WAY, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import MEANING
from srfax_desktop.core.transitions import FaxEvent
from srfax_desktop.engine.gate import Gate
from srfax_desktop.engine.line import Countdowns, Line
from srfax_desktop.engine.pausing import Pausing
from srfax_desktop.engine.trying import AttemptEnded, Trying

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.outcome import StopAnswer
    from srfax_desktop.core.ports import Clock
    from srfax_desktop.core.retry import NextTry
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.engine.book import Book
    from srfax_desktop.engine.jobs import StopJob


class Desk:
    """Keeps line, countdowns and record in step: every change of a fax goes through `change`.

    added, changed, finished and turned collect what the listeners are to be told.
    """

    def __init__(self, book: Book, clock: Clock) -> None:
        self.book = book
        self.clock = clock
        self.gate = Gate()
        self.line = Line()
        self.countdowns = Countdowns()
        self.pausing = Pausing()
        self.automatic = True  # a countdown that is over fires by itself
        self.trying: dict[FaxId, Trying] = {}
        self.ready: dict[FaxId, None] = {}  # the countdown is over and waits for the user
        self.added: list[FaxId] = []
        self.changed: dict[FaxId, None] = {}
        self.finished: list[FaxId] = []
        self.turned: list[FaxId] = []  # SRFax's lists have changed how it ended

    def change(self, fax_id: FaxId, event: FaxEvent, **fields: object) -> FaxRecord:
        """Let `event` happen to a fax and set `fields` of its record; see `Book.change`."""
        fax = self.book.change(fax_id, event, **fields)
        self.changed[fax_id] = None
        if fax.state is not FaxState.RETRYING:
            self.countdowns.end(fax_id)
            self.ready.pop(fax_id, None)
        if fax.state is not FaxState.ASKED:
            self.line.leave(fax_id)
        if fax.state not in UNDER_WAY and fax_id in self.trying:
            del self.trying[fax_id]
            self.line.forget(fax_id)
            self.finished.append(fax_id)
        return fax

    def add(self, fax: FaxRecord) -> None:
        """Put a fax on the list, or in the place of the one with the same ID."""
        if fax.fax_id in self.book:
            self.changed[fax.fax_id] = None
        else:
            self.added.append(fax.fax_id)
        self.book.add(fax)

    def learn(self, fax_id: FaxId, **fields: object) -> FaxRecord:
        """Set fields of a record that are not its state; see `Book.learn`."""
        self.changed[fax_id] = None
        return self.book.learn(fax_id, **fields)

    def restore(self) -> None:
        """Put every stop that was under way when the program ended back in line."""
        for fax in self.book:
            if fax.state not in UNDER_WAY:
                continue
            if fax.state in (FaxState.STOPPING, FaxState.ENDING):
                self.book.note(fax, HistoryEvent.INTERRUPTED, attempt=fax.attempts)
            if self.change(fax.fax_id, FaxEvent.RESTORE).state is FaxState.ASKED:
                self.trying[fax.fax_id] = Trying(self.clock.monotonic_s())
        self.line_up()

    def sign_in(self, credentials: Credentials | None, *, proven: bool) -> None:
        """Work with these credentials. What was listed for the account before stays that account's.

        An account that SRFax has not accepted owns nothing: its number may have been mistyped.
        """
        owner = self.gate.owner
        if owner and (credentials is None or credentials.account != owner):
            for fax in self.book:
                if fax.account is None and self.gate.may_belong_to(owner, fax.fax_id):
                    self.learn(fax.fax_id, account=owner)
        self.gate.sign_in(credentials, proven=proven)
        for fax_id in list(self.trying):
            fax = self.book[fax_id]
            if fax.state is FaxState.RETRYING and not self.gate.admits(fax):
                self.change(fax_id, FaxEvent.DUE)  # it cannot go, whatever its countdown says

    def ask(self, fax_id: FaxId) -> None:
        """Put a fax in line because the user asks for it."""
        if fax_id in self.trying:
            fax = self.change(fax_id, FaxEvent.ASK)
        else:
            self.trying[fax_id] = Trying(self.clock.monotonic_s())
            afresh = {"attempts": 0, "outcome": None, "result": None, "reason": None, "check": None}
            fax = self.change(fax_id, FaxEvent.ASK, asked_at=self.clock.utc_now(), **afresh)
        self.book.note(fax, HistoryEvent.ASKED)
        if fax.state is FaxState.ASKED and self.gate.admits(fax):
            self.line.join(fax_id)
        self.pausing.asked_for(self.clock.monotonic_s())

    def write_down(
        self, job: StopJob, answer: StopAnswer, event: FaxEvent, next_try: NextTry
    ) -> AttemptEnded:
        """Let an answer happen to its fax, and put the fax where it belongs now."""
        said = {"outcome": answer.outcome, "result": answer.result, "reason": answer.reason}
        account = job.credentials.account if MEANING[answer.outcome].proves_sign_in else None
        fax = self.change(job.fax_id, event, **said, **({"account": account} if account else {}))
        retry_in_s = next_try.wait_s if fax.state in UNDER_WAY else None
        self.book.note(
            fax,
            HistoryEvent.ANSWERED,
            attempt=job.attempt,
            account=job.credentials.account,
            status=answer.status,
            http_status=answer.http_status,
            elapsed_s=answer.elapsed_s,
            retry_in_s=retry_in_s,
            **said,
        )
        if fax.state is FaxState.RETRYING:
            self.count_down(job.fax_id, next_try.wait_s)
        elif fax.state is FaxState.ASKED and self.gate.admits(fax):
            self.line.come_back(job.fax_id)
        elif fax.state in GIVEN_UP:
            self.book.note(fax, HistoryEvent.GAVE_UP, outcome=answer.outcome)
        return AttemptEnded(job.fax_id, job.attempt, answer, retry_in_s)

    def become_due(self, fax_id: FaxId) -> None:
        """Put a fax in line because its countdown is over."""
        if self.gate.admits(self.change(fax_id, FaxEvent.DUE)):
            self.line.join(fax_id, retry=True)

    def count_down(self, fax_id: FaxId, wait_s: float | None) -> None:
        """Have a fax tried again after `wait_s` seconds; None: when the user says so."""
        if wait_s is None:
            self.light_up(fax_id)
        else:
            self.countdowns.start(fax_id, self.clock.monotonic_s() + wait_s)

    def light_up(self, fax_id: FaxId) -> None:
        """Wait for the user instead of trying again."""
        self.ready[fax_id] = None
        self.changed[fax_id] = None

    def give_up_all(self, answer: StopAnswer) -> None:
        """Give up on every fax that no request is under way for, but for another account's."""
        self.pausing.end()
        for fax_id in list(self.trying):
            if self.gate.admits(self.book[fax_id]) and not self.gate.is_under_way(fax_id):
                outcome = self.book[fax_id].outcome or answer.outcome
                fax = self.change(fax_id, FaxEvent.GIVE_UP, outcome=outcome)
                self.book.note(fax, HistoryEvent.GAVE_UP, outcome=outcome)

    def resume(self) -> None:
        """End the pause."""
        self.pausing.end()
        for trying in self.trying.values():
            trying.forget_streak()

    def line_up(self) -> None:
        """Line up, in the order of asking, all that the present credentials may be used for."""
        before, self.line = self.line, Line()
        waiting = [fax for fax in self.book if fax.state is FaxState.ASKED and self.gate.admits(fax)]
        for fax in sorted(waiting, key=lambda fax: fax.asked_at or fax.added_at):
            self.line.join(fax.fax_id, retry=before.has_retry(fax.fax_id))

    def send(self, fax_id: FaxId) -> StopJob:
        """Return the job for a fax whose turn it is."""
        attempt = self.book[fax_id].attempts + 1
        account = self.book[fax_id].account or self.gate.owner
        fax = self.change(fax_id, FaxEvent.SEND, attempts=attempt, account=account)
        self.book.note(fax, HistoryEvent.SENDING, attempt=attempt, account=self.gate.account)
        return self.gate.send(fax, self.clock.monotonic_s())

    def probe(self) -> list[StopJob]:
        """Return a job that finds out whether the pause is over.

        It is for the first fax in line, or else for the one to be tried again first.
        """
        fax_id = self.line.first() or self._first_retrying()
        if fax_id is None:
            return []
        self.pausing.probe_with(fax_id)
        return [self.send(fax_id)]

    def _first_retrying(self) -> FaxId | None:
        faxes = [self.book[fax_id] for fax_id in self.trying]
        retrying = [fax.fax_id for fax in faxes if fax.state is FaxState.RETRYING and self.gate.admits(fax)]
        if not retrying:
            return None
        fax_id = min(retrying, key=lambda fax_id: self.countdowns.due_at(fax_id) or 0.0)
        self.change(fax_id, FaxEvent.DUE)
        return fax_id
