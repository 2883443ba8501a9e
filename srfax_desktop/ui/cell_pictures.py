# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What cells show, painted once for as long as it is seen: most rows of a list look like many others."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QRect

MOST_PIXELS = 1_000_000
"""Four bytes each: room for the pills and buttons of some hundred rows that all look different."""

_EDGE = 1  # half of a thick line lies outside
_INCHES = 1 / 0.0254
"""In a metre."""


Drawing = tuple["QRect", "Callable[[QPainter], None]"]
"""Where something is painted, and what paints it there. Lines around it may be half a pixel outside."""


class Screen(NamedTuple):
    """What is painted on."""

    scale: float
    dpi: int

    @classmethod
    def of(cls, painter: QPainter) -> Self:
        """Return what a painter paints on."""
        device = painter.device()
        return cls(device.devicePixelRatioF(), device.logicalDpiX())


class _Picture(NamedTuple):
    left: int  # seen from the cell
    top: int
    pixmap: QPixmap


class CellPictures:
    """Draws from pictures, of which those that were not seen for longest are let go of."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Hashable, _Picture] = OrderedDict()
        self._pixels = 0

    def __len__(self) -> int:
        return len(self._pictures)

    def clear(self) -> None:
        """Let go of all pictures: the font is another one."""
        self._pictures.clear()
        self._pixels = 0

    def draw(
        self,
        painter: QPainter,
        cell: QRect,
        looks: Hashable,
        make: Callable[[], Drawing],
        screen: Screen | None = None,
    ) -> None:
        """Draw into `cell` what `make` makes for it.

        looks: all that it depends on, but for the font. What differs in nothing of this looks the same.
        screen: that of the painter, where it is known.
        """
        screen = screen or Screen.of(painter)
        if not screen.scale.is_integer():  # a cell may begin within a pixel, and each one elsewhere in it
            painter.save()
            _paint(make(), painter)
            painter.restore()
            return
        key = (looks, cell.width(), cell.height(), screen)
        picture = self._pictures.get(key)
        if picture is None:
            picture = _painted(make(), cell, *screen)
            self._keep(key, picture)
        else:
            self._pictures.move_to_end(key)
        painter.drawPixmap(cell.left() + picture.left, cell.top() + picture.top, picture.pixmap)

    def _keep(self, key: Hashable, picture: _Picture) -> None:
        self._pictures[key] = picture
        self._pixels += _pixels(picture)
        while self._pixels > MOST_PIXELS:
            self._pixels -= _pixels(self._pictures.popitem(last=False)[1])


def _painted(drawing: Drawing, cell: QRect, scale: float, dpi: int) -> _Picture:
    rect = drawing[0].adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
    image = QImage(rect.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.setDotsPerMeterX(round(dpi * _INCHES))
    image.setDotsPerMeterY(round(dpi * _INCHES))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.translate(-rect.topLeft())
    _paint(drawing, painter)
    painter.end()
    return _Picture(rect.left() - cell.left(), rect.top() - cell.top(), QPixmap.fromImage(image))


def _paint(drawing: Drawing, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing[1](painter)


def _pixels(picture: _Picture) -> int:
    return picture.pixmap.width() * picture.pixmap.height()
