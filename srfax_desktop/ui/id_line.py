# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The line to type or paste fax IDs into, and what became of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.clearable_line import ClearableLine
from srfax_desktop.ui.notices import entry_words

if TYPE_CHECKING:
    from srfax_desktop.core.id_entry import IdEntry

translate = QCoreApplication.translate

NO_LIMIT = 2**31 - 1


class _Line(ClearableLine):
    """A line edit that takes a pasted column of IDs for what it is."""

    list_pasted = Signal(str)

    def name_clear_button(self) -> None:
        """Say what it clears."""
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName(translate("IdLine", "Clear the line"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a pasted list over at once; anything else is typed as usual."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.text():
            event.ignore()  # meant for a button that is off: no letter for the line
        elif not event.matches(QKeySequence.StandardKey.Paste) or not self._paste_list():
            super().keyPressEvent(event)

    def _paste_list(self) -> bool:
        text = QGuiApplication.clipboard().text()
        if len(text.split()) < 2:  # noqa: PLR2004 - one piece is no list
            return False
        # What was typed around the cursor is entered too, as pieces of their own: run together with
        # the pasted ones, they would make IDs that nobody meant.
        typed, cursor = self.text(), self.cursorPosition()
        before, after = typed[:cursor], typed[cursor:]
        if self.hasSelectedText():
            before, after = typed[: self.selectionStart()], typed[self.selectionEnd() :]
        self.list_pasted.emit(f"{before}\n{text}\n{after}")
        return True


class IdLine(QWidget):
    """Tells of what was entered, as text; shows what the listener made of it."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line()
        self.line.setMaxLength(NO_LIMIT)  # Qt's own limit would cut a long list without a word
        self.line.returnPressed.connect(self._enter)
        self.line.list_pasted.connect(self._hand_over)
        self._add = QPushButton()
        self._add.clicked.connect(self._enter)
        self._report = QLabel()
        self._report.setObjectName("quiet")
        self._report.setWordWrap(True)
        self._report.setTextFormat(Qt.TextFormat.PlainText)
        self._report.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._report)
        self.setFocusProxy(self.line)
        self._said: IdEntry | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.line.setPlaceholderText(translate("IdLine", "Type or paste fax IDs…"))
        self.line.setAccessibleName(translate("IdLine", "Fax IDs to add"))
        self.line.name_clear_button()
        self._describe_line()
        self._add.setText(translate("IdLine", "A&dd"))
        self._add.setAccessibleName(translate("IdLine", "Add"))
        if self._said:
            self._report.setText(entry_words(self._said))

    def show_result(self, entry: IdEntry) -> None:
        """Say what was taken; put what was not back into the line, to be mended."""
        self._said = entry
        words = entry_words(entry)
        self._report.setText(words)
        self._report.setVisible(bool(words))
        if entry.rejected:
            self.line.setText(" ".join(filter(None, (*entry.rejected, self.line.text()))))
        self._describe_line()
        announce(self.line, words)

    def _describe_line(self) -> None:
        """Have a screen reader say with the line what is to go there, and what it did not take."""
        hint = translate("IdLine", "One or more fax IDs, separated by spaces, commas or new lines.")
        left = entry_words(self._said) if self._said and self._said.rejected else ""
        self.line.setAccessibleDescription(" ".join(filter(None, (left, hint))))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _enter(self) -> None:
        if text := self.line.text():
            self._hand_over(text)
        self.line.setFocus()

    @Slot(str)
    def _hand_over(self, text: str) -> None:
        self.line.clear()
        self.entered.emit(text)
