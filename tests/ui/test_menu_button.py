# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The buttons with a menu open it for whoever presses them, by the ways that Qt tells other programs of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from srfax_desktop.ui.account_button import AccountButton
from srfax_desktop.ui.help_button import HelpButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.menu_button import MenuButton
    from tests.ui.desk import Desk


def _press_from_outside(button: MenuButton) -> None:
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert "Press" in actions.actionNames()
    actions.doAction("Press")


def _click(button: MenuButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _space(button: MenuButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("kind", [AccountButton, HelpButton])
@pytest.mark.parametrize("press", [_press_from_outside, _click, _space])
def test_the_menu_opens_below_its_button(
    desk: Desk, qtbot: QtBot, kind: type[MenuButton], press: Callable[[MenuButton], None]
) -> None:
    button = desk.only(kind)
    late = QTimer(button)  # a menu that is waited for within the press is closed some time
    late.setSingleShot(True)
    late.timeout.connect(button.menu().close)
    late.start(3000)
    press(button)
    qtbot.waitUntil(button.menu().isVisible)
    assert not button.isDown()
    button.menu().close()


def test_a_letter_opens_it_before_the_next_key(desk: Desk) -> None:
    menu = desk.only(HelpButton).menu()
    QTest.keyClick(desk.line, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert menu.isVisible()
    menu.close()
