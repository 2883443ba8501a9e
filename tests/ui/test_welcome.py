# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The first run, by keyboard alone: three steps, and out of the way as soon as somebody is in a hurry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.sign_in import Credentials, SignInAnswer
from srfax_desktop.ui.sign_in_dialog import SignInDialog
from srfax_desktop.ui.welcome_dialog import DOES, PRACTICE, SIGN_IN, WelcomeDialog
from srfax_desktop.ui.welcoming import Welcoming
from srfax_desktop.ui.window_run import WindowRun
from tests.engine.rig import Rig
from tests.ui.desk import Desk
from tests.ui.hands import Hands
from tests.ui.test_window_run import EndOfWork, Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.engine.worker import WorkerPool
    from srfax_desktop.ui.theme import Theme

TYPED = Credentials(AccountNumber("12345"), "right")


class FirstRun:
    """A window on a first run, and the keyboard of its user."""

    def __init__(
        self, qtbot: QtBot, theme: Theme, *, kept: Kept | None = None, rig: Rig | None = None
    ) -> None:
        self.rig = rig or Rig(credentials=None)
        self.hands = Hands()
        if kept is None:
            kept = Kept()
            kept.welcomed = False
        self.kept = kept
        self.desk = Desk(qtbot, theme, rig=self.rig)
        self.window = self.desk.window
        self.practised = 0
        self.can_practise = True
        self.run = WindowRun(
            window=self.window,
            controller=self.rig.controller,
            pool=cast("WorkerPool", EndOfWork(self.rig)),
            sign_in=self.hands.sign_in,
            preferences=self.kept,
            theme=theme,
            protect=lambda _: None,
            practice=None,
        )
        self.welcoming = Welcoming(self.window, self.rig.controller, self.run, self.kept, self._practise)
        self.desk.show()

    def _practise(self) -> int | None:
        self.practised += 1
        return 1 if self.can_practise else None

    def begin(self) -> FirstRun:
        self.run.start(greet=self.welcoming.open if self.welcoming.is_due else None)
        if self.welcomes:
            self.desk.qtbot.waitUntil(self.welcome.isActiveWindow)
        return self

    @property
    def welcomes(self) -> list[WelcomeDialog]:
        return [each for each in self.window.findChildren(WelcomeDialog) if each.isVisible()]

    @property
    def welcome(self) -> WelcomeDialog:
        (dialog,) = self.welcomes
        return dialog

    @property
    def sign_ins(self) -> list[SignInDialog]:
        """The dialogs that ask for a sign-in and nothing else."""
        return [
            each for each in self.window.findChildren(SignInDialog) if each.isWindow() and each.isVisible()
        ]

    @property
    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget else ""

    def hit(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def alt(self, letter: str) -> None:
        pressed = [each for each in self.welcome.findChildren(QPushButton) if each.isVisible()]
        self.hit(Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
        down = [each for each in pressed if each.isDown()]
        assert len(down) == 1, f"Alt+{letter} presses one button"
        # Qt shows the press for a tenth of a second, and longer where the machine is busy.
        self.desk.qtbot.waitUntil(lambda: not isValid(down[0]) or not down[0].isDown())

    def go_to(self, step: int) -> None:
        """Be at a step; how one gets there, other tests try."""
        while self.welcome.step < step:
            self.welcome._next.click()

    def type(self, text: str) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    def named(self, name: str) -> QWidget:
        (found,) = [
            each
            for each in self.welcome.findChildren(QWidget)
            if each.accessibleName() == name and each.isVisible() and not isinstance(each, QLabel)
        ]
        return found

    def words(self) -> str:
        return "\n".join(label.text() for label in self.welcome.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def open_first_run(qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., FirstRun]]:
    opened: list[FirstRun] = []

    def open_(**given: Any) -> FirstRun:
        opened.append(FirstRun(qtbot, theme, **given))
        return opened[-1]

    yield open_
    for first in opened:
        for dialog in (*first.welcomes, *first.sign_ins):
            dialog.reject()
        for dialog in first.sign_ins:
            dialog.reject()
        first.window.close_now()


@pytest.fixture
def first(open_first_run: Callable[..., FirstRun]) -> FirstRun:
    return open_first_run().begin()


def test_three_steps_by_keyboard_alone(first: FirstRun) -> None:
    assert first.focused == "Next"
    assert "Step 1 of 3" in first.words()
    assert "cannot call back what has been sent" in first.words()
    first.hit(Qt.Key.Key_Return)
    assert (first.welcome.step, first.focused) == (SIGN_IN, "Account number")
    assert "not the e-mail" in first.words()
    first.type("12345")
    first.hit(Qt.Key.Key_Tab)
    first.type("right")
    first.alt("t")
    assert first.hands.tested == [TYPED]
    first.hands.srfax_says(SignInAnswer(account_name="Main Street Clinic"))
    assert "Main Street Clinic" in first.words()
    assert first.welcome.step == SIGN_IN, "it was only tested"
    first.hit(Qt.Key.Key_Return)
    first.hands.srfax_says(SignInAnswer())
    assert first.rig.board.account == TYPED.account
    assert (first.welcome.step, first.focused) == (PRACTICE, "Finish")
    first.alt("o")
    assert first.practised == 1
    assert "opens in a window of its own" in first.words()
    first.hit(Qt.Key.Key_Return)
    assert (first.welcomes, first.sign_ins) == ([], [])
    assert first.kept.welcomed
    assert (first.kept.account, first.kept.remember) == (TYPED.account, True)


def test_back_and_next_lead_through_without_a_sign_in(first: FirstRun) -> None:
    for key, step in (("n", SIGN_IN), ("b", DOES), ("n", SIGN_IN), ("n", PRACTICE)):
        first.alt(key)
        assert first.welcome.step == step
    first.alt("f")
    assert (first.welcomes, first.sign_ins) == ([], []), "whoever went past the sign-in is not asked again"
    assert first.kept.welcomed
    assert first.rig.board.account is None


def test_next_signs_in_where_something_was_typed(first: FirstRun) -> None:
    """It was tested, and found good: who then presses Next believes to be signed in."""
    first.go_to(SIGN_IN)
    first.type("12345")
    first.alt("n")
    assert first.welcome.step == SIGN_IN
    assert "Please type the password." in first.words()
    assert first.hands.tested == []
    first.type("right")
    first.alt("n")
    assert first.welcome.step == SIGN_IN
    first.hands.srfax_says(SignInAnswer())
    assert first.hands.tested == [TYPED]
    assert (first.welcome.step, first.rig.board.account) == (PRACTICE, TYPED.account)
    first.alt("b")
    first.alt("n")
    assert first.hands.tested == [TYPED], "nobody signs in twice"
    assert first.welcome.step == PRACTICE


@pytest.mark.parametrize("step", [DOES, SIGN_IN, PRACTICE])
@pytest.mark.parametrize("by", ["escape", "letter", "close"])
def test_one_key_skips_all_of_it_and_asks_for_the_sign_in(first: FirstRun, step: int, by: str) -> None:
    first.go_to(step)
    if by == "escape":
        first.hit(Qt.Key.Key_Escape)
    elif by == "letter":
        first.alt("k")
    else:
        first.welcome.close()
    assert first.welcomes == []
    assert len(first.sign_ins) == 1
    assert first.kept.welcomed


def test_whoever_has_signed_in_and_skips_the_practice_round_is_not_asked_again(first: FirstRun) -> None:
    first.go_to(SIGN_IN)
    first.type("12345")
    first.hit(Qt.Key.Key_Tab)
    first.type("right")
    first.hit(Qt.Key.Key_Return)
    first.hands.srfax_says(SignInAnswer(problem=StopOutcome.UNREACHABLE))
    assert first.welcome.step == PRACTICE
    assert "Skip" not in [each.text() for each in first.welcome.findChildren(QPushButton) if each.isVisible()]
    first.hit(Qt.Key.Key_Escape)
    assert (first.welcomes, first.sign_ins) == ([], [])
    assert first.kept.welcomed


def test_a_refused_sign_in_stays_in_its_step(first: FirstRun) -> None:
    first.go_to(SIGN_IN)
    first.type("12345")
    first.hit(Qt.Key.Key_Tab)
    first.type("wrong")
    first.alt("s")
    first.hands.srfax_says(SignInAnswer(problem=StopOutcome.LOGIN_REJECTED))
    assert first.welcome.step == SIGN_IN
    assert "refused" in first.words()
    assert first.focused == "Password"
    assert first.rig.board.account is None


def test_the_names_are_those_of_the_dialog_that_signs_in(first: FirstRun) -> None:
    first.go_to(SIGN_IN)
    assert isinstance(first.named("Account number"), QLineEdit)
    password = first.named("Password")
    assert isinstance(password, QLineEdit)
    assert password.echoMode() is QLineEdit.EchoMode.Password
    assert isinstance(first.named("Test connection"), QPushButton)
    assert isinstance(first.named("Sign in"), QPushButton)
    assert "Cancel" not in first.words()
    controls = [
        each
        for kind in (QPushButton, QLineEdit)
        for each in first.welcome.findChildren(kind)
        if each.isVisible() and each.isEnabled()
    ]
    assert [each for each in controls if not each.accessibleName()] == []
    letters = [text[text.index("&") + 1].lower() for text in _mnemonics(first.welcome)]
    assert len(letters) == len(set(letters))


def _mnemonics(dialog: QWidget) -> list[str]:
    texts = [getattr(each, "text", str)() for each in dialog.findChildren(QWidget) if each.isVisible()]
    return [text for text in texts if isinstance(text, str) and "&" in text]


@pytest.mark.parametrize("by", ["escape", "button"])
def test_an_answer_that_comes_after_it_was_skipped_signs_nobody_in(first: FirstRun, by: str) -> None:
    first.go_to(SIGN_IN)
    first.type("12345")
    first.hit(Qt.Key.Key_Tab)
    first.type("right")
    first.hit(Qt.Key.Key_Return)
    if by == "escape":
        first.hit(Qt.Key.Key_Escape)
    else:
        first.welcome._skip.click()
    first.hands.srfax_says(SignInAnswer())
    assert first.rig.board.account is None
    assert len(first.sign_ins) == 1


def test_a_fax_that_is_handed_over_by_a_second_start_ends_the_welcome(first: FirstRun) -> None:
    first.window.add_text("31524120")
    assert first.welcomes == []
    assert len(first.sign_ins) == 1
    assert [fax.fax_id for fax in first.rig.board.faxes()] == ["31524120"]


def test_a_practice_window_that_cannot_be_opened_is_told(first: FirstRun) -> None:
    first.can_practise = False
    first.go_to(PRACTICE)
    first.alt("o")
    assert "could not be opened" in first.words()


def test_closing_the_program_meanwhile_leaves_the_welcome_for_the_next_start(first: FirstRun) -> None:
    first.window.begin_closing()
    assert not first.kept.welcomed


# When it is shown


def test_whoever_was_welcomed_or_has_an_account_or_a_fax_is_asked_to_sign_in_at_once(
    open_first_run: Callable[..., FirstRun],
) -> None:
    welcomed = Kept()
    known = Kept()
    known.welcomed, known.known_accounts = False, (TYPED.account,)
    used = Kept(TYPED.account)
    used.welcomed = False
    for kept in (welcomed, known, used):
        opened = open_first_run(kept=kept).begin()
        assert (opened.welcomes, len(opened.sign_ins)) == ([], 1)
    listed = Rig(credentials=None)
    listed.controller.add([FaxId("1")])
    opened = open_first_run(rig=listed).begin()
    assert (opened.welcomes, len(opened.sign_ins)) == ([], 1)


def test_it_follows_the_language(first: FirstRun) -> None:
    buttons = [each for each in first.welcome.findChildren(QPushButton) if each.isVisible()]
    for button in buttons:
        button.setText("?")
    QApplication.sendEvent(first.welcome, QEvent(QEvent.Type.LanguageChange))
    assert "?" not in [each.text() for each in buttons]


def test_a_screen_reader_hears_what_stands_on_each_step(first: FirstRun, said: list[str]) -> None:
    dialog = first.welcome
    assert "has to be sent anew" in dialog.accessibleDescription()
    dialog._go_on()
    assert said[-1].startswith("Step 2 of 3. Sign in to SRFax. The account number is")
    dialog._go_on()
    assert said[-1].startswith("Step 3 of 3. A practice round. Practice opens a second window")


def test_enter_is_for_the_button_that_has_the_keyboard(first: FirstRun) -> None:
    first.go_to(PRACTICE)
    first.welcome._back.setFocus()
    first.hit(Qt.Key.Key_Return)
    assert first.welcome.step == SIGN_IN
    first.welcome._sign_in._test.setFocus()
    first.hit(Qt.Key.Key_Return)
    assert "Please type the account number." in first.words()
    first.welcome._skip.setFocus()
    first.hit(Qt.Key.Key_Return)
    assert first.welcomes == []
    assert len(first.sign_ins) == 1
