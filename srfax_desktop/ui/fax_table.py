# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table of faxes, for mouse, keyboard and screen reader."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    Signal,
    Slot,
)

from srfax_desktop.ui.cell_painting import ActionDelegate, StatusDelegate, TextDelegate
from srfax_desktop.ui.column_menu import ColumnMenu
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_columns import FaxColumns
from srfax_desktop.ui.row_list import RowList
from srfax_desktop.ui.shown_rows import runs
from srfax_desktop.ui.sort_menu import SortMenu
from srfax_desktop.ui.table_looks import TableLooks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.ui.fax_model import FaxModel
    from srfax_desktop.ui.theme import Theme
    from srfax_desktop.ui.ticking_cells import TickingCells

translate = QCoreApplication.translate

_ACTIVATION_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_REMOVAL_KEYS = (Qt.Key.Key_Delete, *((Qt.Key.Key_Backspace,) if sys.platform == "darwin" else ()))
_FEWEST_ROWS = 3
_BAR = 14
_FLAGS = QItemSelectionModel.SelectionFlag


class FaxTable(RowList):
    """Shows a FaxModel. What it tells of are fax IDs, never rows: rows move when they are sorted."""

    action_pressed = Signal(str)  # FaxId: the button in its row
    several_pressed = Signal()  # the buttons of all selected rows
    remove_pressed = Signal()
    leave_pressed = Signal()  # try those of the selected faxes no more whose countdown runs
    chosen = Signal()  # other faxes are selected, or another one is current
    shown_changed = Signal()  # there are more or fewer faxes than before, or the filter hides others

    def __init__(self, model: FaxModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._faxes = model
        self._had_selection = False
        self.setModel(model)
        self._actions = ActionDelegate(theme, self)
        self._pills = StatusDelegate(theme, self)
        self.setItemDelegate(TextDelegate(self))
        self.setItemDelegateForColumn(Column.STATUS, self._pills)
        self.setItemDelegateForColumn(Column.ACTION, self._actions)
        self._ticking: TickingCells | None = None
        self._set_up_looks()
        self._columns = FaxColumns(self)
        self.columns_menu = ColumnMenu(self._columns, self)
        self.sort_menu = SortMenu(self)
        self._selected_elsewhere = False  # by whoever selects without moving the cursor
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("FaxTable", "Faxes"))
        self.setAccessibleDescription(
            translate(
                "FaxTable",
                "Enter or Space does what the last column says. Delete takes faxes off the list. "
                "Escape stops trying those whose countdown runs. "
                "The menu key shows what else can be done.",
            )
        )

    # Which faxes

    @property
    def shown_count(self) -> int:
        """How many faxes are shown."""
        return self._faxes.rowCount()

    @property
    def hidden_count(self) -> int:
        """How many the filter hides."""
        return self._faxes.hidden_count

    def shown_ids(self) -> Sequence[FaxId]:
        """Return the faxes that are shown, from top to bottom. Not to be changed."""
        return self._faxes.shown_ids()

    def selected_ids(self) -> list[FaxId]:
        """Return the selected faxes, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._faxes.fax_id(row) for row in rows]

    def each_selected_id(self) -> Iterator[FaxId]:
        """Yield the selected faxes, in no order: for who looks for the first that fits."""
        for selected in self.selectionModel().selection().toList():
            for row in range(selected.top(), selected.bottom() + 1):
                yield self._faxes.fax_id(row)

    def current_id(self) -> FaxId | None:
        """Return the fax that has the cursor, None where none has."""
        index = self.currentIndex()
        return self._faxes.fax_id(index.row()) if index.isValid() else None

    def chosen_id(self) -> FaxId | None:
        """Return the fax whose details are wanted: the one with the cursor, or else the first selected one.

        A screen reader selects rows without moving the cursor: the selection counts then.
        """
        current = self.current_id()
        if current is not None and not self._selected_elsewhere:
            return current
        return next(iter(self.selected_ids()), current)

    def select(self, fax_ids: tuple[FaxId, ...]) -> None:
        """Select these faxes and show the first of them. The filter hides none of them any more."""
        self._faxes.let_through(fax_ids)
        rows = [row for row in map(self._faxes.row_of, fax_ids) if row is not None]
        if not rows:
            return
        selection = QItemSelection()
        for top, bottom in runs(sorted(rows)):
            selection.select(self._faxes.index(top, 0), self._faxes.index(bottom, 0))
        first = self._faxes.index(rows[0], 0)
        self.selectionModel().setCurrentIndex(first, _FLAGS.NoUpdate)
        self.selectionModel().select(selection, _FLAGS.ClearAndSelect | _FLAGS.Rows)
        self.scrollTo(first)

    @Slot()
    def choose_current(self) -> None:
        """Where nothing is selected, select the fax with the cursor: somebody has gone to it on purpose.

        Its details are shown, so whatever is done next seems to be for it. "Stop trying" with nothing
        selected is for all.
        """
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _FLAGS.Select | _FLAGS.Rows)

    @Slot(str)
    def set_filter(self, text: str) -> None:
        """Show only faxes in which all these words are. The cursor stays with its fax, if that is shown."""
        current = self.current_id()
        self._faxes.set_filter(text)
        if current is None:
            return
        row = self._faxes.row_of(current)
        there = self._faxes.index(row or 0, max(0, self.currentIndex().column()))
        if row is None:
            self.selectionModel().setCurrentIndex(there, _FLAGS.NoUpdate)
        self.scrollTo(there)

    # Looks

    def looks(self) -> str:
        """Return columns and sorting, to be given back at the next start."""
        return self._columns.looks().as_text()

    def restore_looks(self, kept: str) -> None:
        """Take back what `looks` returned. What cannot be read costs nothing."""
        self._columns.restore(TableLooks.of_text(kept))

    def show_accounts(self, *, several: bool) -> None:
        """Show whose each fax is, where there are several accounts and the user has not hidden it."""
        self._columns.show_accounts(several=several)

    def why_empty(self) -> str:
        """Say what to do, or that the filter hides everything."""
        if self.hidden_count:
            return translate("FaxTable", "No fax matches the filter.")
        return translate(
            "FaxTable",
            "No faxes in the list yet.\n\nFind my queued faxes (F5) shows what SRFax has in its queue.\n"
            "Or type or paste the IDs of the faxes that must not go out, and press Enter.\n"
            "The ID is the FaxDetailsID that SRFax gave when the fax was queued.",
        )

    @Slot()
    def repaint_countdowns(self) -> None:
        """Paint the cells anew that show seconds: those in view, and no others."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        in_view = range(max(0, first), 1 + (last if last >= 0 else self._faxes.rowCount() - 1))
        if rows := list(filter(self._faxes.counts_down, in_view)):
            self._ticking = self._ticking or self._made_ticking()
            self._ticking.ask(rows)

    def _made_ticking(self) -> TickingCells:
        from srfax_desktop.ui.ticking_cells import TickingCells  # noqa: PLC0415 - the window is painted before

        pictured = {Column.STATUS: self._pills, Column.ACTION: self._actions}
        return TickingCells(self, self._faxes, self._theme, pictured)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; where only seconds have changed, only those."""
        if self._ticking is None or not self._ticking.paint(event):
            super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self._columns.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the font."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._faxes.retranslate()
            self.columns_menu.retranslate()
            self.sort_menu.retranslate()
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._columns.measure()

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space presses the row's button, Delete takes off the list, Escape leaves a countdown."""
        current = self.current_id()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (*_ACTIVATION_KEYS, *_REMOVAL_KEYS, Qt.Key.Key_Escape):
            self.choose_current()
        if event.key() in _ACTIVATION_KEYS and plain and current is not None:
            if not event.isAutoRepeat():
                self._press(current)
        elif event.key() in _REMOVAL_KEYS and plain and current is not None:
            self.remove_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and plain:
            if not event.isAutoRepeat():
                self.leave_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _ask_for_menu(self) -> None:
        self.choose_current()
        super()._ask_for_menu()

    def _press(self, current: FaxId) -> None:
        several = len(self.selected_ids()) > 1 and not self._selected_elsewhere
        if several and self.selectionModel().isRowSelected(self.currentIndex().row()):
            self.several_pressed.emit()
        else:
            self.action_pressed.emit(current)

    # What is told

    def _connect(self) -> None:
        self._actions.pressed.connect(self.action_pressed)
        self._faxes.faxes_leaving.connect(self._step_aside)
        self._faxes.faxes_left.connect(self._select_next)
        self._faxes.shown_changed.connect(self.shown_changed)
        self.selectionModel().selectionChanged.connect(self._take_selection)
        self.selectionModel().currentRowChanged.connect(self._take_cursor)
        header = self.horizontalHeader()
        header.sortIndicatorChanged.connect(self._take_sorting)
        header.customContextMenuRequested.connect(self._open_columns_menu)

    @Slot()
    def _take_selection(self) -> None:
        row = self.currentIndex().row()
        selection = self.selectionModel()
        self._selected_elsewhere = selection.hasSelection() and not selection.isRowSelected(row)
        self.chosen.emit()

    @Slot()
    def _take_cursor(self) -> None:
        self._selected_elsewhere = False
        self.chosen.emit()

    @Slot(object)
    def _step_aside(self, leaving: tuple[FaxId, ...]) -> None:
        """Move the cursor off what is taken off the list: to the next fax, or else to the one above."""
        self._had_selection = self.selectionModel().hasSelection()
        row, gone = self.currentIndex().row(), set(leaving)
        ids = self._faxes.shown_ids()
        if row < 0 or ids[row] not in gone:
            return
        for there in (*range(row + 1, len(ids)), *range(row - 1, -1, -1)):
            if ids[there] not in gone:
                index = self.currentIndex().siblingAtRow(there)
                self.selectionModel().setCurrentIndex(index, _FLAGS.NoUpdate)
                return

    @Slot()
    def _select_next(self) -> None:
        """After all that was selected was taken off the list, select the fax that has the cursor now."""
        if self._had_selection and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    @Slot(int, Qt.SortOrder)
    def _take_sorting(self, section: int, _order: Qt.SortOrder) -> None:
        if section < 0:
            self.horizontalHeader().setSortIndicator(Column.QUEUED, Qt.SortOrder.DescendingOrder)

    @Slot(QPoint)
    def _open_columns_menu(self, where: QPoint) -> None:
        self.columns_menu.popup(self.horizontalHeader().mapToGlobal(where))

    def _set_up_looks(self) -> None:
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setSortIndicator(Column.QUEUED, Qt.SortOrder.DescendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        # With its headings and a scroll bar. To ask these would have the whole style sheet read for them now.
        self.setMinimumHeight((_FEWEST_ROWS + 1) * self.verticalHeader().defaultSectionSize() + _BAR)
