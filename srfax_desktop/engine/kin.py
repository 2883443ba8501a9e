# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which faxes look like one that is to be stopped: a fax sent to several numbers is several faxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxState
from srfax_desktop.core.listing import FaxDetails, look_alike_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.engine.board import Board

    Key = int
    """A hash of 61 bits, by a seed that each process draws. The words themselves would take more memory
    than all else that is kept of a fax; that two of a hundred thousand faxes have one by chance happens
    once in a hundred million runs, and then a fax too many is offered."""


class Kin:
    """Remembers which faxes look alike, so that asking costs nothing where the list is long.

    `asked` tells what the user wants stopped; `look_alikes` are then the faxes that look like one of
    those, that may still be queued, and that nobody asked to stop.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._details: dict[FaxId, FaxDetails] = {}  # what the keys were taken from
        self._one: dict[Key, FaxId] = {}  # most look like no other
        self._several: dict[Key, set[FaxId]] = {}
        self._keys: dict[Key, None] = {}  # of what was asked for
        self._near: dict[FaxId, bool] = {}  # who has one of these, and whether it is free
        self._asked: dict[FaxId, None] = {}
        self._declined: set[FaxId] = set()
        self._found: list[FaxId] | None = []  # what is offered, until something changes that counts

    def learn(self, fax_ids: Iterable[FaxId]) -> None:
        """Take note of faxes that joined, changed, or left the list."""
        for fax_id in fax_ids:
            is_listed = fax_id in self._board
            if not is_listed:
                self._asked.pop(fax_id, None)
                self._declined.discard(fax_id)
            details = self._board.fax(fax_id).details if is_listed else None
            before = self._details.pop(fax_id, None)
            if details is not None:
                self._details[fax_id] = details
            if details is not before:
                self._change(fax_id, _keys_of(before), _keys_of(details))
            if fax_id in self._near:
                self._look_at(fax_id)

    def asked(self, fax_ids: Iterable[FaxId]) -> None:
        """Take note of faxes that the user asked to be stopped."""
        for fax_id in fax_ids:
            self._asked[fax_id] = None
            self._look_for(_keys_of(self._details.get(fax_id)))
        self._found = None

    def decline(self) -> None:
        """Offer those no more that are offered now."""
        self._declined.update(self.look_alikes())
        self._found = None

    def look_alikes(self) -> list[FaxId]:
        """Return the faxes to be offered, in the order of the list of those that were asked for first."""
        if self._found is None:
            offered = {fax_id for fax_id, free in self._near.items() if free} - self._declined
            alike = (sorted(offered.intersection(self._with(key))) for key in self._keys) if offered else ()
            self._found = list(dict.fromkeys(fax_id for fax_ids in alike for fax_id in fax_ids))
        return list(self._found)

    def _look_for(self, keys: Iterable[Key]) -> None:
        """Offer from now on what has one of these."""
        for key in keys:
            if key not in self._keys:
                self._keys[key] = None
                for fax_id in self._with(key):
                    self._look_at(fax_id)

    def _look_at(self, fax_id: FaxId) -> None:
        free = fax_id in self._board and _is_free(self._board.fax(fax_id))
        if self._near.get(fax_id) is not free:
            self._near[fax_id] = free
            self._found = None

    def _change(self, fax_id: FaxId, before: frozenset[Key], after: frozenset[Key]) -> None:
        if before == after:
            return
        self._found = None
        for key in before - after:
            self._take_out(key, fax_id)
        for key in after - before:
            self._put_in(key, fax_id)
        self._near.pop(fax_id, None)
        if fax_id in self._asked:
            self._look_for(after)
        if not self._keys.keys().isdisjoint(after):
            self._look_at(fax_id)

    def _with(self, key: Key) -> Iterable[FaxId]:
        if key in self._several:
            return self._several[key]
        return (self._one[key],) if key in self._one else ()

    def _put_in(self, key: Key, fax_id: FaxId) -> None:
        if key in self._several:
            self._several[key].add(fax_id)
        elif key in self._one:
            self._several[key] = {self._one.pop(key), fax_id}
        else:
            self._one[key] = fax_id

    def _take_out(self, key: Key, fax_id: FaxId) -> None:
        if key in self._several:
            self._several[key].discard(fax_id)
            if len(self._several[key]) == 1:
                self._one[key] = self._several.pop(key).pop()
        elif self._one.pop(key, None):  # nobody on the list looks like this any more
            self._keys.pop(key, None)


def _is_free(fax: FaxRecord) -> bool:
    return fax.state is FaxState.WAITING and fax.details is not None and fax.details.may_be_queued


def _keys_of(details: FaxDetails | None) -> frozenset[Key]:
    return frozenset(map(hash, look_alike_keys(details))) if details else frozenset()
