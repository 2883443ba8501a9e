# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window of the history: what is searched for is shown, and what cannot be read is not passed over."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from srfax_desktop.core.archive import ATTEMPT_EVENTS, HistoryQuery
from srfax_desktop.core.check import Verdict
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.colours import DARK, LIGHT
from srfax_desktop.ui.history_model import HistoryColumn
from srfax_desktop.ui.status_style import BAD, GOOD
from tests.ui.history_desk import Foreign, Reading
from tests.ui.memory_archive import BEGIN, MemoryArchive, answered, checked, life_of, many
from tests.ui.spoken import languages, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("english")

C = HistoryColumn
DAMAGED = StoreError("damaged", "malformed")
UNREADABLE = (
    "The history could not be read: the file is damaged. What is shown here may be incomplete or old."
)


# What is shown


def test_it_opens_with_all_attempts_newest_first(reading: Reading) -> None:
    assert reading.count == "40 lines"
    shown = [reading.archive.entries[number] for number in reading.numbers()]
    assert {entry.event for entry in shown} <= ATTEMPT_EVENTS
    assert reading.column(C.TIME) == sorted(reading.column(C.TIME), reverse=True)
    assert reading.told() == []


def test_a_history_with_nothing_in_it(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading(qtbot, theme, MemoryArchive()).show()
    assert reading.count == "no lines"
    assert not reading.button("Export…").isEnabled()
    assert reading.window._table._nothing.startswith("No attempts here.")
    reading.paint()
    reading.press("Check history")
    reading.finish()
    assert reading.told() == [("Intact: there are no lines yet.", GOOD)]
    reading.type("x")
    assert reading.window._table._nothing.startswith("No lines match.")


def test_one_line_is_not_many(qtbot: QtBot, theme: Theme) -> None:
    archive = MemoryArchive([answered("1", StopOutcome.STOPPED, result="Fax Cancelled")])
    reading = Reading(qtbot, theme, archive).show()
    assert reading.count == "1 line"
    reading.press("Check history")
    reading.finish()
    assert reading.told() == [("Intact: the one line is as it was written.", GOOD)]


def test_it_looks_anew_when_it_is_shown_anew(reading: Reading) -> None:
    reading.window.close()
    reading.archive.add(*life_of(77, BEGIN))
    reading.show()
    assert reading.count == "44 lines"


# Searching


def test_it_is_searched_after_a_pause_in_typing(reading: Reading) -> None:
    finds = reading.archive.finds
    QTest.keyClicks(reading.search, "31500007")
    assert reading.archive.finds == finds
    reading.qtbot.waitUntil(lambda: reading.archive.finds == finds + 1)
    assert set(reading.column(C.FAX_ID)) == {"31500007"}
    assert reading.count == "4 lines"


def test_enter_does_not_wait(reading: Reading) -> None:
    finds = reading.archive.finds
    QTest.keyClicks(reading.search, "31500007")
    QTest.keyClick(reading.search, Qt.Key.Key_Return)
    assert reading.archive.finds == finds + 1
    QTest.qWait(200)
    assert reading.archive.finds == finds + 1


def test_all_of_the_words_are_looked_for(reading: Reading) -> None:
    reading.type("cancelled 0101 PARTIALLY")
    assert set(reading.column(C.SAID)) == {"Fax cancelled but partially sent"}
    assert set(reading.column(C.TO)) == {"•••••••0101"}
    reading.type("nothing has these words")
    assert reading.count == "no lines"
    reading.paint()


@pytest.mark.parametrize("outcome", StopOutcome)
def test_each_outcome_can_be_asked_for(reading: Reading, outcome: StopOutcome) -> None:
    reading.choose("What is shown", reading.window._filters._kind.itemText(_place(reading, outcome)))
    shown = [reading.archive.entries[number] for number in reading.numbers()]
    wanted = [entry for entry in reading.archive.entries.values() if entry.outcome is outcome]
    assert shown == wanted[::-1]
    assert shown


def _place(reading: Reading, outcome: StopOutcome) -> int:
    from srfax_desktop.ui.messages import outcome_words  # noqa: PLC0415

    return reading.window._filters._kind.findText(outcome_words(outcome))


def test_everything_is_everything(reading: Reading) -> None:
    reading.choose("What is shown", "Everything")
    assert reading.count == "100 lines"
    assert len({reading.archive.entries[number].event for number in reading.numbers()}) == 6


def test_checks_that_did_not_confirm(qtbot: QtBot, theme: Theme) -> None:
    archive = MemoryArchive([checked(str(1 + step), list(Verdict)[step % 5]) for step in range(5000)])
    reading = Reading(qtbot, theme, archive).show()
    reading.choose("What is shown", "Checks that did not confirm, or contradict")
    assert reading.count == "searching…"
    assert not reading.button("Export…").isEnabled()
    reading.finish()
    assert reading.count == "3,000 lines"
    assert reading.button("Export…").isEnabled()
    verdicts = {archive.entries[number].verdict for number in reading.numbers()}
    assert verdicts == {Verdict.CONTRADICTED, Verdict.UNSETTLED, Verdict.NOT_ASKED}
    assert reading.numbers() == sorted(reading.numbers(), reverse=True)
    reading.window.refresh()
    reading.choose("What is shown", "All attempts")  # it is not waited for
    QTest.qWait(30)
    assert reading.count == "5,000 lines"


def test_new_lines_do_not_keep_a_long_search_from_its_end(qtbot: QtBot, theme: Theme) -> None:
    archive = MemoryArchive([checked("1", Verdict.UNSETTLED)] * 5000)
    reading = Reading(qtbot, theme, archive).show()
    reading.choose("What is shown", "Checks that did not confirm, or contradict")
    finds = archive.finds
    reading.window._look_for_new()
    assert archive.finds == finds
    assert reading.window._soon.isActive()
    reading.finish()
    assert reading.count == "5,000 lines"


def test_a_long_search_that_fails_says_so(qtbot: QtBot, theme: Theme) -> None:
    archive = MemoryArchive([checked("1", Verdict.UNSETTLED)] * 5000)
    reading = Reading(qtbot, theme, archive).show()
    archive.trouble["lines"] = DAMAGED
    reading.choose("What is shown", "Checks that did not confirm, or contradict")
    reading.finish()
    assert (UNREADABLE, BAD) in reading.told()
    assert reading.count == "5,000 lines"
    assert not reading.button("Export…").isEnabled()


def _days(reading: Reading) -> tuple[QCheckBox, QDateEdit, QCheckBox, QDateEdit]:
    return (
        reading.named(QCheckBox, "From"),
        reading.named(QDateEdit, "First day"),
        reading.named(QCheckBox, "To"),
        reading.named(QDateEdit, "Last day"),
    )


def test_days(qtbot: QtBot, theme: Theme) -> None:
    lines = [answered(str(day), StopOutcome.STOPPED, at=BEGIN + timedelta(days=day)) for day in range(1, 60)]
    reading = Reading(qtbot, theme, MemoryArchive(lines)).show()
    from_, first, to, last = _days(reading)
    assert first.text() == last.text() == "any day"
    assert not first.isEnabled()
    from_.click()
    assert first.date() == QDate.currentDate()
    first.setDate(QDate(2026, 1, 20))
    to.click()
    last.setDate(QDate(2026, 1, 31))
    at = [reading.archive.entries[number].at.astimezone().date() for number in reading.numbers()]
    assert (min(at), max(at), len(at)) == (date(2026, 1, 20), date(2026, 1, 31), 12)
    from_.click()
    assert first.text() == "any day"
    assert reading.count == "30 lines"


def test_the_first_day_is_never_after_the_last(reading: Reading) -> None:
    from_, first, to, last = _days(reading)
    from_.click()
    to.click()
    last.setDate(QDate(2026, 1, 10))
    assert first.date() == QDate(2026, 1, 10)
    first.setDate(QDate(2026, 2, 1))
    assert last.date() == QDate(2026, 2, 1)


def test_half_of_a_month_that_is_typed_is_no_month(reading: Reading) -> None:
    from_, first, to, last = _days(reading)
    from_.click()
    to.click()
    first.setDate(QDate(2026, 3, 1))
    last.setDate(QDate(2026, 11, 24))
    last.setFocus()
    last.setSelectedSection(QDateEdit.Section.MonthSection)
    QTest.keyClicks(last, "12")
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert last.date() == QDate(2026, 12, 24)
    assert first.date() == QDate(2026, 3, 1)


# Numbers


def test_numbers_are_masked_until_they_are_asked_for(reading: Reading) -> None:
    box = reading.named(QCheckBox, "Show full fax numbers")
    assert not box.isChecked()
    assert all(words.startswith("•••••••") for words in reading.column(C.TO))
    box.click()
    assert all(words.startswith("1604555") for words in reading.column(C.TO))


def test_numbers_are_whole_where_the_settings_say_so(qtbot: QtBot, theme: Theme) -> None:
    reading = Reading(qtbot, theme, MemoryArchive(many(100)), mask_numbers=False).show()
    assert reading.named(QCheckBox, "Show full fax numbers").isChecked()
    assert all(words.startswith("1604555") for words in reading.column(C.TO))


# New lines


def test_new_lines_appear_at_the_top(long: Reading) -> None:
    newest = long.archive.add(*life_of(88, BEGIN))
    long.window.refresh()
    assert long.top() == newest[-2]
    assert long.count == "40,004 lines"


def test_what_is_looked_at_stays_where_it_is_when_lines_come_and_go(long: Reading) -> None:
    long.table.scrollTo(long.table.model().index(500, 0), QTableView.ScrollHint.PositionAtTop)
    long.table.selectRow(505)
    top, chosen = long.top(), long.chosen()
    long.archive.add(*life_of(88, BEGIN))
    long.window.refresh()
    assert (long.top(), long.chosen()) == (top, chosen)
    assert long.count == "40,004 lines"
    long.archive.prune(BEGIN + timedelta(days=1), BEGIN + timedelta(days=1000))
    long.window.refresh()
    QApplication.processEvents()
    assert (long.top(), long.chosen()) == (top, chosen)
    long.window.refresh()
    assert (long.top(), long.chosen()) == (top, chosen)


def test_what_is_selected_stays_so_in_another_search(long: Reading) -> None:
    long.table.scrollTo(long.table.model().index(500, 0), QTableView.ScrollHint.PositionAtTop)
    long.table.selectRow(505)
    chosen = long.chosen()
    long.choose("What is shown", "Everything")
    QApplication.processEvents()
    assert long.chosen() == chosen
    assert long.top() == long.numbers()[0]
    long.type("nothing has these words")
    assert long.chosen() is None


def test_the_end_of_the_list_stays_in_view_too(long: Reading) -> None:
    long.table.scrollToBottom()
    top = long.top()
    long.archive.add(*life_of(88, BEGIN))
    long.window.refresh()
    assert long.top() == top


def test_what_is_selected_is_not_gone_back_to(long: Reading) -> None:
    long.table.selectRow(505)
    long.table.scrollTo(long.table.model().index(9000, 0), QTableView.ScrollHint.PositionAtTop)
    top, chosen = long.top(), long.chosen()
    long.archive.prune(BEGIN + timedelta(days=1), BEGIN + timedelta(days=1000))
    long.window.refresh()
    QTest.qWait(100)
    assert (long.top(), long.chosen()) == (top, chosen)


def test_where_the_line_in_view_is_gone_nothing_is_lost(long: Reading) -> None:
    long.table.scrollToBottom()
    long.archive.prune(BEGIN + timedelta(days=1), BEGIN + timedelta(days=1000))
    long.window.refresh()
    long.paint()
    assert long.top() in long.archive.entries


def test_very_many_news_are_looked_for_once(reading: Reading) -> None:
    finds = reading.archive.finds
    for fax in range(50):
        reading.archive.add(*life_of(fax, BEGIN))
        reading.window.refresh_soon()
    assert reading.archive.finds == finds
    reading.qtbot.waitUntil(lambda: reading.count == "240 lines")
    assert reading.archive.finds == finds + 1


def test_a_window_that_is_closed_looks_for_nothing(reading: Reading) -> None:
    reading.window.refresh_soon()
    reading.window.close()
    finds = reading.archive.finds
    reading.window.refresh_soon()
    QTest.qWait(600)
    assert reading.archive.finds == finds


# What cannot be read


def test_a_search_that_fails_says_so_and_keeps_the_lines(reading: Reading, said: list[str]) -> None:
    before = reading.numbers()
    reading.archive.trouble["find"] = DAMAGED
    reading.choose("What is shown", "Everything")
    assert reading.told() == [(UNREADABLE, BAD)]
    assert said == [UNREADABLE]
    assert reading.numbers() == before
    assert not reading.button("Export…").isEnabled()
    assert reading.button("Check history").isEnabled()
    reading.archive.trouble.clear()
    reading.press("Try again")
    assert reading.told() == []
    assert reading.count == "100 lines"
    assert reading.button("Export…").isEnabled()


def test_a_look_for_new_lines_that_fails_moves_nothing(long: Reading) -> None:
    long.table.scrollTo(long.table.model().index(9000, 0), QTableView.ScrollHint.PositionAtTop)
    top = long.top()
    long.archive.trouble["find"] = DAMAGED
    long.window.refresh()
    assert long.told() == [(UNREADABLE, BAD)]
    assert not long.button("Export…").isEnabled()
    long.archive.trouble.clear()
    long.window.refresh()
    assert long.top() == top
    assert long.button("Export…").isEnabled()


def test_an_empty_table_that_could_not_be_read_does_not_say_that_there_is_nothing(
    qtbot: QtBot, theme: Theme
) -> None:
    archive = MemoryArchive(many(100))
    archive.trouble["find"] = DAMAGED
    reading = Reading(qtbot, theme, archive).show()
    assert reading.window._table._nothing == ""
    assert reading.told() == [(UNREADABLE, BAD)]
    reading.paint()


def test_lines_that_cannot_be_read_are_told_of(reading: Reading) -> None:
    reading.archive.trouble["lines"] = DAMAGED
    reading.archive.add(*life_of(88, BEGIN))
    reading.window.refresh()
    reading.paint()
    assert reading.column(C.EVENT)[0] == "…"
    reading.qtbot.waitUntil(lambda: reading.told() == [(UNREADABLE, BAD)])
    reading.archive.trouble.clear()
    QTest.keyClick(reading.window, Qt.Key.Key_F5)
    assert reading.told() == []
    assert reading.column(C.EVENT)[0].startswith("Looked up at SRFax: ")


# Names, keyboard, colours, languages


def controls(reading: Reading) -> Iterator[QWidget]:
    for kind in (QAbstractButton, QLineEdit, QTableView, QComboBox, QDateEdit):
        for widget in reading.window.findChildren(kind):
            own = not isinstance(widget.parentWidget(), QDateEdit | QComboBox | QLineEdit)
            if widget.isVisible() and own and not widget.objectName().startswith("qt_"):
                yield widget


def crowd(reading: Reading) -> None:
    """Bring out as many controls as there can be."""
    reading.press("Check history")
    reading.finish()
    reading.named(QCheckBox, "From").click()
    reading.named(QCheckBox, "To").click()
    reading.archive.trouble["find"] = DAMAGED
    reading.window.refresh()
    reading.search.setFocus()


def test_the_names_of_the_contract(reading: Reading) -> None:
    assert reading.window.accessibleName() == reading.window.windowTitle() == "History"
    assert reading.search.placeholderText()
    assert reading.named(QTableView, "Lines of the history") is reading.table
    for name in ("Check history", "Export…", "Close"):
        assert reading.button(name).isVisible()


def test_every_control_has_a_name_of_its_own(reading: Reading) -> None:
    crowd(reading)
    names = [widget.accessibleName() for widget in controls(reading)]
    assert len(names) >= 13
    assert all(names)
    assert sorted(names) == sorted(set(names))


def test_letters_for_alt_are_used_once(reading: Reading) -> None:
    crowd(reading)
    letters = []
    for widget in reading.window.findChildren(QWidget):
        text = getattr(widget, "text", str)() if isinstance(widget, QAbstractButton | QLabel) else ""
        if widget.isVisible() and "&" in text.replace("&&", ""):
            letters.append(text[text.index("&") + 1].lower())
    assert sorted(letters) == sorted(set(letters))
    assert {"c", "e", "f", "h", "k", "t", "w"} < set(letters)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_reaches_every_control_and_comes_round(reading: Reading, key: Qt.Key) -> None:
    crowd(reading)
    passed: list[QWidget] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if passed and focused is reading.search:
            break
        passed.append(focused)  # a day more than once: it has three parts
        QTest.keyClick(focused, key)
    assert QApplication.focusWidget() is reading.search
    for widget in controls(reading):
        if widget.isEnabled() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            assert widget in passed, widget.accessibleName()


def test_tab_goes_from_top_to_bottom(reading: Reading) -> None:
    crowd(reading)
    heights: list[int] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if heights and focused is reading.search:
            break
        heights.append(focused.mapTo(reading.window, QPoint(0, focused.height() // 2)).y() // 30)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert heights == sorted(heights)


def test_keys(reading: Reading) -> None:
    reading.table.setFocus()
    reading.search.setText("x")
    QTest.keyClick(reading.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reading.search.hasFocus()
    assert reading.search.selectedText() == "x"
    reading.search.clear()
    reading.archive.add(*life_of(88, BEGIN))
    QTest.keyClick(reading.search, Qt.Key.Key_F5)
    assert reading.count == "44 lines"
    with reading.qtbot.waitSignal(reading.window.closed):
        QTest.keyClick(reading.search, Qt.Key.Key_Escape)
    assert not reading.window.isVisible()


def test_everything_by_keyboard_alone(reading: Reading) -> None:
    QTest.keyClicks(reading.search, "31500007")
    reading.qtbot.waitUntil(lambda: reading.count == "4 lines")
    QTest.keyClick(reading.search, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    intact = [("Intact: all 100 lines are as they were written.", GOOD)]
    reading.qtbot.waitUntil(lambda: reading.told() == intact)
    QTest.keyClick(reading.window, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    reading.qtbot.waitUntil(lambda: reading.column(C.TO)[0] == "16045550107")
    QTest.keyClick(reading.window, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    reading.qtbot.waitUntil(lambda: reading.count == "no lines")
    QTest.keyClick(reading.window, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    reading.qtbot.waitUntil(lambda: not reading.window.isVisible())


def test_how_many_were_found_is_said_and_what_is_refreshed_is_not(reading: Reading, said: list[str]) -> None:
    reading.type("31500007")
    assert said == ["4 lines"]
    reading.window.refresh()
    assert said == ["4 lines"]


@pytest.mark.parametrize("width", [800, 1280])
def test_in_a_narrow_window_the_words_come_first(reading: Reading, width: int) -> None:
    reading.window.resize(width, 600)
    reading.paint()
    assert reading.table.isColumnHidden(C.ACCOUNT) is reading.table.isColumnHidden(C.TOOK) is (width < 1000)
    header = reading.table.horizontalHeader()
    assert header.sectionSize(C.EVENT) > header.sectionSize(C.SAID) > 100
    assert sum(header.sectionSize(each) for each in C) == reading.table.viewport().width()


def test_a_column_keeps_the_share_that_it_was_given(reading: Reading) -> None:
    header = reading.table.horizontalHeader()
    reading.window.resize(1100, 600)
    reading.paint()
    header.resizeSection(C.EVENT, header.sectionSize(C.EVENT) // 2)
    share = header.sectionSize(C.EVENT) / header.sectionSize(C.SAID)
    reading.window.resize(1300, 600)
    reading.paint()
    assert header.sectionSize(C.EVENT) / header.sectionSize(C.SAID) == pytest.approx(share, rel=0.05)


def test_the_window_follows_light_and_dark(reading: Reading, dark: Callable[[bool], None]) -> None:
    crowd(reading)
    for is_dark, colours in ((True, DARK), (False, LIGHT)):
        dark(is_dark)
        QApplication.processEvents()
        picture = reading.window.grab().toImage()
        assert picture.pixelColor(4, picture.height() - 4) == QColor(colours.window)
        for box in reading.window.findChildren(QCheckBox):
            edge = box.grab().toImage().pixelColor(0, box.height() // 2)
            assert edge.name().upper() in {colours.control_line, colours.focus}, box.accessibleName()


def test_the_window_follows_the_language(reading: Reading, qapp: QApplication) -> None:
    foreign = Foreign()
    reading.press("Check history")
    reading.finish()
    qapp.installTranslator(foreign)
    QApplication.processEvents()
    try:
        plain = [widget.accessibleName() for widget in controls(reading)]
        assert [name for name in plain if not name.startswith("«") and name != "Dismiss"] == []
        assert reading.window.windowTitle() == "«History»"
        assert reading.window._count.text() == "«40 lines»"
        assert reading.column(C.EVENT)[0].startswith("«Looked up")
        header = reading.table.model().headerData(C.TO, Qt.Orientation.Horizontal)
        assert header == "«To»"
        box = reading.named(QComboBox, "«What is shown»")
        words = [box.itemText(index) for index in range(box.count())]
        assert [each for each in words if each and not each.startswith("«")] == []
        assert reading.window._retention._box.itemText(0) == "«forever»"
    finally:
        qapp.removeTranslator(foreign)
    QApplication.processEvents()
    assert reading.window.windowTitle() == "History"


# A hundred thousand lines


def test_scrolling_reads_only_what_is_passed(long: Reading) -> None:
    long.paint()
    asked = sum(long.archive.asked)
    assert asked <= 400
    bar = long.table.verticalScrollBar()
    for share in (0.25, 0.5, 0.75, 1.0):
        bar.setValue(round(bar.maximum() * share))
        long.paint()
    assert sum(long.archive.asked) - asked <= 4 * 400
    assert long.archive.find(HistoryQuery(events=ATTEMPT_EVENTS))[-1] == long.numbers()[-1]


def test_paging_through_it_is_quick(long: Reading) -> None:
    long.table.setFocus()
    begin = time.perf_counter()
    for _ in range(50):
        QTest.keyClick(long.table, Qt.Key.Key_PageDown)
        QApplication.processEvents()
    assert long.table.currentIndex().row() > 500
    assert time.perf_counter() - begin < 5


def test_each_heading_has_room_in_both_languages(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    with languages(qapp) as chosen:
        window = Reading(qtbot, theme, MemoryArchive(many(10))).show().window
        for code in ("en", "fr"):
            chosen.choose(code)
            settle()
            header = window._table.horizontalHeader()
            shown = [column for column in HistoryColumn if not header.isSectionHidden(column)]
            assert [each for each in shown if header.sectionSize(each) < header.sectionSizeHint(each)] == []
