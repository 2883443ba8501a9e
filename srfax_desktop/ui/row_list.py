# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A table whose rows are chosen as in a mail program, by mouse and keyboard alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from srfax_desktop.ui.scrolling import bring_into_view

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent

    from srfax_desktop.ui.theme import Theme

_CURSOR = QAbstractItemView.CursorAction


class RowList(QTableView):
    """Asks for its menu by `customContextMenuRequested`, whose point is in its viewport."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._give_viewport()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        theme.changed.connect(self.viewport().update)

    def _give_viewport(self) -> None:
        """Have one of our own: to hand out Qt's, the bindings make every kind of widget known, for 10 ms.

        It is known to cover what lies beneath it. Qt's is not, under a style sheet: whatever is painted in
        it, all that it stands in is painted before.
        """
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(viewport)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 20)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_rows()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model, and where the keyboard is in it."""
        super().setModel(model)
        self.selectionModel().currentRowChanged.connect(self._show_cursor)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End go to the first and the last row, and whoever comes to none yet to one in view."""
        last = self.model().rowCount() - 1
        ends = {_CURSOR.MoveHome: 0, _CURSOR.MoveEnd: last}
        if action in ends and last >= 0:
            return self.model().index(ends[action], max(0, self.currentIndex().column()))
        came_from_none = not self.currentIndex().isValid()
        there = super().moveCursor(action, modifiers)
        return there.sibling(max(0, self.rowAt(0)), there.column()) if came_from_none else there

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a stray letter does not move the cursor."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and F10 are the menu key of a keyboard without one."""
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._ask_for_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: where the mouse is, or by the menu key at the row that has the cursor."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        else:
            self.customContextMenuRequested.emit(event.pos())

    def why_empty(self) -> str:
        """Return what stands there where there are no rows."""
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and a line around the one that the keyboard is in, chosen or not."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().base())
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        if not self.model().rowCount():
            painter.setPen(QColor(self._theme.colours.quiet))  # the palette's is half of it, in a style sheet
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.why_empty())
        else:
            self.paint_cursor(painter)
        painter.end()

    def paint_cursor(self, painter: QPainter) -> None:
        """Paint the line around the row that the keyboard is in."""
        if self.hasFocus() and self.currentIndex().isValid():
            painter.setPen(QColor(self._theme.colours.focus))
            painter.drawRect(self._row_rect(self.currentIndex()).adjusted(0, 0, -1, -1))

    @Slot(QModelIndex, QModelIndex)
    def _show_cursor(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self._row_rect(index))
        if current.isValid() and self.hasFocus():
            bring_into_view(self.viewport(), self.visualRect(current))

    def _ask_for_menu(self) -> None:
        current = self.currentIndex()
        if current.isValid():
            self.scrollTo(current)
            self.customContextMenuRequested.emit(self.visualRect(current.siblingAtColumn(0)).center())

    def _row_rect(self, index: QModelIndex) -> QRect:
        width = self.viewport().width()
        return QRect(0, self.rowViewportPosition(index.row()), width, self.rowHeight(index.row()))
