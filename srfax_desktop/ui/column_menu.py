# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The menu that chooses which columns are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from srfax_desktop.ui.columns import OPTIONAL, Column, heading
from srfax_desktop.ui.letters import letter_menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.fax_columns import FaxColumns

translate = QCoreApplication.translate


class ColumnMenu(QMenu):
    """Opens at the headings; the window can put it into another menu too, for the keyboard."""

    def __init__(self, columns: FaxColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        for column in OPTIONAL:
            action = QAction(self)
            action.setData(int(column))
            action.setCheckable(True)
            self.addAction(action)
        self.triggered.connect(self._choose)
        self.aboutToShow.connect(self.show_choice)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setTitle(translate("ColumnMenu", "Columns"))
        self.show_choice()

    @Slot()
    def show_choice(self) -> None:
        """Show which columns are chosen, and which of these find no room."""
        no_room = translate("ColumnMenu", "{0} (no room for it now)")
        for action in self.actions():
            column = Column(action.data())
            chosen = self._columns.is_chosen(column)
            crowded = chosen and not self._columns.finds_room(column)
            action.setText(no_room.format(heading(column)) if crowded else heading(column))
            action.setChecked(chosen)
        letter_menu(self)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._columns.choose(Column(action.data()), shown=action.isChecked())
