# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Long work lets the window live, ends once, and ends when it is told to."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from srfax_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Generator

    from pytestqt.qtbot import QtBot


def counting(to: int, log: list[str], *, takes_s: float = 0.0) -> Generator[int]:
    try:
        for number in range(1, to + 1):
            time.sleep(takes_s)
            yield number
        log.append("done")
    finally:
        log.append("closed")


def test_every_step_is_taken_and_told(qtbot: QtBot) -> None:
    steps, log, told = Steps(), list[str](), list[int]()
    steps.taken.connect(told.append)
    with qtbot.waitSignal(steps.ended):
        steps.start(counting(5, log))
        assert steps.busy
    assert told == [1, 2, 3, 4, 5]
    assert log == ["done", "closed"]
    assert not steps.busy


def test_the_window_lives_between_the_steps(qtbot: QtBot) -> None:
    steps, log = Steps(), list[str]()
    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(lambda: log.append("alive"))
    timer.start()
    with qtbot.waitSignal(steps.ended):
        steps.start(counting(20, log, takes_s=0.01))
    assert log.count("alive") >= 3


def test_what_is_given_up_is_closed_and_no_more_is_told(qtbot: QtBot) -> None:
    steps, log, told, ended = Steps(), list[str](), list[int](), list[str]()
    steps.taken.connect(told.append)
    steps.taken.connect(steps.stop)
    steps.ended.connect(lambda: ended.append("ended"))
    steps.start(counting(5, log))
    qtbot.waitUntil(lambda: bool(log))
    qtbot.wait(20)
    assert (told, log, ended) == ([1], ["closed"], ["ended"])
    steps.stop()
    assert ended == ["ended"]


def test_new_work_takes_the_place_of_the_old(qtbot: QtBot) -> None:
    steps, log, told = Steps(), list[str](), list[int]()
    steps.taken.connect(told.append)
    steps.start(counting(1000, [], takes_s=0.01))
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.waitSignal(steps.ended):
        steps.start(counting(1, log))
    qtbot.waitUntil(lambda: "done" in log)
    assert not steps.busy


def test_an_error_ends_it_and_is_not_swallowed(qtbot: QtBot) -> None:
    def failing() -> Generator[int]:
        yield 1
        raise RuntimeError

    steps = Steps()
    with qtbot.captureExceptions() as errors, qtbot.waitSignal(steps.ended):
        steps.start(failing())
    assert [error[0] for error in errors] == [RuntimeError]
    assert not steps.busy
