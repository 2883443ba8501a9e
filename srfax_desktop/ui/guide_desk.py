# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Opens the guide where help is wanted: from the menu, at a fax's status, at the chapter of a dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from srfax_desktop.ui.guide_window import GuideWindow
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

CHAPTERS = {
    "AboutDialog": "start",
    "BundleDialog": "trouble",
    "ColumnDialog": "import",
    "HistoryWindow": "history",
    "ImportReportDialog": "import",
    "KeysDialog": "keys",
    "LicencesDialog": "start",
    "RecordDialog": "record",
    "SettingsDialog": "settings",
    "SignInDialog": "sign-in",
    "TroubleDialog": "trouble",
    "WelcomeDialog": "first-run",
}
"""Which place of the guide F1 opens in a window, by the window's class."""


class GuideDesk(QObject):
    """Listens to the window, and hears F1 in each dialog that has a chapter."""

    def __init__(self, app: QApplication, window: MainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._guide: GuideWindow | None = None
        self._with_key: set[int] = set()
        window.guide_wanted.connect(self.open_at)
        window.help.guide_pressed.connect(self._open)
        window.help.keys_pressed.connect(self._show_keys)
        window.close_wanted.connect(self._close)
        app.focusChanged.connect(self._hear_key_in)

    @Slot(str)
    def open_at(self, anchor: str) -> None:
        """Show the guide, at a place of it where one is named."""
        from srfax_desktop.ui.guide_window import GuideWindow  # noqa: PLC0415 - the window is shown before

        if self._guide is None:
            try:
                self._guide = GuideWindow(self._theme)
            except OSError:
                self._window.notices.tell(translate("GuideDesk", "This installation has no user’s guide."))
                return
        self._guide.open_at(anchor)

    @Slot()
    def _open(self) -> None:
        self.open_at("")

    @Slot()
    def _show_keys(self) -> None:
        from srfax_desktop.ui.keys_dialog import KeysDialog  # noqa: PLC0415 - the window is shown before

        dialog = KeysDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()  # not modal: what it lists can be tried

    @Slot()
    def _close(self) -> None:
        if self._guide is not None:
            self._guide.close()
            self._guide.deleteLater()
            self._guide = None

    @Slot(QWidget, QWidget)
    def _hear_key_in(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Make F1 work in the window that the keyboard has come to. A modal one hears no other's keys."""
        window = now.window() if now is not None else None
        chapter = CHAPTERS.get(type(window).__name__)
        if window is None or chapter is None or id(window) in self._with_key:
            return
        self._with_key.add(id(window))
        window.destroyed.connect(partial(self._with_key.discard, id(window)))
        QShortcut(QKeySequence("F1"), window).activated.connect(partial(self.open_at, chapter))
