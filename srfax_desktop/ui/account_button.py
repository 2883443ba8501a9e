# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Who is signed in, and the few things that can be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import AccountNumber

translate = QCoreApplication.translate


class AccountButton(QToolButton):
    """A button with a menu, at the top of the window."""

    sign_in_pressed = Signal()
    sign_out_pressed = Signal()
    automatic_retry_chosen = Signal(bool)
    about_pressed = Signal()

    def __init__(self, *, automatic_retry: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account: AccountNumber | None = None
        self._menu = QMenu(self)
        self._sign_in = QAction(self)
        self._sign_in.triggered.connect(self.sign_in_pressed)
        self._sign_out = QAction(self)
        self._sign_out.triggered.connect(self.sign_out_pressed)
        self._automatic = QAction(self)
        self._automatic.setCheckable(True)
        self._automatic.setChecked(automatic_retry)
        self._automatic.toggled.connect(self.automatic_retry_chosen)
        self._about = QAction(self)
        self._about.triggered.connect(self.about_pressed)
        self._menu.addActions([self._sign_in, self._sign_out])
        self._menu.addSeparator()
        self._menu.addAction(self._automatic)
        self._menu.addSeparator()
        self._menu.addAction(self._about)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_account(None)

    def show_account(self, account: AccountNumber | None, *, changeable: bool = True) -> None:
        """Show who is signed in. In practice, nobody can be signed in or out."""
        self._account = account
        self._sign_in.setVisible(changeable)
        self._sign_out.setVisible(changeable and account is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        if self._account:
            words = translate("AccountButton", "Account {0}").format(self._account)
        else:
            words = translate("AccountButton", "Not signed in")
        self.setText(f"{words} ▾")
        self.setAccessibleName(words)
        self._sign_in.setText(translate("AccountButton", "Sign in…"))
        self._sign_out.setText(translate("AccountButton", "Sign out and forget the password"))
        self._automatic.setText(translate("AccountButton", "Retry by itself when a countdown ends"))
        self._about.setText(translate("AccountButton", "About SRFax Desktop"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
