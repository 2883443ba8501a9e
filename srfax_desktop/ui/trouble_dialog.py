# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tells calmly that the program itself made a mistake. It asks nothing, and stands in nobody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.trouble_words import copied_words, trouble_heading, trouble_help
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate

_WIDTH = 520


class TroubleDialog(QDialog):
    """Not modal, and it takes the keyboard from nobody who is typing.

    meaning: says, in the present language, what it means for the list, and what to do.
    details: for whoever mends the program.
    """

    def __init__(self, meaning: Callable[[], str], details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = details
        self._say_meaning = meaning
        self._was_copied = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._heading = word_label("heading", "")
        self._meaning = word_label("", "")
        self._help = word_label("quiet", "")
        self._copied = word_label("quiet", "")
        self._copy = QPushButton()
        self._copy.clicked.connect(self._copy_details)
        self._close = QPushButton()
        self._close.clicked.connect(self.reject)
        self._close.setDefault(True)
        self._lay_out()
        self._retranslate()

    @property
    def words(self) -> str:
        """All that it says, for a screen reader."""
        return f"{self._heading.text()} {self._meaning.text()}"

    def add_details(self, details: str) -> None:
        """Take the details of what went wrong since."""
        self._details = f"{self._details}\n\n{details}"

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._was_copied = True
        self._copied.setText(copied_words())
        announce(self._copied, copied_words())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._copy)
        row.addWidget(self._copied, 1)
        row.addWidget(self._close)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for label in (self._heading, self._meaning, self._help):
            column.addWidget(label)
        column.addLayout(row)
        self._close.setFocus()

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("TroubleDialog", "SRFax Desktop"))
        self._heading.setText(trouble_heading())
        self._meaning.setText(self._say_meaning())
        self._help.setText(trouble_help())
        self._copied.setText(copied_words() if self._was_copied else "")
        self._copy.setText(translate("TroubleDialog", "Copy &details"))
        self._copy.setAccessibleName(translate("TroubleDialog", "Copy details"))
        self._close.setText(translate("TroubleDialog", "&Close"))
        self._close.setAccessibleName(translate("TroubleDialog", "Close"))
        for label in (self._heading, self._meaning, self._help):  # Qt guesses their height for more width
            label.ensurePolished()
            label.setMinimumHeight(label.heightForWidth(_WIDTH - 40))
