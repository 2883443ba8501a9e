# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tells what became of the lines that fax IDs were to be read from: each that was not taken, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
)

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.import_words import (
    import_title_words,
    lines_words,
    more_lines_words,
    problems_words,
    sums_words,
)
from srfax_desktop.ui.rejected_model import RejectedColumn, RejectedModel
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.import_report import ImportReport
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

_SIZE = QSize(800, 460)
_FEWEST_ROWS = 4
_FRAME = 8
_WIDTHS = {RejectedColumn.FILE: 130, RejectedColumn.LINE: 70, RejectedColumn.TEXT: 220}


class ImportReportDialog(QDialog):
    """For a report with something to explain; see `ImportReport.took_everything`.

    Where all was taken, `import_words.sums_words` is all there is to say.
    """

    def __init__(self, report: ImportReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._theme = theme
        self._model = RejectedModel(report)
        self._names_files = len(report.parts) > 1
        self._sums = word_label("heading")
        self._lines = word_label("quiet")
        self._problems = [word_label("", words) for words in problems_words(report)]
        shown = self._model.rowCount()
        self._more = word_label("quiet", more_lines_words(report.rejected_count - shown))
        self._more.setHidden(report.rejected_count == shown)
        self._table = self._lines_table()
        self._buttons = QDialogButtonBox()
        self._copy = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._close = self._buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._name_all()
        self._copy.clicked.connect(self._copy_lines)
        self._buttons.rejected.connect(self.reject)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._close.setDefault(True)
        self._close.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._sums)
        column.addWidget(self._lines)
        for problem in self._problems:
            column.addWidget(problem)
        column.addWidget(self._table, 1)
        column.addWidget(self._more)
        column.addWidget(self._buttons)
        has_lines = self._model.rowCount() > 0
        self._lines.setVisible(any(part.lines for part in self._report.parts))
        self._table.setVisible(has_lines)
        self._copy.setVisible(has_lines)
        self._table.setMinimumHeight(self._height_of(_FEWEST_ROWS))
        without = column.totalHeightForWidth(_SIZE.width()) - has_lines * self._table.minimumHeight()
        rows = self._height_of(self._model.rowCount()) if has_lines else 0
        self.resize(_SIZE.width(), min(without + rows, max(_SIZE.height(), without)))

    def _height_of(self, rows: int) -> int:
        header = self._table.horizontalHeader().sizeHint().height()
        return header + rows * self._table.verticalHeader().defaultSectionSize() + _FRAME

    def _name_all(self) -> None:
        self.setWindowTitle(import_title_words(self._report))
        self._sums.setText(sums_words(self._report))
        self._lines.setText(lines_words(self._report))
        self._table.setAccessibleName(translate("ImportReportDialog", "Lines not taken"))
        self._copy.setText(translate("ImportReportDialog", "C&opy"))
        self._copy.setAccessibleName(translate("ImportReportDialog", "Copy"))
        self._copy.setAccessibleDescription(
            translate("ImportReportDialog", "Copies the lines that were not taken, each with the reason.")
        )
        self._close.setText(translate("ImportReportDialog", "&Close"))
        self._close.setAccessibleName(translate("ImportReportDialog", "Close"))

    def _lines_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 10)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for each, width in _WIDTHS.items():
            header.resizeSection(each, width)
        header.setSectionResizeMode(RejectedColumn.WHY, QHeaderView.ResizeMode.Stretch)
        table.setColumnHidden(RejectedColumn.FILE, not self._names_files)
        return table

    @Slot()
    def _copy_lines(self) -> None:
        QGuiApplication.clipboard().setText(self._model.as_text(with_file=self._names_files))
        words = translate("ImportReportDialog", "Copied")
        self._copy.setText(words)
        self._copy.setAccessibleName(words)
        announce(self._copy, words)

    @Slot()
    def _recolour(self) -> None:
        for problem in self._problems:
            problem.setStyleSheet(f"color: {self._theme.trouble};")
