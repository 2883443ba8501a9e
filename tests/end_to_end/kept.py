# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the program keeps on the disk: prepared before it starts, and looked at while it runs."""

from __future__ import annotations

import json
import math
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT
from srfax_desktop.store.database import Database
from srfax_desktop.store.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterable


def ask_for(fax_ids: Iterable[str]) -> None:
    """Leave the practice list as a run leaves it that ended before it sent the first request."""
    paths, now = Paths.of_this_user(), datetime.now(UTC)
    paths.make_folders()
    faxes = [
        FaxRecord(FaxId(fax_id), now, PRACTICE_ACCOUNT, FaxState.ASKED, asked_at=now) for fax_id in fax_ids
    ]
    events = (HistoryEvent.ADDED, HistoryEvent.ASKED)
    entries = [HistoryEntry(now, fax.fax_id, event, PRACTICE_ACCOUNT) for fax in faxes for event in events]
    with closing(Database.open(paths.practice_database)) as database:
        database.write(faxes, entries)


def look_only_when_asked(**settings: object) -> None:
    """Have the program look at the queue only when asked: the list is then what the test puts there."""
    paths = Paths.of_this_user()
    paths.make_folders()
    paths.settings.write_text(json.dumps({"refresh_s": 0, **settings}))


def states() -> dict[str, str]:
    """Return the state of each fax in the practice list, as the disk has it now."""
    return {str(fax_id): str(state) for fax_id, state in _read("SELECT fax_id, state FROM faxes")}


def answers() -> dict[str, str | None]:
    """Return the last outcome of each fax in the practice list."""
    return {str(fax_id): outcome for fax_id, outcome in _read("SELECT fax_id, outcome FROM faxes")}


def events(fax_id: str) -> list[tuple[str, int]]:
    """Return what happened to one fax, oldest first: what, and in which attempt."""
    with closing(Database.open(Paths.of_this_user().practice_database)) as database:
        return [(entry.event.value, entry.attempt) for entry in database.history(FaxId(fax_id))]


def answered_s_ago(fax_id: str) -> float:
    """Return how long ago the last answer about a fax came, in seconds."""
    with closing(Database.open(Paths.of_this_user().practice_database)) as database:
        answered = [
            entry for entry in database.history(FaxId(fax_id)) if entry.event is HistoryEvent.ANSWERED
        ]
    return (datetime.now(UTC) - answered[-1].at).total_seconds() if answered else math.inf


def _read(question: str) -> list[tuple[str, str]]:
    path = Paths.of_this_user().practice_database
    if not path.exists():
        return []
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=5)) as connection:
        return connection.execute(question).fetchall()
