# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Enter presses the button that has the keyboard. Qt has it so in dialogs; elsewhere only by Space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def presses_button(event: QKeyEvent) -> bool:
    """Press the button with the keyboard, if this is Enter, which the button itself has left alone.

    For a window's keyPressEvent: what a button does not take comes there. Whoever goes to "Stop selected"
    and presses Enter has a fax to stop. A key that is held down presses once.
    """
    button = QApplication.focusWidget()
    if event.key() not in _ENTER or event.modifiers() not in _PLAIN:
        return False
    if not isinstance(button, QPushButton | QToolButton):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
