# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table of faxes: its buttons by mouse and keyboard, its seconds, its selection, its looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QImage, QPaintEvent, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView

from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import FaxId, FaxState
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.ui.colours import LIGHT
from srfax_desktop.ui.columns import AT_FIRST, Column
from srfax_desktop.ui.filter_line import FilterLine
from srfax_desktop.ui.letters import plain
from srfax_desktop.ui.shown_rows import MOST_STEPS
from tests.engine.rig import CONVERTING, NOT_FOUND, REJECTED, STOPPED, UNREACHABLE, Rig
from tests.ui.desk import Desk
from tests.ui.listed import ADDED_AT, learn, put

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton
NEWEST_FIRST = (Column.QUEUED, Qt.SortOrder.DescendingOrder)


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
    return [plain(action.text()) for action in menu.actions() if action.isEnabled()]


def choose(desk: Desk, menu: QMenu, words: str) -> None:
    (action,) = [action for action in menu.actions() if plain(action.text()) == words]
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    desk.settle()


def test_the_menu_offers_what_can_be_done(desk: Desk) -> None:
    desk.add("1")
    menu = menu_at(desk, "1")
    assert offered(menu) == ["Stop", "Take off the list", "", "Incident record…"]
    choose(desk, menu, "Stop")
    assert desk.rig.under_way == ["1"]
    desk.answer("1", CONVERTING)
    menu = menu_at(desk, "1")
    assert offered(menu) == ["Retry now", "Stop trying", "", "Incident record…"]
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
    due_in_s = desk.board.due_in_s

    def counting(fax_id: FaxId) -> float | None:
        nonlocal asked
        asked += 1
        return due_in_s(fax_id)

    desk.board.due_in_s = counting  # type: ignore[method-assign]
    desk.table.repaint_countdowns()
    assert 0 < asked < 200


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


def test_the_newest_comes_first_until_the_user_sorts_and_again_after_that(wide: Desk) -> None:
    header = wide.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == NEWEST_FIRST
    assert header.isSortIndicatorShown()
    wide.add("3", "1", "2")
    for order in (["1", "2", "3"], ["3", "2", "1"], ["3", "1", "2"]):
        where = QPoint(header.sectionViewportPosition(Column.FAX_ID) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), LEFT, pos=where)
        assert [row[Column.FAX_ID] for row in wide.rows()] == order
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == NEWEST_FIRST


def test_a_row_that_moves_when_its_details_arrive_keeps_selection_cursor_and_focus(desk: Desk) -> None:
    desk.add("1", "2", "3")
    desk.table.setFocus()
    desk.table.selectRow(0)
    learn(desk.rig, "1", queued_at_text="Jan 01/20 10:00 AM")
    assert [row[Column.FAX_ID] for row in desk.rows()] == ["2", "3", "1"]
    assert desk.selected() == ["1"]
    assert desk.table.current_id() == "1"
    assert QApplication.focusWidget() is desk.table


# As in a mail program


def test_ranges_and_single_rows_by_keyboard_and_mouse(desk: Desk) -> None:
    desk.add("1", "2", "3", "4", "5")
    desk.table.selectRow(0)
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.selected() == ["1", "2"]
    spot = desk.cell_rect("5", Column.FAX_ID).center()
    QTest.mouseClick(desk.table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, spot)
    assert desk.selected() == ["1", "2", "5"]
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert desk.selected() == ["1", "2", "5"]
    assert desk.table.current_id() == "4"
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.selected() == ["1", "2", "3", "4", "5"]
    desk.key(Qt.Key.Key_End)
    assert desk.selected() == ["5"]
    desk.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert desk.selected() == ["1", "2", "3", "4", "5"]


def test_the_keys_of_an_empty_table_do_nothing(desk: Desk) -> None:
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        desk.key(key)
    assert desk.table.current_id() is None


