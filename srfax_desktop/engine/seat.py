# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""At which screen of which computer somebody sits."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QSysInfo


def this_seat() -> str:
    """Return what is different at another screen and on another computer.

    A home on the network is locked for all computers, but a window there is of no use to whoever
    sits here. The computer's own number, not its name: macOS changes that with the network.
    """
    computer = QSysInfo.bootUniqueId().data() or QSysInfo.machineUniqueId().data()
    screen = ""
    if sys.platform == "linux":
        screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")
    return f"{bytes(computer).decode('ascii', 'replace')} {screen}"
