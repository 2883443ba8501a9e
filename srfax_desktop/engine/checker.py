# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Asks SRFax's lists whether what it said of a stop is so, and tells when that is known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from srfax_desktop.core.check import PROVES, FaxCheck, Verdict, verdict_on
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.engine.findings import claim_of, is_to_be_checked, take_check, take_statuses, told_of
from srfax_desktop.engine.jobs import QueueJob, status_job

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.core.listing import FaxDetails, ListAnswer
    from srfax_desktop.core.ports import Clock
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.engine.desk import Desk
    from srfax_desktop.engine.enquiries import Enquiries

BATCH = 50
GATHER_S = 0.3
"""Faxes that are stopped one shortly after the other are looked up together."""

AT_A_TIME = 60
RESTS_FOR, LONGEST_REST_S = 9, 10.0
"""The queue is asked for with each round, and a list of ten thousand is much to read: while many stops are
under way, a round is as long in coming as so many of its kind, but no longer than this."""

LOOK_AGAIN_S = (2.0, 5.0, 10.0, 20.0)
"""SRFax's lists may lag behind its answers: what they do not prove at first is looked up again."""

RECENT = timedelta(days=2)
"""What was left unchecked when the program ended is looked up at the next start, unless it is older."""

_NO_ANSWER = frozenset({StopOutcome.UNREACHABLE, StopOutcome.TIMED_OUT})

_NOT_ASKED_ABOUT = frozenset(
    {StopOutcome.LOGIN_REJECTED, StopOutcome.BLOCKED, StopOutcome.UNTRUSTED_CERTIFICATE}
)
"""Where the stop met these, a second question would meet them too, and no second one is to leave."""


@dataclass(slots=True)
class _Look:
    """A fax that is to be looked up. asked_at: when its stop was asked for, which tells one from the next."""

    asked_at: datetime | None
    since_s: float
    looks: int = 0
    status: FaxDetails | None = None
    trouble: ListAnswer | None = None


