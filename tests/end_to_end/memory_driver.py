# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Runs the program with its window, presses its buttons round after round, and weighs it in between.

    python tests/end_to_end/memory_driver.py URL FAXES ROUNDS

In each round it finds FAXES queued faxes, stops all of them, waits until each is confirmed, and takes
them off the list. After each it writes a line of JSON: the stops so far, and the bytes of memory that
are the process's own once all garbage is collected and given back to the system (Linux).
"""

from __future__ import annotations

import ctypes
import gc
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QTableView

from srfax_desktop.__main__ import main
from srfax_desktop.ui.main_window import MainWindow

Ready = Callable[[], bool]

LOOK_MS = 20


def own_bytes() -> int:
    """Return how much memory belongs to this process alone."""
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii")
    return 1024 * sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Private_"))


def weighed() -> int:
    """Collect what is garbage, give it back, and return what is left."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _ in range(3):
        gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return own_bytes()


class Driver:
    """Goes through its steps: each ends with what is waited for before the next."""

    def __init__(self, window: MainWindow, faxes: int, rounds: int) -> None:
        self._window = window
        self._board = window._board
        (self._table,) = (
            each for each in window.findChildren(QTableView) if each.accessibleName() == "Faxes"
        )
        self._faxes = faxes
        self._steps = self._play(rounds)
        self._ready: Ready = self._signed_in
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            QTest.mouseClick(box.defaultButton(), Qt.MouseButton.LeftButton)
        elif self._ready():
            self._ready = next(self._steps)

    def _play(self, rounds: int) -> Iterator[Ready]:
        for number in range(1, rounds + 1):
            for name, done in (
                ("Find my queued faxes", self._all_listed),
                ("Stop all", self._all_confirmed),
            ):
                button = self._button(name)
                yield button.isEnabled
                # From the event loop: a question that the press opens is answered by a later look.
                QTimer.singleShot(0, button, button.click)
                yield done
            self._table.setFocus()
            for key in (Qt.Key.Key_Home, Qt.Key.Key_A):
                QTest.keyClick(self._table, key, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(self._table, Qt.Key.Key_Delete)
            yield self._none_listed
            told = {"stops": number * self._faxes, "own_bytes": weighed()}
            print(json.dumps(told), flush=True)  # noqa: T201 - what it is for
        self._timer.stop()
        self._window.begin_closing()
        yield lambda: False

    def _button(self, name: str) -> QPushButton:
        (found,) = (each for each in self._window.findChildren(QPushButton) if each.accessibleName() == name)
        return found

    def _signed_in(self) -> bool:
        return self._board.account is not None

    def _all_listed(self) -> bool:
        return self._table.model().rowCount() == len(self._board) == self._faxes

    def _all_confirmed(self) -> bool:
        verdicts = [fax.check and fax.check.verdict.value for fax in self._board.faxes()]
        return verdicts == ["confirmed"] * self._faxes

    def _none_listed(self) -> bool:
        return self._table.model().rowCount() == len(self._board) == 0


def drive(faxes: int, rounds: int) -> None:
    """Have the program's event loop begin with a driver at the window."""
    run_events = QApplication.exec

    def run_driven(*_: object) -> int:
        (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        driver = Driver(window, faxes, rounds)
        status = run_events()
        del driver
        return status

    QApplication.exec = run_driven  # type: ignore[method-assign]


if __name__ == "__main__":
    drive(int(sys.argv[2]), int(sys.argv[3]))
    sys.exit(main(["--endpoint", sys.argv[1]]))
