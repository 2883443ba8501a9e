# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The first second: whoever asks for something, or for the end, before all is loaded is not ignored."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srfax_desktop import window_app
from srfax_desktop.ui.history_window import HistoryWindow
from tests.end_to_end.kept import look_only_when_asked, states
from tests.end_to_end.live_window import MemoryVault, live_window
from tests.end_to_end.program import QT_NOISE, started, wait_until, wait_until_it_hears
from tests.figures import Figures, short_or_long

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STEP_S = 0.005
ENDS_WITHIN_S = 10.0
BEFORE_IT_LISTENS = -signal.SIGINT
"""Nothing has been opened or begun then, and the system ends the process as it does any other."""


def test_what_is_asked_for_at_the_first_picture_is_done_when_it_can_be(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    look_only_when_asked()
    begin = window_app._Session.begin

    def begin_late(session: window_app._Session) -> None:
        if not session._backstage:
            session.window.history_wanted.emit()
        begin(session)

    monkeypatch.setattr(window_app._Session, "begin", begin_late)
    with live_window(qapp, "http://127.0.0.1:9/", monkeypatch, MemoryVault(missing=True)) as live:
        live.wait_until(lambda: bool(live.window.findChildren(HistoryWindow)), "the history")
        live.window.close_wanted.emit()


def _interrupted(process: subprocess.Popen[str], number: signal.Signals, wait_s: float) -> tuple[int, str]:
    time.sleep(wait_s)
    process.send_signal(number)
    try:
        _, err = process.communicate(timeout=ENDS_WITHIN_S)
    except subprocess.TimeoutExpired:
        pytest.fail(f"{number!r} was ignored after {wait_s:.3f} s")
    return process.returncode, QT_NOISE.sub("", err)


def _has_loaded(process: subprocess.Popen[str], library: str) -> bool:
    """Whether the program is at least so far (Linux)."""
    return library in Path(f"/proc/{process.pid}/maps").read_text("utf-8")


def test_a_request_to_end_is_heard_at_any_moment_of_the_start(figures: Figures, home: Path) -> None:
    """Once the program listens, it ends in good order, whatever of it is loaded."""
    look_only_when_asked()
    steps = short_or_long(range(0, 60, 12), range(200))
    for step in steps:
        with started("--practice", "10000001") as process:
            wait_until_it_hears(process, signal.SIGTERM)
            ended = _interrupted(process, signal.SIGTERM, step * STEP_S)
        assert ended == (0, ""), f"after {step * STEP_S:.3f} s"
        figures.add("ends during the start", 1)
    assert set(states().values()) <= {"waiting"}


def test_ctrl_c_while_modules_are_loaded_ends_it(figures: Figures, home: Path) -> None:
    """It must neither be lost within Qt's bindings, which swallow it, nor break them off."""
    look_only_when_asked()
    for step in short_or_long(range(0, 30, 5), range(100)):
        with started("--practice", "10000001") as process:
            wait_until(lambda: _has_loaded(process, "libshiboken6"), look_s=0.001)
            status, err = _interrupted(process, signal.SIGINT, step * STEP_S)
        assert status in {0, BEFORE_IT_LISTENS}, f"{status} after {step * STEP_S:.3f} s: {err}"
        assert err == ""
        figures.add("ends during the start", 1)
