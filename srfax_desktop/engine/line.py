# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whose turn it is: the line of faxes to be sent for, and the countdowns of those to be tried again."""

from __future__ import annotations

import heapq
import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srfax_desktop.core.fax import FaxId


class _Place(NamedTuple):
    """Where a fax stands: the smaller one comes first."""

    rank: int
    number: int


_SENT_BACK, _ASKED, _RETRY = range(3)


class Line:
    """First come, first served; but what the user just asked for goes before retries."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._places: dict[FaxId, _Place] = {}
        self._left: dict[FaxId, _Place] = {}  # the places of those whose turn came
        self._order: list[tuple[_Place, FaxId]] = []

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[FaxId]:
        yield from sorted(self._places, key=self._places.__getitem__)

    def __contains__(self, fax_id: object) -> bool:
        return fax_id in self._places

    def has_retry(self, fax_id: FaxId) -> bool:
        """Whether a fax stands among the retries."""
        return fax_id in self._places and self._places[fax_id].rank == _RETRY

    def join(self, fax_id: FaxId, *, retry: bool = False) -> None:
        """Stand at the end: of the retries, or of what the user asked for."""
        self._stand(fax_id, _Place(_RETRY if retry else _ASKED, next(self._numbers)))

    def come_back(self, fax_id: FaxId) -> None:
        """Stand where it stood when its turn came: something stood in everyone's way.

        One that never stood in this line comes before all others.
        """
        self._stand(fax_id, self._left.get(fax_id) or _Place(_SENT_BACK, next(self._numbers)))

    def leave(self, fax_id: FaxId) -> None:
        """Leave the line, wherever in it."""
        if place := self._places.pop(fax_id, None):
            self._left[fax_id] = place

    def forget(self, fax_id: FaxId) -> None:
        """Take note that a fax is done with: it does not come back to where it stood."""
        self._left.pop(fax_id, None)

    def first(self) -> FaxId | None:
        """Return the one whose turn comes next, None where nobody is waiting."""
        # Who left stays in the heap until it comes to the top: removing it there and then would
        # cost a search through all of them.
        while self._order and self._places.get(self._order[0][1]) != self._order[0][0]:
            heapq.heappop(self._order)
        return self._order[0][1] if self._order else None

    def next(self) -> FaxId:
        """Take the one whose turn it is. Raises KeyError where nobody is waiting."""
        fax_id = self.first()
        if fax_id is None:
            message = "nobody is waiting"
            raise KeyError(message)
        self.leave(fax_id)
        return fax_id

    def _stand(self, fax_id: FaxId, place: _Place) -> None:
        self._places[fax_id] = place
        heapq.heappush(self._order, (place, fax_id))


class Countdowns:
    """When each fax is due, on the engine's monotonic clock in seconds."""

    def __init__(self) -> None:
        self._due_at: dict[FaxId, float] = {}
        self._order: list[tuple[float, FaxId]] = []

    def __len__(self) -> int:
        return len(self._due_at)

    def start(self, fax_id: FaxId, due_at_s: float) -> None:
        """Start or change the countdown of a fax."""
        self._due_at[fax_id] = due_at_s
        heapq.heappush(self._order, (due_at_s, fax_id))

    def end(self, fax_id: FaxId) -> None:
        """End a countdown; there being none is no error."""
        self._due_at.pop(fax_id, None)

    def due_at(self, fax_id: FaxId) -> float | None:
        """Return when a fax is due, None where it has no countdown."""
        return self._due_at.get(fax_id)

    def next_due_at(self) -> float | None:
        """Return when the next one is due."""
        self._drop_ended()
        return self._order[0][0] if self._order else None

    def take_due(self, now_s: float) -> list[FaxId]:
        """Take those that are due, in the order in which they became so."""
        taken = []
        while (due_at_s := self.next_due_at()) is not None and due_at_s <= now_s:
            fax_id = heapq.heappop(self._order)[1]
            del self._due_at[fax_id]
            taken.append(fax_id)
        return taken

    def _drop_ended(self) -> None:
        # An ended or changed countdown stays in the heap until it comes to the top: removing it
        # there and then would cost a search through all of them.
        while self._order and self._due_at.get(self._order[0][1]) != self._order[0][0]:
            heapq.heappop(self._order)
