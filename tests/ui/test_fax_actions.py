# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which faxes a button concerns, what is asked first, and who is offered beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.letters import plain
from tests.engine.rig import CONVERTING, STOPPED
from tests.ui.desk import Desk, answer_question
from tests.ui.listed import learn
from tests.ui.spoken import languages, settle

if TYPE_CHECKING:
    from srfax_desktop.ui.notice_board import NoticeBoard

KIN = "more queued fax"


@pytest.fixture
def broadcast(desk: Desk) -> Desk:
    """Four faxes of one document and one of another."""
    desk.add("1", "2", "3", "4", "5")
    for number in range(1, 5):
        learn(desk.rig, str(number), document=f"20260301100000-8812-42_{number}", subject="Referral")
    learn(desk.rig, "5", document="20260301110000-8812-50_0", subject="Other", to_number="16045550199")
    desk.table.clearSelection()
    desk.settle()
    return desk


def select(desk: Desk, *fax_ids: str) -> None:
    desk.table.select(tuple(map(FaxId, fax_ids)))
    desk.settle()


def kin_banner(desk: Desk) -> list[str]:
    return [words for words in desk.banners() if KIN in words]


def notices(desk: Desk) -> NoticeBoard:
    return desk.window.notices


# Brothers and sisters


def test_the_look_alikes_are_offered_as_soon_as_one_is_asked_for(broadcast: Desk) -> None:
    assert kin_banner(broadcast) == []
    select(broadcast, "2")
    broadcast.press("Stop selected")
    assert kin_banner(broadcast) == ["3 more queued faxes look like the same document."]
    assert broadcast.rig.under_way == ["2"]


def test_the_offer_follows_the_language(broadcast: Desk, qapp: QApplication) -> None:
    select(broadcast, "2")
    broadcast.press("Stop selected")
    with languages(qapp) as chosen:
        chosen.choose("fr")
        settle()
        assert "semblent" in broadcast.banners()[0]
    assert kin_banner(broadcast) == ["3 more queued faxes look like the same document."]


def test_its_buttons_say_of_how_many_faxes_they_are(broadcast: Desk) -> None:
    select(broadcast, "2", "3", "4")
    broadcast.press("Stop selected")
    assert kin_banner(broadcast) == ["1 more queued fax looks like the same document."]
    buttons = broadcast.banner("1 more").buttons
    words = ["Stop 1 more fax", "Show in the list", "Leave in the queue"]
    assert [plain(button.text()) for button in buttons] == words
    assert [button.accessibleName() for button in buttons] == words


def test_stop_them_stops_them_at_once(broadcast: Desk) -> None:
    select(broadcast, "2")
    broadcast.press("Stop selected")
    broadcast.press("Stop 3 more faxes")
    assert broadcast.rig.under_way == ["2", "1", "3", "4"]
    assert kin_banner(broadcast) == []


def test_show_them_selects_them(broadcast: Desk) -> None:
    broadcast.click_row_button("2")
    broadcast.press("Show in the list")
    assert broadcast.selected() == ["1", "3", "4"]
    assert broadcast.rig.under_way == ["2"]


def test_leave_them_leaves_them_for_good(broadcast: Desk) -> None:
    select(broadcast, "2")
    broadcast.press("Stop selected")
    broadcast.press("Leave in the queue")
    assert kin_banner(broadcast) == []
    select(broadcast, "1")
    broadcast.press("Stop selected")
    assert kin_banner(broadcast) == []


def test_a_fax_without_look_alikes_offers_nothing(broadcast: Desk) -> None:
    select(broadcast, "5")
    broadcast.press("Stop selected")
    assert kin_banner(broadcast) == []


