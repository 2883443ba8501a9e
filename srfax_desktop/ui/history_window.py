# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window of the history: every attempt ever made, to be searched, checked and exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from srfax_desktop.ui import history_words as words
from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.enter_key import presses_button
from srfax_desktop.ui.export_dialog import ExportDialog
from srfax_desktop.ui.history_filter_bar import FilterBar
from srfax_desktop.ui.history_jobs import HistoryJobs
from srfax_desktop.ui.history_model import HistoryModel
from srfax_desktop.ui.history_search import HistorySearch
from srfax_desktop.ui.history_table import HistoryTable
from srfax_desktop.ui.letters import letter_anew
from srfax_desktop.ui.result_line import ResultLine
from srfax_desktop.ui.retention_choice import RetentionChoice
from srfax_desktop.ui.room import room_for
from srfax_desktop.ui.status_style import BAD

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from srfax_desktop.core.archive import Archive, ExportWriter
    from srfax_desktop.core.ports import Clock, StoreError
    from srfax_desktop.ui.history_filter import HistoryFilter
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

GATHER_MS = 500
"""New lines are looked for at most this often, however many come."""

_SIZE = QSize(1080, 680)


class HistoryWindow(QMainWindow):
    """A window of its own beside the main one. It looks into the archive anew whenever it is shown."""

    retention_chosen = Signal(int)  # days; 0: for ever. The user has agreed to what that removes
    closed = Signal()

    def __init__(
        self,
        archive: Archive,
        *,
        exporters: Mapping[str, ExportWriter],
        clock: Clock,
        mask_numbers: bool,
        retention_days: int,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._page = QWidget(self)  # in a main window: Qt tells a screen reader of no other as one
        self._page.setObjectName("page")
        self.setCentralWidget(self._page)
        self._formats = tuple(exporters)
        self._clock = clock
        self._masked = mask_numbers
        self._wanted: HistoryFilter | None = None
        self._shown: HistoryFilter | None = None  # what the lines in the table were found for
        self._is_current = False  # whether they are all that there is to it, as far as is known
        self._filters = FilterBar(whole_numbers=not mask_numbers)
        self._unreadable = Banner(theme, BAD, "warning")
        self._model = HistoryModel(archive, masked=mask_numbers)
        self._table = HistoryTable(self._model, theme)
        self._result = ResultLine(theme)
        self._count = QLabel()
        self._retention = RetentionChoice(archive, clock, days=retention_days)
        self._check, self._export, self._close = QPushButton(), QPushButton(), QPushButton()
        self._search = HistorySearch(archive, self)
        self._jobs = HistoryJobs(archive, exporters, self._table, self._result, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(GATHER_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._filters.setFocus()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        title = translate("HistoryWindow", "History")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        for button, label in (
            (self._check, translate("HistoryWindow", "Check &history")),
            (self._export, translate("HistoryWindow", "&Export…")),
            (self._close, translate("HistoryWindow", "&Close")),
        ):
            button.setText(label)
            button.setAccessibleName(label.replace("&", ""))
        self._check.setToolTip(translate("HistoryWindow", "See whether every line is as it was written"))
        self._tell_what_export_does()
        self._model.retranslate()

    @Slot()
    def refresh(self) -> None:
        """Look for what is wanted, now. The lines in view stay in view when new ones have come."""
        self._soon.stop()
        self._wanted = self._filters.wanted()
        self._search.look(self._wanted)
        if self._search.busy:
            self._is_current = False
            self._count.setText(words.searching_words())
            self._show_what_can_be_done()

    @Slot()
    def refresh_soon(self) -> None:
        """Look for new lines in a moment: for who tells of very many."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _look_for_new(self) -> None:
        if self._search.busy:  # begun anew again and again, it would never come to its end
            self._soon.start()
        else:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the history as it is now."""
        if not event.spontaneous():
            self.refresh()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what is under way. Of an export that is not whole, nothing stays behind."""
        self._soon.stop()
        self._search.cancel()
        self._jobs.close()
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_count()
            QTimer.singleShot(0, self, self._letter_anew)  # when all that is in it has followed
        super().changeEvent(event)

    @Slot()
    def _letter_anew(self) -> None:
        letter_anew(self)

    # Looks

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._retention)
        foot.addSpacing(16)
        foot.addWidget(self._check)
        foot.addWidget(self._export)
        foot.addWidget(self._close)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._filters)
        column.addWidget(self._unreadable)
        column.addWidget(self._table, 1)
        column.addWidget(self._result)
        column.addLayout(foot)
        self.resize(_SIZE.boundedTo(room_for(self)))

    def _connect(self) -> None:
        self._filters.changed.connect(self.refresh)
        self._filters.whole_numbers_wanted.connect(self._show_whole_numbers)
        self._unreadable.pressed.connect(self.refresh)
        self._search.found.connect(self._take_found)
        self._search.failed.connect(self._take_search_failed)
        # Queued: it comes in the middle of painting, and a banner would move what is being painted.
        self._model.failed.connect(self._tell_unreadable, Qt.ConnectionType.QueuedConnection)
        self._jobs.changed.connect(self._follow_jobs)
        self._jobs.line_wanted.connect(self._show_line)
        self._retention.chosen.connect(self.retention_chosen)
        self._retention.failed.connect(self._tell_unreadable)
        self._check.clicked.connect(self._jobs.check)
        self._export.clicked.connect(self._ask_for_file)
        self._close.clicked.connect(self.close)
        self._soon.timeout.connect(self._look_for_new)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._filters.go_to_search),
            (Qt.Key.Key_F5, self.refresh),
            (Qt.Key.Key_Escape, self._escape),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # What is found

    @Slot(object)
    def _take_found(self, numbers: list[int]) -> None:
        stay = self._wanted == self._shown
        self._shown = self._wanted
        self._is_current = True
        nothing = words.no_attempts_words() if self._filters.is_untouched() else words.nothing_fits_words()
        if not self._unreadable.isHidden():
            self._unreadable.silence()
        self._table.show_numbers(numbers, nothing, stay=stay)
        self._show_count()
        self._show_what_can_be_done()
        if not stay:
            announce(self._count, self._count.text())

    @Slot(object)
    def _take_search_failed(self, error: StoreError) -> None:
        self._is_current = False
        self._tell_unreadable(error)
        self._show_count()
        self._show_what_can_be_done()

    @Slot(object)
    def _tell_unreadable(self, error: StoreError) -> None:
        told = words.unreadable_words(error.problem)
        self._unreadable.say(told, translate("HistoryWindow", "Try again"))

    @Slot(bool)
    def _show_whole_numbers(self, whole: bool) -> None:
        self._masked = not whole
        self._model.set_masked(masked=self._masked)

    @Slot(int)
    def _show_line(self, number: int) -> None:
        self._filters.want_everything()
        self._table.show_line(number)
        self._table.setFocus()

    def _show_count(self) -> None:
        self._count.setText(words.count_words(self._model.rowCount()))

    # What can be done

    @Slot()
    def _ask_for_file(self) -> None:
        today = self._clock.utc_now().astimezone().date()
        dialog = ExportDialog(self._formats, today, self)
        dialog.chosen.connect(self._export_to)
        dialog.open()

    @Slot(object, str)
    def _export_to(self, path: Path, ending: str) -> None:
        self._jobs.export(path, ending, self._model.numbers, masked=self._masked)

    @Slot()
    def _follow_jobs(self) -> None:
        pressed = self.focusWidget()
        if self._jobs.busy and pressed in (self._check, self._export):
            self._result.take_focus(pressed)  # else it goes to the next button, and the next key with it
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        self._check.setEnabled(not self._jobs.busy)
        # What could not be found is not left out of a file as if it were not there.
        complete = self._is_current and self._model.rowCount() > 0
        self._export.setEnabled(complete and not self._jobs.busy)
        self._tell_what_export_does()

    def _tell_what_export_does(self) -> None:
        if self._export.isEnabled():
            tip = translate("HistoryWindow", "Save the lines that are shown as a file")
        elif self._jobs.busy or self._search.busy:
            tip = translate("HistoryWindow", "Something else is being done: wait until it is finished")
        elif not self._is_current:
            tip = translate("HistoryWindow", "Lines that may be incomplete or old are not saved")
        else:
            tip = translate("HistoryWindow", "There are no lines here to be saved")
        self._export.setToolTip(tip)

    @Slot()
    def _escape(self) -> None:
        if self._jobs.busy:
            self._jobs.cancel()
        else:
            self.close()
