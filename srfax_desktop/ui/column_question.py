# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Asks which column of a table has the fax IDs, and shows the first rows to tell by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
)

from srfax_desktop.ui.import_words import (
    all_cells_words,
    column_choice_words,
    column_hint_words,
    column_intro_words,
)
from srfax_desktop.ui.preview_model import PreviewModel
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.import_layout import ColumnQuestion

translate = QCoreApplication.translate

_MOST_FITTED = 20
"""So many columns are made as wide as what is in them."""

_WIDEST = 220
_WIDTH = 560
_FRAME = 4


class ColumnDialog(QDialog):
    """Nothing is chosen beforehand: a column taken by mistake would put wrong faxes on the list."""

    chosen = Signal(object)  # Layout; `finished` follows, as it does when the dialog is cancelled

    def __init__(self, question: ColumnQuestion, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._model = PreviewModel(question)
        self._intro = word_label("", column_intro_words(name))
        self._hint = word_label("", column_hint_words(question.columns))
        self._hint.setObjectName("quiet")
        self._combo = QComboBox()
        self._combo_label = QLabel()
        self._table = self._preview()
        self._buttons = QDialogButtonBox()
        self._use = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = self._buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self._fill_combo()
        self._name_all()
        self._lay_out()
        self.setMinimumWidth(max(_WIDTH, self.minimumSizeHint().width()))
        self._combo.currentIndexChanged.connect(self._show_choice)
        self._table.selectionModel().selectionChanged.connect(self._take_from_table)
        self._buttons.accepted.connect(self._answer)
        self._buttons.rejected.connect(self.reject)
        self._show_choice()
        self._combo.setFocus()

    def _fill_combo(self) -> None:
        first = self._question.rows[0]
        for at, column in enumerate(self._question.columns):
            example = first[at] if at < len(first) else ""
            self._combo.addItem(column_choice_words(at, column.name, example), at)
        if self._question.may_be_all:
            self._combo.addItem(all_cells_words(), None)
        self._combo.setCurrentIndex(-1)

    def _name_all(self) -> None:
        self.setWindowTitle(translate("ColumnDialog", "Which column?"))
        self._combo_label.setText(translate("ColumnDialog", "&Which column has the fax IDs?"))
        self._combo_label.setBuddy(self._combo)
        self._combo.setPlaceholderText(translate("ColumnDialog", "Choose a column…"))
        self._combo.setAccessibleName(translate("ColumnDialog", "Which column has the fax IDs?"))
        self._combo.setAccessibleDescription(self._hint.text())
        self._table.setAccessibleName(translate("ColumnDialog", "The first rows"))
        self._use.setText(translate("ColumnDialog", "&Add the fax IDs"))
        self._use.setAccessibleName(translate("ColumnDialog", "Add the fax IDs"))
        self._cancel.setText(translate("ColumnDialog", "Cancel"))

    def _preview(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 10)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMaximumSectionSize(_WIDEST)
        for at in range(min(_MOST_FITTED, len(self._question.columns))):
            table.resizeColumnToContents(at)
        header.setStretchLastSection(True)
        rows = len(self._question.rows) * table.verticalHeader().defaultSectionSize()
        bar = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(header.sizeHint().height() + rows + bar + _FRAME)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._combo_label)
        row.addWidget(self._combo, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addWidget(self._table)
        column.addWidget(self._hint)
        column.addLayout(row)
        column.addWidget(self._buttons)
        self._combo.setMinimumHeight(self._use.sizeHint().height())
        self._use.setDefault(True)

    @Slot()
    def _show_choice(self) -> None:
        self._use.setEnabled(self._combo.currentIndex() >= 0)
        column = self._combo.currentData()
        if column is None:
            self._table.clearSelection()
        else:
            self._table.selectColumn(column)

    @Slot()
    def _take_from_table(self) -> None:
        if columns := self._table.selectionModel().selectedColumns():
            self._combo.setCurrentIndex(columns[0].column())

    @Slot()
    def _answer(self) -> None:
        self.chosen.emit(self._question.layout(self._combo.currentData()))
        self.accept()
