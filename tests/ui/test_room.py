# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A window knows how much room there is, and takes the screen along with it when it goes by no means."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from srfax_desktop.ui.room import room_for
from tests.end_to_end.program import environment

SOURCES = Path(__file__).parents[2] / "srfax_desktop"

SCRIPT = """
import gc
from PySide6.QtWidgets import QApplication, QWidget
from srfax_desktop.ui.room import room_for

class Window(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self  # garbage, once nobody else knows of it
        room_for(self)

app = QApplication([])
first = Window()
for _ in range(20):
    Window()
    gc.collect()
    QWidget()
print("fine")
"""


def test_the_screen_outlives_every_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "fine"), done.stderr


def test_it_is_the_room_on_the_screen_but_for_the_frame(qapp: object) -> None:
    window, whole = QWidget(), QGuiApplication.primaryScreen().availableSize()
    assert room_for(window) == whole - QSize(16, 48)
    window.move(100_000, 100_000)
    assert room_for(QWidget(window)) == whole - QSize(16, 48)


TAKEN_FOR_CHILDREN = {"screen", "windowHandle", "nextInFocusChain", "previousInFocusChain"}
"""What these return, the bindings take for a child of the widget that was asked."""


def test_no_widget_is_asked_for_what_would_go_along_with_it() -> None:
    asked = [
        f"{path.name}:{node.lineno}"
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in TAKEN_FOR_CHILDREN
    ]
    assert asked == []
