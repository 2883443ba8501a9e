# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Each key of the table does what the table says, and the list of keys shows the table."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QTreeWidget, QWidget

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui import keys_dialog
from srfax_desktop.ui.details_pane import DetailsPane
from srfax_desktop.ui.filter_line import FilterLine
from srfax_desktop.ui.footer import Footer
from srfax_desktop.ui.guide_desk import GuideDesk
from srfax_desktop.ui.guide_window import GuideWindow
from srfax_desktop.ui.keys import KEYS, Does, Where, does_words, where_words
from srfax_desktop.ui.keys_dialog import KeysDialog, has_letters
from srfax_desktop.ui.list_bar import ListBar
from srfax_desktop.ui.notice_board import NoticeBoard
from tests.engine.rig import CONVERTING, UNREACHABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme
    from tests.ui.desk import Desk
    from tests.ui.history_desk import Reading


@pytest.fixture(autouse=True)
def _own_clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def hit(desk: Desk, does: Does, on: QWidget | None = None) -> None:
    """Press a key of the table, where it is heard, as the table has it."""
    (key,) = [each for each in KEYS if each.does is does]
    QTest.keySequence(on or desk.table, key.sequences()[0])
    desk.settle()


def in_table(desk: Desk, *fax_ids: str) -> None:
    desk.add(*fax_ids)
    desk.table.setFocus()


def counting_down(desk: Desk, *fax_ids: str) -> None:
    desk.rig.ask(*fax_ids)
    for fax_id in fax_ids:
        desk.answer(fax_id, CONVERTING)
    desk.table.selectAll()
    desk.table.setFocus()


# Each key


def guide(desk: Desk) -> None:
    in_table(desk, "1")
    with desk.qtbot.waitSignal(desk.window.guide_wanted) as told:
        hit(desk, Does.GUIDE)
    assert told.args == ["waiting"]
    desk.table.clearSelection()
    with desk.qtbot.waitSignal(desk.window.guide_wanted) as told:
        hit(desk, Does.GUIDE)
    assert told.args == [""]


def find(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.window.find_wanted):
        hit(desk, Does.FIND)


def filter_(desk: Desk) -> None:
    hit(desk, Does.FILTER)
    assert desk.only(FilterLine).hasFocus()


def paste(desk: Desk) -> None:
    in_table(desk, "1")
    copy("31524120\nx.pdf|31524121")
    hit(desk, Does.PASTE)
    assert {row[1] for row in desk.rows()} == {"1", "31524120", "31524121"}


def clipboard(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.window.clipboard_import_wanted):
        hit(desk, Does.CLIPBOARD)


def import_(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.window.import_wanted):
        hit(desk, Does.IMPORT)


def history(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.window.history_wanted):
        hit(desk, Does.HISTORY)


def settings(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.window.account.settings_pressed):
        hit(desk, Does.SETTINGS)


def record(desk: Desk) -> None:
    in_table(desk, "1")
    with desk.qtbot.waitSignal(desk.window.record_wanted):
        hit(desk, Does.RECORD)


def areas_in_turn(desk: Desk, does: Does) -> list[type[QWidget]]:
    found = []
    for _ in range(7):
        focused = QApplication.focusWidget()
        assert focused is not None
        hit(desk, does, focused)
        focused = QApplication.focusWidget()
        assert focused is not None
        parts = (desk.only(part) for part in (NoticeBoard, ListBar, DetailsPane, Footer))
        found += [type(part) for part in parts if part.isAncestorOf(focused)]
        found += [type(each) for each in (desk.line, desk.table) if each is focused]
    return found


def next_area(desk: Desk) -> None:
    desk.add("1")
    desk.window.notices.tell("something")
    desk.line.setFocus()
    line, table = type(desk.line), type(desk.table)
    assert areas_in_turn(desk, Does.NEXT_AREA) == [
        ListBar,
        table,
        DetailsPane,
        Footer,
        NoticeBoard,
        line,
        ListBar,
    ]


