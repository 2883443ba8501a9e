# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the keys and the help do on a real screen, where a window manager has its say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.kept import answered_s_ago, look_only_when_asked, states
from tests.end_to_end.program import end, started, wait_until, wait_until_at_rest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Screen

TITLE = "^SRFax Desktop – PRACTICE$"
GUIDE = "^User’s guide – SRFax Desktop$"
KEYS = "^Keys$"
COUNTDOWN_S = 10


@pytest.fixture(autouse=True)
def _only_what_the_test_lists(home: Path) -> None:
    look_only_when_asked()


def test_keys_and_help_on_a_real_screen(screen: Screen) -> None:
    with started("--practice", **screen.variables) as window:
        screen.wait_for_window(TITLE)
        screen.type("10000001 10000008")
        screen.hit("ctrl+a", "ctrl+x", "F6", "F6", "ctrl+v")  # cut, to the list, pasted there
        wait_until(lambda: states() == {"10000001": "waiting", "10000008": "waiting"})
        wait_until_at_rest(window)
        screen.hit("ctrl+a", "Return")
        wait_until(lambda: states() == {"10000001": "stopped", "10000008": "retrying"})
        wait_until(lambda: answered_s_ago("10000008") < COUNTDOWN_S / 2)
        screen.hit("Escape")
        wait_until(lambda: states() == {"10000001": "stopped", "10000008": "ended"})
        screen.hit("F1")
        screen.wait_for_window(GUIDE)
        screen.hit("ctrl+f")
        screen.type("password vault")
        screen.hit("Return", "Escape", "F6", "F6", "Down", "Escape")  # back to the text, contents, closed
        screen.wait_for_window(TITLE)
        screen.hit("alt+l", "k")
        screen.wait_for_window(KEYS)
        screen.hit("Escape")
        screen.wait_for_window(TITLE)
        screen.hit("shift+F10")  # the menu of the selected faxes
        screen.hit("Escape", "ctrl+q")
        ended = end(window)
    assert (ended.status, ended.err) == (0, "")
    assert states() == {"10000001": "stopped", "10000008": "ended"}
