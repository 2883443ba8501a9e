# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The retention rule: the oldest lines go, and a new line says which, so that the chain can be checked.

That line's `result` is `rows=1200 up_to=1200 last_hash=<64 hexadecimal digits>`: how many lines were
removed, the number of the last one, and its hash, which the first line that stayed goes on from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.store import history_chain
from srfax_desktop.store.column_values import ms_from
from srfax_desktop.store.rows import history_row

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from srfax_desktop.store.column_values import Value

_SAID = re.compile(r"rows=[0-9]{1,19} up_to=(-?[0-9]{1,19}) last_hash=((?:[0-9a-f]{2})*)")

# To SQLite, what is no number is greater than any: a line whose time cannot be read stays.
_FIRST_TO_STAY = "SELECT number FROM history WHERE at >= ? ORDER BY number LIMIT 1"
_LAST_TO_GO = """
    SELECT number, lower(hex(hash)) FROM history
    WHERE number < ?1 OR ?1 IS NULL ORDER BY number DESC LIMIT 1
"""
_REMOVALS = "SELECT result FROM history WHERE fax_id = '' AND event = 'pruned' ORDER BY number DESC"


class Removal(NamedTuple):
    """What a line of the retention rule says: the lines up to this number are gone; the last one's hash."""

    up_to: int
    last_hash: bytes


NOTHING_REMOVED = Removal(0, history_chain.GENESIS)


def prune(connection: sqlite3.Connection, before: datetime, now: datetime) -> int:
    """Remove the oldest lines as `core.archive.Archive` says. To be called within a transaction.

    Raises sqlite3.Error and StoreError.
    """
    (stays,) = connection.execute(_FIRST_TO_STAY, (ms_from(before),)).fetchone() or (None,)
    last = connection.execute(_LAST_TO_GO, (stays,)).fetchone()
    if last is None:
        return 0
    up_to, last_hash = last
    (rows,) = connection.execute("SELECT count(*) FROM history WHERE number <= ?", (up_to,)).fetchone()
    said = f"rows={rows} up_to={up_to} last_hash={last_hash}"
    line = HistoryEntry(now, FaxId(""), HistoryEvent.PRUNED, result=said)
    history_chain.append(connection, [history_row(line)])
    # In this order, because the trigger compares what the new line says with the last one that goes.
    connection.execute("DELETE FROM history WHERE number < ?", (up_to,))
    connection.execute("DELETE FROM history WHERE number = ?", (up_to,))
    return int(rows)


def read_removal(result: Value) -> Removal | None:
    """Return what a line's `result` says of lines that were removed; None where it says no such thing."""
    text = result.decode("utf-8", "replace") if isinstance(result, bytes) else result
    found = _SAID.fullmatch(text) if isinstance(text, str) else None
    return Removal(int(found[1]), bytes.fromhex(found[2])) if found else None


def newest_removal(connection: sqlite3.Connection) -> Removal:
    """Return the newest removal; NOTHING_REMOVED where there is none. Raises sqlite3.Error."""
    for (result,) in connection.execute(_REMOVALS):
        if removal := read_removal(result):
            return removal
    return NOTHING_REMOVED
