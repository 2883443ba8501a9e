# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""All settings in one dialog: a list of pages, and the page. Nothing holds before OK is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.enter_key import presses_button
from srfax_desktop.ui.room import room_for
from srfax_desktop.ui.settings_accounts import AccountsPage
from srfax_desktop.ui.settings_looking import LookingPage
from srfax_desktop.ui.settings_looks import LooksPage
from srfax_desktop.ui.settings_network import NetworkPage
from srfax_desktop.ui.settings_privacy import PrivacyPage
from srfax_desktop.ui.settings_trying import TryingPage
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from srfax_desktop.ui.settings_page import SettingsPage
    from srfax_desktop.ui.settings_values import SettingsValues
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

_SIZE = QSize(700, 520)
_LEAST = QSize(600, 400)


class SettingsDialog(QDialog):
    """Language and colours are shown as they are chosen, and go back where the dialog is cancelled.

    may_keep_only: asks whether the history may be kept for so many days only; what is older goes.
    """

    chosen = Signal(object)  # SettingsValues
    language_chosen = Signal(object)  # code, or None for the system's: to be shown now
    theme_chosen = Signal(str)

    def __init__(
        self,
        values: SettingsValues,
        defaults: SettingsValues,
        theme: Theme,
        *,
        practice: bool,
        may_keep_only: Callable[[QWidget, int], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = values
        self._defaults = defaults
        self._practice = practice
        self._restored = False
        self._may_keep_only = may_keep_only
        self._shown_looks = values.language, values.theme
        self.accounts = AccountsPage(practice=practice)
        self._privacy = PrivacyPage()
        self._looks = LooksPage()
        self._pages: tuple[SettingsPage, ...] = (
            self.accounts,
            TryingPage(),
            LookingPage(),
            self._privacy,
            self._looks,
            NetworkPage(theme),
        )
        self._list = QListWidget()
        self._stack = QStackedWidget()
        self._told = word_label("quiet")
        self._restore = QPushButton()
        self._ok = QPushButton()
        self._cancel = QPushButton()
        self._lay_out()
        self._show_values(values)
        self._retranslate()
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._looks.language_chosen.connect(self._preview_language)
        self._looks.theme_chosen.connect(self._preview_theme)
        self._restore.clicked.connect(self._restore_defaults)
        self._ok.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def accept(self) -> None:
        """Have the values used, if all of them make sense; else say what does not, and stay."""
        for page in self._pages:
            if field := page.trouble():
                self._go_to(page, field)
                return
        values = self._values
        for page in self._pages:
            values = page.read(values)
        if not self._may_shorten(values):
            self._go_to(self._privacy, self._privacy.retention)
            return
        self.chosen.emit(values)
        super().accept()

    def reject(self) -> None:
        """Close. Language and colours are as they were."""
        self._preview_language(self._values.language)
        self._preview_theme(self._values.theme)
        super().reject()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Move the focus, and bring a field that it comes to from outside its page into view."""
        moved = super().focusNextPrevChild(forwards)
        page, focused = self._pages[self._stack.currentIndex()], self.focusWidget()
        if page.isAncestorOf(focused):
            page.ensureWidgetVisible(focused)
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, or else the one it is for."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for page in self._pages:
            self._list.addItem("")
            self._stack.addWidget(page)
        sheet = QHBoxLayout()
        sheet.setSpacing(14)
        sheet.addWidget(self._list)
        sheet.addWidget(self._stack, 1)
        buttons = QHBoxLayout()  # a QDialogButtonBox lets go of the focus when the theme changes
        buttons.setSpacing(8)
        buttons.addWidget(self._restore)
        buttons.addStretch(1)
        buttons.addWidget(self._ok)
        buttons.addWidget(self._cancel)
        self._restore.setAutoDefault(False)
        self._cancel.setAutoDefault(False)
        self._ok.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(sheet, 1)
        column.addWidget(self._told)
        column.addLayout(buttons)
        room = room_for(self)
        self.setMinimumHeight(min(_LEAST.height(), room.height()))
        self.resize(_SIZE.boundedTo(room))

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("SettingsDialog", "Settings"))
        self._list.setAccessibleName(translate("SettingsDialog", "Pages"))
        for row, page in enumerate(self._pages):
            page.retranslate()
            self._list.item(row).setText(page.title())
        widest = self._list.sizeHintForColumn(0)
        self._list.setFixedWidth(min(widest + 2 * self._list.frameWidth() + 26, 300))
        for button, label in (
            (self._restore, translate("SettingsDialog", "&Restore defaults")),
            (self._ok, translate("SettingsDialog", "OK")),
            (self._cancel, translate("SettingsDialog", "Cancel")),
        ):
            button.setText(label)
            button.setAccessibleName(label.replace("&", ""))
        self._tell()

    def _tell(self) -> None:
        practice = translate(
            "SettingsDialog", "Practice: what you change here lasts only until the program is closed."
        )
        restored = translate(
            "SettingsDialog",
            "All pages now show the default values. They take effect when you press OK. "
            "Accounts and passwords, the list and its history, and the layout of the "
            "window stay as they are.",
        )
        told = ((practice, self._practice), (restored, self._restored))
        self._told.setText(" ".join(words for words, holds in told if holds))
        self._told.setVisible(bool(self._told.text()))

    def _show_values(self, values: SettingsValues) -> None:
        for page in self._pages:
            page.show_values(values)

    def _go_to(self, page: SettingsPage, field: QWidget) -> None:
        self._list.setCurrentRow(self._pages.index(page))
        field.setFocus()
        page.ensureWidgetVisible(field)

    def _may_shorten(self, values: SettingsValues) -> bool:
        days, before = values.retention_days, self._values.retention_days
        return days in (0, before) or self._may_keep_only(self, days)

    @Slot(object)
    def _preview_language(self, code: str | None) -> None:
        if code != self._shown_looks[0]:
            self._shown_looks = code, self._shown_looks[1]
            self.language_chosen.emit(code)

    @Slot(str)
    def _preview_theme(self, theme: str) -> None:
        if theme != self._shown_looks[1]:
            self._shown_looks = self._shown_looks[0], theme
            self.theme_chosen.emit(theme)

    @Slot()
    def _restore_defaults(self) -> None:
        self._restored = True
        self._show_values(self._defaults)
        self._tell()
        announce(self._told, self._told.text())
