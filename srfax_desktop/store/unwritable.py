# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The list where its file can be read but not written to: the stops in it are not to wait for a disk."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from srfax_desktop.store import migrations, rows
from srfax_desktop.store.opening import read_only
from srfax_desktop.store.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.core.fax import FaxRecord

log = logging.getLogger(__name__)

READABLE_ALL_THE_SAME = frozenset({Problem.DISK_FULL, Problem.READ_ONLY, Problem.NOT_WRITABLE})
"""What keeps a database from being opened, and may not keep it from being read."""


def read_list(path: Path) -> list[FaxRecord]:
    """Return the list as it stands in the file; nothing where it cannot be read either."""
    try:
        return _read(path, at_rest=False)
    except sqlite3.Error as error:
        log.info("the list cannot be read as usual: %s", error)
    try:
        # Without room for what SQLite keeps beside a WAL, only a file without one can be read.
        wal = path.with_name(f"{path.name}-wal")
        return [] if wal.exists() and wal.stat().st_size else _read(path, at_rest=True)
    except (sqlite3.Error, OSError) as error:
        log.warning("the list cannot be read: %s", error)
        return []


def _read(path: Path, *, at_rest: bool) -> list[FaxRecord]:
    with closing(read_only(path, at_rest=at_rest)) as connection:
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        if migrations.version_of(connection) != len(migrations.STEPS):
            return []
        return [rows.fax_of(row) for row in connection.execute(rows.READ_FAXES)]
