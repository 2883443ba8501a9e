# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The history of one fax as a table: time, what happened, what SRFax said, how long it took."""

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
)

from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.ui.fax_cells import as_tip
from srfax_desktop.ui.glosses import gloss
from srfax_desktop.ui.messages import event_words
from srfax_desktop.ui.times import clock_time

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex


class AttemptColumn(IntEnum):
    """The columns, from left to right."""

    TIME = 0
    EVENT = 1
    SAID = 2
    TOOK = 3


class AttemptsModel(QAbstractTableModel):
    """What happened to one fax, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[HistoryEntry] = []
        self._first_asked: HistoryEntry | None = None

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Show these, given oldest first. A request whose answer is here is not shown beside it."""
        shown = [
            entry
            for index, entry in enumerate(entries)
            if entry.event is not HistoryEvent.SENDING or not _is_answered(entries, index)
        ]
        self.beginResetModel()
        self._entries = shown[::-1]
        asked = (entry for entry in entries if entry.event is HistoryEvent.ASKED)
        self._first_asked = next(asked, None)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(AttemptColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            AttemptColumn.TIME: translate("AttemptsModel", "Time"),
            AttemptColumn.EVENT: translate("AttemptsModel", "What happened"),
            AttemptColumn.SAID: translate("AttemptsModel", "SRFax’s words"),
            AttemptColumn.TOOK: translate("AttemptsModel", "Took"),
        }[AttemptColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == AttemptColumn.TIME:
            return self._rest_of(index)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        entry = self._entries[index.row()]
        match AttemptColumn(index.column()):
            case AttemptColumn.TIME:
                return _time(entry, whole=role == Qt.ItemDataRole.ToolTipRole)
            case AttemptColumn.EVENT:
                return event_words(entry, anew=entry is not self._first_asked)
            case AttemptColumn.SAID:
                said = _said(entry)
                return (
                    as_tip(said) + as_tip(gloss(entry.result))
                    if role == Qt.ItemDataRole.ToolTipRole
                    else said
                )
            case AttemptColumn.TOOK:
                return _took(entry)

    def _rest_of(self, index: Index) -> str:
        """Return what stands beside the time, for a screen reader: it hears one cell of a line."""
        beside = [self.index(index.row(), column).data() for column in AttemptColumn if column]
        return ". ".join(filter(None, beside))


def _said(entry: HistoryEntry) -> str:
    if entry.event not in (HistoryEvent.CHECKED, HistoryEvent.LEFT_QUEUE):
        return entry.result or ""
    return " ".join(filter(None, (entry.status, f"({entry.result})" if entry.result else "")))


def _is_answered(entries: Sequence[HistoryEntry], index: int) -> bool:
    closing = (HistoryEvent.ANSWERED, HistoryEvent.INTERRUPTED)
    number = entries[index].attempt
    # Numbers begin anew with each asking: the next line of the same number tells.
    later = next((entry for entry in entries[index + 1 :] if entry.attempt == number), None)
    return later is not None and later.event in closing


def _time(entry: HistoryEntry, *, whole: bool) -> str:
    if whole:
        return entry.at.astimezone().isoformat(sep=" ", timespec="milliseconds")
    return clock_time(entry.at)


def _took(entry: HistoryEntry) -> str:
    if entry.elapsed_s is None:
        return ""
    return translate("AttemptsModel", "{0} s").format(QLocale().toString(entry.elapsed_s, "f", 2))
