# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a screen reader hears of a pause: that it began, and what came of a try by hand. Not each probe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId
from tests.engine.rig import BLOCKED, REJECTED, STOPPED, UNREACHABLE

if TYPE_CHECKING:
    from tests.ui.desk import Desk

OUT_OF_REACH = "SRFax cannot be reached: the connection was refused."


def test_a_pause_is_announced_when_it_begins_and_not_at_each_probe(desk: Desk, said: list[str]) -> None:
    desk.rig.ask("1", "2")
    said.clear()
    desk.answer("1", UNREACHABLE)
    desk.answer("2", UNREACHABLE)
    for _ in range(4):
        desk.rig.wait(16)
        for fax_id in desk.rig.under_way:
            desk.answer(fax_id, UNREACHABLE)
    assert said == [f"{OUT_OF_REACH} Trying again in 2 s."]
    assert any(words.startswith(OUT_OF_REACH) for words in desk.banners())


def test_another_cause_is_news(desk: Desk, said: list[str]) -> None:
    desk.rig.ask("1")
    said.clear()
    desk.answer("1", UNREACHABLE)
    desk.rig.wait(2)
    desk.answer("1", BLOCKED)
    desk.rig.wait(10)
    desk.answer("1", REJECTED)
    assert [words.partition(".")[0] for words in said] == [
        OUT_OF_REACH.removesuffix("."),
        "SRFax sends blank answers: it seems to be blocking this office’s address",
        "SRFax refused the account number or password",
    ]


def test_a_try_by_hand_is_heard_of(desk: Desk, said: list[str]) -> None:
    desk.rig.ask("1")
    desk.answer("1", UNREACHABLE)
    said.clear()
    desk.banner(OUT_OF_REACH).button.click()
    desk.answer("1", UNREACHABLE)
    assert said == [f"{OUT_OF_REACH} Trying now…", f"{OUT_OF_REACH} Trying again in 4 s."]


def test_a_pause_that_comes_again_is_news_again(desk: Desk, said: list[str]) -> None:
    desk.rig.ask("1", "2")
    desk.answer("1", UNREACHABLE)
    desk.answer("2", STOPPED)
    assert not any(OUT_OF_REACH in words for words in desk.banners())
    said.clear()
    desk.controller.end([FaxId("1")])
    desk.rig.ask("3")
    for fax_id in desk.rig.under_way:
        desk.answer(fax_id, UNREACHABLE)
    assert f"{OUT_OF_REACH} Trying again in 2 s." in said
