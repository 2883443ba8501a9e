# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window as a process: how it ends, and what a start finds after one that was killed."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_faults import delay, hang
from srfax_desktop.srfax.practice_faxes import CANCELLED, PracticeFax
from srfax_desktop.store.paths import Paths
from tests.end_to_end.kept import answers, ask_for, events, look_only_when_asked, states
from tests.end_to_end.program import end, started, wait_until, wait_until_at_rest, wait_until_it_hears

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = tuple(str(20000001 + number) for number in range(60))


@pytest.fixture
def many() -> Iterator[PracticeServer]:
    """Serve many faxes that can be stopped."""
    with PracticeServer([PracticeFax(FaxId(fax_id), (CANCELLED,)) for fax_id in MANY]) as server:
        yield server


@pytest.fixture(autouse=True)
def _only_what_the_test_lists(home: Path) -> None:
    look_only_when_asked()


def stops(service: PracticeServer) -> list[str]:
    """The faxes that were asked to be stopped, without the looks at SRFax's lists that follow."""
    return [request.fax_id for request in service.requests if request.action == "Stop_Fax"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_an_idle_window(number: signal.Signals) -> None:
    with started("--practice", "10000001", "10000008") as window:
        wait_until(lambda: states() == {"10000001": "waiting", "10000008": "waiting"})
        began = time.monotonic()
        window.send_signal(number)
        ended = end(window)
    assert time.monotonic() - began < 3
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert states() == {"10000001": "waiting", "10000008": "waiting"}


def test_a_signal_ends_a_window_that_asks_for_a_sign_in() -> None:
    with started() as window:
        wait_until_it_hears(window, signal.SIGTERM)
        wait_until_at_rest(window)
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert (ended.status, ended.err) == (0, "")


def test_a_signal_ends_a_window_whose_request_hangs_and_the_stop_stays_asked_for() -> None:
    ask_for(["10000007", "10000008", "10000003"])
    with started("--practice") as window:
        wait_until(lambda: answers() == {**answers(), "10000008": "converting", "10000003": "already_sent"})
        wait_until(lambda: states()["10000007"] == "stopping")
        began = time.monotonic()
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert time.monotonic() - began < 3
    assert (ended.status, ended.err) == (0, "")
    assert states() == {"10000007": "stopping", "10000008": "retrying", "10000003": "already_sent"}


def test_an_answer_on_its_way_is_written_down_before_the_window_closes(many: PracticeServer) -> None:
    many.behave(delay(1.0), times=None)
    ask_for(MANY[:1])
    with started("--endpoint", many.url) as window:
        wait_until(lambda: bool(stops(many)))
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0
    assert answers() == {MANY[0]: "stopped"}


def test_a_kill_during_requests_and_countdowns_loses_nothing_and_the_next_start_goes_on() -> None:
    ask_for(["10000001", "10000007", "10000008"])
    with started("--practice") as window:
        wait_until(
            lambda: states() == {"10000001": "stopped", "10000007": "stopping", "10000008": "retrying"}
        )
        window.kill()
        window.wait()
    assert states() == {"10000001": "stopped", "10000007": "stopping", "10000008": "retrying"}
    look_only_when_asked(total_deadline_s=2)  # the new service lets the request hang again
    with started("--practice") as window:
        wait_until(lambda: states()["10000007"] == "stopped")
        wait_until(lambda: ("answered", 2) in events("10000008"))
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0
    assert events("10000001")[:4] == [("added", 0), ("asked", 0), ("sending", 1), ("answered", 1)]
    assert [event for event, _ in events("10000001")[4:]] == ["checked"]
    assert events("10000007")[:4] == [("added", 0), ("asked", 0), ("sending", 1), ("interrupted", 1)]
    assert [each for each in events("10000007") if each[0] != "checked"][-2:] == [
        ("sending", 3),
        ("answered", 3),
    ]
    assert events("10000008")[2:6] == [("sending", 1), ("answered", 1), ("sending", 2), ("answered", 2)]


def test_four_requests_hang_and_a_kill_forgets_none(many: PracticeServer) -> None:
    many.behave(hang(), times=4)
    ask_for(MANY[:6])
    with started("--endpoint", many.url) as window:
        wait_until(lambda: len(stops(many)) == 4)
        window.kill()
    assert list(states().values()) == ["stopping"] * 4 + ["asked"] * 2
    with started("--endpoint", many.url) as window:
        wait_until(lambda: set(states().values()) == {"stopped"})
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0
    assert [("interrupted", 1) in events(fax_id) for fax_id in MANY[:6]] == [True] * 4 + [False] * 2


def test_practice_never_touches_the_real_list(home: Path) -> None:
    with started("--practice", "10000001") as window:
        wait_until(lambda: bool(states()))
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0
    assert not list(home.rglob("faxes.sqlite3"))


def test_two_windows_at_once_do_not_end_each_other(many: PracticeServer) -> None:
    """One list, two windows, where no lock can be had: each request is on record, and both go on."""
    Paths.of_this_user().practice_database.with_suffix(".lock").mkdir()
    ask_for(MANY[:8])
    with started("--endpoint", many.url) as first, started("--endpoint", many.url) as second:
        wait_until(lambda: set(states().values()) == {"stopped"})
        for window in (first, second):
            wait_until_it_hears(window, signal.SIGTERM)
            wait_until_at_rest(window)
            window.send_signal(signal.SIGTERM)
        both = [end(first), end(second)]
    assert [(ended.status, ended.err) for ended in both] == [(0, "")] * 2
    assert set(states().values()) == {"stopped"}
