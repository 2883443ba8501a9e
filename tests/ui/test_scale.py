# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""On a low screen, at any scale and with a doubled font: no word is cut, and nothing is out of reach."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QWidget,
)

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.import_layout import ColumnQuestion, find_layout
from srfax_desktop.core.import_report import ImportReport, LineReason, PartReport, RejectedLine
from srfax_desktop.core.outcome import StopAnswer, StopOutcome
from srfax_desktop.ui.about_dialog import AboutDialog, LicencesDialog
from srfax_desktop.ui.bundle_dialog import BundleDialog
from srfax_desktop.ui.column_question import ColumnDialog
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.details_pane import DetailsPane
from srfax_desktop.ui.import_report import ImportReportDialog
from srfax_desktop.ui.scrolling import FollowingArea
from srfax_desktop.ui.sign_in_dialog import SignInDialog
from srfax_desktop.ui.trouble_dialog import TroubleDialog
from tests.engine.rig import CONVERTING, STOPPED
from tests.ui.desk import Desk
from tests.ui.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme
    from tests.ui.history_desk import Reading

PADDING = 5
FRAME = QSize(16, 48)
"""What a window manager takes of a screen."""

SCREENS = {
    "1280x900 at 100 %": (1280, 900, 1),
    "1280x800 at 150 %": (853, 533, 1),
    "1280x900 at 200 %": (640, 450, 1),
    "1280x800 at 200 %": (640, 400, 1),
    "1366x768 at 150 %": (910, 512, 1),
    "1366x768 at 200 %": (683, 384, 1),
    "1280x900, font doubled": (1280, 900, 2),
    "1366x768, font doubled": (1366, 768, 2),
}
PARTLY = StopAnswer(StopOutcome.PARTIALLY_SENT, "Fax cancelled but partially sent", "Success")

Screen = tuple[QSize, int]


@pytest.fixture(params=SCREENS.values(), ids=[*SCREENS])
def screen(request: pytest.FixtureRequest, qapp: QApplication, theme: Theme) -> Iterator[Screen]:
    """The room that a window has there, and how much larger the font is."""
    width, height, times = request.param
    usual = qapp.font()
    font = QFont(usual)
    font.setPointSizeF(usual.pointSizeF() * times)
    qapp.setFont(font)
    theme.choose("system")  # it measures the font
    yield QSize(width, height) - FRAME, times
    qapp.setFont(usual)
    theme.choose("system")


def shown(window: QWidget) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.isVisible()]


def in_a_table(widget: QWidget) -> bool:
    """Whether it belongs to a table or a bar, which scroll, and whose cells have tips."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, QAbstractItemView | QScrollBar):
            return True
        above = above.parentWidget()
    return False


def cut(widget: QWidget) -> str:
    """How a widget is too small for what it says; empty where it is not."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            needed = QSize(0, widget.heightForWidth(widget.width()))
        else:
            needed = widget.minimumSizeHint()
    elif isinstance(widget, QPushButton | QCheckBox):
        needed = widget.minimumSizeHint()
    elif isinstance(widget, QToolButton) and widget.text():
        letters = widget.fontMetrics()  # its hint is three pixels more than what stands beside it
        needed = QSize(letters.horizontalAdvance(widget.text()), letters.height() + 2 * PADDING)
    else:
        return ""
    given = widget.size()
    if needed.width() <= given.width() and needed.height() <= given.height():
        return ""
    return f"{widget.text()!r} needs {needed.toTuple()}, has {given.toTuple()}"


def out_of_reach(widget: QWidget) -> str:
    """How a widget is not wholly within those around it; what scrolls is within reach."""
    above = widget.parentWidget()
    if above is None or widget.isWindow():
        return ""
    area = above.parentWidget()
    if isinstance(area, QScrollArea) and widget is area.widget():
        wide = widget.width() <= above.width()
        return "" if wide else f"{type(widget).__name__} is wider than what it scrolls in"
    if above.rect().contains(widget.geometry()):
        return ""
    return f"{type(widget).__name__} {widget.geometry().getRect()} is not in {above.rect().getRect()}"


