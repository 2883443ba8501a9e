# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is told outside of the window: only when nobody looks at it, together, and of no fax which."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon, QWidget

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.status import FINAL, Status
from srfax_desktop.ui import away
from srfax_desktop.ui.away import Away
from srfax_desktop.ui.away_words import ends_words, tray_words
from srfax_desktop.ui.tray import Tray
from srfax_desktop.ui.tray_icon import SIZES, TrayState, tray_picture, tray_state
from tests.engine.rig import CONVERTING, STOPPED, UNRECOGNISED
from tests.ui.desk import answer_question
from tests.ui.listed import learn
from tests.ui.test_window_run import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.desk import Desk

PARTLY = StopAnswer(StopOutcome.PARTIALLY_SENT, "Fax cancelled but partially sent", "Success")
LATE = StopAnswer(StopOutcome.ALREADY_SENT, "Fax transmission completed", "Failed")
REFUSED = StopAnswer(
    StopOutcome.LOGIN_REJECTED, "Invalid Access Code / Password", "Failed", reason=Reason.DOCUMENTED
)


@dataclass
class Outside:
    """Who is told, and what."""

    desk: Desk
    preferences: Kept = field(default_factory=Kept)
    told: list[tuple[str, bool, list[FaxId]]] = field(default_factory=list)

    def begin(self) -> None:
        self.away = Away(self.desk.window, self.desk.controller, self.preferences, self.desk.window)
        self.away.told.connect(lambda *told: self.told.append(told))

    @property
    def words(self) -> list[str]:
        return [words for words, _, _ in self.told]

    def end(self, answer: StopAnswer, *fax_ids: str) -> None:
        self.desk.rig.ask(*fax_ids)
        for fax_id in fax_ids:
            self.desk.answer(fax_id, answer)

    def wait(self) -> None:
        timer = self.away._timer
        self.desk.qtbot.waitUntil(lambda: not timer.isActive())


@pytest.fixture
def outside(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Outside:
    """Nobody looks at the window, and nobody waits for long."""
    monkeypatch.setattr(away, "GATHER_MS", 30)
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    made = Outside(desk)
    made.begin()
    return made


def test_each_end_is_told_without_a_word_of_which_fax(outside: Outside) -> None:
    for fax_id, answer in (("31524001", STOPPED), ("31524002", PARTLY), ("31524003", LATE)):
        outside.end(answer, fax_id)
        learn(outside.desk.rig, fax_id, to_number="16045550123", subject="Referral")
        outside.wait()
    assert outside.words == [
        "A fax was stopped.",
        "A fax was stopped, but some of its pages were sent.",
        "A fax could not be stopped: it had already been sent.",
    ]
    assert [urgent for _, urgent, _ in outside.told] == [False, True, True]
    assert [fax_ids for _, _, fax_ids in outside.told] == [["31524001"], ["31524002"], ["31524003"]]
    assert not re.search(r"\d|Referral", " ".join(outside.words))


@pytest.mark.parametrize("status", (FINAL | {Status.FAILED}) - {Status.ENDED})
def test_every_end_has_words_and_none_has_a_number(status: Status) -> None:
    words = ends_words({FaxId("31524001"): status}, None)
    assert words.endswith(".")
    assert not re.search(r"\d", words)
    assert ("was stopped." in words) is (status is Status.STOPPED) or status is Status.NOT_CONFIRMED


def test_who_wants_it_is_told_which_fax_it_was(outside: Outside) -> None:
    outside.preferences.notify_numbers = True
    outside.desk.add("31524001")
    learn(outside.desk.rig, "31524001", to_number="16045550123", subject="Referral")
    outside.end(STOPPED, "31524001")
    outside.wait()
    assert outside.words == ["Fax 31524001 to …0123: Stopped"]


def test_who_wants_nothing_is_told_nothing(outside: Outside) -> None:
    outside.preferences.notify = False
    outside.end(STOPPED, "1")
    outside.end(REFUSED, "2")
    outside.wait()
    assert outside.told == []


def test_who_looks_at_the_window_is_told_nothing(outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: outside.desk.window))
    outside.end(STOPPED, "1")
    outside.wait()
    assert outside.told == []


