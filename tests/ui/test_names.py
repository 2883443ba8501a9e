# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""In every window, whatever can be used has a name that a screen reader says, and no other one has it too."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.ui import account_words, questions, retention_choice
from srfax_desktop.ui.guide_window import GuideWindow
from tests.engine.rig import CONVERTING, REJECTED, UNREACHABLE
from tests.ui import test_letters, test_settings_dialog, test_welcome
from tests.ui.desk import Desk, in_modal
from tests.ui.history_desk import Reading
from tests.ui.memory_archive import MemoryArchive, many
from tests.ui.test_record_dialog import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

USABLE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
OF_ANOTHER = (QHeaderView, QScrollBar)
"""Parts that are heard of through the table or the text that they belong to."""


def name(widget: QWidget) -> str:
    """What a screen reader calls it: its own name, its label's, or what stands on it.

    On Linux, Qt calls a box for a choice by what is chosen: only a label that points at it, or a
    description, tells what the choice is about.
    """
    found = QAccessible.queryAccessibleInterface(widget)
    if not isinstance(widget, QComboBox):
        return str(found.text(QAccessible.Text.Name)).strip()
    labels = [each for each, how in found.relations() if how & QAccessible.RelationFlag.Label]
    told = [label.text(QAccessible.Text.Name) for label in labels]
    return str(told[0] if told else found.text(QAccessible.Text.Description)).strip()


def controls(window: QWidget) -> list[QWidget]:
    """What can be used in a window, as it is now."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, USABLE)
        and not isinstance(each, OF_ANOTHER)
        and each.isVisible()
        and each.window() is window
        and not _is_part(each)
    ]


def _is_part(widget: QWidget) -> bool:
    """Whether it is within another control, such as the field of a box or the button in a field."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, USABLE) or isinstance(parent.parentWidget(), QTabBar):
            return True
        parent = parent.parentWidget()
    return False


def check(window: QWidget) -> int:
    """Return how many controls there are, all of them with a name of their own."""
    names = [(name(each), each) for each in controls(window)]
    assert [each for said, each in names if not said] == []
    shared = [said for said, count in Counter(said for said, _ in names).items() if count > 1]
    assert [(said, type(each).__name__) for said, each in names if said in shared] == []
    assert name(window)
    return len(names)


# The main window


def everything_said(desk: Desk, *, practice: bool = False) -> None:
    """Have all that the main window can show be there at once."""
    test_letters.crowded(desk, practice=practice)
    desk.window.notices.show_linked("A link points at 2 faxes.", 2)
    desk.settle()


@pytest.mark.parametrize("account", ["signed in", "refused", "signed out"])
def test_main_window(qtbot: QtBot, theme: Theme, account: str) -> None:
    desk = Desk(qtbot, theme)
    desk.window.resize(1400, 1200)
    desk.show()
    desk.rig.ask("1", "2", "4")
    desk.answer("1", CONVERTING)
    desk.answer("2", test_letters.PARTLY)
    desk.answer("4", REJECTED if account == "refused" else UNREACHABLE)
    desk.add("3")
    if account == "signed out":
        desk.controller.sign_in(None)
        desk.window.show_account()
    for chosen in ("1", "2", "3", "4"):
        desk.table.select((FaxId(chosen),))
        desk.settle()
        assert check(desk.window) >= 15
        everything_said(desk)
        assert check(desk.window) >= 25


def test_practice_window(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, practice=True)
    desk.window.resize(1400, 1200)
    desk.show()
    desk.add("1")
    everything_said(desk, practice=True)
    assert check(desk.window) >= 20


# The others


@pytest.mark.parametrize("which", list(test_letters.WINDOWS))
def test_dialogs(qtbot: QtBot, theme: Theme, which: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = test_letters.WINDOWS[which](theme, parent)
    qtbot.addWidget(window)
    window.show()
    assert check(window)


def test_settings(qtbot: QtBot, theme: Theme) -> None:
    sheet = test_settings_dialog.Sheet(qtbot, theme)
    for page in test_settings_dialog.PAGES:
        sheet.go_to(page)
        assert check(sheet.dialog) >= 4


def test_first_steps(qtbot: QtBot, theme: Theme) -> None:
    first = test_welcome.FirstRun(qtbot, theme).begin()
    for step in range(3):
        first.welcome._go_to(step)
        assert check(first.welcome)
    first.welcome.reject()


def test_record(qtbot: QtBot, theme: Theme) -> None:
    sheet = Sheet(theme, qtbot)
    assert check(sheet.dialog)
    sheet.copies.remove()


def test_history(qtbot: QtBot, theme: Theme) -> None:
    window = Reading(qtbot, theme, MemoryArchive(many(10))).show().window
    assert check(window) >= 5
    window._unreadable.say("It could not be read", "Try again")
    window._result.tell_bad("A line is not as it was", "Show this line")
    assert check(window) >= 7


@pytest.mark.parametrize(
    "ask",
    [
        lambda parent: questions.ask_before_stopping_all(parent, 3),
        lambda parent: questions.ask_before_ending_all(parent, 3),
        lambda parent: questions.ask_before_closing(parent, 3),
        lambda parent: questions.ask_before_closing(parent, 3, tray=True),
        lambda parent: retention_choice.ask_before_removing(parent, 3, 730),
        lambda parent: account_words.ask_before_switching(
            parent, 3, AccountNumber("12345"), AccountNumber("23456")
        ),
        lambda parent: account_words.ask_before_forgetting(parent, AccountNumber("12345"), 3),
        lambda parent: questions.tell_no_answer(["1"]),
    ],
)
def test_questions(qtbot: QtBot, ask: Callable[[QWidget], object]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[int] = []

    def look(box: QDialog) -> None:
        try:
            seen.append(check(box))
            assert isinstance(box, QMessageBox)
            assert box.accessibleDescription() == f"{box.text()} {box.informativeText()}"
        finally:
            box.reject()

    in_modal(look)
    ask(parent)
    assert seen[0] >= 1


# The test itself


def test_a_control_without_a_name_and_a_name_of_two_would_be_found(qtbot: QtBot) -> None:
    window = QDialog()
    window.setWindowTitle("A window")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first = QLineEdit()
    for each in (QPushButton("&Stop"), first, QDialogButtonBox(QDialogButtonBox.StandardButton.Close)):
        column.addWidget(each)
    window.show()
    with pytest.raises(AssertionError):
        check(window)
    first.setAccessibleName("Stop")
    with pytest.raises(AssertionError):
        check(window)
    first.setAccessibleName("Fax ID")
    assert check(window) == 3


def test_the_history_and_the_guide_are_windows_for_a_screen_reader(reading: Reading, theme: Theme) -> None:
    guide = GuideWindow(theme)
    for window in (reading.window, guide):
        told = QAccessible.queryAccessibleInterface(window)
        assert told.role() is QAccessible.Role.Window
        assert told.text(QAccessible.Text.Name) == window.windowTitle()
    guide.deleteLater()


def test_what_empties_a_search_says_so(reading: Reading, theme: Theme) -> None:
    guide = GuideWindow(theme)
    for window in (reading.window, guide):
        buttons = [each for line in window.findChildren(QLineEdit) for each in line.findChildren(QToolButton)]
        assert "Clear the search" in [name(each) for each in buttons]
    guide.deleteLater()
