# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The accounts that this program knows, and changing from one to another without leaving faxes unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.ui.account_words import ask_before_switching

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.window_run import WindowRun


class Accounts(QObject):
    """Listens to the account's menu and to the line about faxes that wait for another account.

    An account is known when SRFax has accepted it: a number that was mistyped is not kept.
    """

    changed = Signal()  # others are known, or another one is signed in

    def __init__(
        self, window: MainWindow, controller: Controller, run: WindowRun, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._board = controller.board
        self._run = run
        self._preferences = preferences
        self._noted: AccountNumber | None = None
        controller.moved_on.connect(self._note)
        controller.account_changed.connect(self._show)
        window.account.account_chosen.connect(self.switch_to)
        window.account.another_pressed.connect(run.ask_for_another)
        window.account_wanted.connect(self.switch_to)
        window.notices.switch_pressed.connect(self.switch_to)
        self._show()

    @property
    def known(self) -> tuple[AccountNumber, ...]:
        """The accounts that can be chosen, the latest first."""
        preferences = self._preferences
        latest = self._board.account or preferences.account
        return tuple(dict.fromkeys((*((latest,) if latest else ()), *preferences.known_accounts)))

    @property
    def present(self) -> AccountNumber | None:
        """The account signed in."""
        return self._board.account

    @Slot(str)
    def switch_to(self, account: AccountNumber) -> None:
        """Sign in with another account. Where the present one's faxes are being tried, ask first."""
        present = self._board.account
        if account == present:
            return
        left = self._board.under_way - self._board.held().total()
        if not present or not left or ask_before_switching(self._window, left, present, account):
            self._run.switch_to(account)

    def forget(self, account: AccountNumber) -> None:
        """Know an account no more, and remove its password."""
        self._noted = None
        self._run.forget(account)
        self._show()

    @Slot()
    def _note(self) -> None:
        accepted = self._board.accepted_account
        if accepted is None or accepted == self._noted:
            return
        self._noted = accepted
        known = tuple(dict.fromkeys((accepted, *self._preferences.known_accounts)))
        if known != self._preferences.known_accounts:
            self._preferences.change(known_accounts=known)
        self._show()

    @Slot()
    def _show(self) -> None:
        self._window.account.show_known(self.known)
        self.changed.emit()