@pytest.mark.parametrize("name", ["Stop selected", "Stop all"])
def test_a_button_that_goes_off_hands_the_focus_to_the_table_and_to_nothing_that_stops(
    broadcast: Desk, name: str
) -> None:
    broadcast.rig.controller.remove([FaxId("5")])
    select(broadcast, "2") if name == "Stop selected" else filter_by(broadcast, "4")
    broadcast.button(name).setFocus()
    QTest.keyClick(broadcast.button(name), Qt.Key.Key_Space)
    broadcast.settle()
    assert kin_banner(broadcast)
    asked = list(broadcast.rig.under_way)
    assert len(asked) == 1
    assert broadcast.table.hasFocus()
    QTest.keyClick(broadcast.table, Qt.Key.Key_Space)
    assert broadcast.rig.under_way == asked


# Several rows and one key


def test_enter_does_for_all_selected_rows_what_their_buttons_say(desk: Desk) -> None:
    desk.add("1", "2", "3", "4")
    select(desk, "4")
    desk.press("Stop selected")
    desk.answer("4", CONVERTING)
    select(desk, "1", "2", "4")
    desk.key(Qt.Key.Key_Return)
    assert sorted(desk.rig.under_way) == ["1", "2", "4"]
    assert desk.rig.status("3") == "waiting"


def test_enter_on_a_row_beside_the_selection_is_for_that_row_alone(desk: Desk) -> None:
    desk.add("1", "2", "3")
    select(desk, "1", "2")
    desk.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    desk.key(Qt.Key.Key_Return)
    assert desk.rig.under_way == ["3"]


# The filter's faxes


def filter_by(desk: Desk, text: str) -> None:
    line = desk.named(QLineEdit, "Filter")
    line.clear()
    QTest.keyClicks(line, text)
    desk.settle()


def test_stop_all_concerns_what_the_filter_shows_and_says_so(broadcast: Desk) -> None:
    filter_by(broadcast, "referral")
    asked = answer_question("Stop 4 faxes")
    broadcast.press("Stop all")
    assert asked == ["Stop the 4 faxes that the filter shows?"]
    assert sorted(broadcast.rig.under_way) == ["1", "2", "3", "4"]
    assert broadcast.row("1")[0] == "Stopping…"
    filter_by(broadcast, "")
    assert broadcast.row("5")[0] == "Waiting"


def test_a_fax_is_found_by_the_number_that_it_goes_to(broadcast: Desk) -> None:
    filter_by(broadcast, "555-0199")
    assert [row[1] for row in broadcast.rows()] == ["5"]
    broadcast.press("Stop all")  # one fax asks nothing
    assert broadcast.rig.under_way == ["5"]


def test_ctrl_f_goes_to_the_filter_and_enter_to_what_it_found(broadcast: Desk) -> None:
    QTest.keyClick(broadcast.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = broadcast.named(QLineEdit, "Filter")
    assert line.hasFocus()
    QTest.keyClicks(line, "0199")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert broadcast.table.hasFocus()


# Stop trying


def trying(desk: Desk) -> None:
    """`1` is stopped, `2` and `3` are tried again."""
    desk.add("1", "2", "3")
    desk.press("Stop selected")
    desk.answer("1", STOPPED)
    desk.answer("2", CONVERTING)
    desk.answer("3", CONVERTING)


def test_stop_trying_ends_the_selected_one_alone(desk: Desk) -> None:
    trying(desk)
    select(desk, "2")
    desk.press("Stop trying")
    assert desk.rig.status("2") == "ended"
    assert desk.rig.status("3") == "retrying"


@pytest.mark.parametrize(("answer", "status"), [("Keep trying", "retrying"), ("Stop trying", "ended")])
def test_where_the_selected_one_has_ended_the_others_end_only_if_that_is_meant(
    desk: Desk, answer: str, status: str
) -> None:
    trying(desk)
    select(desk, "1")
    asked = answer_question(answer)
    desk.press("Stop trying")
    assert asked == ["Stop trying to stop 2 faxes?"]
    assert {desk.rig.status("2"), desk.rig.status("3")} == {status}


def test_with_nothing_selected_stop_trying_ends_all(desk: Desk) -> None:
    trying(desk)
    desk.table.clearSelection()
    desk.press("Stop trying")
    assert {desk.rig.status("2"), desk.rig.status("3")} == {"ended"}
