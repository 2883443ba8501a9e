# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Opens the dialog of settings, and has what was chosen used by all parts that run."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.core.fax import UNDER_WAY
from srfax_desktop.core.ports import StoreError
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.ui.account_words import ask_before_forgetting
from srfax_desktop.ui.retention_choice import ask_before_removing, count_older
from srfax_desktop.ui.settings_values import SettingsValues

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.archive import Archive
    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.ports import Clock, Preferences
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.accounts import Accounts
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.settings_dialog import SettingsDialog
    from srfax_desktop.ui.theme import Theme


class Workers(Protocol):
    """Those who ask SRFax to stop faxes; see `engine.worker.WorkerPool`."""

    def resize(self, size: int) -> None:
        """Have up to `size` of them at work from now on."""


class Follower(Protocol):
    """Whoever reads the preferences at the start, and has to be told when they are others."""

    def take_settings(self) -> None:
        """Read them again."""


class Parts(NamedTuple):
    """What has to be told. followers: each reads the preferences again.

    Time limits and proxy are read for each request, and whether there are notices for each of them.
    """

    workers: Workers
    followers: tuple[Follower, ...]
    archive: Archive
    accounts: Accounts


class SettingsDesk(QObject):
    """Listens to the account's menu. In practice, the preferences see to it that all holds for this run."""

    language_chosen = Signal(object)  # code, or None for the system's
    theme_chosen = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        controller: Controller,
        parts: Parts,
        *,
        preferences: Preferences,
        defaults: Preferences,
        clock: Clock,
        theme: Theme,
        practice: bool,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._parts = parts
        self._preferences = preferences
        self._defaults = defaults
        self._clock = clock
        self._theme = theme
        self._practice = practice
        self._dialog: SettingsDialog | None = None
        window.account.settings_pressed.connect(self.open)
        parts.accounts.changed.connect(self._show_accounts)

    @Slot()
    def open(self) -> None:
        """Open the dialog, once."""
        from srfax_desktop.ui.settings_dialog import SettingsDialog  # noqa: PLC0415 - the window is shown before

        if self._dialog is not None:
            self._dialog.raise_()
            return
        if self._window.closing:
            return
        dialog = SettingsDialog(
            SettingsValues.of(self._preferences),
            SettingsValues.of(self._defaults),
            self._theme,
            practice=self._practice,
            may_keep_only=self._may_keep_only,
            parent=self._window,
        )
        dialog.chosen.connect(self._use)
        dialog.language_chosen.connect(self.language_chosen)
        dialog.theme_chosen.connect(self.theme_chosen)
        dialog.accounts.another_pressed.connect(self._window.account.another_pressed)
        dialog.accounts.switch_pressed.connect(self._window.account_wanted)
        dialog.accounts.forget_pressed.connect(self._forget_account)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        self._show_accounts()
        dialog.open()

    @Slot(object)
    def _use(self, values: SettingsValues) -> None:
        changes = values.changes_from(SettingsValues.of(self._preferences))
        if not changes:
            return
        preferences = self._preferences
        preferences.change(**changes)
        if changes.keys() & {"automatic_retry", "retry"}:
            rules, automatic = preferences.retry_rules(), preferences.automatic_retry
            self._controller.set_policy(RetryPolicy(rules, automatic=automatic))
        if "workers" in changes:
            self._parts.workers.resize(preferences.workers)
        for follower in self._parts.followers:
            follower.take_settings()
        self._window.account.show_choices(
            automatic_retry=preferences.automatic_retry,
            refresh=preferences.refresh_s > 0,
            sub_users=preferences.include_sub_users,
        )

    def _may_keep_only(self, parent: QWidget, days: int) -> bool:
        try:
            going = count_older(self._parts.archive, self._clock.utc_now() - timedelta(days=days))
        except StoreError as error:
            self._window.notices.show_trouble(error)
            return False
        return not going or ask_before_removing(parent, going, days)

    @Slot(str)
    def _forget_account(self, account: AccountNumber) -> None:
        faxes = self._controller.board.faxes()
        trying = sum(fax.account == account and fax.state in UNDER_WAY for fax in faxes)
        if ask_before_forgetting(self._dialog or self._window, account, trying):
            self._parts.accounts.forget(account)

    @Slot()
    def _show_accounts(self) -> None:
        if self._dialog:
            accounts = self._parts.accounts
            self._dialog.accounts.show_accounts(accounts.known, accounts.present)

    @Slot()
    def _forget_dialog(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None
