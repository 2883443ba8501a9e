# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Runs the real program with its window, uses it as its user would, and notes what that took.

    python -m benchmarks.driven SCENARIO OPTIONS ARGUMENT ...

SCENARIO is one of `scenarios.SCENARIOS`, OPTIONS a JSON object of what it takes; the arguments are the
program's own. What was measured is a JSON object, the last line of its output.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from typing import TYPE_CHECKING

from srfax_desktop.bindings import load_bindings

load_bindings()  # as the program does, which has them loaded here before it begins

from PySide6.QtCore import QObject, Qt, QTimer  # noqa: E402 - after the bindings
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QTableView  # noqa: E402

from benchmarks.clinic import CLINIC  # noqa: E402
from srfax_desktop.__main__ import main  # noqa: E402
from srfax_desktop.ui.main_window import MainWindow  # noqa: E402
from srfax_desktop.ui.sign_in_dialog import SignInDialog  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    Ready = Callable[[], bool]
    Steps = Iterator[Ready]

LOOK_MS = 2
PATIENCE_S = 400.0


class Hand(QObject):
    """The window, and what its user does with it. A scenario yields what it waits for before it goes on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.window = window
        self.board = window._board
        self.controller = window._controller
        (self.table,) = (each for each in window.findChildren(QTableView) if each.accessibleName() == "Faxes")
        self.model = window._model
        self._steps: Steps = iter(())
        self._ready: Ready = lambda: True
        self._look = QTimer(self)
        self._look.timeout.connect(self._go_on)

    def play(self, steps: Steps) -> None:
        """Go through these steps."""
        self._steps = steps
        self._look.start(LOOK_MS)

    def look_each(self, milliseconds: int) -> None:
        """See less often whether there is something to do: looking costs time that is measured."""
        self._look.setInterval(milliseconds)

    def _go_on(self) -> None:
        try:
            if self._ready():
                self._ready = next(self._steps)
        except BaseException:  # noqa: BLE001 - the program would log it, and go on without its user
            traceback.print_exc()
            os._exit(4)

    def button(self, name: str, within: QWidget | None = None) -> QPushButton:
        """Return a button by its name."""
        every = (within or self.window).findChildren(QPushButton)
        (found,) = (each for each in every if each.accessibleName() == name)
        return found

    def signed_in(self, *, queue: bool = True) -> Steps:
        """Sign in by the dialog, as soon as it is there. queue: and wait for it."""
        yield lambda: bool(self._dialogs())
        (dialog,) = self._dialogs()
        account, password = dialog.findChildren(QLineEdit)
        account.setText(CLINIC.account)
        password.setText(CLINIC.password)
        dialog._remember.setChecked(False)
        go = self.button("Sign in", dialog)
        yield go.isEnabled
        go.click()
        yield lambda: self.board.account is not None and not self._dialogs()
        if queue:
            yield self.is_in_line

    def is_in_line(self) -> bool:
        """Whether the queue has come: it tells of each fax where it goes."""
        faxes = self.board.faxes()
        return all(fax.details for fax in (*faxes[:5], *faxes[-5:]))

    def click(self, button: QPushButton) -> None:
        """Click, from the event loop: a question that it opens is answered by a later look."""
        QTimer.singleShot(0, button, lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))

    def question(self) -> QPushButton | None:
        """Return the button that Enter presses in the question that is open."""
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or not box.isVisible():
            return None
        return box.defaultButton()

    def _dialogs(self) -> list[SignInDialog]:
        return [each for each in self.window.findChildren(SignInDialog) if each.isVisible()]


def drive(scenario: str, options: dict[str, object]) -> None:
    """Have the program's event loop begin with a scenario."""
    from benchmarks.scenarios import SCENARIOS  # noqa: PLC0415 - it imports this module

    run_events = QApplication.exec

    def run_driven(*_: object) -> int:
        (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        hand = Hand(window)

        def steps() -> Steps:
            told: dict[str, object] = {}
            yield from SCENARIOS[scenario](hand, told, **options)
            print(json.dumps(told), flush=True)
            os._exit(0)  # what is measured is measured: closing the window is no part of it

        hand.play(steps())
        QTimer.singleShot(int(PATIENCE_S * 1000), lambda: os._exit(3))
        return run_events()

    QApplication.exec = run_driven  # type: ignore[method-assign]


if __name__ == "__main__":
    drive(sys.argv[1], json.loads(sys.argv[2]))
    sys.exit(main(sys.argv[3:]))
