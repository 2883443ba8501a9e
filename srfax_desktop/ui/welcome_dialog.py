# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The first run, in three short steps: what the program does, the sign-in, and a practice round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.enter_key import presses_button
from srfax_desktop.ui.room import room_for
from srfax_desktop.ui.scrolling import put_into
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from srfax_desktop.ui.sign_in_dialog import SignInDialog

translate = QCoreApplication.translate

DOES, SIGN_IN, PRACTICE = range(3)
_SIZE = QSize(600, 500)


class WelcomeDialog(QDialog):
    """Esc, or one button, skips all that is left of it. Whoever has a fax to stop is not held up.

    sign_in: the form of the second step; it signs in as it does when it stands alone.
    """

    practice_pressed = Signal()
    skipped = Signal()  # before anybody was signed in, by whoever wants to sign in at once

    def __init__(self, sign_in: SignInDialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign_in = sign_in
        self._signed_in = False
        self._number = word_label("quiet")
        self._heading = word_label("heading")
        self._points = [word_label() for _ in range(3)]
        self._where = word_label("quiet")
        self._about_practice = word_label()
        self._practice = QPushButton()
        self._practice_result = word_label()
        self._stack = QStackedWidget()
        self._skip = QPushButton()
        self._back = QPushButton()
        self._next = QPushButton()
        self._lay_out()
        sign_in.accepted.connect(self._take_sign_in)
        sign_in.rejected.connect(self.reject)
        self._practice.clicked.connect(self.practice_pressed)
        self._skip.clicked.connect(self.reject)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._retranslate()
        self._go_to(DOES)

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._stack.currentIndex()

    def reject(self) -> None:
        """Skip what is left."""
        super().reject()
        if not self._signed_in:
            self.skipped.emit()

    def done(self, result: int) -> None:
        """Close. An answer to the sign-in that comes later signs nobody in."""
        self._sign_in.blockSignals(True)
        super().done(result)

    def tell_practice(self, *, opened: bool) -> None:
        """Say whether the practice window opens."""
        words = (
            translate("WelcomeDialog", "It opens in a window of its own. You can leave this one open.")
            if opened
            else translate(
                "WelcomeDialog",
                "It could not be opened. Start the program with --practice, or ask whoever installed it.",
            )
        )
        self._practice_result.setText(words)
        announce(self._practice_result, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, or else the one it is for."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._practice.setAutoDefault(False)
        practice = QHBoxLayout()
        practice.addWidget(self._practice)
        practice.addStretch(1)
        self._stack.addWidget(_page(*self._points))
        self._stack.addWidget(_page(self._where, self._sign_in))
        self._stack.addWidget(_page(self._about_practice, practice, self._practice_result))
        buttons = QHBoxLayout()  # a QDialogButtonBox lets go of the focus when the theme changes
        buttons.setSpacing(8)
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        self._skip.setAutoDefault(False)
        self._back.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._number)
        column.addWidget(self._heading)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
        self.resize(_SIZE.boundedTo(room_for(self)))

    def _retranslate(self) -> None:
        self.setWindowTitle(translate("WelcomeDialog", "Welcome to SRFax Desktop"))
        points = (
            translate(
                "WelcomeDialog",
                "SRFax Desktop asks SRFax to stop faxes that are still in the queue. Where SRFax says “not "
                "at this moment”, it tries again by itself. Afterwards it looks up what became of each fax.",
            ),
            translate(
                "WelcomeDialog",
                "It cannot call back what has been sent: pages may have gone before a fax is stopped. And "
                "SRFax cannot take a stop back: what is stopped by mistake has to be sent anew.",
            ),
            translate(
                "WelcomeDialog",
                "A fax is shown as “Stopped” only when SRFax has said so. Where that is not known, it says "
                "“Not confirmed”, and what you can do.",
            ),
        )
        for point, words in zip(self._points, points, strict=True):
            point.setText(words)
        self._where.setText(
            translate(
                "WelcomeDialog",
                "The account number is the number of your SRFax account, digits only. It is not the e-mail "
                "that you log in with. The SRFax portal shows it with your account once you are logged in "
                "there; whoever set the account up knows it too. “Test connection” touches no fax.",
            )
        )
        self._about_practice.setText(
            translate(
                "WelcomeDialog",
                "Practice opens a second window with faxes that behave differently: stopped, "
                "partly sent, too late, tried again. It plays SRFax inside this computer. No fax in it is "
                "real, nothing is sent anywhere, and your own list is left alone.",
            )
        )
        for button, label in (
            (self._practice, translate("WelcomeDialog", "&Open the practice window")),
            (self._skip, translate("WelcomeDialog", "S&kip and sign in")),
            (self._back, translate("WelcomeDialog", "&Back")),
        ):
            _call(button, label)
        self._show_step()

    def _show_step(self) -> None:
        number = translate("WelcomeDialog", "Step {0} of {1}").format(self.step + 1, self._stack.count())
        self._number.setText(number)
        heading = (
            translate("WelcomeDialog", "Stop a fax that must not go out"),
            translate("WelcomeDialog", "Sign in to SRFax"),
            translate("WelcomeDialog", "A practice round"),
        )[self.step]
        self._heading.setText(heading)
        words = {DOES: self._points, SIGN_IN: [self._where], PRACTICE: [self._about_practice]}[self.step]
        told = " ".join(label.text() for label in words)  # nothing on the page but its fields has the focus
        self.setAccessibleDescription(f"{number}. {heading}. {told}")
        self._back.setEnabled(self.step > DOES)
        self._skip.setVisible(not self._signed_in)
        _call(
            self._next,
            translate("WelcomeDialog", "&Finish")
            if self.step == PRACTICE
            else translate("WelcomeDialog", "&Next"),
        )

    def _go_to(self, step: int) -> None:
        self._next.setFocus()  # first: Qt would take it from button to button as the pages change
        self._stack.setCurrentIndex(step)
        if step == SIGN_IN:
            self._sign_in.show()
            self._sign_in.focus_first()
        self._next.setDefault(step != SIGN_IN)  # there, Enter signs in
        self._show_step()
        announce(self._heading, self.accessibleDescription())

    @Slot()
    def _take_sign_in(self) -> None:
        self._signed_in = True
        self._go_to(PRACTICE)

    @Slot()
    def _go_on(self) -> None:
        if self.step == PRACTICE:
            self.accept()
        elif self.step == SIGN_IN and self._sign_in.is_begun and not self._signed_in:
            self._sign_in.sign_in()  # whoever has filled it in believes to be signed in by going on
        else:
            self._go_to(self.step + 1)

    @Slot()
    def _go_back(self) -> None:
        self._go_to(self.step - 1)


def _page(*parts: QWidget | QHBoxLayout) -> QScrollArea:
    """Return a page that scrolls where there is little room."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 4, 8, 4)
    column.setSpacing(12)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    page = QScrollArea()
    put_into(page, sheet)
    page.setFrameShape(QFrame.Shape.NoFrame)
    page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return page


def _call(button: QPushButton, label: str) -> None:
    button.setText(label)
    button.setAccessibleName(label.replace("&", ""))
