# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A button that opens a menu, whoever presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Slot
from PySide6.QtWidgets import QMenu, QToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MenuButton(QToolButton):
    """Pressed by mouse, by keyboard, or by a program that helps its user, such as one for dictation.

    For these last, Qt has its own kind of button with a menu that opens at once say that it was pressed,
    and opens nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self.setObjectName("beside")  # as high as the buttons in its row
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        self.clicked.connect(self._open)

    def event(self, event: QEvent) -> bool:
        """Open at once for Alt and a letter: Qt would be a tenth of a second later, and the next key lost."""
        if event.type() is QEvent.Type.Shortcut and self.isEnabled():
            self._open()
            return True
        return super().event(event)

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
