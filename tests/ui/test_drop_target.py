# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Files and texts dragged onto the window: what is taken, what is refused, and what is shown meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from srfax_desktop.ui.drop_hint import DropHint
from srfax_desktop.ui.drop_target import DropTarget
from srfax_desktop.ui.status_style import BAD, BUSY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
HERE = QPoint(20, 20)


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/somewhere/{name}") for name in names])
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def link() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl("https://fax.invalid/list.csv")])
    data.setText("https://fax.invalid/list.csv")
    return data


class Window(QObject):
    """A window with a field, something dragged over it, and what is heard."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        super().__init__()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(600, 400)
        self.field = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addWidget(QLabel("below"))
        self.target = DropTarget(self.window, theme, [self.field])
        self.heard: list[object] = []
        self.target.files_dropped.connect(self.hear)
        self.target.text_dropped.connect(self.hear)
        self.target.files_refused.connect(self.hear)
        self.window.show()
        (self.hint,) = self.window.findChildren(DropHint)

    @Slot(object)
    def hear(self, what: object) -> None:
        self.heard.append(what)

    def enter(self, data: QMimeData, onto: QWidget | None = None, may: Qt.DropAction = COPY) -> bool:
        return self._send(QDragEnterEvent(HERE, may, data, LEFT, NO_KEYS), onto)

    def move(self, data: QMimeData, onto: QWidget | None = None, may: Qt.DropAction = COPY) -> bool:
        return self._send(QDragMoveEvent(HERE, may, data, LEFT, NO_KEYS), onto)

    def drop(self, data: QMimeData, onto: QWidget | None = None, may: Qt.DropAction = COPY) -> QDropEvent:
        event = QDropEvent(QPointF(HERE), may, data, LEFT, NO_KEYS)
        self._send(event, onto)
        return event

    def leave(self, onto: QWidget | None = None) -> None:
        QApplication.sendEvent(onto or self.window, QDragLeaveEvent())

    def _send(self, event: QDropEvent, onto: QWidget | None) -> bool:
        QApplication.sendEvent(onto or self.window, event)
        return event.isAccepted()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Window:
    return Window(theme, qtbot)


# What is taken


@pytest.mark.parametrize("name", ["list.csv", "list.txt", "LIST.CSV", "two words.Txt", "é.csv"])
def test_a_file_is_taken(window: Window, name: str) -> None:
    data = files(name)
    assert window.enter(data)
    assert window.move(data)
    event = window.drop(data)
    assert event.isAccepted()
    assert window.heard == [[Path(f"/somewhere/{name}")]]


def test_several_files_are_taken_at_once(window: Window) -> None:
    data = files("a.csv", "b.txt")
    window.enter(data)
    window.drop(data)
    assert window.heard == [[Path("/somewhere/a.csv"), Path("/somewhere/b.txt")]]


def test_text_is_taken(window: Window) -> None:
    data = text("31524120\n31524121")
    assert window.enter(data)
    window.drop(data)
    assert window.heard == ["31524120\n31524121"]


def test_what_is_dropped_is_never_taken_away_from_where_it_was(window: Window) -> None:
    data = files("a.csv")
    window.enter(data)
    wish = QDropEvent(QPointF(HERE), COPY | MOVE, data, LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert wish.proposedAction() is MOVE
    QApplication.sendEvent(window.window, wish)
    assert wish.isAccepted()
    assert wish.dropAction() is COPY
    for only in (MOVE, LINK):
        assert not window.enter(data, may=only)
        assert not window.drop(data, may=only).isAccepted()
    assert len(window.heard) == 1


# What is refused


@pytest.mark.parametrize("data", [files("a.pdf"), files("a"), files("a.csv.gz", "b.xlsx"), link()])
def test_other_files_are_refused_in_words(window: Window, data: QMimeData) -> None:
    assert window.enter(data), "who refuses here is not told when the drag leaves"
    assert not window.move(data)
    assert window.hint.isVisible()
    assert window.hint.words == "Only .csv and .txt files can be read here"
    window.leave()
    assert not window.hint.isVisible()
    assert window.heard == []


def test_a_refused_file_is_named_where_it_is_dropped_with_others_or_all_the_same(window: Window) -> None:
    data = files("a.pdf", "b.csv")
    window.enter(data)
    assert window.move(data)
    window.drop(data)
    assert window.heard == [[Path("/somewhere/b.csv")], ["a.pdf"]]
    other = files("c.pdf")
    window.enter(other)
    window.drop(other)
    assert window.heard[2:] == [["c.pdf"]]


def test_what_has_no_text_is_left_alone(window: Window) -> None:
    data = QMimeData()
    data.setData("image/png", b"x")
    assert not window.enter(data)
    assert not window.hint.isVisible()
    assert not window.drop(data).isAccepted()
    assert window.heard == []


def test_while_the_program_is_finishing_nothing_is_taken(window: Window) -> None:
    data = files("a.csv")
    window.enter(data)
    window.target.close()
    assert not window.hint.isVisible()
    assert not window.enter(data)
    window.drop(data)
    assert window.heard == []


# A field of the window


def test_text_dropped_into_a_field_is_the_field_s(window: Window) -> None:
    data = text("31524120")
    assert window.enter(data, window.field)
    assert not window.hint.isVisible()
    window.drop(data, window.field)
    assert window.field.text() == "31524120"
    assert window.heard == []


def test_a_file_dropped_into_a_field_is_not(window: Window) -> None:
    data = files("a.csv")
    assert window.enter(data, window.field)
    assert window.hint.isVisible()
    window.drop(data, window.field)
    assert window.field.text() == ""
    assert window.heard == [[Path("/somewhere/a.csv")]]
    assert not window.hint.isVisible()


# What is shown


def test_the_hint_covers_the_window_until_the_drag_is_over(window: Window) -> None:
    data = files("a.csv")
    assert not window.hint.isVisible()
    window.enter(data)
    assert window.hint.isVisible()
    assert window.hint.geometry() == window.window.rect()
    assert window.hint.words == "Drop to add the fax IDs"
    window.leave()
    assert not window.hint.isVisible()
    window.window.resize(500, 300)
    window.enter(text("31524120"))
    assert window.hint.geometry() == window.window.rect()
    window.drop(text("31524120"))
    assert not window.hint.isVisible()


def test_the_hint_is_no_obstacle(window: Window) -> None:
    window.enter(files("a.csv"))
    assert window.window.childAt(window.field.geometry().center()) is window.field


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize(("name", "tone"), [("a.csv", BUSY), ("a.pdf", BAD)])
def test_the_hint_has_the_colours_of_what_it_says(
    window: Window, dark: Callable[[bool], None], is_dark: bool, name: str, tone: object
) -> None:
    dark(is_dark)
    window.enter(files(name))
    picture = window.hint.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(150, 450) for y in range(140, 240)}
    tint = (BUSY if tone is BUSY else BAD).tint(dark=is_dark)
    assert QColor(tint.background).name() in seen
    assert QColor(tint.text).name() in seen
