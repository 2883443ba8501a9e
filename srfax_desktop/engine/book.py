# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The list in memory, and its way to the disk: written before it is sent, and before it is shown."""

from __future__ import annotations

import logging
import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.ports import StoreError
from srfax_desktop.core.transitions import FaxEvent, after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord, FaxState
    from srfax_desktop.core.ports import Clock, FaxStore

log = logging.getLogger(__name__)

WRITE_AGAIN_S = 10.0
"""What the store did not take is offered to it again after this, though nothing else happens."""

LAST_TRIES = 20
"""How often at most a store that another process holds is asked to take what is left at the end: each
try waits a tenth of a second."""

_LOCKED = "locked"  # StoreError.problem


class Book:
    """All faxes in the list. Changes are collected and kept in one transaction by `commit`.

    Where the disk does not take them, the work goes on: a page that is not sent is worth more than
    a line that is not written. The changes are kept and written with the next ones, and
    `on_trouble` is told: the error, or None when all is written again. A store that another process
    holds is left alone for a while: each try waits for it, and so does who clicks meanwhile.
    """

    def __init__(
        self, store: FaxStore, clock: Clock, on_trouble: Callable[[StoreError | None], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._on_trouble = on_trouble
        self.states: Counter[FaxState] = Counter()  # how many faxes are in each state
        self.accounts: Counter[AccountNumber | None] = Counter()  # how many belong to each; None: not known
        self._faxes: dict[FaxId, FaxRecord] = {}
        self._changed: dict[FaxId, FaxRecord] = {}
        self._gone: dict[FaxId, None] = {}
        self._entries: list[HistoryEntry] = []
        self.trouble: StoreError | None = None  # what keeps the store from taking everything
        self._not_before_s = -math.inf
        self._ending = False

    def __contains__(self, fax_id: object) -> bool:
        return fax_id in self._faxes

    def __getitem__(self, fax_id: FaxId) -> FaxRecord:
        return self._faxes[fax_id]

    def __iter__(self) -> Iterator[FaxRecord]:
        return iter(tuple(self._faxes.values()))

    def __len__(self) -> int:
        return len(self._faxes)

    @property
    def unwritten(self) -> bool:
        """Whether the store has not taken everything yet."""
        return bool(self._changed or self._entries or self._gone)

    @property
    def write_again_at_s(self) -> float | None:
        """When what the store did not take is to be offered to it again; None where it took everything."""
        if not self.unwritten:
            return None
        now_s = self._clock.monotonic_s()
        return self._not_before_s if self._not_before_s > now_s else now_s + WRITE_AGAIN_S

    def load(self) -> None:
        """Read the list from the store. Raises StoreError."""
        self._faxes = {fax.fax_id: fax for fax in self._store.load()}
        self.states = Counter(fax.state for fax in self._faxes.values())
        self.accounts = Counter(fax.account for fax in self._faxes.values())

    def add(self, fax: FaxRecord) -> None:
        """Put a fax on the list, or in the place of the one with the same ID."""
        self._put(fax)
        self.note(fax, HistoryEvent.ADDED)

    def take_written(self, fax: FaxRecord) -> None:
        """Put a fax on the list that the store has already."""
        self._faxes[fax.fax_id] = fax
        self._count(fax, 1)

    def change(self, fax_id: FaxId, event: FaxEvent, **fields: Any) -> FaxRecord:  # noqa: ANN401
        """Let `event` happen to a fax, set `fields` of its record, and return the new record.

        Raises ImpossibleEventError where the transition table has no such row.
        """
        fax = self._faxes[fax_id]
        return self._put(replace(fax, state=after(fax.state, event), **fields))

    def learn(self, fax_id: FaxId, **fields: Any) -> FaxRecord:  # noqa: ANN401
        """Set fields of a record that are not its state, and return the new record."""
        return self._put(replace(self._faxes[fax_id], **fields))

    def note(self, fax: FaxRecord, event: HistoryEvent, **fields: Any) -> None:  # noqa: ANN401
        """Add a line to the history of a fax; `fields` are those of HistoryEntry."""
        to_number = fax.details.to_number if fax.details else None
        at = self._clock.utc_now()
        known = {"account": fax.account, "to_number": to_number} | fields
        self._entries.append(HistoryEntry(at, fax.fax_id, event, **known))

    def commit(self) -> None:
        """Write what was changed, noted and removed since the last time."""
        if self.unwritten and self._clock.monotonic_s() >= self._not_before_s:
            self._offer()

    def end(self) -> None:
        """Write what is left, now that the program ends, and wait longer for another process if need be.

        What comes after it is offered to the store at once.
        """
        self._ending = True
        self._not_before_s = -math.inf
        for _ in range(LAST_TRIES):
            if not self.unwritten or self._offer() != _LOCKED:
                return

    def remove(self, fax_ids: Iterable[FaxId]) -> None:
        """Take faxes off the list. Their history stays."""
        for fax_id in fax_ids:
            fax = self._faxes.pop(fax_id)
            self._count(fax, -1)
            self._changed.pop(fax_id, None)
            self._gone[fax_id] = None
            self.note(fax, HistoryEvent.REMOVED)
        self.commit()

    def history(self, fax_id: FaxId) -> Sequence[HistoryEntry]:
        """Return what happened to one fax, oldest first, with what could not be written yet."""
        unwritten = [entry for entry in self._entries if entry.fax_id == fax_id]
        try:
            return [*self._store.history(fax_id), *unwritten]
        except StoreError as error:
            self._trouble(error)
            return unwritten

    def _put(self, fax: FaxRecord) -> FaxRecord:
        if before := self._faxes.get(fax.fax_id):
            self._count(before, -1)
        self._count(fax, 1)
        self._faxes[fax.fax_id] = fax
        self._changed[fax.fax_id] = fax
        return fax

    def _count(self, fax: FaxRecord, by: int) -> None:
        self.states[fax.state] += by
        self.accounts[fax.account] += by

    def _offer(self) -> str | None:
        """Have the store take everything; return the code of what kept it from it."""
        try:
            self._flush()
        except StoreError as error:
            if error.problem == _LOCKED and not self._ending:
                self._not_before_s = self._clock.monotonic_s() + WRITE_AGAIN_S
            self._trouble(error)
            return error.problem
        if self.trouble:
            self.trouble = None
            self._on_trouble(None)
        return None

    def _flush(self) -> None:
        if self._gone:
            self._store.remove(tuple(self._gone), self._entries)
            self._gone.clear()
            self._entries.clear()
        if self._changed or self._entries:
            self._store.write(self._changed.values(), self._entries)
            self._changed.clear()
            self._entries.clear()

    def _trouble(self, error: StoreError) -> None:
        if not self.trouble:
            self.trouble = error
            log.error("could not keep the record: %s", error)
            self._on_trouble(error)
