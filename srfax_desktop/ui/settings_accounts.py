# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The page about the accounts that are kept. What is done here is done at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton

from srfax_desktop.ui.settings_page import SettingsPage, explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.ui.settings_values import SettingsValues

translate = QCoreApplication.translate

_ROWS_IN_VIEW = 4


class AccountsPage(SettingsPage):
    """Tells what was pressed. practice: it has one account of its own, and nothing can be done about it."""

    another_pressed = Signal()
    switch_pressed = Signal(str)  # AccountNumber
    forget_pressed = Signal(str)

    def __init__(self, *, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practice = practice
        self._accounts: tuple[AccountNumber, ...] = ()
        self._present: AccountNumber | None = None
        self._list = QListWidget()
        self._list.setFixedHeight(self._list.fontMetrics().height() * 2 * _ROWS_IN_VIEW)
        self._list.setTabKeyNavigation(False)
        self._form.addRow(self._list)
        self._another = QPushButton()
        self._switch = QPushButton()
        self._forget = QPushButton()
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._another, self._switch, self._forget):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self._form.addRow(row)
        self._about = self._note()
        self._another.clicked.connect(self.another_pressed)
        self._switch.clicked.connect(self._press_switch)
        self._forget.clicked.connect(self._press_forget)
        self._list.currentRowChanged.connect(self._show_what_can_be_done)

    def title(self) -> str:
        """Return what the page is about."""
        return translate("AccountsPage", "Accounts")

    def show_values(self, values: SettingsValues) -> None:
        """Show nothing: accounts are no choice that is kept or taken back."""

    def read(self, values: SettingsValues) -> SettingsValues:
        """Return `values` as they are."""
        return values

    def show_accounts(self, accounts: Sequence[AccountNumber], present: AccountNumber | None) -> None:
        """Show these accounts, and which of them is signed in. The choice stays where it was."""
        chosen = self._chosen()
        self._accounts, self._present = tuple(accounts), present
        self._list.clear()
        self._list.addItems(list(self._accounts))
        if self._accounts:
            self._list.setCurrentRow(self._accounts.index(chosen) if chosen in self._accounts else 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self._list.setAccessibleName(translate("AccountsPage", "Accounts"))
        for row, account in enumerate(self._accounts):
            form = (
                translate("AccountsPage", "Account {0} – signed in")
                if account == self._present
                else translate("AccountsPage", "Account {0}")
            )
            self._list.item(row).setText(form.format(account))
        for button, label in (
            (self._another, translate("AccountsPage", "&Add another account…")),
            (self._switch, translate("AccountsPage", "Switch &to it")),
            (self._forget, translate("AccountsPage", "&Forget it…")),
        ):
            button.setText(label)
            button.setAccessibleName(label.replace("&", ""))
        explain(
            self._about,
            translate("AccountsPage", "Practice has an account of its own. Yours are left alone.")
            if self._practice
            else translate(
                "AccountsPage",
                "Each fax belongs to one account, and SRFax is asked about it with the "
                "password of that account only. Passwords are kept in the password vault of "
                "this computer if you asked for that. Changes on this page take effect at once.",
            ),
            self._list,
        )
        self._show_what_can_be_done()

    def _chosen(self) -> AccountNumber | None:
        row = self._list.currentRow()
        return self._accounts[row] if 0 <= row < len(self._accounts) else None

    @Slot()
    def _show_what_can_be_done(self) -> None:
        chosen = None if self._practice else self._chosen()
        self._another.setEnabled(not self._practice)
        self._switch.setEnabled(chosen is not None and chosen != self._present)
        self._forget.setEnabled(chosen is not None)
        self._tell_why_not(chosen)

    def _tell_why_not(self, chosen: AccountNumber | None) -> None:
        """Say of each button that is off why it is: in its tool tip, which a screen reader has too."""
        why = translate("AccountsPage", "No account is stored on this computer yet")
        if self._practice:
            why = translate("AccountsPage", "Practice works with an account of its own")
        elif chosen is not None:
            why = translate("AccountsPage", "This account is signed in already")
        for button in (self._another, self._switch, self._forget):
            button.setToolTip("" if button.isEnabled() else why)

    @Slot()
    def _press_switch(self) -> None:
        self.switch_pressed.emit(self._chosen())

    @Slot()
    def _press_forget(self) -> None:
        self.forget_pressed.emit(self._chosen())
