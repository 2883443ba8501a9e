# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Icons: SVG files drawn in black, shown in any colour and at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from srfax_desktop.ui.resource_path import resource_path

_SCALES = (1.0, 2.0)


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """Return `resources/icons/<name>.svg` in `colour` (#RRGGBB), `size` logical pixels wide and high."""
    drawing = resource_path("icons", f"{name}.svg").read_bytes().replace(b"#000", colour.encode())
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@lru_cache(maxsize=64)
def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """Return the same as an icon for buttons and menus."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, colour, size, scale))
    return made


def window_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    return QIcon(str(resource_path("icons", "srfax-desktop.svg")))
