# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How the width of the table is shared out among its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.ui.columns import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

BY_WORTH = (
    Column.TO,
    Column.ACCOUNT,
    Column.QUEUED,
    Column.SUBJECT,
    Column.PAGES,
    Column.FROM,
    Column.ATTEMPTS,
)
"""In a narrow table these find room in this order, if at all: status and button stay in sight."""

GROW = (Column.STATUS, Column.SAID, Column.SUBJECT, Column.FROM)
"""What is left is given to these, the first one first."""


class Span(NamedTuple):
    """How wide a column is, in pixels: at the least, when there is room, and at the most."""

    least: int
    usual: int
    most: int

    @classmethod
    def fixed(cls, width: int) -> Span:
        """Return one that is neither more nor less."""
        return cls(width, width, width)


def fitted(spans: Mapping[Column, Span], room: int) -> dict[Column, int]:
    """Return the columns that find room in `room` pixels, each with its width.

    Those that are not in BY_WORTH always do, though they be wider than `room` together, but for SRFax's
    words: the details have these too, but no number that the fax goes to beside those of others.
    """
    widths = {column: span.least for column, span in spans.items() if column not in BY_WORTH}
    spare = room - sum(widths.values())
    if spare < 0 and Column.SAID in widths:
        spare += widths.pop(Column.SAID)
    for column in BY_WORTH:
        if column in spans and spans[column].least <= spare:
            widths[column] = spans[column].least
            spare -= widths[column]
    for goal in ("usual", "most"):
        for column in GROW:
            if column in widths:
                more = max(0, min(spare, getattr(spans[column], goal) - widths[column]))
                widths[column] += more
                spare -= more
    return widths