class Checker(QObject):
    """Looks up every fax whose trying has ended: its status, 50 at a time, and then, once, the queue.

    look_again_s: the waits before what proves nothing is looked up again; patience_s: for how long in all.
    """

    checked = Signal(object)  # FaxId: nothing more will be found out about it; exactly once for each end

    def __init__(
        self,
        controller: Controller,
        enquiries: Enquiries,
        clock: Clock,
        *,
        include_sub_users: bool = False,
        look_again_s: Sequence[float] = LOOK_AGAIN_S,
        patience_s: float = math.inf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._enquiries = enquiries
        self._clock = clock
        self.include_sub_users = include_sub_users
        self._look_again_s = tuple(look_again_s)
        self._patience_s = patience_s
        self._waiting: dict[FaxId, _Look] = {}
        self._later: dict[FaxId, tuple[float, _Look]] = {}
        self._asking: dict[FaxId, _Look] = {}
        self._given_up = False
        self._began_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        controller.fax_finished.connect(self._take_finished)
        controller.account_changed.connect(self._take_account)

    def look_again(self, fax_ids: Iterable[FaxId]) -> None:
        """Look these up once more, if they are still to be looked up at all."""
        for fax_id in fax_ids:
            fax = self._fax(fax_id)
            if fax and is_to_be_checked(fax) and not self._is_at_it(fax_id):
                self._waiting[fax_id] = self._new_look(fax)
        self._wake(GATHER_S)

    def restore(self) -> None:
        """Look up what the program had no time to look up before it ended last."""
        since = self._clock.utc_now() - RECENT
        faxes = self._controller.board.faxes()
        recent = (fax for fax in faxes if fax.check is None and fax.asked_at and fax.asked_at > since)
        self.look_again(fax.fax_id for fax in recent if fax.outcome not in _NOT_ASKED_ABOUT)

    def give_up(self) -> None:
        """Look nothing up any more: what is not known now is told as not known."""
        self._given_up = True
        left = [*self._waiting, *self._later, *self._asking]
        for waiting in (self._waiting, self._later, self._asking):
            waiting.clear()
        for fax_id in left:
            self.checked.emit(fax_id)

    @Slot(object)
    def _take_finished(self, fax_id: FaxId) -> None:
        fax = self._fax(fax_id)
        if fax is None:
            return
        if self._given_up or not is_to_be_checked(fax) or fax.outcome in _NOT_ASKED_ABOUT:
            self.checked.emit(fax_id)
            return
        self._later.pop(fax_id, None)
        self._waiting[fax_id] = self._new_look(fax)
        self._wake(GATHER_S)

    # Rounds: the statuses of all that wait, then the queue, then the verdicts

    def _wake(self, in_s: float) -> None:
        if not self._asking and (self._waiting or self._later):
            left_s = self._timer.remainingTime() / 1000 if self._timer.isActive() else in_s
            self._timer.start(round(min(in_s, left_s) * 1000))

    @Slot()
    def _begin(self) -> None:
        now_s = self._clock.monotonic_s()
        for fax_id, (due_s, look) in list(self._later.items()):
            if due_s <= now_s:
                del self._later[fax_id]
                self._waiting.setdefault(fax_id, look)
        # A fax of another account is looked up when that one is signed in again.
        mine = {fax_id: look for fax_id, look in self._waiting.items() if self._is_admitted(fax_id)}
        self._waiting = {fax_id: look for fax_id, look in self._waiting.items() if fax_id not in mine}
        self._asking = mine
        if self._asking:
            self._began_s = self._clock.monotonic_s()
            self._ask_statuses(list(self._asking))
        else:
            self._wake_for_later()

    def _ask_statuses(self, fax_ids: list[FaxId]) -> None:
        batch, rest = tuple(fax_ids[:BATCH]), fax_ids[BATCH:]
        take = partial(self._take_statuses, batch, rest)
        self._enquiries.ask(partial(status_job, batch), take, urgent=True)

    def _take_statuses(self, batch: tuple[FaxId, ...], rest: list[FaxId], answer: ListAnswer | None) -> None:
        if answer is None:
            self._wait_again()
            return
        found = {fax.fax_id: fax for fax in told_of(batch, answer)}
        for fax_id in batch:
            if look := self._asking.get(fax_id):
                look.status = found.get(fax_id)
                look.trouble = None if look.status else answer
        self._controller.apply(partial(take_statuses, faxes=found.values()))
        if answer.problem in _NO_ANSWER:
            self._take_queue(
                answer
            )  # no more questions into the void: who waits for the check has waited long
        elif rest:
            self._ask_statuses(rest)
        elif self._asking:
            self._enquiries.ask(self._queue_job, self._take_queue, urgent=True)

    def _queue_job(self, credentials: Credentials) -> QueueJob:
        return QueueJob(credentials, self.include_sub_users)

    def _wait_again(self) -> None:
        """Begin anew with what was being looked up: another account has been asked."""
        self._waiting = {**self._asking, **self._waiting}
        self._asking = {}
        self._wake(GATHER_S)

    def _take_queue(self, answer: ListAnswer | None) -> None:
        if answer is None:
            self._wait_again()
            return
        self._judge_some(answer, frozenset(fax.fax_id for fax in answer.faxes if fax.may_be_queued))

    def _judge_some(self, answer: ListAnswer, queued: frozenset[FaxId]) -> None:
        """Come to a verdict on some, and soon after on the others: the window is not to wait."""
        asked = dict(islice(self._asking.items(), AT_A_TIME))
        for fax_id in asked:
            del self._asking[fax_id]
        told: list[FaxId] = []
        checks: list[tuple[FaxId, FaxCheck]] = []
        for fax_id, look in asked.items():
            fax = self._fax(fax_id)
            if fax is None or fax.asked_at != look.asked_at:
                continue  # taken off the list, or asked about anew
            in_queue = True if fax_id in queued else False if self._would_show(fax, answer) else None
            check = self._judge(fax, look, in_queue)
            if check is None:
                self._later[fax_id] = (self._clock.monotonic_s() + self._look_again_s[look.looks], look)
                look.looks += 1
            else:
                checks.append((fax_id, check))
        self._controller.apply(lambda desk: told.extend(_take_all(desk, checks)))
        for fax_id in told:
            self.checked.emit(fax_id)
        if self._asking:
            QTimer.singleShot(0, self, partial(self._judge_some, answer, queued))
        elif any(map(self._is_admitted, self._waiting)):
            self._wake(self._rest_s())
        else:
            self._wake_for_later()

    def _rest_s(self) -> float:
        """Return how long to gather: looking up is not to be in the way of the stops."""
        if self._controller.board.under_way <= BATCH:
            return GATHER_S
        took_s = self._clock.monotonic_s() - self._began_s
        return max(GATHER_S, min(RESTS_FOR * took_s, LONGEST_REST_S))

    def _judge(self, fax: FaxRecord, look: _Look, queued: bool | None) -> FaxCheck | None:
        """Return what was found, None where it is to be looked up again."""
        seen, claim = look.status, claim_of(fax)
        last = self._is_last(look) or (claim is None and seen is not None)
        status = seen.status if seen else None
        verdict = verdict_on(claim, status, queued, last=last)
        if verdict not in PROVES and not last:
            return None
        if verdict not in PROVES and seen is None and queued is None:
            verdict = Verdict.NOT_ASKED
        trouble = look.trouble
        return FaxCheck(
            at=self._clock.utc_now(),
            verdict=verdict,
            status=status,
            status_text=seen.status_text if seen else trouble.result if trouble else None,
            error_code=seen.error_code if seen else None,
            pages=seen.pages if seen else None,
            queued=queued,
            problem=trouble.problem if trouble else None,
            reason=trouble.reason if trouble else None,
        )

    def _is_last(self, look: _Look) -> bool:
        if look.trouble and (look.trouble.was_refused or look.trouble.problem is StopOutcome.UNRECOGNISED):
            return True  # SRFax has answered, and not with a list: it would again
        waited_s = self._clock.monotonic_s() - look.since_s
        return look.looks >= len(self._look_again_s) or waited_s > self._patience_s

    def _new_look(self, fax: FaxRecord) -> _Look:
        return _Look(fax.asked_at, self._clock.monotonic_s())

    def _would_show(self, fax: FaxRecord, answer: ListAnswer) -> bool:
        """Whether a fax that is not in this list is not in the queue either."""
        if not answer.is_complete:
            return False
        owner = fax.details.sub_user if fax.details else None
        return self.include_sub_users or owner in {None, fax.account}

    def _wake_for_later(self) -> None:
        if self._later:
            due_s = min(due_s for due_s, _ in self._later.values())
            self._wake(max(0.0, due_s - self._clock.monotonic_s()))

    @Slot()
    def _take_account(self) -> None:
        self._wake(GATHER_S)

    def _is_admitted(self, fax_id: FaxId) -> bool:
        board = self._controller.board
        return fax_id not in board or board.admits(fax_id)

    def _is_at_it(self, fax_id: FaxId) -> bool:
        return fax_id in self._waiting or fax_id in self._later or fax_id in self._asking

    def _fax(self, fax_id: FaxId) -> FaxRecord | None:
        board = self._controller.board
        return board.fax(fax_id) if fax_id in board else None


def _take_all(desk: Desk, checks: list[tuple[FaxId, FaxCheck]]) -> list[FaxId]:
    return [fax_id for fax_id, check in checks if take_check(desk, fax_id, check)]
