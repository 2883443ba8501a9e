# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The main job on a virtual screen, by keyboard alone; `test_screen_reader` does it over the bus."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.kept import answered_s_ago, answers, events, look_only_when_asked, states
from tests.end_to_end.program import end, started, wait_until, wait_until_at_rest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Reader, Screen

TITLE = "^SRFax Desktop – PRACTICE$"
QUESTION = "^SRFax Desktop$"
SIGN_IN = "^Sign in to SRFax$"
COUNTDOWN_S = 10
FAX_IDS = [f"1000000{number}" for number in (1, 2, 3, 4, 5, 6, 8)]  # 10000007 hangs for half a minute


@pytest.fixture(autouse=True)
def _only_what_the_test_lists(home: Path) -> None:
    look_only_when_asked()


def test_the_main_job_by_keyboard_alone(screen: Screen) -> None:
    with started("--practice", **screen.variables) as window:
        screen.wait_for_window(TITLE)
        screen.type(" ".join(FAX_IDS))
        screen.hit("Return")
        wait_until(lambda: states() == dict.fromkeys(FAX_IDS, "waiting"))
        wait_until_at_rest(window)  # written down a moment before the buttons light up
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
    wait_until(lambda: states()["10000008"] == "retrying" and answered_s_ago("10000008") < COUNTDOWN_S / 2)
    tried = len(events("10000008"))
    screen.hit("ctrl+f", "Down", "ctrl+End", "Return")
    wait_until(lambda: ("asked", 0) in events("10000008")[tried:], patience_s=10)
    wait_until(lambda: states()["10000008"] == "retrying")


def test_one_fax_is_stopped_without_a_question(bus: Screen, reader: Reader) -> None:
    with started("--practice", "10000001", "10000003", **bus.variables):
        wait_until(lambda: len(reader.rows()) == 2)
        reader.do("select", "Faxes", 0)
        reader.do("press", "Stop selected")
        wait_until(lambda: reader.status("10000001").startswith("Stopped"))
        assert reader.status("10000003") == "Waiting"


def test_every_control_has_a_name_and_can_have_the_focus(bus: Screen, reader: Reader) -> None:
    with started("--practice", "10000001", "10000008", **bus.variables):
        wait_until(lambda: len(reader.rows()) == 2)
        controls = reader.controls()
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
        assert reader.columns()
        assert all(reader.columns())


def test_the_first_steps_and_the_sign_in_are_there_for_a_screen_reader(bus: Screen, reader: Reader) -> None:
    with started(**bus.variables):
        wait_until(lambda: any("cannot call back what has been sent" in words for words in reader.labels()))
        assert [control for control in reader.controls() if not control["name"].strip()] == []
        reader.do("press", "Skip and sign in")
        wait_until(lambda: "password text" in {control["role"] for control in reader.controls()})
        assert [control for control in reader.controls() if not control["name"].strip()] == []


def test_the_first_steps_are_skipped_by_one_key_and_not_shown_again(screen: Screen) -> None:
    with started(**screen.variables) as window:
        screen.wait_for_window("^Welcome to SRFax Desktop$")
        wait_until_at_rest(window)
        screen.hit("Escape")
        screen.wait_for_window(SIGN_IN)
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert (ended.status, ended.err) == (0, "")
    with started(**screen.variables):
        screen.wait_for_window(SIGN_IN)


@pytest.mark.parametrize("ids", [("31524120",), ("no-id",)])
def test_whoever_starts_with_a_fax_is_not_held_up_by_the_first_steps(
    screen: Screen, ids: tuple[str, ...]
) -> None:
    with started(*ids, **screen.variables):
        screen.wait_for_window(SIGN_IN)


def test_a_signal_ends_a_window_that_asks_a_question(screen: Screen) -> None:
    with started("--practice", "10000001", "10000002", **screen.variables) as window:
        screen.wait_for_window(TITLE)
        wait_until(lambda: states() == {"10000001": "waiting", "10000002": "waiting"})
        wait_until_at_rest(window)
        screen.hit("alt+a")
        screen.wait_for_window(QUESTION)
        began = time.monotonic()
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert time.monotonic() - began < 3
    assert (ended.status, ended.err) == (0, "")
    assert states() == {"10000001": "waiting", "10000002": "waiting"}
