# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Paints the two cells that are more than text: the status as a pill, the action as a button."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.core.status import Status
from srfax_desktop.ui.cell_pictures import CellPictures
from srfax_desktop.ui.fax_model import CENTRED, Role
from srfax_desktop.ui.icons import pixmap
from srfax_desktop.ui.status_style import STATUS_STYLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtWidgets import QTableView

    from srfax_desktop.ui.cell_pictures import Drawing, Screen
    from srfax_desktop.ui.fax_cells import Face
    from srfax_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ICON_SIZE = 16
"""At the least, in pixels: see `icon_size`."""
GAP = 6
MARGIN = 8
RING_SPAN_S = 10.0
EDGE_OPACITY = 0.35

_HAS_TEXT = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_NEW_LINE = "\N{LINE SEPARATOR}"  # as Qt's own delegate has it


def icon_size(metrics: QFontMetrics) -> int:
    """Return how large an icon beside words is, in pixels: it grows with them."""
    return max(ICON_SIZE, metrics.ascent())


def pill_spare(metrics: QFontMetrics) -> int:
    """Return how much wider a cell is than the words on its pill."""
    return icon_size(metrics) + GAP + 4 * MARGIN + 2


def button_spare(metrics: QFontMetrics) -> int:
    """Return how much wider a cell is than the words on its button with a ring."""
    return icon_size(metrics) + GAP + 6 * MARGIN


def tabular(font: QFont) -> QFont:
    """Return `font` with figures of one width, so that a countdown does not jiggle."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


class TextDelegate(QStyledItemDelegate):
    """Text as the style writes it. The model is asked for it once, not also for what it never tells."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Take the words of a cell, and where they stand."""
        option.text = (index.data() or "").replace("\n", _NEW_LINE)
        option.features = _HAS_TEXT
        if index.column() in CENTRED:
            option.displayAlignment = Qt.AlignmentFlag.AlignCenter


class _Marks:
    """Tells whether a cell is selected, and whether the mouse is over its row.

    Before they hand out what Qt says of it, the bindings make all that QStyle names, for 5 ms: the first
    picture, where no row is either, is painted without.
    """

    def __init__(self) -> None:
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - see above

        self._selected = QStyle.StateFlag.State_Selected.value
        self._hovered = QStyle.StateFlag.State_MouseOver.value
        self._item = QStyle.ControlElement.CE_ItemViewItem

    @staticmethod
    def may_be_in(view: QTableView) -> bool:
        """Whether any of its cells can be selected or under the mouse now."""
        return view.selectionModel().hasSelection() or view.viewport().underMouse()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        """Paint what lies beneath a selected cell; return whether the mouse is over its row."""
        state: int = option.state.value
        if state & self._selected:  # beneath any other, the style paints nothing
            widget = option.widget
            widget.style().drawControl(self._item, option, painter, widget)
        return bool(state & self._hovered)


