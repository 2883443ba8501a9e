# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One run of `srfax-desktop stop`: what it tells, and with what it ends."""

from __future__ import annotations

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import StopAnswer, StopOutcome
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.engine.stop_run import ExitStatus, Final, StopRun, exit_status
from srfax_desktop.engine.trying import AttemptEnded
from tests.engine.rig import CONVERTING, REJECTED, STOPPED, Rig

pytestmark = pytest.mark.usefixtures("qapp")


class Run:
    """A StopRun with what it reported."""

    def __init__(self, *fax_ids: str) -> None:
        self.rig = Rig(policy=RetryPolicy(attended=False, give_up_after_s=25))
        self.reported: list[AttemptEnded | Final] = []
        self.over: list[int] = []
        self.run = StopRun(self.rig.controller, list(map(FaxId, fax_ids)), self.reported.append)
        self.run.over.connect(self.over.append)
        self.run.start()

    def finals(self) -> dict[str, Final]:
        return {event.fax_id: event for event in self.reported if isinstance(event, Final)}


def test_each_attempt_and_each_end_is_told_in_its_order() -> None:
    run = Run("1")
    run.rig.answer("1", CONVERTING)
    run.rig.wait(10)
    run.rig.answer("1", STOPPED)
    assert run.reported == [
        AttemptEnded(FaxId("1"), 1, CONVERTING, 10),
        AttemptEnded(FaxId("1"), 2, STOPPED, None),
        Final(FaxId("1"), 2, StopOutcome.STOPPED, "Fax Cancelled"),
    ]
    assert run.over == [ExitStatus.ALL_STOPPED]


def test_it_gives_up_in_time_and_says_with_what() -> None:
    run = Run("1", "2")
    run.rig.answer("2", STOPPED)
    for _ in range(3):
        run.rig.answer("1", CONVERTING)
        run.rig.wait(10)
    assert run.finals()["1"] == Final(FaxId("1"), 3, StopOutcome.CONVERTING, "Unable to Cancel Fax")
    assert run.over == [ExitStatus.NOT_ALL_STOPPED]


def test_a_refused_sign_in_ends_all_of_them() -> None:
    run = Run("1", "2", "3", "4", "5", "6")
    for fax_id in list(run.rig.under_way):
        run.rig.answer(fax_id, REJECTED)
    assert run.finals()["6"] == Final(FaxId("6"), 0, StopOutcome.LOGIN_REJECTED, None)
    assert len(run.finals()) == 6
    assert run.over == [ExitStatus.SIGN_IN_REFUSED]


def test_the_same_fax_is_stopped_once() -> None:
    run = Run("1", "1")
    run.rig.answer("1", STOPPED)
    assert run.over == [ExitStatus.ALL_STOPPED]


def test_what_was_decided_in_an_earlier_run_is_asked_anew() -> None:
    run = Run("1")
    run.rig.answer("1", STOPPED)
    again = StopRun(run.rig.controller, [FaxId("1")], run.reported.append)
    again.start()
    assert run.rig.under_way == ["1"]


def test_ctrl_c_ends_the_trying() -> None:
    run = Run("1", "2", "3", "4", "5")
    run.rig.answer("1", CONVERTING)
    run.run.interrupt()
    for fax_id in list(run.rig.under_way):
        run.rig.answer(fax_id, STOPPED if fax_id == "2" else CONVERTING)
    assert run.over == [ExitStatus.NOT_ALL_STOPPED]
    assert run.finals()["2"].outcome is StopOutcome.STOPPED
    assert len(run.finals()) == 5


def test_ctrl_c_before_anything_was_asked_for_sends_nothing() -> None:
    rig = Rig()
    reported: list[AttemptEnded | Final] = []
    over: list[int] = []
    run = StopRun(rig.controller, [FaxId("1"), FaxId("2")], reported.append)
    run.over.connect(over.append)
    run.interrupt()
    run.start()
    assert rig.pool.given == []
    assert reported == [Final(FaxId("1"), 0, None, None), Final(FaxId("2"), 0, None, None)]
    assert over == [ExitStatus.NOT_ALL_STOPPED]


def test_faxes_that_it_was_not_asked_for_are_not_its_business() -> None:
    run = Run("1")
    run.rig.ask("2")
    run.rig.answer("2", STOPPED)
    assert run.reported == []
    run.rig.answer("1", STOPPED)
    assert run.over == [ExitStatus.ALL_STOPPED]
    assert set(run.finals()) == {"1"}


@pytest.mark.parametrize("outcome", StopOutcome)
def test_only_stopped_is_success(outcome: StopOutcome) -> None:
    finals = [Final(FaxId("1"), 1, StopOutcome.STOPPED, None), Final(FaxId("2"), 1, outcome, None)]
    expected = {
        StopOutcome.STOPPED: ExitStatus.ALL_STOPPED,
        StopOutcome.LOGIN_REJECTED: ExitStatus.SIGN_IN_REFUSED,
    }.get(outcome, ExitStatus.NOT_ALL_STOPPED)
    assert exit_status(finals) is expected
    assert exit_status([Final(FaxId("1"), 0, None, None)]) is ExitStatus.NOT_ALL_STOPPED


def test_the_answers_words_are_kept() -> None:
    run = Run("1")
    run.rig.answer("1", StopAnswer(StopOutcome.ALREADY_SENT, "Fax transmission completed"))
    assert run.finals()["1"].result == "Fax transmission completed"
