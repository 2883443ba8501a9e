# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Backups of the list and its history: what is offered when the list was damaged, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from srfax_desktop.core.fax import UNDER_WAY, FaxRecord

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy from before the list was damaged.

    made_at: when, in UTC. faxes: how many are in it. damaged_name: the name under which the damaged
    list was kept.
    """

    path: Path
    made_at: datetime
    faxes: int
    damaged_name: str


class BackupKeeper(Protocol):
    """Makes backups and removes them. Used by a worker's thread, but for `cancel`."""

    def keep(self, now: datetime) -> None:
        """Make today's backup where there is none yet, and remove what is not to be kept any more.

        Raises StoreError: `damaged` where the list itself is, and every backup then stays.
        """

    def cancel(self) -> None:
        """End it soon, from any thread; what is not whole does not stay. For good."""


class Restorer(Protocol):
    """Used by the thread that owns the store. Every method raises StoreError."""

    def find_backup(self) -> Backup | None:
        """Return the newest backup from before the list was damaged, None where nothing is to be offered.

        Nothing is, where the list has not been damaged since, or where the backup was brought back.
        """

    def bring_back(self, backup: Backup, now: datetime) -> Sequence[FaxRecord]:
        """Put the backup's faxes and history beneath those that are there now, all of it or nothing.

        Returns the faxes that came back, as `brought_back` makes them. One that is on the present list
        stays as it is there; where it has no notes, and those of the backup are, it is returned too.
        """


def brought_back(fax: FaxRecord) -> FaxRecord:
    """Return a fax of a backup as it comes back.

    One that was being tried then is only listed: since then it may have been stopped, ended, or found to
    be right, and a stop cannot be undone. Whoever wants it stopped asks again.
    """
    if fax.state not in UNDER_WAY:
        return fax
    return FaxRecord(fax.fax_id, fax.added_at, fax.account, details=fax.details, notes=fax.notes)
