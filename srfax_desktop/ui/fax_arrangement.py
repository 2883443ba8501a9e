# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which faxes the table shows, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_filter import FaxFilter
from srfax_desktop.ui.sort_keys import sort_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.board import Board


STEP = 300
"""Faxes: a millisecond or two."""


class FaxArrangement:
    """Knows every fax in the list, by the order of adding. Ties are in this order, up and down alike.

    What each fax is sorted by is kept until the fax changes.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._added: dict[FaxId, int] = {}
        self._count = 0
        self._column, self._descending = Column.QUEUED, True
        self._keys: dict[FaxId, Any] = {}
        self._filter = FaxFilter(board)

    def __len__(self) -> int:
        return len(self._added)

    def arranged(self) -> list[FaxId]:
        """Return the faxes to be shown, from top to bottom."""
        shown: Iterable[FaxId] = self._added
        if self._filter.is_set:
            shown = filter(self._filter.lets_through, self._added)
        return self.in_order(shown)

    def in_order(self, fax_ids: Iterable[FaxId]) -> list[FaxId]:
        """Return faxes from top to bottom; they are given in the order of adding."""
        return sorted(fax_ids, key=self._keys.__getitem__, reverse=self._descending)

    def with_moved(self, order: Sequence[FaxId], moved: Sequence[FaxId]) -> list[FaxId]:
        """Return an arranged list with these, which are in it, in the places where they belong now."""
        away = set(moved)
        left = [fax_id for fax_id in order if fax_id not in away]
        found: list[FaxId] = []
        done = 0
        for place, fax_id in self.placed(left, away):
            found += left[done:place]
            found.append(fax_id)
            done = place
        return found + left[done:]

    def placed(self, order: Sequence[FaxId], fax_ids: Iterable[FaxId]) -> Iterator[tuple[int, FaxId]]:
        """Yield faxes from top to bottom, each with the place in an arranged list before which it belongs.

        None of them is in that list.
        """
        place = 0
        for fax_id in self.in_order(sorted(fax_ids, key=self._added.__getitem__)):
            place = self._place_from(place, order, fax_id)
            yield place, fax_id

    def knows(self, fax_id: FaxId) -> bool:
        """Whether a fax is in the list."""
        return fax_id in self._added

    def are_in_order(self, upper: FaxId, lower: FaxId) -> bool:
        """Whether `upper` belongs above `lower`."""
        first, second = self._keys[upper], self._keys[lower]
        if first == second:
            return self._added[upper] < self._added[lower]
        return bool(first > second) if self._descending else bool(first < second)

    def _place_from(self, first: int, order: Sequence[FaxId], fax_id: FaxId) -> int:
        """Return before which place a fax belongs, which is known not to be before the place `first`."""
        behind = len(order)
        if first == behind or self.are_in_order(fax_id, order[first]):
            return first  # faxes that are moved mostly belong side by side
        while first < behind:
            middle = (first + behind) // 2
            if self.are_in_order(order[middle], fax_id):
                first = middle + 1
            else:
                behind = middle
        return first

    def shows(self, fax_id: FaxId) -> bool:
        """Whether a fax is to be shown. Raises KeyError where it is not in the list."""
        return self._filter.lets_through(fax_id)

    def add(self, fax_ids: Sequence[FaxId]) -> None:
        """Take faxes in. Those that are in the list already keep their place in the order of adding."""
        for fax_id in fax_ids:
            if fax_id not in self._added:
                self._count += 1
                self._added[fax_id] = self._count
        self.look_again(fax_ids)

    def remove(self, fax_ids: Sequence[FaxId]) -> None:
        """Forget faxes that are no longer in the list."""
        for fax_id in fax_ids:
            self._added.pop(fax_id, None)
            self._keys.pop(fax_id, None)
        self._filter.forget(fax_ids)

    def look_again(self, fax_ids: Iterable[FaxId]) -> list[FaxId]:
        """Take note that faxes have changed. Returns those of them that are in the list."""
        known = [fax_id for fax_id in fax_ids if fax_id in self._added]
        self._keys.update(zip(known, self._keys_of(known), strict=True))
        self._filter.look_again(known)
        return known

    def look_again_at_all(self) -> None:
        """Take note that something has changed that concerns every fax."""
        self._keys = dict(zip(self._added, self._keys_of(self._added), strict=True))
        self._filter.look_again_at_all()

    def sort_by(self, column: Column, *, descending: bool) -> bool:
        """Sort by a column. Returns whether that changes anything."""
        if column is self._column and descending is self._descending:
            return False
        self._descending = descending
        if column is not self._column:
            self._column = column
            self._keys = dict(zip(self._added, self._keys_of(self._added), strict=True))
        return True

    def set_filter(self, text: str) -> bool:
        """Show only faxes in which all these words are. Returns whether that changes anything."""
        return self._filter.set_text(text)

    def prepare_filter(self) -> Iterator[None]:
        """Get ready to be filtered, a little at each step."""
        every = list(self._added)
        for first in range(0, len(every), STEP):
            self._filter.prepare(fax_id for fax_id in every[first : first + STEP] if fax_id in self._added)
            yield

    def let_through(self, fax_ids: Iterable[FaxId]) -> None:
        """Show these, whatever the words are, until other words are typed."""
        self._filter.let_through(fax_id for fax_id in fax_ids if fax_id in self._added)

    def _keys_of(self, fax_ids: Iterable[FaxId]) -> Iterator[Any]:
        """Yield what each of these is sorted by."""
        key_of = sort_keys(self._column, self._board.status)
        return map(key_of, map(self._board.fax, fax_ids))
