# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A table's rows, brought in line with a list of fax IDs in a few steps, however much of it is new.

Qt's own QSortFilterProxyModel asks Python for two values at each comparison, and tells the view of
each run of rows that comes or goes: with ten thousand faxes, that holds the window up for seconds.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex

from srfax_desktop.ui.row_numbers import RowNumbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from srfax_desktop.core.fax import FaxId

Index = QModelIndex | QPersistentModelIndex

MOST_STEPS = 8
"""More runs than this come or go as one, at the end of the table, and are put in their places."""

_ROWS_ONLY = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
_WITH_HINT = ("QList<QPersistentModelIndex>", "QAbstractItemModel::LayoutChangeHint")


class ShownRows(QAbstractTableModel):
    """One row for each fax that is shown. Selection and cursor stay with their faxes."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[FaxId] = []
        self._rows = RowNumbers(self._ids)

    def fax_id(self, row: int) -> FaxId:
        """Return the ID of the fax in a row."""
        return self._ids[row]

    def row_of(self, fax_id: FaxId) -> int | None:
        """Return the row of a fax, None where it is not shown."""
        return self._rows.row_of(fax_id)

    def shown_ids(self) -> Sequence[FaxId]:
        """Return the faxes that are shown, from top to bottom. Not to be changed."""
        return self._ids

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of faxes that are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def _bring_in_line(self, wanted: list[FaxId]) -> None:
        """Show these faxes, in this order."""
        if not self._ids:  # as at the start: there is nothing to compare them with
            if wanted:
                self._put_in(0, wanted)
            return
        self._take_out(set(wanted))
        held = set(self._ids)
        new = [row for row, fax_id in enumerate(wanted) if fax_id not in held]
        steps = runs(new)
        if len(steps) > MOST_STEPS:
            self._put_in(len(self._ids), [wanted[row] for row in new])
            steps = []
        held = set(self._ids)
        self._rearrange([fax_id for fax_id in wanted if fax_id in held])
        for first, last in steps:
            self._put_in(first, wanted[first : last + 1])

    def _tell_changed(self, fax_ids: Iterable[FaxId], *columns: tuple[int, int]) -> None:
        """Have these shown anew, in as few steps as their rows allow. columns: the first and last of each."""
        rows = sorted({row for row in map(self.row_of, fax_ids) if row is not None})
        for first, last in runs(rows):
            for left, right in columns:
                self.dataChanged.emit(self.index(first, left), self.index(last, right))

    def _take_out(self, wanted: set[FaxId]) -> None:
        gone = [row for row, fax_id in enumerate(self._ids) if fax_id not in wanted]
        steps = runs(gone)
        if len(steps) > MOST_STEPS:
            last_ones = [self._ids[row] for row in gone]
            self._rearrange([fax_id for fax_id in self._ids if fax_id in wanted] + last_ones)
            steps = [(len(self._ids) - len(gone), len(self._ids) - 1)]
        for first, last in reversed(steps):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._ids[first : last + 1]
            self._rows.reorder(self._ids)
            self.endRemoveRows()

    def _put_in(self, row: int, fax_ids: list[FaxId]) -> None:
        self.beginInsertRows(QModelIndex(), row, row + len(fax_ids) - 1)
        self._rows.put_in(row, fax_ids)
        self._ids[row:row] = fax_ids
        self.endInsertRows()

    def _rearrange(self, order: list[FaxId]) -> None:
        """Put the rows that there are into this order."""
        if order == self._ids:
            return
        with self._moving():
            self._ids = order
            self._rows.reorder(order)

    def _move(self, parts: Sequence[tuple[int, int]], blocks: Sequence[tuple[int, list[FaxId]]]) -> None:
        """Take rows out, and put the same ones in elsewhere.

        parts: the first and last row of each run of them. blocks: their faxes, from top to bottom, each with
        the row before which they belong when all parts are out.
        """
        with self._moving():
            for first, last in reversed(parts):
                self._rows.take_out(first, last + 1 - first)
                del self._ids[first : last + 1]
            for row, fax_ids in reversed(blocks):
                self._rows.put_in(row, fax_ids)
                self._ids[row:row] = fax_ids

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Whatever happens to the order, selection and cursor stay with their faxes."""
        begin: Any = self.layoutAboutToBeChanged  # Qt's stubs do not know that signals can be indexed
        end: Any = self.layoutChanged
        begin[_WITH_HINT].emit([], _ROWS_ONLY)
        before = self.persistentIndexList()
        places = [(self._ids[index.row()], index.column()) for index in before]
        yield
        after = [self.index(self.row_of(fax_id) or 0, column) for fax_id, column in places]
        self.changePersistentIndexList(before, after)
        end[_WITH_HINT].emit([], _ROWS_ONLY)


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return sorted rows as (first, last) of each unbroken run."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
