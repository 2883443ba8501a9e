# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The menu that sorts the table: for the keyboard, which does not get to the headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from srfax_desktop.ui.columns import Column, heading
from srfax_desktop.ui.letters import letter_menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

translate = QCoreApplication.translate

_DOWN = Qt.SortOrder.DescendingOrder
_UP = Qt.SortOrder.AscendingOrder


class SortMenu(QMenu):
    """Filled when it opens: the columns that are shown then, but for the buttons, and the direction."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._group = QActionGroup(self)
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._sort)
        self.addAction(QAction(self))  # a menu without entries would not be opened
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setTitle(translate("SortMenu", "Sort by"))

    @Slot()
    def fill(self) -> None:
        """Offer the columns from left to right, with a mark at the one by which the table is sorted."""
        self.clear()
        header = self._table.horizontalHeader()
        for at in range(header.count()):
            column = Column(header.logicalIndex(at))
            if column is not Column.ACTION and not header.isSectionHidden(column):
                action = self.addAction(heading(column))
                action.setData(int(column))
                action.setCheckable(True)
                action.setChecked(column == header.sortIndicatorSection())
                self._group.addAction(action)
        self.addSeparator()
        self.addAction(translate("SortMenu", "The other way round"))
        letter_menu(self)

    @Slot(QAction)
    def _sort(self, action: QAction) -> None:
        header = self._table.horizontalHeader()
        now = header.sortIndicatorSection(), header.sortIndicatorOrder()
        if action.data() is None:
            self._table.sortByColumn(now[0], _UP if now[1] is _DOWN else _DOWN)
        elif action.data() != now[0]:
            newest_first = action.data() == Column.QUEUED
            self._table.sortByColumn(Column(action.data()), _DOWN if newest_first else _UP)
