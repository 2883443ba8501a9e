# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The filter line, by keyboard and by its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from srfax_desktop.ui.filter_line import FilterLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from pytestqt.qtbot import QtBot


class Beneath(QWidget):
    """Takes note of the keys that the line leaves to others."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.append(event.key())


@pytest.fixture
def beneath(qtbot: QtBot) -> Beneath:
    beneath = Beneath()
    qtbot.addWidget(beneath)
    return beneath


@pytest.fixture
def line(beneath: Beneath) -> FilterLine:
    line = FilterLine(beneath)
    beneath.show()
    return line


def test_it_says_what_it_is_for(line: FilterLine) -> None:
    assert line.accessibleName() == "Filter"
    assert line.placeholderText() == "Filter: number, subject, ID, status…"


def test_the_button_that_clears_comes_with_the_first_letter(line: FilterLine) -> None:
    assert not line.findChildren(QToolButton)
    QTest.keyClicks(line, "604")
    (button,) = line.findChildren(QToolButton)
    assert button.isVisible()
    assert button.accessibleName() == "Clear the filter"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.text() == ""


def test_escape_empties_it_and_leaves_it_for_the_table(
    line: FilterLine, beneath: Beneath, qtbot: QtBot
) -> None:
    QTest.keyClicks(line, "555")
    for _ in range(2):  # an empty one too
        with qtbot.waitSignal(line.left_for_table):
            QTest.keyClick(line, Qt.Key.Key_Escape)
        assert line.text() == ""
    assert beneath.keys == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_it_is_left_for_the_table_by_keyboard(line: FilterLine, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(line.left_for_table):
        QTest.keyClick(line, key)


def test_other_keys_stay(line: FilterLine, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(line.left_for_table):
        QTest.keyClicks(line, "a b")
        QTest.keyClick(line, Qt.Key.Key_Left)
    assert line.text() == "a b"


def test_it_follows_the_language(line: FilterLine) -> None:
    line.setPlaceholderText("")
    QApplication.sendEvent(line, QEvent(QEvent.Type.LanguageChange))
    assert line.placeholderText()
