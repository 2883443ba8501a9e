# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What there is to know of the program, its screen and its language, for whoever mends it."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication

from srfax_desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QScreen


def facts(*, dark: bool) -> Iterator[tuple[str, str]]:
    """Yield names and values. UI thread only. dark: the window's present theme."""
    yield "SRFax Desktop", __version__
    yield "Qt", f"{qVersion()} (PySide6 {PySide6.__version__})"
    yield "system", QSysInfo.prettyProductName()
    yield "platform plugin", QGuiApplication.platformName()
    yield "theme", "dark" if dark else "light"
    for screen in QGuiApplication.screens():
        yield "screen", _screen(screen)
    font = QApplication.font()
    yield "font", f"{font.family()}, {font.pointSizeF():g} pt"
    yield "language", QLocale().name()
    yield "screen reader", "yes" if QAccessible.isActive() else "no"


def facts_text() -> str:
    """Return the few that go with a traceback."""
    ours = f"SRFax Desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"{ours}, {QSysInfo.prettyProductName()}, {QGuiApplication.platformName()}"


def _screen(screen: QScreen) -> str:
    size = screen.size()
    scale, dpi = screen.devicePixelRatio(), screen.logicalDotsPerInch()
    return f"{size.width()} × {size.height()}, scale {scale:g}, {dpi:g} dpi"
