# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What SRFax's lists change on the desk: faxes that join, are filled in, leave the queue, or are checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import LEFT, UNDER_WAY, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.listing import FaxDetails, SentStatus, merged, queued_time
from srfax_desktop.core.outcome import MEANING, StopOutcome
from srfax_desktop.core.transitions import FaxEvent, allowed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from srfax_desktop.core.call_notes import CallNotes
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.listing import ListAnswer
    from srfax_desktop.engine.desk import Desk

_LEFT_AS = {SentStatus.SENT: FaxEvent.LEFT_SENT, SentStatus.FAILED: FaxEvent.LEFT_FAILED}


def newest_first(faxes: Iterable[FaxDetails]) -> list[FaxDetails]:
    """Return faxes by the time at which they were queued, the newest first; those that tell none last."""
    known = [(queued_time(fax), fax) for fax in faxes]
    timed = sorted(((at, fax) for at, fax in known if at), key=lambda each: each[0], reverse=True)
    return [fax for _, fax in timed] + [fax for at, fax in known if at is None]


def take_queue(desk: Desk, faxes: Iterable[FaxDetails], dismissed: Container[FaxId]) -> int:
    """Have queued faxes join the list, or tell more of those that are on it. Returns how many joined.

    dismissed: those that the user took off the list, and that are not to come back by themselves.
    """
    joined = 0
    for details in newest_first(faxes):
        if details.fax_id not in desk.book:
            if details.fax_id not in dismissed:
                _join(desk, details)
                joined += 1
            continue
        _fill_in(desk, details)
        if desk.book[details.fax_id].state in LEFT:
            desk.change(details.fax_id, FaxEvent.QUEUED_AGAIN)
    return joined


def take_statuses(desk: Desk, faxes: Iterable[FaxDetails]) -> None:
    """Take what Get_FaxStatus tells of faxes on the list.

    One that was queued and that nobody asked to stop turns `Sent` or `Failed` by what its status says.
    One that was never seen in the queue is only filled in: nothing shows that it left by itself.
    """
    for details in faxes:
        if details.fax_id not in desk.book:
            continue
        before = desk.book[details.fax_id]
        _fill_in(desk, details)
        left_as = _LEFT_AS.get(details.status) if details.status else None
        if before.state is FaxState.WAITING and was_queued(before) and left_as:
            fax = desk.change(details.fax_id, left_as)
            desk.book.note(
                fax, HistoryEvent.LEFT_QUEUE, status=details.status_text, result=details.error_code
            )


def told_of(asked: Sequence[FaxId], answer: ListAnswer) -> tuple[FaxDetails, ...]:
    """Return what an answer about faxes tells of them.

    Of a single fax that it does not know, SRFax says so in place of a row: `FaxDetailsID Not Found`.
    """
    if len(asked) == 1 and answer.problem is StopOutcome.NOT_FOUND:
        return (FaxDetails(asked[0], SentStatus.UNKNOWN, answer.result),)
    return answer.faxes


def was_queued(fax: FaxRecord) -> bool:
    """Whether a list of SRFax's had this fax as queued when it was last asked."""
    return fax.details is not None and fax.details.status is not None and fax.details.may_be_queued


def take_check(desk: Desk, fax_id: FaxId, check: FaxCheck) -> bool:
    """Let what a look at the lists proved happen to its fax. Returns whether it still concerned it."""
    if fax_id not in desk.book or desk.book[fax_id].state in UNDER_WAY:
        return False  # taken off the list, or asked about anew: the answer to that is checked again
    fax = desk.learn(fax_id, check=check)
    desk.book.note(
        fax,
        HistoryEvent.CHECKED,
        outcome=check.problem,
        reason=check.reason,
        status=check.status_text,
        result=check.error_code,
        verdict=check.verdict,
    )
    event = _event_of(check)
    if event and allowed(fax.state, event):
        desk.change(fax_id, event)
        desk.turned.append(fax_id)
    return True


def _event_of(check: FaxCheck) -> FaxEvent | None:
    if check.verdict is Verdict.CONTRADICTED:
        return FaxEvent.CONTRADICT
    if check.verdict is Verdict.SETTLED and check.status:
        return _LEFT_AS.get(check.status)
    return None


def take_notes(desk: Desk, fax_id: FaxId, notes: CallNotes) -> None:
    """Keep what somebody wrote down after calling the recipient."""
    if fax_id in desk.book and desk.book[fax_id].notes != notes:
        desk.book.note(desk.learn(fax_id, notes=notes), HistoryEvent.NOTED)


def is_to_be_checked(fax: FaxRecord) -> bool:
    """Whether SRFax's lists are to be asked about a fax whose trying has ended."""
    return fax.attempts > 0 and fax.state not in UNDER_WAY


def claim_of(fax: FaxRecord) -> StopOutcome | None:
    """Return SRFax's decided answer to the stop, None where it has given none."""
    return fax.outcome if fax.outcome and MEANING[fax.outcome].decided else None


def _join(desk: Desk, details: FaxDetails) -> None:
    now = desk.clock.utc_now()
    desk.add(FaxRecord(details.fax_id, added_at=now, account=desk.gate.owner, details=details))


def _fill_in(desk: Desk, details: FaxDetails) -> None:
    fax = desk.book[details.fax_id]
    before = fax.details
    if before and before.pages is not None and not details.may_be_queued:
        # Of a fax that has left the queue, SRFax may count the pages that went: a check tells of those.
        details = replace(details, pages=before.pages)
    after = merged(before, details) if before else details
    if after != before:
        desk.learn(fax.fax_id, details=after)
