# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The button that looks for queued faxes, and the words that say how that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QPushButton

from srfax_desktop.engine.find_state import FindState
from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.find_words import find_words, looking_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate


class FindButton(QPushButton):
    """`Find my queued faxes`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setText(translate("FindButton", "&Find my queued faxes"))
        self.setAccessibleName(translate("FindButton", "Find my queued faxes"))
        self.setToolTip(translate("FindButton", "Ask SRFax which faxes are in its queue now (F5)"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class FindReport(QLabel):
    """What is known of the queue, and since when. A failure stands out, and is said aloud once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = FindState()
        self._aloud = False
        self.setObjectName("quiet")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._show)
        self._show()

    def expect(self) -> None:
        """Say the next answer aloud: somebody has asked for it."""
        self._aloud = True

    @Slot(object)
    def show_state(self, state: FindState) -> None:
        """Show how it stands."""
        failed_anew = state.problem is not None and self._state.problem is None
        self._state = state
        self._show()
        if not state.busy and (self._aloud or failed_anew):
            self._aloud = False
            announce(self, self.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    @Slot()
    def _show(self) -> None:
        asked = self._aloud and self._state.busy  # what nobody asked for does not flicker each minute
        self.setText(looking_words() if asked else find_words(self._state))
        trouble = self._state.problem or self._state.unread
        self.setStyleSheet(f"color: {self._theme.trouble};" if trouble else "")
