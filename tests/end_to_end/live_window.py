# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The whole program with its window in the test's own process: every part real, and within reach."""

from __future__ import annotations

import gc
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from srfax_desktop import backstage, window_app
from srfax_desktop.core.ports import VaultError
from srfax_desktop.engine.crash import CrashHook
from srfax_desktop.home import Home
from srfax_desktop.options import Target
from srfax_desktop.parts import Place
from srfax_desktop.srfax.endpoint import Endpoint
from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.languages import Languages
from srfax_desktop.ui.sign_in_dialog import SignInDialog
from tests.ui.desk import answer_question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.sign_in import Credentials

W = TypeVar("W", bound=QWidget)

PATIENCE_S = 60.0


class MemoryVault:
    """A vault that keeps in memory. missing: there is none."""

    def __init__(self, *, missing: bool = False) -> None:
        self.kept: dict[AccountNumber, str] = {}
        self.missing = missing

    def check(self) -> None:
        if self.missing:
            raise VaultError("none")

    def load(self, account: AccountNumber) -> str | None:
        self.check()
        return self.kept.get(account)

    def save(self, account: AccountNumber, password: str) -> None:
        self.check()
        self.kept[account] = password

    def forget(self, account: AccountNumber) -> None:
        self.check()
        self.kept.pop(account, None)


class Heartbeat(QObject):
    """Beats in the window's thread. longest_ms: the longest time in which it could not."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def begin(self) -> None:
        """Forget what was before."""
        self.longest_ms, self._last = 0.0, time.monotonic()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


class LiveWindow:
    """A window, and the hands and eyes of its user."""

    def __init__(self, session: window_app._Session, home: Home) -> None:
        self.session = session
        self.home = home
        self.window = session.window
        self.controller = session._controller
        self.heartbeat = Heartbeat()

    @property
    def behind(self) -> backstage.Backstage:
        """What stands behind the window."""
        assert self.session._backstage
        return self.session._backstage

    def wait_until(self, true: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
        """Let the window live until it is so."""
        limit = time.monotonic() + patience_s
        while not true():
            assert time.monotonic() < limit, f"waited in vain for {what}; {self.words()}"
            QTest.qWait(10)

    def live(self, seconds: float) -> None:
        """Let the window live for a while."""
        QTest.qWait(int(seconds * 1000))

    def words(self) -> list[str]:
        """All that banners say."""
        return [each.words.text() for each in self.window.findChildren(Banner) if each.isVisible()]

    def says(self, words: str) -> bool:
        """Whether a banner says this, among other things."""
        return words in "\n".join(self.words())

    @property
    def dialogs(self) -> list[SignInDialog]:
        """The dialogs that ask for a sign-in: one or none."""
        return [each for each in self.window.findChildren(SignInDialog) if each.isVisible()]

    def dialog_says(self) -> str:
        """All that the dialog says."""
        return "\n".join(label.text() for each in self.dialogs for label in each.findChildren(QLabel))

    def fill_in(self, credentials: Credentials, *, remember: bool | None = None) -> None:
        """Fill the dialog in, as soon as it is there, and press its button."""
        self.wait_until(lambda: bool(self.dialogs), "the dialog")
        (dialog,) = self.dialogs
        account, password = dialog.findChildren(QLineEdit)
        account.setText(credentials.account)
        password.setText(credentials.password)
        if remember is not None:
            dialog._remember.setChecked(remember)
        self.press(dialog, "Sign in")

    def sign_in(self, credentials: Credentials, *, remember: bool | None = None) -> None:
        """Sign in, and wait until that is done."""
        self.fill_in(credentials, remember=remember)
        self.wait_until(
            lambda: not self.dialogs and self.controller.board.account == credentials.account, "the sign-in"
        )

    def press(self, within: QWidget, name: str) -> None:
        """Press a button."""
        (button,) = [each for each in within.findChildren(QPushButton) if each.accessibleName() == name]
        self.wait_until(button.isEnabled, f"{name} to be enabled")
        button.click()

    def stop_all(self, *fax_ids: str) -> None:
        """Put faxes on the list, press `Stop all`, and say yes."""
        self.window.add_text(" ".join(fax_ids))
        self.live(0.05)
        asked = answer_question(f"Stop {len(fax_ids)} faxes")
        self.press(self.window, "Stop all")
        assert asked

    def states(self) -> dict[str, str]:
        """What state each fax is in."""
        return {str(fax.fax_id): fax.state.value for fax in self.controller.board.faxes()}

    def statuses(self) -> set[str]:
        """Every status that there is in the list."""
        return {self.controller.board.status(fax.fax_id).value for fax in self.controller.board.faxes()}


@contextmanager
def live_window(
    qapp: QApplication, url: str, monkeypatch: pytest.MonkeyPatch, vault: object | None = None
) -> Iterator[LiveWindow]:
    """Run the program for a service at `url`. vault: in the place of the operating system's."""

    def refuse(status: int) -> NoReturn:
        message = f"a thread could not be ended; the process would have, with {status}"
        raise AssertionError(message)

    monkeypatch.setattr(os, "_exit", refuse)
    if vault is not None:
        monkeypatch.setattr(backstage, "KeyringVault", lambda: vault)
    home = Home(practice=False)
    QApplication.clipboard().clear()  # what another test has copied is not offered
    hook = CrashHook(lambda trouble: pytest.fail(trouble.details))
    session = window_app._Session(qapp, home, Place(Target(Endpoint.parse(url))), (), hook, Languages(qapp))
    live = LiveWindow(session, home)
    try:
        session.window.show()
        session.begin()
        live.behind.finished.disconnect(QApplication.quit)
        yield live
    finally:
        for dialog in live.dialogs:
            dialog.reject()
        session._controller.close()
        session.window.close_now()
        session.end(0)
        session._theme.deleteLater()
        session.deleteLater()
        session.window.deleteLater()
        del session
        _clear_away(live)
        hints = qapp.styleHints()
        hints.colorSchemeChanged.emit(hints.colorScheme())  # other tests' theme is the one again


def _clear_away(live: LiveWindow) -> None:
    """Let all of a window go, here and now.

    What is left would go when the garbage is next collected, in whatever thread that happens: the next
    window's threads are none that may take a widget away.
    """
    live.heartbeat.deleteLater()
    vars(live).clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
