# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""When a connection is made before it is needed, and which worker is handed the stop that needs it."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, cast

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.engine import readiness as module
from srfax_desktop.engine.controller import Controller
from srfax_desktop.engine.jobs import ReadyJob, ServiceBench
from srfax_desktop.engine.readiness import MOST, Readiness
from srfax_desktop.engine.worker import WorkerPool
from tests.engine.rig import CLINIC, REJECTED, STOPPED, HandClock, HandStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.outcome import StopAnswer
    from srfax_desktop.core.ports import Service
    from srfax_desktop.core.sign_in import Credentials


class Line:
    """A service with a real socket, whose other end is the test's."""

    def __init__(self, house: House, credentials: Credentials) -> None:
        self._house = house
        self.credentials = credentials
        self.ends: tuple[socket.socket, socket.socket] | None = None
        self.made = 0
        self.asked_to_stop: list[FaxId] = []

    def make_ready(self, *, anew: bool = True) -> int | None:
        self._house.looks.append(anew)
        self._house.hold.wait(10)
        if self.ends and self.ends[0].fileno() < 0:
            self.close()
        if self.ends is None and anew and not self._house.unreachable:
            self.ends = socket.socketpair()
            self.made += 1
        return self.ends[1].fileno() if self.ends else None

    def end_it(self) -> None:
        assert self.ends
        self.ends[0].close()

    def stop_fax(self, fax_id: FaxId) -> StopAnswer:
        self.asked_to_stop.append(fax_id)
        return self._house.answer

    def cancel(self) -> None:
        self._house.hold.set()

    def close(self) -> None:
        for end in self.ends or ():
            end.close()
        self.ends = None


class House:
    """A controller, a pool with its lines, and what keeps them ready."""

    def __init__(self, size: int = 4) -> None:
        self.lines: list[Line] = []
        self.looks: list[bool] = []
        self.answer = STOPPED
        self.unreachable = False
        self.hold = threading.Event()
        self.hold.set()
        self.pool = WorkerPool(lambda: ServiceBench(self.open), size)
        store = HandStore([])
        self.controller = Controller(
            store=store, pool=self.pool, clock=HandClock(), policy=RetryPolicy(), jitter=lambda: 0.0
        )
        self.readiness = Readiness(self.controller, self.pool)

    def open(self, credentials: Credentials) -> Service:
        line = Line(self, credentials)
        self.lines.append(line)
        return cast("Service", line)

    @property
    def made(self) -> int:
        return sum(line.made for line in self.lines)

    def ask(self, fax_id: str) -> None:
        self.controller.add([FaxId(fax_id)])
        self.controller.ask([FaxId(fax_id)])


@pytest.fixture
def house(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr(module, "AT_MOST_EACH_MS", 20)
    house = House()
    yield house
    house.hold.set()
    assert house.pool.close(5)


def test_signing_in_makes_two_connections_ready_and_no_request(house: House, qtbot: QtBot) -> None:
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: house.made == MOST)
    qtbot.wait(100)
    assert house.made == len(house.lines) == MOST
    assert not any(line.asked_to_stop for line in house.lines)
    assert house.pool.free == house.pool.size, "whoever makes ready stays free for a stop"


def test_a_stop_goes_through_one_that_is_ready(house: House, qtbot: QtBot) -> None:
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: house.made == MOST)
    with qtbot.waitSignal(house.pool.job_done):
        house.ask("1")
    assert house.made == len(house.lines) == MOST


def test_a_stop_goes_through_one_that_has_not_ended(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: house.made == MOST)
    with qtbot.waitSignals([house.pool.readied] * MOST):  # both are looked at after a stop
        house.ask("1")
    (busy_last,) = [line for line in house.lines if line.asked_to_stop]
    monkeypatch.setattr(module, "AT_MOST_EACH_MS", 60_000)  # nothing is made anew before the stop
    with qtbot.waitSignal(house.pool.stirred):
        busy_last.end_it()
    with qtbot.waitSignal(house.pool.job_done):
        house.ask("2")
    assert busy_last.asked_to_stop == ["1"]


def test_one_that_ends_is_noticed_and_made_anew(house: House, qtbot: QtBot) -> None:
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: house.made == MOST)
    with qtbot.waitSignal(house.pool.stirred):
        house.lines[0].end_it()
    qtbot.waitUntil(lambda: house.made == MOST + 1)


def test_nothing_is_made_while_nobody_looks(house: House, qtbot: QtBot) -> None:
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: house.made == MOST)
    house.readiness.watch(watched=False)
    with qtbot.waitSignal(house.readiness.looked):
        house.lines[0].end_it()
    qtbot.waitUntil(lambda: house.lines[0].ends is None)  # and yet what has ended is let go of
    qtbot.wait(100)
    assert house.made == MOST
    house.readiness.watch(watched=True)
    house.readiness.expect()
    qtbot.waitUntil(lambda: house.made == MOST + 1)


def test_nothing_is_made_for_long_after_the_user_has_gone(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: house.made == MOST)
    monkeypatch.setattr(module, "KEPT_FOR_MS", 0)
    qtbot.wait(5)
    house.lines[0].end_it()
    qtbot.waitUntil(lambda: house.lines[0].ends is None)
    qtbot.wait(100)
    assert house.made == MOST


def test_nothing_is_made_without_a_sign_in_or_after_it_was_refused(house: House, qtbot: QtBot) -> None:
    house.readiness.expect()
    qtbot.wait(100)
    assert not house.looks
    house.answer = REJECTED
    house.unreachable = True
    house.controller.sign_in(CLINIC)
    house.ask("1")
    qtbot.waitUntil(lambda: house.controller.board.sign_in_refused)
    qtbot.wait(50)  # what was asked for before that
    house.looks.clear()
    house.readiness.expect()
    qtbot.wait(100)
    assert not house.looks


def test_what_cannot_be_made_is_tried_more_and_more_seldom(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_MS", (1500, 60_000))
    house.unreachable = True
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: len(house.looks) == 2)
    house.readiness.expect()
    qtbot.wait(50)
    assert len(house.looks) == 2, "not even because a row is chosen"
    qtbot.waitUntil(lambda: len(house.looks) == 4)
    qtbot.wait(200)
    assert len(house.looks) == 4


def test_a_stop_does_not_wait_for_what_hangs(house: House, qtbot: QtBot) -> None:
    house.hold.clear()
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: len(house.looks) == MOST)
    qtbot.wait(350)
    with qtbot.waitSignal(house.pool.job_done):
        house.ask("1")
    assert len(house.lines) == MOST + 1
    house.hold.set()


def test_where_all_hang_the_stop_waits_for_the_first(qapp: object, qtbot: QtBot) -> None:
    house = House(size=1)
    house.hold.clear()
    house.controller.sign_in(CLINIC, proven=True)
    qtbot.waitUntil(lambda: len(house.looks) == 1)
    qtbot.wait(350)
    house.ask("1")
    assert house.pool.busy == 1
    with qtbot.waitSignal(house.pool.job_done):
        house.hold.set()
    assert house.pool.close(5)


def test_a_closed_pool_makes_nothing_ready(house: House, qtbot: QtBot) -> None:
    house.controller.sign_in(CLINIC, proven=True)
    assert house.pool.close(5)
    house.pool.make_ready(lambda: ReadyJob(CLINIC), MOST)
    qtbot.wait(50)
    assert not house.looks
