# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the engine shows to the window and the command line: read only, always up to date."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from srfax_desktop.core.fax import FaxState
from srfax_desktop.core.pause import ENDS_BY_HAND
from srfax_desktop.core.status import Status, held_by, status_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord
    from srfax_desktop.core.history import HistoryEntry
    from srfax_desktop.core.pause import Pause
    from srfax_desktop.core.ports import StoreError
    from srfax_desktop.engine.desk import Desk


class Board:
    """The list, the status of each fax, the seconds to its next try, and what concerns all."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __contains__(self, fax_id: object) -> bool:
        return fax_id in self._desk.book

    def __len__(self) -> int:
        return len(self._desk.book)

    @property
    def pause(self) -> Pause | None:
        """What stands in the way of every fax, None where nothing does."""
        return self._desk.pausing.pause

    @property
    def automatic(self) -> bool:
        """Whether a countdown that is over fires by itself; otherwise it waits for the user."""
        return self._desk.automatic

    @property
    def account(self) -> AccountNumber | None:
        """The account signed in, None where there is none."""
        return self._desk.gate.account

    @property
    def accepted_account(self) -> AccountNumber | None:
        """The account signed in, where SRFax has accepted it in this run; None where it has not yet."""
        return self._desk.gate.owner

    @property
    def accounts(self) -> frozenset[AccountNumber]:
        """The accounts that faxes in the list are known to belong to, and the one signed in."""
        listed = {account for account, count in self._desk.book.accounts.items() if count}
        return frozenset(account for account in (*listed, self.account) if account)

    @property
    def sign_in_refused(self) -> bool:
        """Whether SRFax has refused the account number or password in use."""
        return self._desk.gate.refused

    def admits(self, fax_id: FaxId) -> bool:
        """Whether somebody is signed in whose account may be asked about this fax."""
        gate = self._desk.gate
        return gate.credentials is not None and gate.admits(self._desk.book[fax_id])

    def held(self) -> Counter[AccountNumber]:
        """Return how many stops of each account wait until it is signed in instead of the present one."""
        book = self._desk.book
        if book.states[FaxState.ASKED] == len(self._desk.line) or self.account is None:
            return Counter()
        faxes = (book[fax_id] for fax_id in self._desk.trying)
        waiting = (fax.account for fax in faxes if fax.state is FaxState.ASKED)
        return Counter(account for account in waiting if account not in (None, self.account))

    @property
    def store_trouble(self) -> StoreError | None:
        """What keeps the list from being written down, None where it is written."""
        return self._desk.book.trouble

    @property
    def under_way(self) -> int:
        """How many faxes the program is trying to stop."""
        return len(self._desk.trying)

    def faxes(self) -> list[FaxRecord]:
        """Return all faxes, in the order in which they were added."""
        return list(self._desk.book)

    def fax(self, fax_id: FaxId) -> FaxRecord:
        """Return the record of one fax. Raises KeyError."""
        return self._desk.book[fax_id]

    def history(self, fax_id: FaxId) -> Sequence[HistoryEntry]:
        """Return what happened to one fax, oldest first."""
        return self._desk.book.history(fax_id)

    def status(self, fax_id: FaxId) -> Status:
        """Return what the row of one fax says."""
        ready = fax_id in self._desk.ready
        return status_of(
            self._desk.book[fax_id],
            self.pause,
            self.account,
            retry_ready=ready,
            automatic=self.automatic,
        )

    def counts(self) -> Counter[Status]:
        """Return how many faxes have each status, without looking at each fax.

        Where signing in was refused, those that were refused and those that wait for it are counted
        as one.
        """
        states = self._desk.book.states
        counts = Counter(
            {Status(state.value): states[state] for state in FaxState if state is not FaxState.ASKED}
        )
        counts[held_by(self.pause) if self.pause else Status.IN_LINE] = len(self._desk.line)
        retrying, ready = counts.pop(Status.RETRYING), len(self._desk.ready)
        if self._must_be_ended_by_hand():
            counts[held_by(cast("Pause", self.pause))] += retrying
        else:
            counts[Status.RETRY_READY] = ready
            counts[Status.RETRYING if self.automatic else Status.RETRY_LATER] = retrying - ready
        counts[Status.HELD_ACCOUNT] = states[FaxState.ASKED] - len(self._desk.line)
        return +counts

    def due_in_s(self, fax_id: FaxId) -> float | None:
        """Return the seconds to the next try of one fax, None where no countdown concerns it."""
        if self._must_be_ended_by_hand():
            return None
        due_at_s = self._desk.countdowns.due_at(fax_id)
        if due_at_s is None and fax_id in self._desk.line and self.automatic:
            due_at_s = self._pause_due_at_s()
        return self._until(due_at_s)

    def pause_due_in_s(self) -> float | None:
        """Return the seconds until one fax finds out for all, None where none will by itself."""
        return self._until(self._pause_due_at_s())

    def next_due_in_s(self) -> float | None:
        """Return the seconds to the next try of any fax, None where nothing counts down."""
        return self._until(self._pause_due_at_s() if self.pause else self._desk.countdowns.next_due_at())

    def _must_be_ended_by_hand(self) -> bool:
        return self.pause is not None and self.pause.cause in ENDS_BY_HAND

    def _pause_due_at_s(self) -> float | None:
        return self.pause.next_try_at_s if self.pause else None

    def _until(self, moment_s: float | None) -> float | None:
        return None if moment_s is None else max(0.0, moment_s - self._desk.clock.monotonic_s())
