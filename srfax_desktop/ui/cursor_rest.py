# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Lets a text cursor rest that nobody moves: each blink wakes the program up, and paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

REST_AFTER_MS = 10_000
"""As in GTK's programs (`gtk-cursor-blink-timeout`)."""

_NEVER_MS = 0
_AS_THE_SYSTEM_SAYS = -1


class CursorRest(QObject):
    """Some seconds after the cursor was moved last, in any window, it stays visible and blinks no more.

    It blinks again at once when something is typed, clicked or comes to have the keyboard, as often as the
    system says; where that says never, it never does. Qt tells where the cursor is only when that changes:
    this costs nothing at any other event.
    """

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = app.styleHints()
        self._rests = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_AFTER_MS)
        self._soon.timeout.connect(self._rest)
        app.inputMethod().cursorRectangleChanged.connect(self._wake)
        app.focusObjectChanged.connect(self._wake)
        self._wake()

    @Slot()
    def _wake(self) -> None:
        if self._rests:
            self._rests = False
            self._hints.setCursorFlashTime(_AS_THE_SYSTEM_SAYS)
        self._soon.start()

    @Slot()
    def _rest(self) -> None:
        self._rests = True
        self._hints.setCursorFlashTime(_NEVER_MS)
