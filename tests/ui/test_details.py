# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The details of a fax that SRFax's lists told of, and the notes on a call that nothing may lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import StopAnswer, StopOutcome
from srfax_desktop.ui.fax_facts import facts_words
from tests.engine.rig import STOPPED
from tests.ui.listed import learn, told

if TYPE_CHECKING:
    from tests.ui.desk import Desk

PARTLY = StopAnswer(StopOutcome.PARTIALLY_SENT, "Fax cancelled but partially sent", "Success")
ONE = FaxId("1")
SELECT_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def test_the_facts_stand_in_one_line() -> None:
    fax = told(
        "1",
        to_number="16045550123",
        subject="Referral",
        pages=3,
        sender="office@example.com",
        document="20260301100000-8812-42_0",
    )
    words = facts_words(fax)
    assert words.startswith("To 1 604 555 0123 · Referral · 3 pages · queued ")
    assert words.endswith(" · from office@example.com")
    assert facts_words(told("1", pages=1)) == "1 page"
    assert facts_words(told("1")) == ""
    assert facts_words(None) == ""


def test_the_details_tell_the_facts_as_soon_as_they_are_known(desk: Desk) -> None:
    desk.add("1")
    assert "Referral" not in desk.labels()
    learn(desk.rig, "1", subject="Referral")
    desk.settle()
    assert "Referral" in desk.labels()


def test_a_row_that_is_selected_without_the_cursor_is_the_one_shown(desk: Desk) -> None:
    desk.add("1", "2", "3")
    desk.table.clearSelection()
    desk.table.setCurrentIndex(QModelIndex())
    desk.table.selectionModel().select(desk.table.model().index(1, 0), SELECT_ROW)  # as a screen reader does
    desk.settle()
    assert any(words.startswith("Fax 2: ") for words in desk.labels())


def test_a_cursor_that_is_moved_without_selecting_is_followed(desk: Desk) -> None:
    desk.add("1", "2", "3")
    desk.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert desk.selected() == ["1", "2", "3"]
    assert any(words.startswith("Fax 3: ") for words in desk.labels())


def partly_sent(desk: Desk, *fax_ids: str) -> None:
    desk.add(*fax_ids)
    desk.press("Stop selected")
    for fax_id in fax_ids:
        desk.answer(fax_id, PARTLY)
    desk.table.select((FaxId(fax_ids[0]),))
    desk.settle()


def write(desk: Desk, text: str) -> None:
    QTest.keyClicks(desk.named(QPlainTextEdit, "Notes"), text)


def test_what_to_do_stands_beside_a_fax_of_which_pages_went(desk: Desk) -> None:
    partly_sent(desk, "1")
    assert desk.named(QLineEdit, "Spoke to").isVisible()
    assert any("legal advice" in words for words in desk.labels())


def test_a_fax_that_was_stopped_needs_no_advice(desk: Desk) -> None:
    desk.add("1")
    desk.press("Stop selected")
    desk.answer("1", STOPPED)
    assert not desk.named(QLineEdit, "Spoke to").isVisible()


def test_notes_are_saved_with_the_fax(desk: Desk) -> None:
    partly_sent(desk, "1")
    QTest.keyClicks(desk.named(QLineEdit, "Spoke to"), "Ms Roy")
    write(desk, "destroyed")
    desk.qtbot.waitUntil(lambda: desk.board.fax(ONE).notes == CallNotes("Ms Roy", "", "destroyed"))
    assert desk.rig.store.faxes[ONE].notes == CallNotes("Ms Roy", "", "destroyed")
    assert "noted" in desk.rig.events("1")


def test_closing_keeps_what_was_just_typed(desk: Desk) -> None:
    partly_sent(desk, "1")
    write(desk, "destroyed")
    desk.window.close()
    assert desk.rig.store.faxes[ONE].notes == CallNotes("", "", "destroyed")


def test_choosing_another_fax_keeps_what_was_typed_for_the_first(desk: Desk) -> None:
    partly_sent(desk, "1", "2")
    write(desk, "destroyed")
    desk.table.select((FaxId("2"),))
    desk.settle()
    assert desk.board.fax(ONE).notes == CallNotes("", "", "destroyed")
    assert desk.board.fax(FaxId("2")).notes is None
    assert desk.named(QPlainTextEdit, "Notes").toPlainText() == ""


def test_taking_a_fax_off_the_list_notes_first_what_was_typed(desk: Desk) -> None:
    partly_sent(desk, "1")
    write(desk, "destroyed")
    desk.key(Qt.Key.Key_Delete)
    assert desk.rig.events("1")[-2:] == ["noted", "removed"]


def test_the_record_of_the_chosen_fax_is_asked_for(desk: Desk) -> None:
    wanted: list[list[str]] = []
    desk.window.record_wanted.connect(wanted.append)
    partly_sent(desk, "1", "2")
    desk.press("Incident record")
    assert wanted == [["1"]]
    desk.table.selectAll()
    QTest.keyClick(desk.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert sorted(wanted[1]) == ["1", "2"]
