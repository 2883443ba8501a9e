# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The main job on a virtual screen: by keyboard alone, and through the accessibility bus."""

from __future__ import annotations

import re
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.kept import answers, events, look_only_when_asked, states
from tests.end_to_end.program import end, started, wait_until, wait_until_at_rest
from tests.end_to_end.screen import (
    BUS_PACKAGES,
    SCREEN_PACKAGES,
    Reader,
    Screen,
    accessibility_bus,
    missing_packages,
    screen_reader,
    virtual_screen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = "^SRFax Desktop – PRACTICE$"
QUESTION = "^SRFax Desktop$"
FAX_IDS = [f"1000000{number}" for number in (1, 2, 3, 4, 5, 6, 8)]  # 10000007 hangs for half a minute


@pytest.fixture(autouse=True)
def _only_what_the_test_lists(home: Path) -> None:
    look_only_when_asked()


@pytest.fixture
def screen() -> Iterator[Screen]:
    if missing := missing_packages(SCREEN_PACKAGES):
        pytest.skip(f"needs the Debian packages {' '.join(missing)}")
    with virtual_screen() as screen:
        yield screen


@pytest.fixture
def bus() -> Iterator[Screen]:
    if missing := missing_packages(BUS_PACKAGES, pyatspi=True):
        pytest.skip(f"needs the Debian packages {' '.join(missing)}")
    with virtual_screen() as screen, accessibility_bus(screen) as with_bus:
        yield with_bus


@pytest.fixture
def reader(bus: Screen) -> Iterator[Reader]:
    with screen_reader(bus) as reader:
        yield reader


def test_the_main_job_by_keyboard_alone(screen: Screen) -> None:
    with started("--practice", **screen.variables) as window:
        screen.wait_for_window(TITLE)
        screen.type(" ".join(FAX_IDS))
        screen.hit("Return")
        wait_until(lambda: states() == dict.fromkeys(FAX_IDS, "waiting"))
        screen.hit("alt+a")
        screen.wait_for_window(QUESTION)
        screen.hit("Return")
        wait_until(
            lambda: (
                answers()
                == {
                    "10000001": "stopped",
                    "10000002": "partially_sent",
                    "10000003": "already_sent",
                    "10000004": "stopped",
                    "10000005": "stopped",
                    "10000006": "stopped",
                    "10000008": "converting",
                }
            )
        )
        screen.wait_for_window(TITLE)
        _retry_the_last_row(screen)
        screen.hit("alt+t")
        wait_until(lambda: states()["10000008"] == "ended")
        screen.hit("ctrl+q")
        ended = end(window)
    assert (ended.status, ended.err) == (0, "")


def _retry_the_last_row(screen: Screen) -> None:
    """Go by way of the filter to the table, and press its last button."""
    wait_until(lambda: states()["10000008"] == "retrying")
    tried = len(events("10000008"))
    screen.hit("ctrl+f", "Down", "ctrl+End", "Return")
    wait_until(lambda: ("asked", 0) in events("10000008")[tried:], patience_s=5)
    wait_until(lambda: states()["10000008"] == "retrying")


def test_the_main_job_through_the_accessibility_bus(bus: Screen, reader: Reader) -> None:
    with started("--practice", **bus.variables) as window:
        wait_until(lambda: ["frame", "SRFax Desktop"] in reader.ask("windows"))
        assert reader.ask("put", "Fax IDs to add", "10000001, 10000002 10000003 x.pdf|10000008")
        assert reader.ask("press", "Add")
        wait_until(lambda: [row[0] for row in reader.ask("rows", "Faxes")] == ["Waiting"] * 4)
        assert reader.ask("press", "Stop all")
        wait_until(lambda: reader.can("press", "Stop 4 faxes"))
        wait_until(lambda: bool(re.fullmatch(r"Retrying in \d+ s", reader.status("10000008"))))
        rows = reader.rows()
        assert [rows[fax_id][0] for fax_id in FAX_IDS[:3]] == [
            "Stopped",
            "Stopped – some pages were sent",
            "Too late – already sent",
        ]
        cells = reader.cells("10000002")
        assert cells["Fax ID"] == "10000002"
        assert cells["SRFax said"] == "Fax cancelled but partially sent"
        assert cells["Attempts"] == "1"
        _seconds_pass(reader)
        assert reader.ask("press", "Retry now")
        wait_until(lambda: reader.cells("10000008")["Attempts"] == "2")
        assert reader.ask("press", "Stop trying")
        wait_until(lambda: reader.status("10000008") == "Not tried again – may still be going out")
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert (ended.status, ended.err) == (0, "")


def _seconds_pass(reader: Reader) -> None:
    """See the countdown count: an instant's text would be as true of a window that froze."""
    first = reader.status("10000008")
    wait_until(lambda: reader.status("10000008") not in {first, "Stopping…"}, patience_s=3)


def test_one_fax_is_stopped_without_a_question(bus: Screen, reader: Reader) -> None:
    with started("--practice", "10000001", "10000003", **bus.variables):
        wait_until(lambda: ["frame", "SRFax Desktop"] in reader.ask("windows"))
        assert reader.ask("select", "Faxes", 0)
        wait_until(lambda: reader.can("press", "Stop selected"))
        wait_until(lambda: reader.status("10000001") == "Stopped")
        assert reader.status("10000003") == "Waiting"


def test_every_control_has_a_name_and_can_have_the_focus(bus: Screen, reader: Reader) -> None:
    with started("--practice", "10000001", "10000008", **bus.variables):
        wait_until(lambda: ["frame", "SRFax Desktop"] in reader.ask("windows"))
        wait_until(lambda: len(reader.ask("rows", "Faxes")) == 2)
        controls = reader.ask("controls")
        names = {control["name"] for control in controls}
        assert {
            "Fax IDs to add",
            "Add",
            "Faxes",
            "Stop selected",
            "Stop all",
            "Retry now",
            "Stop trying",
        } <= names
        assert [control for control in controls if not control["name"].strip()] == []
        assert [each for each in controls if each["enabled"] and not each["focusable"]] == []
        assert all(reader.ask("columns", "Faxes"))


def test_the_sign_in_is_there_for_a_screen_reader(bus: Screen, reader: Reader) -> None:
    with started(**bus.variables):
        wait_until(lambda: len(reader.ask("windows")) == 2)
        controls = reader.ask("controls")
        assert [control for control in controls if not control["name"].strip()] == []
        assert "password text" in {control["role"] for control in controls}


def test_a_signal_ends_a_window_that_asks_a_question(screen: Screen) -> None:
    with started("--practice", "10000001", "10000002", **screen.variables) as window:
        screen.wait_for_window(TITLE)
        wait_until_at_rest(window)
        screen.hit("alt+a")
        screen.wait_for_window(QUESTION)
        began = time.monotonic()
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert time.monotonic() - began < 3
    assert (ended.status, ended.err) == (0, "")
    assert states() == {"10000001": "waiting", "10000002": "waiting"}