def test_who_comes_back_in_time_is_told_nothing(outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    outside.end(STOPPED, "1")
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: outside.desk.window))
    outside.wait()
    assert outside.told == []


def test_who_looks_at_another_window_is_told_all_the_same(
    outside: Outside, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    guide = QWidget()
    qtbot.addWidget(guide)
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: guide))
    outside.end(STOPPED, "1")
    outside.wait()
    assert outside.words == ["A fax was stopped."]


def test_who_answers_a_question_of_the_window_sees_the_list_behind_it(
    outside: Outside, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    question = QWidget()
    qtbot.addWidget(question)
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: question))
    monkeypatch.setattr(QApplication, "activeModalWidget", staticmethod(lambda: question))
    outside.end(STOPPED, "1")
    outside.wait()
    assert outside.told == []


@pytest.mark.parametrize("put_away", [QWidget.hide, QWidget.showMinimized])
def test_a_question_over_no_window_shows_no_list(
    outside: Outside,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    put_away: Callable[[QWidget], None],
) -> None:
    question = QWidget()
    qtbot.addWidget(question)
    put_away(outside.desk.window)
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: question))
    monkeypatch.setattr(QApplication, "activeModalWidget", staticmethod(lambda: question))
    outside.end(STOPPED, "1")
    outside.wait()
    assert outside.words == ["A fax was stopped."]


def test_five_hundred_ends_are_one_notice(outside: Outside) -> None:
    outside.away._timer.setInterval(60_000)  # however slow this machine is
    late, *others = [str(31524000 + number) for number in range(500)]
    outside.desk.rig.ask(late, *others)
    for fax_id in others:
        outside.desk.rig.answer(fax_id, STOPPED)
    outside.desk.rig.answer(late, LATE)
    outside.away._tell()
    assert outside.words == ["1 too late · 499 stopped"]
    assert outside.told[0][1]


def test_an_end_is_told_once(outside: Outside) -> None:
    outside.end(STOPPED, "1")
    outside.wait()
    outside.desk.controller.fax_turned.emit(FaxId("1"))  # looked up, and still so
    outside.wait()
    assert len(outside.told) == 1


def test_what_is_tried_anew_is_told_anew(outside: Outside) -> None:
    late = "It is not confirmed that a fax was stopped. It may still be going out."
    for times in (1, 2):
        outside.desk.rig.ask("1")
        for _ in range(4):
            outside.desk.rig.answer("1", UNRECOGNISED)
            outside.desk.rig.wait(10)
        assert outside.desk.board.status(FaxId("1")) is Status.NOT_CONFIRMED
        outside.wait()
        assert outside.words == [late] * times


def test_a_pause_is_told_once_for_each_cause(outside: Outside) -> None:
    outside.end(REFUSED, "1")
    assert outside.words == ["SRFax refused the account number or password. Nothing more was sent."]
    assert outside.told[0][1:] == (True, [])
    outside.desk.controller.pause_changed.emit(outside.desk.board.pause)
    assert len(outside.told) == 1


# The icon


