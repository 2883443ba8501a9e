# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Two parts of a row that stand one above the other where the window is too narrow for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_Direction = QBoxLayout.Direction


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
        self._turn(rect.width())
        super().setGeometry(rect)

    def heightForWidth(self, width: int) -> int:
        """Return the height of both parts as they stand at this width."""
        self._turn(width)
        return super().heightForWidth(width)

    def minimumSize(self) -> QSize:
        """Return what both parts need one above the other: no window is held open by their sum."""
        parts = filter(None, map(self.itemAt, range(self.count())))
        width = max((part.minimumSize().width() for part in parts), default=0)
        return QSize(width, super().minimumSize().height())

    def _turn(self, width: int) -> None:
        first, second = self.itemAt(0), self.itemAt(1)
        owner = self.parentWidget()
        if first is None or second is None or owner is None:
            return
        least = owner.fontMetrics().averageCharWidth() * self._letters
        beside = width >= least + self.spacing() + second.sizeHint().width()
        direction = _Direction.LeftToRight if beside else _Direction.TopToBottom
        if direction is not self.direction():
            self.setDirection(direction)
