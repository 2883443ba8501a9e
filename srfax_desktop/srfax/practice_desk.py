# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Plays the practice service's faxes: what each action answers, now."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId
from srfax_desktop.srfax.practice_faxes import IN_PROGRESS, NOT_FOUND, UNKNOWN_ID, Answer, PracticeFax, Step
from srfax_desktop.srfax.practice_rows import Moment, outbox_row, queue_row, status_row, unknown_row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from srfax_desktop.srfax.practice_faults import Fault


class PracticeDesk:
    """Plays the scripts of some faxes. Safe to use from many threads.

    clock: monotonic seconds. epoch: Unix seconds at which the service begins.
    """

    def __init__(self, faxes: Sequence[PracticeFax], clock: Callable[[], float], epoch: int) -> None:
        self._faxes = tuple(faxes)
        self._clock = clock
        self._epoch = epoch
        self._lock = threading.Lock()
        self._began = clock()
        self._plays = self._all_plays()

    def start_over(self) -> None:
        """Queue every fax anew, at the beginning of its script."""
        with self._lock:
            now = self._clock()
            self._epoch += int(now - self._began)
            self._began = now
            self._plays = self._all_plays()

    def recall(self, ends: Mapping[FaxId, str]) -> None:
        """Play these faxes as if Stop_Fax had already been answered with these words."""
        with self._lock:
            for fax_id, words in ends.items():
                if play := self._plays.get(fax_id):
                    play.recall(words)

    def stop(self, fields: Mapping[str, str]) -> Answer | Fault:
        """Stop_Fax."""
        with self._lock:
            play = self._plays.get(_fax_id(fields))
            return play.stop(self._now_s()) if play else NOT_FOUND

    def status(self, fields: Mapping[str, str]) -> Answer:
        """Get_FaxStatus: one row."""
        with self._lock:
            moment = self._moments().get(_fax_id(fields))
        return Answer("Success", status_row(moment)) if moment else UNKNOWN_ID

    def statuses(self, fields: Mapping[str, str]) -> Answer:
        """Get_MultiFaxStatus: a row for each ID, joined by `|`."""
        with self._lock:
            moments = self._moments()
        asked = [FaxId(fax_id) for fax_id in _fax_id(fields).split("|")]
        rows = [
            {**(status_row(moments[fax_id]) if fax_id in moments else unknown_row()), "FaxDetailsID": fax_id}
            for fax_id in asked
        ]
        return Answer("Success", rows)

    def queued(self, fields: Mapping[str, str]) -> Answer:
        """Get_Faxes_Queued: the faxes that were neither sent nor stopped."""
        rows = [queue_row(moment) for moment in self._seen(fields) if moment.shows == IN_PROGRESS]
        return Answer("Success", rows)

    def outbox(self, fields: Mapping[str, str]) -> Answer:
        """Get_Fax_Outbox: all faxes, or those of some days."""
        first, last = fields.get("sStartDate", ""), fields.get("sEndDate", "9")
        if fields.get("sPeriod") != "RANGE":
            first, last = "", "9"
        with_users = "sIncludeSubUsers" in fields
        rows = [
            outbox_row(moment, with_users=with_users)
            for moment in self._seen(fields)
            if first <= moment.queued_on <= last
        ]
        return Answer("Success", rows)

    def usage(self, account: str) -> Answer:
        """Get_Fax_Usage: one row, with the account's name."""
        row: dict[str, object] = {
            "Period": "ALL",
            "ClientName": "Practice Clinic",
            "BillingNumber": account,
            "UserID": account,
            "SubUserID": "",
            "NumberOfFaxes": str(len(self._faxes)),
            "NumberOfPages": str(sum(fax.pages for fax in self._faxes)),
        }
        return Answer("Success", [row])

    def _seen(self, fields: Mapping[str, str]) -> list[Moment]:
        """Return the account's own faxes, and with sIncludeSubUsers its sub-users' as well."""
        all_of_them = fields.get("sIncludeSubUsers", "").upper() == "Y"
        with self._lock:
            moments = self._moments().values()
        return [moment for moment in moments if all_of_them or not moment.fax.user_number]

    def _moments(self) -> dict[FaxId, Moment]:
        now_s = self._now_s()
        return {fax_id: play.moment(now_s, self._epoch) for fax_id, play in self._plays.items()}

    def _all_plays(self) -> dict[FaxId, _Play]:
        return {fax.fax_id: _Play(fax) for fax in self._faxes}

    def _now_s(self) -> float:
        return self._clock() - self._began


def _fax_id(fields: Mapping[str, str]) -> FaxId:
    return FaxId(fields.get("sFaxDetailsID", ""))


class _Play:
    """Where one fax is in its script. Times are in seconds since the service began."""

    def __init__(self, fax: PracticeFax) -> None:
        self._fax = fax
        self._shown: Step | None = None  # the step whose answer was given, or that came by itself
        self._left_s = -1.0  # of one that had left the queue before the service began
        self._steps = list(fax.script)
        self._said = 0
        self._first_s: float | None = None

    def stop(self, now_s: float) -> Answer | Fault:
        self._move_on(now_s)
        if self._first_s is None:
            self._first_s = now_s
        while len(self._steps) > 1 and self._is_over(self._steps[0], now_s - self._first_s):
            del self._steps[0]
            self._said = 0
        self._said += 1
        self._show(self._steps[0], now_s)
        return self._steps[0].says

    def recall(self, words: str) -> None:
        """Go to the step that says these words, where there is one."""
        said = [step for step in self._steps if isinstance(step.says, Answer) and step.says.result == words]
        if said:
            self._steps = said[-1:]
            self._show(said[-1], -1.0)

    def moment(self, now_s: float, epoch: int) -> Moment:
        self._move_on(now_s)
        step = self._shown
        return Moment(
            self._fax,
            shows=self._shows,
            pages=self._fax.pages if step is None or step.pages is None else step.pages,
            error_code=step.error_code if step else "",
            queued_at=epoch - self._fax.queued_ago_s,
            left_at=None if self._shows == IN_PROGRESS else epoch + int(self._left_s),
        )

    @property
    def _shows(self) -> str:
        return self._shown.shows if self._shown else self._fax.shows

    def _move_on(self, now_s: float) -> None:
        """Let the fax leave the queue where its time has come."""
        leaves_s = self._fax.leaves_after_s
        if leaves_s is not None and now_s >= leaves_s and self._shows == IN_PROGRESS:
            self._steps = [self._fax.leaves_as]
            self._show(self._fax.leaves_as, leaves_s)

    def _show(self, step: Step, now_s: float) -> None:
        if self._shows == IN_PROGRESS:
            self._left_s = now_s
        self._shown = step

    def _is_over(self, step: Step, elapsed_s: float) -> bool:
        if step.times is not None:
            return self._said >= step.times
        return step.until_s is not None and elapsed_s >= step.until_s
