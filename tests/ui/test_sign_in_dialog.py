# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The dialog believes nothing that SRFax has not accepted, and says what it does with the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QScrollArea

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.sign_in import Credentials, SignInAnswer
from srfax_desktop.ui.notices import password_missing_words
from srfax_desktop.ui.sign_in_dialog import SignInDialog
from srfax_desktop.ui.status_style import BAD
from tests.engine.rig import CLINIC
from tests.ui.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

ACCEPTED = SignInAnswer(account_name="Main Street Clinic")
REFUSED = SignInAnswer(problem=StopOutcome.LOGIN_REJECTED, result="Invalid Access Code / Password")
OUT_OF_REACH = SignInAnswer(problem=StopOutcome.UNREACHABLE, reason=Reason.CONNECTION_REFUSED)


class Sheet:
    """A dialog, with the hands and eyes of who fills it in."""

    def __init__(self, theme: Theme, *, account: str | None = None, remember: bool = True) -> None:
        self.hands = Hands()
        self.theme = theme
        self.dialog = SignInDialog(
            self.hands.sign_in,
            theme,
            account=AccountNumber(account) if account else None,
            remember=remember,
        )
        self.heard: list[tuple[Credentials, bool, bool]] = []
        self.dialog.accepted_credentials.connect(lambda *what: self.heard.append(what))
        self.dialog.show()

    @property
    def is_open(self) -> bool:
        return self.dialog.isVisible()

    @property
    def result(self) -> str:
        return self.dialog._result.text()

    def field(self, name: str) -> QLineEdit:
        (found,) = [each for each in self.dialog.findChildren(QLineEdit) if each.accessibleName() == name]
        return found

    @property
    def remember(self) -> QCheckBox:
        found = self.dialog.findChild(QCheckBox)
        assert isinstance(found, QCheckBox)
        return found

    def words(self) -> list[str]:
        return [label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible()]

    def fill_in(self, account: str, password: str) -> None:
        for name, text in (("Account number", account), ("Password", password)):
            self.field(name).selectAll()
            self.field(name).insert(text)  # QTest types Latin letters only

    def press(self, name: str) -> None:
        (button,) = [
            each for each in self.dialog.findChildren(QPushButton) if each.text().replace("&", "") == name
        ]
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def sign_in(self, account: str = CLINIC.account, password: str = CLINIC.password) -> None:
        self.fill_in(account, password)
        self.press("Sign in")


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Iterator[Sheet]:
    opened = Sheet(theme)
    qtbot.addWidget(opened.dialog)
    opened.dialog.activateWindow()
    qtbot.waitUntil(opened.dialog.isActiveWindow)
    yield opened
    opened.dialog.close()


@pytest.mark.parametrize(
    ("account", "password", "told", "focused"),
    [
        ("", "secret", "Please type the account number.", "Account number"),
        ("front@clinic.example", "secret", "e-mail", "Account number"),
        ("12 345", "secret", "digits only", "Account number"),
        ("١٢٣", "secret", "digits only", "Account number"),
        ("12345", "", "Please type the password.", "Password"),
    ],
)
def test_a_mistake_is_told_before_anything_is_sent(
    sheet: Sheet, account: str, password: str, told: str, focused: str
) -> None:
    sheet.sign_in(account, password)
    assert told in sheet.result
    assert sheet.field(focused).hasFocus()
    assert sheet.is_open
    assert sheet.hands.tested == []


def test_spaces_around_the_account_are_no_mistake_and_those_of_a_password_are_kept(sheet: Sheet) -> None:
    sheet.sign_in("  12345 ", "  with spaces  ")
    assert sheet.hands.tested == [Credentials(AccountNumber("12345"), "  with spaces  ")]


def test_what_srfax_accepts_is_proven(sheet: Sheet) -> None:
    sheet.sign_in()
    assert sheet.result == "Asking SRFax…"
    assert sheet.is_open
    sheet.hands.srfax_says(ACCEPTED)
    assert not sheet.is_open
    assert sheet.heard == [(CLINIC, True, True)]


def test_enter_signs_in(sheet: Sheet) -> None:
    sheet.fill_in("12345", "right")
    QTest.keyClick(sheet.field("Password"), Qt.Key.Key_Return)
    assert sheet.hands.tested == [CLINIC]


