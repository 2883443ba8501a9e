# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which faxes a button concerns: those that the user has in view."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.core.status import TRYING, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.board import Board
    from srfax_desktop.ui.fax_table import FaxTable


class Can(Enum):
    """What can be done with a fax."""

    BE_STOPPED = "stopped"
    BE_RETRIED = "retried"
    BE_HURRIED = "hurried"  # tried again before its time: it is being tried anyway
    BE_ENDED = "ended"
    BE_LEFT = "left"  # ended while its own countdown runs
    BE_REMOVED = "removed"


class Choice:
    """Answers for the selected faxes, and for all of them: where a filter is set, all that it shows."""

    def __init__(self, board: Board, table: FaxTable) -> None:
        self._board = board
        self._table = table

    def selected(self, can: Can) -> list[FaxId]:
        """Return those of the selected faxes with which it can be done."""
        return [fax_id for fax_id in self._table.selected_ids() if self._holds(fax_id, can)]

    def every(self, can: Can) -> list[FaxId]:
        """Return all faxes with which it can be done, in the order of adding; with a filter, as shown."""
        return [fax_id for fax_id in self._all() if self._holds(fax_id, can)]

    def selected_or_every(self, can: Can) -> list[FaxId]:
        """Return the selected ones, or all where none of the selected is concerned."""
        return self.selected(can) or self.every(can)

    def hidden(self, can: Can) -> int:
        """Return with how many it can be done that `every` leaves out because the filter hides them."""
        return self._count(can) - len(self.every(can)) if self._table.hidden_count else 0

    def any(self, can: Can) -> bool:
        """Whether there is a fax with which it can be done. Without a filter, looks at the sums only."""
        if not self._count(can):
            return False
        return not self._table.hidden_count or any(self._holds(fax_id, can) for fax_id in self._all())

    def any_selected(self, can: Can) -> bool:
        """Whether it can be done with a selected fax. Stops looking at the first."""
        if not self._count(can):
            return False
        return any(self._holds(fax_id, can) for fax_id in self._table.each_selected_id())

    def _all(self) -> Iterable[FaxId]:
        if self._table.hidden_count:
            return self._table.shown_ids()
        return (fax.fax_id for fax in self._board.faxes())

    def _count(self, can: Can) -> int:
        return sum(count for status, count in self._board.counts().items() if _fits(status, can))

    def _holds(self, fax_id: FaxId, can: Can) -> bool:
        return _fits(self._board.status(fax_id), can)


def is_askable(status: Status) -> bool:
    """Whether `Stop all` would ask SRFax about a fax in this status: it is not under way, and not decided."""
    return status in {Status.WAITING, Status.NOT_FOUND, Status.NOT_CONFIRMED, Status.ENDED}


def is_retryable(status: Status) -> bool:
    """Whether `Retry now` helps."""
    return ACTION.get(status) is Action.RETRY_NOW


def _fits(status: Status, can: Can) -> bool:
    match can:
        case Can.BE_STOPPED:
            return is_askable(status)
        case Can.BE_RETRIED:
            return is_retryable(status)
        case Can.BE_HURRIED:
            return is_retryable(status) and status in TRYING
        case Can.BE_LEFT:
            return status in {Status.RETRYING, Status.RETRY_LATER}
        case Can.BE_ENDED:
            return status in TRYING
        case Can.BE_REMOVED:
            return status not in TRYING
