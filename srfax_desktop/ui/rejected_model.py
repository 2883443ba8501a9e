# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The lines that were not taken, as a table: where, what, and why. 100,000 of them are no burden."""

from __future__ import annotations

from bisect import bisect_right
from enum import IntEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from srfax_desktop.core.import_report import LineReason
from srfax_desktop.ui.fax_cells import as_tip
from srfax_desktop.ui.import_words import line_reason_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srfax_desktop.core.import_report import ImportReport, RejectedLine

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex


class RejectedColumn(IntEnum):
    """The columns, from left to right."""

    FILE = 0
    LINE = 1
    TEXT = 2
    WHY = 3


class RejectedModel(QAbstractTableModel):
    """Makes the words of a cell when they are shown, and not before."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__()
        self._parts = [part for part in report.parts if part.rejected]
        self._starts = [0, *accumulate(len(part.rejected) for part in self._parts)]
        self._why = {reason: line_reason_words(reason) for reason in LineReason}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else self._starts[-1]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(RejectedColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _heading(RejectedColumn(section))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        words = self._words(index.row())[index.column()]
        return as_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def as_text(self, *, with_file: bool) -> str:
        """Return the table with its headings, to be pasted into a mail or a spreadsheet."""
        first = RejectedColumn.FILE if with_file else RejectedColumn.LINE
        headings = [_heading(column) for column in RejectedColumn]
        lines = ("\t".join(map(_one_cell, words[first:])) for words in (headings, *self._all_words()))
        return "".join(f"{line}\n" for line in lines)

    def _all_words(self) -> Iterator[list[str]]:
        for part in self._parts:
            for line in part.rejected:
                yield self._line_words(part.name, line)

    def _words(self, row: int) -> list[str]:
        at = bisect_right(self._starts, row) - 1
        part = self._parts[at]
        return self._line_words(part.name, part.rejected[row - self._starts[at]])

    def _line_words(self, name: str, line: RejectedLine) -> list[str]:
        return [name, str(line.line), line.text, self._why[line.reason]]


def _heading(column: RejectedColumn) -> str:
    return {
        RejectedColumn.FILE: translate("RejectedModel", "File"),
        RejectedColumn.LINE: translate("RejectedModel", "Line"),
        RejectedColumn.TEXT: translate("RejectedModel", "Text"),
        RejectedColumn.WHY: translate("RejectedModel", "Why it was not taken"),
    }[column]


def _one_cell(words: str) -> str:
    return " ".join(words.split())
