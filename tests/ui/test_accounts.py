# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Several accounts: each is known once SRFax has accepted it, and none is left with its faxes unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from srfax_desktop.core.fax import AccountNumber, FaxId, FaxState
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.sign_in import Credentials, SignInAnswer
from srfax_desktop.engine.sign_in import Forget, Recall
from srfax_desktop.ui.account_words import belongs_words, held_words, switch_first_words
from srfax_desktop.ui.accounts import Accounts
from srfax_desktop.ui.columns import Column
from tests.engine.rig import CLINIC, CONVERTING, STOPPED
from tests.ui.desk import answer_question, in_modal
from tests.ui.listed import fax
from tests.ui.test_window_run import Kept, Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

A = CLINIC
B = Credentials(AccountNumber("777"), "other")
BOTH = (A.account, B.account)


class Office(Session):
    """A session whose accounts can be changed."""

    def __init__(self, qtbot: QtBot, theme: Theme, **given: Any) -> None:
        super().__init__(qtbot, theme, **given)
        self.accounts = Accounts(self.window, self.rig.controller, self.run, self.kept)

    def menu(self) -> list[tuple[str, bool]]:
        """The accounts that the menu offers, and which one has the mark."""
        return [(each.text(), each.isChecked()) for each in self.window.account._known.actions()]

    def entries(self) -> list[str]:
        return [
            each.text()
            for each in self.window.account.findChildren(QAction)
            if each.isVisible() and each.text()
        ]

    def recall(self, credentials: Credentials | None) -> None:
        """Let the vault answer, whatever else it is asked first."""
        while not isinstance(self.hands.vault.jobs[-1], Recall):
            self.hands.vault_does()
        self.hands.vault_does(credentials=credentials)


@pytest.fixture
def office(qtbot: QtBot, theme: Theme) -> Iterator[Office]:
    """Account A is signed in, and the vault has the passwords of A and B."""
    kept = Kept(A.account, remember=True)
    kept.known_accounts = kept.in_vault = BOTH
    office = Office(qtbot, theme, kept=kept)
    office.recall(A)
    yield office
    for dialog in office.dialogs:
        dialog.reject()
    office.window.close_now()


# Which accounts are known


def test_an_account_is_known_when_srfax_has_accepted_it(qtbot: QtBot, theme: Theme) -> None:
    office = Office(qtbot, theme)
    assert office.menu() == []
    assert "Add another account…" not in office.entries()
    office.fill_in(Credentials(AccountNumber("1234"), "x"), remember=False)
    office.hands.srfax_says(SignInAnswer(problem=StopOutcome.UNREACHABLE))
    assert list(office.kept.known_accounts) == [], "it may have been mistyped"
    office.run.ask_to_sign_in()
    office.sign_in(A)
    assert list(office.kept.known_accounts) == [A.account]
    assert office.menu() == [("Account 12345", True)]
    assert "Add another account…" in office.entries()


def test_an_account_that_a_stop_has_proven_is_known_too(office: Office) -> None:
    office.kept.known_accounts = ()
    office.rig.ask("1")
    office.rig.answer("1", STOPPED)
    assert list(office.kept.known_accounts) == [A.account]


def test_the_latest_comes_first_and_the_present_one_has_the_mark(office: Office) -> None:
    assert office.menu() == [("Account 12345", True), ("Account 777", False)]
    office.choose("Account 777")
    assert office.menu() == [("Account 12345", True), ("Account 777", False)], "it is not signed in yet"
    office.recall(B)
    assert office.menu() == [("Account 777", True), ("Account 12345", False)]
    office.rig.ask("9")
    office.rig.answer("9", STOPPED)
    assert office.kept.known_accounts == (B.account, A.account)


def test_in_practice_there_is_no_account_to_choose(qtbot: QtBot, theme: Theme) -> None:
    kept = Kept()
    kept.known_accounts = BOTH
    office = Office(qtbot, theme, kept=kept, practice=CLINIC)
    assert not [each for each in office.entries() if "ccount" in each]
    office.run.switch_to(B.account)
    assert (office.account, office.hands.vault.given) == (A.account, [])


# Changing


def test_a_remembered_password_is_used_and_remembered(office: Office) -> None:
    office.choose("Account 777")
    assert office.account == A.account, "until the vault has answered"
    office.recall(B)
    assert (office.account, office.kept.account, office.kept.remember) == (B.account, B.account, True)
    assert office.dialogs == []
    office.rig.ask("1", "2")
    assert office.rig.under_way == ["1"], "what the vault gave is not proven: one request goes ahead"