def test_what_srfax_refuses_stays_open_for_another_try(sheet: Sheet) -> None:
    sheet.sign_in("12345", "wrong")
    sheet.hands.srfax_says(REFUSED)
    assert sheet.is_open
    assert sheet.heard == []
    assert "refused" in sheet.result
    assert sheet.field("Password").hasFocus()
    assert sheet.field("Password").selectedText() != ""
    sheet.sign_in()
    sheet.hands.srfax_says(ACCEPTED)
    assert sheet.heard == [(CLINIC, True, True)]


@pytest.mark.parametrize(
    "problem", sorted(set(StopOutcome) - {StopOutcome.LOGIN_REJECTED, StopOutcome.STOPPED})
)
def test_where_srfax_cannot_be_asked_the_stops_need_not_wait_for_it(sheet: Sheet, problem: str) -> None:
    sheet.sign_in()
    sheet.hands.srfax_says(SignInAnswer(problem=StopOutcome(problem), reason=Reason.NO_ANSWER))
    assert not sheet.is_open
    assert sheet.heard == [(CLINIC, False, True)]


@pytest.mark.parametrize(
    ("answer", "told"),
    [(ACCEPTED, "Main Street Clinic"), (REFUSED, "refused"), (OUT_OF_REACH, "could not be asked")],
)
def test_a_connection_that_is_tested_is_told_of_and_nothing_else(
    sheet: Sheet, answer: SignInAnswer, told: str
) -> None:
    sheet.fill_in("12345", "right")
    sheet.press("Test connection")
    sheet.hands.srfax_says(answer)
    assert told in sheet.result
    assert sheet.is_open
    assert sheet.heard == []


def test_signing_in_while_a_test_runs_needs_no_second_press(sheet: Sheet) -> None:
    sheet.fill_in("12345", "right")
    sheet.press("Test connection")
    sheet.press("Sign in")
    sheet.hands.srfax_says(ACCEPTED)
    if sheet.hands.srfax.jobs:  # the second of two tests of the same credentials
        sheet.hands.srfax_says(ACCEPTED)
    assert sheet.heard == [(CLINIC, True, True)]


# Answers that come too late


def test_an_answer_for_what_was_typed_before_is_not_taken(sheet: Sheet) -> None:
    sheet.sign_in("12345", "old")
    sheet.sign_in("12345", "new")
    sheet.hands.srfax_says(OUT_OF_REACH)
    assert sheet.heard == []
    sheet.hands.srfax_says(ACCEPTED)
    assert sheet.heard == [(Credentials(CLINIC.account, "new"), True, True)]


@pytest.mark.parametrize("field", ["Account number", "Password"])
def test_who_types_on_does_not_sign_in_with_what_stood_there_before(sheet: Sheet, field: str) -> None:
    sheet.sign_in()
    QTest.keyClicks(sheet.field(field), "7")
    sheet.hands.srfax_says(OUT_OF_REACH)
    assert sheet.heard == []
    assert sheet.is_open
    assert sheet.result == "", "words about a sign-in that is no longer the one typed would mislead"


@pytest.mark.parametrize("leave", ["reject", "close", "escape"])
def test_who_cancels_is_not_signed_in_by_a_late_answer(sheet: Sheet, leave: str) -> None:
    sheet.sign_in()
    if leave == "escape":
        QTest.keyClick(sheet.dialog, Qt.Key.Key_Escape)
    else:
        getattr(sheet.dialog, leave)()
    assert not sheet.is_open
    sheet.hands.srfax_says(ACCEPTED)
    assert sheet.heard == []


# Where the password is kept


def test_a_password_goes_to_the_vault_if_that_is_wanted(sheet: Sheet) -> None:
    assert sheet.remember.isChecked()
    assert any("kept in the password vault" in words for words in sheet.words())
    sheet.remember.click()
    assert any("not stored" in words for words in sheet.words())
    assert "not stored" in sheet.remember.accessibleDescription()
    sheet.sign_in()
    sheet.hands.srfax_says(ACCEPTED)
    assert sheet.heard == [(CLINIC, True, False)]


def test_without_a_vault_it_says_so_and_promises_nothing(sheet: Sheet) -> None:
    sheet.hands.vault_does(worked=False)
    assert any(words.startswith("No password vault can be used") for words in sheet.words())
    assert not sheet.remember.isEnabled()
    assert not sheet.remember.isChecked(), "a tick would read as a promise"
    sheet.sign_in()
    sheet.hands.srfax_says(ACCEPTED)
    assert sheet.heard == [(CLINIC, True, False)]


