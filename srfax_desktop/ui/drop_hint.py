# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Lies over the window while something is dragged across it, and says what dropping it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from srfax_desktop.ui.icons import pixmap
from srfax_desktop.ui.import_words import cannot_drop_words, drop_words
from srfax_desktop.ui.status_style import BAD, BUSY

if TYPE_CHECKING:
    from srfax_desktop.ui.status_style import Tint
    from srfax_desktop.ui.theme import Theme

_MARGIN = 6
_RADIUS = 12
_ICON_SIZE = 40
_GAP = 14
_PADDING = 24
_VEIL = 225
"""Of 255: what lies below is still seen, and does not disturb the words."""


class DropHint(QWidget):
    """Hidden until it is told what to say. The mouse does not notice it."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._welcome = True
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def say(self, *, welcome: bool) -> None:
        """Show over the whole window whether what is dragged can be read here."""
        self._welcome = welcome
        self.words = drop_words() if welcome else cannot_drop_words()
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    @property
    def _tint(self) -> Tint:
        return self._theme.tint(BUSY if self._welcome else BAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a veil, a frame, and the words with their icon in the middle."""
        tint = self._tint
        veil = QColor(tint.background)
        veil.setAlpha(_VEIL)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(tint.text), 2, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        self._paint_words(painter)
        painter.end()

    def _paint_card(self, painter: QPainter, where: QRect) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tint.background))
        painter.drawRoundedRect(where, _RADIUS, _RADIUS)
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        colour = self._tint.text
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        room = self.rect().adjusted(_PADDING, _ICON_SIZE + _GAP, -_PADDING, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = painter.boundingRect(room, flags, self.words)
        above = _ICON_SIZE + _GAP + _PADDING
        self._paint_card(painter, words.adjusted(-_PADDING, -above, _PADDING, _PADDING))
        painter.drawText(words, flags, self.words)
        name = "bring-in" if self._welcome else "warning"
        picture = pixmap(name, colour, _ICON_SIZE, self.devicePixelRatioF())
        where = QRect(0, words.top() - _GAP - _ICON_SIZE, _ICON_SIZE, _ICON_SIZE)
        where.moveCenter(QPoint(words.center().x(), where.center().y()))
        painter.drawPixmap(where, picture)
