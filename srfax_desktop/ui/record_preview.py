# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Shows incident records as plain text, in whatever width there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QFontMetricsF, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from srfax_desktop.ui.record_text import record_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.incident import IncidentRecord
    from srfax_desktop.ui.record_text import Line

_NEVER_WRAPPED = 40
"""Shorter lines have room in any window, and need not hang."""


class RecordPreview(QTextEdit):
    """A value that is too long for its line goes on below where it begins, not below its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.setFont(font)

    def show_records(self, records: Sequence[IncidentRecord]) -> None:
        """Show these. The place in the text stays where it was."""
        place = self.verticalScrollBar().value()
        lines = record_lines(records)
        self.setPlainText("\n".join(line.text for line in lines))
        self._hang(lines)
        self.verticalScrollBar().setValue(place)

    def _hang(self, lines: Iterable[Line]) -> None:
        document = self.document()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # otherwise all is laid out anew with each line
        for number, line in enumerate(lines):
            if line.hang and len(line.text) > _NEVER_WRAPPED:
                cursor.setPosition(document.findBlockByNumber(number).position())
                cursor.setBlockFormat(self._hanging(line.hang))
        cursor.endEditBlock()

    def _hanging(self, columns: int) -> QTextBlockFormat:
        width = QFontMetricsF(self.font()).horizontalAdvance(" " * columns)
        paragraph = QTextBlockFormat()
        paragraph.setLeftMargin(width)
        paragraph.setTextIndent(-width)
        return paragraph
