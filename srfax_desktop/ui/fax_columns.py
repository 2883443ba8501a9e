# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Keeps the columns of the table of faxes: which of them are shown, and how wide they are."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from srfax_desktop.core.action import Action
from srfax_desktop.core.status import Status
from srfax_desktop.ui.cell_painting import button_spare, pill_spare
from srfax_desktop.ui.column_fit import Span, fitted
from srfax_desktop.ui.columns import AT_FIRST, Column, heading
from srfax_desktop.ui.fax_words import confirmed_words, local_today, time_words
from srfax_desktop.ui.messages import action_words, status_words
from srfax_desktop.ui.table_looks import WIDEST, TableLooks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

CELL_SPARE = 20
HEADING_SPARE = 26
"""In pixels: what stands around the words of a cell, and around those of a heading with its arrow."""

_WIDEST_WORDS = {
    Column.FAX_ID: "0000000000",
    Column.TO: "0 000 000 0000",
    Column.PAGES: "000",
    Column.ACCOUNT: "0000000",
    Column.ATTEMPTS: "000",
}


class FaxColumns(QObject):
    """`SRFax said` takes what the others leave. In a narrow table, some that are chosen give way."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._header = table.horizontalHeader()
        self._chosen = set(AT_FIRST)
        self._account: bool | None = None  # what the user said of that column; None: nothing
        self._several_accounts = False
        self._by_hand: dict[Column, int] = {}
        self._spans: dict[Column, Span] = {}
        self._fitting = False
        self._header.setSectionResizeMode(Column.SAID, QHeaderView.ResizeMode.Fixed)
        self._header.moveSection(self._header.visualIndex(Column.ACCOUNT), Column.SAID)
        self._header.sectionResized.connect(self._take_resized)
        self.measure()

    def is_chosen(self, column: Column) -> bool:
        """Whether the user wants to see a column."""
        return column in self._chosen

    def finds_room(self, column: Column) -> bool:
        """Whether a column can be seen."""
        return not self._table.isColumnHidden(column)

    def choose(self, column: Column, *, shown: bool) -> None:
        """Show or hide a column. One that the rows are sorted by is not hidden without its sorting."""
        if column is Column.ACCOUNT:
            self._account = shown
        if shown:
            self._chosen.add(column)
        else:
            self._hide(column)
        self.fit()

    def show_accounts(self, *, several: bool) -> None:
        """Show the accounts by itself while there are several, unless the user said otherwise."""
        self._several_accounts = several
        shown = several if self._account is None else self._account
        if shown is (Column.ACCOUNT in self._chosen):
            return
        if shown:
            self._chosen.add(Column.ACCOUNT)
        else:
            self._hide(Column.ACCOUNT)
        self.fit()

    def looks(self) -> TableLooks:
        """Return what is to be kept."""
        section = self._header.sortIndicatorSection()
        return TableLooks(
            frozenset(self._chosen) - {Column.ACCOUNT},
            self._by_hand,
            Column(section),
            self._header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            self._account,
        )

    def restore(self, looks: TableLooks) -> None:
        """Take back what was kept."""
        self._chosen = set(looks.shown)
        self._account = looks.account
        self.show_accounts(several=self._several_accounts)
        self._by_hand = dict(looks.widths)
        self._sort_as(looks)
        self.fit()

    def measure(self) -> None:
        """See how much room the words need, in the present font and language."""
        self._spans = _spans(self._table)
        self.fit()

    def fit(self) -> None:
        """Share the width of the table out."""
        if self._fitting:
            return
        self._fitting = True
        spans = {column: self._span(column) for column in Column if column in self._chosen}
        widths = fitted(spans, self._room())
        # Without the scroll bar, the last column takes its place: the others stay where they are.
        widths[Column.ACTION] += max(0, self._table.viewport().width() - self._room())
        for column in Column:
            if self._table.isColumnHidden(column) is (column in widths):
                self._table.setColumnHidden(column, column not in widths)
            if column in widths:
                self._header.resizeSection(column, widths[column])
        self._fitting = False

    def _hide(self, column: Column) -> None:
        self._chosen.discard(column)
        if self._header.sortIndicatorSection() == column:
            self._sort_as(TableLooks())

    def _room(self) -> int:
        bar = self._table.verticalScrollBar()
        there = bar.isVisibleTo(self._table)
        return self._table.viewport().width() - (0 if there else bar.sizeHint().width())

    def _span(self, column: Column) -> Span:
        by_hand = self._by_hand.get(column)
        return self._spans[column] if by_hand is None else Span.fixed(by_hand)

    def _sort_as(self, looks: TableLooks) -> None:
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(looks.sorted_by, down if looks.descending else up)

    @Slot(int, int, int)
    def _take_resized(self, section: int, _before: int, width: int) -> None:
        """Remember what the user drags; nothing gives way under the mouse."""
        if self._fitting or not width:
            return
        self._by_hand[Column(section)] = width
        others = self._header.length() - self._header.sectionSize(Column.SAID)
        self._fitting = True
        room = self._table.viewport().width() - others
        self._header.resizeSection(Column.SAID, max(self._spans[Column.SAID].least, room))
        self._fitting = False


def _spans(table: QTableView) -> dict[Column, Span]:
    cells = table.fontMetrics()
    heading_font = QFont(table.font())
    heading_font.setWeight(QFont.Weight.DemiBold)
    headings = QFontMetrics(heading_font)
    least = {column: headings.horizontalAdvance(heading(column)) + HEADING_SPARE for column in Column}

    def wide(words: str, spare: int = CELL_SPARE) -> int:
        return cells.horizontalAdvance(words) + spare

    spans = {column: Span.fixed(max(least[column], wide(words))) for column, words in _WIDEST_WORDS.items()}
    partly = status_words(Status.PARTIALLY_SENT)
    spans[Column.STATUS] = Span(
        wide(partly, pill_spare(cells)),
        max(wide(status_words(status), pill_spare(cells)) for status in Status),
        wide(confirmed_words(partly, "00:00:00"), pill_spare(cells)),
    )
    spans[Column.SUBJECT] = spans[Column.FROM] = Span(wide("m" * 7), wide("m" * 14), wide("m" * 28))
    late = [datetime(local_today().year, month, 28, 22, 58) for month in range(1, 13)]  # noqa: DTZ001
    spans[Column.QUEUED] = Span.fixed(max(wide(time_words(at)) for at in late))
    spans[Column.SAID] = Span(max(least[Column.SAID], wide("m" * 7)), wide("m" * 18), WIDEST)
    spans[Column.ACTION] = Span.fixed(
        max(least[Column.ACTION], wide(action_words(Action.RETRY_NOW, 58.0), button_spare(cells)))
    )
    return spans
