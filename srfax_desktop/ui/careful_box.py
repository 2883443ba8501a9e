# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A list to choose from in which nothing is chosen in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent

_KEYS_THAT_CHOOSE = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class CarefulBox(QComboBox):
    """Neither a turn of the wheel chooses, nor an arrow key on its way further down: both open or pass by."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what is below."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, to choose there."""
        if event.key() in _KEYS_THAT_CHOOSE or event.text().isalnum():
            self.showPopup()
        else:
            super().keyPressEvent(event)
