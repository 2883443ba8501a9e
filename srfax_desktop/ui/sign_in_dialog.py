# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Asks for account number and password, and tries them before it believes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.sign_in import AccountError, Credentials, parse_account
from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.enter_key import presses_button
from srfax_desktop.ui.notices import account_problem_words, password_missing_words, sign_in_words
from srfax_desktop.ui.room import room_for
from srfax_desktop.ui.scrolling import ScrolledPage, scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.sign_in import SignInAnswer
    from srfax_desktop.engine.sign_in import SignIn
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

_WIDTH = 460
_SIDE = 20


class SignInDialog(QDialog):
    """Signs in when SRFax accepts the credentials, or cannot be asked; stays open when it refuses them."""

    accepted_credentials = Signal(object, bool, bool)  # Credentials, whether proven, whether to remember

    def __init__(
        self,
        sign_in: SignIn,
        theme: Theme,
        *,
        account: AccountNumber | None,
        remember: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign_in = sign_in
        self._theme = theme
        self._vault_works = True
        self._accept_when_tested = False
        self._testing: Credentials | None = None
        self._in_trouble = False
        self._account = QLineEdit(account or "")
        self._account.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._remember = QCheckBox()
        self._remember.setChecked(remember)
        self._vault_words = _quiet_label()
        self._result = _quiet_label()
        self._result.setObjectName("")
        self._test = QPushButton()
        self._buttons = QDialogButtonBox()
        self._go = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = self._buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._retranslate()
        self.setMinimumWidth(_WIDTH)
        self._test.clicked.connect(self._press_test)
        self._buttons.accepted.connect(self._press_sign_in)
        self._buttons.rejected.connect(self.reject)
        self._remember.toggled.connect(self._say_where_kept)
        for field in (self._account, self._password):
            field.textEdited.connect(self._forget_test)
        theme.changed.connect(self._recolour)
        sign_in.tested.connect(self._take_answer)
        sign_in.vault_checked.connect(self._take_vault)
        sign_in.check_vault()
        self._say_where_kept()
        self.focus_first()

    def embed(self) -> None:
        """Be a part of another dialog, which says what it is about, and can be cancelled itself."""
        self.setWindowFlags(Qt.WindowType.Widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        for layout in (self._page.layout(), self._foot):
            if layout:
                layout.setContentsMargins(0, 0, 0, 0)
        self._area.takeWidget()  # that other one scrolls
        self._column.replaceWidget(self._area, self._page)
        self._page.show()
        self._area.deleteLater()
        self._intro.hide()
        self._hint.hide()
        self._cancel.hide()
        # Whatever button of that other dialog has the focus takes the Enter key from this one's.
        self._go.setAutoDefault(False)
        self._go.setDefault(False)
        for field in (self._account, self._password):
            field.returnPressed.connect(self._press_sign_in)

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that would be lost if nobody signed in with it."""
        return bool(self._password.text() or self._account.text().strip())

    def sign_in(self) -> None:
        """Do what the button of that name does."""
        self._press_sign_in()

    def focus_first(self) -> None:
        """Put the keyboard where typing begins: on the password, where the account is known."""
        (self._password if self._account.text() else self._account).setFocus()

    def done(self, result: int) -> None:
        """Close. An answer that comes later signs nobody in: whoever cancels means it."""
        self._testing = None
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, or else the one it is for."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._say_where_kept()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._intro = QLabel()
        self._intro.setWordWrap(True)
        self._account_label = QLabel()
        self._account_label.setBuddy(self._account)
        self._password_label = QLabel()
        self._password_label.setBuddy(self._password)
        self._hint = _quiet_label()
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self._account_label, self._account)
        form.addRow("", self._hint)
        form.addRow(self._password_label, self._password)
        form.addRow("", self._remember)
        form.addRow("", self._vault_words)
        test_row = QHBoxLayout()
        test_row.addWidget(self._test)
        test_row.addStretch(1)
        form.addRow("", test_row)
        self._page = ScrolledPage()
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(_SIDE, 0, _SIDE, 0)
        inside.setSpacing(12)
        inside.addWidget(self._intro)
        inside.addLayout(form)
        inside.addStretch(1)
        self._area = scrolling(self._page)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 16)
        column.setSpacing(12)
        column.addWidget(self._area, 1)
        self._foot = foot = QVBoxLayout()  # always in sight: what came of it, and the buttons
        foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        foot.setSpacing(12)
        foot.addWidget(self._result)
        foot.addWidget(self._buttons)
        column.addLayout(foot)
        self._go.setDefault(True)
        self._test.setAutoDefault(False)

    def _retranslate(self) -> None:
        title = translate("SignInDialog", "Sign in to SRFax")
        self.setWindowTitle(title)
        self.setAccessibleName(title)  # within another dialog, a title is nobody's name
        self._intro.setText(translate("SignInDialog", "The stops are sent with your SRFax account."))
        self._account_label.setText(translate("SignInDialog", "&Account number"))
        self._account.setAccessibleName(translate("SignInDialog", "Account number"))
        self._hint.setText(
            translate("SignInDialog", "Digits only, not your login e-mail. The SRFax portal shows it.")
        )
        self._describe_fields()
        self._password_label.setText(translate("SignInDialog", "&Password"))
        self._password.setAccessibleName(translate("SignInDialog", "Password"))
        self._remember.setText(translate("SignInDialog", "&Remember on this computer"))
        self._test.setText(translate("SignInDialog", "&Test connection"))
        self._test.setAccessibleName(translate("SignInDialog", "Test connection"))
        self._go.setText(translate("SignInDialog", "&Sign in"))
        self._go.setAccessibleName(translate("SignInDialog", "Sign in"))
        self._cancel.setText(translate("SignInDialog", "Cancel"))

    @Slot()
    def _press_test(self) -> None:
        self._ask(accept=False)

    @Slot()
    def _press_sign_in(self) -> None:
        self._ask(accept=True)

    def _ask(self, *, accept: bool) -> None:
        credentials = self._read()
        if credentials is None:
            return
        self._accept_when_tested = accept
        self._testing = credentials
        self._say(translate("SignInDialog", "Asking SRFax…"))
        self._sign_in.test(credentials)

    def _read(self) -> Credentials | None:
        try:
            account = parse_account(self._account.text())
        except AccountError as error:
            self._say(account_problem_words(error.problem), trouble=True, of=self._account)
            self._account.setFocus()
            self._account.selectAll()
            return None
        if not self._password.text():
            self._say(password_missing_words(), trouble=True, of=self._password)
            self._password.setFocus()
            return None
        return Credentials(account, self._password.text())

    @Slot(object, object)
    def _take_answer(self, credentials: Credentials, answer: SignInAnswer) -> None:
        if credentials != self._testing:
            return
        self._testing = None
        refused = answer.problem is StopOutcome.LOGIN_REJECTED
        of = self._password if refused else None
        self._say(sign_in_words(answer), trouble=answer.problem is not None, of=of)
        if refused:
            self._password.setFocus()
            self._password.selectAll()
        elif self._accept_when_tested:
            remember = self._remember.isChecked() and self._vault_works
            self.accepted_credentials.emit(credentials, answer.problem is None, remember)
            self.accept()

    @Slot()
    def _forget_test(self) -> None:
        """Take no answer about what stood there before, and say nothing about it any more."""
        self._testing = None
        self._result.clear()
        self._describe_fields()

    @Slot(bool)
    def _take_vault(self, works: bool) -> None:
        self._vault_works = works
        self._remember.setEnabled(works)
        if not works:
            self._remember.setChecked(False)
        self._say_where_kept()

    @Slot()
    def _say_where_kept(self) -> None:
        if not self._vault_works:
            words = translate(
                "SignInDialog",
                "No password vault can be used on this computer: the password is kept until the program "
                "is closed, and asked for again at the next start.",
            )
        elif self._remember.isChecked():
            words = translate("SignInDialog", "The password is kept in the password vault of your system.")
        else:
            words = translate("SignInDialog", "The password is not stored, only kept until the program ends.")
        self._vault_words.setText(words)
        self._remember.setAccessibleDescription(words)
        self._grow()

    def _describe_fields(self, of: QLineEdit | None = None) -> None:
        """Have a screen reader say with a field what is to go there, and what is wrong with it: of one."""
        wrong = self._result.text()
        hint = self._hint.text()
        self._account.setAccessibleDescription(f"{wrong} {hint}" if of is self._account else hint)
        self._password.setAccessibleDescription(wrong if of is self._password else "")

    def _say(self, words: str, *, trouble: bool = False, of: QLineEdit | None = None) -> None:
        self._in_trouble = trouble
        self._recolour()
        self._result.setText(words)
        self._describe_fields(of)
        self._grow()
        announce(self._result, words, urgent=trouble)

    @Slot()
    def _recolour(self) -> None:
        colour = self._theme.trouble if self._in_trouble else self._theme.colours.text
        self._result.setStyleSheet(f"color: {colour};")

    def sizeHint(self) -> QSize:
        """Return room for all the words, as far as the screen has it; what is more is scrolled."""
        width = max(self.minimumWidth(), self.width() if self.isVisible() else 0)
        margins = self._column.contentsMargins()
        around = margins.top() + self._column.spacing() + margins.bottom()
        foot = self._foot.totalHeightForWidth(width)
        if foot < 0:  # nothing in it wraps: there are no words
            foot = self._foot.totalSizeHint().height()
        height = self._page.heightForWidth(width) + around + foot
        return QSize(width, min(height, room_for(self).height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words want it: Qt gives a dialog two thirds of a screen at the most."""
        super().showEvent(event)
        if self.isWindow():
            bar = self._area.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(max(_WIDTH, self._page.minimumSizeHint().width() + bar))
        self._grow()

    def _grow(self) -> None:
        """Make room for words that became longer: Qt does not by itself, and would clip them."""
        self._column.activate()
        needed = self.sizeHint().height()
        if self.isWindow() and self.isVisible() and needed > self.height():
            self.resize(self.width(), needed)


def _quiet_label() -> QLabel:
    label = QLabel()
    label.setObjectName("quiet")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
