# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Two parts of a row that stand one above the other where the window is too narrow for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget

_Direction = QBoxLayout.Direction
_PARTS = 2


class SideBySide(QBoxLayout):
    """Give it two parts, the first of which takes what room is left.

    letters: so many letters of average width the first part wants beside the second at the least.
    """

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        if parent is None:
            super().__init__(_Direction.LeftToRight)
        else:
            super().__init__(_Direction.LeftToRight, parent)
        self._letters = letters
        self.setContentsMargins(0, 0, 0, 0)

    def setGeometry(self, rect: QRect) -> None:
        """Turn, if need be, and give each part its place."""
        direction = _Direction.LeftToRight if self._fits_beside(rect.width()) else _Direction.TopToBottom
        if direction is not self.direction():
            self.setDirection(direction)
        super().setGeometry(rect)

    def heightForWidth(self, width: int) -> int:
        """Return the height of both parts at this width. To ask turns nothing: Qt asks about many widths."""
        if self._fits_beside(width) is (self.direction() is _Direction.LeftToRight):
            return super().heightForWidth(width)
        heights = [_height(part, width) for part in self._parts()]
        if self.direction() is _Direction.LeftToRight:
            return sum(heights) + self.spacing() * (len(heights) - 1) + self._margins().height()
        return max(heights) + self._margins().height()

    def minimumSize(self) -> QSize:
        """Return what both parts need one above the other: no window is held open by their sum."""
        width = max((part.minimumSize().width() for part in self._parts()), default=0)
        return QSize(width, super().minimumSize().height())

    def _parts(self) -> list[QLayoutItem]:
        return [part for part in map(self.itemAt, range(self.count())) if part is not None]

    def _fits_beside(self, width: int) -> bool:
        owner = self.parentWidget()
        if owner is None or self.count() < _PARTS:
            return True
        least = owner.fontMetrics().averageCharWidth() * self._letters
        return width >= least + self.spacing() + self._parts()[1].sizeHint().width()

    def _margins(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())


def _height(part: QLayoutItem, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
