# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table of faxes, for mouse, keyboard and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from srfax_desktop.ui.cell_painting import ActionDelegate, StatusDelegate
from srfax_desktop.ui.fax_model import Column, FaxModel, Role, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

_WIDTHS = {
    Column.STATUS: 290,
    Column.FAX_ID: 120,
    Column.SAID: 260,
    Column.ATTEMPTS: 80,
    Column.ACTION: 150,
}
_ACTIVATION_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FaxTable(QTableView):
    """Shows a FaxModel. What it tells of are fax IDs, never rows: rows move when they are sorted."""

    action_pressed = Signal(str)  # FaxId: the button in its row
    remove_pressed = Signal()
    chosen = Signal()  # other faxes are selected, or another one is current

    def __init__(self, model: FaxModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faxes = model
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(model)
        self._proxy.setSortRole(Role.SORT)
        self.setModel(self._proxy)
        self._actions = ActionDelegate(theme, self)
        self._actions.pressed.connect(self.action_pressed)
        self.setItemDelegateForColumn(Column.STATUS, StatusDelegate(theme, self))
        self.setItemDelegateForColumn(Column.ACTION, self._actions)
        self._set_up_looks()
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        theme.changed.connect(self.viewport().update)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("FaxTable", "Faxes"))
        self.setAccessibleDescription(
            translate(
                "FaxTable", "Enter or Space does what the last column says. Delete takes a fax off the list."
            )
        )

    def selected_ids(self) -> list[FaxId]:
        """Return the selected faxes, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._id_at(row) for row in rows]

    def each_selected_id(self) -> Iterator[FaxId]:
        """Yield the selected faxes, in no order: for who looks for the first that fits."""
        for selected in self.selectionModel().selection().toList():
            for row in range(selected.top(), selected.bottom() + 1):
                yield self._id_at(row)

    def current_id(self) -> FaxId | None:
        """Return the fax that has the cursor, None where the list is empty."""
        index = self.currentIndex()
        return self._id_at(index.row()) if index.isValid() else None

    def select(self, fax_ids: tuple[FaxId, ...]) -> None:
        """Select these faxes and show the first of them."""
        rows = [row for row in map(self._faxes.row_of, fax_ids) if row is not None]
        if not rows:
            return
        shown = [self._proxy.mapFromSource(self._faxes.index(row, 0)).row() for row in rows]
        selection = QItemSelection()
        for top, bottom in runs(sorted(shown)):
            selection.select(self._proxy.index(top, 0), self._proxy.index(bottom, 0))
        first = self._proxy.index(shown[0], 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(first)

    @Slot()
    def repaint_countdowns(self) -> None:
        """Paint the cells anew that show seconds: those in view, and no others."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return
        for row in range(first, (last if last >= 0 else self._proxy.rowCount() - 1) + 1):
            for column in (Column.STATUS, Column.ACTION):
                index = self._proxy.index(row, column)
                if index.data(Role.DUE_IN_S) is not None:
                    self.viewport().update(self.visualRect(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space presses the row's button, Delete takes off the list."""
        current = self.current_id()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in _ACTIVATION_KEYS and plain and current is not None:
            if not event.isAutoRepeat():
                self.action_pressed.emit(current)
        elif event.key() == Qt.Key.Key_Delete and current is not None:
            self.remove_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; where there are none, say what to do."""
        super().paintEvent(event)
        if self._proxy.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        room = self.viewport().rect().adjusted(24, 24, -24, -24)
        text = translate(
            "FaxTable",
            "No faxes in the list yet.\n\nType or paste the IDs of the faxes that must not go out, "
            "and press Enter.\nThe ID is the FaxDetailsID that SRFax gave when the fax was queued.",
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _tell_chosen(self) -> None:
        self.chosen.emit()

    def _id_at(self, row: int) -> FaxId:
        return self._faxes.fax_id(self._proxy.mapToSource(self._proxy.index(row, 0)).row())

    def _set_up_looks(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 20)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(Column.SAID, QHeaderView.ResizeMode.Stretch)
