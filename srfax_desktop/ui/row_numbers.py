# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""In which row each fax stands: a hundred thousand are not counted anew whenever a few come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.fax import FaxId

MOST_CHANGES = 64
"""After so many, to count all anew costs less than to remember them at each question."""

ROWS_PER_CHANGE = 400
"""In a long list, after one for so many rows."""

MOST_CAME = 1000
"""And after so many faxes that came, and a quarter of the list: to remember one takes 150 bytes."""


class RowNumbers:
    """Numbers the faxes of `ids`, which its owner changes, and tells of each change.

    Remembered are the rows as they were counted, and what came in and was taken out since: where, and how
    much.
    """

    def __init__(self, ids: Sequence[FaxId]) -> None:
        self._ids = ids
        self._counted: dict[FaxId, int] | None = None  # None: to be counted, when somebody asks
        self._changes: list[tuple[int, int]] = []  # the first row, and how many came; less than 0: went
        self._came: dict[FaxId, tuple[int, int]] = {}  # its row then, and how many changes there were

    def row_of(self, fax_id: FaxId) -> int | None:
        """Return the row of a fax, None where it has none."""
        if self._counted is None:
            self._counted = {each: row for row, each in enumerate(self._ids)}
        if came := self._came.get(fax_id):
            row, known = came
        elif (counted := self._counted.get(fax_id)) is not None:
            row, known = counted, 0
        else:
            return None
        for first, count in self._changes[known:]:
            if row >= first:
                row += count
        return row

    def put_in(self, first: int, fax_ids: Sequence[FaxId]) -> None:
        """Take note that these, which were not in the list, come in before the row `first`."""
        if self._can_remember(len(fax_ids)):
            self._changes.append((first, len(fax_ids)))
            known = len(self._changes)
            self._came.update((fax_id, (row, known)) for row, fax_id in enumerate(fax_ids, first))

    def take_out(self, first: int, count: int) -> None:
        """Take note that so many go, from the row `first` on; they are put in before anybody asks."""
        if self._can_remember():
            self._changes.append((first, -count))

    def _can_remember(self, more: int = 0) -> bool:
        too_often = len(self._changes) >= max(MOST_CHANGES, len(self._ids) // ROWS_PER_CHANGE)
        if too_often or len(self._came) + more > MOST_CAME + len(self._ids) // 4:
            self.reorder(self._ids)
        return self._counted is not None

    def reorder(self, ids: Sequence[FaxId]) -> None:
        """Take note that the list is in another order, or that some have gone."""
        self._ids = ids
        self._counted = None
        self._changes.clear()
        self._came.clear()
