# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A text cursor that nobody moves stands still after a while, where it can be seen."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from srfax_desktop.ui import cursor_rest
from srfax_desktop.ui.cursor_rest import CursorRest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QStyleHints
    from PySide6.QtWidgets import QApplication

REST_AFTER_MS = 300
BLINK_MS = 60
DARK = 60


class Paints(QObject):
    """Counts how often something is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return False


@dataclass
class Place:
    """A place for text in a window of its own."""

    window: QDialog
    field: QWidget
    paints: Paints

    def blinks(self) -> None:
        before = self.paints.count
        wait_until(lambda: self.paints.count > before + 1)

    def rests(self) -> None:
        wait_until(lambda: hints().cursorFlashTime() == 0)
        QTest.qWait(20)  # it is painted once more, to be seen
        before = self.paints.count
        QTest.qWait(3 * BLINK_MS)
        assert self.paints.count == before

    def has_cursor(self) -> bool:
        """Whether the cursor of an empty line or text can be seen."""
        picture = self.field.grab().toImage()
        corner = range(3, 20)
        return any(picture.pixelColor(x, y).value() < DARK for x in corner for y in corner)


def hints() -> QStyleHints:
    return QGuiApplication.styleHints()


def wait_until(so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not so():
        assert time.monotonic() < deadline
        QTest.qWait(5)


@pytest.fixture
def opened() -> Iterator[Callable[[type[QWidget]], Place]]:
    """Open a window for a kind of widget, which has the keyboard."""
    windows: list[QDialog] = []

    def open_one(kind: type[QWidget]) -> Place:
        window = QDialog()
        windows.append(window)
        window.setStyleSheet("QWidget { color: black; background: white }")
        window.resize(300, 100)
        field = kind(window)
        window.show()
        assert QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        wait_until(window.isActiveWindow)
        field.setFocus()
        return Place(window, field, Paints(field.viewport() if isinstance(field, QPlainTextEdit) else field))

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def system_says_ms(request: pytest.FixtureRequest) -> int:
    """How long a blink takes on this system, on and off."""
    return int(getattr(request, "param", BLINK_MS))


@pytest.fixture
def rest(qapp: QApplication, system_says_ms: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[CursorRest]:
    monkeypatch.setattr(cursor_rest, "REST_AFTER_MS", REST_AFTER_MS)
    monkeypatch.setattr(cursor_rest, "_AS_THE_SYSTEM_SAYS", system_says_ms)
    hints().setCursorFlashTime(system_says_ms)
    rest = CursorRest(qapp)
    yield rest
    rest.deleteLater()
    hints().setCursorFlashTime(-1)


pytestmark = pytest.mark.usefixtures("rest")
Open = Callable[[type[QWidget]], Place]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_cursor_rests_after_a_while_and_blinks_again_when_somebody_types(
    opened: Open, kind: type[QWidget]
) -> None:
    place = opened(kind)
    place.blinks()
    place.rests()
    QTest.keyClicks(place.field, "1")
    place.blinks()
    place.rests()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_cursor_that_rests_can_be_seen(opened: Open, kind: type[QWidget]) -> None:
    place = opened(kind)
    place.rests()
    assert place.has_cursor()
    QTest.keyClicks(place.field, "1")
    QTest.keyClick(place.field, Qt.Key.Key_Backspace)
    wait_until(lambda: not place.has_cursor())  # so that the look before proves something


def test_a_click_that_moves_it_and_another_field_have_it_blink(opened: Open) -> None:
    place = opened(QLineEdit)
    QTest.keyClicks(place.field, "123")
    place.rests()
    QTest.mouseClick(place.field, Qt.MouseButton.LeftButton, pos=QPoint(4, place.field.height() // 2))
    place.blinks()
    place.rests()
    other = opened(QLineEdit)
    other.blinks()
    other.rests()


def test_a_window_that_comes_back_to_the_front_has_it_blink(opened: Open) -> None:
    place, other = opened(QLineEdit), opened(QLineEdit)
    other.rests()
    place.window.activateWindow()
    place.blinks()


@pytest.mark.parametrize("system_says_ms", [0], indirect=True)
def test_where_the_system_says_that_it_never_blinks_it_never_does(opened: Open) -> None:
    place = opened(QLineEdit)
    place.rests()
    QTest.qWait(REST_AFTER_MS)
    QTest.keyClicks(place.field, "1")
    place.rests()


def test_after_its_rest_it_does_what_the_system_says_then(
    opened: Open, rest: CursorRest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    hints().setCursorFlashTime(-1)
    by_itself_ms = hints().cursorFlashTime()
    rest._soon.setInterval(1)
    place = opened(QLineEdit)
    wait_until(lambda: hints().cursorFlashTime() == 0)
    rest._soon.setInterval(10_000)
    QTest.keyClicks(place.field, "1")
    assert hints().cursorFlashTime() == by_itself_ms > 0
