# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tells, while the window is not in front, how it ended with each fax, and of what holds all of them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from srfax_desktop.core.status import FINAL, Status
from srfax_desktop.ui.away_words import ends_words
from srfax_desktop.ui.notices import pause_words

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.pause import PauseCause
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.main_window import MainWindow

GATHER_MS = 2000
"""What ends within this time is told of together: five hundred faxes are no five hundred notices."""

_TOLD = (FINAL | {Status.FAILED}) - {Status.ENDED}
"""Who ended the trying knows that."""

NEEDS_A_LOOK = frozenset(_TOLD) - {Status.STOPPED}


class Away(QObject):
    """Listens to the engine. The window in front, or behind a question of its own, tells by itself."""

    told = Signal(str, bool, object)  # words, whether somebody has to look at it, list[FaxId] it is about

    def __init__(
        self, window: MainWindow, controller: Controller, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._board = controller.board
        self._preferences = preferences
        self._ended: dict[FaxId, None] = {}
        self._last_told: dict[FaxId, Status] = {}
        self._cause: PauseCause | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self._tell)
        controller.fax_finished.connect(self._take_finished)
        controller.fax_turned.connect(self._take_ended)
        controller.faxes_removed.connect(self._forget)
        controller.pause_changed.connect(self._take_pause)

    @Slot(object)
    def _take_finished(self, fax_id: FaxId) -> None:
        self._last_told.pop(fax_id, None)  # whoever had it tried anew is told anew, were it the same
        self._take_ended(fax_id)

    @Slot(object)
    def _take_ended(self, fax_id: FaxId) -> None:
        if not self._is_away():
            return
        self._ended[fax_id] = None
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _tell(self) -> None:
        ended = {fax_id: self._board.status(fax_id) for fax_id in self._ended if fax_id in self._board}
        self._ended.clear()
        if not self._is_away():
            return  # whoever has come back sees it
        news = {
            fax_id: status
            for fax_id, status in ended.items()
            if status in _TOLD and self._last_told.get(fax_id) is not status
        }
        self._last_told.update(news)
        if not news or not self._preferences.notify:
            return
        named = None
        if len(news) == 1 and self._preferences.notify_numbers:
            named = self._board.fax(next(iter(news)))
        urgent = not NEEDS_A_LOOK.isdisjoint(news.values())
        self.told.emit(ends_words(news, named), urgent, list(news))

    @Slot()
    def _take_pause(self) -> None:
        pause = self._board.pause
        before, self._cause = self._cause, pause.cause if pause else None
        is_news = pause is not None and pause.cause is not before and self._board.under_way
        if pause and is_news and self._is_away() and self._preferences.notify:
            self.told.emit(pause_words(pause, None), True, [])

    @Slot(object)
    def _forget(self, fax_ids: tuple[FaxId, ...]) -> None:
        for fax_id in fax_ids:
            self._last_told.pop(fax_id, None)

    def _is_away(self) -> bool:
        """Whether nobody sees the list now: the history and the guide, in windows of their own, hide it."""
        active = QApplication.activeWindow()
        if active is None or not self._window.in_view:
            return True
        return active is not self._window and QApplication.activeModalWidget() is None
