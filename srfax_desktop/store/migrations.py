# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The shape of the database, in numbered steps: step 1 makes an empty file into version 1, and so on.

A released step is never edited: a change is a new step. A new code in any of core's enums is a new
step too, if an empty one, so that an older version refuses the file and does not misread the code.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from srfax_desktop.store.private_files import give_name, private_draft
from srfax_desktop.store.step_2 import STEP_2
from srfax_desktop.store.transactions import transaction

if TYPE_CHECKING:
    from pathlib import Path

Step = tuple[str | Callable[[sqlite3.Connection], None], ...]
"""SQL statements, one by one: `executescript` would commit before it begins. And what SQL cannot do."""

# Times are whole milliseconds of UTC since 1970, durations whole milliseconds.
# A history row's number is never used twice (AUTOINCREMENT), so that one that is missing shows.
_FIRST: Step = (
    """
    CREATE TABLE faxes (
        position INTEGER PRIMARY KEY,
        fax_id TEXT NOT NULL UNIQUE CHECK (fax_id <> '' AND fax_id NOT GLOB '*[^0-9]*'),
        added_at INTEGER NOT NULL,
        account TEXT,
        state TEXT NOT NULL,
        outcome TEXT,
        result TEXT,
        reason TEXT,
        attempts INTEGER NOT NULL,
        asked_at INTEGER
    )
    """,
    """
    CREATE TABLE history (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        fax_id TEXT NOT NULL,
        event TEXT NOT NULL,
        account TEXT,
        attempt INTEGER NOT NULL,
        outcome TEXT,
        status TEXT,
        result TEXT,
        reason TEXT,
        http_status INTEGER,
        elapsed_ms INTEGER,
        retry_in_ms INTEGER
    )
    """,
    "CREATE INDEX history_by_fax ON history (fax_id, number)",
    # A rule for how long history is kept will bring a step that puts its condition in these.
    """
    CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    """,
    """
    CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    """,
    # INSERT OR REPLACE deletes without asking the trigger above.
    """
    CREATE TRIGGER history_is_not_replaced BEFORE INSERT ON history
    WHEN EXISTS (SELECT 1 FROM history WHERE number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END
    """,
)

STEPS: tuple[Step, ...] = (_FIRST, STEP_2)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the file's version, 0 for one that no step has touched."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection) -> None:
    """Take the file to the newest version, step by step: each whole, or not at all. Raises sqlite3.Error."""
    for number, step in enumerate(STEPS, start=1):
        with transaction(connection):
            # Read with the lock held: another process may have been faster.
            if version_of(connection) < number:
                for part in step:
                    if isinstance(part, str):
                        connection.execute(part)
                    else:
                        part(connection)
                connection.execute(f"PRAGMA user_version = {number}")


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the database as it is, beside `path`, before it is migrated. Returns the copy's path.

    Where another process was faster, its copy stays. Raises sqlite3.Error and OSError.
    """
    copy = path.with_name(f"{path.name}.before-v{len(STEPS)}.bak")
    with private_draft(copy) as draft:
        with closing(sqlite3.connect(draft)) as target:
            connection.backup(target)
            is_before = version_of(target) < len(STEPS)
        if is_before:
            give_name(draft, copy)
    return copy
