# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Row 11: what start, gaps and memory cost with lists of a hundred to a hundred thousand faxes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, middle
from benchmarks.plot import plot
from benchmarks.service import Options
from benchmarks.stage import Stage
from benchmarks.starts import start_times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SIZES = (100, 1_000, 10_000, 100_000)
PAIRS = 2
MEASURED_S = 12.0
"""Of the stopping of each list: its gaps are those of its beginning, which are the longest."""
PICTURE = Path(__file__).with_name("sizes.svg")
ONLY_WHEN_ASKED = {"refresh_s": 0}
"""A list of 100,000 queued faxes is more than the program takes from the service at once."""


def sizes() -> list[Figure]:
    """Measure, draw the plot, and return how each grows from 10,000 to 100,000: ten times is straight."""
    times = start_times({size: 10 * size for size in SIZES[:-1]} | {SIZES[-1]: SIZES[-1]}, PAIRS)
    stops = [_gaps(size) for size in SIZES]
    weights = [_dirty(size) for size in SIZES]
    costs: Mapping[str, Sequence[float]] = {
        "start, ms": [middle(times[size]) * 1000 for size in SIZES],
        "longest gap, ms": [each["longest_ms"] for each in stops],
        "99 % of the gaps, ms": [each["p99_ms"] for each in stops],
        "memory, MiB": [each / (1 << 20) for each in weights],
    }
    PICTURE.write_text(plot(SIZES, costs), encoding="utf-8")
    return [
        Figure(
            "11",
            f"{what.partition(',')[0]}, 10,000 to 100,000",
            after,
            10 * before,
            "a straight line",
            1.0,
            unit,
        )
        for what, cost in costs.items()
        for before, after, unit in [(cost[-2], cost[-1], what.rpartition(" ")[2])]
    ]


def _gaps(size: int) -> Mapping[str, float]:
    stage = Stage(size, service=Options(faxes=size), settings=ONLY_WHEN_ASKED)
    return stage.play("stop_all", faxes=size, by_status=True, queue=False, limit_s=MEASURED_S)


def _dirty(size: int) -> float:
    stage = Stage(size, service=Options(faxes=size), settings=ONLY_WHEN_ASKED)
    return float(stage.play("rest", seconds=1.0, queue=False)["dirty"])
