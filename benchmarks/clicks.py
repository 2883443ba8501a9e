# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Row 3: from the click on `Stop` to the answer shown, at the end of a long way."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.figure import Figure, middle
from benchmarks.service import Options
from benchmarks.stage import Stage, php, together
from benchmarks.world import WAY_S, Trust, serving

TARGET = 0.4
FAXES = 100
IDLE_S = 60.0
TIMES = 8
WINDOWS = 3
CLOSES_AFTER_S = 5.0


def click_after_a_second() -> list[Figure]:
    """Return the figures after one idle second, beside the whole run of the sample."""
    told = [
        ("click to answer, idle 1 s", False),
        ("the same, TCP's handshake takes the way, too", True),
    ]
    return [
        Figure("3", what, middle(_clicks(handshakes)), sample(handshakes), "sample", TARGET, checked=True)
        for what, handshakes in told
    ]


def _clicks(handshakes: bool) -> list[float]:
    stage = Stage(FAXES, way_s=WAY_S, handshakes=handshakes, service=Options(faxes=FAXES))
    took: list[float] = stage.play("click", idle_s=1.0, times=TIMES)["took_ms"]
    return took


def click_after_a_minute() -> list[Figure]:
    """Return the figures after an idle minute; the windows wait side by side, and are clicked one by one."""
    kept = Stage(FAXES, way_s=WAY_S, service=Options(faxes=FAXES))
    closed = Stage(FAXES, way_s=WAY_S, service=Options(faxes=FAXES, idle_s=CLOSES_AFTER_S))
    plays = [
        (stage, "click", {"idle_s": IDLE_S, "times": 1, "stagger_s": 0.7 * place})
        for place, stage in enumerate((kept, closed) * WINDOWS)
    ]
    told = together(plays)
    theirs = sample()
    whats = ("click to answer, idle 60 s", "the same, idle connections are closed after 5 s")
    return [
        Figure(
            "3",
            what,
            middle([took for each in told[place::2] for took in each["took_ms"]]),
            theirs,
            "sample",
            TARGET,
        )
        for place, what in enumerate(whats)
    ]


def sample(handshakes: bool = False, times: int = TIMES) -> float:
    """Return the milliseconds from the start of the sample to its end, over the same way."""
    with tempfile.TemporaryDirectory() as name:
        trust = Trust.make(Path(name))
        with serving(trust, Options(faxes=FAXES), way_s=WAY_S, handshakes=handshakes) as url:
            php(trust, url, 1)
            return middle([php(trust, url, 1)[0] * 1000 for _ in range(times)])
