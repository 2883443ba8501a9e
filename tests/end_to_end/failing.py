# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The program with errors put into it: `python -m tests.end_to_end.failing WHAT… -- ARGUMENTS`.

Each WHAT is a function below. What it prints is JSON, a line each.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, qWarning

from srfax_desktop import app, parts, window_app
from srfax_desktop.__main__ import main
from srfax_desktop.core.fax import FaxId
from srfax_desktop.engine import stall_watch
from srfax_desktop.engine.controller import Controller
from srfax_desktop.engine.jobs import ServiceBench, StopJob
from srfax_desktop.ui import questions
from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.bundle_dialog import BundleDialog
from srfax_desktop.ui.fax_table import FaxTable
from srfax_desktop.ui.trouble_dialog import TroubleDialog

if TYPE_CHECKING:
    from collections.abc import Callable

NUMBER = "16045557391"
SUBJECT = "Zebrafinch Quillmore"
DOCUMENT = "20260101-umbrellabird"
SENDER = "wagtail@clinic.example"
MARKER = f"{NUMBER} {SUBJECT} {DOCUMENT} {SENDER} /home/alice/{SUBJECT}.pdf"

SOON_MS = 200


def _after(kind: type, name: str, act: Callable[[Any], object]) -> None:
    """Do something once a method has been run."""
    before = getattr(kind, name)

    def run(self: Any, *arguments: Any) -> Any:
        result = before(self, *arguments)
        act(self)
        return result

    setattr(kind, name, run)


def _raise(*_: object, **__: object) -> None:
    raise ValueError(MARKER)


def _when_begun(act: Callable[[Any], object]) -> None:
    """Do something in the window, once it is there."""
    _after(window_app._Session, "begin", act)


def slot() -> None:
    """A timer's slot raises."""
    _when_begun(lambda _: QTimer.singleShot(SOON_MS, _raise))


def thread() -> None:
    """A plain thread raises."""
    _when_begun(lambda _: threading.Thread(target=_raise, name="plain").start())


def override() -> None:
    """The table raises whenever it is painted."""
    FaxTable.paintEvent = _raise  # type: ignore[method-assign]


def complaint() -> None:
    """Qt says something that quotes."""
    _when_begun(lambda _: qWarning(f'cannot open "{SUBJECT}" for {NUMBER}'))


class _Storm(QObject):
    go = Signal()


def storm() -> None:
    """Thousands of errors a second."""

    def begin(session: Any) -> None:
        source = _Storm(session)
        source.go.connect(_raise)
        timer = QTimer(source)
        for _ in range(100):
            timer.timeout.connect(source.go)
        timer.start(10)

    _when_begun(begin)


def worker() -> None:
    """The first request of each worker raises something that is no Exception."""

    class Panic(BaseException):
        pass

    perform = ServiceBench.perform

    def panic(self: ServiceBench, job: Any) -> object:
        if isinstance(job, StopJob) and job.attempt == 1:
            raise Panic(MARKER)
        return perform(self, job)

    ServiceBench.perform = panic  # type: ignore[method-assign]


def answer() -> None:
    """What takes the answers raises at the first one: that fax never comes to an end."""
    take = Controller._take_answer
    raised: list[bool] = []

    def fail(self: Controller, done: Any) -> None:
        if not raised:
            raised.append(True)
            _raise()
        take(self, done)

    Controller._take_answer = fail  # type: ignore[method-assign]
    stall_watch.LOOK_MS = 50
    app.INTERRUPTED_WAIT_MS = 100


def listener() -> None:
    """A listener to each attempt raises."""
    _after(parts.Engine, "__init__", lambda engine: engine.controller.attempt_ended.connect(_raise))


def start() -> None:
    """What the program keeps cannot even be looked for."""
    for module in (app, window_app):
        setattr(module, "Home", _raise)  # noqa: B010 - neither says that others may use it
    setattr(questions, "tell_cannot_start", lambda: _tell("cannot start"))  # noqa: B010


def abort() -> None:
    """The process breaks down, as a library's assertion does it."""
    _when_begun(lambda _: QTimer.singleShot(SOON_MS, os.abort))


def null() -> None:
    """The process reads where nothing is."""
    _when_begun(lambda _: QTimer.singleShot(SOON_MS, lambda: ctypes.string_at(0)))


def tell(*, close: bool = False) -> None:
    """Tell what the window says."""

    def say(session: Any) -> None:
        banners = [each for each in session.window.findChildren(Banner) if each.isVisible()]
        dialogs = session.window.findChildren(TroubleDialog)
        _tell(
            {"banners": [each.words.text() for each in banners], "dialogs": [each.words for each in dialogs]}
        )
        if close:
            session.window.begin_closing()

    _when_begun(lambda session: QTimer.singleShot(3 * SOON_MS, lambda: say(session)))


def look() -> None:
    """The same, and close it."""
    tell(close=True)


def stop_all() -> None:
    """Find the queue, and ask for all of it to be stopped."""

    def begin(session: Any) -> None:
        controller = session._controller
        controller.faxes_added.connect(
            lambda ids: QTimer.singleShot(0, lambda: controller.ask(map(FaxId, ids)))
        )

    _when_begun(begin)


def bundle() -> None:
    """When the trying has ended, save the support bundle where `SRFAX_TEST_BUNDLE` says, and close."""
    path = os.environ["SRFAX_TEST_BUNDLE"]

    def save(window: Any) -> None:
        dialog = window.findChild(BundleDialog)
        if dialog is None:
            window.help.bundle_pressed.emit()
        elif dialog._bundle:
            dialog.save(path)
            dialog.reject()
            window.begin_closing()

    def begin(session: Any) -> None:
        board = session._controller.board
        timer = QTimer(session)
        timer.timeout.connect(lambda: save(session.window) if len(board) and not board.under_way else None)
        timer.start(SOON_MS)

    _when_begun(begin)


def _tell(words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    at = sys.argv.index("--")
    for name in sys.argv[1:at]:
        globals()[name]()
    sys.argv[0] = str(Path(__file__))
    sys.exit(main(sys.argv[at + 1 :]))
