# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Draws the program's icon, one SVG, in every size and format that the systems want."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

LINUX_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""freedesktop.org, Icon Theme Specification: 48 at least; the others save the desktop some blur."""
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Microsoft, "Construct your Windows app's icon": 16 to 256, with those of 125 % and 150 % scale."""
MACOS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def draw_icons(svg: Path, folder: Path, name: str) -> None:
    """Write `name`.ico, `name`.icns and hicolor/SIZExSIZE/apps/`name`.png to `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["icons"])
    renderer = QSvgRenderer(str(svg))
    if not renderer.isValid():
        message = f"{svg} cannot be drawn"
        raise ValueError(message)
    sizes = sorted({*LINUX_SIZES, *WINDOWS_SIZES, *MACOS_SIZES})
    drawn = {size: _drawn(renderer, size) for size in sizes}
    for size in LINUX_SIZES:
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        drawn[size].save(place / f"{name}.png", optimize=True)
    squares = [(size, size) for size in WINDOWS_SIZES]
    _largest(drawn, WINDOWS_SIZES).save(
        folder / f"{name}.ico", sizes=squares, append_images=[drawn[size] for size in WINDOWS_SIZES]
    )
    _largest(drawn, MACOS_SIZES).save(
        folder / f"{name}.icns", append_images=[drawn[size] for size in MACOS_SIZES]
    )
    del app


def _largest(drawn: dict[int, Image.Image], sizes: tuple[int, ...]) -> Image.Image:
    return drawn[max(sizes)]


def _drawn(renderer: QSvgRenderer, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(straight.constBits()))
