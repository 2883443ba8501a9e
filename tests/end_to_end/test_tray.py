# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A window that is closed while a fax is tried: the program goes on in the tray, and tells how it ended."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.kept import look_only_when_asked, states
from tests.end_to_end.program import end, started, wait_until, wait_until_at_rest
from tests.end_to_end.tray_place import tray_place

if TYPE_CHECKING:
    from tests.end_to_end.screen import Screen

RETRIED = "10000005"
NEVER_STOPPED = "10000008"
TITLE = "SRFax Desktop – PRACTICE"
ALTERED = (sys.executable, "-W", "error", str(Path(__file__).with_name("altered_program.py")))


@pytest.fixture(autouse=True)
def _only_what_the_test_lists(home: Path) -> None:
    look_only_when_asked()


def test_a_window_that_is_closed_goes_on_in_the_tray_and_tells_how_it_ended(bus: Screen) -> None:
    with (
        tray_place(bus.variables["DBUS_SESSION_BUS_ADDRESS"]) as place,
        started("--practice", RETRIED, **bus.variables) as window,
    ):
        bus.wait_for_window(TITLE)
        wait_until(lambda: bool(place.icons), what="the icon in the tray")
        wait_until_at_rest(window)
        bus.hit("alt+a")  # a single fax is no question
        wait_until(lambda: states().get(RETRIED) == "retrying", what="a countdown")
        bus.hit("alt+F4")
        bus.wait_for_window("SRFax Desktop$")
        bus.hit("Return")  # keep trying in the tray
        wait_until(lambda: not bus.shows(TITLE), what="the window to go")
        assert window.poll() is None
        wait_until(lambda: states().get(RETRIED) == "stopped", 40, what="the fax to be stopped")
        wait_until(lambda: len(place.notices) > 1, what="the notice")
        assert place.notices[0][1].startswith("SRFax Desktop goes on trying here.")
        assert place.notices[1] == ("SRFax Desktop", "A fax was stopped.")
        assert not re.search(r"\d", " ".join(words for _, words in place.notices))
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert (ended.status, ended.err) == (0, "")


def test_the_systems_session_ends_without_a_question_and_nothing_is_forgotten() -> None:
    with started("--practice", NEVER_STOPPED, command=ALTERED, SRFAX_TEST_ALTERED="logs_out") as window:
        ended = end(window)
    assert (ended.status, ended.err) == (0, "")
    assert states()[NEVER_STOPPED] in {"asked", "stopping", "retrying"}  # goes on at the next start
