# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Lays the guide's Markdown out as a document: headings, tables, statuses in their colours, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)

from srfax_desktop.core.status import Status
from srfax_desktop.ui.icons import pixmap
from srfax_desktop.ui.status_style import STATUS_STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextFragment, QTextList

    from srfax_desktop.ui.theme import Theme

_ANCHOR = re.compile(r'<a id="([a-z0-9_-]+)"></a>')
_MARKED = re.compile("\ue000([a-z0-9_-]+)\ue001")
_LINE_HEIGHT = 122
_FIRST_COLUMN = {2: 30, 3: 33, 4: 25}
"""Percent of a table's width, by its number of columns; the others share what is left."""

_STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a chapter begins. level: 1 for the guide's own title."""

    level: int
    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a picture stands in the text."""

    name: str
    position: int


@dataclass(frozen=True, slots=True)
class GuidePage:
    """What the text has: its headings in their order, places by their anchors, and pictures."""

    headings: tuple[Heading, ...]
    anchors: dict[str, int]
    pictures: tuple[Picture, ...]


def lay_out(document: QTextDocument, markdown: str, theme: Theme, scale: float) -> GuidePage:
    """Fill a document with the guide. scale: device pixels to a logical one, for the icons.

    `<a id="…"></a>` marks a place that can be gone to; before a status's words, it is that status's value.
    """
    document.clear()
    document.setMarkdown(_ANCHOR.sub("\ue000\\1\ue001", markdown))
    _space_out(document)
    for table in _tables(document):
        _rule(table, theme)
    anchors = _take_anchors(document)
    _mark_keys(document, theme)
    _caption_pictures(document, theme)
    anchors = {name: cursor for name, cursor in anchors.items() if _colour_status(name, cursor, theme, scale)}
    return GuidePage(
        tuple(_headings(document)),
        {name: cursor.position() for name, cursor in anchors.items()},
        tuple(_pictures(document)),
    )


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _space_out(document: QTextDocument) -> None:
    for block in _blocks(document):
        cursor = QTextCursor(block)
        form = QTextBlockFormat()
        if "\ufffc" not in block.text():  # a picture is as high as it is
            form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level := block.blockFormat().headingLevel():
            form.setTopMargin(0 if level == 1 else 26 - 4 * level)
            form.setBottomMargin(6)
        elif cast("QTextTable | None", cursor.currentTable()) is not None:
            form.setTopMargin(0)
            form.setBottomMargin(0)
        else:
            form.setBottomMargin(8 if cast("QTextList | None", block.textList()) is None else 4)
        cursor.mergeBlockFormat(form)


def _rule(table: QTextTable, theme: Theme) -> None:
    form = table.format()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    first = _FIRST_COLUMN.get(table.columns(), 100 // table.columns())
    rest = (100 - first) / max(1, table.columns() - 1)
    form.setColumnWidthConstraints(
        [
            QTextLength(QTextLength.Type.PercentageLength, rest if column else first)
            for column in range(table.columns())
        ]
    )
    form.setCellPadding(6)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(QColor(theme.colours.line)))
    form.setTopMargin(4)
    form.setBottomMargin(14)
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        heading = cell.format()
        heading.setBackground(QColor(theme.colours.stripe))
        cell.setFormat(heading)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(bold)


def _take_anchors(document: QTextDocument) -> dict[str, QTextCursor]:
    """Take the marks of the anchors out of the text; return where they stood, each as a cursor that moves."""
    found: dict[str, QTextCursor] = {}
    for block in _blocks(document):
        while match := _MARKED.search(block.text()):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + match.start())
            cursor.setPosition(block.position() + match.end(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            cursor.setKeepPositionOnInsert(True)
            found[match[1]] = cursor
    return found


def _mark_keys(document: QTextDocument, theme: Theme) -> None:
    """Give what stands between backquotes a background: keys, and the words on buttons."""
    form = QTextCharFormat()
    form.setBackground(QColor(theme.colours.stripe))
    form.setForeground(QColor(theme.colours.text))
    for block in _blocks(document):
        if block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage):
            continue
        for fragment in list(_fragments(block)):
            if fragment.charFormat().fontFixedPitch():
                cursor = QTextCursor(document)
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(form)


def _colour_status(name: str, cursor: QTextCursor, theme: Theme, scale: float) -> bool:
    """Show the words after a status's anchor in its colours, its icon before them. Returns True."""
    status = _STATUSES.get(name)
    if status is None:
        return True
    style = STATUS_STYLE[status]
    tint = theme.tint(style.tone)
    document = cursor.document()
    form = QTextCharFormat()
    form.setForeground(QColor(tint.text))
    form.setBackground(QColor(tint.background))
    for fragment in list(_fragments(cursor.block())):
        if fragment.charFormat().fontWeight() >= QFont.Weight.Bold:
            words = QTextCursor(document)
            words.setPosition(fragment.position())
            words.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            words.mergeCharFormat(form)
    size = document.defaultFont().pointSizeF() * 1.35
    url = f"icon/{style.icon}-{tint.text[1:]}"
    document.addResource(
        QTextDocument.ResourceType.ImageResource, QUrl(url), pixmap(style.icon, tint.text, round(size), scale)
    )
    icon = QTextImageFormat()
    icon.setName(url)
    icon.setWidth(size)
    icon.setHeight(size)
    icon.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    at = QTextCursor(document)  # one that keeps its position would not insert it
    at.setPosition(cursor.position())
    at.insertImage(icon)
    at.insertText("\u00a0", form)
    return True


def _caption_pictures(document: QTextDocument, theme: Theme) -> None:
    """Write what a picture shows beneath it: whoever cannot see it reads it, and can look for it."""
    quiet = QTextCharFormat()
    quiet.setForeground(QColor(theme.colours.quiet))
    for picture in reversed(list(_pictures(document))):
        cursor = QTextCursor(document)
        cursor.setPosition(picture.position + 1)
        form = cursor.charFormat()
        words = str(form.property(QTextFormat.Property.ImageAltText) or "")
        if words:
            below = QTextBlockFormat(cursor.blockFormat())
            below.setBottomMargin(16)
            cursor.insertBlock(below, quiet)
            cursor.insertText(words, quiet)


def _headings(document: QTextDocument) -> Iterator[Heading]:
    for block in _blocks(document):
        if level := block.blockFormat().headingLevel():
            yield Heading(level, block.text().strip(), block.position())


def _pictures(document: QTextDocument) -> Iterator[Picture]:
    for block in _blocks(document):
        for fragment in _fragments(block):
            form = fragment.charFormat()
            name = form.toImageFormat().name() if form.isImageFormat() else ""
            if name and not name.startswith("icon/"):
                yield Picture(name, fragment.position())
