# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A line of the table: what was measured, beside what, and what it ought to be."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Figure:
    """ours and theirs are in `unit`; what counts is `ratio`, ours over theirs.

    limit: the ratio, at most, that is aimed at. checked: whether `make bench-check` looks at it.
    theirs_is: what it is beside.
    """

    row: str
    what: str
    ours: float
    theirs: float
    theirs_is: str
    limit: float
    unit: str = "ms"
    checked: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    @property
    def met(self) -> bool:
        return self.ratio <= self.limit

    def cells(self) -> tuple[str, ...]:
        """Return what the table shows."""
        return (
            self.row,
            self.what,
            f"{self.ours:,.4g} {self.unit}",
            f"{self.theirs:,.4g} {self.unit}, {self.theirs_is}",
            f"{self.ratio:.3g}",
            f"≤ {self.limit:.3g}",
            "met" if self.met else "NOT MET",
        )


HEADINGS = ("row", "figure", "ours", "theirs, or the limit", "ratio", "target", "")


def table(figures: Sequence[Figure]) -> str:
    """Return all lines, in columns."""
    lines = [HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADINGS))]
    spaced = (
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    )
    return "\n".join(line.rstrip() for line in spaced)


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)
