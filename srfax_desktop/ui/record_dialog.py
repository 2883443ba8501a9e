# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Shows incident records before they are handed on: saved, printed or opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QFileInfo, QSize, QStandardPaths, Qt, Slot
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.file_dialogs import save_dialog
from srfax_desktop.ui.record_outlet import RecordOutlet
from srfax_desktop.ui.record_pdf import page_layout
from srfax_desktop.ui.record_preview import RecordPreview
from srfax_desktop.ui.record_words import record_name
from srfax_desktop.ui.room import room_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.incident import IncidentRecord
    from srfax_desktop.ui.saving import PrivateCopies
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

_SIZE = QSize(880, 660)


class RecordDialog(QDialog):
    """What it shows is what is saved, printed and opened, to the second at which it was made.

    records_for: makes the records, masked or not.
    masked: whether only the last four digits of fax numbers are shown at first.
    """

    def __init__(
        self,
        records_for: Callable[[bool], Sequence[IncidentRecord]],
        theme: Theme,
        *,
        copies: PrivateCopies,
        masked: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._records_for = records_for
        self._theme = theme
        self._records: tuple[IncidentRecord, ...] = ()
        self._in_trouble = False
        self._focused: QWidget | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._outlet = RecordOutlet(copies, self)
        self._preview = RecordPreview()
        self._whole_numbers = QCheckBox()
        self._whole_numbers.setChecked(not masked)
        self._result = QLabel()
        self._result.setWordWrap(True)
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._pdf_button = _button(self._press_save_pdf)
        self._text_button = _button(self._press_save_text)
        self._print_button = _button(self._press_print)
        self._open_button = _button(self._press_open)
        self._close_button = _button(self.reject)
        self._lay_out()
        self._whole_numbers.toggled.connect(self._make)
        self._outlet.told.connect(self._say)
        self._outlet.progressed.connect(self._result.setText)
        self._outlet.busy_changed.connect(self._show_what_can_be_done)
        theme.changed.connect(self._recolour)
        self._retranslate()
        self._make()

    def done(self, result: int) -> None:
        """Close. What is being made is given up."""
        self._outlet.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._make()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()  # a QDialogButtonBox lets go of the focus when the theme changes
        row.setSpacing(8)
        for button in (self._pdf_button, self._text_button, self._print_button, self._open_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._preview, 1)
        column.addWidget(self._whole_numbers)
        column.addWidget(self._result)
        column.addLayout(row)
        self._pdf_button.setDefault(True)
        self._pdf_button.setFocus()
        self.resize(_SIZE.boundedTo(room_for(self)))

    def _retranslate(self) -> None:
        self._preview.setAccessibleName(translate("RecordDialog", "Preview"))
        self._whole_numbers.setText(translate("RecordDialog", "Sho&w full fax numbers"))
        self._whole_numbers.setAccessibleName(translate("RecordDialog", "Show full fax numbers"))
        for button, label, name in (
            (
                self._pdf_button,
                translate("RecordDialog", "&Save as PDF…"),
                translate("RecordDialog", "Save as PDF…"),
            ),
            (
                self._text_button,
                translate("RecordDialog", "Save as &text…"),
                translate("RecordDialog", "Save as text…"),
            ),
            (self._print_button, translate("RecordDialog", "&Print…"), translate("RecordDialog", "Print…")),
            (self._open_button, translate("RecordDialog", "&Open"), translate("RecordDialog", "Open")),
            (self._close_button, translate("RecordDialog", "&Close"), translate("RecordDialog", "Close")),
        ):
            button.setText(label)
            button.setAccessibleName(name)

    @Slot()
    def _make(self) -> None:
        """Make the records anew, as they are now."""
        self._outlet.stop()
        self._records = tuple(self._records_for(not self._whole_numbers.isChecked()))
        count = len(self._records)
        title = counted("RecordDialog", "Incident records – %Ln faxes", "Incident record", count)
        self.setWindowTitle(title)
        self._preview.show_records(self._records)
        self._result.clear()
        self._show_what_can_be_done()

    @Slot()
    def _show_what_can_be_done(self) -> None:
        busy = self._outlet.busy
        if busy:
            self._focused = self.focusWidget()
        for button in (self._pdf_button, self._text_button, self._print_button, self._open_button):
            button.setEnabled(bool(self._records) and not busy)
        if self._focused and not busy:  # a button that goes off for a moment loses the focus
            self._focused.setFocus()
            self._focused = None

    # What the buttons do

    @Slot()
    def _press_save_pdf(self) -> None:
        title, kind = translate("RecordDialog", "Save as PDF"), translate("RecordDialog", "PDF files (*.pdf)")
        self._ask_where("pdf", title, kind, self._outlet.save_pdf)

    @Slot()
    def _press_save_text(self) -> None:
        title, kind = (
            translate("RecordDialog", "Save as text"),
            translate("RecordDialog", "Text files (*.txt)"),
        )
        self._ask_where("txt", title, kind, self._outlet.save_text)

    @Slot()
    def _press_open(self) -> None:
        self._outlet.open_copy(self._records)

    @Slot()
    def _press_print(self) -> None:
        self._ask_for_printer(self._outlet.print_on)

    def _ask_where(
        self, ending: str, title: str, kind: str, save: Callable[[Sequence[IncidentRecord], str], None]
    ) -> None:
        """Ask for a path, and save there what is shown now."""
        records = self._records

        def take(path: str) -> None:
            self._folder = QFileInfo(path).absolutePath()
            save(records, path)

        dialog = save_dialog(self, title, f"{self._folder}/{record_name(records)}.{ending}", kind)
        dialog.fileSelected.connect(take)
        dialog.open()

    def _ask_for_printer(self, print_on: Callable[[Sequence[IncidentRecord], QPrinter], None]) -> None:
        """Ask for a printer, and print there what is shown now."""
        records = self._records
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())

        def take(result: int) -> None:
            if result:
                print_on(records, printer)

        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.finished.connect(take)
        QDialog.open(dialog)  # PrintDialog's own wants a slot by its name

    # What came of it

    @Slot(str, bool)
    def _say(self, words: str, trouble: bool) -> None:
        self._in_trouble = trouble
        self._recolour()
        self._result.setText(words)
        announce(self._result, words, urgent=trouble)

    @Slot()
    def _recolour(self) -> None:
        colour = self._theme.trouble if self._in_trouble else self._theme.colours.text
        self._result.setStyleSheet(f"color: {colour};")


def _button(press: Callable[[], None]) -> QPushButton:
    button = QPushButton()
    button.clicked.connect(press)
    return button