def test_delete_goes_on_to_the_next_fax(desk: Desk) -> None:
    desk.add("1", "2", "3", "4", "5", "6")
    desk.table.select((FaxId("2"), FaxId("3")))
    desk.key(Qt.Key.Key_Delete)
    assert (desk.table.current_id(), desk.selected()) == ("4", ["4"])
    desk.key(Qt.Key.Key_Delete)
    assert (desk.table.current_id(), desk.selected()) == ("5", ["5"])
    desk.key(Qt.Key.Key_End)
    desk.key(Qt.Key.Key_Delete)
    assert (desk.table.current_id(), desk.selected()) == ("5", ["5"])
    desk.key(Qt.Key.Key_Delete)
    desk.key(Qt.Key.Key_Delete)
    assert (desk.table.current_id(), desk.selected()) == (None, [])


def test_where_nothing_was_selected_nothing_is_after_the_cursor_has_moved_on(desk: Desk) -> None:
    desk.add("1", "2")
    desk.table.clearSelection()
    desk.rig.controller.remove([FaxId("1")])
    assert (desk.table.current_id(), desk.selected()) == ("2", [])


def test_letters_do_not_move_the_cursor(desk: Desk) -> None:
    desk.add("1", "2", "3")
    desk.rig.ask("3")
    desk.key(Qt.Key.Key_Home)
    QTest.keyClicks(desk.table, "3stopping")
    assert desk.table.current_id() == "1"
    assert desk.rig.under_way == ["3"]


def test_the_menu_key_opens_the_menu_at_the_row_with_the_cursor(desk: Desk, qtbot: QtBot) -> None:
    desk.add(*map(str, range(1, 60)))
    desk.key(Qt.Key.Key_End)
    desk.table.scrollToTop()
    asked: list[QPoint] = []
    desk.table.customContextMenuRequested.disconnect()
    desk.table.customContextMenuRequested.connect(asked.append)
    keyboard = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(desk.table.viewport(), QContextMenuEvent(keyboard, QPoint(3, 3), QPoint(3, 3)))
    QApplication.sendEvent(desk.table, QContextMenuEvent(keyboard, QPoint(3, 3), QPoint(3, 3)))
    desk.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert len(asked) == 3
    for where in asked:
        assert desk.table.rowAt(where.y()) == 58
        assert desk.table.viewport().rect().contains(where)
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(desk.table.viewport(), QContextMenuEvent(mouse, QPoint(3, 3), QPoint(3, 3)))
    assert asked[3:] == [QPoint(3, 3)]


def test_without_a_row_the_menu_key_opens_nothing(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.table.customContextMenuRequested):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), QPoint(3, 3))
        QApplication.sendEvent(desk.table, event)


def test_the_row_with_the_cursor_is_seen_though_it_is_not_selected(desk: Desk) -> None:
    desk.add("1", "2", "3")
    desk.table.selectRow(0)
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert (desk.selected(), desk.table.current_id()) == (["1"], "2")

    def edge() -> str:
        row = desk.cell_rect("2", Column.STATUS)
        picture = desk.table.viewport().grab().toImage()
        return picture.pixelColor(row.left() + 200, row.top()).name().upper()

    assert edge() == LIGHT.focus
    desk.line.setFocus()
    assert edge() != LIGHT.focus


# The filter


def test_the_filter_keeps_the_selection_of_what_it_shows(desk: Desk) -> None:
    desk.add("11", "12", "21", "22")
    desk.table.select((FaxId("12"), FaxId("21")))
    desk.table.set_filter("1")
    assert desk.selected() == ["12", "21"]
    desk.table.set_filter("12")
    assert desk.selected() == ["12"]
    assert desk.table.current_id() == "12"
    desk.table.set_filter("")
    assert desk.selected() == ["12"]
    assert [row[Column.FAX_ID] for row in desk.rows()] == ["11", "12", "21", "22"]


def test_the_filter_selects_nothing_by_itself(desk: Desk) -> None:
    """What `Stop selected` stops has been chosen by somebody."""
    desk.add("11", "12", "21", "22")
    desk.table.select((FaxId("22"),))
    desk.table.set_filter("1")
    assert desk.selected() == []
    assert desk.table.current_id() == "11"
    desk.settle()
    assert not desk.button("Stop selected").isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_what_the_filter_found_is_chosen_by_going_to_it(desk: Desk, key: Qt.Key) -> None:
    """The keys of the buttons, and of the list, are for it then."""
    desk.add("11", "12", "21", "22")
    desk.rig.ask("22")
    desk.answer("22", CONVERTING)
    desk.table.clearSelection()
    QTest.keyClicks(desk.only(FilterLine), "12")
    assert desk.selected() == []
    QTest.keyClick(desk.only(FilterLine), key)
    assert desk.selected() == ["12"]
    desk.settle()
    assert desk.button("Stop selected").isEnabled()


