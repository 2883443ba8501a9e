# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads the history's lines page by page, and remembers those that were looked at last."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from srfax_desktop.core.ports import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.archive import Archive
    from srfax_desktop.core.history import HistoryEntry

PAGE = 200
"""So many lines are read at once: a screenful or several, in about a millisecond."""

MOST_LINES = 20 * PAGE


class LineCache:
    """Lines by their number. A line of the history never changes, so none is ever read anew."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lines: OrderedDict[int, HistoryEntry | None] = OrderedDict()
        self.trouble: StoreError | None = None
        """Why a page could not be read. Until it is set back to None, nothing more is read: each of
        a screenful of cells would wait for the same refusal."""

    def entry(self, numbers: Sequence[int], row: int) -> HistoryEntry | None:
        """Return the line in a row of `numbers`; None where it is gone, or could not be read."""
        number = numbers[row]
        if number not in self._lines:
            self._read_page(numbers, row - row % PAGE)
        if number not in self._lines:
            return None
        self._lines.move_to_end(number)
        return self._lines[number]

    def _read_page(self, numbers: Sequence[int], first: int) -> None:
        if self.trouble:
            return
        missing = [number for number in numbers[first : first + PAGE] if number not in self._lines]
        try:
            found = {line.number: line.entry for line in self._archive.lines(missing)}
        except StoreError as error:
            self.trouble = error
            return
        for number in missing:
            self._lines[number] = found.get(number)
        while len(self._lines) > MOST_LINES:
            self._lines.popitem(last=False)
