# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is written down: restarts, disks that refuse, and what the history tells."""

from __future__ import annotations

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.ports import StoreError
from tests.engine.rig import CLINIC, CONVERTING, REJECTED, STOPPED, HandStore, Rig

pytestmark = pytest.mark.usefixtures("qapp")


def restarted(rig: Rig) -> tuple[Rig, int]:
    """Return another run of the program on what the first one wrote, and how many stops go on."""
    again = Rig(
        store=HandStore([], dict(rig.store.faxes), list(rig.store.entries)), clock=rig.clock, credentials=None
    )
    return again, again.controller.restore()


def test_after_a_crash_nothing_is_lost_and_trying_goes_on() -> None:
    rig = Rig(workers=2)
    rig.ask("1", "2", "3", "4", "5")
    rig.controller.add([FaxId("6")])
    rig.answer("1", STOPPED)
    rig.answer("2", CONVERTING)
    rig.controller.end([FaxId("5")])
    rig.controller.end([FaxId("4")])
    before = {fax_id: rig.status(fax_id) for fax_id in "123456"}
    assert before == {
        "1": "stopped", "2": "retrying", "3": "stopping", "4": "ending", "5": "ended", "6": "waiting",
    }  # fmt: skip
    again, count = restarted(rig)
    assert count == 2
    assert {fax_id: again.status(fax_id) for fax_id in "123456"} == {
        **before, "2": "held_sign_in", "3": "held_sign_in", "4": "ended",
    }  # fmt: skip
    again.controller.sign_in(CLINIC, proven=True)
    assert again.under_way == ["2", "3"]
    assert again.board.fax(FaxId("2")).attempts == 2


def test_a_request_that_may_have_arrived_is_told_in_the_history(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("2", CONVERTING)
    again, _ = restarted(rig)
    assert again.events("1")[-1] == "interrupted"
    assert again.store.entries[-1].attempt == 1
    assert "interrupted" not in again.events("2")


def test_the_order_of_asking_survives() -> None:
    rig = Rig(credentials=None)
    rig.controller.add(map(FaxId, "123"))
    for fax_id in "312":
        rig.controller.ask([FaxId(fax_id)])
        rig.leap(1)
    again, _ = restarted(rig)
    again.controller.sign_in(CLINIC, proven=True)
    assert again.under_way == ["3", "1", "2"]


def test_a_full_disk_stops_no_stopping_and_loses_nothing(rig: Rig) -> None:
    rig.store.broken = True
    rig.ask("1", "2")
    rig.answer("1", STOPPED)
    assert rig.status("1") == "stopped"
    assert [trouble.problem for trouble in rig.troubles if trouble] == ["disk_full"]
    assert not rig.store.entries
    assert [entry.event for entry in rig.board.history(FaxId("1"))] == [
        "added",
        "asked",
        "sending",
        "answered",
    ]
    rig.store.broken = False
    rig.answer("2", CONVERTING)
    assert rig.troubles[-1] is None
    assert len(rig.troubles) == 2
    assert rig.store.faxes[FaxId("1")].state == "stopped"
    assert rig.events("1") == ["added", "asked", "sending", "answered"]


def test_taking_off_the_list_survives_a_full_disk(rig: Rig) -> None:
    rig.controller.add([FaxId("1"), FaxId("2")])
    rig.store.broken = True
    rig.controller.remove([FaxId("1")])
    assert FaxId("1") not in rig.board
    rig.store.broken = False
    rig.ask("2")
    assert list(rig.store.faxes) == ["2"]
    assert rig.events("1") == ["added", "removed"]


def test_a_list_that_cannot_be_read_is_an_error(rig: Rig) -> None:
    rig.store.broken = True
    with pytest.raises(StoreError):
        rig.controller.restore()


def test_the_history_tells_every_step(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.controller.end([FaxId("1")])
    assert rig.events("1") == ["added", "asked", "sending", "answered", "ended"]
    assert {entry.account for entry in rig.store.entries} == {CLINIC.account}


def test_a_refusal_is_written_with_its_fax(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", REJECTED)
    assert rig.store.entries[-1].outcome == "login_rejected"
    assert rig.store.faxes[FaxId("1")].state == "asked"
