# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The row above the table: the filter, what is known of the queue, and the doors to files and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from srfax_desktop.ui.filter_line import FilterLine
from srfax_desktop.ui.find_line import FindReport

if TYPE_CHECKING:
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

FILTER_WIDTH = 300


class ListBar(QWidget):
    """Tells which button was pressed."""

    import_pressed = Signal()
    history_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = FilterLine()
        self.filter.setMaximumWidth(FILTER_WIDTH)
        self.report = FindReport(theme)
        self._import = QPushButton()
        self._import.clicked.connect(self.import_pressed)
        self._history = QPushButton()
        self._history.clicked.connect(self.history_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.filter, 2)
        row.addWidget(self.report, 3)
        row.addWidget(self._import)
        row.addWidget(self._history)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for button, label, name, tip in (
            (
                self._import,
                translate("ListBar", "&Import…"),
                translate("ListBar", "Import"),
                translate(
                    "ListBar",
                    "Add fax IDs from a .csv or .txt file (Ctrl+O); a file can also be dropped here",
                ),
            ),
            (
                self._history,
                translate("ListBar", "&History…"),
                translate("ListBar", "History"),
                translate("ListBar", "Every attempt ever made (Ctrl+H)"),
            ),
        ):
            button.setText(label)
            button.setAccessibleName(name)
            button.setToolTip(tip)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
