# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The first rows of a table whose column of fax IDs is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from srfax_desktop.ui.fax_cells import as_tip
from srfax_desktop.ui.import_words import column_words

if TYPE_CHECKING:
    from srfax_desktop.core.import_layout import ColumnQuestion

Index = QModelIndex | QPersistentModelIndex


class PreviewModel(QAbstractTableModel):
    """As the rows are written; a row that is too short ends in empty cells."""

    def __init__(self, question: ColumnQuestion) -> None:
        super().__init__()
        self._question = question

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows that are shown."""
        return 0 if parent.isValid() else len(self._question.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._question.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column; where the table has none, its number."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._question.columns[section].name or column_words(section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        cells = self._question.rows[index.row()]
        cell = cells[index.column()] if index.column() < len(cells) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(cell)
        return cell if role == Qt.ItemDataRole.DisplayRole else None