def previous_area(desk: Desk) -> None:
    desk.add("1")  # without a banner: that part is left out
    desk.line.setFocus()
    line, table = type(desk.line), type(desk.table)
    assert areas_in_turn(desk, Does.PREVIOUS_AREA) == [
        Footer,
        DetailsPane,
        table,
        ListBar,
        line,
        Footer,
        DetailsPane,
    ]


def test_from_between_two_parts_it_goes_to_the_next_of_them(desk: Desk) -> None:
    """The buttons beside the line belong to no part: after them comes the filter, before them the line."""
    desk.add("1")
    for does, expected in ((Does.NEXT_AREA, desk.only(FilterLine)), (Does.PREVIOUS_AREA, desk.line)):
        desk.window.help.setFocus()
        hit(desk, does, desk.window.help)
        assert QApplication.focusWidget() is expected


def quit_(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.window.close_wanted):
        hit(desk, Does.QUIT)


def enter_ids(desk: Desk) -> None:
    desk.line.setText("1 2")
    hit(desk, Does.ENTER_IDS, desk.line)
    assert len(desk.rows()) == 2


def to_the_found(desk: Desk) -> None:
    desk.only(FilterLine).setFocus()
    hit(desk, Does.TO_THE_FOUND, desk.only(FilterLine))
    assert desk.table.hasFocus()


def leave_filter(desk: Desk) -> None:
    line = desk.only(FilterLine)
    line.setFocus()
    line.setText("abc")
    hit(desk, Does.LEAVE_FILTER, line)
    assert line.text() == ""
    assert desk.table.hasFocus()


def act(desk: Desk) -> None:
    in_table(desk, "1")
    hit(desk, Does.ACT)
    assert desk.rig.under_way == ["1"]


def end_retry(desk: Desk) -> None:
    counting_down(desk, "1")
    hit(desk, Does.END_RETRY)
    assert desk.rig.status("1") == "ended"


def take_off(desk: Desk) -> None:
    in_table(desk, "1", "2")
    hit(desk, Does.TAKE_OFF)
    assert desk.rows() == []


def select_all(desk: Desk) -> None:
    in_table(desk, "1", "2", "3")
    desk.table.clearSelection()
    hit(desk, Does.SELECT_ALL)
    assert len(desk.selected()) == 3


def menu(desk: Desk) -> None:
    in_table(desk, "1")
    (key,) = [each for each in KEYS if each.does is Does.MENU]
    QTest.keySequence(desk.table, key.sequences()[1])
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    opened.close()


PROOFS: dict[Does, Callable[[Desk], None]] = {
    Does.GUIDE: guide,
    Does.FIND: find,
    Does.FILTER: filter_,
    Does.PASTE: paste,
    Does.CLIPBOARD: clipboard,
    Does.IMPORT: import_,
    Does.HISTORY: history,
    Does.RECORD: record,
    Does.SETTINGS: settings,
    Does.NEXT_AREA: next_area,
    Does.PREVIOUS_AREA: previous_area,
    Does.QUIT: quit_,
    Does.ENTER_IDS: enter_ids,
    Does.TO_THE_FOUND: to_the_found,
    Does.LEAVE_FILTER: leave_filter,
    Does.ACT: act,
    Does.END_RETRY: end_retry,
    Does.TAKE_OFF: take_off,
    Does.SELECT_ALL: select_all,
    Does.MENU: menu,
}


@pytest.mark.parametrize("does", list(Does))
def test_each_key_does_what_the_table_says(desk: Desk, does: Does) -> None:
    PROOFS[does](desk)


def test_the_window_hears_the_keys_of_the_table_and_no_others(desk: Desk) -> None:
    heard = [written(shortcut.keys()) for shortcut in desk.window.findChildren(QShortcut)]
    told = [written(key.sequences()) for key in KEYS if key.where is Where.WINDOW]
    assert sorted(heard) == sorted(told)
    assert "" not in heard