def test_going_to_what_was_found_changes_no_selection(desk: Desk) -> None:
    desk.add("11", "12", "21", "22")
    desk.table.select((FaxId("12"), FaxId("21")))
    QTest.keyClick(desk.only(FilterLine), Qt.Key.Key_Return)
    assert desk.selected() == ["12", "21"]


def test_back_from_the_filter_nothing_is_chosen(desk: Desk) -> None:
    desk.add("11", "12")
    desk.table.clearSelection()
    QTest.keyClick(desk.only(FilterLine), Qt.Key.Key_Escape)
    assert desk.selected() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete])
def test_a_key_of_the_list_is_for_the_row_with_the_cursor_where_none_is_selected(
    desk: Desk, key: Qt.Key
) -> None:
    desk.add("1", "2")
    for fax_id in ("1", "2"):
        desk.rig.ask(fax_id)
        desk.answer(fax_id, CONVERTING)
    desk.table.select((FaxId("1"),))
    desk.table.clearSelection()
    desk.key(key)
    assert desk.selected() == ["1"]
    states = desk.board.fax(FaxId("1")).state, desk.board.fax(FaxId("2")).state
    expected = {Qt.Key.Key_Escape: FaxState.ENDED, Qt.Key.Key_Return: FaxState.STOPPING}
    assert states == (expected.get(key, FaxState.RETRYING), FaxState.RETRYING)


def test_the_menu_key_is_for_the_row_with_the_cursor_where_none_is_selected(desk: Desk) -> None:
    desk.add("1", "2")
    desk.table.select((FaxId("2"),))
    desk.table.clearSelection()
    desk.table.customContextMenuRequested.disconnect()
    desk.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert desk.selected() == ["2"]


def test_an_empty_table_says_why(desk: Desk, qtbot: QtBot) -> None:
    assert desk.table.why_empty().startswith("No faxes in the list yet.")
    desk.table.set_filter("nothing")
    assert desk.table.why_empty().startswith("No faxes in the list yet.")
    with qtbot.waitSignal(desk.table.shown_changed):
        desk.rig.controller.add([FaxId("1")])
    assert desk.table.why_empty() == "No fax matches the filter."
    assert (desk.table.shown_count, desk.table.hidden_count) == (0, 1)
    before = desk.table.viewport().grab().toImage()
    desk.table.set_filter("")
    assert (desk.table.shown_count, desk.table.hidden_count) == (1, 0)
    assert desk.table.viewport().grab().toImage() != before
    assert desk.table.current_id() is None


def test_what_was_just_added_is_seen_whatever_the_filter_is(desk: Desk) -> None:
    desk.add("11", "12")
    desk.table.set_filter("11")
    desk.add("34", "12")
    assert [row[Column.FAX_ID] for row in desk.rows()] == ["11", "12", "34"]
    assert desk.selected() == ["12", "34"]
    desk.table.set_filter("12")
    assert [row[Column.FAX_ID] for row in desk.rows()] == ["12"]


def test_stopping_what_the_filter_shows_does_not_hide_it(desk: Desk) -> None:
    desk.add("1", "2")
    desk.table.set_filter("waiting")
    desk.table.selectAll()
    desk.press("Stop selected")
    desk.answer("1", STOPPED)
    assert [row[Column.STATUS] for row in desk.rows()] == ["Stopped", "Stopping…"]
    assert desk.selected() == ["1", "2"]


