# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tells whoever is at the window of errors in the program: once at length, then in a line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.trouble_words import trouble_again_words, trouble_meaning

if TYPE_CHECKING:
    from srfax_desktop.engine.board import Board
    from srfax_desktop.engine.crash import Trouble
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.trouble_dialog import TroubleDialog

LOOK_AGAIN_MS = 300


class TroubleDesk(QObject):
    """Is told of each kind of error once, in the UI thread."""

    def __init__(self, window: MainWindow, board: Board) -> None:
        super().__init__(window)
        self._window = window
        self._board = board
        self._dialog: TroubleDialog | None = None
        self._waiting: list[str] = []
        self._told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._open)

    @Slot(object)
    def take(self, trouble: Trouble) -> None:
        """Tell of an error as soon as nothing else asks for an answer."""
        details = f"{trouble.at:%Y-%m-%d %H:%M:%S} UTC, {trouble.thread}\n{trouble.details}"
        if self._dialog:
            self._dialog.add_details(details)
        elif self._told:
            self._window.notices.tell(trouble_again_words())
        else:
            self._waiting.append(details)
            # In a turn of its own: the error may have broken off a painting, or the window's making.
            self._soon.start(0)

    @Slot()
    def _open(self) -> None:
        if QApplication.activeModalWidget() or not self._window.isVisible():
            self._soon.start(LOOK_AGAIN_MS)  # it could not be closed beside a question
            return
        self._told = True
        meaning = partial(trouble_meaning, list_is_kept=self._board.store_trouble is None)
        from srfax_desktop.ui.facts import facts_text  # noqa: PLC0415 - hardly ever is there such trouble
        from srfax_desktop.ui.trouble_dialog import TroubleDialog  # noqa: PLC0415

        details = "\n\n".join([facts_text(), *self._waiting])
        self._dialog = dialog = TroubleDialog(meaning, details, self._window)
        dialog.finished.connect(self._forget)
        dialog.show()
        announce(dialog, dialog.words, urgent=True)

    @Slot()
    def _forget(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None
