# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Nothing typed about a call is lost or lands with another fax, and the steps are there when they count."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.ui.call_fields import PAUSE_MS
from srfax_desktop.ui.local_time import moment_to_the_minute
from srfax_desktop.ui.what_now import WhatNow
from tests.core.incidents import CHECK, FAX, NOTES, SENT_ALL_THE_SAME, START

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

W = TypeVar("W", bound=QWidget)

EMPTY = replace(FAX, notes=None)
OTHER = replace(EMPTY, fax_id=FaxId("31524121"))
PAGES_WENT = {FaxState.PARTIALLY_SENT, FaxState.ALREADY_SENT, FaxState.SENT_ANYWAY}


class Pane:
    """The widget in a window, with the hands of who writes, and what was handed over."""

    def __init__(self, qtbot: QtBot, size: QSize | None = None) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.widget = WhatNow(lambda: START)
        if size:
            self.widget.setFixedSize(size)
        self.elsewhere = QPushButton("elsewhere")
        column = QVBoxLayout(self.window)
        column.addWidget(self.widget)
        column.addWidget(self.elsewhere)
        self.handed: list[tuple[str, CallNotes]] = []
        self.widget.notes_changed.connect(lambda fax_id, notes: self.handed.append((fax_id, notes)))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def spoke_to(self) -> QLineEdit:
        return self._named(QLineEdit, "Spoke to")

    @property
    def when(self) -> QLineEdit:
        return self._named(QLineEdit, "When")

    @property
    def notes(self) -> QPlainTextEdit:
        return self._named(QPlainTextEdit, "Notes")

    @property
    def now(self) -> QPushButton:
        return self._named(QPushButton, "Now")

    def shown(self) -> CallNotes:
        return CallNotes(self.spoke_to.text(), self.when.text(), self.notes.toPlainText())

    def words(self) -> list[str]:
        return [label.text() for label in self.widget.findChildren(QLabel) if label.isVisible()]

    def write(self, field: QWidget, text: str) -> None:
        field.setFocus()
        QTest.keyClicks(field, text)

    def _named(self, kind: type[W], name: str) -> W:
        (found,) = [each for each in self.widget.findChildren(kind) if each.accessibleName() == name]
        return found


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> Pane:
    opened = Pane(qtbot)
    opened.widget.show_fax(EMPTY)
    return opened


# When it is there


@pytest.mark.parametrize("state", FaxState)
def test_it_is_there_where_pages_went_out(pane: Pane, state: FaxState) -> None:
    pane.widget.show_fax(replace(EMPTY, state=state))
    assert pane.widget.isVisible() is (state in PAGES_WENT)


def test_it_is_there_where_the_lists_contradict_the_stop_and_does_not_say_that_pages_went(pane: Pane) -> None:
    pane.widget.show_fax(replace(EMPTY, state=FaxState.NOT_CONFIRMED, check=SENT_ALL_THE_SAME))
    assert pane.widget.isVisible()
    assert "Pages may have gone out: what to do now" in pane.words()
    pane.widget.show_fax(replace(EMPTY, state=FaxState.NOT_CONFIRMED, check=CHECK))
    assert not pane.widget.isVisible()


def test_what_was_written_down_stays_in_sight_without_steps_that_do_not_fit(pane: Pane) -> None:
    pane.widget.show_fax(replace(FAX, state=FaxState.RETRYING))
    assert pane.widget.isVisible()
    assert pane.words() == ["Notes on the call", "Spoke to", "When", "Notes"]
    assert pane.shown() == NOTES


def test_without_a_fax_it_is_gone(pane: Pane) -> None:
    pane.widget.show_fax(None)
    assert not pane.widget.isVisible()


def test_the_steps_in_their_order(pane: Pane) -> None:
    assert pane.words() == [
        "Pages went out: what to do now",
        *("1.", "Call the recipient."),
        *("2.", "Ask them to destroy the pages and to confirm it."),
        *("3.", "Write down whom you spoke to, and when."),
        *("4.", "Tell your privacy officer."),
        "This is guidance, not legal advice.",
        *("Spoke to", "When", "Notes"),
    ]


# Handing over


def test_what_was_typed_is_handed_over_when_the_typing_pauses(pane: Pane, qtbot: QtBot) -> None:
    begun = time.monotonic()
    pane.write(pane.spoke_to, "Dana")
    assert pane.handed == []
    qtbot.waitUntil(lambda: bool(pane.handed), timeout=5 * PAUSE_MS)
    assert time.monotonic() - begun >= PAUSE_MS / 1000 * 0.9
    assert pane.handed == [(EMPTY.fax_id, CallNotes("Dana"))]
    qtbot.wait(round(1.5 * PAUSE_MS))
    assert len(pane.handed) == 1


@pytest.mark.parametrize("name", ["spoke_to", "when", "notes"])
def test_it_is_handed_over_at_once_when_the_focus_leaves(pane: Pane, name: str) -> None:
    pane.write(getattr(pane, name), "x")
    pane.elsewhere.setFocus()
    assert pane.handed == [(EMPTY.fax_id, CallNotes(**{name: "x"}))]


