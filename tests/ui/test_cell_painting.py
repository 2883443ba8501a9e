# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Pills and buttons: painted once, and never otherwise than if they were painted each time."""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from srfax_desktop.core.fax import FaxId, FaxRecord
from srfax_desktop.core.status import Status
from srfax_desktop.ui import cell_pictures
from srfax_desktop.ui.cell_pictures import CellPictures
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_model import FaxModel
from srfax_desktop.ui.fax_table import FaxTable
from tests.ui.listed import fax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.cell_pictures import Drawing
    from srfax_desktop.ui.theme import Theme

SEEN_AS_ONE = 2
"""Of 255: what lies on another layer is rounded once more."""

_FLAGS = QItemSelectionModel.SelectionFlag
_COUNT_DOWN = {Status.RETRYING: 8.4, Status.RETRY_LATER: 58.0, Status.HELD_UNREACHABLE: 0.0}


class EveryStatus:
    """A board with one fax in each status."""

    account = "12345"

    def __init__(self) -> None:
        self.asked = 0
        self._rows = {FaxId(str(number)): status for number, status in enumerate(Status, 1)}

    def __contains__(self, fax_id: FaxId) -> bool:
        return fax_id in self._rows

    def faxes(self) -> list[FaxRecord]:
        return [self.fax(fax_id) for fax_id in self._rows]

    def fax(self, fax_id: FaxId) -> FaxRecord:
        details = {"subject": "Référence & <b>annexe</b>", "pages": 12, "to_number": "16045550123"}
        return fax(fax_id, result="Fax\nCancelled", attempts=3, details=details)

    def status(self, fax_id: FaxId) -> Status:
        self.asked += 1
        return self._rows[fax_id]

    def due_in_s(self, fax_id: FaxId) -> float | None:
        return _COUNT_DOWN.get(self._rows[fax_id])


@pytest.fixture
def board() -> EveryStatus:
    return EveryStatus()


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, board: EveryStatus) -> FaxTable:
    """In which each third row is selected, and the mouse is on a button."""
    table = FaxTable(FaxModel(board), theme)  # type: ignore[arg-type]
    qtbot.addWidget(table)
    table.resize(1000, 1100)
    table.show()
    qtbot.waitExposed(table)
    model = table.model()
    for row in range(0, model.rowCount(), 3):
        table.selectionModel().select(model.index(row, 0), _FLAGS.Select | _FLAGS.Rows)
    (held,) = (row for row in range(model.rowCount()) if table._faxes.fax_id(row) == "5")
    button = table.visualRect(model.index(held, Column.ACTION))
    QTest.mouseMove(table.viewport(), QPoint(button.left() + 20, button.center().y()))
    QApplication.processEvents()
    return table


@pytest.fixture(params=["light", "dark", "contrast"])
def look(request: pytest.FixtureRequest, theme: Theme) -> Iterator[str]:
    theme.choose(request.param)
    yield request.param
    theme.choose("system")


def seen(table: FaxTable) -> QImage:
    return table.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def most_apart(one: QImage, other: QImage) -> int:
    """How far the two are apart where they are most so, of 255."""
    apart: Iterator[int] = map(abs, map(sub, bytes(one.constBits()), bytes(other.constBits())))
    return max(apart)


def paint_each_time(
    _: CellPictures, painter: QPainter, __: QRect, ___: object, make: Callable[[], Drawing], *____: object
) -> None:
    painter.save()
    cell_pictures._paint(make(), painter)
    painter.restore()


@pytest.mark.parametrize("selected", [True, False])
@pytest.mark.parametrize("under_mouse", [True, False])
def test_the_first_picture_has_the_marks_that_are_due(
    table: FaxTable, *, selected: bool, under_mouse: bool
) -> None:
    if not selected:
        table.selectionModel().clearSelection()
    if not under_mouse:
        QTest.mouseMove(table.viewport(), QPoint(1, -1))
    table.viewport().setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under_mouse)  # no mouse enters here
    asked = seen(table)
    for delegate in (table._pills, table._actions):
        delegate._marks, delegate._waits_for_marks = None, False
    assert most_apart(asked, seen(table)) == 0
    assert (table._actions._marks is not None) is (selected or under_mouse)
    QApplication.processEvents()
    assert table._actions._marks is not None, "the next picture asks, whatever is marked"


