# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Puts a few rows where they belong among a hundred thousand, without a look at all of those.

What is told of faxes comes by fifties, and what is added by hundreds: they mostly stand side by side, and
belong so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.shown_rows import MOST_STEPS, ShownRows, runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srfax_desktop.ui.fax_arrangement import FaxArrangement

    Block = tuple[int, list[FaxId]]
    """Faxes side by side, and the place before which they belong."""

MOST_PARTS = 32
"""What stands in more places than this, or belongs in more, is not moved part by part."""


class PlacedRows(ShownRows):
    """Rows in the order of an arrangement. All others are in order when some are put in or moved."""

    def __init__(self, arrangement: FaxArrangement) -> None:
        super().__init__()
        self._arrangement = arrangement

    def _put_in_blocks(self, new: Sequence[FaxId]) -> bool:
        """Put in what is not shown yet; returns False, and does nothing, where that takes many steps."""
        blocks = _blocks(self._arrangement.placed(self._ids, new))
        if len(blocks) > MOST_STEPS:
            return False
        for place, block in reversed(blocks):
            self._put_in(place, block)
        return True

    def _move_blocks(self, moved: Sequence[FaxId]) -> bool:
        """Move what is shown; returns False, and does nothing, where that takes many steps."""
        rows = [row for row in map(self.row_of, moved) if row is not None]
        parts = runs(sorted(rows))
        if len(rows) < len(moved) or len(parts) > MOST_PARTS:
            return False
        blocks = _blocks(self._arrangement.placed(_Without(self._ids, parts), moved))
        if len(blocks) > MOST_PARTS:
            return False
        self._move(parts, blocks)
        return True


def _blocks(placed: Iterable[tuple[int, FaxId]]) -> list[Block]:
    blocks: list[Block] = []
    for place, fax_id in placed:
        if blocks and blocks[-1][0] == place:
            blocks[-1][1].append(fax_id)
        else:
            blocks.append((place, [fax_id]))
    return blocks


class _Without(Sequence[FaxId]):
    """A list without some of its rows, which are a few runs: nothing is copied."""

    def __init__(self, ids: Sequence[FaxId], gone: Sequence[tuple[int, int]]) -> None:
        self._ids = ids
        self._gone = [(first, last - first + 1) for first, last in gone]
        self._count = len(ids) - sum(count for _, count in self._gone)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> FaxId:  # type: ignore[override]
        for first, count in self._gone:
            if place < first:
                break
            place += count
        return self._ids[place]