def test_it_is_handed_over_to_its_own_fax_when_another_one_is_shown(pane: Pane) -> None:
    pane.write(pane.notes, "about the first")
    pane.widget.show_fax(replace(OTHER, notes=NOTES))
    assert pane.handed == [(EMPTY.fax_id, CallNotes(notes="about the first"))]
    assert pane.shown() == NOTES
    pane.elsewhere.setFocus()
    assert len(pane.handed) == 1


@pytest.mark.parametrize("shown", [None, replace(OTHER, state=FaxState.STOPPED)])
def test_it_is_handed_over_when_it_is_about_to_be_hidden(pane: Pane, shown: FaxRecord | None) -> None:
    pane.write(pane.notes, "about the first")
    pane.widget.show_fax(shown)
    assert pane.handed == [(EMPTY.fax_id, CallNotes(notes="about the first"))]
    assert pane.shown() == CallNotes()


def test_it_is_handed_over_when_the_program_closes(pane: Pane) -> None:
    pane.write(pane.notes, "last words")
    pane.widget.flush()
    pane.widget.flush()
    assert pane.handed == [(EMPTY.fax_id, CallNotes(notes="last words"))]


def test_what_was_not_changed_is_not_handed_over(pane: Pane, qtbot: QtBot) -> None:
    pane.widget.show_fax(FAX)
    pane.notes.setFocus()
    pane.elsewhere.setFocus()
    pane.write(pane.spoke_to, "x")
    QTest.keyClick(pane.spoke_to, Qt.Key.Key_Backspace)
    pane.widget.flush()
    qtbot.wait(round(1.5 * PAUSE_MS))
    assert pane.handed == []


def test_what_was_taken_out_again_is_handed_over_too(pane: Pane) -> None:
    pane.widget.show_fax(FAX)
    pane.notes.clear()
    pane.widget.flush()
    assert pane.handed == [(FAX.fax_id, replace(NOTES, notes=""))]


def test_a_word_that_is_still_being_composed_is_handed_over(
    pane: Pane, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane.spoke_to.setFocus()
    QApplication.sendEvent(pane.spoke_to, QInputMethodEvent("é", []))

    class Method:
        def commit(self) -> None:
            done = QInputMethodEvent()
            done.setCommitString("é")
            QApplication.sendEvent(pane.spoke_to, done)

    monkeypatch.setattr("srfax_desktop.ui.call_fields.QGuiApplication.inputMethod", Method)
    pane.widget.show_fax(OTHER)
    assert pane.handed == [(EMPTY.fax_id, CallNotes("é"))]
    assert pane.shown() == CallNotes()


# Refreshing


def test_a_refresh_does_not_touch_what_is_being_typed(pane: Pane) -> None:
    pane.write(pane.notes, "half a sen")
    pane.widget.show_fax(replace(EMPTY, attempts=9))
    QTest.keyClicks(pane.notes, "tence")
    assert pane.shown().notes == "half a sentence"


def test_a_refresh_from_before_the_saving_does_not_take_it_back(pane: Pane) -> None:
    pane.write(pane.spoke_to, "Dana")
    pane.widget.flush()
    for notes in (None, CallNotes("Dana"), None):  # the disk may be full: the record never gets it
        pane.widget.show_fax(replace(EMPTY, notes=notes))
        assert pane.shown() == CallNotes("Dana")
    assert len(pane.handed) == 1


def test_an_echo_leaves_the_cursor_where_it_is(pane: Pane) -> None:
    pane.write(pane.spoke_to, "Dana")
    pane.spoke_to.setCursorPosition(2)
    pane.widget.flush()
    pane.widget.show_fax(replace(EMPTY, notes=CallNotes("Dana")))
    QTest.keyClicks(pane.spoke_to, "x")
    assert pane.spoke_to.text() == "Daxna"


def test_what_was_written_elsewhere_is_shown_unless_something_is_being_typed(pane: Pane) -> None:
    pane.widget.show_fax(replace(EMPTY, notes=CallNotes("elsewhere")))
    assert pane.shown() == CallNotes("elsewhere")
    pane.write(pane.notes, "typed")
    pane.widget.show_fax(replace(EMPTY, notes=CallNotes("elsewhere again")))
    assert pane.shown() == CallNotes("elsewhere", notes="typed")


def test_the_same_notes_for_another_fax_are_no_echo(pane: Pane) -> None:
    pane.write(pane.spoke_to, "Dana")
    pane.widget.show_fax(OTHER)
    pane.widget.show_fax(replace(OTHER, notes=CallNotes("Dana")))
    assert pane.shown() == CallNotes("Dana")


def test_a_fax_put_on_the_list_anew_does_not_get_the_old_notes(pane: Pane) -> None:
    pane.widget.show_fax(FAX)
    pane.widget.show_fax(replace(EMPTY, added_at=FAX.added_at + timedelta(hours=1)))
    assert pane.shown() == CallNotes()
    pane.widget.flush()
    assert pane.handed == []


def test_undoing_does_not_bring_back_what_belongs_to_another_fax(pane: Pane) -> None:
    pane.widget.show_fax(FAX)
    for field in (pane.spoke_to, pane.notes):
        pane.write(field, "x")
    pane.widget.show_fax(OTHER)
    pane.handed.clear()
    for field in (pane.spoke_to, pane.when, pane.notes):
        field.undo()
    pane.widget.flush()
    assert pane.handed == []
    assert pane.shown() == CallNotes()


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.sampled_from(["spoke_to", "when", "notes"]), st.sampled_from("abc")),
        st.tuples(st.just("show"), st.sampled_from(["1", "2", ""]), st.booleans()),
        st.tuples(st.sampled_from(["flush", "leave", "refresh"]), st.just(""), st.just("")),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOVES)
