# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A screen reader hears which row the keyboard is in, whenever it comes to a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from srfax_desktop.ui import cursor_told
from srfax_desktop.ui.cursor_told import CursorTeller

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleEvent, QAccessibleInterface
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk


class FakeAccessible:
    """Stands in for QAccessible where a screen reader is there; it writes down what gets the focus."""

    Event = QAccessible.Event

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.is_active = True

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        return self.is_active

    def queryAccessibleInterface(self, widget: QWidget) -> QAccessibleInterface:  # noqa: N802
        return QAccessible.queryAccessibleInterface(widget)

    def updateAccessibility(self, event: QAccessibleEvent) -> None:  # noqa: N802
        assert event.type() is QAccessible.Event.Focus
        row = event.accessibleInterface()
        self.told.append((row.text(QAccessible.Text.Name), row.text(QAccessible.Text.Description)))


@pytest.fixture
def reader(qapp: QApplication, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> FakeAccessible:
    fake = FakeAccessible()
    monkeypatch.setattr(cursor_told, "QAccessible", fake)
    CursorTeller(qapp, desk.window)
    return fake


def test_whoever_comes_back_to_the_list_hears_the_row_that_enter_would_act_on(
    desk: Desk, reader: FakeAccessible, qtbot: QtBot
) -> None:
    desk.add("1", "2")
    desk.table.setFocus()
    desk.table.selectRow(1)
    desk.line.setFocus()
    qtbot.wait(1)
    reader.told.clear()
    desk.table.setFocus()
    qtbot.waitUntil(lambda: bool(reader.told))
    there = desk.table.current_id()
    assert reader.told == [("Waiting", f"Fax {there}: Waiting.")]


def test_a_list_without_rows_tells_of_none(desk: Desk, reader: FakeAccessible, qtbot: QtBot) -> None:
    desk.table.setFocus()
    qtbot.wait(20)
    assert reader.told == []


def test_a_field_is_told_of_by_qt_alone(desk: Desk, reader: FakeAccessible, qtbot: QtBot) -> None:
    desk.add("1")
    desk.table.setFocus()
    desk.line.setFocus()
    qtbot.wait(20)
    assert reader.told == []


def test_without_a_screen_reader_nothing_is_told(desk: Desk, reader: FakeAccessible, qtbot: QtBot) -> None:
    reader.is_active = False
    desk.add("1")
    desk.table.setFocus()
    qtbot.wait(20)
    assert reader.told == []