def test_without_a_remembered_password_the_user_is_asked_for_it(office: Office) -> None:
    office.kept.in_vault = (A.account,)
    office.run._in_vault = {A.account}
    office.choose("Account 777")
    (dialog,) = office.dialogs
    account, password = dialog.findChildren(QLineEdit)
    assert account.text() == B.account
    assert dialog.focusWidget() is password
    assert not any(isinstance(job, Recall) for job in office.hands.vault.jobs), "the vault is left alone"
    dialog.reject()
    assert office.account == A.account
    assert office.kept.account == A.account


def test_a_vault_that_has_it_no_more_makes_the_dialog_ask(office: Office) -> None:
    office.choose("Account 777")
    office.recall(None)
    assert len(office.dialogs) == 1
    office.sign_in(B)
    assert office.account == B.account
    assert office.kept.in_vault == BOTH


def test_an_answer_about_another_account_signs_nobody_in(office: Office) -> None:
    office.choose("Account 777")
    office.run.switch_to(A.account)
    office.recall(B)
    assert office.account == A.account


def test_another_account_is_asked_for_with_empty_fields(office: Office) -> None:
    office.choose("Add another account")
    (dialog,) = office.dialogs
    assert [line.text() for line in dialog.findChildren(QLineEdit)] == ["", ""]
    office.sign_in(Credentials(AccountNumber("4711"), "third"))
    assert office.kept.known_accounts == ("4711", *BOTH)
    assert set(office.kept.in_vault) == {*BOTH, "4711"}


def test_a_password_that_was_not_to_be_remembered_is_not_looked_for(office: Office) -> None:
    office.run.ask_to_sign_in()
    office.sign_in(A, remember=False)
    assert office.kept.in_vault == (B.account,)
    office.hands.vault_jobs()
    office.choose("Account 777")
    office.recall(B)
    office.choose("Account 12345")
    assert len(office.dialogs) == 1


# Forgetting


def test_an_account_is_forgotten_with_its_password_and_its_faxes_stay(office: Office) -> None:
    office.rig.ask("1")
    office.rig.answer("1", STOPPED)
    office.accounts.forget(B.account)
    assert office.hands.vault.given[-1] == Forget(B.account)
    assert office.kept.to_forget == (B.account,), "until the vault has done it"
    office.hands.vault_does()
    assert [*office.kept.to_forget, "|", *office.kept.in_vault] == ["|", A.account]
    assert office.menu() == [("Account 12345", True)]
    assert len(office.rig.board) == 1


def test_forgetting_the_present_account_signs_it_out(office: Office) -> None:
    office.rig.ask("1")
    office.rig.answer("1", CONVERTING)
    office.accounts.forget(A.account)
    assert office.account is None
    assert (office.kept.account, office.kept.remember) == (None, False)
    assert office.menu() == [("Account 777", False)]
    assert office.rig.board.fax(FaxId("1")).state is FaxState.RETRYING, "nothing is given up"
    office.rig.wait(60)
    assert office.rig.under_way == []
    office.desk.settle()
    assert any(words.startswith("Sign in to SRFax") for words in office.desk.banners())


# Faxes of the account that is left


def test_leaving_an_account_whose_faxes_are_being_tried_is_asked_about(office: Office) -> None:
    office.rig.ask("1", "2")
    office.rig.answer("1", CONVERTING)
    asked = answer_question(None)
    office.choose("Account 777")
    assert asked == ["2 faxes of account 12345 are still being tried."]
    assert not any(isinstance(job, Recall) for job in office.hands.vault.jobs)
    asked = answer_question("Switch to account 777")
    office.choose("Account 777")
    assert asked
    office.recall(B)
    assert office.account == B.account


