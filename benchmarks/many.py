# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Rows 4 to 7: `Stop all` for hundreds and for thousands of faxes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.gaps import FRAME_MS
from benchmarks.service import Options
from benchmarks.stage import Stage, php, plain_posts
from benchmarks.world import WAY_S, Trust, serving

SOME, MANY = 500, 10_000
WAIT_S, WORKERS = 0.05, 4
SAMPLE_STOPS = 100
POSTS = 3000


def some_at_a_slow_service() -> list[Figure]:
    """Return row 4."""
    ours = Stage(SOME, service=Options(faxes=SOME, wait_s=WAIT_S)).play("stop_all", faxes=SOME)
    least = SOME * WAIT_S / WORKERS
    return [Figure("4", "500 stops of 50 ms", ours["took_s"], least, "arithmetic", 1.10, "s", checked=True)]


def some_far_away() -> list[Figure]:
    """Return row 5. The sample stops 100, one after the other; 500 take five times as long."""
    ours = Stage(SOME, way_s=WAY_S, service=Options(faxes=SOME)).play("stop_all", faxes=SOME)
    with tempfile.TemporaryDirectory() as name:
        trust = Trust.make(Path(name))
        with serving(trust, Options(faxes=SOME), way_s=WAY_S) as url:
            _, each_ms = php(trust, url, SAMPLE_STOPS)
    theirs = sum(each_ms) / 1000 / SAMPLE_STOPS * SOME
    return [
        Figure(
            "5", "500 stops far away", ours["took_s"], theirs, "sample in a loop", 1 / 8, "s", checked=True
        )
    ]


def many_at_full_speed(faxes: int = MANY) -> list[Figure]:
    """Return rows 6 and 7. The posts beside them are measured before and after."""
    before = plain_posts(POSTS)
    ours = Stage(faxes, service=Options(faxes=faxes)).play("stop_all", faxes=faxes, by_status=True)
    after = plain_posts(POSTS)
    each_ms = ours["cpu_s"] / ours["done"] * 1000
    theirs_ms = (before["cpu_s"] + after["cpu_s"]) / 2 * 1000
    return [
        Figure("6", "gaps while 10,000 stop, 99 %", ours["p99_ms"], FRAME_MS, "a frame", 1.0),
        Figure("6", "the longest of them", ours["longest_ms"], FRAME_MS, "a frame", 3.0),
        Figure("7", "processor time for each", each_ms, theirs_ms, "a plain post", 2.0, checked=True),
    ]