def test_typing_in_the_filter_does_little_work_for_ten_thousand_faxes(desk: Desk) -> None:
    """What is searched of a fax is put together once, not at each key."""
    ids = [FaxId(str(number)) for number in range(1, 10_001)]
    desk.controller.add(ids)
    desk.table.set_filter("9")
    looked_at = 0
    fax = desk.board.fax

    def counting(fax_id: FaxId) -> FaxRecord:
        nonlocal looked_at
        looked_at += 1
        return fax(fax_id)

    desk.board.fax = counting  # type: ignore[method-assign]
    moved: list[object] = []
    for signal in (desk.table.model().rowsInserted, desk.table.model().rowsRemoved):
        signal.connect(lambda *_: moved.append(1))
    for text in ("99", "999", "99", "9", ""):
        desk.table.set_filter(text)
    assert looked_at == 0
    assert len(moved) <= 5 * MOST_STEPS
    assert desk.table.shown_count == 10_000


def test_the_table_follows_the_language(desk: Desk) -> None:
    desk.table.setAccessibleName("")
    desk.table.columns_menu.setTitle("")
    desk.table.sort_menu.setTitle("")
    QApplication.sendEvent(desk.table, QEvent(QEvent.Type.LanguageChange))
    assert desk.table.accessibleName() == "Faxes"
    assert desk.table.columns_menu.title() == "Columns"
    assert desk.table.sort_menu.title() == "Sort by"


# Sorting by keyboard


def sorting(desk: Desk) -> tuple[Column, Qt.SortOrder]:
    header = desk.table.horizontalHeader()
    return Column(header.sortIndicatorSection()), header.sortIndicatorOrder()


def choose_sorting(desk: Desk, words: str) -> list[str]:
    """Choose a line of the menu; return what it offers, that by which is sorted in brackets."""
    menu = desk.table.sort_menu
    menu.aboutToShow.emit()
    offered = {plain(action.text()): action for action in menu.actions() if action.text()}
    shown = [f"[{name}]" if action.isChecked() else name for name, action in offered.items()]
    offered[words].trigger()
    return shown


def test_the_keyboard_sorts_from_the_menu_of_the_account(wide: Desk) -> None:
    wide.add("2", "1", "3")
    menu = wide.window.account.menu()
    assert wide.table.sort_menu.menuAction() in menu.actions()
    assert choose_sorting(wide, "Fax ID") == [
        "Status",
        "Fax ID",
        "To",
        "Subject",
        "[Queued]",
        "Pages",
        "SRFax said",
        "Attempts",
        "The other way round",
    ]
    assert [row[Column.FAX_ID] for row in wide.rows()] == ["1", "2", "3"]
    choose_sorting(wide, "The other way round")
    assert [row[Column.FAX_ID] for row in wide.rows()] == ["3", "2", "1"]
    choose_sorting(wide, "Fax ID")  # it is already: nothing turns round by itself
    assert sorting(wide) == (Column.FAX_ID, Qt.SortOrder.DescendingOrder)
    choose_sorting(wide, "The other way round")
    assert sorting(wide) == (Column.FAX_ID, Qt.SortOrder.AscendingOrder)
    choose_sorting(wide, "Queued")
    assert sorting(wide) == NEWEST_FIRST


def test_what_the_keyboard_sorts_by_is_a_column_that_is_shown(wide: Desk) -> None:
    choose_column(wide, "Subject")
    choose_column(wide, "From")
    offered = choose_sorting(wide, "From")
    assert "Subject" not in offered
    assert sorting(wide) == (Column.FROM, Qt.SortOrder.AscendingOrder)


# In view


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
    desk.table.sortByColumn(Column.FAX_ID, Qt.SortOrder.AscendingOrder)
    choose_column(desk, "To")
    choose_column(desk, "From")
    desk.window.resize(780, 560)
    kept = desk.window.kept_looks()
    assert all(text.isascii() for text in kept.values())
    again = Desk(qtbot, theme, rig=desk.rig, kept=kept)
    again.show()
    assert again.table.horizontalHeader().sectionSize(Column.FAX_ID) == 222
    assert [row[Column.FAX_ID] for row in again.rows()] == ["1", "2"]
    assert again.table.horizontalHeader().sortIndicatorSection() == Column.FAX_ID
    assert chosen_columns(again) == ["Subject", "Queued", "Pages", "From", "Attempts"]
    assert (again.window.width(), again.window.height()) == (780, 560)


