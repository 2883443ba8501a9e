# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window as a whole: its buttons for several faxes, its banners, its details, its end, its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.colours import DARK, LIGHT
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.details_pane import DetailsPane
from srfax_desktop.ui.herald import GATHER_MS
from srfax_desktop.ui.letters import plain
from srfax_desktop.ui.notices import finishing_words
from tests.engine.rig import (
    BLOCKED,
    CLINIC,
    CONVERTING,
    REJECTED,
    STOPPED,
    TIMED_OUT,
    UNREACHABLE,
    UNTRUSTED,
    Rig,
)
from tests.ui.desk import Desk, answer_question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

PARTLY = StopAnswer(StopOutcome.PARTIALLY_SENT, "Fax cancelled but partially sent", "Success")
TOO_LATE = StopAnswer(StopOutcome.ALREADY_SENT, "Fax transmission completed", "Failed")
MARKUP = StopAnswer(StopOutcome.UNRECOGNISED, "<b>Fax Cancelled</b>", "Success", reason=Reason.UNKNOWN_TEXT)


@pytest.fixture
def no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bool:
        pytest.fail("a question was asked")

    monkeypatch.setattr("srfax_desktop.ui.questions.ask_before_stopping_all", fail)
    monkeypatch.setattr("srfax_desktop.ui.questions.ask_before_closing", fail)


def choose(desk: Desk, *fax_ids: str) -> None:
    """Select these faxes and no others."""
    desk.table.clearSelection()
    desk.table.select(tuple(map(FaxId, fax_ids)))
    desk.settle()


# Stopping


@pytest.mark.usefixtures("no_question")
def test_stop_selected_asks_nothing_however_many_there_are(desk: Desk) -> None:
    desk.add(*map(str, range(1, 31)))
    choose(desk, "3", "7")
    desk.press("Stop selected")
    assert desk.rig.under_way == ["3", "7"]
    assert desk.row("3")[Column.STATUS] == "Stopping…"
    assert desk.row("4")[Column.STATUS] == "Waiting"


@pytest.mark.usefixtures("no_question")
def test_stop_all_with_one_fax_asks_nothing(desk: Desk) -> None:
    desk.add("1")
    desk.press("Stop all")
    assert desk.rig.under_way == ["1"]


def test_stop_all_asks_once_with_the_number(desk: Desk) -> None:
    desk.add("1", "2", "3", "4")
    desk.click_row_button("4")
    desk.answer("4", STOPPED)
    asked = answer_question("Stop 3 faxes")
    desk.press("Stop all")
    assert asked == ["Stop all 3 faxes?"]
    assert desk.rig.under_way == ["1", "2", "3"]


@pytest.mark.parametrize("answer", ["Cancel", None])
def test_stop_all_can_be_thought_better_of(desk: Desk, answer: str | None) -> None:
    desk.add("1", "2")
    asked = answer_question(answer)
    desk.press("Stop all")
    assert len(asked) == 1
    assert desk.rig.under_way == []


@pytest.mark.usefixtures("no_question")
def test_pressing_stop_all_twice_does_not_ask_about_no_faxes(desk: Desk) -> None:
    desk.add("1")
    desk.settle()
    button = desk.button("Stop all")
    button.click()
    button.click()
    assert desk.rig.under_way == ["1"]


def test_buttons_that_would_do_nothing_are_off(desk: Desk) -> None:
    names = ("Stop selected", "Stop all", "Retry now", "Stop trying")

    def on() -> list[str]:
        desk.settle()
        return [name for name in names if desk.button(name).isEnabled()]

    assert on() == []
    desk.add("1")
    assert on() == ["Stop selected", "Stop all"]
    desk.press("Stop selected")
    assert on() == ["Stop trying"]
    desk.answer("1", CONVERTING)
    assert on() == ["Retry now", "Stop trying"]
    desk.press("Retry now")
    desk.answer("1", STOPPED)
    assert on() == []


# Trying again, and no more


