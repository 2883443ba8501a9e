# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Banners are made when they first say something, and stand in their order all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.banner_stack import BannerStack, Look
from srfax_desktop.ui.status_style import BAD, CALM
from srfax_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.banner import Pressed
    from tests.ui.desk import Desk


LOOKS = {
    "top": Look(BAD, "warning"),
    "middle": Look(CALM, "information"),
    "bottom": Look(CALM, "information"),
}


class Stack(BannerStack):
    """Three banners; notes what is pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, LOOKS)
        self.pressed: list[str] = []

    def presses(self, name: str) -> tuple[Pressed, ...]:
        """Return something for three buttons."""
        presses = {"top": (self._top,), "middle": (self._yes, self._no)}
        return presses.get(name, ())

    def _top(self) -> None:
        self.pressed.append("top")

    def _yes(self) -> None:
        self.pressed.append("yes")

    def _no(self) -> None:
        self.pressed.append("no")


class Window(QWidget):
    """A stack of three banners between two fields."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.stack = Stack(theme)
        self.above, self.below = QLineEdit("above"), QLineEdit("below")
        column = QVBoxLayout(self)
        for part in (self.above, self.stack, self.below):
            column.addWidget(part)

    def say(self, name: str) -> None:
        """Have a banner say its name, with all its buttons."""
        self.stack.banner(name).say(name, f"{name} 0")
        for place, button in enumerate(self.stack.banner(name).buttons):
            button.setText(f"{name} {place}")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Window:
    window = Window(Theme(qapp))
    qtbot.addWidget(window)
    return window


def test_a_banner_that_says_nothing_is_not_made(window: Window) -> None:
    window.stack.silence("top")
    assert window.stack.words("top") == ""
    assert window.findChildren(Banner) == []
    assert window.stack.isHidden()


def test_what_is_made_last_stands_where_it_belongs(window: Window) -> None:
    for name in ("bottom", "middle", "top"):
        window.say(name)
    in_order = ["top", "middle", "bottom"]
    layout = window.stack.layout()
    assert layout
    assert [layout.indexOf(window.stack.banner(name)) for name in in_order] == [0, 1, 2]
    # The order of a screen reader.
    assert [banner.words.text() for banner in window.stack.findChildren(Banner)] == in_order


def test_the_tab_key_comes_by_in_the_same_order(window: Window, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitExposed(window)
    for name in ("bottom", "middle", "top"):
        window.say(name)
    window.above.setFocus()
    seen = []
    for _ in range(5):
        window.focusNextChild()
        focused = window.focusWidget()
        assert isinstance(focused, QPushButton | QLineEdit)
        seen.append(focused.text())
    assert seen == ["top 0", "middle 0", "middle 1", "bottom 0", "below"]


def test_each_button_does_what_it_is_for(window: Window) -> None:
    for name in ("middle", "top", "bottom"):
        window.say(name)
        for button in window.stack.banner(name).buttons:
            button.click()
    assert window.stack.pressed == ["yes", "no", "top"]


def test_the_place_is_there_while_one_speaks(window: Window) -> None:
    window.say("middle")
    assert not window.stack.isHidden()
    assert window.stack.words("middle") == "middle"
    window.stack.silence("middle")
    assert window.stack.isHidden()


def test_a_window_starts_without_any(desk: Desk) -> None:
    assert desk.window.notices.findChildren(Banner) == []