def written(keys: Sequence[QKeySequence]) -> str:
    return " ".join(key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys)


def test_no_key_is_heard_twice_in_one_place() -> None:
    for where in (Where.LINE, Where.FILTER, Where.LIST):
        here = [each for key in KEYS if key.where in (where, Where.WINDOW) for each in key.sequences()]
        assert len(here) == len(set(here))


# Escape in the list


def test_escape_ends_only_selected_faxes_that_count_down_and_says_how_to_go_back(desk: Desk) -> None:
    desk.rig.ask("1", "2", "3")
    for fax_id in ("1", "2"):
        desk.answer(fax_id, CONVERTING)
    desk.table.select((FaxId("1"), FaxId("3")))
    desk.key(Qt.Key.Key_Escape)
    assert [desk.rig.status(fax_id) for fax_id in "123"] == ["ended", "retrying", "stopping"]
    told = "Fax 1 is not tried any more and may still be going out. “Retry now” tries it again."
    assert desk.banners() == [told]
    desk.press("Retry now")
    assert desk.rig.status("1") in {"stopping", "in_line"}
    assert desk.banners() == []  # it is not true any more


def test_escape_of_several_says_so(desk: Desk) -> None:
    counting_down(desk, "1", "2")
    desk.key(Qt.Key.Key_Escape)
    assert desk.banners() == [
        "2 faxes are not tried any more and may still be going out. “Retry now” tries them again."
    ]


def test_escape_leaves_alone_what_has_no_countdown_of_its_own(desk: Desk) -> None:
    desk.rig.ask("1", "2")
    desk.answer("1", UNREACHABLE)
    desk.answer("2", UNREACHABLE)
    desk.table.selectAll()
    desk.key(Qt.Key.Key_Escape)
    assert "ended" not in {desk.rig.status("1"), desk.rig.status("2")}
    in_table(desk, "3")
    desk.key(Qt.Key.Key_Escape)
    assert desk.rig.status("3") == "waiting"


def test_a_held_escape_ends_nothing_more(desk: Desk) -> None:
    counting_down(desk, "1")
    QTest.keyPress(desk.table, Qt.Key.Key_Escape)
    desk.press("Retry now")
    desk.answer("1", CONVERTING)
    plainly = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, plainly, "", autorep=True)
    QApplication.sendEvent(desk.table, event)
    assert desk.rig.status("1") == "retrying"


# Pasting outside a field


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no number here",
        "31524120 and something",
        "31524120\t6045550123",
        "\n".join(str(31524120 + each) for each in range(60)),
        " ".join(["31524120"] * 300),
    ],
)
def test_what_is_odd_or_long_goes_to_the_import(desk: Desk, text: str) -> None:
    desk.table.setFocus()
    if text:
        copy(text)
    with desk.qtbot.waitSignal(desk.window.clipboard_import_wanted):
        hit(desk, Does.PASTE)
    assert desk.rows() == []


