# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""For how long the history is kept, asked about once before anything is removed for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QWidget

from srfax_desktop.core.archive import HistoryQuery
from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.careful_box import CarefulBox
from srfax_desktop.ui.history_words import keep_words, removal_question
from srfax_desktop.ui.letters import letter_question
from srfax_desktop.ui.questions import message_box

if TYPE_CHECKING:
    from datetime import datetime

    from srfax_desktop.core.archive import Archive
    from srfax_desktop.core.ports import Clock

translate = QCoreApplication.translate

FOR_EVER = 0
CHOICES = (FOR_EVER, 90, 365, 730, 2555)
"""Days."""


class RetentionChoice(QWidget):
    """Tells of what was chosen, once the user has agreed to what it removes."""

    chosen = Signal(int)  # days; 0: for ever
    failed = Signal(object)  # StoreError: it could not be counted what it would remove

    def __init__(self, archive: Archive, clock: Clock, *, days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._clock = clock
        self._days = days
        # What the settings say is shown as it is, even where it was not chosen here.
        self._choices = sorted({*CHOICES, days})
        self._label = QLabel()
        self._box = CarefulBox()
        self._label.setBuddy(self._box)
        self._box.addItems([keep_words(each) for each in self._choices])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._label)
        row.addWidget(self._box)
        self._box.activated.connect(self._choose)
        self._show_days()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._label.setText(translate("RetentionChoice", "&Keep:"))
        self._box.setAccessibleName(translate("RetentionChoice", "Keep the history"))
        for index, days in enumerate(self._choices):
            self._box.setItemText(index, keep_words(days))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(int)
    def _choose(self, index: int) -> None:
        days = self._choices[index]
        if days != self._days and self._may_keep_only(days):
            self._days = days
            self.chosen.emit(days)
        self._show_days()

    def _may_keep_only(self, days: int) -> bool:
        if days == FOR_EVER:
            return True
        try:
            going = count_older(self._archive, self._clock.utc_now() - timedelta(days=days))
        except StoreError as error:
            self.failed.emit(error)
            return False
        return not going or ask_before_removing(self, going, days)

    def _show_days(self) -> None:
        self._box.setCurrentIndex(self._choices.index(self._days))


def count_older(archive: Archive, before: datetime) -> int:
    """Return how many lines `Archive.prune` would remove: those older, up to the first that is not.

    Raises StoreError.
    """
    younger = archive.find(HistoryQuery(since=before))
    older = archive.find(HistoryQuery(until=before))
    first_kept = younger[-1] if younger else None
    return sum(1 for number in older if first_kept is None or number < first_kept)


def ask_before_removing(parent: QWidget, count: int, days: int) -> bool:
    """Ask whether `count` lines are to be removed for good. Enter says no."""
    more = translate(
        "RetentionChoice",
        "They cannot be brought back. If you might need them, export them first.\n\nA "
        "line that records the removal takes their place. From now on, lines are "
        "removed when they reach that age.",
    )
    title = translate("RetentionChoice", "History")
    box = message_box(parent, removal_question(count, days), more, icon="warning", title=title)
    yes = box.addButton(translate("RetentionChoice", "Remove"), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(translate("RetentionChoice", "Keep them"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    letter_question(box)
    box.exec()
    return box.clickedButton() is yes
