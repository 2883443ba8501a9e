# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What of the history is to be seen: words, days, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from srfax_desktop.ui.day_choice import DayChoice
from srfax_desktop.ui.history_filter import ATTEMPTS, EVERYTHING, KINDS, UNPROVEN, filter_of, kind_words

if TYPE_CHECKING:
    from srfax_desktop.ui.history_filter import HistoryFilter, Kind

translate = QCoreApplication.translate

PAUSE_MS = 150
"""It is searched for what was typed once nothing more has been typed for so long."""

WIDTH_OF_KIND = 24
"""In letters. The list that opens is as wide as its longest line."""


class FilterBar(QWidget):
    """Tells that something else is wanted, and whether numbers are to be shown whole."""

    changed = Signal()
    whole_numbers_wanted = Signal(bool)

    def __init__(self, *, whole_numbers: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._text = QLineEdit()
        self._text.setClearButtonEnabled(True)
        self._kind = QComboBox()
        self._kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kind.setMinimumContentsLength(WIDTH_OF_KIND)
        self._kind.setMaxVisibleItems(len(KINDS) + 2)  # all of them, and the lines between
        self._first = DayChoice()
        self._last = DayChoice()
        self._whole = QCheckBox()
        self._whole.setChecked(whole_numbers)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._text)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._text.setPlaceholderText(
            translate("FilterBar", "Search for a fax ID, number, account or SRFax’s words…")
        )
        self._text.setAccessibleName(translate("FilterBar", "Search the history"))
        for clear in self._text.findChildren(QToolButton):
            clear.setAccessibleName(translate("FilterBar", "Clear the search"))
        shown = translate("FilterBar", "What is shown")
        self._kind.setAccessibleName(shown)
        self._kind.setAccessibleDescription(shown)  # on Linux, Qt calls a box by what is chosen in it
        for place, kind in enumerate(KINDS):
            self._kind.setItemText(self._kind.findData(place), kind_words(kind))
        any_words = translate("FilterBar", "any day")
        self._first.name(translate("FilterBar", "&From"), any_words, translate("FilterBar", "First day"))
        self._last.name(translate("FilterBar", "&To"), any_words, translate("FilterBar", "Last day"))
        self._whole.setText(translate("FilterBar", "Sho&w full fax numbers"))
        self._whole.setAccessibleName(translate("FilterBar", "Show full fax numbers"))

    def wanted(self) -> HistoryFilter:
        """Return what is wanted now."""
        return filter_of(self._chosen_kind(), self._text.text(), self._first.day, self._last.day)

    def is_untouched(self) -> bool:
        """Whether it leaves out nothing that was tried."""
        return self.wanted() in (filter_of(ATTEMPTS), filter_of(EVERYTHING))

    def want_everything(self) -> None:
        """Leave nothing out."""
        self._first.choose(None)
        self._last.choose(None)
        self._text.clear()
        self._kind.setCurrentIndex(self._kind.findData(KINDS.index(EVERYTHING)))
        self._tell()

    @Slot()
    def go_to_search(self) -> None:
        """Put the cursor into the search, over what is there."""
        self._text.setFocus()
        self._text.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _chosen_kind(self) -> Kind:
        place: int = self._kind.currentData()
        return KINDS[place]

    def _lay_out(self) -> None:
        for place, kind in enumerate(KINDS):
            self._kind.addItem(kind_words(kind), place)
        self._kind.insertSeparator(self._kind.findData(KINDS.index(UNPROVEN)))
        self._kind.insertSeparator(self._kind.findData(KINDS.index(ATTEMPTS)) + 1)
        days = QHBoxLayout()
        days.setSpacing(16)
        days.addWidget(self._first)
        days.addWidget(self._last)
        days.addStretch(1)
        days.addWidget(self._whole)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._text, 0, 0)
        grid.addWidget(self._kind, 0, 1)
        grid.addLayout(days, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def _connect(self) -> None:
        self._text.textChanged.connect(self._pause.start)
        self._text.returnPressed.connect(self._tell)
        self._pause.timeout.connect(self._tell)
        self._kind.activated.connect(self._tell)
        self._first.changed.connect(self._follow_first)
        self._last.changed.connect(self._follow_last)
        self._whole.toggled.connect(self.whole_numbers_wanted)

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self.changed.emit()

    @Slot()
    def _follow_first(self) -> None:
        first, last = self._first.day, self._last.day
        if first and last and first > last:
            self._last.choose(first)
        self._tell()

    @Slot()
    def _follow_last(self) -> None:
        first, last = self._first.day, self._last.day
        if first and last and first > last:
            self._first.choose(last)
        self._tell()
