# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What this program is, and under which licences it and its parts may be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from srfax_desktop import __version__
from srfax_desktop.ui.room import room_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate

ICON_SIZE = 64
WORDS_WIDTH = 380
LICENCES_SIZE = QSize(760, 560)


class AboutDialog(QDialog):
    """Name, version and purpose. licences: returns the text that `Licences…` shows."""

    def __init__(self, licences: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._licences = licences
        icon = QLabel()
        icon.setPixmap(parent.windowIcon().pixmap(ICON_SIZE, ICON_SIZE))
        self._name = QLabel()
        self._name.setObjectName("heading")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setFixedWidth(WORDS_WIDTH)
        for label in (self._name, self._words):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        self._more = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._more.clicked.connect(self._show_licences)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 20, 20, 16)
        page.setSpacing(16)
        page.addLayout(row)
        page.addWidget(buttons)
        self._close.setFocus()  # Qt would begin with the left one, which differs between systems
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("AboutDialog", "About SRFax Desktop"))
        self._name.setText(translate("AboutDialog", "SRFax Desktop {0}").format(__version__))
        self._words.setText(
            translate(
                "AboutDialog",
                "Stops faxes that are queued at SRFax, and tells the truth about each of "
                "them.\n\nIt sends nothing to anyone but SRFax: no statistics, and no automatic "
                "check for updates. It is not made by SRFax.\n\nMIT License. Qt is used under "
                "the LGPL, version 3.",
            )
        )
        self._close.setText(translate("AboutDialog", "Close"))
        self._more.setText(translate("AboutDialog", "&Licences…"))
        self.setAccessibleDescription(f"{self._name.text()}. {self._words.text()}")

    @Slot()
    def _show_licences(self) -> None:
        dialog = LicencesDialog(self._licences(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class LicencesDialog(QDialog):
    """The licences, to be read and copied."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        shown.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        page.setSpacing(12)
        page.addWidget(shown, 1)
        page.addWidget(buttons)
        self._retranslate()
        self.resize(LICENCES_SIZE.boundedTo(room_for(self)))
        shown.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("AboutDialog", "Licences"))
        self._shown.setAccessibleName(translate("AboutDialog", "Licences"))
        self._close.setText(translate("AboutDialog", "Close"))
