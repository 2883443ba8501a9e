# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The line for fax IDs: nothing that was typed or pasted is lost without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from tests.ui.desk import Desk


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def paste(desk: Desk) -> None:
    QTest.keyClick(desk.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def listed(desk: Desk) -> list[str]:
    return [row[1] for row in desk.rows()]


def test_typed_ids_are_added_and_selected(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "31524120, 31524121")
    QTest.keyClick(desk.line, Qt.Key.Key_Return)
    desk.settle()
    assert listed(desk) == desk.selected() == ["31524120", "31524121"]
    assert desk.line.text() == ""
    assert "2 added" in desk.labels()
    assert desk.line.hasFocus()


def test_the_button_does_what_enter_does(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "1")
    desk.press("Add")
    assert listed(desk) == ["1"]
    desk.press("Add")
    assert listed(desk) == ["1"]


def test_the_keypad_s_enter_adds_too(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "1")
    QTest.keyClick(desk.line, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert listed(desk) == ["1"]


def test_every_piece_is_accounted_for(desk: Desk) -> None:
    desk.add("1", "2")
    desk.type_ids("3 2 3 abc 20180101230101-8812-34_0|31524120 4;5")
    assert listed(desk) == ["1", "2", "3", "31524120", "4", "5"]
    assert (
        "4 added · already in the list: 2 · given twice, added once: 3 · not a fax ID: abc" in desk.labels()
    )
    assert desk.line.text() == "abc"


def test_what_was_already_listed_is_selected_so_that_it_can_be_stopped(desk: Desk) -> None:
    desk.add("1", "2", "3")
    desk.add("2")
    assert desk.selected() == ["2"]


def test_a_pasted_column_is_taken_at_once(desk: Desk) -> None:
    ids = [str(number) for number in range(10_000_000, 10_005_000)]
    copy("\r\n".join([*ids, "Total: x"]))
    paste(desk)
    assert listed(desk) == ids
    assert desk.line.text() == "Total: x"
    assert "5000 added · not a fax ID: Total:, x" in desk.labels()


def test_a_pasted_single_id_waits_for_enter(desk: Desk) -> None:
    copy("31524120")
    paste(desk)
    assert listed(desk) == []
    assert desk.line.text() == "31524120"


def test_a_list_pasted_by_mouse_or_menu_is_read_as_one(desk: Desk) -> None:
    copy("1\n2\r\n3\t4")
    desk.line.paste()
    QTest.keyClick(desk.line, Qt.Key.Key_Return)
    assert listed(desk) == ["1", "2", "3", "4"]


def test_what_was_typed_before_a_list_is_pasted_is_not_lost(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "31524120")
    copy("31524121\n31524122")
    paste(desk)
    assert listed(desk) == ["31524120", "31524121", "31524122"]


def test_a_list_pasted_into_the_middle_makes_no_new_number(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "1122")
    desk.line.setCursorPosition(2)
    copy("7\n8")
    paste(desk)
    assert listed(desk) == ["11", "7", "8", "22"]


def test_a_list_pasted_over_a_selection_takes_its_place(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "1122")
    desk.line.selectAll()
    copy("7\n8")
    paste(desk)
    assert listed(desk) == ["7", "8"]


def test_what_is_being_typed_survives_what_is_added_from_elsewhere(desk: Desk) -> None:
    QTest.keyClicks(desk.line, "3152")
    desk.window.add_text("1 oops 2")
    assert listed(desk) == ["1", "2"]
    assert desk.line.text().split() == ["oops", "3152"]


def test_typing_does_not_ask_for_the_clipboard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On X11 each question goes to another program, and waits for it."""

    def asked(*_: object) -> str:
        pytest.fail("the clipboard was asked")

    monkeypatch.setattr(QClipboard, "text", asked)
    QTest.keyClicks(desk.line, "12")
    assert desk.line.text() == "12"


def test_the_report_is_said_aloud(desk: Desk, said: list[str]) -> None:
    desk.add("1", "x")
    assert said == ["1 added · not a fax ID: x"]


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_5])
def test_an_alt_key_whose_button_is_off_leaves_nothing_in_the_line(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.line, key, Qt.KeyboardModifier.AltModifier)
    assert desk.line.text() == ""


def test_a_screen_reader_hears_with_the_line_what_it_did_not_take(desk: Desk) -> None:
    hint = desk.line.accessibleDescription()
    desk.type_ids("zzz")
    assert "not a fax ID: zzz" in desk.line.accessibleDescription()
    assert desk.line.accessibleDescription().endswith(hint)
    desk.line.clear()
    desk.type_ids("1")
    assert desk.line.accessibleDescription() == hint


def test_the_button_in_the_line_has_a_name(desk: Desk) -> None:
    desk.line.setText("1")
    assert [clear.accessibleName() for clear in desk.line.findChildren(QToolButton)] == ["Clear the line"]
