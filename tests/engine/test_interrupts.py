# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the system was told to ignore stays ignored."""

from __future__ import annotations

import os
import signal
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.engine.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGHUP")


@pytest.fixture
def under_nohup() -> Iterator[None]:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("platform", [sys.platform, "win32"])
def test_a_run_under_nohup_outlives_its_terminal(
    under_nohup: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    """With a pipe, and with the sockets that Windows needs."""
    monkeypatch.setattr("srfax_desktop.engine.interrupts.sys", SimpleNamespace(platform=platform))
    interrupts = Interrupts()
    try:
        with qtbot.assertNotEmitted(interrupts.received, wait=50):
            os.kill(os.getpid(), signal.SIGHUP)
        with qtbot.waitSignal(interrupts.received):
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        interrupts.close()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_everything_is_put_back_as_it_was(qapp: object) -> None:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    interrupts = Interrupts()
    assert [signal.getsignal(number) for number in numbers] != before
    interrupts.close()
    assert [signal.getsignal(number) for number in numbers] == before