def test_a_copied_file_goes_to_the_import(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/31524120.csv")])
    data.setText("31524120")
    QGuiApplication.clipboard().setMimeData(data)
    with desk.qtbot.waitSignal(desk.window.clipboard_import_wanted):
        hit(desk, Does.PASTE)
    assert desk.rows() == []


def test_in_a_field_pasting_is_as_usual(desk: Desk) -> None:
    copy("31524120")
    for field in (desk.only(FilterLine), desk.line):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.text() == "31524120"
    assert desk.rows() == []


# The list of keys


@pytest.fixture
def listed(desk: Desk, qtbot: QtBot, theme: Theme, qapp: QApplication) -> KeysDialog:
    GuideDesk(qapp, desk.window, theme)
    desk.window.help.keys_pressed.emit()
    dialog = desk.only(KeysDialog)
    qtbot.waitExposed(dialog)
    return dialog


def lines(dialog: KeysDialog) -> list[tuple[str, str]]:
    (tree,) = dialog.findChildren(QTreeWidget)
    rows = [tree.model().index(row, 0) for row in range(tree.topLevelItemCount())]
    return [(str(row.data()), str(row.siblingAtColumn(1).data() or "")) for row in rows]


def test_it_lists_every_key_of_the_table(listed: KeysDialog) -> None:
    shown = lines(listed)
    for key in KEYS:
        if key.sequences():
            assert (key.shown(), does_words(key.does)) in shown
    assert [text for text, words in shown if not words] == [
        *map(where_words, Where),
        *(["Buttons and menus in view"] if has_letters() else []),
    ]


def test_where_letters_press_nothing_none_is_listed(
    listed: KeysDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on macOS."""
    assert has_letters() is (sys.platform != "darwin")
    monkeypatch.setattr(keys_dialog, "has_letters", lambda: False)
    QApplication.sendEvent(listed, QEvent(QEvent.Type.LanguageChange))
    assert [text for text, words in lines(listed) if not words] == [*map(where_words, Where)]
    assert not [shown for shown, _ in lines(listed) if shown.startswith("Alt+")]


@pytest.mark.skipif(sys.platform == "darwin", reason="no letter presses a button on macOS")
def test_it_lists_the_letters_of_the_buttons_that_are_there(desk: Desk, listed: KeysDialog) -> None:
    assert ("Alt+S", "Stop selected") in lines(listed)
    assert ("Alt+L", "Help") in lines(listed)
    alone = [words for shown, words in lines(listed) if shown.startswith("Alt+")]
    assert "Retry now, for all faxes" not in alone
    desk.rig.ask("1")
    desk.answer("1", UNREACHABLE)
    QApplication.sendEvent(listed, QEvent(QEvent.Type.LanguageChange))
    assert "Retry now, for all faxes" in [words for shown, words in lines(listed) if shown.startswith("Alt+")]


def test_it_closes_by_keyboard_and_holds_nothing_up(listed: KeysDialog, qtbot: QtBot) -> None:
    assert not listed.isModal()
    (close,) = listed.findChildren(QPushButton)
    assert close.accessibleName() == "Close"
    with qtbot.waitSignal(listed.finished):
        QTest.keyClick(listed, Qt.Key.Key_Escape)


def test_keys_are_written_as_the_system_writes_them() -> None:
    assert QKeySequence("Ctrl+F").toString(QKeySequence.SequenceFormat.NativeText) in {
        key.shown() for key in KEYS
    }


# Enter on a button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard(desk: Desk, key: Qt.Key) -> None:
    desk.add("1")
    desk.settle()
    button = desk.button("Stop selected")
    button.setFocus()
    QTest.keyClick(button, key)
    assert desk.rig.under_way == ["1"]


def test_enter_held_down_or_with_a_modifier_presses_no_button(desk: Desk) -> None:
    desk.add("1")
    desk.settle()
    button = desk.button("Stop selected")
    button.setFocus()
    plainly, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    for modifier, held in ((plainly, True), (control, False)):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifier, "", autorep=held)
        QApplication.sendEvent(button, event)
    assert desk.rig.under_way == []


def test_enter_in_the_history_presses_its_button(reading: Reading) -> None:
    close = reading.named(QPushButton, "Close")
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Return)
    assert not reading.window.isVisible()


def test_enter_in_the_guide_presses_its_button(qtbot: QtBot, theme: Theme) -> None:
    guide = GuideWindow(theme)
    qtbot.addWidget(guide)
    guide.show()
    guide.activateWindow()
    qtbot.waitUntil(guide.isActiveWindow)
    (search,) = guide.findChildren(QLineEdit)
    search.setText("fax")
    button = guide.findChildren(QPushButton)[-1]  # to the next place
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