@pytest.mark.parametrize(
    ("counts", "held_up", "state"),
    [
        ({}, False, TrayState.QUIET),
        ({Status.WAITING: 3, Status.SENT: 1}, False, TrayState.QUIET),
        ({Status.STOPPED: 2, Status.WAITING: 1}, False, TrayState.STOPPED),
        ({Status.STOPPED: 2, Status.RETRYING: 1}, False, TrayState.TRYING),
        ({Status.STOPPED: 2, Status.HELD_SIGN_IN: 1}, True, TrayState.HELD_UP),
        ({Status.STOPPED: 2}, True, TrayState.STOPPED),
        ({Status.STOPPED: 2, Status.PARTIALLY_SENT: 1}, False, TrayState.LOOK),
        ({Status.STOPPED: 2, Status.NOT_CONFIRMED: 1}, False, TrayState.LOOK),
        ({Status.ENDED: 1, Status.STOPPING: 1}, False, TrayState.TRYING),
        ({Status.STOPPED: 1, Status.SENT_ANYWAY: 0}, False, TrayState.STOPPED),
    ],
)
def test_the_icon_says_how_the_list_stands(
    counts: dict[Status, int], held_up: bool, state: TrayState
) -> None:
    assert tray_state(counts, held_up=held_up) is state


@pytest.mark.parametrize("size", SIZES)
def test_each_state_looks_different_at_each_size(qapp: QApplication, size: int) -> None:
    pictures = [tray_picture(state).pixmap(size, size).toImage() for state in TrayState]
    assert all(picture.width() == size for picture in pictures)
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])


def test_pointing_at_it_tells_the_summary() -> None:
    assert tray_words({}, None) == "SRFax Desktop"
    counts = {Status.STOPPED: 2, Status.RETRYING: 1}
    assert tray_words(counts, None) == "SRFax Desktop\n1 retrying · 2 stopped"


def test_pointing_at_it_tells_what_holds_it_up(desk: Desk, tray: Tray) -> None:
    desk.rig.ask("1")
    desk.answer("1", REFUSED)
    tray._refresh()
    assert tray._icon.toolTip() == (
        "SRFax Desktop\n1 on hold\nSRFax refused the account number or password. Nothing more was sent."
    )


# Going on without a window


