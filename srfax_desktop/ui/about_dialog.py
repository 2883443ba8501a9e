# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What this program is, and under which licences it and its parts may be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
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
        self.setWindowTitle(translate("AboutDialog", "About SRFax Desktop"))
        icon = QLabel()
        icon.setPixmap(parent.windowIcon().pixmap(ICON_SIZE, ICON_SIZE))
        name = QLabel(translate("AboutDialog", "SRFax Desktop {0}").format(__version__))
        name.setObjectName("heading")
        words = QLabel(
            translate(
                "AboutDialog",
                "Stops faxes that are queued at SRFax, and says the truth about each of them.\n\n"
                "It sends nothing to anyone but SRFax: no statistics, and no look for updates by itself. "
                "It is not made by SRFax.\n\nMIT License. Qt is used under the LGPL, version 3.",
            )
        )
        words.setWordWrap(True)
        words.setFixedWidth(WORDS_WIDTH)
        for label in (name, words):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(translate("AboutDialog", "Close"))
        more = buttons.addButton(
            translate("AboutDialog", "&Licences…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        more.clicked.connect(self._show_licences)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(name)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 20, 20, 16)
        page.setSpacing(16)
        page.addLayout(row)
        page.addWidget(buttons)
        self.setAccessibleDescription(f"{name.text()}. {words.text()}")

    @Slot()
    def _show_licences(self) -> None:
        dialog = LicencesDialog(self._licences(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class LicencesDialog(QDialog):
    """The licences, to be read and copied."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("AboutDialog", "Licences"))
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(translate("AboutDialog", "Licences"))
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        shown.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(translate("AboutDialog", "Close"))
        buttons.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 16, 16, 16)
        page.setSpacing(12)
        page.addWidget(shown, 1)
        page.addWidget(buttons)
        self.resize(LICENCES_SIZE.boundedTo(room_for(self)))
        shown.setFocus()