def test_a_vault_that_works_leaves_the_choice(sheet: Sheet) -> None:
    sheet.hands.vault_does(worked=True)
    assert sheet.remember.isEnabled()
    assert sheet.remember.isChecked()


# Looks


def test_the_password_is_not_shown(sheet: Sheet) -> None:
    assert sheet.field("Password").echoMode() is QLineEdit.EchoMode.Password


def test_who_signed_in_before_types_the_password_only(qtbot: QtBot, theme: Theme) -> None:
    sheet = Sheet(theme, account="12345", remember=False)
    qtbot.addWidget(sheet.dialog)
    assert sheet.field("Account number").text() == "12345"
    assert sheet.dialog.focusWidget() is sheet.field("Password")
    assert not sheet.remember.isChecked()


def test_no_words_are_clipped(sheet: Sheet) -> None:
    sheet.hands.vault_does(worked=False)
    sheet.sign_in("front@clinic.example", "x")
    for label in sheet.dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_all_of_it_is_in_sight_where_the_screen_has_the_room(sheet: Sheet, qtbot: QtBot) -> None:
    (area,) = sheet.dialog.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0 and area.height() > 100)
    assert not area.verticalScrollBar().isVisible()


def test_words_from_srfax_are_not_taken_for_markup(sheet: Sheet) -> None:
    sheet.fill_in("12345", "right")
    sheet.press("Test connection")
    sheet.hands.srfax_says(SignInAnswer(account_name="<b>Clinic</b>"))
    assert "<b>Clinic</b>" in sheet.result
    assert sheet.dialog._result.textFormat() is Qt.TextFormat.PlainText


def test_what_is_told_is_said_aloud(sheet: Sheet, said: list[str]) -> None:
    sheet.sign_in("front@clinic.example", "x")
    assert said == [sheet.result]


def test_words_follow_the_theme(sheet: Sheet, dark: Callable[[bool], None]) -> None:
    dark(False)
    sheet.sign_in("front@clinic.example", "x")
    assert BAD.light.text in sheet.dialog._result.styleSheet()
    dark(True)
    assert BAD.dark.text in sheet.dialog._result.styleSheet()
    assert sheet.result


def test_every_control_has_a_name_and_a_letter_of_its_own(sheet: Sheet) -> None:
    controls = sheet.dialog.findChildren(QPushButton) + sheet.dialog.findChildren(QCheckBox)
    letters = []
    for control in (*controls, *sheet.dialog.findChildren(QLabel)):
        text = control.text()
        if control.isVisible() and "&" in text:
            letters.append(text[text.index("&") + 1].lower())
    assert len(letters) == len(set(letters)) == 5
    assert all(control.text() or control.accessibleName() for control in controls)


def test_tab_goes_from_top_to_bottom(sheet: Sheet) -> None:
    sheet.field("Account number").setFocus()
    passed = []
    for _ in range(6):
        widget = sheet.dialog.focusWidget()
        assert widget is not None
        passed.append(widget.accessibleName() or getattr(widget, "text", str)().replace("&", ""))
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert passed[:4] == ["Account number", "Password", "Remember on this computer", "Test connection"]
    assert set(passed[4:]) == {"Sign in", "Cancel"}


def test_a_screen_reader_hears_with_a_field_what_is_wrong_with_it(sheet: Sheet) -> None:
    account, password = sheet.field("Account number"), sheet.field("Password")
    hint = account.accessibleDescription()
    assert "not your login e-mail" in hint
    account.setText("clinic@example.com")
    sheet.press("Sign in")
    assert account.accessibleDescription() == f"{sheet.result} {hint}"
    QTest.keyClick(account, Qt.Key.Key_Backspace)
    assert account.accessibleDescription() == hint, "it is not known to be wrong any more"
    account.setText("12345")
    sheet.press("Sign in")
    assert password.accessibleDescription() == sheet.result == password_missing_words()
    assert account.accessibleDescription() == hint


def test_enter_on_the_test_button_only_tests(sheet: Sheet) -> None:
    sheet.field("Account number").setText("12345")
    sheet.field("Password").setText("right")
    sheet.dialog._test.setFocus()
    QTest.keyClick(sheet.dialog._test, Qt.Key.Key_Return)
    sheet.hands.srfax_says(SignInAnswer())
    assert sheet.is_open
    assert sheet.heard == []
