# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The history as a table of any length: only what is in view is read."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.masking import masked_number, masked_text
from srfax_desktop.ui.fax_cells import as_tip
from srfax_desktop.ui.glosses import gloss
from srfax_desktop.ui.history_cache import LineCache
from srfax_desktop.ui.history_words import account_words, exact_time, gone_words, http_words, local_time
from srfax_desktop.ui.messages import event_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.archive import Archive
    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.core.ports import StoreError

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""The line itself, a HistoryEntry; None where it is gone, or could not be read."""

_LISTED = (HistoryEvent.CHECKED, HistoryEvent.LEFT_QUEUE)
"""What SRFax's lists say of the fax stands in these lines as `status`."""


class HistoryColumn(IntEnum):
    """The columns, from left to right."""

    TIME = 0
    FAX_ID = 1
    TO = 2
    EVENT = 3
    SAID = 4
    TOOK = 5
    ACCOUNT = 6


class HistoryModel(QAbstractTableModel):
    """One row for each line, newest first."""

    failed = Signal(object)  # StoreError: lines could not be read. Emitted while cells are painted

    def __init__(self, archive: Archive, *, masked: bool) -> None:
        super().__init__()
        self._cache = LineCache(archive)
        self._numbers: list[int] = []
        self._masked = masked
        self._told: StoreError | None = None

    @property
    def numbers(self) -> Sequence[int]:
        """The numbers of the lines, from top to bottom."""
        return self._numbers

    def row_of(self, number: int) -> int | None:
        """Return the row of a line, None where it is not shown."""
        try:
            return self._numbers.index(number)
        except ValueError:
            return None

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """Show these lines. Where there are only new ones above, the others keep their rows."""
        shown, wanted = self._numbers, list(numbers)
        self._cache.trouble = self._told = None
        new = len(wanted) - len(shown)
        if wanted == shown:
            self._tell_changed()
        elif shown and new > 0 and wanted[new:] == shown:
            self.beginInsertRows(QModelIndex(), 0, new - 1)
            self._numbers = wanted
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._numbers = wanted
            self.endResetModel()

    def set_masked(self, *, masked: bool) -> None:
        """Hide all but the last four digits of destination numbers, or show them whole."""
        self._masked = masked
        self._tell_changed()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HistoryColumn) - 1)
        self._tell_changed()

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HistoryColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            HistoryColumn.TIME: translate("HistoryModel", "Time"),
            HistoryColumn.FAX_ID: translate("HistoryModel", "Fax ID"),
            HistoryColumn.TO: translate("HistoryModel", "To"),
            HistoryColumn.EVENT: translate("HistoryModel", "What happened"),
            HistoryColumn.SAID: translate("HistoryModel", "SRFax’s words"),
            HistoryColumn.TOOK: translate("HistoryModel", "Took"),
            HistoryColumn.ACCOUNT: translate("HistoryModel", "Account"),
        }[HistoryColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows or tells."""
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == HistoryColumn.TIME:
            return self._rest_of(index)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, ENTRY_ROLE):
            return None
        entry = self._entry(index.row())
        if role == ENTRY_ROLE:
            return entry
        column = HistoryColumn(index.column())
        if entry is None:
            return self._words_for_nothing(column)
        return self._tip(entry, column) if role == Qt.ItemDataRole.ToolTipRole else self._text(entry, column)

    def _rest_of(self, index: Index) -> str:
        """Return what stands beside the time, for a screen reader: it hears one cell of a line."""
        beside = [self.index(index.row(), column).data() for column in HistoryColumn if column]
        return ". ".join(filter(None, beside))

    def _entry(self, row: int) -> HistoryEntry | None:
        entry = self._cache.entry(self._numbers, row)
        trouble = self._cache.trouble
        if trouble is not self._told:
            self._told = trouble
            if trouble:
                self.failed.emit(trouble)
        return entry

    def _words_for_nothing(self, column: HistoryColumn) -> str:
        if column is not HistoryColumn.EVENT:
            return ""
        return "…" if self._cache.trouble else gone_words()

    def _text(self, entry: HistoryEntry, column: HistoryColumn) -> str:
        match column:
            case HistoryColumn.TIME:
                return local_time(entry.at)
            case HistoryColumn.FAX_ID:
                return entry.fax_id
            case HistoryColumn.TO:
                number = entry.to_number or ""
                return masked_number(number) if self._masked else number
            case HistoryColumn.EVENT:
                return event_words(entry)
            case HistoryColumn.SAID:
                return self._said(entry)
            case HistoryColumn.TOOK:
                return _took(entry.elapsed_s)
            case HistoryColumn.ACCOUNT:
                return entry.account or ""

    def _tip(self, entry: HistoryEntry, column: HistoryColumn) -> str:
        match column:
            case HistoryColumn.TIME:
                return exact_time(entry.at)
            case HistoryColumn.FAX_ID if entry.account:
                return account_words(entry.account)
            case HistoryColumn.EVENT:
                parts = (event_words(entry), http_words(entry.http_status), _took(entry.elapsed_s))
                return as_tip(" · ".join(filter(None, parts)))
            case HistoryColumn.SAID:
                return as_tip(self._said(entry)) + as_tip(gloss(entry.result))
        return ""

    def _said(self, entry: HistoryEntry) -> str:
        listed = entry.status if entry.event in _LISTED else None
        said = " · ".join(filter(None, (listed, entry.result)))
        return masked_text(said, (entry.to_number,)) if self._masked and entry.to_number else said

    def _tell_changed(self) -> None:
        if self._numbers:
            last = self.index(len(self._numbers) - 1, len(HistoryColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _took(elapsed_s: float | None) -> str:
    if elapsed_s is None:
        return ""
    return translate("HistoryModel", "{0} s").format(QLocale().toString(elapsed_s, "f", 2))
