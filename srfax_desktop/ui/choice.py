# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which faxes a button concerns."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from srfax_desktop.core.status import TRYING, Status
from srfax_desktop.ui.fax_model import is_askable, is_retryable

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.board import Board
    from srfax_desktop.ui.fax_table import FaxTable


class Can(Enum):
    """What can be done with a fax."""

    BE_STOPPED = "stopped"
    BE_RETRIED = "retried"
    BE_HURRIED = "hurried"  # tried again before its time: it is being tried anyway
    BE_ENDED = "ended"
    BE_REMOVED = "removed"


class Choice:
    """Answers for the selected faxes and for all of them."""

    def __init__(self, board: Board, table: FaxTable) -> None:
        self._board = board
        self._table = table

    def selected(self, can: Can) -> list[FaxId]:
        """Return those of the selected faxes with which it can be done."""
        return [fax_id for fax_id in self._table.selected_ids() if self._holds(fax_id, can)]

    def every(self, can: Can) -> list[FaxId]:
        """Return all faxes with which it can be done."""
        return [fax.fax_id for fax in self._board.faxes() if self._holds(fax.fax_id, can)]

    def selected_or_every(self, can: Can) -> list[FaxId]:
        """Return the selected ones, or all where none of the selected is concerned."""
        return self.selected(can) or self.every(can)

    def any(self, can: Can) -> bool:
        """Whether there is a fax with which it can be done. Looks at the sums only."""
        return any(count for status, count in self._board.counts().items() if _fits(status, can))

    def any_selected(self, can: Can) -> bool:
        """Whether it can be done with a selected fax. Stops looking at the first."""
        return self.any(can) and any(self._holds(fax_id, can) for fax_id in self._table.each_selected_id())

    def _holds(self, fax_id: FaxId, can: Can) -> bool:
        return _fits(self._board.status(fax_id), can)


def _fits(status: Status, can: Can) -> bool:
    match can:
        case Can.BE_STOPPED:
            return is_askable(status)
        case Can.BE_RETRIED:
            return is_retryable(status)
        case Can.BE_HURRIED:
            return is_retryable(status) and status in TRYING
        case Can.BE_ENDED:
            return status in TRYING
        case Can.BE_REMOVED:
            return status not in TRYING
