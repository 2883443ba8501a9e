# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One run of the window: signing in, going on after a crash, closing. Knows no concrete part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.ui.notices import (
    forgotten_late_words,
    not_forgotten_words,
    not_kept_words,
    vault_failed_words,
)
from srfax_desktop.ui.restored_line import RestoredLine
from srfax_desktop.ui.sign_in_dialog import SignInDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.engine.sign_in import SignIn
    from srfax_desktop.engine.worker import WorkerPool
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.theme import Theme

ANSWERS_WAIT_MS = 2000
"""How long closing waits for answers that are on their way, and for the vault. What has not come by
then is asked again at the next start."""


class WindowRun(QObject):
    """Brings window, controller, sign-in and preferences together while the program runs."""

    signed_in = Signal()  # with an account and a password that are now in use
    finished = Signal()

    def __init__(
        self,
        *,
        window: MainWindow,
        controller: Controller,
        pool: WorkerPool,
        sign_in: SignIn,
        preferences: Preferences,
        theme: Theme,
        protect: Callable[[str], None],
        practice: Credentials | None,
    ) -> None:
        super().__init__(window)  # it ends with its window, and so do its timers
        self._window = window
        self._controller = controller
        self._pool = pool
        self._sign_in = sign_in
        self._preferences = preferences
        self._theme = theme
        self._protect = protect
        self._practice = practice
        self._restored = RestoredLine(controller, window.notices, self)
        self._dialog: SignInDialog | None = None
        self._recalling: AccountNumber | None = None
        self._vault_works = True
        self._late = preferences.to_forget
        # Whose passwords may be there, as far as this program knows.
        self._in_vault = {*self._late, *preferences.in_vault}
        if preferences.account and preferences.remember:
            self._in_vault.add(preferences.account)
        self._closing = False
        self._finished = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._finish)
        window.sign_in_wanted.connect(self.ask_to_sign_in)
        window.close_wanted.connect(self._begin_closing)
        window.account.sign_out_pressed.connect(self._sign_out)
        window.account.automatic_retry_chosen.connect(self._choose_automatic_retry)
        sign_in.recalled.connect(self._take_recalled)
        sign_in.vault_failed.connect(self._tell_vault_failed)
        sign_in.vault_checked.connect(self._take_vault)
        sign_in.kept.connect(self._take_kept)
        sign_in.forgotten.connect(self._take_forgotten)

    def start(self, *, greet: Callable[[], None] | None = None) -> None:
        """Go on where the program ended last; sign in.

        greet: shows the first steps, the sign-in among them, in the place of the dialog for it.
        """
        if self._window.closing:  # it was quicker
            self._begin_closing()
            return
        if self._practice:
            self._use(self._practice, proven=False)
        self._restored.tell()
        if self._practice:
            return
        for account in self._late:
            self._sign_in.forget(account)
        if self._preferences.account and self._preferences.remember:
            self._recall(self._preferences.account)
        elif greet:
            greet()
        else:
            self.ask_to_sign_in()

    def sign_in_form(self) -> SignInDialog:
        """Return a form to sign in with for the first time, for another dialog to be part of."""
        form = SignInDialog(self._sign_in, self._theme, account=None, remember=True)
        form.embed()
        form.accepted_credentials.connect(self._take_credentials)
        return form

    @Slot()
    def ask_to_sign_in(self) -> None:
        """Open the dialog, once, for the account that was signed in to last."""
        account, remember = self._preferences.account, self._preferences.remember
        self._ask_to_sign_in(account, remember=remember or account is None)

    @Slot()
    def ask_for_another(self) -> None:
        """Open the dialog for an account that this program does not know yet."""
        self._ask_to_sign_in(None, remember=True)

    @Slot(str)
    def switch_to(self, account: AccountNumber) -> None:
        """Sign in with another account: with the password that the vault has, or else that the user types.

        Until then, the one that is signed in stays so.
        """
        if self._practice or self._closing:
            return
        if account in self._in_vault and account not in self._preferences.to_forget:
            self._recall(account)
        else:
            self._ask_to_sign_in(account, remember=False)

    def forget(self, account: AccountNumber) -> None:
        """Know an account no more, and have the vault forget its password.

        One that is signed in is signed out. Its faxes stay in the list, and so does the history.
        """
        preferences = self._preferences
        if account == self._controller.board.account:
            self._sign_out()
        else:
            self._forget(account)
        known = tuple(each for each in preferences.known_accounts if each != account)
        preferences.change(known_accounts=known)
        if preferences.account == account:
            preferences.change(account=None, remember=False)

    def _recall(self, account: AccountNumber) -> None:
        self._recalling = account
        self._sign_in.recall(account)

    def _ask_to_sign_in(self, account: AccountNumber | None, *, remember: bool) -> None:
        if self._practice or self._closing:
            return
        if self._dialog is not None:
            self._dialog.raise_()
            return
        self._dialog = SignInDialog(
            self._sign_in, self._theme, account=account, remember=remember, parent=self._window
        )
        self._dialog.accepted_credentials.connect(self._take_credentials)
        self._dialog.finished.connect(self._forget_dialog)
        self._dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(object, bool, bool)
    def _take_credentials(self, credentials: Credentials, proven: bool, remember: bool) -> None:
        self._use(credentials, proven=proven)
        if remember:
            self._keep(credentials)
        else:
            self._forget(credentials.account)
        self._preferences.change(account=credentials.account, remember=remember)

    @Slot(object, object)
    def _take_recalled(self, account: AccountNumber, credentials: Credentials | None) -> None:
        if account != self._recalling:
            return  # the user was quicker than the vault
        self._recalling = None
        if credentials:
            self._use(credentials, proven=False)
            self._note_in_vault(account, kept=True)
            self._preferences.change(account=account, remember=True)
        else:
            self._ask_to_sign_in(account, remember=True)

    @Slot()
    def _tell_vault_failed(self) -> None:
        self._window.notices.tell(vault_failed_words())

    @Slot(bool)
    def _take_kept(self, kept: bool) -> None:
        if not kept:
            self._preferences.change(remember=False)
            self._note_in_vault(self._controller.board.account, kept=False)
            self._window.notices.tell(not_kept_words())

    @Slot(bool)
    def _take_vault(self, works: bool) -> None:
        self._vault_works = works

    def _keep(self, credentials: Credentials) -> None:
        self._note_in_vault(credentials.account, kept=True)
        self._owe(credentials.account, forgetting=False)
        self._sign_in.keep(credentials)

    def _forget(self, account: AccountNumber) -> None:
        # Written down first: the program may end before the vault has done it.
        self._owe(account, forgetting=account in self._in_vault)
        self._note_in_vault(account, kept=False)
        self._sign_in.forget(account)

    def _note_in_vault(self, account: AccountNumber | None, *, kept: bool) -> None:
        others = tuple(each for each in self._preferences.in_vault if each != account)
        noted = (*others, account) if kept and account else others
        if kept and account:
            self._in_vault.add(account)
        if noted != self._preferences.in_vault:
            self._preferences.change(in_vault=noted)

    def _owe(self, account: AccountNumber, *, forgetting: bool) -> None:
        others = tuple(each for each in self._preferences.to_forget if each != account)
        owed = (*others, account) if forgetting else others
        if owed != self._preferences.to_forget:
            self._preferences.change(to_forget=owed)

    @Slot(object, bool)
    def _take_forgotten(self, account: AccountNumber, forgotten: bool) -> None:
        owed = account in self._preferences.to_forget
        if forgotten and owed:
            self._in_vault.discard(account)
            self._owe(account, forgetting=False)
            if account in self._late:
                self._window.notices.tell(forgotten_late_words(account))
        elif not forgotten and (owed or self._vault_works):  # where there never was a vault, nothing is in it
            self._window.notices.tell(not_forgotten_words())

    def _use(self, credentials: Credentials, *, proven: bool) -> None:
        self._recalling = None
        self._protect(credentials.password)
        self._controller.sign_in(credentials, proven=proven)
        self._window.show_account()
        self.signed_in.emit()

    @Slot()
    def _sign_out(self) -> None:
        self._recalling = None
        if account := self._controller.board.account:
            self._forget(account)
        self._preferences.change(remember=False)
        self._controller.sign_in(None)
        self._window.show_account()

    @Slot(bool)
    def _choose_automatic_retry(self, automatic: bool) -> None:
        self._preferences.change(automatic_retry=automatic)
        self._controller.set_policy(RetryPolicy(self._preferences.retry_rules(), automatic=automatic))

    # Closing, in two phases

    @Slot()
    def _begin_closing(self) -> None:
        self._closing = True
        self._controller.close()
        self._preferences.change(window=self._window.kept_looks())
        self._pool.idle.connect(self._finish_if_all_is_done)
        self._sign_in.settled.connect(self._finish_if_all_is_done)
        self._patience.start(ANSWERS_WAIT_MS)
        self._finish_if_all_is_done()

    @Slot()
    def _finish_if_all_is_done(self) -> None:
        if not self._pool.busy and not self._sign_in.unsettled:
            self._finish()

    @Slot()
    def _finish(self) -> None:
        if not self._finished:
            self._finished = True
            self._patience.stop()
            self._window.close_now()
            self.finished.emit()
