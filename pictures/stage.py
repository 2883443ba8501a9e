# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The whole program in this process, with its clock, its home and its fonts in the photographer's hands."""

from __future__ import annotations

import time
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from pictures.pseudo import PseudoLanguage
from pictures.still_time import BEGAN, StillClock, StillTime
from srfax_desktop import backstage, parts, window_app
from srfax_desktop.core.fax import FaxId
from srfax_desktop.engine.controller import Controller
from srfax_desktop.engine.crash import CrashHook
from srfax_desktop.home import Home
from srfax_desktop.options import Target
from srfax_desktop.srfax import client, practice
from srfax_desktop.ui import fax_columns, fax_words, times
from srfax_desktop.ui.icons import window_icon
from srfax_desktop.ui.languages import ENGLISH, Languages

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from PySide6.QtGui import QImage

    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.status import Status
    from srfax_desktop.engine.crash import Trouble

P = TypeVar("P", bound=QObject)
W = TypeVar("W", bound=QWidget)

FONT = "DejaVu Sans"
FONT_PT = 10.0
PATIENCE_S = 30.0
LOOK_MS = 20
QUIET_LOOKS = 20
"""So many looks in a row at which no list is being asked for: what is gathered for a moment is shown then."""


class MemoryVault:
    """A vault that works and keeps nothing: the real one is not asked for a picture."""

    def check(self) -> None:
        """Work."""

    def load(self, account: AccountNumber) -> str | None:  # noqa: ARG002 - the vault's own signature
        """Know no password."""
        return None

    def save(self, account: AccountNumber, password: str) -> None:
        """Keep nothing."""

    def forget(self, account: AccountNumber) -> None:
        """Have nothing to forget."""


class _Datetime(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp(BEGAN.timestamp(), tz)


def _today() -> date:
    return BEGAN.astimezone().date()


class _Socket:
    @staticmethod
    def gethostname() -> str:
        return "frontdesk-2"


class _User:
    @staticmethod
    def getuser() -> str:
        return "m.tremblay"


def start_application(*, font_times: float, pseudo: bool) -> QApplication:
    """Return the application, with the fonts of the pictures. font_times: how much larger than usual."""
    QApplication.setStyle("Fusion")
    app = QApplication(["srfax-desktop"])
    font = QFont(FONT)
    font.setPointSizeF(FONT_PT * font_times)
    app.setFont(font)
    app.setWindowIcon(window_icon())
    app.setCursorFlashTime(0)
    app.setQuitOnLastWindowClosed(False)
    if pseudo:
        app.installTranslator(PseudoLanguage(app))
    return app


class Stage:
    """The program on the practice service, as it is when its window has just been shown."""

    def __init__(self, app: QApplication, size: tuple[int, int]) -> None:
        self.clock = StillClock()
        _stop_time(self.clock)
        self.home = Home(practice=True)
        languages = Languages(app)
        languages.choose(self.home.preferences.language or ENGLISH)
        place, hook = parts.Place(Target(None)), CrashHook(_give_up)
        self.session = window_app._Session(app, self.home, place, (), hook, languages)
        self.window = self.session.window
        self.controller: Controller = self.session._controller
        self.board = self.controller.board
        self.theme = self.session._theme
        self.window.resize(*size)
        self.window.show()
        self.session.begin()

    @property
    def behind(self) -> backstage.Backstage:
        """What stands behind the window."""
        assert self.session._backstage
        return self.session._backstage

    def wait(self, true: Callable[[], bool], what: str) -> None:
        """Let the window live until it is so. Raises TimeoutError."""
        limit = time.monotonic() + PATIENCE_S
        while not true():
            if time.monotonic() > limit:
                raise TimeoutError(what)
            QTest.qWait(LOOK_MS)

    def settle(self) -> None:
        """Let what is under way come to an end, and be shown."""
        quiet = 0

        def is_quiet() -> bool:
            nonlocal quiet
            quiet = 0 if self.session._engine.list_pool.busy else quiet + 1
            return quiet >= QUIET_LOOKS

        self.wait(is_quiet, "the lists of SRFax to be looked through")

    def find(self, count: int = 14) -> None:
        """Wait until so many faxes were found in the queue."""
        self.wait(lambda: len(self.board.faxes()) >= count, f"{count} faxes")
        self.settle()

    def ask(self, *fax_ids: str) -> None:
        """Ask for these faxes to be stopped, one after the other."""
        self.controller.add(map(FaxId, fax_ids))
        self.controller.ask(list(map(FaxId, fax_ids)))

    def until(self, fax_id: str, status: Status) -> None:
        """Wait until a fax has this status."""
        self.wait(lambda: self.board.status(FaxId(fax_id)) is status, f"{fax_id} to be {status}")

    def until_checked(self, *fax_ids: str) -> None:
        """Wait until SRFax's lists were asked about these faxes."""
        self.wait(lambda: all(self.board.fax(FaxId(each)).check for each in fax_ids), "the checks")
        self.settle()

    def pass_s(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.now_s += seconds
        self.controller.tick()
        self.settle()

    def select(self, *fax_ids: str) -> None:
        """Select these faxes."""
        self.window._table.select(tuple(map(FaxId, fax_ids)))
        self.window._table.setFocus()
        self.settle()

    def dialog(self, kind: type[W]) -> W:
        """Wait for a dialog of this kind, and return it."""
        self.wait(lambda: any(each.isVisible() for each in _all(kind)), kind.__name__)
        self.settle()
        return next(each for each in _all(kind) if each.isVisible())

    def child(self, kind: type[P]) -> P:
        """Return the one part of this kind that belongs to the window."""
        (found,) = [each for each in self.window.children() if isinstance(each, kind)]
        return found

    def press(self, within: QWidget, name: str) -> None:
        """Press a button."""
        found = [each for each in within.findChildren(QPushButton) if each.accessibleName() == name]
        found[0].click()
        self.settle()

    def question(self, act: Callable[[], object]) -> QImage:
        """Do what asks a question, take its picture, and leave it unanswered."""
        taken: list[QImage] = []

        def look() -> None:
            box = QApplication.activeModalWidget()
            if box is None:
                QTimer.singleShot(LOOK_MS, look)
                return
            QTest.qWait(LOOK_MS)
            taken.append(box.grab().toImage())
            box.close()

        QTimer.singleShot(LOOK_MS, look)
        QTimer.singleShot(0, act)
        self.wait(lambda: bool(taken), "a question")
        return taken[0]

    def close(self) -> None:
        """End it all."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window:
                widget.close()
        self.behind.finished.disconnect()
        self.controller.close()
        self.window.close_now()
        self.session.end(0)


def _all(kind: type[W]) -> list[W]:
    return [each for each in QApplication.allWidgets() if isinstance(each, kind)]


def _stop_time(clock: StillClock) -> None:
    """Have nothing in the program see the time of day, or who is at which computer."""
    still = StillTime()
    server = partial(practice.PracticeServer, clock=clock.monotonic_s)
    for module, name, stand_in in (
        (parts, "SystemClock", lambda: clock),
        (client, "time", still),
        (practice, "time", still),
        (practice, "PracticeServer", server),
        (backstage, "KeyringVault", MemoryVault),
        (fax_words, "local_today", _today),
        (fax_columns, "local_today", _today),
        (times, "datetime", _Datetime),
        (backstage, "socket", _Socket),
        (backstage, "getpass", _User),
    ):
        setattr(module, name, stand_in)
    defaults = Controller.__init__.__kwdefaults__
    assert defaults is not None
    defaults["jitter"] = lambda: 0.0


def _give_up(trouble: Trouble) -> None:
    raise SystemExit(trouble.details)
