# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""`Stop all` for many faxes: a part at a time, and nothing of it is lost, or done against the user's will."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.engine.findings import take_queue
from srfax_desktop.ui import asking as module
from srfax_desktop.ui.asking import Asking
from tests.engine.lists_rig import details
from tests.engine.rig import Rig
from tests.ui.desk import answer_question

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.listing import FaxDetails
    from srfax_desktop.engine.desk import Desk as EngineDesk
    from tests.ui.desk import Desk

IDS = tuple(FaxId(str(number)) for number in range(1, 8))


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST", 1)
    monkeypatch.setattr(module, "AT_ONCE", 3)


@pytest.fixture
def rig(qapp: object) -> Rig:
    rig = Rig()
    rig.controller.add(IDS)
    return rig


def _take(work: EngineDesk, rows: list[FaxDetails]) -> None:
    take_queue(work, rows, ())


def asked(rig: Rig) -> list[str]:
    return [fax_id for fax_id in IDS if rig.status(fax_id) != "waiting"]


def test_the_first_are_asked_for_at_once_and_the_others_soon(rig: Rig, qtbot: QtBot) -> None:
    asking = Asking(rig.controller)
    told: list[FaxId] = []
    asking.asked.connect(told.extend)
    asking.ask(IDS)
    assert asked(rig) == told == list(IDS[:3])
    assert rig.under_way == list(IDS[:3]), "the first requests do not wait for the last fax"
    assert asking.busy
    qtbot.waitUntil(lambda: not asking.busy)
    assert asked(rig) == told == list(IDS)
    assert [each for each in IDS if rig.events(each).count("asked") == 1] == list(IDS)


def test_the_first_request_leaves_before_the_others_are_written_down(rig: Rig) -> None:
    rig.log.clear()
    Asking(rig.controller).ask(IDS)
    assert rig.log[:3] == ["write asked 1", "write sending 1", "give 1"]
    assert rig.log.index("give 1") < rig.log.index("write asked 2")


def test_what_is_asked_for_meanwhile_comes_after_it(rig: Rig, qtbot: QtBot) -> None:
    rig.controller.add([FaxId("99")])
    asking = Asking(rig.controller)
    asking.ask(IDS)
    asking.ask([FaxId("99")])
    qtbot.waitUntil(lambda: not asking.busy)
    assert (asked(rig), rig.status("99")) == (list(IDS), "in_line")


def test_what_leaves_the_list_meanwhile_is_no_trouble(rig: Rig, qtbot: QtBot) -> None:
    asking = Asking(rig.controller)
    asking.ask(IDS)
    rig.controller.remove(IDS[4:6])
    qtbot.waitUntil(lambda: not asking.busy)
    assert all(rig.status(fax_id) != "waiting" for fax_id in (*IDS[:4], IDS[6]))


def test_what_the_user_wants_no_more_is_not_asked_for(rig: Rig, qtbot: QtBot) -> None:
    asking = Asking(rig.controller)
    asking.ask(IDS)
    asking.forget([IDS[4]])
    qtbot.waitUntil(lambda: not asking.busy)
    assert asked(rig) == [fax_id for fax_id in IDS if fax_id != IDS[4]]
    asking.ask([IDS[4]])
    asking.forget()
    assert not asking.busy


def test_stop_trying_takes_back_what_was_not_asked_for_yet(desk: Desk, qtbot: QtBot) -> None:
    desk.add(*IDS)
    desk.table.clearSelection()
    desk.settle()
    answer_question(f"Stop {len(IDS)} faxes")
    desk.button("Stop all").click()
    assert desk.window._actions.asking.busy
    desk.window._actions.stop_trying()
    assert not desk.window._actions.asking.busy
    qtbot.wait(20)
    assert [fax_id for fax_id in IDS if "asked" in desk.rig.events(fax_id)] == sorted(IDS[:3])


def test_closing_writes_down_all_that_was_asked_for(desk: Desk) -> None:
    desk.add(*IDS)
    answer_question(f"Stop {len(IDS)} faxes")
    desk.button("Stop all").click()
    assert desk.window._actions.asking.busy
    desk.window.begin_closing()
    assert all("asked" in desk.rig.events(fax_id) for fax_id in IDS)


def test_nothing_is_offered_that_is_about_to_be_asked_for(desk: Desk, qtbot: QtBot) -> None:
    offered: list[int] = []
    desk.window.notices.show_kin = offered.append  # type: ignore[assignment,method-assign]
    desk.add(*IDS)
    rows = [details(each, document=f"20260301100000-8812-42_{each}", subject="Referral") for each in IDS]
    desk.rig.controller.apply(partial(_take, rows=rows))
    answer_question(f"Stop {len(IDS)} faxes")
    desk.button("Stop all").click()
    qtbot.waitUntil(lambda: not desk.window._actions.asking.busy)
    desk.settle()
    assert not any(offered)
