# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Row 10: what holds the window up while a long list comes in, or is filtered."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.gaps import FRAME_MS
from benchmarks.service import Options
from benchmarks.stage import Stage

LINES = 100_000
LISTED = 10_000
FIRST_ID = 40_000_001
TYPED = "604 555"
FRAMES = 3.0


def imported(lines: int = LINES) -> list[Figure]:
    """Return the gaps while a file of fax IDs comes in."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "ids.txt")
        path.write_text("".join(f"{FIRST_ID + place}\n" for place in range(lines)))
        told = Stage().play("bring_in", path=str(path), faxes=lines)
    return [Figure("10", "gap while 100,000 IDs come in", told["longest_ms"], FRAME_MS, "a frame", FRAMES)]


def filtered() -> list[Figure]:
    """Return the gaps while something is typed into the filter."""
    told = Stage(LISTED, service=Options(faxes=LISTED)).play("typed", text=TYPED)
    return [Figure("10", "gap while 10,000 are filtered", told["longest_ms"], FRAME_MS, "a frame", FRAMES)]
