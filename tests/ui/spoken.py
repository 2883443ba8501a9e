# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""All that a window says, to eyes and to screen readers, and the languages in which it may say it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from packing.translations import compile_translations
from srfax_desktop.ui.languages import Languages

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = 20
"""So many rows of a table are read."""


def canada(code: str) -> QLocale:
    """The way numbers and times are written in these tests, whatever this computer's is."""
    return QLocale(f"{code}_CA")


@contextmanager
def languages(app: QApplication) -> Iterator[Languages]:
    """The languages of the window; English again, in the locale of before, when it is over."""
    compile_translations()
    before = QLocale()
    chosen = Languages(app, canada)
    chosen.choose("en")
    try:
        yield chosen
    finally:
        chosen.choose("en")
        QLocale.setDefault(before)
        settle()


def settle() -> None:
    """Let every widget hear that the language has changed."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    QApplication.processEvents()


def said_in(window: QWidget) -> list[str]:
    """Everything that a window says, each with where it is said; hidden words too, they may be shown."""
    parts = [window, *window.findChildren(QWidget)]
    return [f"{type(part).__name__}.{place}: {words}" for part in parts for place, words in _said(part)]


def _said(part: QWidget) -> Iterator[tuple[str, str]]:
    yield "title", part.windowTitle()
    yield "tip", part.toolTip()
    yield "name", part.accessibleName()
    yield "description", part.accessibleDescription()
    yield from (("action", action.text()) for action in part.actions())
    yield from _said_by_kind(part)


def _said_by_kind(part: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(part, QLabel | QAbstractButton):
        yield "text", part.text()
    if isinstance(part, QLineEdit):
        yield "placeholder", part.placeholderText()
    if isinstance(part, QPlainTextEdit | QTextEdit):
        yield "text", part.toPlainText()
    if isinstance(part, QMessageBox):
        yield "more", part.informativeText()
    if isinstance(part, QComboBox):
        yield from (("item", part.itemText(row)) for row in range(part.count()))
    if isinstance(part, QTableView):
        yield from _said_in_table(part)


def _said_in_table(table: QTableView) -> Iterator[tuple[str, str]]:
    model = table.model()
    for column in range(model.columnCount()):
        yield "header", str(model.headerData(column, Qt.Orientation.Horizontal))
        for row in range(min(model.rowCount(), ROWS)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield "cell", str(model.index(row, column).data(role))
