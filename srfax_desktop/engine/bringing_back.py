# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A backup of the list brought back while the program runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxState
from srfax_desktop.core.ports import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from srfax_desktop.core.backup import Backup, Restorer
    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.engine.desk import Desk


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """How many faxes joined the list. waiting: how many of them are not stopped unless somebody asks."""

    faxes: int
    waiting: int


def bring_back(controller: Controller, restorer: Restorer, backup: Backup, now: datetime) -> BroughtBack:
    """Bring a backup back, on the disk and then in the list: the faxes that are on it stay as they are.

    Raises StoreError; everything is then as it was.
    """
    controller.apply(_change_nothing)  # what is still to be written is written, and is taken into account
    if trouble := controller.board.store_trouble:
        raise StoreError(trouble.problem, trouble.detail)
    came = restorer.bring_back(backup, now)
    joining = [fax for fax in came if fax.fax_id not in controller.board]
    controller.apply(partial(take_brought_back, faxes=came))
    return BroughtBack(len(joining), sum(fax.state is FaxState.WAITING for fax in joining))


def take_brought_back(desk: Desk, faxes: Iterable[FaxRecord]) -> None:
    """Put faxes on the list that the store has already. Of one that is on it, only its notes are new."""
    for fax in faxes:
        if fax.fax_id not in desk.book:
            desk.book.take_written(fax)
            desk.added.append(fax.fax_id)
        elif desk.book[fax.fax_id].notes is None:
            desk.learn(fax.fax_id, notes=fax.notes)


def _change_nothing(desk: Desk) -> None:
    """Only what follows each change is wanted."""
