# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A practice service whose queue fills anew, with other faxes, whenever all that was in it is stopped."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_faxes import FAILED, IN_PROGRESS, Answer, PracticeFax
from srfax_desktop.srfax.practice_rows import Moment, queue_row, status_row

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST = 30_000_001


class Rounds:
    """Plays rounds of `size` faxes. stopped: how many were stopped in all."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._began = int(time.time())
        self._queue: dict[str, None] = {}
        self.stopped = 0

    def stop(self, fields: Mapping[str, str]) -> Answer:
        """Stop_Fax: each can be stopped once."""
        with self._lock:
            if fields["sFaxDetailsID"] not in self._queue:
                return Answer("Failed", "Fax transmission completed")
            del self._queue[fields["sFaxDetailsID"]]
            self.stopped += 1
        return Answer("Success", "Fax Cancelled")

    def queued(self, _: Mapping[str, str]) -> Answer:
        """Get_Faxes_Queued."""
        with self._lock:
            if not self._queue:
                first = FIRST + self.stopped
                self._queue = {str(number): None for number in range(first, first + self._size)}
            return Answer("Success", [queue_row(self._moment(fax_id)) for fax_id in self._queue])

    def status(self, fields: Mapping[str, str]) -> Answer:
        """Get_FaxStatus."""
        return Answer("Success", status_row(self._moment(fields["sFaxDetailsID"])))

    def statuses(self, fields: Mapping[str, str]) -> Answer:
        """Get_MultiFaxStatus."""
        asked = fields["sFaxDetailsID"].split("|")
        rows = [{**status_row(self._moment(fax_id)), "FaxDetailsID": fax_id} for fax_id in asked]
        return Answer("Success", rows)

    def _moment(self, fax_id: str) -> Moment:
        number = int(fax_id)
        fax = PracticeFax(
            FaxId(fax_id),
            (),
            to_number=f"160455501{number % 100:02}",
            subject=f"Referral {number}",
            file=f"8812-{number}_0",
        )
        queued = fax_id in self._queue
        at = self._began + 60 * (number - FIRST)  # a minute each: none looks like another
        return Moment(
            fax,
            shows=IN_PROGRESS if queued else FAILED,
            pages=1 if queued else 0,
            error_code="" if queued else "Cancelled",
            queued_at=at,
            left_at=None if queued else at + 30,
        )


def serving(rounds: Rounds) -> PracticeServer:
    """Return a practice service, to be started, that plays these rounds."""
    server = PracticeServer(())
    server._director._actions.update(
        {
            "Stop_Fax": rounds.stop,
            "Get_Faxes_Queued": rounds.queued,
            "Get_FaxStatus": rounds.status,
            "Get_MultiFaxStatus": rounds.statuses,
        }
    )
    return server
