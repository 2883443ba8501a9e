# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Asks where an export is to be saved, and in which format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from srfax_desktop.ui.file_dialogs import label_fields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


class ExportDialog(QFileDialog):
    """The system's own dialog. Whether a file of that name is to be replaced, it asks by itself."""

    chosen = Signal(object, str)  # Path, and the ending of the format that was chosen

    def __init__(self, endings: Sequence[str], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, translate("ExportDialog", "Export the history"))
        self._ending_of = {_format_words(ending): ending for ending in endings}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(list(self._ending_of))
        self.setDefaultSuffix(endings[0])
        self.setDirectory(_folder())
        self.selectFile(translate("ExportDialog", "fax-history-{0}").format(today.isoformat()))
        label_fields(self)
        self.filterSelected.connect(self._follow_format)
        self.fileSelected.connect(self._take_file)

    @Slot(str)
    def _follow_format(self, words: str) -> None:
        self.setDefaultSuffix(self._ending_of[words])

    @Slot(str)
    def _take_file(self, name: str) -> None:
        self.chosen.emit(Path(name), self._ending_of[self.selectedNameFilter()])


def _folder() -> str:
    """Return the user's folder for documents; their home where there is none, as on a plain Linux."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents).is_dir() else str(Path.home())


def _format_words(ending: str) -> str:
    words = {
        "csv": translate("ExportDialog", "Table for Excel and others"),
        "jsonl": translate("ExportDialog", "JSON Lines for programs"),
    }.get(ending, ending.upper())
    return f"{words} (*.{ending})"
