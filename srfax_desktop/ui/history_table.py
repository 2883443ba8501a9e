# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table of the history's lines. It stays where it is while new lines come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from srfax_desktop.ui.cell_painting import ICON_SIZE, tabular
from srfax_desktop.ui.history_model import ENTRY_ROLE, HistoryColumn, HistoryModel
from srfax_desktop.ui.history_style import line_style
from srfax_desktop.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex

_SHARE_OF_EVENT = 0.64
"""What happened takes this much of the room that it shares with SRFax's words."""


class EventDelegate(QStyledItemDelegate):
    """What happened, with its icon in its colour."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Add the icon."""
        super().initStyleOption(option, index)
        entry = index.data(ENTRY_ROLE)
        if entry is None:
            return
        style = line_style(entry)
        option.icon = icon(style.icon, self._theme.tint(style.tone).text, ICON_SIZE)
        option.decorationSize = QSize(ICON_SIZE, ICON_SIZE)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


class HistoryTable(QTableView):
    """Shows a HistoryModel. What it tells of are the numbers of lines, never rows: rows move."""

    def __init__(self, model: HistoryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._theme = theme
        self._nothing = ""
        self._share = _SHARE_OF_EVENT
        self._fitting = False
        self.setModel(model)
        self.setItemDelegateForColumn(HistoryColumn.EVENT, EventDelegate(theme, self))
        self._set_up_looks()
        theme.changed.connect(self.viewport().update)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("HistoryTable", "Lines of the history"))

    def show_numbers(self, numbers: Sequence[int], nothing: str, *, stay: bool) -> None:
        """Show these lines, or, where there are none, the words `nothing`.

        stay: keep the lines that are in view in view, except at the top, where new ones appear. The
        selected line stays selected in any case.
        """
        chosen = self.chosen_number()
        top = self._top_number() if stay else None
        self._nothing = nothing
        self._lines.show_numbers(numbers)
        if chosen is not None and chosen != self.chosen_number():
            self._choose(self._lines.row_of(chosen))
        self.executeDelayedItemsLayout()  # until then the scroll bar has the length of before
        row = 0 if top is None else self._lines.row_of(top)
        if row is not None:
            self.verticalScrollBar().setValue(row)
        self.viewport().update()

    def show_line(self, number: int) -> bool:
        """Select this line and bring it into view. Returns whether it is among those shown."""
        row = self._lines.row_of(number)
        self._choose(row)
        if row is None:
            return False
        self.scrollTo(self._lines.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def chosen_number(self) -> int | None:
        """Return the number of the selected line, None where none is."""
        chosen = self.selectionModel().selectedRows()
        return self._lines.numbers[chosen[0].row()] if chosen else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; where there are none, say why."""
        super().paintEvent(event)
        if self._lines.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.colours.quiet))
        room = self.viewport().rect().adjusted(24, 24, -24, -24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._nothing)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between the two columns that are words; where it is short, they come first."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._fit_columns()
            self._share_room()
        super().changeEvent(event)

    def _share_room(self) -> None:
        self._fitting = True
        for column in _SPARED:
            self.setColumnHidden(column, self.viewport().width() < self._width_for_all)
        header, room = self.horizontalHeader(), self._room()
        most = max(room // 2, room - header.sectionSizeHint(HistoryColumn.SAID))
        header.resizeSection(HistoryColumn.EVENT, min(round(room * self._share), most))
        self._fitting = False

    def _room(self) -> int:
        """Return the width of the two columns that are words."""
        header = self.horizontalHeader()
        words = (HistoryColumn.EVENT, HistoryColumn.SAID)
        others = sum(header.sectionSize(column) for column in HistoryColumn if column not in words)
        return max(1, self.viewport().width() - others)

    def _fit_columns(self) -> None:
        """Give each column but those of words the width that its heading and what stands in it need."""
        header = self.horizontalHeader()
        for column, sample in _SAMPLES.items():
            width = self.fontMetrics().horizontalAdvance(sample) + 22
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
        self._width_for_all = self.fontMetrics().averageCharWidth() * _LEAST_WORDS + sum(
            header.sectionSize(column) for column in _SAMPLES
        )

    @Slot(int, int, int)
    def _keep_share(self, column: int, _old: int, new: int) -> None:
        if column == HistoryColumn.EVENT and not self._fitting:
            self._share = min(0.9, new / self._room())

    def _top_number(self) -> int | None:
        """Return the number of the first line in view; None at the top, where it is to stay."""
        row = self.rowAt(0)
        return self._lines.numbers[row] if row > 0 else None

    def _choose(self, row: int | None) -> None:
        if row is None:
            self.clearSelection()
        else:
            self.selectRow(row)

    def _set_up_looks(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(tabular(self.font()))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit_columns()
        header.setSectionResizeMode(HistoryColumn.SAID, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._keep_share)


_SAMPLES = {
    HistoryColumn.TIME: "2000-00-00 00:00:00",
    HistoryColumn.FAX_ID: "000000000",
    HistoryColumn.TO: "00000000000",
    HistoryColumn.TOOK: "00.00 s",
    HistoryColumn.ACCOUNT: "00000000",
}
"""As wide as these, a column shows the whole of what usually stands in it."""

_SPARED = (HistoryColumn.TOOK, HistoryColumn.ACCOUNT)
"""Not shown in a narrow window: the tips of other columns have it too."""

_LEAST_WORDS = 65
"""Letters. Where the two columns of words together have room for fewer, the window is narrow."""
