# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What takes a while: the check and the export. One at a time, each told of on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui import history_words as words
from srfax_desktop.ui.history_check import HistoryCheck
from srfax_desktop.ui.history_export import HistoryExport

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from srfax_desktop.core.archive import Archive, ChainCheck, ExportWriter
    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.ui.history_table import HistoryTable
    from srfax_desktop.ui.result_line import ResultLine

translate = QCoreApplication.translate


class HistoryJobs(QObject):
    """Begins them, cancels them, and says what came of them."""

    changed = Signal()  # one has begun, or ended
    line_wanted = Signal(int)  # the user wants to see a line that is not among those in the table

    def __init__(
        self,
        archive: Archive,
        exporters: Mapping[str, ExportWriter],
        table: HistoryTable,
        result: ResultLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._table = table
        self._result = result
        self._check = HistoryCheck(archive, self)
        self._export = HistoryExport(archive, exporters, self)
        self._to_export = 0
        self._broken_at = 0
        self._check.progressed.connect(self._take_check_step)
        self._check.finished.connect(self._take_check_end)
        self._check.failed.connect(self._take_check_failed)
        self._export.progressed.connect(self._take_export_step)
        self._export.finished.connect(self._take_export_end)
        self._export.failed.connect(self._take_export_failed)
        result.cancel_pressed.connect(self.cancel)
        result.help_pressed.connect(self._want_line)

    @property
    def busy(self) -> bool:
        """Whether one is under way."""
        return self._check.busy or self._export.busy

    def check(self) -> None:
        """Begin the check."""
        self._result.show_progress(words.checking_words(None))
        self._check.start()
        self.changed.emit()

    def export(self, path: Path, ending: str, numbers: Sequence[int], *, masked: bool) -> None:
        """Begin to export these lines."""
        self._to_export = len(numbers)
        self._result.show_progress(words.exporting_words(0, self._to_export))
        self._export.start(path, ending, numbers, masked=masked)
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """End what is under way, and say so."""
        if self._check.busy:
            self._result.tell(words.check_cancelled_words())
        elif self._export.busy:
            self._result.tell(words.export_cancelled_words())
        self._end()

    def close(self) -> None:
        """End what is under way without a word."""
        self._end()
        self._result.silence()

    def _end(self) -> None:
        self._check.cancel()
        self._export.cancel()  # what goes wrong with tidying up is told of after all
        self.changed.emit()

    # The check

    @Slot(object)
    def _take_check_step(self, check: ChainCheck) -> None:
        self._result.show_progress(words.checking_words(check))

    @Slot(object)
    def _take_check_end(self, check: ChainCheck) -> None:
        if check.broken_at is None:
            self._result.tell_good(words.intact_words(check.total))
        else:
            self._tell_broken(check.broken_at)
        self.changed.emit()

    def _tell_broken(self, number: int) -> None:
        self._broken_at = number
        told = words.broken_words(number, self._line(number))
        if self._table.show_line(number):
            self._result.tell_bad(told)
        else:
            self._result.tell_bad(told, translate("HistoryJobs", "Show this line"))

    def _line(self, number: int) -> HistoryEntry | None:
        try:
            lines = self._archive.lines([number])
        except StoreError:
            return None  # what is wrong with the line is told of all the same
        return lines[0].entry if lines else None

    @Slot()
    def _want_line(self) -> None:
        self.line_wanted.emit(self._broken_at)

    @Slot(object)
    def _take_check_failed(self, error: StoreError) -> None:
        self._result.tell_bad(words.check_failed_words(error.problem))
        self.changed.emit()

    # The export

    @Slot(int)
    def _take_export_step(self, count: int) -> None:
        self._result.show_progress(words.exporting_words(count, self._to_export))

    @Slot(int, str)
    def _take_export_end(self, count: int, path: str) -> None:
        self._result.tell_good(words.exported_words(count, path))
        self.changed.emit()

    @Slot(object)
    def _take_export_failed(self, error: StoreError) -> None:
        self._result.tell_bad(words.export_failed_words(error.problem))
        self.changed.emit()