@pytest.mark.usefixtures("look")
def test_a_picture_looks_like_what_it_is_a_picture_of(
    table: FaxTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, again = seen(table), seen(table)
    monkeypatch.setattr(CellPictures, "draw", paint_each_time)
    assert first == again
    assert most_apart(first, seen(table)) <= SEEN_AS_ONE


def bead(font: QFont) -> Drawing:
    def paint(painter: QPainter) -> None:
        painter.setFont(font)
        painter.setBrush(Qt.GlobalColor.yellow)
        painter.drawEllipse(QRect(13, 3, 80, 24))
        painter.drawText(QRect(13, 3, 80, 24), Qt.AlignmentFlag.AlignCenter, "Stopped")

    return QRect(13, 3, 80, 24), paint


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_at_every_scale_it_is_as_sharp_as_what_is_painted(qapp: QApplication, scale: float) -> None:
    """Where a cell may begin within a pixel, no picture of it would do for all."""

    def drawn(draw: Callable[..., None]) -> QImage:
        canvas = QPixmap(round(120 * scale), round(40 * scale))
        canvas.setDevicePixelRatio(scale)
        canvas.fill(Qt.GlobalColor.white)
        painter = QPainter(canvas)
        draw(CellPictures(), painter, QRect(9, 1, 100, 30), "bead", lambda: bead(qapp.font()))
        painter.end()
        return canvas.toImage()

    assert most_apart(drawn(CellPictures.draw), drawn(paint_each_time)) <= SEEN_AS_ONE


@pytest.mark.usefixtures("look")
def test_text_is_written_as_the_style_writes_it(table: FaxTable) -> None:
    ours = seen(table)
    table.setItemDelegate(QStyledItemDelegate(table))
    assert ours == seen(table)


def test_what_was_painted_is_not_painted_again(table: FaxTable, board: EveryStatus) -> None:
    seen(table)
    kept = [len(delegate._pictures) for delegate in (table._actions, table._pills)]
    board.asked = 0
    seen(table)
    assert [len(delegate._pictures) for delegate in (table._actions, table._pills)] == kept
    assert board.asked <= len(Status) * len(Column)


def test_another_font_is_seen_at_once(table: FaxTable) -> None:
    seen(table)
    pill = table.visualRect(table.model().index(0, Column.STATUS))
    small = seen(table).copy(pill)
    font = QFont(table.font())
    font.setItalic(True)
    table.setFont(font)
    assert seen(table).copy(pill) != small


def test_other_colours_are_seen_at_once(table: FaxTable, theme: Theme) -> None:
    pill = table.visualRect(table.model().index(1, Column.STATUS))
    light = seen(table).copy(pill)
    theme.choose("dark")
    try:
        dark = seen(table).copy(pill)
    finally:
        theme.choose("system")
    assert dark.pixelColor(40, pill.height() // 2) != light.pixelColor(40, pill.height() // 2)


# How many are kept


def drawn(pictures: CellPictures, looks: int, side: int = 10) -> int:
    """Draw something; return how often it was painted for that."""
    made: list[int] = []

    def make() -> Drawing:
        made.append(1)
        return QRect(0, 0, side, side), lambda painter: None

    canvas = QPixmap(20, 20)
    painter = QPainter(canvas)
    pictures.draw(painter, QRect(0, 0, side, side), looks, make)
    painter.end()
    return len(made)


@pytest.mark.usefixtures("qapp")
def test_no_more_pictures_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cell_pictures, "MOST_PIXELS", 3 * 12 * 12)
    pictures = CellPictures()
    assert [drawn(pictures, looks) for looks in (1, 2, 3, 1, 2, 3)] == [1, 1, 1, 0, 0, 0]
    assert drawn(pictures, 1) == 0
    assert drawn(pictures, 4) == 1
    assert len(pictures) == 3
    assert drawn(pictures, 1) == 0, "it was seen a moment ago"
    assert drawn(pictures, 2) == 1, "it was not seen for longest"
    for looks in range(100):
        drawn(pictures, looks)
    assert len(pictures) == 3
