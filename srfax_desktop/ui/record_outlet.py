# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The ways on which incident records leave the program: as a file, on paper, into another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from srfax_desktop.ui.record_pdf import DrawingError, RecordPdf, draw_records
from srfax_desktop.ui.record_text import record_text
from srfax_desktop.ui.record_words import record_name
from srfax_desktop.ui.saving import SavingError, name_and_folder, save_file
from srfax_desktop.ui.stepping import Stepper

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from srfax_desktop.core.incident import IncidentRecord
    from srfax_desktop.ui.saving import PrivateCopies

translate = QCoreApplication.translate


class RecordOutlet(QObject):
    """Does one thing at a time, page by page, and tells what came of it."""

    told = Signal(str, bool)  # words, and whether they are of trouble
    progressed = Signal(str)  # words on how far it is
    busy_changed = Signal()

    def __init__(self, copies: PrivateCopies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copies = copies
        self._steps = Stepper(self)
        self._steps.finished.connect(self.busy_changed)
        self._steps.failed.connect(self.busy_changed)

    @property
    def busy(self) -> bool:
        """Whether something is still being made."""
        return self._steps.busy

    def stop(self) -> None:
        """Give up what is being made: no file is left half written."""
        if self._steps.busy:
            self._steps.cancel()
            self.busy_changed.emit()

    def save_pdf(self, records: Sequence[IncidentRecord], path: str) -> None:
        """Save a page for each record."""
        self._start(self._make_pdf(records, lambda content: self._save(path, content)))

    def save_text(self, records: Sequence[IncidentRecord], path: str) -> None:
        """Save the records as plain text, in UTF-8."""
        self._save(path, record_text(records).encode("utf-8", "replace"))

    def open_copy(self, records: Sequence[IncidentRecord]) -> None:
        """Open a PDF file that only this user can read in the program that the system has for it."""
        name = f"{record_name(records)}.pdf"
        self._start(self._make_pdf(records, lambda content: self._open(name, content)))

    def print_on(self, records: Sequence[IncidentRecord], printer: QPrinter) -> None:
        """Print a page for each record."""
        self._start(self._print(records, printer))

    def _start(self, work: Generator[int]) -> None:
        self._steps.start(work)
        self.busy_changed.emit()

    def _make_pdf(self, records: Sequence[IncidentRecord], then: Callable[[bytes], None]) -> Generator[int]:
        pdf = RecordPdf(records)
        yield from self._told_of(pdf.pages(), len(records))
        then(pdf.content())

    def _print(self, records: Sequence[IncidentRecord], printer: QPrinter) -> Generator[int]:
        printer.setDocName(record_name(records))
        try:
            yield from self._told_of(draw_records(records, printer), len(records))
        except DrawingError:
            self.told.emit(translate("RecordOutlet", "The printer did not take it."), True)
        else:
            self.told.emit(translate("RecordOutlet", "Sent to the printer."), False)

    def _told_of(self, pages: Generator[int], count: int) -> Generator[int]:
        for page in pages:
            if count > 1:
                self.progressed.emit(translate("RecordOutlet", "Page {0} of {1}…").format(page, count))
            yield page

    def _save(self, path: str, content: bytes) -> None:
        try:
            save_file(path, content)
        except SavingError as error:
            self.told.emit(error.words, True)
        else:
            words = translate("RecordOutlet", "Saved as “{0}” in “{1}”.")
            self.told.emit(words.format(*name_and_folder(path)), False)

    def _open(self, name: str, content: bytes) -> None:
        try:
            path = self._copies.write(name, content)
        except SavingError as error:
            self.told.emit(error.words, True)
            return
        if QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            words = translate("RecordOutlet", "Opened. This copy is deleted when SRFax Desktop is closed.")
            self.told.emit(words, False)
        else:
            words = translate(
                "RecordOutlet", "No program for PDF files was found here. Save it, and open it from there."
            )
            self.told.emit(words, True)