def faults(window: QWidget) -> list[str]:
    each_one = [widget for widget in shown(window) if not in_a_table(widget)]
    return [fault for widget in each_one for fault in (cut(widget), out_of_reach(widget)) if fault]


def fit(window: QWidget, room: QSize) -> None:
    window.resize(room)
    QTest.qWait(30)
    assert window.width() <= room.width(), window.minimumSizeHint()
    assert window.height() <= room.height(), window.minimumSizeHint()


def busy(desk: Desk) -> None:
    desk.add(*(str(number) for number in range(1, 9)))
    desk.controller.ask(list(desk.table.shown_ids()))
    for number, answer in enumerate((STOPPED, PARTLY, CONVERTING, STOPPED), 1):
        desk.answer(str(number), answer)
    desk.window.notices.tell("Something that is worth knowing, in a sentence of the usual length.")


def test_the_window_fits_every_screen(screen: Screen, qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, practice=True)
    desk.show()
    assert faults(desk.window) == []  # with nothing in it
    busy(desk)
    fit(desk.window, screen[0])
    for chosen in ("1", "2", "3"):
        desk.table.select((FaxId(chosen),))
        desk.settle()
        qtbot.waitUntil(lambda: faults(desk.window) == [])
    left = desk.table.columnViewportPosition(Column.ACTION)
    assert left + desk.table.columnWidth(Column.ACTION) <= desk.table.viewport().width() + 1, "a row's button"
    stop = desk.window._footer.stop_selected
    assert desk.window.rect().contains(stop.rect().translated(stop.mapTo(desk.window, stop.rect().topLeft())))
    assert desk.table.height() >= desk.table.minimumHeight()


