# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A window that is open for weeks takes no more memory than on its first day."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.program import environment
from tests.end_to_end.rounds import Rounds, serving
from tests.figures import Figures, short_or_long

DRIVER = Path(__file__).with_name("memory_driver.py")
MIB = 1 << 20
PATIENCE_S = 1800
LAST = 3
"""The least of so many last weighings counts: what comes and goes, such as a cache, is no growth."""


@pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what memory is whose"
)
def test_many_stops_leave_no_more_behind_than_few(figures: Figures) -> None:
    faxes, rounds, limit = short_or_long((150, 6, 8 * MIB), (1000, 20, 5 * MIB))
    look_only_when_asked()
    played = Rounds(faxes)
    with serving(played) as server:
        command = [sys.executable, "-W", "error", str(DRIVER), server.url, str(faxes), str(rounds)]
        done = subprocess.run(
            command, env=environment(), stdout=subprocess.PIPE, text=True, check=True, timeout=PATIENCE_S
        )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["stops"] for each in told] == [faxes * number for number in range(1, rounds + 1)]
    assert played.stopped == faxes * rounds
    weights = [each["own_bytes"] for each in told]
    grown = min(weights[-LAST:]) - weights[0]
    figures.add("stops made to weigh the program", played.stopped)
    figures.most(f"memory grown from {faxes:,} to {faxes * rounds:,} stops", grown / MIB, limit / MIB, "MiB")
    assert grown <= limit, [f"{weight / MIB:.1f}" for weight in weights]
