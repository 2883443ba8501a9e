# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A run without a window ends after an error, if nothing happens any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srfax_desktop.engine.stall_watch import PATIENCE, StallWatch
from tests.engine.rig import CONVERTING, STOPPED, Rig

if TYPE_CHECKING:
    from srfax_desktop.engine.worker import WorkerPool


@pytest.fixture
def rig() -> Rig:
    return Rig()


def watch(rig: Rig, stalled: list[bool]) -> StallWatch:
    pool: WorkerPool = rig.pool  # type: ignore[assignment]
    made = StallWatch(rig.board, pool)
    made.stalled.connect(lambda: stalled.append(True))
    return made


def test_it_looks_only_after_an_error(rig: Rig, qapp: object) -> None:
    made = watch(rig, [])
    assert not made._timer.isActive()
    made.begin()
    assert made._timer.isActive()


def test_as_long_as_something_happens_it_waits(rig: Rig, qapp: object) -> None:
    stalled: list[bool] = []
    made = watch(rig, stalled)
    rig.ask("1")
    for _ in range(PATIENCE + 1):
        made.look()
    rig.answer("1", CONVERTING)
    for _ in range(PATIENCE + 1):
        made.look()
    assert stalled == []
    rig.wait(11)
    rig.answer("1", STOPPED)
    for _ in range(PATIENCE - 1):
        made.look()
    assert stalled == []
    made.look()
    assert stalled == [True]


def test_a_countdown_that_is_over_and_starts_nothing_is_no_life(rig: Rig, qapp: object) -> None:
    stalled: list[bool] = []
    made = watch(rig, stalled)
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.clock.now_s += 60  # nobody ticks
    for _ in range(PATIENCE):
        made.look()
    assert stalled == [True]