def test_retry_now_for_the_selected_and_for_all(desk: Desk) -> None:
    desk.rig.ask("1", "2", "3")
    for fax_id in ("1", "2", "3"):
        desk.answer(fax_id, CONVERTING)
    choose(desk, "2")
    desk.press("Retry now")
    assert desk.rig.under_way == ["2"]
    desk.table.clearSelection()
    desk.press("Retry now")
    assert desk.rig.under_way == ["2", "1", "3"]


def test_stop_trying_in_a_countdown_and_in_a_request(desk: Desk) -> None:
    desk.rig.ask("1", "2")
    desk.answer("1", CONVERTING)
    desk.table.clearSelection()
    desk.press("Stop trying")
    assert desk.row("1")[Column.STATUS] == "Not tried again – may still be going out"
    assert desk.row("2")[Column.STATUS] == "Ending – last answer awaited"
    desk.answer("2", STOPPED)
    assert desk.row("2")[Column.STATUS] == "Stopped"
    desk.rig.wait(30)
    assert desk.rig.under_way == []


@pytest.mark.parametrize(
    ("chosen", "retry", "end"),
    [
        ("", "for all", "for all"),
        ("converting", "the selected", "the selected"),
        ("not found", "the selected", "for all"),
        ("stopping", "for all", "the selected"),
        ("stopped", "for all", "for all"),
    ],
)
def test_the_buttons_say_whom_they_concern(desk: Desk, chosen: str, retry: str, end: str) -> None:
    ids = {"converting": "1", "not found": "2", "stopping": "3", "stopped": "4"}
    desk.rig.ask("1", "2", "3", "4")
    desk.answer("1", CONVERTING)
    desk.rig.controller.end([FaxId("2")])
    desk.answer("2", CONVERTING)
    desk.answer("4", STOPPED)
    desk.table.clearSelection()
    if chosen:
        choose(desk, ids[chosen])
    desk.settle()
    assert retry in desk.button("Retry now").toolTip()
    assert end in desk.button("Stop trying").toolTip()


@pytest.mark.parametrize(
    ("chosen", "why"),
    [("", "Select a fax first"), ("stopping", "Each selected fax is being tried already, or has ended")],
)
def test_a_button_that_is_off_says_why(desk: Desk, chosen: str, why: str) -> None:
    desk.rig.ask("1")
    desk.table.clearSelection()
    if chosen:
        choose(desk, "1")
    desk.settle()
    assert told_of(desk.button("Stop selected")) == why
    assert told_of(desk.button("Stop all")) == "No fax in the list waits to be stopped"
    assert told_of(desk.button("Retry now")) == "No fax waits to be tried again"
    desk.answer("1", STOPPED)
    assert told_of(desk.button("Stop trying")) == "No fax is being tried"
    desk.add("2")
    choose(desk, "2")
    desk.settle()
    assert told_of(desk.button("Stop selected")) == "Ask SRFax to stop the selected faxes, at once"


def told_of(button: QPushButton) -> str:
    """What a screen reader says of a button besides its name; eyes have it as a tool tip."""
    told = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
    assert told == button.toolTip()
    return str(told)


