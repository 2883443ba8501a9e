# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Rows 8 and 9: what the program takes while nothing happens."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, middle
from benchmarks.service import Options
from benchmarks.stage import SIZE, Stage
from benchmarks.world import environment
from tests.end_to_end.screen import virtual_screen

FEW, MANY = 100, 10_000
TIMES = 3
"""What a long list leaves behind differs by a fifth from one window to the next."""
SECONDS = 10.0
TALL = "1280x4600x24"
"""On which a hundred rows are in view."""
LONG_COUNTDOWNS = {"retry": {"converting": {"waits_s": [600], "give_up_after_s": 3600}}}
KIB = 1024
MIB = KIB * KIB
EMPTY = Path(__file__).with_name("empty.py")


def memory() -> list[Figure]:
    """Return row 8, and the second half of row 9."""
    few = Stage(FEW, service=Options(faxes=FEW)).play("rest", seconds=SECONDS)
    many = [Stage(MANY, service=Options(faxes=MANY)).play("rest", seconds=2.0)["dirty"] for _ in range(TIMES)]
    each = (middle(many) - few["dirty"]) / (MANY - FEW)
    return [
        Figure(
            "8",
            "memory with 100 faxes",
            few["rss"] / MIB,
            empty_window() / MIB,
            "an empty window",
            1.4,
            "MiB",
            True,
        ),
        Figure("8", "each further fax", each / KIB, 1.5, "the limit", 1.0, "KiB", True),
        Figure("9", "processor, nothing going on", few["cpu_share"] * 100, 0.1, "of a core", 1.0, "%"),
    ]


def countdowns() -> list[Figure]:
    """Return the first half of row 9."""
    stage = Stage(FEW, size=TALL, settings=LONG_COUNTDOWNS, service=Options(faxes=FEW, converting=True))
    told = stage.play("rest", seconds=SECONDS, ask=True)
    assert told["countdowns_in_view"] == FEW, told
    return [Figure("9", "processor, 100 countdowns", told["cpu_share"] * 100, 1.0, "of a core", 1.0, "%")]


def empty_window() -> int:
    """Return the bytes of memory that an empty window of the same kind takes at rest."""
    with tempfile.TemporaryDirectory() as home, virtual_screen(SIZE) as screen:
        command = [sys.executable, str(EMPTY), "weigh"]
        variables = environment(Path(home), None, screen.variables)
        done = subprocess.run(
            command, env=variables, stdout=subprocess.PIPE, text=True, timeout=60, check=True
        )
    return int(done.stdout)
