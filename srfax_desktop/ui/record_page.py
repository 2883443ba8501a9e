# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One incident record set in type, as high as it needs to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from srfax_desktop.ui.colours import LIGHT
from srfax_desktop.ui.record_words import headline, meaning, title
from srfax_desktop.ui.status_style import STATUS_STYLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPagedPaintDevice, QTextTable

    from srfax_desktop.core.incident import IncidentRecord
    from srfax_desktop.ui.record_item import Item, Section

_LABELS_SHARE = 20
"""How much of the page's width the labels have, in percent."""

_BETWEEN_TIMES = "  "

_PX_PER_PT = 96 / 72
"""Margins in a document are px of a 96 dpi screen, whatever it is painted on."""


class RecordPage:
    """Sets one record. Paper is white: the colours are the light ones, whatever the window's are."""

    def __init__(self, device: QPagedPaintDevice, width: float, size_pt: float) -> None:
        self._device = device
        self._width = width
        self._size_pt = size_pt
        self._metrics = QFontMetricsF(_font(size_pt), device)
        self.document = QTextDocument()
        self.document.setDefaultFont(_font(size_pt))
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self._cursor = QTextCursor(self.document)

    def set_record(self, record: IncidentRecord, sections: Sequence[Section]) -> None:
        """Set a record, whose sections may have been shortened."""
        self._cursor.beginEditBlock()  # otherwise all is laid out anew with each word
        self._cursor.insertText(title(), _letters(LIGHT.quiet, size_pt=self._size_pt))
        self._set_headline(record)
        table = self._cursor.insertTable(sum(1 + len(each.items) for each in sections), 2, _table_format())
        row = 0
        for section in sections:
            self._set_heading(table, row, section.heading)
            for place, item in enumerate(section.items, row + 1):
                self._set_item(table, place, item)
            row += 1 + len(section.items)
        self._cursor.endEditBlock()
        self.document.documentLayout().setPaintDevice(self._device)
        self.document.setTextWidth(self._width)

    def _set_headline(self, record: IncidentRecord) -> None:
        tint = STATUS_STYLE[record.status].tone.light
        box = QTextFrameFormat()
        box.setBackground(QColor(tint.background))
        box.setPadding(self._px(0.8))
        box.setTopMargin(self._px(0.6))
        self._cursor.insertFrame(box)
        self._cursor.insertText(headline(record), _letters(tint.text, size_pt=self._size_pt * 1.5, bold=True))
        self._cursor.insertBlock(_paragraph(above=self._px(0.25)))
        self._cursor.insertText(meaning(record), _letters(LIGHT.text, size_pt=self._size_pt * 1.05))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _set_heading(self, table: QTextTable, row: int, words: str) -> None:
        table.mergeCells(row, 0, 1, 2)
        look = QTextTableCellFormat()
        look.setTopPadding(self._px(0.9))
        look.setBottomPadding(self._px(0.2))
        look.setBottomBorder(1)
        look.setBottomBorderBrush(QColor(LIGHT.control_line))
        look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell = table.cellAt(row, 0)
        cell.setFormat(look)
        cell.firstCursorPosition().insertText(
            words, _letters(LIGHT.text, size_pt=self._size_pt * 1.1, bold=True)
        )

    def _set_item(self, table: QTextTable, row: int, item: Item) -> None:
        for column, words, colour in ((0, item.label, LIGHT.quiet), (1, self._value(item), LIGHT.text)):
            look = QTextTableCellFormat()
            look.setTopPadding(self._px(0.18))
            look.setBottomPadding(self._px(0.18))
            cell = table.cellAt(row, column)
            cell.setFormat(look)
            cell.firstCursorPosition().insertText(words, _letters(colour, size_pt=self._size_pt))

    def _value(self, item: Item) -> str:
        """Return the value with its times below it in columns: all digits are of one width."""
        if not item.times:
            return item.value
        room = self._width * (100 - _LABELS_SHARE) / 100 + self._metrics.horizontalAdvance(_BETWEEN_TIMES)
        in_a_row = max(1, int(room / self._metrics.horizontalAdvance(item.times[0] + _BETWEEN_TIMES)))
        rows = (
            _BETWEEN_TIMES.join(item.times[at : at + in_a_row]) for at in range(0, len(item.times), in_a_row)
        )
        return "\n".join([*filter(None, [item.value]), *rows])

    def _px(self, lines: float) -> float:
        """Return a distance, given in heights of the type."""
        return lines * self._size_pt * _PX_PER_PT


def _table_format() -> QTextTableFormat:
    look = QTextTableFormat()
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    look.setBorder(0)
    look.setBorderCollapse(True)  # Qt draws a cell's own border in no other table
    look.setCellSpacing(0)
    look.setCellPadding(0)
    shares = (_LABELS_SHARE, 100 - _LABELS_SHARE)
    look.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, each) for each in shares])
    return look


def _font(size_pt: float) -> QFont:
    font = QFont()
    font.setPointSizeF(size_pt)
    for ligatures in ("liga", "clig"):  # nobody who looks for `confirmed` in a file finds one with an `ﬁ`
        font.setFeature(QFont.Tag(ligatures), 0)
    return font


def _letters(colour: str, *, size_pt: float, bold: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    look.setFontPointSize(size_pt)
    look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return look


def _paragraph(*, above: float = 0.0, below: float = 0.0) -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setTopMargin(above)
    look.setBottomMargin(below)
    return look
