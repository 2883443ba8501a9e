# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Draws costs against sizes, both by powers of ten, as SVG."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 720, 440
LEFT, TOP, RIGHT, BOTTOM = 70, 30, 200, 50
LINE_PX = 16
COLOURS = ("#0b4f9e", "#0b6b3a", "#8a4b00", "#6b2fa0")


class _Plane:
    """Where a point of the plot is in the picture."""

    def __init__(self, sizes: Sequence[int], costs: Mapping[str, Sequence[float]]) -> None:
        every = [cost for line in costs.values() for cost in line]
        self.least, self.most = floor(log10(min(every))), ceil(log10(max(every)))
        self._first, self._last = log10(sizes[0]), log10(sizes[-1])

    def x(self, size: float) -> float:
        share = (log10(size) - self._first) / (self._last - self._first)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, cost: float) -> float:
        share = (log10(cost) - self.least) / (self.most - self.least)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def plot(sizes: Sequence[int], costs: Mapping[str, Sequence[float]]) -> str:
    """Return the picture: a line for each cost, and a dashed one that grows as the list does."""
    plane = _Plane(sizes, costs)
    parts = [*_axes(plane, sizes), _straight(plane, sizes)]
    for line, colour in zip(costs.values(), COLOURS, strict=False):
        points = [(plane.x(size), plane.y(cost)) for size, cost in zip(sizes, line, strict=True)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in points]
    ends = [plane.y(line[-1]) for line in costs.values()]
    for name, y, colour in zip(costs, _apart(ends), COLOURS, strict=False):
        parts.append(_text(WIDTH - RIGHT + 12, y + 4, name, fill=colour))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif"'
    )
    comment = "<!-- SPDX-FileCopyrightText: 2026 SRFax Desktop contributors, SPDX-License-Identifier: MIT -->"
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    return "\n".join((f'{head} font-size="13">', comment, ground, *parts, "</svg>", ""))


def _apart(heights: Sequence[float]) -> list[float]:
    """Return these heights, each at least a line of words below the one above it."""
    found = list(heights)
    above = float("-inf")
    for place in sorted(range(len(found)), key=found.__getitem__):
        above = found[place] = max(found[place], above + LINE_PX)
    return found


def _axes(plane: _Plane, sizes: Sequence[int]) -> list[str]:
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    parts = []
    for power in range(plane.least, plane.most + 1):
        y = plane.y(10.0**power)
        parts.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="#d5dade"/>')
        parts.append(_text(LEFT - 8, y + 4, f"{10.0**power:,g}", anchor="end"))
    for size in sizes:
        x = plane.x(size)
        parts.append(f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}" stroke="#d5dade"/>')
        parts.append(_text(x, bottom + 20, f"{size:,}", anchor="middle"))
    return [*parts, _text((LEFT + right) / 2, bottom + 40, "faxes in the list", anchor="middle")]


def _straight(plane: _Plane, sizes: Sequence[int]) -> str:
    """Return a line that grows ten times for ten times as many, through the middle of the picture."""
    first, last = sizes[0], sizes[-1]
    most = 10.0 ** min(plane.most, plane.least + log10(last / first))
    least = most * first / last
    if least < 10.0**plane.least:
        first, least = int(first * 10.0**plane.least / least), 10.0**plane.least
    begin = f'x1="{plane.x(first):.1f}" y1="{plane.y(least):.1f}"'
    end = f'x2="{plane.x(last):.1f}" y2="{plane.y(most):.1f}"'
    return f'<line {begin} {end} stroke="#4a5560" stroke-dasharray="5 5"/>'


def _text(x: float, y: float, words: str, *, fill: str = "#1c2126", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}" text-anchor="{anchor}">{escape(words)}</text>'
