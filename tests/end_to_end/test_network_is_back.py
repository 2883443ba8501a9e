# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The whole program listens for the network once SRFax cannot be reached, and tries again when it is back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.kept import look_only_when_asked

ROOT = Path(__file__).parents[2]
SCRIPT = """
import os
from PySide6.QtCore import QTimer
from srfax_desktop import __main__
from srfax_desktop.core.pause import Pause, PauseCause
from srfax_desktop.engine.controller import Controller
from srfax_desktop.ui import network_watch

said = []

class System(network_watch.QNetworkInformation):
    @staticmethod
    def loadBackendByFeatures(_):
        said.append("asked")
        return False

network_watch.QNetworkInformation = System
Controller._is_unreachable = lambda self: said.append("would try again")
start = network_watch.NetworkWatch.__init__

def tell(watch, controller):
    controller.pause_changed.emit(Pause(PauseCause.UNREACHABLE, since_s=1.0))
    watch.back.emit()
    print(*said, sep=", ", flush=True)
    os._exit(0)

def start_and_tell(watch, parent):
    start(watch, parent)
    QTimer.singleShot(0, watch, lambda: tell(watch, parent._controller))

network_watch.NetworkWatch.__init__ = start_and_tell
__main__.main(["--endpoint", "https://127.0.0.1:9/none"])
"""


@pytest.mark.usefixtures("home")
def test_it_is_wired() -> None:
    look_only_when_asked()
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "asked, would try again\n"
