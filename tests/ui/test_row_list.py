# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What lies beneath a table is not painted with it, and the table covers all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from srfax_desktop.ui.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srfax_desktop.ui.theme import Theme
    from tests.ui.desk import Desk

CORNER = 8
"""Pixels: as round as the theme has it; its highest quarter is but the edge itself."""


class Painted(QObject):
    """Whatever is painted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.widgets: list[QObject] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.widgets.append(watched)
        return False

    def settle(self, desk: Desk) -> None:
        """Let all be painted that is to be."""
        self.widgets.append(self)
        while self.widgets:
            self.widgets.clear()
            desk.settle()
            QTest.qWait(20)


@pytest.fixture
def painted(qapp: QApplication) -> Iterator[Painted]:
    painted = Painted(qapp)
    yield painted
    qapp.removeEventFilter(painted)
    painted.deleteLater()


def test_to_paint_a_cell_nothing_beneath_the_table_is_painted(
    desk: Desk, theme: Theme, painted: Painted
) -> None:
    desk.add("1", "2")
    for choice in ("dark", "system"):  # a style sheet that is read anew makes no difference
        theme.choose(choice)
        painted.settle(desk)
        desk.table.viewport().update(desk.cell_rect("1", Column.SAID))
        QApplication.processEvents()
        assert painted.widgets == [desk.table.viewport()]


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_it_covers_what_lies_beneath_it(desk: Desk, theme: Theme, choice: str) -> None:
    desk.add("1")
    theme.choose(choice)
    try:
        desk.settle()
        seen = desk.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        viewport = desk.table.viewport()
        corner = viewport.mapTo(desk.window, viewport.rect().topLeft())
        below = desk.cell_rect("1", Column.STATUS).bottom() + 20
        room = QRect(0, below, viewport.width(), viewport.height() - below).translated(corner)
        assert room.height() > 40
        surface = QColor(theme.colours.surface)
        points = [(x, y) for x in (room.left(), room.right()) for y in (room.top(), room.bottom() - 2)]
        assert {seen.pixelColor(x, y).name() for x, y in points} == {surface.name()}
    finally:
        theme.choose("system")


def test_the_keyboard_comes_to_a_row_that_is_in_view(desk: Desk) -> None:
    """What Space then stops can be seen: Qt's own would be the first row, far above."""
    desk.add(*map(str, range(1, 201)))
    desk.line.setFocus()
    desk.table.reset()
    bar = desk.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    first = desk.table.rowAt(0)
    assert first > 0
    desk.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.table.currentIndex().row() == first
    assert desk.table.rowAt(0) == first


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_it_leaves_the_corners_of_its_frame_round(desk: Desk, theme: Theme, choice: str) -> None:
    theme.choose(choice)
    try:
        desk.settle()
        seen = _corners(desk.table)
        desk.table.viewport().hide()  # the frame alone
        assert seen == _corners(desk.table)
    finally:
        theme.choose("system")


def _corners(table: QWidget) -> list[QImage]:
    """Return the lower ones."""
    room = QRect(0, 0, CORNER, CORNER * 3 // 4)
    frame = table.grab().toImage()
    room.moveBottom(frame.height() - 1)
    return [frame.copy(room), frame.copy(room.translated(frame.width() - CORNER, 0))]
