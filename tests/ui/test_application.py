# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Links that the system tells of by an event, as macOS does, in a program of their own."""

from __future__ import annotations

import subprocess
import sys

from tests.end_to_end.program import environment

SCRIPT = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from srfax_desktop.core.fax_link import parse_link
from srfax_desktop.ui.application import Application

def take(link):
    try:
        print(*parse_link(link))
    except ValueError:
        print("none")

def open_link(uri):
    # As Qt does on macOS: what is no URL is a file's name.
    url = QUrl(uri)
    assert app.sendEvent(app, QFileOpenEvent(url if url.isValid() else uri))

app = Application(["srfax-desktop"])
open_link("srfax-desktop:31524120")
app.take_links(take)
app.take_links(take)
for uri in (
    "SRFAX-DESKTOP:31524121,%31",
    "srfax-desktop://31524120,31524121",
    "srfax-desktop:1 --practice",
    "srfax-desktop:stop",
    "srfax-desktop://31524120",
    "srfax-desktop://031524120",
    "file:///etc/passwd",
):
    open_link(uri)
"""


def test_a_link_is_kept_until_somebody_takes_it_and_never_another_fax() -> None:
    command = [sys.executable, "-W", "error", "-c", SCRIPT]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["31524120", "31524121 1", "31524120 31524121", *["none"] * 5]


QUIT = """
from PySide6.QtCore import QEvent, QTimer
from srfax_desktop.ui.application import Application

def hold_back():
    print("asked")
    return len(held) > 0 and held.pop()

held = [True]
app = Application(["srfax-desktop"])
app.hold_quit_back(hold_back)
QTimer.singleShot(0, lambda: print(app.sendEvent(app, QEvent(QEvent.Type.Quit))))
QTimer.singleShot(50, app.quit)
print("ended", app.exec())
"""


def test_the_wish_to_end_is_held_back_until_it_need_not_be() -> None:
    command = [sys.executable, "-W", "error", "-c", QUIT]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines() == ["asked", "True", "asked", "ended 0"]
