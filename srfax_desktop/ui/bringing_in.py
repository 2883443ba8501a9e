# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Brings fax IDs into the list: from files, from what is dropped, and from the clipboard when it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from srfax_desktop.ui.clipboard_offer import ClipboardOffer
from srfax_desktop.ui.drop_target import DropTarget
from srfax_desktop.ui.file_dialogs import label_fields
from srfax_desktop.ui.import_report import ImportReportDialog
from srfax_desktop.ui.import_run import ImportRun
from srfax_desktop.ui.import_words import (
    offer_words,
    problems_words,
    reading_words,
    refused_files_words,
    sums_words,
)

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.import_report import ImportReport
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate


class BringingIn(QObject):
    """Listens to the window, shows how far it is, and tells what came of it."""

    def __init__(self, window: MainWindow, controller: Controller, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._theme = theme
        self._notices = window.notices
        self._offered: tuple[FaxId, ...] = ()
        self._dialog: QFileDialog | None = None
        self._run = ImportRun(controller.board, window)
        self._offer = ClipboardOffer(QGuiApplication.clipboard(), controller.board, self)
        self._drops = DropTarget(window, theme, window.fields_that_take_drops())
        self._connect()
        if window.isActiveWindow():  # it came to the front before this was loaded
            self._offer.window_activated()

    def _connect(self) -> None:
        window, run, notices = self._window, self._run, self._notices
        window.import_wanted.connect(self._choose_files)
        window.clipboard_import_wanted.connect(self._read_clipboard)
        window.came_to_front.connect(self._offer.window_activated)
        window.close_wanted.connect(self._finish)
        self._controller.faxes_added.connect(self._offer.list_changed)
        self._drops.files_dropped.connect(run.read_files)
        self._drops.text_dropped.connect(run.read_text)
        self._drops.files_refused.connect(self._tell_refused)
        run.ids_found.connect(self._add)
        run.progressed.connect(self._show_progress)
        run.finished.connect(self._tell)
        notices.cancel_pressed.connect(run.cancel)
        self._offer.offered.connect(self._show_offer)
        self._offer.withdrawn.connect(self._hide_offer)
        notices.take_offer_pressed.connect(self._take_offer)
        notices.decline_offer_pressed.connect(self._offer.withdraw)
        notices.retranslated.connect(self._retranslate_offer)

    # Files and drops

    @Slot()
    def _choose_files(self) -> None:
        dialog = QFileDialog(self._window, translate("BringingIn", "Import fax IDs"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                translate("BringingIn", "Lists (*.csv *.txt)"),
                translate("BringingIn", "All files (*)"),
            ]
        )
        label_fields(dialog)
        dialog.filesSelected.connect(self._read_paths)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(list)
    def _read_paths(self, paths: list[str]) -> None:
        self._run.read_files(map(Path, paths))

    @Slot()
    def _read_clipboard(self) -> None:
        if not self._run.read_mime(QGuiApplication.clipboard().mimeData()):
            self._notices.tell(translate("BringingIn", "There are no fax IDs on the clipboard."))

    @Slot(object)
    def _add(self, fax_ids: tuple[FaxId, ...]) -> None:
        self._controller.add(fax_ids)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._notices.show_progress(reading_words(done, total))

    @Slot(object)
    def _tell(self, report: ImportReport) -> None:
        self._notices.show_progress("")
        if report.took_everything:
            self._notices.tell(sums_words(report))
        elif report.rejected_count:
            dialog = ImportReportDialog(report, self._theme, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        else:
            self._notices.tell("\n".join((*problems_words(report), sums_words(report))))

    @Slot(object)
    def _tell_refused(self, names: list[str]) -> None:
        self._notices.tell(refused_files_words(names))

    # The clipboard's offer: never acted on by itself

    @Slot(object)
    def _show_offer(self, fax_ids: tuple[FaxId, ...]) -> None:
        self._offered = fax_ids
        self._notices.show_offer(offer_words(fax_ids))

    @Slot()
    def _retranslate_offer(self) -> None:
        if self._offered:
            self._show_offer(self._offered)

    @Slot()
    def _hide_offer(self) -> None:
        self._offered = ()
        self._notices.show_offer("")

    @Slot()
    def _take_offer(self) -> None:
        offered = self._offered
        self._offer.withdraw()
        self._window.add_text(" ".join(offered))

    @Slot()
    def _finish(self) -> None:
        self._run.cancel()
        self._drops.close()