def test_enter_stays_with_the_present_account(office: Office, qtbot: QtBot) -> None:
    office.rig.ask("1")
    in_modal(lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    office.choose("Account 777")
    assert not any(isinstance(job, Recall) for job in office.hands.vault.jobs)


def test_what_waits_for_another_account_is_said_and_goes_on_when_it_is_back(office: Office) -> None:
    office.rig.ask("1", "2", "3")
    office.rig.answer("1", STOPPED)
    office.rig.answer("2", CONVERTING)
    office.rig.answer("3", CONVERTING)
    answer_question("Switch to account 777")
    office.choose("Account 777")
    office.recall(B)
    office.desk.settle()
    told = held_words({A.account: 2}, B.account)
    assert told in office.desk.banners()
    assert "may still be going out" in told
    office.rig.wait(120)
    assert office.rig.under_way == [], "never with the other's password"
    office.desk.press("Switch to account 12345")
    office.recall(A)
    office.desk.settle()
    assert told not in office.desk.banners()
    assert office.rig.under_way == ["2"]
    office.rig.answer("2", STOPPED)
    office.rig.answer("3", STOPPED)
    assert [job.credentials.account for job in office.rig.pool.given] == [A.account] * 5


def test_what_is_in_line_for_the_present_account_does_not_count_as_waiting_for_another(
    office: Office,
) -> None:
    office.rig.ask("1")
    office.rig.controller.sign_in(None)
    office.rig.answer("1", CONVERTING)
    office.rig.controller.sign_in(B, proven=True)
    office.rig.ask("2", "3", "4", "5", "6")
    assert office.rig.under_way == ["2", "3", "4", "5"]
    assert office.rig.board.held() == {A.account: 1}


def test_a_request_under_way_brings_its_answer_after_the_change(office: Office) -> None:
    office.rig.ask("1")
    answer_question("Switch to account 777")
    office.choose("Account 777")
    office.recall(B)
    office.rig.answer("1", STOPPED)
    assert office.rig.status("1") == "stopped"
    office.desk.settle()
    assert not any("wait" in words for words in office.desk.banners())


def test_stopping_a_fax_of_another_account_offers_to_switch(office: Office) -> None:
    office.rig.controller.sign_in(B, proven=True)
    office.rig.controller.add([FaxId("1")])
    office.rig.controller.sign_in(A, proven=True)
    office.desk.settle()
    office.desk.table.select((FaxId("1"),))
    office.desk.settle()
    assert any("belongs to account 777" in words for words in office.desk.labels())
    office.desk.press("Stop selected")
    assert office.desk.row("1")[Column.STATUS] == "On hold – another account’s fax"
    assert office.desk.row("1")[Column.ACTION] == "Switch…"
    assert held_words({B.account: 1}, A.account) in office.desk.banners()
    office.desk.click_row_button("1")
    office.recall(B)
    assert office.rig.under_way == ["1"]


# The column


def shown(office: Office) -> bool:
    office.desk.settle()
    return not office.desk.table.isColumnHidden(Column.ACCOUNT)


def test_the_column_of_accounts_shows_itself_where_there_are_several(office: Office) -> None:
    office.window.resize(1700, 700)
    office.rig.controller.sign_in(A, proven=True)
    office.rig.controller.add([FaxId("1")])
    assert not shown(office)
    office.rig.controller.sign_in(B, proven=True)
    office.rig.controller.add([FaxId("2")])
    assert shown(office)
    assert [office.desk.row(each)[Column.ACCOUNT] for each in "12"] == [A.account, B.account]
    header = office.desk.table.horizontalHeader()
    assert header.visualIndex(Column.ACCOUNT) < header.visualIndex(Column.SAID)
    office.rig.controller.remove([FaxId("1")])
    assert not shown(office)


@pytest.mark.parametrize("wanted", [True, False])
def test_who_chose_the_column_or_hid_it_has_it_so(office: Office, wanted: bool) -> None:
    office.window.resize(1700, 700)
    columns = office.desk.table._columns
    columns.choose(Column.ACCOUNT, shown=wanted)
    office.rig.controller.sign_in(A, proven=True)
    office.rig.controller.add([FaxId("1")])
    assert shown(office) is wanted
    office.rig.controller.sign_in(B, proven=True)
    office.rig.controller.add([FaxId("2")])
    assert shown(office) is wanted
    kept = office.desk.table.looks()
    office.desk.table.restore_looks(kept)
    assert shown(office) is wanted


# Words


@pytest.mark.parametrize(
    ("state", "present", "told"),
    [
        (FaxState.WAITING, B.account, ("belongs to account 12345", "before you stop it")),
        (FaxState.STOPPED, B.account, ("belongs to account 12345",)),
        (FaxState.WAITING, None, ("belongs to account 12345",)),
        (FaxState.WAITING, A.account, ()),
    ],
)
def test_whose_fax_it_is_is_said_where_it_matters(
    state: FaxState, present: AccountNumber | None, told: tuple[str, ...]
) -> None:
    record = fax("1", account=A.account, state=state)
    words = " ".join((belongs_words(record, present), switch_first_words(record, present))).strip()
    assert bool(words) is bool(told)
    assert all(each in words for each in told)
    assert ("before you stop it" in words) is ("before you stop it" in told)


def test_the_line_names_every_account_that_waits() -> None:
    words = held_words({AccountNumber("12345"): 2, AccountNumber("88"): 1}, AccountNumber("777"))
    assert words.startswith("3 faxes of accounts 88, 12345 wait")
    assert held_words({A.account: 1}, B.account).startswith("1 fax of account 12345 waits")
