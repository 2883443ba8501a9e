# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table's model: it asks the engine for whatever a cell shows, at the moment when it is shown."""

from __future__ import annotations

import html
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Slot

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.core.status import Status
from srfax_desktop.ui.messages import action_words, reason_words, status_meaning, status_words
from srfax_desktop.ui.status_style import STATUS_STYLE

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.engine.board import Board

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    STATUS = 0
    FAX_ID = 1
    SAID = 2
    ATTEMPTS = 3
    ACTION = 4


class Role(IntEnum):
    """What a cell tells beyond Qt's own roles."""

    SORT = Qt.ItemDataRole.UserRole
    FAX_ID = Qt.ItemDataRole.UserRole + 1
    STATUS = Qt.ItemDataRole.UserRole + 2
    ACTION = Qt.ItemDataRole.UserRole + 3
    DUE_IN_S = Qt.ItemDataRole.UserRole + 4


def said_words(fax: FaxRecord) -> str:
    """Return SRFax's own words; in brackets why there are none; nothing where nothing was asked."""
    if fax.result is not None:
        return fax.result
    why = reason_words(fax.reason) if fax.reason else ""
    return f"({why})" if why else ""


class FaxModel(QAbstractTableModel):
    """One row for each fax, in the order in which they were added."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self._ids: list[FaxId] = [fax.fax_id for fax in board.faxes()]
        self._row_of = {fax_id: row for row, fax_id in enumerate(self._ids)}

    def fax_id(self, row: int) -> FaxId:
        """Return the ID of the fax in a row."""
        return self._ids[row]

    def row_of(self, fax_id: FaxId) -> int | None:
        """Return the row of a fax, None where it is not in the list."""
        return self._row_of.get(fax_id)

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of faxes."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.ATTEMPTS:
            return Qt.AlignmentFlag.AlignCenter
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.STATUS: translate("FaxModel", "Status"),
            Column.FAX_ID: translate("FaxModel", "Fax ID"),
            Column.SAID: translate("FaxModel", "SRFax said"),
            Column.ATTEMPTS: translate("FaxModel", "Attempts"),
            Column.ACTION: translate("FaxModel", "What you can do"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows or tells."""
        fax_id = self._ids[index.row()]
        if fax_id not in self._board:  # views ask once more about the rows that they are told to remove
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(fax_id, column)
            case Role.SORT:
                return self._sort_key(fax_id, column)
            case Role.FAX_ID:
                return fax_id
            case Role.STATUS:
                return self._board.status(fax_id)
            case Role.ACTION:
                return ACTION.get(self._board.status(fax_id))
            case Role.DUE_IN_S:
                return self._board.due_in_s(fax_id)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(fax_id, column)
            case Qt.ItemDataRole.TextAlignmentRole if column is Column.ATTEMPTS:
                return Qt.AlignmentFlag.AlignCenter
        return None

    # The engine's side

    @Slot(object)
    def take_added(self, fax_ids: tuple[FaxId, ...]) -> None:
        """Show faxes that were added; those shown already are only shown anew."""
        new = [fax_id for fax_id in fax_ids if fax_id not in self._row_of]
        if new:
            first = len(self._ids)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._ids += new
            self._row_of.update((fax_id, first + step) for step, fax_id in enumerate(new))
            self.endInsertRows()

    @Slot(object)
    def take_removed(self, fax_ids: tuple[FaxId, ...]) -> None:
        """Show faxes no longer, in as few steps as their rows allow."""
        rows = sorted(self._row_of[fax_id] for fax_id in fax_ids)
        for first, last in reversed(runs(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._ids[first : last + 1]
            self._row_of = {fax_id: row for row, fax_id in enumerate(self._ids)}
            self.endRemoveRows()

    @Slot(object)
    def take_changed(self, fax_ids: tuple[FaxId, ...]) -> None:
        """Show what changed, in as few steps as the rows allow."""
        rows = sorted({row for row in map(self._row_of.get, fax_ids) if row is not None})
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    @Slot()
    def take_all_changed(self) -> None:
        """Show everything anew: something that concerns every fax has changed."""
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))

    def _text(self, fax_id: FaxId, column: Column) -> str:
        fax = self._board.fax(fax_id)
        match column:
            case Column.STATUS:
                return status_words(self._board.status(fax_id), self._board.due_in_s(fax_id))
            case Column.FAX_ID:
                return fax_id
            case Column.SAID:
                return said_words(fax)
            case Column.ATTEMPTS:
                return str(fax.attempts) if fax.attempts else ""
            case Column.ACTION:
                action = ACTION.get(self._board.status(fax_id))
                return action_words(action, self._board.due_in_s(fax_id)) if action else ""

    def _sort_key(self, fax_id: FaxId, column: Column) -> object:
        fax = self._board.fax(fax_id)
        match column:
            case Column.STATUS | Column.ACTION:
                return STATUS_STYLE[self._board.status(fax_id)].rank
            case Column.FAX_ID:
                return fax_id.rjust(20)  # as numbers, but a Python int past 64 bits does not fit into Qt's
            case Column.SAID:
                return said_words(fax)
            case Column.ATTEMPTS:
                return fax.attempts

    def _tip(self, fax_id: FaxId, column: Column) -> str | None:
        if column is Column.STATUS:
            return status_meaning(self._board.status(fax_id))
        return as_tip(said_words(self._board.fax(fax_id))) if column is Column.SAID else None


def as_tip(words: str) -> str:
    """Return words from outside as a tool tip: Qt would take some of them for markup."""
    return f"<p>{html.escape(words)}</p>" if words else ""


def runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return sorted rows as (first, last) of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def is_askable(status: Status) -> bool:
    """Whether `Stop all` would ask SRFax about a fax in this status: it is not under way, and not decided."""
    return status in {Status.WAITING, Status.NOT_FOUND, Status.NOT_CONFIRMED, Status.ENDED}


def is_retryable(status: Status) -> bool:
    """Whether `Retry now` helps."""
    return ACTION.get(status) is Action.RETRY_NOW
