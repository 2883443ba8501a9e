# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tells a screen reader how it ended with each fax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from srfax_desktop.core.status import FINAL, Status
from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.messages import fax_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.board import Board

GATHER_MS = 150

_ENDS = FINAL | {Status.FAILED}


class Herald(QObject):
    """Announces each final status, once it has had a moment to be asked about anew."""

    def __init__(self, board: Board, widget: QWidget) -> None:
        super().__init__(widget)
        self._board = board
        self._widget = widget
        self._finished: dict[FaxId, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self._announce)

    @Slot(object)
    def take_finished(self, fax_id: FaxId) -> None:
        """Take note of a fax to be announced."""
        self._finished[fax_id] = None
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _announce(self) -> None:
        finished = [fax_id for fax_id in self._finished if self._has_ended(fax_id)]
        self._finished.clear()
        for fax_id in finished:
            announce(self._widget, fax_words(fax_id, self._board.status(fax_id)))

    def _has_ended(self, fax_id: FaxId) -> bool:
        return fax_id in self._board and self._board.status(fax_id) in _ENDS