def test_whatever_is_done_each_fax_has_what_was_typed_for_it(
    qtbot: QtBot, theme: Theme, moves: list[tuple[str, str, str]]
) -> None:
    """The record follows what is handed over, or lags behind it, as a disk that is full makes it."""
    pane = Pane(qtbot)
    kept = {"1": replace(EMPTY, fax_id=FaxId("1")), "2": replace(EMPTY, fax_id=FaxId("2"))}
    typed = {"1": CallNotes(), "2": CallNotes()}
    pane.widget.notes_changed.connect(
        lambda fax_id, notes: kept.update({fax_id: replace(kept[fax_id], notes=notes)})
    )
    shown = ""
    for what, where, detail in moves:
        match what:
            case "type" if shown:
                field = getattr(pane, where)
                field.setFocus()
                QTest.keyClicks(field, detail)
                typed[shown] = pane.shown()
            case "show":
                shown = where
                pane.widget.show_fax(kept.get(shown))
            case "refresh":
                pane.widget.show_fax(kept.get(shown))
            case "leave":
                pane.elsewhere.setFocus()
            case "flush":
                pane.widget.flush()
        if shown:
            assert pane.shown() == typed[shown]
    pane.widget.flush()
    assert {fax_id: fax.notes or CallNotes() for fax_id, fax in kept.items()} == typed


# The present time


def test_now_fills_in_the_present_time_and_hands_it_over(pane: Pane) -> None:
    QTest.mouseClick(pane.now, Qt.MouseButton.LeftButton)
    assert pane.when.text() == moment_to_the_minute(START)
    assert pane.handed == [(EMPTY.fax_id, CallNotes(when=moment_to_the_minute(START)))]


def test_what_stood_there_before_can_be_brought_back(pane: Pane) -> None:
    pane.write(pane.when, "about noon")
    QTest.mouseClick(pane.now, Qt.MouseButton.LeftButton)
    assert pane.when.text() == moment_to_the_minute(START)
    pane.when.undo()
    assert pane.when.text() == "about noon"


def test_without_a_clock_of_the_test_it_is_the_computer_s(qtbot: QtBot, theme: Theme) -> None:
    widget = WhatNow()
    qtbot.addWidget(widget)
    widget.show_fax(EMPTY)
    (when,) = [each for each in widget.findChildren(QLineEdit) if each.accessibleName() == "When"]
    (now,) = widget.findChildren(QPushButton)
    now.click()
    assert when.text().startswith("20")


# Looks


def test_tab_goes_from_top_to_bottom_and_out_of_the_notes(pane: Pane) -> None:
    pane.spoke_to.setFocus()
    passed = []
    for _ in range(5):
        widget = pane.window.focusWidget()
        assert widget is not None
        passed.append(widget.accessibleName() or "elsewhere")
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert passed == ["Spoke to", "When", "Now", "Notes", "elsewhere"]


def test_beside_the_table_it_needs_no_scrolling(qtbot: QtBot, theme: Theme) -> None:
    pane = Pane(qtbot, QSize(380, 200))
    pane.widget.show_fax(EMPTY)
    QApplication.processEvents()
    assert not pane.widget.verticalScrollBar().isVisible()
    page = pane.widget.widget()
    assert page is not None
    assert page.width() <= pane.widget.viewport().width()
    for label in pane.widget.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert pane.notes.viewport().height() >= 2 * pane.notes.fontMetrics().lineSpacing()


def test_where_it_is_smaller_the_focus_brings_a_field_into_sight(qtbot: QtBot, theme: Theme) -> None:
    pane = Pane(qtbot, QSize(280, 100))
    pane.widget.show_fax(EMPTY)
    QApplication.processEvents()
    assert pane.widget.verticalScrollBar().isVisible()
    pane.now.setFocus()
    QTest.keyClick(pane.now, Qt.Key.Key_Tab)
    assert pane.notes.hasFocus()
    top = pane.notes.mapTo(pane.widget, QPoint(0, 0)).y()
    assert 0 <= top < pane.widget.height() - 20


def test_it_follows_the_language(pane: Pane) -> None:
    for label in pane.widget.findChildren(QLabel):
        label.clear()
    QCoreApplication.sendEvent(pane.widget, QEvent(QEvent.Type.LanguageChange))
    assert "Tell your privacy officer." in pane.words()
    assert "Spoke to" in pane.words()


def test_it_asks_for_the_room_that_it_needs(pane: Pane) -> None:
    page = pane.widget.widget()
    assert page is not None
    assert pane.widget.sizeHint() == page.sizeHint()
