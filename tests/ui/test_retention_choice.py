# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""For how long the history is kept: nothing is removed unasked, and nothing is chosen in passing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.status_style import BAD
from tests.ui.desk import answer_question, in_modal
from tests.ui.history_desk import Reading
from tests.ui.memory_archive import BEGIN, MemoryArchive, answered

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("english")

DAMAGED = StoreError("damaged", "malformed")
UNREADABLE = (
    "The history could not be read: the file is damaged. What is shown here may be incomplete or old."
)


# The retention


def test_for_how_long_it_is_kept(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading(qtbot, theme, MemoryArchive(), retention_days=365).show()
    box = reading.named(QComboBox, "Keep the history")
    assert [box.itemText(index) for index in range(box.count())] == [
        "forever",
        "90 days",
        "365 days",
        "2 years",
        "7 years",
    ]
    assert box.currentText() == "365 days"
    reading.choose("Keep the history", "7 years")
    reading.choose("Keep the history", "7 years")
    reading.choose("Keep the history", "forever")
    assert reading.retentions == [2555, 0]


def test_what_the_settings_say_is_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading(qtbot, theme, MemoryArchive(), retention_days=30).show()
    assert reading.named(QComboBox, "Keep the history").currentText() == "30 days"


@pytest.mark.parametrize("agreed", [True, False])
def test_it_is_asked_once_before_lines_are_removed(reading: Reading, agreed: bool) -> None:
    before = BEGIN + timedelta(minutes=5)  # all about two faxes, and nine lines about a third
    reading.clock.now_s = (before + timedelta(days=90) - BEGIN).total_seconds()
    asked = answer_question("Remove" if agreed else None)
    reading.choose("Keep the history", "90 days")
    assert asked == ["Remove 29 lines that are older than 90 days?"]
    assert reading.retentions == ([90] if agreed else [])
    shown = reading.named(QComboBox, "Keep the history").currentText()
    assert shown == ("90 days" if agreed else "forever")
    assert len(reading.archive.entries) == 100  # who listens removes them


def test_enter_removes_nothing(reading: Reading) -> None:
    reading.clock.now_s = timedelta(days=1000).total_seconds()
    in_modal(lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    reading.choose("Keep the history", "90 days")
    assert reading.retentions == []


def test_the_count_is_what_would_really_go(reading: Reading) -> None:
    archive = reading.archive
    archive.add(answered("9", StopOutcome.STOPPED, at=BEGIN - timedelta(days=1)))  # the clock was put back
    before = BEGIN + timedelta(seconds=15)
    reading.clock.now_s = (before + timedelta(days=90) - BEGIN).total_seconds()
    asked = answer_question("Keep them")
    reading.choose("Keep the history", "90 days")
    going = archive.prune(before, reading.clock.utc_now())
    assert asked == [f"Remove {going} lines that are older than 90 days?"]
    assert going == 4


def test_the_question_about_all_and_about_one(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading(qtbot, theme, MemoryArchive([answered("1", StopOutcome.STOPPED)])).show()
    reading.clock.now_s = timedelta(days=1000).total_seconds()
    asked = answer_question("Keep them")
    reading.choose("Keep the history", "2 years")
    assert asked == ["Remove 1 line that is older than 2 years?"]
    assert reading.retentions == []


def test_what_cannot_be_counted_is_not_chosen(reading: Reading) -> None:
    reading.archive.trouble["find"] = DAMAGED
    reading.choose("Keep the history", "90 days")
    assert reading.retentions == []
    assert reading.named(QComboBox, "Keep the history").currentText() == "forever"
    assert reading.told() == [(UNREADABLE, BAD)]


def test_nothing_is_chosen_in_passing(reading: Reading) -> None:
    box = reading.named(QComboBox, "Keep the history")
    here = QPointF(box.rect().center())
    turn = QWheelEvent(
        here,
        QPointF(box.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert not turn.isAccepted()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.view().isVisible()
    assert reading.retentions == []
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert reading.retentions == [365]
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()
