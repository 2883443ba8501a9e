# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How much room there is for a window on its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


_FRAME = QSize(16, 48)
"""What a window manager may put around the window."""


def room_for(window: QWidget) -> QSize:
    """Return how large a window can be, within its frame, on the screen that it is on, or will be.

    Not by QWidget.screen(): the bindings take its answer for a child of that window. When the garbage of the
    window is collected, they delete the screen with it, and the next window ends the program.
    """
    seen = window if window.isVisible() else window.parentWidget() or window
    screen = QGuiApplication.screenAt(seen.mapToGlobal(seen.rect().center()))
    return (screen or QGuiApplication.primaryScreen()).availableSize() - _FRAME
