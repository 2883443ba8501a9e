# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How a record that is too long for one page is made to fit: smaller type, then less of what repeats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from srfax_desktop.ui.counting import counted
from srfax_desktop.ui.record_item import Item, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate

SMALLEST_PT = 7.0
"""Smaller type cannot be read on paper."""

_LETTERS_IN_A_LINE = 60
_FEWEST_LINES = 4
"""No value that this program puts together itself has more."""

_MOST_ON_A_PAGE = 14_000
"""No page holds more letters than this, so that it need not be tried."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a record is set. size_pt: of the type. None: all of them.

    times: how many are listed in each place. letters: how long each line of a value may be; the fewer
    they are, the fewer lines there may be. items: how many may stand in a section.
    """

    size_pt: float
    times: int | None = None
    letters: int | None = None
    items: int | None = None


PLANS = (
    *(Plan(size_pt) for size_pt in (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, SMALLEST_PT)),
    *(Plan(SMALLEST_PT, times=times) for times in (200, 150, 120, 90, 70, 50, 35, 20, 10, 5)),
    *(Plan(SMALLEST_PT, times=3, letters=letters) for letters in (9000, 7000, 5000, 3500, 2400, 1600, 1000)),
    *(Plan(SMALLEST_PT, times=3, letters=1000, items=items) for items in (24, 18, 14)),
    Plan(SMALLEST_PT, times=3, letters=400, items=11),
    Plan(SMALLEST_PT, times=1, letters=160, items=9),
)
"""The first one that fits is taken."""


def shortened(sections: Sequence[Section], plan: Plan) -> tuple[Section, ...]:
    """Return sections cut to what `plan` allows. Whatever is left out is said to be left out."""
    return tuple(Section(each.heading, _fewer(each.items, plan)) for each in sections)


def is_hopeless(sections: Sequence[Section]) -> bool:
    """Whether this is far too much for any page."""
    items = [item for section in sections for item in section.items]
    letters = sum(len(item.value) + sum(map(len, item.times)) for item in items)
    return letters > _MOST_ON_A_PAGE


def _fewer(items: tuple[Item, ...], plan: Plan) -> tuple[Item, ...]:
    if plan.items is not None and len(items) > plan.items:
        first, last = plan.items // 2, plan.items - plan.items // 2 - 1
        left_out = translate("record", "and {0} more here, see the text version").format(
            len(items) - first - last
        )
        items = (*items[:first], Item("…", left_out), *items[-last:])
    return tuple(_shorter(item, plan) for item in items)


def _shorter(item: Item, plan: Plan) -> Item:
    value = item.value if plan.letters is None else _cut(item.value, plan.letters)
    times = item.times
    if plan.times is not None and len(times) > plan.times:
        left_out = counted(
            "record",
            "… and %Ln more times, see the text version",
            "… and 1 more time, see the text version",
            len(times) - plan.times,
        )
        times = (*times[: plan.times], left_out)
    return replace(item, value=value, times=times)


def _cut(value: str, letters: int) -> str:
    """Cut each line, so that the short ones keep what they say, and then what is left of too many."""
    rows = [_cut_line(line, letters) for line in value.split("\n")]
    most = max(_FEWEST_LINES, letters // _LETTERS_IN_A_LINE)
    if len(rows) > most:
        left_out = counted(
            "record",
            "… and %Ln more lines, see the text version",
            "… and 1 more line, see the text version",
            len(rows) - most + 1,
        )
        rows[most - 1 :] = [left_out]
    return "\n".join(rows)


def _cut_line(line: str, letters: int) -> str:
    if len(line) <= letters:
        return line
    return translate("record", "{0}… (shortened, see the text version)").format(line[:letters].rstrip())
