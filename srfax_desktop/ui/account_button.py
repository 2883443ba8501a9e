# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Who is signed in, and the few things that can be set and done from a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from srfax_desktop.ui.letters import letter_menu, plain
from srfax_desktop.ui.menu_button import MenuButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from srfax_desktop.core.fax import AccountNumber

translate = QCoreApplication.translate


class AccountButton(MenuButton):
    """A button with a menu, at the top of the window."""

    account_chosen = Signal(str)  # AccountNumber: another one of those that are known
    another_pressed = Signal()  # sign in with an account that is not known yet
    settings_pressed = Signal()
    sign_in_pressed = Signal()
    sign_out_pressed = Signal()
    automatic_retry_chosen = Signal(bool)
    refresh_chosen = Signal(bool)  # look for queued faxes without being asked
    sub_users_chosen = Signal(bool)
    clipboard_pressed = Signal()

    def __init__(
        self,
        *,
        automatic_retry: bool,
        refresh: bool = True,
        sub_users: bool = False,
        of_list: Sequence[QMenu] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._account: AccountNumber | None = None
        self._changeable = True
        self._known = QActionGroup(self)
        self._known.triggered.connect(self._choose_account)
        self._after_known = self._menu.addSeparator()
        self._another = QAction(self)
        self._another.triggered.connect(self.another_pressed)
        self._settings = QAction(self)
        self._settings.setShortcut(QKeySequence("Ctrl+,"))
        self._settings.triggered.connect(self.settings_pressed)
        self._settings.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the window hears it
        self._sign_in = QAction(self)
        self._sign_in.triggered.connect(self.sign_in_pressed)
        self._sign_out = QAction(self)
        self._sign_out.triggered.connect(self.sign_out_pressed)
        self._clipboard = QAction(self)
        self._clipboard.setShortcut(QKeySequence("Ctrl+Shift+V"))
        self._clipboard.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the window hears it
        self._clipboard.triggered.connect(self.clipboard_pressed)
        self._automatic = self._switch(automatic_retry, self.automatic_retry_chosen)
        self._refresh = self._switch(refresh, self.refresh_chosen)
        self._sub_users = self._switch(sub_users, self.sub_users_chosen)
        self._menu.addActions([self._sign_in, self._another, self._sign_out])
        self._menu.addSeparator()
        self._menu.addActions([self._automatic, self._refresh, self._sub_users])
        self._menu.addSeparator()
        self._menu.addAction(self._clipboard)
        for menu in of_list:
            self._menu.addMenu(menu)
        self._menu.addSeparator()
        self._menu.addAction(self._settings)
        self._menu.aboutToShow.connect(partial(letter_menu, self._menu))
        self.show_account(None)

    def show_account(self, account: AccountNumber | None, *, changeable: bool = True) -> None:
        """Show who is signed in. In practice, nobody can be signed in or out."""
        self._account = account
        self._changeable = changeable
        self._sign_in.setVisible(changeable)
        self._sign_out.setVisible(changeable and account is not None)
        for action in self._known.actions():
            action.setChecked(action.data() == account)
        self._show_what_is_there()
        self.retranslate()

    def show_known(self, accounts: Sequence[AccountNumber]) -> None:
        """Offer these accounts, with a mark at the one signed in."""
        if [action.data() for action in self._known.actions()] != list(accounts):
            self._list_known(accounts)
        self._show_what_is_there()
        self.retranslate()

    def show_choices(self, *, automatic_retry: bool, refresh: bool, sub_users: bool) -> None:
        """Show what was chosen elsewhere. Tells nobody of it."""
        for action, on in (
            (self._automatic, automatic_retry),
            (self._refresh, refresh),
            (self._sub_users, sub_users),
        ):
            action.blockSignals(True)
            action.setChecked(on)
            action.blockSignals(False)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        of_account = translate("AccountButton", "Account {0}")
        for action in self._known.actions():
            action.setText(of_account.format(action.data()))
        self._another.setText(translate("AccountButton", "Add another account…"))
        self._settings.setText(translate("AccountButton", "&Settings…"))
        if self._account:
            words = translate("AccountButton", "Acco&unt {0}").format(self._account)
        else:
            words = translate("AccountButton", "&Not signed in")
        self.setText(f"{words} ▾")
        self.setAccessibleName(plain(words))
        self.setAccessibleDescription(translate("AccountButton", "Sign-in, accounts and settings"))
        self._sign_in.setText(translate("AccountButton", "Sign in…"))
        self._sign_out.setText(translate("AccountButton", "Sign out and forget the password"))
        self._automatic.setText(translate("AccountButton", "Retry by itself when a countdown ends"))
        self._refresh.setText(translate("AccountButton", "Look for queued faxes by itself"))
        self._sub_users.setText(translate("AccountButton", "Include the faxes of sub-users"))
        self._clipboard.setText(translate("AccountButton", "Add fax IDs from the clipboard"))

    def _list_known(self, accounts: Sequence[AccountNumber]) -> None:
        for gone in self._known.actions():
            gone.setVisible(False)
            self._known.removeAction(gone)
            self._menu.removeAction(gone)
            gone.deleteLater()
        for account in accounts:
            action = QAction(self)
            action.setData(account)
            action.setCheckable(True)
            action.setChecked(account == self._account)
            self._known.addAction(action)
            self._menu.insertAction(self._after_known, action)

    def _show_what_is_there(self) -> None:
        known = self._known.actions() if self._changeable else []
        for action in self._known.actions():
            action.setVisible(self._changeable)
        self._another.setVisible(bool(known))

    @Slot(QAction)
    def _choose_account(self, action: QAction) -> None:
        for each in self._known.actions():  # the mark moves when the other one is signed in
            each.setChecked(each.data() == self._account)
        self.account_chosen.emit(action.data())

    def _switch(self, on: bool, chosen: SignalInstance) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(chosen)
        return action

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
