# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The line that filters the list while something is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QToolButton

from srfax_desktop.ui.clearable_line import ClearableLine

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate

_GO_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FilterLine(ClearableLine):
    """Its `textChanged` is what the table is filtered by. Escape empties it, and leaves it for the table."""

    entered = Signal()  # the keyboard is here: somebody is about to type
    left_for_table = Signal()  # Enter, or the arrow down: on to what was found; Escape: back to all
    found_chosen = Signal()  # Enter, or the arrow down: what was found is meant

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("FilterLine", "Filter"))
        self.setAccessibleDescription(
            translate(
                "FilterLine", "Shows only faxes with these words in number, subject, sender, ID or status."
            )
        )
        self.setPlaceholderText(translate("FilterLine", "Filter: number, subject, ID, status…"))
        self.name_clear_button()

    def name_clear_button(self) -> None:
        """Say what it clears."""
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName(translate("FilterLine", "Clear the filter"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the line; it, Enter and the arrow down leave it for the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left_for_table.emit()
        elif event.key() in _GO_ON:
            self.left_for_table.emit()
            self.found_chosen.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is about to type."""
        super().focusInEvent(event)
        self.entered.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
