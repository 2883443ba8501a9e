# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tells a screen reader what came of each fax that was asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from srfax_desktop.core.status import FINAL, Status
from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.messages import fax_words, not_yet_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.board import Board
    from srfax_desktop.engine.trying import AttemptEnded

GATHER_MS = 150

_ENDS = FINAL | {Status.FAILED}
_NOT_YET = {Status.RETRYING, Status.RETRY_LATER, Status.RETRY_READY}


class Herald(QObject):
    """Announces each final status, once it has had a moment to be asked about anew.

    Whoever asks hears as well that a fax could not be stopped yet: silence would be all there is for as
    long as the countdowns take. What comes of the tries after it is heard at the end.
    """

    def __init__(self, board: Board, widget: QWidget) -> None:
        super().__init__(widget)
        self._board = board
        self._widget = widget
        self._finished: dict[FaxId, None] = {}
        self._asked: set[FaxId] = set()  # by the user, who has heard nothing of them yet
        self._not_yet: dict[FaxId, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self._announce)

    @Slot(object)
    def take_finished(self, fax_id: FaxId) -> None:
        """Take note of a fax to be announced."""
        self._asked.discard(fax_id)
        self._finished[fax_id] = None
        self._soon()

    @Slot(object)
    def take_asked(self, fax_ids: Iterable[FaxId]) -> None:
        """Take note of faxes of which the user waits to hear."""
        self._asked.update(fax_ids)

    @Slot(object)
    def take_attempt(self, attempt: AttemptEnded) -> None:
        """Take note of a fax that is tried again, if it is the first that the user hears of it."""
        if attempt.retry_in_s is not None and attempt.fax_id in self._asked:
            self._asked.discard(attempt.fax_id)
            self._not_yet[attempt.fax_id] = None
            self._soon()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _announce(self) -> None:
        finished, not_yet = [*self._finished], [*self._not_yet]
        self._finished.clear()
        self._not_yet.clear()
        for fax_id in finished:
            if (status := self._status(fax_id)) in _ENDS:
                announce(self._widget, fax_words(fax_id, status))
        for fax_id in not_yet:
            if (status := self._status(fax_id)) in _NOT_YET:
                announce(self._widget, not_yet_words(fax_id, status))

    def _status(self, fax_id: FaxId) -> Status | None:
        return self._board.status(fax_id) if fax_id in self._board else None
