# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A link is clicked while the window is open: it is handed over, and asks."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.program import end, run, started, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Reader, Screen

FAX = "10000001"
ASKS = f"A link points at fax {FAX}."


def test_a_link_is_handed_to_the_window_that_is_open_and_asks(
    home: Path, bus: Screen, reader: Reader
) -> None:
    look_only_when_asked(welcomed=True)
    with started(**bus.variables) as window:
        bus.wait_for_window("SRFax Desktop")
        second = run("--link", f"srfax-desktop:{FAX}", **bus.variables)
        assert second.status == 0, second
        wait_until(lambda: any(ASKS in label for label in reader.labels()), what="the question")
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0


def test_a_link_that_is_none_is_told_of_in_the_window_that_is_open(
    home: Path, bus: Screen, reader: Reader
) -> None:
    look_only_when_asked(welcomed=True)
    with started(**bus.variables) as window:
        bus.wait_for_window("SRFax Desktop")
        second = run("--link", "srfax-desktop:stop", **bus.variables)
        assert (second.status, second.out) == (0, ""), second
        wait_until(lambda: any("none of this program" in label for label in reader.labels()))
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0


def test_nothing_can_be_smuggled_in_beside_a_link(home: Path) -> None:
    for more in (["--endpoint", "https://127.0.0.1:1/"], ["--practice"], ["31524120"]):
        refused = run("--link", "srfax-desktop:1", *more)
        assert refused.status == 2, refused
        assert "takes one link and nothing else" in refused.err
