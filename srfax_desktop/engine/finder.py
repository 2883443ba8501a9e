# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finds the queued faxes: when asked, once after signing in, and from time to time while somebody looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from srfax_desktop.core.check import PROVES
from srfax_desktop.core.fax import DECIDED, GIVEN_UP, FaxState
from srfax_desktop.core.listing import SentStatus
from srfax_desktop.engine.find_state import FindState
from srfax_desktop.engine.findings import claim_of, take_queue, take_statuses, told_of, was_queued
from srfax_desktop.engine.jobs import QueueJob, RecentJob, status_job

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.core.listing import FaxDetails, ListAnswer
    from srfax_desktop.core.ports import Clock
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.engine.checker import Checker
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.engine.desk import Desk
    from srfax_desktop.engine.enquiries import Enquiries

STATUS_BATCH = 50
"""How many faxes one Get_MultiFaxStatus asks about."""

GATHER_MS = 150
"""IDs that are typed one after the other are filled in together."""

_UNKNOWN_WORDS = (SentStatus.OTHER, None)

DAYS_BACK, DAYS_AHEAD = 2, 1
"""The outbox is asked for by days of the account, whose time zone is not known: this holds the last 48
hours in any."""


class Finder(QObject):
    """Asks for the queue, or where SRFax refuses that for the outbox, and brings the list in line with it."""

    changed = Signal(object)  # FindState

    def __init__(
        self,
        controller: Controller,
        enquiries: Enquiries,
        checker: Checker,
        clock: Clock,
        *,
        refresh_s: float,
        include_sub_users: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._enquiries = enquiries
        self._checker = checker
        self._clock = clock
        self._refresh_s = refresh_s
        self._include_sub_users = include_sub_users
        self._watched = False
        self._dismissed: set[FaxId] = set()
        self._unknown: dict[FaxId, None] = {}  # to be filled in
        self.state = FindState()
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self._find_by_itself)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(GATHER_MS)
        self._gather.timeout.connect(self._fill_in)
        controller.faxes_added.connect(self._take_added)
        controller.faxes_removed.connect(self._take_removed)
        controller.account_changed.connect(self._forget)

    @Slot()
    def find(self) -> None:
        """Look now. What the user took off the list comes back, if it is still queued."""
        self._dismissed.clear()
        self._checker.look_again(fax.fax_id for fax in self._controller.board.faxes() if _is_open(fax))
        self._look()

    def watch(self, *, watched: bool) -> None:
        """Look from time to time while somebody has the window in view."""
        self._watched = watched
        if not watched:
            self._refresh.stop()
        elif self.state.at is not None and not self._refresh.isActive():
            since_s = (self._clock.utc_now() - self.state.at).total_seconds()
            self._look_in(max(0.0, self._refresh_s - max(0.0, since_s)))

    def change(self, *, refresh_s: float | None = None, include_sub_users: bool | None = None) -> None:
        """Use other settings from now on."""
        if refresh_s is not None:
            self._refresh_s = refresh_s
            self._look_in(refresh_s)
        if include_sub_users is not None and include_sub_users != self._include_sub_users:
            self._include_sub_users = include_sub_users
            self._checker.include_sub_users = include_sub_users
            self._look()

    @Slot()
    def _forget(self) -> None:
        """Forget what is known of the queue: it is another account's."""
        if not self.state.busy:  # else the answer under way is found to be another's
            self._tell(FindState())

    # Asking

    def _find_by_itself(self) -> None:
        # What the user asks for waits for the end of a pause; what nobody asked for is left out.
        if self._controller.board.pause or self._controller.board.account is None:
            self._look_in(self._refresh_s)
        else:
            self._look()

    def _look(self) -> None:
        if not self.state.busy:
            self._tell(self.state._replace(busy=True))
            self._enquiries.ask(self._queue_job, self._take_queue, urgent=True)

    def _look_in(self, seconds: float) -> None:
        if self._watched and self._refresh_s:
            self._refresh.start(round(seconds * 1000))
        else:
            self._refresh.stop()

    def _queue_job(self, credentials: Credentials) -> QueueJob:
        return QueueJob(credentials, self._include_sub_users)

    def _recent_job(self, credentials: Credentials) -> RecentJob:
        today = self._clock.utc_now().date()
        since, until = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
        return RecentJob(credentials, since, until, self._include_sub_users)

    # Answers

    def _take_queue(self, answer: ListAnswer | None) -> None:
        if answer is None:
            self._begin_anew()
        elif answer.was_refused:
            self._enquiries.ask(self._recent_job, partial(self._take_outbox, answer), urgent=True)
        elif answer.problem:
            self._end_with(self.state._replace(busy=False, problem=answer))
        else:
            # What stands in the queue is queued, also where SRFax has no word for it.
            self._take_list(answer, tuple(map(_in_queue, answer.faxes)), refusal=None)

    def _take_outbox(self, refusal: ListAnswer, answer: ListAnswer | None) -> None:
        if answer is None:
            self._begin_anew()
            return
        if answer.problem:
            self._end_with(self.state._replace(busy=False, problem=answer, refusal=refusal))
            return
        queued = tuple(fax for fax in answer.faxes if fax.status is SentStatus.IN_PROGRESS)
        # Whether these are queued cannot be known: they are told of like rows that cannot be read.
        unknown = tuple(fax.fax_id for fax in answer.faxes if fax.status in _UNKNOWN_WORDS)
        self._controller.apply(partial(take_statuses, faxes=answer.faxes))
        self._take_list(replace(answer, unread=answer.unread + unknown), queued, refusal=refusal)

    def _begin_anew(self) -> None:
        """Look for the faxes of whoever is signed in now: the answer was another account's."""
        self._tell(FindState())
        self._look()

    def _take_list(
        self, answer: ListAnswer, queued: tuple[FaxDetails, ...], refusal: ListAnswer | None
    ) -> None:
        self._controller.apply(lambda desk: self._bring_in_line(desk, queued))
        present = {fax.fax_id for fax in queued}
        if answer.is_complete:
            self._dismissed &= present  # what has left the queue does not come back by itself
            board = self._controller.board
            gone = (fax.fax_id for fax in board.faxes() if _has_left(fax, present))
            self._ask_about(fax_id for fax_id in gone if board.admits(fax_id))
        contradicting = (fax_id for fax_id in present if self._says_otherwise(fax_id))
        self._checker.look_again(contradicting)
        self._end_with(
            FindState(
                at=self._clock.utc_now(),
                source=answer.source,
                queued=len(queued),
                unread=len(answer.unread),
                refusal=refusal,
            )
        )

    def _bring_in_line(self, desk: Desk, queued: tuple[FaxDetails, ...]) -> None:
        take_queue(desk, queued, self._dismissed)

    def _says_otherwise(self, fax_id: FaxId) -> bool:
        board = self._controller.board
        return fax_id in board and board.fax(fax_id).state in DECIDED

    def _end_with(self, state: FindState) -> None:
        self._look_in(self._refresh_s)
        self._tell(state)

    def _tell(self, state: FindState) -> None:
        self.state = state
        self.changed.emit(state)

    # Faxes that are known by their ID alone

    @Slot(object)
    def _take_added(self, fax_ids: tuple[FaxId, ...]) -> None:
        board = self._controller.board
        self._ask_about(fax_id for fax_id in fax_ids if fax_id in board and board.fax(fax_id).details is None)

    @Slot(object)
    def _take_removed(self, fax_ids: tuple[FaxId, ...]) -> None:
        self._dismissed.update(fax_ids)

    def _ask_about(self, fax_ids: Iterable[FaxId]) -> None:
        self._unknown.update(dict.fromkeys(fax_ids))
        if self._unknown and not self._gather.isActive():
            self._gather.start()

    @Slot()
    def _fill_in(self) -> None:
        board = self._controller.board
        fax_ids = [fax_id for fax_id in self._unknown if fax_id in board and board.admits(fax_id)]
        self._unknown.clear()
        for first in range(0, len(fax_ids), STATUS_BATCH):
            batch = tuple(fax_ids[first : first + STATUS_BATCH])
            self._enquiries.ask(partial(status_job, batch), partial(self._take_statuses, batch))

    def _take_statuses(self, batch: tuple[FaxId, ...], answer: ListAnswer | None) -> None:
        if answer and (faxes := told_of(batch, answer)):
            self._controller.apply(partial(take_statuses, faxes=faxes))


def _in_queue(fax: FaxDetails) -> FaxDetails:
    return replace(fax, status=SentStatus.IN_PROGRESS) if fax.status is None else fax


def _is_open(fax: FaxRecord) -> bool:
    """Whether nothing has proved yet how a fax ended that was asked to be stopped."""
    if claim_of(fax) is None:
        return fax.state in GIVEN_UP or fax.state is FaxState.ENDED
    return fax.state in DECIDED and fax.check is not None and fax.check.verdict not in PROVES


def _has_left(fax: FaxRecord, present: set[FaxId]) -> bool:
    """Whether a fax that nobody asked to stop is not in the queue, and how it left is not known yet."""
    if fax.state is not FaxState.WAITING or fax.fax_id in present:
        return False
    return fax.details is None or was_queued(fax)
