# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a link points at is asked about, and never stopped by the link itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.fax_link import MOST_FAXES
from srfax_desktop.core.listing import SentStatus
from srfax_desktop.core.status import Status
from srfax_desktop.ui.letters import plain
from srfax_desktop.ui.link_offer import LinkOffer
from tests.ui.listed import learn
from tests.ui.spoken import languages, settle

if TYPE_CHECKING:
    from tests.ui.desk import Desk

ASKS = "A link points at fax 31524120. Is this the one that must not go out?"
STOP, LEAVE = "Stop what the link points at", "Leave what the link points at"


@pytest.fixture
def links(desk: Desk) -> LinkOffer:
    return LinkOffer(desk.window, desk.controller)


def test_a_link_lists_selects_and_asks(desk: Desk, links: LinkOffer) -> None:
    desk.add("1")
    links.take_link("srfax-desktop:31524120")
    desk.settle()
    assert desk.selected() == ["31524120"]
    assert desk.banners() == [f"{ASKS}\nSRFax’s lists have not told of it."]
    assert desk.board.status(FaxId("31524120")) is Status.WAITING
    assert desk.rig.pool.jobs == {}
    learn(desk.rig, "31524120", to_number="16045550123", subject="Referral")
    desk.settle()
    assert desk.banners()[0].endswith("\nTo 1 604 555 0123 · Referral")


def test_that_srfax_does_not_know_it_is_said(desk: Desk, links: LinkOffer) -> None:
    links.take_link("srfax-desktop:31524120")
    learn(desk.rig, "31524120", status=SentStatus.UNKNOWN, status_text="Unknown")
    desk.settle()
    assert desk.banners() == [f"{ASKS}\nSRFax does not know a fax with this ID."]


def test_no_key_stops_what_nobody_has_looked_at(desk: Desk, links: LinkOffer) -> None:
    focused = QApplication.focusWidget()
    links.take_link("srfax-desktop:31524120")
    desk.settle()
    assert QApplication.focusWidget() is focused
    assert focused is not None
    assert not desk.button(STOP).isDefault()


@pytest.mark.parametrize("at", ["the list", "Stop selected"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_that_was_meant_for_another_program_stops_nothing(
    desk: Desk, links: LinkOffer, at: str, key: Qt.Key
) -> None:
    desk.add("1")
    desk.table.select((FaxId("1"),))
    desk.settle()
    (desk.table if at == "the list" else desk.button(at)).setFocus()
    links.take_link("srfax-desktop:31524120")
    desk.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    desk.settle()
    assert desk.rig.pool.jobs == {}


def test_whoever_is_typing_goes_on_typing(desk: Desk, links: LinkOffer) -> None:
    QTest.keyClicks(desk.line, "315")
    links.take_link("srfax-desktop:31524120")
    desk.settle()
    assert QApplication.focusWidget() is desk.line
    assert desk.line.text() == "315"


def test_by_keyboard_it_is_one_step_back_to_stop_it(desk: Desk, links: LinkOffer) -> None:
    desk.table.setFocus()
    links.take_link("srfax-desktop:31524120")
    leave = QApplication.focusWidget()
    assert leave is desk.button(LEAVE)
    QTest.keyClick(leave, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    stop = QApplication.focusWidget()
    assert stop is desk.button(STOP)
    QTest.keyClick(stop, Qt.Key.Key_Space)
    desk.settle()
    assert list(desk.rig.pool.jobs) == ["31524120"]
    assert QApplication.focusWidget() is desk.line  # where no key stops anything


def test_leave_it_hit_twice_stops_nothing(desk: Desk, links: LinkOffer) -> None:
    desk.table.setFocus()
    links.take_link("srfax-desktop:31524120")
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        desk.settle()
    assert desk.banners() == []
    assert desk.rig.pool.jobs == {}


def test_links_that_come_one_after_the_other_disturb_now_and_then(
    desk: Desk, links: LinkOffer, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    fronts: list[None] = []
    monkeypatch.setattr(desk.window, "come_to_front", lambda: fronts.append(None))
    for number in range(1, 6):
        links.take_link(f"srfax-desktop:{number}")
        links.take_link("srfax-desktop:stop")
    assert len(fronts) == 1
    assert len([words for words in said if "not for this program" in words]) == 1
    monkeypatch.setattr("srfax_desktop.ui.link_offer.PESTERING_MS", 0)
    QTest.qWait(2)
    links.take_link("srfax-desktop:stop")
    assert len(fronts) == 2


def test_links_fill_the_list_no_faster_than_they_are_answered(desk: Desk, links: LinkOffer) -> None:
    for number in range(MOST_FAXES + 80):
        links.take_link(f"srfax-desktop:{31524000 + number}")
    assert len(desk.board) == MOST_FAXES
    links.take_link("srfax-desktop:31524001")  # it is asked about already
    desk.button(LEAVE).click()
    links.take_link("srfax-desktop:31524050")
    assert FaxId("31524050") in desk.board


def test_it_is_stopped_when_the_user_says_so(desk: Desk, links: LinkOffer) -> None:
    links.take_link("srfax-desktop:31524120")
    desk.button(STOP).click()
    desk.settle()
    assert list(desk.rig.pool.jobs) == ["31524120"]
    assert desk.banners() == []


def test_it_can_be_left_and_stays_listed(desk: Desk, links: LinkOffer) -> None:
    links.take_link("srfax-desktop:31524120")
    desk.button(LEAVE).click()
    desk.settle()
    assert desk.banners() == []
    assert desk.rig.pool.jobs == {}
    assert FaxId("31524120") in desk.board


def test_many_links_are_one_question_about_as_many_as_can_be_looked_at(desk: Desk, links: LinkOffer) -> None:
    for number in range(MOST_FAXES + 80):
        links.take_link(f"srfax-desktop:{31524000 + number}")
    desk.settle()
    words, told = desk.banners()
    assert words.startswith(f"A link points at {MOST_FAXES} faxes. ")
    assert "31524000" in words
    assert "31524020" not in words
    assert told == "More links were opened than can be asked about at once: the last ones were left out."
    assert plain(desk.button(STOP).text()) == "Stop these"


def test_what_is_stopped_otherwise_is_asked_about_no_more(desk: Desk, links: LinkOffer) -> None:
    links.take_link("srfax-desktop:1")
    desk.rig.ask("1")
    desk.settle()
    assert desk.banners() == []


@pytest.mark.parametrize("link", ["srfax-desktop:--practice", "https://example.org/", "srfax-desktop:"])
def test_what_is_no_link_adds_nothing_and_is_not_shown(desk: Desk, links: LinkOffer, link: str) -> None:
    links.take_link(link)
    desk.settle()
    assert desk.banners() == [
        "A link was opened that is not for this program: nothing was added to the list."
    ]
    assert len(desk.board) == 0


def test_the_question_follows_the_language(desk: Desk, links: LinkOffer, qapp: QApplication) -> None:
    links.take_link("srfax-desktop:31524120")
    with languages(qapp) as chosen:
        chosen.choose("fr")
        settle()
        assert desk.banners()[0].startswith("Un lien désigne la télécopie 31524120.")
        assert plain(desk.banner("Un lien").button.text()) == "L’arrêter"
    assert desk.banners()[0].startswith(ASKS)
