# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has a screen reader hear which row the keyboard is in when it comes to a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface


class CursorTeller(QObject):
    """Listens to where the keyboard goes.

    Qt tells of the list alone when it comes back to one. The next Enter acts on a row of it, such as the
    fax that it stops: whoever cannot see the row has to hear of it before.
    """

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._soon = QTimer(self)  # Qt tells of the list itself a moment after this, and it is to come first
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)
        app.focusChanged.connect(self._look)

    @Slot(QWidget, QWidget)
    def _look(self, _left: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QAbstractItemView) and QAccessible.isActive():
            self._soon.start(0)

    @Slot()
    def _tell(self) -> None:
        view = QApplication.focusWidget()
        if not isinstance(view, QAbstractItemView) or not view.currentIndex().isValid():
            return
        row: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(view).focusChild()
        if row:
            QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))
