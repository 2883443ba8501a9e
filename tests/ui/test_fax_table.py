# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table of faxes: its buttons by mouse and keyboard, its seconds, its selection, its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.ui.fax_model import Column
from tests.engine.rig import CONVERTING, NOT_FOUND, REJECTED, STOPPED, UNREACHABLE, Rig
from tests.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


class Painted(QObject):
    """Takes note of where a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.rects += list(event.region())  # type: ignore[call-overload] # the stubs lack __iter__
        return False


# The buttons in the rows


def test_the_row_s_button_by_mouse(desk: Desk) -> None:
    desk.add("1", "2")
    desk.click_row_button("2")
    assert desk.rig.under_way == ["2"]
    desk.answer("2", CONVERTING)
    desk.click_row_button("2")
    assert desk.rig.under_way == ["2"]
    desk.answer("2", STOPPED)
    desk.click_row_button("2")
    assert desk.rig.under_way == []


def test_a_click_beside_the_button_does_nothing(desk: Desk) -> None:
    desk.add("1")
    cell = desk.cell_rect("1", Column.ACTION)
    for x in (cell.left() + 2, cell.right() - 2):
        QTest.mouseClick(desk.table.viewport(), LEFT, pos=QPoint(x, cell.center().y()))
    assert desk.rig.under_way == []


def test_another_mouse_button_presses_nothing(desk: Desk) -> None:
    desk.add("1")
    cell = desk.cell_rect("1", Column.ACTION)
    where = QPoint(cell.left() + 25, cell.center().y())
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.MiddleButton, pos=where)
    assert desk.rig.under_way == []


def test_a_selection_dragged_onto_a_button_does_not_press_it(desk: Desk) -> None:
    """A stop cannot be taken back: it takes a whole click on its button."""
    desk.add("1", "2", "3")
    view = desk.table.viewport()
    start = desk.cell_rect("1", Column.FAX_ID).center()
    cell = desk.cell_rect("3", Column.ACTION)
    end = QPoint(cell.left() + 25, cell.center().y())
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)
    assert desk.rig.under_way == []


def test_a_press_dragged_within_the_cell_onto_the_button_does_not_press_it(desk: Desk) -> None:
    desk.add("1")
    view, cell = desk.table.viewport(), desk.cell_rect("1", Column.ACTION)
    QTest.mousePress(view, LEFT, pos=QPoint(cell.right() - 2, cell.center().y()))
    QTest.mouseRelease(view, LEFT, pos=QPoint(cell.left() + 25, cell.center().y()))
    assert desk.rig.under_way == []


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_row_s_button_by_keyboard(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    desk.add("1", "2")
    desk.table.selectRow(1)
    desk.key(key, modifier)
    assert desk.rig.under_way == ["2"]
    desk.answer("2", CONVERTING)
    desk.key(key, modifier)
    assert desk.rig.under_way == ["2"]


def test_a_key_held_down_presses_once(desk: Desk) -> None:
    desk.add("1")
    desk.key(Qt.Key.Key_Space)
    desk.answer("1", CONVERTING)
    QTest.simulateEvent(desk.table, True, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    assert desk.rig.under_way == []


def test_enter_with_a_modifier_stops_nothing(desk: Desk) -> None:
    desk.add("1")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.rig.under_way == []


def test_sign_in_is_the_button_where_it_is_what_is_missing(desk: Desk, qtbot: QtBot) -> None:
    desk.add("1")
    desk.click_row_button("1")
    desk.answer("1", REJECTED)
    assert desk.row("1")[Column.STATUS] == "Sign-in refused"
    assert desk.row("1")[Column.ACTION] == "Sign in…"
    with qtbot.waitSignal(desk.window.sign_in_wanted):
        desk.click_row_button("1")
    assert desk.rig.under_way == []


# Taking off the list


def test_delete_takes_off_the_list_but_not_what_is_tried(desk: Desk) -> None:
    desk.add("1", "2", "3")
    desk.table.selectRow(0)
    desk.key(Qt.Key.Key_Space)
    desk.table.selectAll()
    desk.key(Qt.Key.Key_Delete)
    assert [row[Column.FAX_ID] for row in desk.rows()] == ["1"]
    assert any("1 fax is still being tried" in words for words in desk.banners())
    assert desk.rig.store.faxes.keys() == {FaxId("1")}


def test_the_last_fax_can_be_taken_off_while_its_details_show(desk: Desk) -> None:
    desk.add("1")
    assert "Fax 1: Waiting" in desk.labels()
    desk.table.selectRow(0)
    desk.table.setFocus()
    QTest.keyClick(desk.table, Qt.Key.Key_Delete)
    desk.controller.ticked.emit()  # before the details are brought in line
    desk.settle()
    assert desk.rows() == []
    assert "Choose a fax to see what happened to it." in desk.labels()


# The menu


def menu_at(desk: Desk, fax_id: str) -> QMenu:
    desk.table.customContextMenuRequested.emit(desk.cell_rect(fax_id, Column.FAX_ID).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def offered(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isEnabled()]


def choose(desk: Desk, menu: QMenu, words: str) -> None:
    (action,) = [action for action in menu.actions() if action.text() == words]
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    desk.settle()


def test_the_menu_offers_what_can_be_done(desk: Desk) -> None:
    desk.add("1")
    menu = menu_at(desk, "1")
    assert offered(menu) == ["Stop", "Take off the list"]
    choose(desk, menu, "Stop")
    assert desk.rig.under_way == ["1"]
    desk.answer("1", CONVERTING)
    menu = menu_at(desk, "1")
    assert offered(menu) == ["Retry now", "Stop trying"]
    choose(desk, menu, "Retry now")
    assert desk.rig.under_way == ["1"]
    choose(desk, menu_at(desk, "1"), "Stop trying")
    desk.answer("1", CONVERTING)
    choose(desk, menu_at(desk, "1"), "Take off the list")
    assert desk.rows() == []
    assert not desk.window.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_an_open_menu_does_not_hold_up_what_happens(desk: Desk) -> None:
    desk.add("1")
    desk.click_row_button("1")
    menu = menu_at(desk, "1")
    desk.answer("1", STOPPED)
    assert desk.row("1")[Column.STATUS] == "Stopped"
    choose(desk, menu, "Stop trying")
    assert desk.row("1")[Column.STATUS] == "Stopped"


# Seconds


def test_a_tick_tells_the_model_s_listeners_nothing_and_paints_only_the_seconds(desk: Desk) -> None:
    desk.add(*map(str, range(1, 101)))
    desk.rig.controller.ask([FaxId("1"), FaxId("2"), FaxId("3"), FaxId("100")])
    for fax_id in ("1", "3", "100"):
        desk.answer(fax_id, CONVERTING)
    desk.table.scrollToTop()
    changes: list[object] = []
    desk.table.model().dataChanged.connect(lambda *_: changes.append(1))
    painted = Painted()
    viewport = desk.table.viewport()
    QTest.qWait(50)
    viewport.installEventFilter(painted)
    desk.rig.clock.now_s += 1
    desk.controller.tick()
    QTest.qWait(50)
    viewport.removeEventFilter(painted)
    assert changes == []
    seconds = [desk.cell_rect(row, column) for row in "13" for column in (Column.STATUS, Column.ACTION)]
    assert painted.rects
    for rect in painted.rects:
        assert any(cell.contains(rect) for cell in seconds), rect
    assert desk.row("1")[Column.STATUS] == "Retrying in 9 s"
    assert desk.row("1")[Column.ACTION] == "Retry in 9 s"


def test_a_tick_over_ten_thousand_rows_costs_next_to_nothing(desk: Desk) -> None:
    """Only what is in view is looked at."""
    ids = [FaxId(str(number)) for number in range(1, 10_001)]
    desk.controller.add(ids)
    desk.controller.ask(ids[:1])
    desk.answer("1", CONVERTING)
    asked = 0
    data = desk.table._faxes.data

    def counting(*args: object) -> object:
        nonlocal asked
        asked += 1
        return data(*args)  # type: ignore[arg-type]

    desk.table._faxes.data = counting  # type: ignore[method-assign, assignment]
    desk.table.repaint_countdowns()
    assert asked < 200


def test_a_countdown_that_may_not_fire_lights_up(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, rig=Rig(policy=RetryPolicy(automatic=False)))
    desk.show()
    desk.add("1")
    desk.click_row_button("1")
    desk.answer("1", NOT_FOUND)
    assert desk.row("1")[Column.ACTION] == "Retry in 5 s"
    desk.rig.wait(5)
    desk.settle()
    assert desk.row("1")[Column.STATUS] == "Ready to retry"
    assert desk.row("1")[Column.ACTION] == "Retry now"
    assert desk.rig.under_way == []
    desk.click_row_button("1")
    assert desk.rig.under_way == ["1"]


def test_what_holds_all_up_counts_down_in_each_row(desk: Desk) -> None:
    desk.add("1", "2")
    desk.controller.ask([FaxId("1"), FaxId("2")])
    desk.answer("1", UNREACHABLE)
    desk.answer("2", UNREACHABLE)
    assert [row[Column.STATUS] for row in desk.rows()] == ["Not reachable – retrying in 2 s"] * 2


# Selection and sorting


def test_the_selection_stays_with_its_faxes(desk: Desk) -> None:
    desk.add("3", "1", "2")
    desk.table.selectRow(0)
    desk.table.sortByColumn(Column.FAX_ID, Qt.SortOrder.AscendingOrder)
    assert [row[Column.FAX_ID] for row in desk.rows()] == ["1", "2", "3"]
    assert desk.selected() == ["3"]
    assert desk.table.current_id() == "3"
    desk.controller.ask([FaxId("1")])
    desk.answer("1", STOPPED)
    assert desk.selected() == ["3"]
    desk.controller.remove([FaxId("1")])
    assert desk.selected() == ["3"]
    desk.press("Stop selected")
    assert desk.rig.under_way == ["3"]


def test_a_row_that_moves_under_a_status_sort_keeps_selection_and_cursor(desk: Desk) -> None:
    desk.table.sortByColumn(Column.STATUS, Qt.SortOrder.AscendingOrder)
    desk.add("1", "2", "3")
    desk.table.selectRow(2)
    before = desk.selected()
    desk.controller.ask([FaxId(before[0])])
    desk.settle()
    assert desk.rows()[0][Column.STATUS] == "Stopping…"
    assert desk.selected() == before
    assert desk.table.current_id() == before[0]


def test_the_first_of_what_was_added_is_in_view(desk: Desk) -> None:
    desk.add(*map(str, range(1, 201)))
    desk.add("500")
    assert desk.table.viewport().rect().intersects(desk.cell_rect("500", Column.STATUS))


def test_columns_by_keyboard_never_trap_the_focus(desk: Desk) -> None:
    desk.add("1")
    desk.table.setFocus()
    QTest.keyClick(desk.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not desk.table


# Looks


def test_looks_are_remembered(desk: Desk, qtbot: QtBot, theme: Theme) -> None:
    desk.add("2", "1")
    desk.table.horizontalHeader().resizeSection(Column.FAX_ID, 222)
    desk.table.sortByColumn(Column.FAX_ID, Qt.SortOrder.DescendingOrder)
    desk.window.resize(780, 560)
    kept = desk.window.kept_looks()
    assert all(text.isascii() for text in kept.values())
    again = Desk(qtbot, theme, rig=desk.rig, kept=kept)
    again.show()
    assert again.table.horizontalHeader().sectionSize(Column.FAX_ID) == 222
    assert [row[Column.FAX_ID] for row in again.rows()] == ["2", "1"]
    assert again.table.horizontalHeader().sortIndicatorSection() == Column.FAX_ID
    assert (again.window.width(), again.window.height()) == (780, 560)


@pytest.mark.parametrize("nonsense", ["", "x", "AAAA", "déjà vu"])
def test_looks_that_make_no_sense_cost_nothing(qtbot: QtBot, theme: Theme, nonsense: str) -> None:
    kept = dict.fromkeys(("geometry", "splitter", "header", "new"), nonsense)
    desk = Desk(qtbot, theme, kept=kept)
    desk.show()
    desk.add("1")
    assert desk.table.columnWidth(Column.STATUS) > 100


def test_every_status_is_painted_light_and_dark(
    desk: Desk, dark: Callable[[bool], None], theme: Theme
) -> None:
    desk.add("1", "2", "3")
    desk.controller.ask([FaxId("1"), FaxId("2")])
    desk.answer("1", CONVERTING)
    light = desk.table.viewport().grab().toImage()
    dark(True)
    desk.settle()
    assert theme.dark
    there = desk.cell_rect("1", Column.STATUS)
    at_night = desk.table.viewport().grab().toImage()
    where = QPoint(there.left() + 20, there.center().y())
    assert light.pixelColor(where).lightness() > 180
    assert at_night.pixelColor(where).lightness() < 100
    dark(False)
    assert not theme.dark


def test_a_first_window_fits_the_screen_with_every_button_on_it(desk: Desk) -> None:
    """On a laptop at 150 % there is little more than 900 by 500: no button may lie beyond the edge."""
    available = desk.window.screen().availableGeometry()
    assert available.width() < 1000, "this screen is too large to show anything"
    assert desk.window.width() <= available.width()
    assert desk.window.height() <= available.height()
    desk.add("1")
    assert desk.table.viewport().rect().contains(desk.cell_rect("1", Column.ACTION))
