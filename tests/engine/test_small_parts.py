# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Line, countdowns, alarm, clock and interrupts."""

from __future__ import annotations

import os
import signal
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import StopAnswer, StopOutcome
from srfax_desktop.engine.alarm import SHORTEST_S, TICK_S, Alarm
from srfax_desktop.engine.clock import SystemClock
from srfax_desktop.engine.gate import Gate
from srfax_desktop.engine.interrupts import Interrupts
from srfax_desktop.engine.line import Countdowns, Line
from tests.engine.rig import CONVERTING, UNREACHABLE, HandClock, Rig

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

A, B, C = FaxId("1"), FaxId("2"), FaxId("3")


def test_a_line_serves_the_users_wishes_before_retries() -> None:
    line = Line()
    line.join(A, retry=True)
    line.join(B)
    line.join(C)
    line.join(A)
    assert list(line) == [B, C, A]
    assert [line.next() for _ in range(3)] == [B, C, A]
    assert line.first() is None
    with pytest.raises(KeyError):
        line.next()


def test_who_comes_back_stands_where_it_stood() -> None:
    line = Line()
    line.join(A)
    line.join(B, retry=True)
    line.join(C)
    assert [line.next(), line.next(), line.next()] == [A, C, B]
    for fax_id in (B, C, FaxId("5"), FaxId("4"), A):
        line.come_back(fax_id)
    assert line.has_retry(B)
    assert not line.has_retry(A)
    assert list(line) == ["5", "4", A, C, B]
    line.leave(A)
    line.join(A)
    assert [line.next() for _ in range(len(line))] == ["5", "4", C, A, B]


def test_leaving_a_line_that_one_is_not_in_is_no_error() -> None:
    line = Line()
    line.leave(A)
    assert len(line) == 0


def test_countdowns_end_in_their_order_however_they_were_changed() -> None:
    countdowns = Countdowns()
    countdowns.start(A, 10)
    countdowns.start(B, 5)
    countdowns.start(C, 7)
    countdowns.start(A, 6)
    countdowns.end(B)
    countdowns.end(B)
    assert countdowns.next_due_at() == 6
    assert countdowns.due_at(B) is None
    assert len(countdowns) == 2
    assert countdowns.take_due(7) == [A, C]
    assert countdowns.take_due(100) == []
    assert countdowns.next_due_at() is None


def alarm_at(moments: list[float | None], others: list[float | None] = []) -> float | None:  # noqa: B006
    """Return in how many seconds the alarm would ring, None where it would not."""
    alarm = Alarm(HandClock())
    alarm.set_for(moments, others)
    return alarm._timer.interval() / 1000 if alarm._timer.isActive() else None


@pytest.mark.usefixtures("qapp")
def test_the_alarm_rings_for_the_first_moment_and_once_a_second() -> None:
    now_s = HandClock().now_s
    assert alarm_at([]) is None
    assert alarm_at([None], [None]) is None
    assert alarm_at([now_s + 60]) == TICK_S
    assert alarm_at([now_s + 60, now_s + 0.5]) == 0.5
    assert alarm_at([], [now_s + 60]) == 60


@pytest.mark.usefixtures("qapp")
def test_what_is_overdue_never_keeps_the_event_loop_busy() -> None:
    now_s = HandClock().now_s
    assert alarm_at([now_s - 5]) == SHORTEST_S
    assert alarm_at([], [now_s - 5]) is None


@pytest.mark.usefixtures("qapp")
def test_hung_workers_keep_nobody_busy() -> None:
    rig = Rig(proven=False)
    rig.ask("1", "2", "3", "4", "5")
    rig.wait(2)
    assert len(rig.under_way) == 4
    assert not rig.controller._alarm._timer.isActive()
    paused = Rig(workers=1)
    paused.ask("1", "2")
    paused.answer("1", UNREACHABLE)
    paused.wait(2)
    assert paused.under_way == ["1"]
    assert not paused.controller._alarm._timer.isActive()


@pytest.mark.usefixtures("qapp")
def test_the_timer_itself_starts_the_next_try(qtbot: QtBot) -> None:
    rig = Rig()
    rig.ask("1")
    rig.answer("1", CONVERTING)
    with qtbot.waitSignal(rig.controller.ticked):
        rig.clock.now_s += 10
    assert rig.under_way == ["1"]


def test_a_gate_without_credentials_is_shut(rig: Rig) -> None:
    gate = Gate()
    assert gate.room(0, 4) == 0
    assert gate.account is None
    rig.controller.add([A])
    with pytest.raises(RuntimeError, match="signed in"):
        gate.send(rig.board.fax(A), 0)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_clock_goes_on(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    clock = SystemClock()
    first = clock.monotonic_s()
    assert clock.monotonic_s() >= first > 0
    assert clock.utc_now().utcoffset() == timedelta(0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_a_signal_reaches_an_idle_event_loop(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    interrupts = Interrupts()
    try:
        with qtbot.waitSignal(interrupts.received):
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        interrupts.close()
    assert signal.getsignal(signal.SIGTERM) is before


def test_an_impossible_answer_changes_nothing_that_is_decided(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", StopAnswer(StopOutcome.STOPPED, "Fax Cancelled"))
    rig.controller.end([A])
    assert rig.status("1") == "stopped"