@pytest.mark.parametrize("nonsense", ["", "x", "AAAA", "déjà vu"])
def test_looks_that_make_no_sense_cost_nothing(qtbot: QtBot, theme: Theme, nonsense: str) -> None:
    kept = dict.fromkeys(("geometry", "splitter", "header", "new"), nonsense)
    desk = Desk(qtbot, theme, kept=kept)
    desk.show()
    desk.add("1")
    assert desk.table.columnWidth(Column.STATUS) > 100


def test_looks_that_an_older_version_kept_do_not_garble_the_columns(qtbot: QtBot, theme: Theme) -> None:
    older = QTableView()
    qtbot.addWidget(older)
    older.setModel(QStandardItemModel(0, 5))
    older.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    state = older.horizontalHeader().saveState().toBase64().toStdString()
    desk, fresh = Desk(qtbot, theme, kept={"header": state}), Desk(qtbot, theme)
    for each in (desk, fresh):
        each.show()
    assert desk.table.looks() == fresh.table.looks()
    assert [desk.table.columnWidth(column) for column in Column] == [
        fresh.table.columnWidth(column) for column in Column
    ]


# Columns


def column_actions(desk: Desk) -> dict[str, QAction]:
    """What the menu of the headings offers, by the first words of each line."""
    header = desk.table.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert menu is desk.table.columns_menu
    menu.close()
    return {plain(action.text()).partition(" (")[0]: action for action in menu.actions()}


def choose_column(desk: Desk, name: str) -> None:
    column_actions(desk)[name].trigger()


def chosen_columns(desk: Desk) -> list[str]:
    return [name for name, action in column_actions(desk).items() if action.isChecked()]


def shown_columns(desk: Desk) -> set[Column]:
    return {column for column in Column if not desk.table.isColumnHidden(column)}


@pytest.fixture
def wide(desk: Desk) -> Desk:
    desk.window.resize(1700, 700)
    return desk


def test_the_headings_menu_chooses_the_columns(wide: Desk) -> None:
    assert list(column_actions(wide)) == ["To", "Subject", "Queued", "Pages", "From", "Account", "Attempts"]
    assert chosen_columns(wide) == ["To", "Subject", "Queued", "Pages", "Attempts"]
    assert shown_columns(wide) == AT_FIRST
    choose_column(wide, "From")
    choose_column(wide, "Subject")
    assert shown_columns(wide) == (AT_FIRST | {Column.FROM}) - {Column.SUBJECT}
    assert wide.table.columns_menu.title() == "Columns"


def test_in_a_narrow_window_columns_give_way_and_come_back(wide: Desk) -> None:
    before = wide.table.looks()
    wide.window.resize(800, 700)
    wide.settle()
    assert shown_columns(wide) == {Column.STATUS, Column.FAX_ID, Column.TO, Column.SAID, Column.ACTION}
    assert wide.table.horizontalScrollBar().maximum() == 0
    assert plain(column_actions(wide)["Subject"].text()) == "Subject (no room for it now)"
    assert plain(column_actions(wide)["From"].text()) == "From"
    assert wide.table.looks() == before, "it is no choice of the user's"
    wide.window.resize(1700, 700)
    assert shown_columns(wide) == AT_FIRST
    assert plain(column_actions(wide)["Subject"].text()) == "Subject"


@pytest.mark.parametrize("width", [800, 1080, 1240, 1700])
def test_the_columns_fill_the_table_with_and_without_its_scroll_bar(desk: Desk, width: int) -> None:
    desk.window.resize(width, 600)
    desk.add("1")
    few = [desk.table.columnWidth(column) for column in Column if column is not Column.ACTION]
    assert desk.table.horizontalHeader().length() == desk.table.viewport().width()
    desk.add(*map(str, range(2, 90)))
    assert desk.table.verticalScrollBar().isVisible()
    assert desk.table.horizontalHeader().length() == desk.table.viewport().width()
    assert [desk.table.columnWidth(column) for column in Column if column is not Column.ACTION] == few


