# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""An error in the program is told once, calmly, beside the window, and takes nothing from anybody."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from srfax_desktop.core.ports import StoreError
from srfax_desktop.engine.crash import Trouble
from srfax_desktop.ui import trouble_desk
from srfax_desktop.ui.questions import tell_cannot_start
from srfax_desktop.ui.trouble_desk import TroubleDesk
from srfax_desktop.ui.trouble_dialog import TroubleDialog
from srfax_desktop.ui.trouble_words import crashed_words
from tests.ui.desk import Desk, in_modal

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

AGAIN = "Something else went wrong inside the program."


def trouble(kind: str = "ValueError") -> Trouble:
    return Trouble(kind, "ui/x.py:1", "MainThread", datetime(2026, 11, 25, tzinfo=UTC), f"{kind}: details")


@pytest.fixture
def told(desk: Desk) -> TroubleDesk:
    return TroubleDesk(desk.window, desk.board)


def dialogs(desk: Desk) -> list[TroubleDialog]:
    return [each for each in desk.window.findChildren(TroubleDialog) if each.isVisible()]


def the_dialog(desk: Desk, qtbot: QtBot) -> TroubleDialog:
    qtbot.waitUntil(lambda: bool(dialogs(desk)))
    (found,) = dialogs(desk)
    return found


def press(dialog: TroubleDialog, name: str) -> None:
    (button,) = [each for each in dialog.findChildren(QPushButton) if each.accessibleName() == name]
    button.click()


def test_it_says_what_happened_what_it_means_and_what_to_do(
    desk: Desk, told: TroubleDesk, qtbot: QtBot, said: list[str]
) -> None:
    told.take(trouble())
    words = the_dialog(desk, qtbot).words
    assert words.startswith(
        "Something went wrong inside the program. Your list and everything you asked for are"
    )
    assert "close the program and open it again" in words
    assert words in said


def test_it_stands_in_nobody_s_way(desk: Desk, told: TroubleDesk, qtbot: QtBot) -> None:
    desk.line.setFocus()
    told.take(trouble())
    dialog = the_dialog(desk, qtbot)
    assert not dialog.isModal()
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    desk.add("1")
    desk.press("Stop all")
    assert desk.rig.under_way == ["1"]


def test_the_details_can_be_copied_with_what_came_since(desk: Desk, told: TroubleDesk, qtbot: QtBot) -> None:
    told.take(trouble("ValueError"))
    dialog = the_dialog(desk, qtbot)
    told.take(trouble("KeyError"))
    press(dialog, "Copy details")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("SRFax Desktop ")
    assert copied.index("ValueError: details") < copied.index("KeyError: details")
    assert dialogs(desk) == [dialog]
    assert dialog._copied.text() == "Copied."


def test_it_is_told_at_length_once_and_then_in_a_line(desk: Desk, told: TroubleDesk, qtbot: QtBot) -> None:
    told.take(trouble())
    press(the_dialog(desk, qtbot), "Close")
    for number in range(5):
        told.take(trouble(f"Error{number}"))
    qtbot.wait(20)
    assert dialogs(desk) == []
    (banner,) = desk.banners()
    assert banner.startswith(AGAIN)


def test_where_the_list_cannot_be_saved_it_does_not_promise_that_it_is(
    desk: Desk, told: TroubleDesk, qtbot: QtBot
) -> None:
    desk.rig.store.broken = True
    desk.add("1")
    assert isinstance(desk.board.store_trouble, StoreError)
    told.take(trouble())
    words = the_dialog(desk, qtbot).words
    assert "cannot be saved" in words
    assert "safe" not in words


def test_it_waits_for_a_question_that_is_open(
    desk: Desk, told: TroubleDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trouble_desk, "LOOK_AGAIN_MS", 10)
    box = QMessageBox(desk.window)
    box.open()
    told.take(trouble("ValueError"))
    told.take(trouble("KeyError"))
    qtbot.wait(60)
    assert dialogs(desk) == []
    box.reject()
    press(the_dialog(desk, qtbot), "Copy details")
    assert "KeyError" in QGuiApplication.clipboard().text()


def test_its_words_are_not_cut(desk: Desk, told: TroubleDesk, qtbot: QtBot) -> None:
    told.take(trouble())
    dialog = the_dialog(desk, qtbot)
    for label in (dialog._heading, dialog._meaning, dialog._help):
        assert label.height() >= label.heightForWidth(label.width())


def test_what_ended_unexpectedly_is_told_with_its_day_and_time(english: None) -> None:
    at = datetime(2026, 11, 24, 14, 2).astimezone()
    words = crashed_words(at.astimezone(UTC), list_is_whole=True)
    assert words.startswith(
        "SRFax Desktop ended unexpectedly last time (24 November, 2:02\u202fPM). Nothing was lost:"
    )


def test_where_the_list_is_not_whole_nobody_says_that_nothing_was_lost(english: None) -> None:
    words = crashed_words(datetime(2026, 11, 24, 14, 2, tzinfo=UTC), list_is_whole=False)
    assert "ended unexpectedly" in words
    assert "lost" not in words


def test_a_window_that_cannot_open_says_so(qapp: QApplication) -> None:
    read: list[str] = []

    def close(box: object) -> None:
        assert isinstance(box, QMessageBox)
        read.append(box.informativeText())
        QTimer.singleShot(0, box.reject)

    in_modal(close)
    tell_cannot_start()
    assert read[0].startswith("SRFax Desktop could not open its window.")
