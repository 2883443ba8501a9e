# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Paints the cells of a table anew that show seconds, all in one go: a hundred of them each second."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QStyleOptionViewItem

from srfax_desktop.ui.cell_pictures import Screen
from srfax_desktop.ui.shown_rows import runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from srfax_desktop.ui.cell_painting import CellDelegate
    from srfax_desktop.ui.cell_pictures import Drawing
    from srfax_desktop.ui.columns import Column
    from srfax_desktop.ui.fax_model import FaxModel
    from srfax_desktop.ui.row_list import RowList
    from srfax_desktop.ui.theme import Theme


class TickingCells:
    """Asks for them to be painted, and paints them where nothing else has to be painted with them.

    Each cell gets what its delegate draws, from the same pictures, on the background that the style gives
    to its row. Left out is only Qt's way to the delegate, which asks for it cell by cell. The row that the
    mouse is in goes that way: only Qt knows which of its cells it takes for the one beneath the mouse.
    """

    def __init__(
        self, table: RowList, faxes: FaxModel, theme: Theme, delegates: Mapping[Column, CellDelegate]
    ) -> None:
        self._table = table
        self._faxes = faxes
        self._theme = theme
        self._delegates = delegates
        self._rows: Sequence[int] = ()

    def ask(self, rows: Sequence[int]) -> None:
        """Have the cells of these rows painted, and no others. They are in view, from top to bottom."""
        self._rows = rows
        self._table.viewport().update(self._region(rows))

    def paint(self, event: QPaintEvent) -> bool:
        """Paint them; returns False where other cells are to be painted, too, and leaves all to Qt then."""
        rows, self._rows = self._rows, ()
        if not rows or event.region() != self._region(rows):
            return False
        hovered = self._hovered_row()
        self._paint([row for row in rows if row != hovered])
        if hovered in rows:
            self._table.paintEvent(QPaintEvent(self._region([hovered])))
        return True

    def _paint(self, rows: Sequence[int]) -> None:
        table, faxes = self._table, self._faxes
        selected = self._selected(rows)
        colours = self._theme.colours
        stripes = QColor(colours.surface), QColor(colours.stripe)
        selection = QColor(colours.selection)
        painter = QPainter(table.viewport())
        screen = Screen.of(painter)
        cells = [(column, delegate, *self._span(column)) for column, delegate in self._delegates.items()]
        for row in rows:
            background = selection if row in selected else stripes[row % 2]
            top, height = table.rowViewportPosition(row), table.rowHeight(row)
            faces = faxes.faces(row, self._delegates)
            for (column, delegate, left, width), face in zip(cells, faces, strict=True):
                cell = QRect(left, top, width, height)
                painter.fillRect(cell, background)
                make = partial(self._drawing, row, column, cell)
                delegate.draw(painter, cell, face, make, screen=screen)
        table.paint_cursor(painter)
        painter.end()

    def _drawing(self, row: int, column: Column, cell: QRect) -> Drawing:
        index = self._faxes.index(row, column)
        return self._delegates[column].drawing(self._option(cell), index, hovered=False)

    def _option(self, cell: QRect) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self._table.initViewItemOption(option)
        option.rect = cell
        return option

    def _region(self, rows: Iterable[int]) -> QRegion:
        table = self._table
        region = QRegion()
        for top, bottom in runs(rows):
            upper = table.rowViewportPosition(top)
            height = table.rowViewportPosition(bottom) + table.rowHeight(bottom) - upper
            for column in self._delegates:
                left, width = self._span(column)
                region += QRect(left, upper, width, height)
        return region & table.viewport().rect()

    def _span(self, column: Column) -> tuple[int, int]:
        return self._table.columnViewportPosition(column), self._table.columnWidth(column)

    def _selected(self, rows: Sequence[int]) -> set[int]:
        if not rows:
            return set()
        ranges = self._table.selectionModel().selection().toList()
        each = (range(max(rows[0], one.top()), min(rows[-1], one.bottom()) + 1) for one in ranges)
        return set(chain.from_iterable(each))

    def _hovered_row(self) -> int:
        viewport = self._table.viewport()
        if not viewport.underMouse():
            return -1
        return self._table.rowAt(viewport.mapFromGlobal(QCursor.pos()).y())