class CellDelegate(QStyledItemDelegate):
    """Paints a cell's Face. Where it was painted before, the picture of it is taken."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = CellPictures()
        self._font = QFont()  # of those pictures
        self._marks: _Marks | None = None
        self._waits_for_marks = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        if self._marks is None:
            self._get_marks(cast("QTableView", option.widget))
        hovered = self._marks is not None and self._marks.paint(painter, option)
        if option.font != self._font:
            self._font = QFont(option.font)
            self._pictures.clear()
        face: Face | None = index.data(Role.FACE)
        self.draw(
            painter, option.rect, face, lambda: self.drawing(option, index, hovered=hovered), hovered=hovered
        )

    def draw(
        self,
        painter: QPainter,
        cell: QRect,
        face: Face | None,
        make: Callable[[], Drawing],
        *,
        hovered: bool = False,
        screen: Screen | None = None,
    ) -> None:
        """Draw a face into its cell. make: returns its `drawing`, where there is no picture of it yet."""
        if face is not None and face.words:
            looks = (face, hovered, self._theme.dark, self._theme.contrast)
            self._pictures.draw(painter, cell, looks, make, screen)

    def _get_marks(self, view: QTableView) -> None:
        if _Marks.may_be_in(view):
            self._make_marks()
        elif not self._waits_for_marks:
            self._waits_for_marks = True
            QTimer.singleShot(0, self, self._make_marks)  # when this picture is painted

    @Slot()
    def _make_marks(self) -> None:
        self._marks = _Marks()

    def drawing(self, option: QStyleOptionViewItem, index: Index, *, hovered: bool) -> Drawing:
        """Return what is to be painted, and where."""
        raise NotImplementedError


def _fitting(index: Index, metrics: QFontMetrics, room: int) -> str:
    """Return the words of a cell, those that matter where not all find room."""
    words = str(index.data())
    if metrics.horizontalAdvance(words) > room:
        words = str(index.data(Role.SHORT))
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


class StatusDelegate(CellDelegate):
    """Icon and words on a tinted pill."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the whole pill."""
        metrics: QFontMetrics = option.fontMetrics
        width = metrics.horizontalAdvance(index.data()) + pill_spare(metrics)
        return QSize(width, max(metrics.height(), ICON_SIZE) + 18)

    def drawing(self, option: QStyleOptionViewItem, index: Index, *, hovered: bool) -> Drawing:
        """Return the pill."""
        metrics: QFontMetrics = option.fontMetrics
        cell: QRect = option.rect
        height = metrics.height() + 8
        room = cell.width() - 2 * MARGIN
        side = icon_size(metrics)
        words = _fitting(index, metrics, room - side - GAP - 2 * MARGIN)
        width = min(room, metrics.horizontalAdvance(words) + side + GAP + 2 * MARGIN + 2)
        pill = QRect(cell.left() + MARGIN, cell.top() + (cell.height() - height) // 2, width, height)
        words_rect = pill.adjusted(MARGIN + side + GAP, 0, -2, 0)
        style = STATUS_STYLE[index.data(Role.STATUS)]

        def paint(painter: QPainter) -> None:
            tint = self._theme.tint(style.tone)
            edge = QColor(tint.text)
            if not self._theme.contrast:
                edge.setAlphaF(
                    EDGE_OPACITY
                )  # keeps the pill a pill on a selected row of nearly its own colour
            painter.setPen(QPen(edge, self._theme.colours.edge_px))
            painter.setBrush(QColor(tint.background))
            painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
            picture = pixmap(style.icon, tint.text, side, painter.device().devicePixelRatioF())
            painter.drawPixmap(pill.left() + MARGIN, pill.top() + (height - side) // 2, picture)
            painter.setPen(QColor(tint.text))
            painter.setFont(tabular(option.font))
            painter.drawText(words_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

        return pill, paint


class ActionDelegate(CellDelegate):
    """A button for what can be done now; a countdown has a shrinking ring."""

    pressed = Signal(str)  # FaxId

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._held: str | None = None  # the fax on whose button the mouse went down

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the button."""
        metrics: QFontMetrics = option.fontMetrics
        width = metrics.horizontalAdvance(index.data() or "") + button_spare(metrics)
        return QSize(width, metrics.height() + 18)

    def drawing(self, option: QStyleOptionViewItem, index: Index, *, hovered: bool) -> Drawing:
        """Return the button."""
        button = self._button(option, index)
        face: Face = index.data(Role.FACE)
        ring = None
        words_rect = button.adjusted(MARGIN, 0, -MARGIN, 0)
        if face.seconds is not None and ACTION.get(face.status) is Action.RETRY_NOW:
            side = icon_size(option.fontMetrics) - 2
            ring = QRectF(words_rect.left() + 1, button.center().y() - side / 2 + 0.5, side, side)
            words_rect.setLeft(words_rect.left() + side + 2 + GAP)
        words = _fitting(index, option.fontMetrics, words_rect.width())

        def paint(painter: QPainter) -> None:
            colours = self._theme.colours
            lit = face.status is Status.RETRY_READY  # its countdown is over and waits for the user
            painter.setBrush(
                QColor(colours.focus if lit else colours.selection if hovered else colours.surface)
            )
            painter.setPen(QPen(QColor(colours.control_line), colours.edge_px))
            painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            if ring and face.seconds is not None:
                paint_ring(painter, ring, face.seconds, colours.focus, colours.line)
            painter.setPen(QColor(colours.surface if lit else colours.text))
            painter.setFont(tabular(option.font))
            painter.drawText(words_rect, Qt.AlignmentFlag.AlignCenter, words)

        return button, paint

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Press the button by a whole click on it: what is asked of SRFax cannot be taken back."""
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return super().editorEvent(event, model, option, index)
        on_button = index.data(Role.ACTION) is not None and self._button(option, index).contains(
            event.position().toPoint()
        )
        fax_id = index.data(Role.FAX_ID) if on_button else None
        if event.type() is QEvent.Type.MouseButtonPress:
            self._held = fax_id
        elif event.type() is QEvent.Type.MouseButtonRelease:
            held, self._held = self._held, None
            if fax_id is not None and held == fax_id:
                self.pressed.emit(fax_id)
                return True
        return super().editorEvent(event, model, option, index)

    def _button(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        cell: QRect = option.rect
        metrics: QFontMetrics = option.fontMetrics
        width = metrics.horizontalAdvance(index.data() or "") + 4 * MARGIN
        if index.data(Role.DUE_IN_S) is not None:
            width += icon_size(metrics) + GAP
        height = metrics.height() + 10
        width = min(width, cell.width() - 2 * MARGIN)
        return QRect(cell.left() + MARGIN, cell.top() + (cell.height() - height) // 2, width, height)


def paint_ring(painter: QPainter, ring: QRectF, due_in_s: float, colour: str, rest: str) -> None:
    """Paint a ring that empties as the seconds do which the words beside it say: never in between.

    due_in_s: the seconds left; of RING_SPAN_S and more, the ring is whole.
    """
    share = min(1.0, max(0.0, math.ceil(due_in_s) / RING_SPAN_S))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(rest), 2))
    painter.drawEllipse(ring)
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawArc(ring, 90 * 16, round(360 * 16 * share))
