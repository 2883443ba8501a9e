# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""All about the fax that has the cursor: what its status means, what to do next, every attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableView,
)

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.ui.attempts_model import AttemptColumn, AttemptsModel
from srfax_desktop.ui.messages import action_words, fax_words, next_step, status_meaning

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.board import Board

translate = QCoreApplication.translate


class DetailsPane(QFrame):
    """Shows one fax, or says that none is chosen."""

    action_pressed = Signal(str)  # FaxId

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._board = board
        self._fax_id: FaxId | None = None
        self._shown_entries = -1
        self._heading = _label("heading")
        self._meaning = _label()
        self._next = _label("quiet")
        self._action = QPushButton()
        self._action.clicked.connect(self._press)
        self._attempts = AttemptsModel()
        self._table = self._attempts_table()
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._heading, 0, 0)
        grid.addWidget(self._action, 0, 1, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._meaning, 1, 0)
        grid.addWidget(self._next, 2, 0)
        grid.addWidget(self._table, 3, 0, 1, 2)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(0, 1)
        self.retranslate()
        self.show_fax(None)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._table.setAccessibleName(translate("DetailsPane", "History of the chosen fax"))
        self.setAccessibleName(translate("DetailsPane", "Details"))

    def show_fax(self, fax_id: FaxId | None) -> None:
        """Show this fax, as it is now."""
        if fax_id != self._fax_id:
            self._shown_entries = -1
        self._fax_id = fax_id if fax_id is not None and fax_id in self._board else None
        for widget in (self._heading, self._meaning, self._table, self._action):
            widget.setVisible(self._fax_id is not None)
        if self._fax_id is None:
            self._next.setText(translate("DetailsPane", "Choose a fax to see what happened to it."))
            self._next.show()
            return
        self.show_seconds()
        status = self._board.status(self._fax_id)
        self._meaning.setText(status_meaning(status))
        self._next.setText(next_step(status))
        self._next.setVisible(bool(next_step(status)))
        self._show_entries()

    def show_seconds(self) -> None:
        """Show what a second changes: the words with the countdown in them."""
        if self._fax_id is None or self._fax_id not in self._board:  # it has just been taken off the list
            return
        status, due_in_s = self._board.status(self._fax_id), self._board.due_in_s(self._fax_id)
        self._heading.setText(fax_words(self._fax_id, status, due_in_s))
        action = ACTION.get(status)
        self._action.setVisible(action is not None)
        if action:
            self._action.setText(action_words(action, due_in_s if action is Action.RETRY_NOW else None))
            name = translate("DetailsPane", "{0}: fax {1}").format(action_words(action), self._fax_id)
            self._action.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_fax(self._fax_id)
        super().changeEvent(event)

    def _press(self) -> None:
        if self._fax_id is not None and self._fax_id in self._board:
            self.action_pressed.emit(self._fax_id)

    def _show_entries(self) -> None:
        if self._fax_id is None:
            return
        entries = self._board.history(self._fax_id)
        if len(entries) != self._shown_entries:  # the history only ever grows
            self._shown_entries = len(entries)
            self._attempts.show_entries(entries)

    def _attempts_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("plain")
        table.setModel(self._attempts)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(AttemptColumn.TIME, 150)
        header.setSectionResizeMode(AttemptColumn.EVENT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(AttemptColumn.SAID, 240)
        header.resizeSection(AttemptColumn.TOOK, 80)
        return table


def _label(name: str = "") -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label