def test_a_column_that_is_dragged_takes_its_room_from_what_srfax_said(wide: Desk) -> None:
    header = wide.table.horizontalHeader()
    said = header.sectionSize(Column.SAID)
    header.resizeSection(Column.FAX_ID, header.sectionSize(Column.FAX_ID) + 30)
    assert header.sectionSize(Column.SAID) == said - 30
    header.resizeSection(Column.FAX_ID, 1500)
    wide.settle()
    assert shown_columns(wide) == AT_FIRST, "nothing gives way under the mouse"
    assert header.sectionSize(Column.SAID) > 80
    assert wide.table.horizontalScrollBar().maximum() > 0


def test_a_larger_font_makes_wider_columns(wide: Desk) -> None:
    before = wide.table.columnWidth(Column.TO)
    font = wide.table.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    wide.table.setFont(font)
    assert wide.table.columnWidth(Column.TO) > before * 1.2


def test_a_column_that_is_hidden_does_not_go_on_sorting(wide: Desk) -> None:
    wide.table.sortByColumn(Column.SUBJECT, Qt.SortOrder.AscendingOrder)
    choose_column(wide, "Subject")
    header = wide.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == NEWEST_FIRST
    choose_column(wide, "Queued")
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == NEWEST_FIRST


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


def test_a_pill_that_is_too_narrow_shows_the_words_that_matter(wide: Desk) -> None:
    """Cut off, `Stopped – some pages were sent · confirmed 10:42:07` would say too little of both."""
    wide.add("1")
    wide.table.clearSelection()
    wide.rig.ask("1")
    wide.answer("1", STOPPED)
    header = wide.table.horizontalHeader()

    def pill(room: int) -> QImage:
        header.resizeSection(Column.STATUS, room)
        return wide.table.viewport().grab(wide.cell_rect("1", Column.STATUS)).toImage()

    plain = {room: pill(room) for room in (130, 300)}
    put(wide.rig, replace(wide.board.fax(FaxId("1")), check=FaxCheck(ADDED_AT, Verdict.CONFIRMED)))
    assert wide.row("1")[Column.STATUS].startswith("Stopped · confirmed ")
    assert pill(130) == plain[130]
    assert pill(300) != plain[300]


def test_a_first_window_fits_the_screen_with_every_button_on_it(desk: Desk) -> None:
    """On a laptop at 150 % there is little more than 900 by 500: no button may lie beyond the edge."""
    available = QGuiApplication.primaryScreen().availableGeometry()
    assert available.width() < 1000, "this screen is too large to show anything"
    assert desk.window.width() <= available.width()
    assert desk.window.height() <= available.height()
    desk.add("1")
    assert desk.table.viewport().rect().contains(desk.cell_rect("1", Column.ACTION))


def test_a_row_is_read_as_a_sentence(desk: Desk) -> None:
    desk.add("31524120")
    learn(desk.rig, "31524120", to_number="16045550123", subject="Referral")
    desk.rig.ask("31524120")
    desk.answer("31524120", CONVERTING)
    model = desk.table.model()
    words = model.data(model.index(0, Column.STATUS), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert words == (
        "Fax 31524120: Retrying in 10 s. To 1 604 555 0123, Referral. "
        "SRFax said: Unable to Cancel Fax. 1 attempt."
    )


def test_the_sentence_of_a_row_has_what_srfax_says_against_the_stop(desk: Desk) -> None:
    desk.add("31524120")
    check = FaxCheck(ADDED_AT, Verdict.CONTRADICTED, status_text="Sent")
    fax = desk.board.fax(FaxId("31524120"))
    put(desk.rig, replace(fax, state=FaxState.NOT_CONFIRMED, result="Fax Cancelled", check=check))
    model = desk.table.model()
    words = model.data(model.index(0, Column.STATUS), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "SRFax said: Fax Cancelled · afterwards: Sent." in words


def test_no_sentence_of_a_row_ends_twice(desk: Desk) -> None:
    desk.add("1")
    desk.rig.ask("1")
    model = desk.table.model()
    words = model.data(model.index(0, Column.STATUS), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert words == "Fax 1: Stopping… 1 attempt."