@pytest.fixture
def tray(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tray]:
    """A tray, where this machine has none: all but the place itself is real."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    yield Tray(desk.window, desk.controller, Kept())
    desk.window.close_wanted.emit()


def test_the_icon_in_the_dock_brings_the_window_back(desk: Desk, tray: Tray) -> None:
    desk.rig.ask("1")
    tray.take_window()
    tray._take_state(Qt.ApplicationState.ApplicationInactive)
    assert desk.window.isHidden()
    tray._take_state(Qt.ApplicationState.ApplicationActive)
    assert desk.window.isVisible()


def test_the_icon_in_the_dock_brings_no_window_back_that_closes(desk: Desk, tray: Tray) -> None:
    desk.window.begin_closing()
    desk.window.hide()
    tray._take_state(Qt.ApplicationState.ApplicationActive)
    assert desk.window.isHidden()


def test_quit_in_the_dock_comes_back_to_ask_while_faxes_are_being_tried(desk: Desk, tray: Tray) -> None:
    asked = answer_question("Cancel")
    assert not desk.window.asks_before_quit()  # nothing is
    desk.rig.ask("1")
    assert not desk.window.asks_before_quit()  # Qt asks the window that is seen
    tray.take_window()
    assert desk.window.asks_before_quit()
    QApplication.processEvents()
    assert asked == ["1 fax is still being tried."]
    assert desk.window.isVisible()
    desk.window.begin_closing()
    desk.window.hide()
    assert not desk.window.asks_before_quit()


def test_closing_goes_on_in_the_tray_and_comes_back(desk: Desk, tray: Tray) -> None:
    desk.rig.ask("1")
    asked = answer_question("Keep trying in the tray")
    desk.window.close()
    assert asked == ["1 fax is still being tried."]
    assert desk.window.isHidden()
    assert not desk.window.closing
    desk.answer("1", STOPPED)  # it goes on
    assert desk.board.status(FaxId("1")) is Status.STOPPED
    desk.window.come_to_front()
    assert desk.window.isVisible()


def test_closing_for_good_is_still_there(desk: Desk, tray: Tray) -> None:
    desk.rig.ask("1")
    answer_question("Stop trying for now")
    desk.window.close()
    assert desk.window.closing


@pytest.mark.parametrize("answer", ["Cancel", None])
def test_closing_can_be_thought_better_of(desk: Desk, tray: Tray, answer: str | None) -> None:
    desk.rig.ask("1")
    answer_question(answer)
    desk.window.close()
    assert desk.window.isVisible()
    assert not desk.window.closing


def test_a_tray_that_goes_gives_the_window_back(
    desk: Desk, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray.take_window()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    tray._look_for_place()
    assert desk.window.isVisible()
    assert not tray.is_there


def test_a_notice_leads_to_the_fax_that_it_is_about(desk: Desk, tray: Tray) -> None:
    desk.add("1", "2")
    tray._tell("A fax was stopped.", False, [FaxId("2")])
    desk.window.hide()
    tray._icon.messageClicked.emit()
    assert desk.window.isVisible()
    assert desk.selected() == ["2"]


def test_a_hidden_window_counts_down_and_tries_again(desk: Desk, tray: Tray) -> None:
    desk.rig.ask("1")
    desk.answer("1", CONVERTING)
    tray.take_window()
    desk.rig.wait(9.8)
    assert desk.rig.under_way == []
    desk.rig.wait(0.3)
    assert desk.rig.under_way == ["1"]
    desk.answer("1", STOPPED)
    tray._refresh()
    assert desk.window.isHidden()
    assert tray._state is TrayState.STOPPED


def test_a_pause_is_told_where_there_is_no_window(
    desk: Desk, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    tray._away.told.connect(lambda words, *_: told.append(words))
    desk.rig.ask("1")
    tray.take_window()
    desk.answer("1", REFUSED)
    assert told == ["SRFax refused the account number or password. Nothing more was sent."]


def test_a_window_comes_back_as_it_was(desk: Desk, tray: Tray) -> None:
    desk.add("31524001", "31524002", "77")
    desk.window._list_bar.filter.setText("3152")
    desk.window.select([FaxId("31524002")])
    tray.take_window()
    desk.window.come_to_front()
    assert [row[1] for row in desk.rows()] == ["31524001", "31524002"]
    assert desk.selected() == ["31524002"]


def test_the_menu_ends_all_once_that_is_said(desk: Desk, tray: Tray) -> None:
    desk.rig.ask("1", "2")
    desk.window.select([FaxId("2")])
    desk.window._list_bar.filter.setText("2")
    tray.take_window()
    tray._refresh()
    asked = answer_question("Stop trying")
    tray._end.trigger()
    assert asked == ["Stop trying to stop 2 faxes?"]
    assert {desk.rig.status("1"), desk.rig.status("2")} == {"ending"}


def test_the_menu_ends_nothing_unasked(desk: Desk, tray: Tray) -> None:
    desk.rig.ask("1")
    tray._refresh()
    answer_question(None)
    tray._end.trigger()
    assert desk.rig.status("1") == "stopping"


@pytest.mark.parametrize("entry", ["_end", "_quit"])
def test_one_question_at_a_time(desk: Desk, tray: Tray, entry: str) -> None:
    desk.rig.ask("1")
    tray._refresh()
    boxes: list[int] = []

    def look() -> None:
        boxes.append(sum(box.isVisible() for box in desk.window.findChildren(QMessageBox)))
        escaping.start()

    def escape() -> None:
        if box := QApplication.activeModalWidget():
            box.close()

    escaping = QTimer(interval=20)
    escaping.timeout.connect(escape)
    QTimer.singleShot(50, getattr(tray, entry).trigger)
    QTimer.singleShot(150, look)
    desk.window.stop_trying_all()
    assert boxes == [1]
    assert desk.rig.status("1") == "stopping"


def test_its_menu_can_be_read(tray: Tray) -> None:
    assert [action.text() for action in tray._menu.actions() if not action.isSeparator()] == [
        "&Show the list",
        "Stop &trying",
        "&Quit",
    ]
    assert isinstance(tray, QObject)
