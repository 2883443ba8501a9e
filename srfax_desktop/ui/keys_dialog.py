# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Lists every key: those of the one table, and the letters that the window's buttons have right now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from srfax_desktop.ui.keys import KEYS, Where, does_words, where_words
from srfax_desktop.ui.letters import letter_of, plain
from srfax_desktop.ui.room import room_for

if TYPE_CHECKING:
    from collections.abc import Iterator

translate = QCoreApplication.translate

_LETTERS, _LINES = 100, 44
"""How wide and high it is, in letters and lines of its font."""


class KeysDialog(QDialog):
    """Not modal: a key can be tried while it is listed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(0)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setWordWrap(True)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setStretchLastSection(True)
        self._list.setStyleSheet("QTreeView::item { padding: 2px 6px; }")
        self._close = QPushButton()
        self._close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addWidget(self._list, 1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        letters = self._list.fontMetrics()
        size = QSize(letters.averageCharWidth() * _LETTERS, letters.height() * _LINES)
        self.resize(size.boundedTo(room_for(self)))
        self.retranslate()
        self._list.setFocus()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(translate("KeysDialog", "Keys"))
        self._list.setAccessibleName(translate("KeysDialog", "Keys"))
        self._list.setHeaderLabels([translate("KeysDialog", "Key"), translate("KeysDialog", "What it does")])
        self._close.setText(translate("KeysDialog", "&Close"))
        self._close.setAccessibleName(translate("KeysDialog", "Close"))
        self._list.clear()
        for where in Where:
            keys = [(key.shown(), does_words(key.does)) for key in KEYS if key.where is where]
            self._add(where_words(where), [(shown, words) for shown, words in keys if shown])
        if has_letters():
            self._add(translate("KeysDialog", "Buttons and menus in view"), list(self._letters()))
        self._list.setCurrentIndex(self._list.model().index(0, 0))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _add(self, heading: str, keys: list[tuple[str, str]]) -> None:
        top = QTreeWidgetItem(self._list, [heading])
        top.setFirstColumnSpanned(True)
        font = self.font()
        font.setBold(True)
        top.setFont(0, font)
        for shown, words in keys:
            item = QTreeWidgetItem(self._list, [shown, words])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{shown}: {words}")

    def _letters(self) -> Iterator[tuple[str, str]]:
        """Yield the letter and the words of each button that can be seen in the window."""
        for button in self._window.findChildren(QAbstractButton):
            letter = letter_of(button.text())
            if letter and button.isVisible() and button.window() is self._window:
                shown = QKeySequence(f"Alt+{letter}").toString(QKeySequence.SequenceFormat.NativeText)
                yield shown, button.accessibleName() or plain(button.text())


def has_letters() -> bool:
    """Whether Alt and a letter press a button here: not on macOS, where they write a sign."""
    return not QKeySequence.mnemonic("&A").isEmpty()