def with_menu(desk: Desk, fax_id: str, act: Callable[[dict[str, QAction]], None]) -> None:
    """Open the menu of a row and do something with it."""
    choose(desk, fax_id)
    desk.table.customContextMenuRequested.emit(desk.cell_rect(fax_id, Column.FAX_ID).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    act({plain(action.text()): action for action in menu.actions()})
    menu.close()
    desk.settle()


@pytest.mark.parametrize("words", ["Stop trying", "Retry now"])
def test_a_menu_never_acts_on_more_than_was_chosen(desk: Desk, words: str) -> None:
    """The answer may come while the menu is open: then there is nothing left to do for that fax."""
    desk.rig.ask("1", "2")
    desk.answer("1", CONVERTING)
    desk.answer("2", CONVERTING)

    def act(actions: dict[str, QAction]) -> None:
        desk.rig.controller.retry_now([FaxId("1")])
        desk.rig.answer("1", STOPPED)
        actions[words].trigger()

    with_menu(desk, "1", act)
    assert desk.rig.status("2") == "retrying"


def test_menus_do_not_pile_up(desk: Desk) -> None:
    desk.add("1")
    before = len(desk.window.findChildren(QMenu))
    for _ in range(3):
        with_menu(desk, "1", lambda _: None)
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    assert len(desk.window.findChildren(QMenu)) <= before + 1


# The summary


def test_the_summary_follows(desk: Desk) -> None:
    assert desk.summary == ""
    desk.rig.ask("1", "2", "3", "4", "5")
    for fax_id, answer in {"1": STOPPED, "2": PARTLY, "3": TOO_LATE, "4": CONVERTING}.items():
        desk.rig.answer(fax_id, answer)
    assert desk.summary == "1 too late · 1 partly sent · 1 retrying, next in 10 s · 1 stopping · 1 stopped"
    desk.rig.wait(6.5)
    assert " · 1 retrying, next in 4 s · " in desk.summary
    assert desk.row("4")[Column.STATUS] == "Retrying in 4 s"
    assert desk.row("4")[Column.ACTION] == "Retry in 4 s"


def test_five_thousand_pasted_ids(desk: Desk) -> None:
    text = "\n".join(map(str, range(1, 5001))) + "\n7\nnonsense\n4999"
    QApplication.clipboard().setText(text)
    desk.line.setFocus()
    QTest.keyClick(desk.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.summary == "5000 waiting"
    assert desk.line.text() == "nonsense"
    assert "5000 added · given twice, added once: 7, 4999 · not a fax ID: nonsense" in desk.labels()
    assert len(desk.selected()) == 5000
    desk.press("Stop selected")
    assert len(desk.rig.under_way) == 4
    assert desk.summary == "5000 stopping"
    choose(desk, "4000")
    desk.press("Stop trying")
    assert desk.summary == "1 not confirmed · 4999 stopping"


# Banners


@pytest.mark.parametrize(
    ("answer", "start", "button"),
    [
        (REJECTED, "SRFax refused the account number or password.", "Sign in…"),
        (UNREACHABLE, "SRFax cannot be reached: the connection was refused.", "Retry now"),
        (BLOCKED, "SRFax sends blank answers", "Retry now"),
        (UNTRUSTED, "The certificate", "Retry now"),
    ],
)
def test_what_concerns_all_is_said_once_with_the_button_that_helps(
    desk: Desk, qtbot: QtBot, answer: StopAnswer, start: str, button: str
) -> None:
    desk.rig.ask("1", "2")
    desk.rig.answer("1", answer)
    desk.rig.answer("2", answer)
    desk.settle()
    assert len(desk.banners()) == 1
    banner = desk.banner(start)
    assert plain(banner.button.text()) == button
    if button == "Sign in…":
        with qtbot.waitSignal(desk.window.sign_in_wanted):
            banner.button.click()
        desk.rig.controller.sign_in(CLINIC, proven=True)
        assert desk.rig.under_way == ["1", "2"]
    else:
        banner.button.click()
        assert desk.rig.under_way == ["1"]
        assert "Trying now…" in desk.banners()[0]
        desk.rig.answer("1", STOPPED)
    desk.settle()
    assert desk.banners() == []


def test_without_an_account_the_banner_asks_for_it(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, rig=Rig(credentials=None))
    desk.show()
    assert desk.banners() == []
    desk.rig.ask("1")
    with qtbot.waitSignal(desk.window.sign_in_wanted):
        desk.banner("Sign in to SRFax").button.click()


def test_a_banner_counts_down_without_a_word_to_the_screen_reader(desk: Desk, said: list[str]) -> None:
    desk.rig.ask("1")
    desk.rig.answer("1", UNREACHABLE)
    assert desk.banners() == ["SRFax cannot be reached: the connection was refused. Trying again in 2 s."]
    told = list(said)
    desk.rig.wait(1.1)
    assert desk.banners()[0].endswith("Trying again in 1 s.")
    assert said == told
    desk.rig.wait(1)
    assert desk.rig.under_way == ["1"]


def test_a_button_that_goes_does_not_take_the_keyboard_along(desk: Desk) -> None:
    desk.rig.ask("1")
    desk.rig.answer("1", UNTRUSTED)
    banner = desk.banner("The certificate")
    banner.button.setFocus()
    QTest.keyClick(banner.button, Qt.Key.Key_Space)
    desk.rig.answer("1", STOPPED)
    desk.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_a_disk_that_takes_nothing_is_told_until_it_does(desk: Desk) -> None:
    desk.rig.store.broken = True
    desk.add("1")
    assert desk.banner("The list cannot be saved: the disk is full").button.isHidden()
    desk.press("Stop selected")
    assert desk.rig.under_way == ["1"], "stopping goes on"
    desk.rig.store.broken = False
    desk.answer("1", STOPPED)
    assert desk.banners() == []


def test_a_disk_that_took_nothing_before_there_was_a_window_is_told(qtbot: QtBot, theme: Theme) -> None:
    """As at a start that goes on with stops while another process holds the file."""
    rig = Rig()
    rig.store.broken = True
    rig.ask("1")
    desk = Desk(qtbot, theme, rig=rig)
    desk.show()
    assert desk.banner("The list cannot be saved").button.isHidden()
    rig.store.broken = False
    desk.answer("1", STOPPED)
    assert desk.banners() == []


def test_practice_is_plain_to_see(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, practice=True)
    desk.show()
    assert "PRACTICE" in desk.window.windowTitle()
    banner = desk.banner("Practice")
    with qtbot.waitSignal(desk.window.practice_wanted):
        banner.button.click()
    (start_over,) = [b for b in banner.findChildren(QPushButton) if plain(b.text()) == "Start over"]
    with qtbot.waitSignal(desk.window.start_over_wanted):
        start_over.click()


def test_what_the_same_news_says_twice_stands_there_once(desk: Desk) -> None:
    for words in ("one", "two", "one"):
        desk.window.notices.tell(words)
    assert desk.banners() == ["two\none"]
    for words in ("three", "four"):
        desk.window.notices.tell(words)
    assert desk.banners() == ["one\nthree\nfour"]


# Details


def details(desk: Desk) -> list[str]:
    return [label.text() for label in desk.only(DetailsPane).findChildren(QLabel) if label.isVisible()]


def history(desk: Desk) -> list[str]:
    model = desk.named(QTableView, "History of the chosen fax").model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_the_details_of_the_chosen_fax(desk: Desk) -> None:
    assert details(desk) == ["Choose a fax to see what happened to it."]
    desk.add("1", "2")
    desk.rig.ask("1")
    choose(desk, "1")
    assert details(desk)[0] == "Fax 1: Stopping…"
    desk.answer("1", CONVERTING)
    assert details(desk)[0] == "Fax 1: Retrying in 10 s"
    desk.rig.wait(1.05)
    assert details(desk)[0] == "Fax 1: Retrying in 9 s"
    assert history(desk) == [
        "Attempt 1: Being converted – cannot be stopped at this moment – again in 10 s",
        "You asked for it to be stopped",
        "Added to the list",
    ]
    choose(desk, "2")
    assert details(desk)[0] == "Fax 2: Waiting"
    assert history(desk) == ["Added to the list"]


def test_the_button_in_the_details_does_what_it_says(desk: Desk) -> None:
    desk.add("1")
    desk.button("Stop: fax 1").click()
    assert desk.rig.under_way == ["1"]
    desk.answer("1", TIMED_OUT)
    button = desk.button("Retry now: fax 1")
    assert plain(button.text()) == "Retry in 2 s"
    button.click()
    assert desk.rig.under_way == ["1"]
    desk.answer("1", PARTLY)
    assert not button.isVisible()
    assert any("privacy officer" in words for words in details(desk))


def test_the_details_of_a_fax_that_is_taken_off_and_added_again(desk: Desk) -> None:
    desk.add("1")
    desk.key(Qt.Key.Key_Delete)
    assert details(desk) == ["Choose a fax to see what happened to it."]
    desk.add("1")
    assert history(desk) == ["Added to the list", "Taken off the list", "Added to the list"]


def test_words_from_srfax_are_never_taken_for_markup(desk: Desk) -> None:
    desk.rig.ask("1")
    desk.answer("1", MARKUP)
    choose(desk, "1")
    assert desk.row("1")[Column.SAID] == "<b>Fax Cancelled</b>"
    for name in ("Faxes", "History of the chosen fax"):
        model = desk.named(QTableView, name).model()
        for column in range(model.columnCount()):
            tip = model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
            assert "<b>" not in (tip or ""), f"{name}: a tip is shown as rich text"
    desk.type_ids("<i>7</i>x")
    reports = [label for label in desk.window.findChildren(QLabel) if "not a fax ID" in label.text()]
    assert [label.textFormat() for label in reports] == [Qt.TextFormat.PlainText]


# What is said aloud


def test_each_end_is_announced(desk: Desk, said: list[str], qtbot: QtBot) -> None:
    desk.rig.ask("1", "2", "3")
    desk.rig.answer("1", STOPPED)
    desk.rig.answer("2", CONVERTING)
    desk.rig.answer("3", TOO_LATE)
    qtbot.wait(GATHER_MS + 50)
    assert said == ["Fax 1: Stopped", "Fax 3: Too late – already sent"]
    desk.rig.controller.end([FaxId("2")])
    qtbot.wait(GATHER_MS + 50)
    assert said[2:] == ["Fax 2: Not tried again – may still be going out"]


def test_very_many_ends_are_announced_one_by_one(desk: Desk, said: list[str], qtbot: QtBot) -> None:
    ids = [str(number) for number in range(1, 31)]
    desk.rig.ask(*ids)
    for fax_id in ids:
        desk.rig.answer(fax_id, STOPPED)
    qtbot.wait(GATHER_MS + 50)
    assert said == [f"Fax {number}: Stopped" for number in range(1, 31)]


def test_a_fax_that_was_asked_for_again_is_not_announced_as_ended(
    desk: Desk, said: list[str], qtbot: QtBot
) -> None:
    desk.rig.ask("1")
    desk.rig.controller.end([FaxId("1")])
    desk.rig.answer("1", CONVERTING)
    desk.rig.ask("1")
    qtbot.wait(GATHER_MS + 50)
    assert said == []


def test_whoever_asks_hears_once_that_a_fax_is_not_stopped_yet(
    desk: Desk, said: list[str], qtbot: QtBot
) -> None:
    desk.add("1")
    desk.table.selectRow(0)
    said.clear()
    desk.press("Stop selected")
    for seconds in (0, 10, 10):
        desk.rig.wait(seconds)
        desk.rig.answer("1", CONVERTING)
        qtbot.wait(GATHER_MS + 50)
    assert said == ["Fax 1: Not stopped yet. It is tried again by itself."]
    desk.press("Retry now")
    desk.rig.answer("1", CONVERTING)
    qtbot.wait(GATHER_MS + 50)
    assert said[1:] == ["Fax 1: Not stopped yet. It is tried again by itself."], "a press is answered"


def test_what_stops_at_once_after_all_is_heard_as_stopped_only(
    desk: Desk, said: list[str], qtbot: QtBot
) -> None:
    desk.add("1")
    desk.table.selectRow(0)
    said.clear()
    desk.press("Stop selected")
    desk.rig.answer("1", CONVERTING)
    desk.press("Retry now")
    desk.rig.answer("1", STOPPED)
    qtbot.wait(GATHER_MS + 50)
    assert said == ["Fax 1: Stopped"]


def test_a_screen_reader_can_tell_practice_from_the_real_list(qtbot: QtBot, theme: Theme) -> None:
    practice, real = Desk(qtbot, theme, practice=True).window, Desk(qtbot, theme).window
    assert practice.accessibleName() == real.accessibleName() == "SRFax Desktop"
    assert practice.accessibleDescription().startswith("Practice – no fax here is real")
    assert real.accessibleDescription() == ""


# Closing


@pytest.mark.usefixtures("no_question")
def test_closing_an_idle_window_asks_nothing_and_waits_for_the_engine(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.window.close_wanted):
        desk.window.close()
    assert desk.window.isVisible(), "the engine has not finished"
    desk.window.close_now()
    assert not desk.window.isVisible()


@pytest.mark.parametrize("answer", ["Keep trying", None])
def test_closing_asks_while_anything_is_tried(desk: Desk, answer: str | None) -> None:
    desk.rig.ask("1", "2")
    asked = answer_question(answer)
    desk.window.close()
    assert asked == ["2 faxes are still being tried."]
    assert desk.window.isVisible()
    assert desk.banners() == []
    assert desk.window._page.isEnabled()


def test_closing_says_that_it_finishes_and_asks_no_second_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[bool] = []
    desk.window.close_wanted.connect(lambda: wanted.append(True))
    desk.rig.ask("1")
    asked = answer_question("Close")
    desk.window.close()
    assert asked == ["1 fax is still being tried."]
    assert desk.banners() == [finishing_words()]
    assert not desk.button("Stop selected").isEnabled()
    monkeypatch.setattr("srfax_desktop.ui.questions.ask_before_closing", lambda *_: pytest.fail("again"))
    desk.window.close()
    assert wanted == [True]
    assert desk.window.isVisible()


# Names, keyboard, colours


def crowd(desk: Desk) -> None:
    """Bring out as many controls as there can be."""
    desk.rig.ask("1", "2")
    desk.answer("1", CONVERTING)
    desk.answer("2", UNREACHABLE)
    desk.window.notices.tell("something worth knowing")
    desk.type_ids("3 nonsense")
    choose(desk, "1")


def controls(desk: Desk) -> Iterator[QWidget]:
    for kind in (QAbstractButton, QLineEdit, QTableView):
        for widget in desk.window.findChildren(kind):
            if widget.isVisible() and not widget.objectName().startswith("qt_"):
                yield widget


def name_of(widget: QWidget) -> str:
    text = getattr(widget, "text", str)() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text.replace("&", "")


def test_the_names_of_the_contract(desk: Desk) -> None:
    assert desk.window.accessibleName() == desk.window.windowTitle() == "SRFax Desktop"
    assert desk.line.placeholderText()
    assert desk.named(QTableView, "Faxes") is desk.table
    for name in ("Add", "Stop selected", "Stop all", "Retry now", "Stop trying"):
        assert desk.button(name).isVisible()


def test_every_control_has_a_name_of_its_own(desk: Desk) -> None:
    crowd(desk)
    inside = {type(child) for child in desk.line.children()}
    names = [name_of(each) for each in controls(desk) if type(each) not in inside or each.accessibleName()]
    named = [each for each in names if each]
    assert [each for each in set(named) if named.count(each) > 1] == []
    for widget in controls(desk):
        if not name_of(widget):
            assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus, widget


def test_the_name_of_retry_now_stays_while_its_words_count_down(desk: Desk) -> None:
    desk.rig.ask("1")
    desk.answer("1", CONVERTING)
    button = desk.button("Retry now")
    assert plain(button.text()).strip() == "Retry in 10 s"
    assert button.accessibleDescription() == "Tries again by itself when the countdown ends"


def test_a_silenced_banner_keeps_no_name_that_somebody_could_find(desk: Desk) -> None:
    desk.rig.ask("1")
    desk.rig.answer("1", UNREACHABLE)
    banner = desk.banner("SRFax cannot")
    assert banner.button.accessibleName() != "Retry now"
    assert "Retry now" in banner.button.accessibleName()
    banner.button.click()
    desk.rig.answer("1", STOPPED)
    assert not banner.isVisible()
    assert banner.button.text() == banner.button.accessibleName() == ""


def test_letters_for_alt_are_used_once(desk: Desk) -> None:
    crowd(desk)
    letters = []
    for widget in desk.window.findChildren(QWidget):
        text = getattr(widget, "text", str)() if isinstance(widget, QAbstractButton | QLabel) else ""
        if widget.isVisible() and "&" in text.replace("&&", ""):
            letters.append(text[text.index("&") + 1].lower())
    assert sorted(letters) == sorted(set(letters))
    assert len(letters) >= 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_reaches_every_control_and_comes_round(desk: Desk, key: Qt.Key) -> None:
    crowd(desk)
    desk.line.setFocus()
    passed: list[QWidget] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in passed:
            break
        passed.append(focused)
        QTest.keyClick(focused, key)
    assert passed[0] is desk.line
    assert QApplication.focusWidget() is desk.line
    for widget in controls(desk):
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isEnabled():
            assert reachable, name_of(widget)
            assert widget in passed, name_of(widget)


def test_tab_goes_from_top_to_bottom(desk: Desk) -> None:
    crowd(desk)
    desk.line.setFocus()
    heights: list[int] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if heights and focused is desk.line:
            break
        heights.append(focused.mapTo(desk.window, QPoint(0, 0)).y() // 60)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    top = heights.index(min(heights))
    assert heights[top:] + heights[:top] == sorted(heights)


def test_tab_comes_by_the_notes_of_a_call_before_the_buttons_at_the_foot(desk: Desk) -> None:
    desk.type_ids("1")
    desk.rig.ask("1")
    desk.answer("1", PARTLY)
    desk.rig.controller.add([FaxId("2")])
    desk.settle()
    desk.table.setFocus()
    passed: list[str] = []
    while not passed or (passed[-1] != "Stop all" and len(passed) < 20):
        QTest.keyClick(QApplication.focusWidget() or desk.window, Qt.Key.Key_Tab)
        passed.append(name_of(QApplication.focusWidget() or desk.window))
    assert passed[-6:] == ["What to do now", "Spoke to", "When", "Now", "Notes", "Stop all"]


def test_everything_by_keyboard_alone(desk: Desk) -> None:
    desk.line.setFocus()
    QTest.keyClicks(desk.line, "1 2")
    QTest.keyClick(desk.line, Qt.Key.Key_Return)
    desk.settle()
    QTest.keyClick(desk.line, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    desk.qtbot.waitUntil(lambda: desk.rig.under_way == ["1", "2"])
    desk.answer("1", CONVERTING)
    desk.answer("2", CONVERTING)
    QTest.keyClick(desk.line, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    desk.qtbot.waitUntil(lambda: desk.rig.status("1") == desk.rig.status("2") == "ended")


def test_the_window_follows_light_and_dark(desk: Desk, dark: Callable[[bool], None]) -> None:
    crowd(desk)
    for banner in desk.window.findChildren(Banner):
        banner.say("It has something to say.")  # a silent one has no colours
    shades = {}
    for is_dark, colours in ((True, DARK), (False, LIGHT)):
        dark(is_dark)
        desk.settle()
        assert desk.window.palette().window().color() == QColor(colours.window)
        picture = desk.window.grab().toImage()
        shades[is_dark] = picture.pixelColor(4, picture.height() - 4)
        assert shades[is_dark] == QColor(colours.window)
        for banner in desk.window.findChildren(Banner):
            tint = banner._theme.tint(banner._tone)
            assert tint.text in banner.words.styleSheet()
    assert shades[True] != shades[False]


def test_the_account_button_opens_its_menu_by_keyboard(desk: Desk) -> None:
    desk.window.show_account()
    button = desk.window.account
    assert button.accessibleName() == "Account 12345"
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    opened: list[list[str]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        opened.append([plain(action.text()) for action in menu.actions() if action.text()])
        menu.close()

    QTimer.singleShot(20, look)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: bool(opened))
    assert opened[0][0] == "Sign in…"


def test_without_automatic_retry_a_countdown_lights_up(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, rig=Rig(policy=RetryPolicy(automatic=False)))
    desk.show()
    desk.rig.ask("1")
    desk.answer("1", CONVERTING)
    desk.rig.wait(10.5)
    desk.settle()
    assert desk.rig.under_way == []
    assert desk.row("1")[Column.STATUS] == "Ready to retry"
    assert desk.row("1")[Column.ACTION] == "Retry now"
    desk.press("Retry now")
    assert desk.rig.under_way == ["1"]


def test_retry_now_for_all_leaves_alone_what_the_user_ended(desk: Desk) -> None:
    desk.add("1", "2")
    desk.press("Stop selected")
    desk.answer("1", CONVERTING)
    desk.answer("2", CONVERTING)
    desk.table.clearSelection()
    desk.controller.end([FaxId("1")])
    desk.press("Retry now")
    assert desk.rig.under_way == ["2"]
    desk.answer("2", STOPPED)
    desk.settle()
    assert not desk.button("Retry now").isEnabled()
    desk.table.selectRow(0)
    desk.press("Retry now")
    assert desk.rig.under_way == ["1"]
