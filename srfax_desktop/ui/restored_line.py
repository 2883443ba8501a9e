# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The line about the stops that were asked for before the program last ended, for as long as it is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from srfax_desktop.core.fax import UNDER_WAY
from srfax_desktop.core.pause import NEEDS_SIGN_IN
from srfax_desktop.core.status import Status
from srfax_desktop.ui.notices import restored_waiting_words, restored_words

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.notice_board import NoticeBoard


class RestoredLine(QObject):
    """Says that they go on now, or that they wait for a sign-in, and corrects itself."""

    def __init__(self, controller: Controller, notices: NoticeBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = controller.board
        self._notices = notices
        self._restored: list[FaxId] = []
        self._told: str | None = None
        self._waiting = False
        controller.pause_changed.connect(self._correct)
        controller.faxes_changed.connect(self._correct)

    def tell(self) -> None:
        """Say it, at the start of the program, if there are any."""
        self._restored = [fax.fax_id for fax in self._board.faxes() if fax.state in UNDER_WAY]
        if words := self._words():
            self._told = words
            self._notices.tell(words)

    @Slot(object)
    def _correct(self, _: object) -> None:
        # Once they have gone on, that is so, whatever has become of them since.
        if self._told is None or not (self._waiting or self._needs_sign_in()):
            return
        words = self._words()
        if words != self._told:
            self._notices.correct(self._told, words)
            self._told = words

    def _words(self) -> str | None:
        count = sum(self._is_left(fax_id) for fax_id in self._restored)
        self._waiting = self._needs_sign_in()
        if not count:
            return None
        return restored_waiting_words(count) if self._waiting else restored_words(count)

    def _is_left(self, fax_id: FaxId) -> bool:
        if fax_id not in self._board or self._board.fax(fax_id).state not in UNDER_WAY:
            return False
        return self._board.status(fax_id) is not Status.HELD_ACCOUNT

    def _needs_sign_in(self) -> bool:
        pause = self._board.pause
        return pause is not None and pause.cause in NEEDS_SIGN_IN
