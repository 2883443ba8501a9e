# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Who keeps which place in line, and who hears what in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.listing import ListAnswer, ListSource
from srfax_desktop.core.sign_in import Credentials
from tests.engine.rig import BLOCKED, CLINIC, CONVERTING, REJECTED, STOPPED, UNREACHABLE, Rig

if TYPE_CHECKING:
    from srfax_desktop.core.outcome import StopAnswer
    from srfax_desktop.core.pause import Pause

pytestmark = pytest.mark.usefixtures("qapp")

NEW = Credentials(CLINIC.account, "new")
OTHER = Credentials(AccountNumber("777"), "other")


@pytest.mark.parametrize("met", [UNREACHABLE, BLOCKED, REJECTED])
def test_a_pause_does_not_turn_the_line_around(met: StopAnswer) -> None:
    rig = Rig()
    rig.ask("1", "2", "3", "4", "5", "6")
    for fax_id in ("2", "1", "4", "3"):
        rig.answer(fax_id, met)
    if met is REJECTED:
        rig.controller.sign_in(NEW, proven=True)
    else:
        rig.controller.probe_now()
        assert rig.under_way == ["1"]
        rig.answer("1", STOPPED)
        assert rig.under_way == ["2", "3", "4", "5"]
        return
    assert rig.under_way == ["1", "2", "3", "4"]


def test_refusals_of_the_old_password_keep_their_order_for_the_new_one() -> None:
    rig = Rig(workers=2)
    rig.ask("1", "2", "3")
    rig.controller.sign_in(NEW)
    rig.answer("1", REJECTED)
    assert rig.under_way == ["2", "1"]
    rig.answer("2", REJECTED)
    rig.answer("1", CONVERTING)
    assert rig.under_way == ["2", "3"]


def test_a_retry_that_a_pause_sent_back_is_still_a_retry() -> None:
    rig = Rig(workers=1)
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.wait(10)
    rig.answer("1", UNREACHABLE)
    rig.ask("2")  # and that looks at once whether SRFax can be reached
    assert rig.under_way == ["2"]
    rig.answer("2", STOPPED)
    assert rig.under_way == ["1"]


def test_no_fax_of_another_account_finds_out_about_a_pause() -> None:
    rig = Rig()
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.controller.sign_in(OTHER, proven=True)
    rig.ask("2")
    rig.answer("2", UNREACHABLE)
    rig.controller.end([FaxId("2")])
    rig.controller.probe_now()
    rig.wait(5)
    assert rig.under_way == []
    assert rig.board.pause is None
    assert rig.status("1") == "held_account"
    assert rig.board.counts() == {"held_account": 1, "ended": 1}


def test_whoever_listens_last_hears_last_what_is_true() -> None:
    rig = Rig(credentials=None)
    heard: list[Pause | None] = []

    def sign_in(pause: Pause | None) -> None:
        if pause:
            rig.controller.sign_in(CLINIC, proven=True)

    rig.controller.pause_changed.connect(sign_in)
    rig.controller.pause_changed.connect(heard.append)
    rig.ask("1")
    assert rig.board.pause is None
    assert heard[-1] is None


def test_a_listener_may_ask_again_for_the_fax_that_has_just_ended() -> None:
    rig = Rig()
    rig.controller.fax_finished.connect(lambda fax_id: rig.controller.ask([fax_id]))
    rig.ask("1")
    rig.controller.end([FaxId("1")])
    rig.answer("1", CONVERTING)
    assert rig.under_way == ["1"]
    rig.answer("1", STOPPED)
    assert rig.status("1") == "stopped"
    assert rig.finished == ["1", "1"]


def test_ten_thousand_faxes_are_stopped_once_each() -> None:
    rig = Rig()
    fax_ids = [str(number) for number in range(1, 10_001)]
    rig.ask(*fax_ids)
    while rig.under_way:
        rig.answer(rig.under_way[0], STOPPED)
    assert [job.fax_id for job in rig.pool.given] == fax_ids
    assert rig.board.counts() == {"stopped": 10_000}


@pytest.mark.parametrize("looks", [False, True])
def test_a_password_that_is_not_proven_is_never_under_way_more_than_4_times(looks: bool) -> None:
    rig = Rig(proven=False, workers=8)
    question = rig.controller.enquire() if looks else None
    rig.ask(*map(str, range(1, 20)))
    rig.wait(5)
    assert len(rig.under_way) == 4 - looks
    if question:
        rig.controller.enquired(question, ListAnswer(ListSource.QUEUE))
        assert len(rig.under_way) == 8, "SRFax has accepted it"
