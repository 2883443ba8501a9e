# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a second start does to the window, and what is said where the window does not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from srfax_desktop.ui.questions import MOST_IDS, tell_no_answer
from tests.ui.desk import Desk, in_modal

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme


def test_a_window_that_was_put_away_is_seen_again(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme)
    desk.show()
    desk.window.showMinimized()
    desk.window.come_to_front()
    assert desk.window.isVisible()
    assert not desk.window.isMinimized()
    qtbot.waitUntil(desk.window.isActiveWindow)


def test_a_maximised_window_stays_maximised(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme)
    desk.window.showMaximized()
    desk.window.showMinimized()
    desk.window.come_to_front()
    assert desk.window.isMaximized()


def test_an_open_question_stays_the_one_to_answer(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme)
    desk.show()
    box = QDialog(desk.window)
    box.open()
    qtbot.waitExposed(box)
    desk.window.come_to_front()
    qtbot.waitUntil(box.isActiveWindow)
    box.reject()


def _said(fax_ids: list[str]) -> str:
    said: list[str] = []

    def read(box: QDialog) -> None:
        message = cast("QMessageBox", box)
        said.append(f"{message.text()} {message.informativeText()}")
        box.reject()

    in_modal(read)
    tell_no_answer(fax_ids)
    return said[0]


def test_the_ids_that_were_perhaps_not_added_are_named(qapp: QApplication) -> None:
    assert "does not answer" in _said([])
    assert "not added" not in _said([])
    assert _said(["31524120", "31524121"]).endswith("Perhaps not added: 31524120, 31524121.")
    many = _said([str(number) for number in range(1, MOST_IDS + 2)])
    assert many.endswith(f"{MOST_IDS}, ….")