def hidden_rows(widget: QWidget, rows: range) -> list[int]:
    """Which of these pixel rows of a widget cannot be seen for what scrolls around it."""
    return [row for row in rows if not widget.visibleRegion().contains(QPoint(widget.width() // 2, row))]


@pytest.mark.parametrize("size", [(640, 400), (640, 352), (800, 520)])
def test_what_has_the_keyboard_is_in_sight_however_it_got_there(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    desk = Desk(qtbot, theme)
    desk.show()
    busy(desk)
    fit(desk.window, QSize(*size))
    desk.window._list_bar.filter.setFocus()
    table = desk.table
    for key in (Qt.Key.Key_F6, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_End):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        desk.settle()
        row = table.visualRect(table.currentIndex())
        assert hidden_rows(table.viewport(), range(row.top(), row.bottom() + 1)) == []
    for _ in range(5):  # all around
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_F6)
        desk.settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is not table:
            assert hidden_rows(focused, range(focused.height())) == [], focused


def test_nothing_moves_under_a_mouse_that_is_pressed(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme)
    desk.show()
    busy(desk)
    fit(desk.window, QSize(640, 352))
    (area,) = [each for each in desk.window.findChildren(FollowingArea) if each.isVisible()]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    at = area.verticalScrollBar().value()
    assert at
    QTest.mousePress(desk.window._footer.end, Qt.MouseButton.LeftButton)
    desk.line.setFocus()
    assert area.verticalScrollBar().value() == at
    QTest.mouseRelease(desk.window._footer.end, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
    desk.table.setFocus()
    desk.line.setFocus()
    assert area.verticalScrollBar().value() < at


class LayoutCount(QObject):
    """How often any part of a window is laid out anew."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0
        for each in (window, *window.findChildren(QWidget)):
            each.installEventFilter(self)

    def rests(self) -> bool:
        """Whether nothing is laid out anew for a moment."""
        self.count = 0
        QTest.qWait(10)
        return self.count == 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("practice", [False, True])
def test_a_window_in_which_nothing_happens_is_at_rest(qtbot: QtBot, theme: Theme, practice: bool) -> None:
    desk = Desk(qtbot, theme, practice=practice)
    desk.show()
    desk.add("1", "2")
    laid_out = LayoutCount(desk.window)
    for width in range(640, 1240, 40):
        desk.window.resize(width, 600)
        qtbot.waitUntil(laid_out.rests)  # it would never, if each layout asked for the next


def test_the_history_fits_every_screen(screen: Screen, reading: Reading) -> None:
    fit(reading.window, screen[0])
    assert faults(reading.window) == []


@pytest.fixture
def dialogs(qtbot: QtBot, theme: Theme, desk: Desk) -> list[QWidget]:
    question = find_layout("31524120;41000001;Smith\n31524121;41000002;Roy\n")
    assert isinstance(question, ColumnQuestion)
    line = RejectedLine(3, "Mrs. Smith", LineReason.NOT_AN_ID)
    part = PartReport("a.csv", added=2, id_lines=2, header_lines=1, rejected_count=1, rejected=(line,))
    made: list[QWidget] = [
        AboutDialog(lambda: "", desk.window),
        TroubleDialog(
            lambda: "What it means, in two sentences. That is what it means.", "details", desk.window
        ),
        ColumnDialog(question, "list.csv"),
        ImportReportDialog(ImportReport((part,)), theme, desk.window),
        SignInDialog(Hands().sign_in, theme, account=None, remember=True),
        BundleDialog(theme, date(2026, 11, 25), desk.window),
        LicencesDialog("MIT", desk.window),
    ]
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
    QTest.qWait(30)
    return made


def test_dialogs_fit_every_screen(screen: Screen, dialogs: list[QWidget]) -> None:
    room, _ = screen
    for dialog in dialogs:
        assert dialog.minimumSizeHint().width() <= room.width(), dialog
        assert dialog.minimumSizeHint().height() <= room.height(), dialog
        assert faults(dialog) == []


def test_the_sign_in_scrolls_and_its_buttons_stay(screen: Screen, qtbot: QtBot, theme: Theme) -> None:
    dialog = SignInDialog(Hands().sign_in, theme, account=None, remember=True)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._say("SRFax refused it, and says so at some length. " * 6, trouble=True)
    fit(dialog, QSize(screen[0].width(), screen[0].height() * 2 // 3))  # more words, and it is too low
    assert faults(dialog) == []
    assert hidden_rows(dialog._result, range(dialog._result.height())) == []
    for field in (dialog._account, dialog._password, dialog._test, dialog._go):
        field.setFocus()
        assert hidden_rows(field, range(field.height())) == [], field


def test_a_font_that_grows_while_the_window_is_open_finds_room(
    qapp: QApplication, theme: Theme, desk: Desk
) -> None:
    busy(desk)
    before = desk.table.rowHeight(0)
    usual = qapp.font()
    try:
        font = QFont(usual)
        font.setPointSizeF(usual.pointSizeF() * 2)
        qapp.setFont(font)
        desk.qtbot.waitUntil(lambda: desk.table.rowHeight(0) > before + 8)
        desk.qtbot.waitUntil(lambda: faults(desk.window) == [])
    finally:
        qapp.setFont(usual)
        theme.choose("system")
        QTest.qWait(30)


def test_what_stands_in_one_row_is_of_one_height(desk: Desk) -> None:
    window = desk.window
    row = (desk.line, desk.button("Add"), window._find, window.account, window.help)
    assert len({(each.mapTo(window, QPoint()).y(), each.height()) for each in row}) == 1


def test_details_that_find_no_room_can_be_scrolled_to(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme)
    desk.show()
    busy(desk)
    desk.window.resize(640, 400)
    QTest.qWait(30)
    pane = desk.only(DetailsPane)
    areas = [pane, *pane.findChildren(QScrollArea)]
    assert any(area.verticalScrollBar().maximum() > 0 for area in areas)
