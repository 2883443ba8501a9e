# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A day of the calendar, or any."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QDateEdit, QHBoxLayout, QToolButton, QWidget

_ANY = QDate(2000, 1, 1)
"""Shown as "any". The program is younger."""


class DayChoice(QWidget):
    """A check box that says whether a day matters, and the day."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matters = QCheckBox()
        self._day = QDateEdit(_ANY)
        self._day.setMinimumDate(_ANY)
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.setCalendarPopup(True)
        self._day.setEnabled(False)
        _calm(self._day.calendarWidget())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._matters)
        row.addWidget(self._day)
        self._matters.toggled.connect(self._switch)
        self._day.dateChanged.connect(self.changed)

    def name(self, label: str, any_words: str, day_name: str) -> None:
        """Say what it is. label: with its letter for Alt; day_name: what a screen reader calls the day."""
        self._matters.setText(label)
        # Qt paints what follows an underlined letter further to the right than it reckons.
        self._matters.setMinimumWidth(self._matters.sizeHint().width() + 4)
        self._matters.setAccessibleName(label.replace("&", ""))
        self._day.setSpecialValueText(any_words)
        self._day.setAccessibleName(day_name)

    @property
    def day(self) -> date | None:
        """The day; None: any."""
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day()) if self._matters.isChecked() else None

    def choose(self, day: date | None) -> None:
        """Choose a day, or any. Tells nobody."""
        with QSignalBlocker(self), QSignalBlocker(self._day):
            self._matters.setChecked(day is not None)
            self._day.setDate(QDate(day.year, day.month, day.day) if day else _ANY)

    @Slot(bool)
    def _switch(self, matters: bool) -> None:
        self._day.setEnabled(matters)
        with QSignalBlocker(self._day):
            self._day.setDate(QDate.currentDate() if matters else _ANY)
        self.changed.emit()


def _calm(calendar: QCalendarWidget) -> None:
    """Take out what is loud or cannot be seen on a dark window."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    for name, arrow in (
        ("qt_calendar_prevmonth", Qt.ArrowType.LeftArrow),
        ("qt_calendar_nextmonth", Qt.ArrowType.RightArrow),
    ):
        for button in calendar.findChildren(QToolButton, name):
            button.setArrowType(arrow)
