# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which faxes look like one that is to be stopped: a fax sent to several numbers is several faxes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxState
from srfax_desktop.core.listing import FaxDetails, look_alike_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srfax_desktop.core.fax import FaxId, FaxRecord
    from srfax_desktop.engine.board import Board

    Key = tuple[str, ...]


class Kin:
    """Remembers which faxes look alike, so that asking costs nothing where the list is long.

    `asked` tells what the user wants stopped; `look_alikes` are then the faxes that look like one of
    those, that may still be queued, and that nobody asked to stop.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._details: dict[FaxId, FaxDetails] = {}  # what the keys were taken from
        self._alike: defaultdict[Key, set[FaxId]] = defaultdict(set)
        self._keys: dict[Key, None] = {}  # of what was asked for
        self._asked: dict[FaxId, None] = {}
        self._declined: set[FaxId] = set()
        self._free: set[FaxId] = set()
        self._found: list[FaxId] | None = []  # what is offered, until something changes that counts

    def learn(self, fax_ids: Iterable[FaxId]) -> None:
        """Take note of faxes that joined, changed, or left the list."""
        for fax_id in fax_ids:
            is_listed = fax_id in self._board
            if not is_listed:
                self._asked.pop(fax_id, None)
                self._declined.discard(fax_id)
            fax = self._board.fax(fax_id) if is_listed else None
            self._learn_free(fax_id, free=fax is not None and _is_free(fax))
            details = fax.details if fax else None
            before = self._details.pop(fax_id, None)
            if details is not None:
                self._details[fax_id] = details
            if details is not before:
                self._change(fax_id, _keys_of(before), _keys_of(details))

    def asked(self, fax_ids: Iterable[FaxId]) -> None:
        """Take note of faxes that the user asked to be stopped."""
        for fax_id in fax_ids:
            self._asked[fax_id] = None
            self._keys.update(dict.fromkeys(_keys_of(self._details.get(fax_id))))
        self._found = None

    def decline(self) -> None:
        """Offer those no more that are offered now."""
        self._declined.update(self.look_alikes())
        self._found = None

    def look_alikes(self) -> list[FaxId]:
        """Return the faxes to be offered, in the order of the list of those that were asked for first."""
        if self._found is None:
            offered = self._free - self._declined
            alike = (sorted(self._alike[key] & offered) for key in self._keys) if offered else ()
            self._found = list(dict.fromkeys(fax_id for fax_ids in alike for fax_id in fax_ids))
        return list(self._found)

    def _learn_free(self, fax_id: FaxId, *, free: bool) -> None:
        if free is not (fax_id in self._free):
            self._free ^= {fax_id}
            self._found = None

    def _change(self, fax_id: FaxId, before: frozenset[Key], after: frozenset[Key]) -> None:
        if before == after:
            return
        self._found = None
        for key in before - after:
            self._alike[key].discard(fax_id)
            if not self._alike[key]:  # nobody on the list looks like this any more
                del self._alike[key]
                self._keys.pop(key, None)
        for key in after:
            self._alike[key].add(fax_id)
        if fax_id in self._asked:
            self._keys.update(dict.fromkeys(after))


def _is_free(fax: FaxRecord) -> bool:
    return fax.state is FaxState.WAITING and fax.details is not None and fax.details.may_be_queued


def _keys_of(details: FaxDetails | None) -> frozenset[Key]:
    return look_alike_keys(details) if details else frozenset()
