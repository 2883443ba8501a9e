# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""All about one fax: what its status means, what to do next, every attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.ui.account_words import belongs_words, switch_first_words
from srfax_desktop.ui.attempts_model import AttemptColumn, AttemptsModel
from srfax_desktop.ui.fax_facts import facts_words
from srfax_desktop.ui.fax_words import status_explained
from srfax_desktop.ui.glosses import glosses_of
from srfax_desktop.ui.letters import give_letter
from srfax_desktop.ui.messages import action_words, fax_words, next_step
from srfax_desktop.ui.scrolling import ScrolledPage
from srfax_desktop.ui.what_now import WhatNow, pages_may_have_gone
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.board import Board

translate = QCoreApplication.translate


class FaxDetails(ScrolledPage):
    """Shows one fax."""

    action_pressed = Signal(str)  # FaxId
    record_pressed = Signal()
    notes_changed = Signal(str, object)  # FaxId, CallNotes

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._fax_id: FaxId | None = None
        self._shown_entries = -1
        self._heading = _label("heading")
        self._facts = _label("quiet")
        self._meaning = _label()
        self._glosses = _label("quiet")
        self._next = _label("quiet")
        self._action = QPushButton()
        self._action.clicked.connect(self._press)
        self._record = QPushButton()
        self._record.clicked.connect(self.record_pressed)
        self._what_now = WhatNow()
        self._what_now.notes_changed.connect(self.notes_changed)
        self._attempts = AttemptsModel()
        self._table = self._attempts_table()
        self._lay_out()
        self.retranslate()

    @Slot()
    def flush(self) -> None:
        """Hand over at once what was typed about a call."""
        self._what_now.flush()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._table.setAccessibleName(translate("FaxDetails", "History of the chosen fax"))
        self._record.setText(translate("FaxDetails", "In&cident record…"))
        self._record.setAccessibleName(translate("FaxDetails", "Incident record"))
        self._record.setToolTip(
            translate("FaxDetails", "A page for your files: what was asked, what SRFax said, when (Ctrl+R)")
        )

    def show_fax(self, fax_id: FaxId | None) -> None:
        """Show this fax, which is on the list, as it is now; None: let go of the one shown before."""
        if fax_id != self._fax_id:
            self._shown_entries = -1
        self._fax_id = fax_id
        if fax_id is None:
            self._what_now.show_fax(None)
            return
        self.show_seconds()
        fax, status = self._board.fax(fax_id), self._board.status(fax_id)
        facts = facts_words(fax.details, self._board.account)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        whose = belongs_words(fax, self._board.account)
        self._meaning.setText(" ".join(filter(None, (status_explained(fax, status), whose))))
        self._what_now.show_fax(fax)
        step = switch_first_words(fax, self._board.account) or next_step(status)
        step = "" if pages_may_have_gone(fax) else step
        self._next.setText(step)
        self._next.setVisible(bool(step))
        glosses = glosses_of(fax)
        self._glosses.setText(glosses)
        self._glosses.setVisible(bool(glosses))
        self._show_entries()

    def show_seconds(self) -> None:
        """Show what a second changes: the words with the countdown in them."""
        if self._fax_id is None or self._fax_id not in self._board:  # it has just been taken off the list
            return
        status, due_in_s = self._board.status(self._fax_id), self._board.due_in_s(self._fax_id)
        self._heading.setText(fax_words(self._fax_id, status, due_in_s))
        action = ACTION.get(status)
        self._action.setVisible(action is not None)
        if action is None:
            self._action.setText("")
        if action:
            give_letter(self._action, action_words(action, due_in_s if action is Action.RETRY_NOW else None))
            name = translate("FaxDetails", "{0}: fax {1}").format(action_words(action), self._fax_id)
            self._action.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._shown_entries = -1
            if self._fax_id in self._board:
                self.show_fax(self._fax_id)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        for button in (self._action, self._record):
            buttons.addWidget(button)
        buttons.addStretch(1)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._heading, 0, 0)
        grid.addWidget(self._facts, 1, 0)
        grid.addWidget(self._meaning, 2, 0)
        grid.addWidget(self._next, 3, 0)
        grid.addWidget(self._glosses, 4, 0)
        grid.addLayout(buttons, 0, 1, 5, 1)
        grid.addWidget(self._table, 5, 0, 1, 2)
        grid.setRowStretch(5, 1)
        grid.setColumnStretch(0, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(grid, 3)
        row.addWidget(self._what_now, 2)

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
        table.setMinimumHeight(table.fontMetrics().height() * 3)  # in a low window, the words come first
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # it takes what is left
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letters = table.fontMetrics().horizontalAdvance
        header.resizeSection(AttemptColumn.TIME, letters("00.00.0000 00:00:00") + 24)
        header.setSectionResizeMode(AttemptColumn.EVENT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(AttemptColumn.SAID, letters("n" * 25))
        header.resizeSection(AttemptColumn.TOOK, letters("00.00 s") + 24)
        return table


def _label(name: str = "") -> QLabel:
    label = word_label(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label
