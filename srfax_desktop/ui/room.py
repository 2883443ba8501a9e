# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How much room there is for a window on its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget


def available_size(window: QWidget) -> QSize:
    """Return the size of the screen that a window is on or will be, without what the system keeps for itself.

    Not by QWidget.screen(): the bindings take its answer for a child of that window. When the garbage of the
    window is collected, they delete the screen with it, and the next window ends the program.
    """
    seen = window if window.isVisible() else window.parentWidget() or window
    screen = QGuiApplication.screenAt(seen.mapToGlobal(seen.rect().center()))
    return (screen or QGuiApplication.primaryScreen()).availableSize()
