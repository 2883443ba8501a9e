# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which fax is tried when. Lives in the main thread and never waits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.core.fax import UNDER_WAY, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.pause import NEEDS_SIGN_IN, PauseCause
from srfax_desktop.core.transitions import FaxEvent, allowed
from srfax_desktop.engine.alarm import Alarm
from srfax_desktop.engine.board import Board
from srfax_desktop.engine.book import Book
from srfax_desktop.engine.desk import Desk
from srfax_desktop.engine.judge import Judge, random_jitter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.listing import ListAnswer
    from srfax_desktop.core.pause import Pause
    from srfax_desktop.core.ports import Clock, FaxStore, StoreError
    from srfax_desktop.core.retry import RetryPolicy
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.engine.jobs import JobDone, StopJob
    from srfax_desktop.engine.trying import AttemptEnded
    from srfax_desktop.engine.worker import WorkerPool

_STOPS_ALL = frozenset({StopOutcome.LOGIN_REJECTED, StopOutcome.BLOCKED})
"""What a question for a list may meet and no stop must meet again."""


class Controller(QObject):
    """Hands faxes to workers, takes their answers, counts down, pauses, and keeps the record.

    Everything that changes something ends in `_go_on`: it decides what can be sent, writes it all
    down in one transaction, and only then lets the requests leave and the listeners know.
    """

    faxes_added = Signal(object)  # tuple[FaxId, ...]
    faxes_changed = Signal(object)  # tuple[FaxId, ...]
    faxes_removed = Signal(object)  # tuple[FaxId, ...]
    attempt_ended = Signal(object)  # AttemptEnded
    fax_finished = Signal(object)  # FaxId: nothing more happens to it by itself
    fax_turned = Signal(object)  # FaxId: SRFax's lists say that it ended otherwise than was known
    pause_changed = Signal(object)  # Pause | None
    ticked = Signal()  # a second has passed while something counts down
    store_trouble = Signal(object)  # StoreError, or None when all is written again
    account_changed = Signal()  # another one is signed in, or none
    moved_on = Signal()  # after each change: what could not be asked before may be now

    def __init__(
        self,
        *,
        store: FaxStore,
        pool: WorkerPool,
        clock: Clock,
        policy: RetryPolicy,
        jitter: Callable[[], float] = random_jitter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = Book(store, clock, self._hear_of_trouble)
        self._desk = Desk(self._book, clock)
        self._pausing = self._desk.pausing
        self._pool = pool
        self._clock = clock
        self._judge = Judge(self._desk, policy, jitter)
        self._desk.automatic = policy.automatic
        self._alarm = Alarm(clock, self)
        self._sending = False
        self._has_answers = False
        self._closing = False
        self._told_pause: Pause | None = None
        self._troubles: list[StoreError | None] = []
        self._ended: list[AttemptEnded] = []
        self.board = Board(self._desk)
        self._alarm.rang.connect(self.tick)
        pool.job_done.connect(self._take_answer)

    # What the user, the sign-in and the system tell

    def restore(self) -> int:
        """Load the list and go on with every stop that was asked for when the program ended.

        Returns how many those are. Raises StoreError.
        """
        self._book.load()
        self._desk.restore()
        self._go_on()
        return self.board.under_way

    def add(self, fax_ids: Iterable[FaxId]) -> None:
        """Put faxes at the end of the list. Those that are on it already stay as they are."""
        self.add_afresh(fax_id for fax_id in fax_ids if fax_id not in self._book)

    def add_afresh(self, fax_ids: Iterable[FaxId]) -> None:
        """Put faxes on the list as if they had never been asked for. Their history stays.

        Those that are being stopped stay as they are.
        """
        now = self._clock.utc_now()
        for fax_id in dict.fromkeys(fax_ids):
            if fax_id not in self._desk.trying:
                details = self._book[fax_id].details if fax_id in self._book else None
                fax = FaxRecord(fax_id, added_at=now, account=self._desk.gate.owner, details=details)
                self._desk.add(fax)
        self._go_on()

    def remove(self, fax_ids: Iterable[FaxId]) -> None:
        """Take faxes off the list, but for those that are being stopped."""
        every = dict.fromkeys(fax_ids)
        gone = tuple(fax_id for fax_id in every if self._book[fax_id].state not in UNDER_WAY)
        if gone:
            self._book.remove(gone)
            self.faxes_removed.emit(gone)
            self._go_on()

    def ask(self, fax_ids: Iterable[FaxId]) -> None:
        """Ask for faxes to be stopped, or tried again now. Those that cannot be are left alone."""
        for fax_id in fax_ids:
            if allowed(self._book[fax_id].state, FaxEvent.ASK):
                self._desk.ask(fax_id)
        if self._is_unreachable():
            self._pausing.want_probe()
        self._go_on()

    def retry_now(self, fax_ids: Iterable[FaxId]) -> None:
        """Try faxes at once whose countdown runs; where a pause holds them up, see if it is over."""
        self.ask(fax_ids)
        self.probe_now()

    def end(self, fax_ids: Iterable[FaxId]) -> None:
        """Stop trying. A request under way still brings its answer."""
        for fax_id in fax_ids:
            if allowed(self._book[fax_id].state, FaxEvent.END):
                self._book.note(self._desk.change(fax_id, FaxEvent.END), HistoryEvent.ENDED)
        self._go_on()

    def probe_now(self) -> None:
        """Let one fax find out at once whether the pause is over, where a request can tell."""
        self._pausing.want_probe()
        self._go_on()

    @Slot()
    def network_is_back(self) -> None:
        """Take the system's word for it as a reason to look."""
        if self._is_unreachable() and self._judge.policy.automatic:
            self.probe_now()

    def sign_in(self, credentials: Credentials | None, *, proven: bool = False) -> None:
        """Use these credentials from now on; with None, send nothing.

        proven: SRFax has accepted them in this run of the program.
        """
        before = self.board.account
        self._desk.sign_in(credentials, proven=proven)
        if self._needs_sign_in():
            self._desk.resume()
        self._desk.line_up()
        self._desk.changed.update((fax.fax_id, None) for fax in self._book if fax.state is FaxState.ASKED)
        self._go_on()
        if self.board.account != before:
            self.account_changed.emit()

    def set_policy(self, policy: RetryPolicy) -> None:
        """Use other retry rules from the next answer on.

        Where they fire by themselves and those before did not, what waits for the user goes on.
        """
        before, self._judge.policy = self._judge.policy, policy
        self._desk.automatic = policy.automatic
        self._desk.changed.update(dict.fromkeys(self._desk.trying))
        if policy.automatic and not before.automatic:
            for fax_id in list(self._desk.ready):
                self._desk.become_due(fax_id)
            self._pausing.want_probe_if_lit()
        self._go_on()

    def close(self) -> None:
        """Hand out no more work. Answers that still come are written down."""
        self._closing = True
        self._book.end()
        self._alarm.silence()

    # Time

    @Slot()
    def tick(self) -> None:
        """Look at the clock, and start what is due."""
        automatic = self._judge.policy.automatic
        come_due = self._desk.become_due if automatic else self._desk.light_up
        for fax_id in self._desk.countdowns.take_due(self._clock.monotonic_s()):
            come_due(fax_id)
        if self.board.pause_due_in_s() == 0:
            if automatic:
                self._pausing.want_probe()
            else:
                self._pausing.light_up()
        self._go_on()
        self.ticked.emit()

    # What SRFax's lists tell

    def enquire(self) -> Credentials | None:
        """Return what a question for a list is to carry, None where none may leave now.

        It may not while everything pauses, nor beside another request whose password SRFax has not
        accepted yet. Whoever gets credentials sends the question, and calls `enquired` with its answer.
        """
        if self._closing or self.board.pause or not self._desk.gate.may_ask():
            return None
        return self._desk.gate.ask(self._clock.monotonic_s())

    def credentials_in_use(self) -> Credentials | None:
        """Return those of the next request, None where none may leave now. Nothing is under way by that."""
        refused = self._desk.gate.refused
        return None if self._closing or self.board.pause or refused else self._desk.gate.credentials

    def enquired(self, credentials: Credentials, answer: ListAnswer) -> bool:
        """Take note of the answer to such a question, and of what it means for all.

        Returns whether it carried the present credentials: what another account is told is not this one's.
        """
        current = self._desk.gate.answered(credentials, answer.problem)
        if current and answer.problem is None:
            self._pausing.wake_up_without()
        if current and answer.problem in _STOPS_ALL:
            met = StopAnswer(answer.problem, answer.result, http_status=answer.http_status)
            met = replace(met, reason=answer.reason or Reason.DOCUMENTED)
            self._pausing.meet_elsewhere(met, self._clock.monotonic_s(), self._judge.policy)
        self._go_on()
        return current

    def apply(self, change: Callable[[Desk], None]) -> None:
        """Let `change` happen to the work in hand; it is written down, and the listeners are told."""
        change(self._desk)
        self._go_on()

    # Answers

    @Slot(object)
    def _take_answer(self, done: JobDone) -> None:
        try:
            self._learn_answer(done)
        finally:
            if self._has_answers and not done.more:  # those that came together are written down together
                self._has_answers = False
                self._go_on()

    def _learn_answer(self, done: JobDone) -> None:
        job, answer = cast("StopJob", done.job), cast("StopAnswer", done.answer)
        self._desk.gate.take_back(job, answer)
        if self._closing and answer.reason is Reason.CANCELLED:
            return  # the record says that it is being tried, and that is so
        self._has_answers = True
        if self._pausing.lifted_by(job.fax_id, answer):
            self._desk.resume()
        event, next_try = self._judge.judge(job, answer)
        self._ended.append(self._desk.write_down(job, answer, event, next_try))
        if event is FaxEvent.HOLD and next_try.give_up:
            self._desk.give_up_all(answer)

    # Sending, writing, telling: in this order

    def _go_on(self) -> None:
        self._sending = True  # no listener may call back before every job that was taken is given
        jobs = [] if self._closing else self._take_turns()
        self._book.commit()
        for job in jobs:
            self._pool.give(job)
        self._sending = False
        self._tell()
        self._set_alarm()
        self.moved_on.emit()

    def _take_turns(self) -> list[StopJob]:
        desk, pause = self._desk, self.board.pause
        if pause and not desk.trying and pause.cause is not PauseCause.LOGIN_REJECTED:
            self._pausing.rest()  # nothing is left that it could hold up
        if desk.gate.credentials is None and desk.trying and not self._needs_sign_in():
            self._pausing.need_sign_in(self._clock.monotonic_s())
        if self.board.pause:
            return self._probe() if self._pausing.probe_wanted and self._pool.free else []
        room = desk.gate.room(self._clock.monotonic_s(), self._pool.free)
        return [desk.send(desk.line.next()) for _ in range(min(room, len(desk.line)))]

    def _probe(self) -> list[StopJob]:
        jobs = self._desk.probe()
        if not jobs:
            self._pausing.end()  # what is left belongs to another account: there is nothing to find out
        return jobs

    def _tell(self) -> None:
        """Let the listeners know. They may call back: what is told is taken off the lists first."""
        self._tell_troubles()
        desk = self._desk
        added, desk.added = tuple(desk.added), []
        changed, desk.changed = tuple(desk.changed), {}
        ended, self._ended = self._ended, []
        finished, desk.finished = desk.finished, []
        turned, desk.turned = desk.turned, []
        if added:
            self.faxes_added.emit(added)
        if self.board.pause != self._told_pause:
            told = self._told_pause = self.board.pause
            self.pause_changed.emit(told)
            if self._told_pause != told:  # a listener called back: who listens after it has heard both
                self.pause_changed.emit(self._told_pause)  # in the wrong order
        if changed:
            self.faxes_changed.emit(changed)
        for attempt in ended:
            self.attempt_ended.emit(attempt)
        for fax_id in finished:
            if fax_id in self._book:  # a listener may have taken it off the list by now
                self.fax_finished.emit(fax_id)
        for fax_id in turned:
            if fax_id in self._book:
                self.fax_turned.emit(fax_id)

    def _hear_of_trouble(self, trouble: StoreError | None) -> None:
        self._troubles.append(trouble)
        if not self._sending:
            self._tell_troubles()

    def _tell_troubles(self) -> None:
        troubles, self._troubles = self._troubles, []
        for trouble in troubles:
            self.store_trouble.emit(trouble)

    def _set_alarm(self) -> None:
        if self._closing:
            return
        desk, pause = self._desk, self.board.pause
        counts = pause and not self._pausing.probe_wanted  # what is due already waits for a worker
        held_up = desk.line and not pause
        self._alarm.set_for(
            countdowns=(desk.countdowns.next_due_at(), pause.next_try_at_s if pause and counts else None),
            others=(
                desk.gate.opens_at_s() if held_up else None,
                self._book.write_again_at_s,
            ),
        )

    def _needs_sign_in(self) -> bool:
        return self.board.pause is not None and self.board.pause.cause in NEEDS_SIGN_IN

    def _is_unreachable(self) -> bool:
        return self.board.pause is not None and self.board.pause.cause is PauseCause.UNREACHABLE
