# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Step 2 of the database's shape: what SRFax's lists tell, the check after the stop, the chain.

New codes: `sent`, `failed`, `sent_anyway` of a fax; `checked`, `left_queue`, `noted`, `pruned` of a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

_AT_ONCE = 5_000
_READ = "SELECT * FROM history WHERE number > ? ORDER BY number LIMIT ?"


def _chain_lines(connection: sqlite3.Connection) -> None:
    """Give every line that is there its hash. Raises sqlite3.Error."""
    from srfax_desktop.store.history_chain import (  # noqa: PLC0415 - once in the life of a file
        GENESIS,
        LOWEST_NUMBER,
        LineHash,
        undecoded,
    )

    number, before = LOWEST_NUMBER, GENESIS
    while True:
        with undecoded(connection):
            found = connection.execute(_READ, (number, _AT_ONCE))
            columns = [description[0] for description in found.description]
            lines: list[tuple[Any, ...]] = found.fetchall()
        if not lines:
            return
        hash_of, numbered = LineHash(columns), columns.index("number")
        hashes = []
        for line in lines:
            before, number = hash_of(before, line), line[numbered]
            hashes.append((before, number))
        connection.executemany("UPDATE history SET hash = ? WHERE number = ?", hashes)


STEP_2 = (
    "ALTER TABLE faxes ADD COLUMN details_json TEXT",
    "ALTER TABLE faxes ADD COLUMN check_json TEXT",
    "ALTER TABLE faxes ADD COLUMN notes_json TEXT",
    "ALTER TABLE history ADD COLUMN verdict TEXT",
    "ALTER TABLE history ADD COLUMN to_number TEXT",
    "ALTER TABLE history ADD COLUMN hash BLOB",
    "DROP TRIGGER IF EXISTS history_is_not_changed",
    _chain_lines,
    """
    CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    """,
    # A line may go where the newest line of the retention rule says so (store/pruning.py writes it),
    # and says it truly: up to which number, and the hash of the line that has it.
    "DROP TRIGGER IF EXISTS history_is_not_deleted",
    """
    CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
    WHEN NOT EXISTS (
        SELECT 1 FROM history AS rule
        JOIN history AS last
            ON last.number = CAST(substr(rule.result, instr(rule.result, 'up_to=') + 6) AS INTEGER)
        WHERE rule.number = (SELECT max(number) FROM history WHERE fax_id = '' AND event = 'pruned')
        AND substr(rule.result, instr(rule.result, 'last_hash=') + 10) = lower(hex(last.hash))
        AND OLD.number <= last.number AND last.number < rule.number
    )
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    """,
)
