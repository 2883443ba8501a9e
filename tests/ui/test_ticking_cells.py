# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Cells that show seconds are painted in one go, and never otherwise than one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.row_list import RowList
from tests.engine.rig import CONVERTING, NOT_FOUND, STOPPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage, QPaintEvent

    from srfax_desktop.ui.theme import Theme
    from tests.ui.desk import Desk

_FLAGS = QItemSelectionModel.SelectionFlag
_ROWS = 9


class Way:
    """Notes what is painted cell by cell."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.one_by_one: list[QRect] = []
        paint = RowList.paintEvent

        def noted(table: RowList, event: QPaintEvent) -> None:
            self.one_by_one.append(event.rect())
            paint(table, event)

        monkeypatch.setattr(RowList, "paintEvent", noted)


@pytest.fixture
def way(monkeypatch: pytest.MonkeyPatch) -> Way:
    """Comes before the window: what a class paints with is looked up once."""
    return Way(monkeypatch)


@pytest.fixture
def counting(way: Way, desk: Desk) -> Desk:
    """A list in which all but one count down, by different seconds."""
    ids = [str(number) for number in range(1, _ROWS + 1)]
    desk.add(*ids)
    desk.controller.ask(map(FaxId, ids))
    for place, fax_id in enumerate(ids):
        answer = STOPPED if fax_id == "4" else CONVERTING if place % 2 else NOT_FOUND
        desk.answer(fax_id, answer)
    desk.table.clearSelection()  # what was added last is selected
    QTest.mouseMove(desk.window, QPoint(2, 2))
    QTest.qWait(100)
    return desk


@pytest.fixture(params=["light", "dark", "contrast"])
def look(request: pytest.FixtureRequest, theme: Theme) -> Iterator[None]:
    theme.choose(request.param)
    yield
    theme.choose("system")


def seen(desk: Desk) -> QImage:
    """The pixels of the rows as they were painted last; nothing is painted for this."""
    desk.settle()
    QTest.qWait(20)
    window = QGuiApplication.primaryScreen().grabWindow(desk.window.winId()).toImage()
    viewport = desk.table.viewport()
    corner = viewport.mapTo(desk.window, QPoint()) * window.devicePixelRatio()
    return window.copy(QRect(corner, viewport.size() * window.devicePixelRatio()))


def next_second(desk: Desk, way: Way) -> QImage:
    """Let a second pass; return what is there then."""
    before = seen(desk)
    way.one_by_one.clear()
    desk.rig.leap(1)
    after = seen(desk)
    assert after != before
    return after


def painted_one_by_one(desk: Desk) -> QImage:
    desk.table.viewport().update()
    return seen(desk)


def select_each_third(desk: Desk) -> None:
    model = desk.table.model()
    for row in range(0, _ROWS, 3):
        desk.table.selectionModel().select(model.index(row, 0), _FLAGS.Select | _FLAGS.Rows)


@pytest.mark.usefixtures("look")
def test_in_one_go_they_look_as_one_by_one(counting: Desk, way: Way) -> None:
    after = next_second(counting, way)
    assert way.one_by_one == []
    assert after == painted_one_by_one(counting)
    assert way.one_by_one


@pytest.mark.usefixtures("look")
def test_so_they_do_where_rows_are_selected_and_the_keyboard_is_in_one(counting: Desk, way: Way) -> None:
    select_each_third(counting)
    counting.table.setFocus()
    for row in (0, 1):
        there = counting.table.model().index(row, Column.STATUS)
        counting.table.selectionModel().setCurrentIndex(there, _FLAGS.NoUpdate)
        after = next_second(counting, way)
        assert way.one_by_one == []
        assert after == painted_one_by_one(counting)


@pytest.mark.usefixtures("look")
def test_only_the_row_with_the_mouse_in_it_is_left_to_qt(counting: Desk, way: Way) -> None:
    select_each_third(counting)
    cell = counting.cell_rect("2", Column.ACTION)
    place = QPoint(cell.left() + 20, cell.center().y())
    QTest.mouseMove(counting.table.viewport(), place)
    after = next_second(counting, way)
    assert [(rect.top(), rect.height()) for rect in way.one_by_one] == [(cell.top(), cell.height())]
    assert after == painted_one_by_one(counting)
    QTest.mouseMove(counting.window, QPoint(2, 2))
    assert after != seen(counting), "its button lit up beneath the mouse"


def test_what_else_is_to_be_painted_with_them_is_painted(counting: Desk, way: Way) -> None:
    next_second(counting, way)
    said = counting.cell_rect("2", Column.SAID)
    counting.table.viewport().update(said)
    counting.rig.leap(1)
    assert seen(counting) == painted_one_by_one(counting)
    assert any(rect.contains(said) for rect in way.one_by_one)


def test_rows_that_move_or_go_before_they_are_painted_are_painted_where_they_are(
    counting: Desk, way: Way
) -> None:
    counting.rig.leap(1)
    counting.table.sortByColumn(Column.FAX_ID, Qt.SortOrder.AscendingOrder)
    assert seen(counting) == painted_one_by_one(counting)
    counting.controller.end([FaxId("9")])
    counting.rig.leap(1)
    counting.controller.remove([FaxId("9")])
    assert seen(counting) == painted_one_by_one(counting)
    counting.table.setColumnWidth(Column.STATUS, 300)
    counting.rig.leap(1)
    counting.table.setColumnWidth(Column.STATUS, 150)
    assert seen(counting) == painted_one_by_one(counting)


def test_another_font_is_seen_in_the_next_second(counting: Desk, way: Way) -> None:
    next_second(counting, way)
    font = counting.table.font()
    font.setItalic(True)
    counting.table.setFont(font)
    QApplication.processEvents()
    assert next_second(counting, way) == painted_one_by_one(counting)


def test_a_screen_reader_reads_the_same_seconds(counting: Desk, way: Way) -> None:
    next_second(counting, way)
    row = counting.table._faxes.row_of(FaxId("2"))
    assert row is not None
    cells = QAccessible.queryAccessibleInterface(counting.table)
    wide = len(Column) + 1  # there are headings above and at the left
    children = [cells.child((row + 1) * wide + 1 + at) for at in (Column.STATUS, Column.ACTION)]
    read = [child.text(QAccessible.Text.Name) for child in children]
    assert read == ["Retrying in 9 s", "Retry in 9 s"]
