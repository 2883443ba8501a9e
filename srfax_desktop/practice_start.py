# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Opens a practice window: this program, started once more with `--practice`."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess

import srfax_desktop

log = logging.getLogger(__name__)


def practice_command() -> list[str]:
    """Return the command that does so, however this program was started: packed, as a script, or a module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--practice"]
    return [sys.executable, "-m", "srfax_desktop", "--practice"]


def start_practice() -> int | None:
    """Start it, and return its process id; None where it could not be started.

    It is a process of its own, with a list of its own: whatever is done in it, this one goes on. Where
    a practice window is open already, that one comes to the front.
    """
    program, *arguments = practice_command()
    # A packed program of one file would else use what this one has unpacked, and lose it with its end.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    # As a module, it is found from where this one was loaded, and from nowhere else.
    folder = str(Path(srfax_desktop.__file__).resolve().parents[1])
    started, number = QProcess.startDetached(program, arguments, folder)
    if not started:
        log.warning("the practice window could not be started")
        return None
    return number
