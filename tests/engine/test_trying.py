# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How long the same trouble has lasted."""

from __future__ import annotations

import itertools

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.retry import Streak
from srfax_desktop.engine.trying import Trying
from tests.engine.rig import CONVERTING, FAULT, TIMED_OUT, Rig


def test_the_same_outcome_in_a_row_is_one_streak() -> None:
    trying = Trying(asked_at_s=100)
    assert trying.met(StopOutcome.CONVERTING, 103) == Streak(1, 0, 3)
    assert trying.met(StopOutcome.CONVERTING, 113) == Streak(2, 10, 13)
    assert trying.met(StopOutcome.NOT_FOUND, 120) == Streak(1, 0, 20)
    trying.forget_streak()
    assert trying.met(StopOutcome.NOT_FOUND, 130) == Streak(1, 0, 30)


def test_a_service_that_times_out_and_fails_in_turns_is_in_one_trouble() -> None:
    trying = Trying(asked_at_s=0)
    assert trying.met(StopOutcome.TIMED_OUT, 1) == Streak(1, 0, 1)
    assert trying.met(StopOutcome.SERVICE_FAULT, 4) == Streak(2, 3, 4)
    assert trying.met(StopOutcome.TIMED_OUT, 8) == Streak(3, 7, 8)
    assert trying.met(StopOutcome.CONVERTING, 9) == Streak(1, 0, 9)


@pytest.mark.usefixtures("qapp")
def test_faults_of_two_kinds_in_turns_do_not_go_on_for_ever() -> None:
    rig = Rig()
    rig.ask("1")
    for answer in itertools.islice(itertools.cycle((TIMED_OUT, FAULT)), 60):
        if not rig.under_way:
            break
        rig.answer("1", answer)
        rig.leap(rig.board.due_in_s(FaxId("1")) or 0.0)
    assert rig.status("1") == "not_confirmed"
    assert len(rig.pool.given) < 40


@pytest.mark.usefixtures("qapp")
def test_another_answer_between_two_faults_begins_a_new_count() -> None:
    rig = Rig()
    rig.ask("1")
    for answer, wait_s in ((FAULT, 2), (TIMED_OUT, 4), (CONVERTING, 10), (FAULT, 2)):
        rig.answer("1", answer)
        assert rig.board.due_in_s(FaxId("1")) == wait_s
        rig.leap(wait_s)
