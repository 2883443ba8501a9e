# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The copies that stand beside a database, by their names, and what can be told of one without changing it.

Three kinds: `faxes.sqlite3.backup-20261125T170210Z`, made once a day; `faxes.sqlite3.before-v2.bak`, made
before a migration; `faxes.sqlite3.unreadable-20261125T170210.123456Z`, a damaged file that was put aside.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.store.migrations import STEPS, version_of
from srfax_desktop.store.opening import read_only

if TYPE_CHECKING:
    from pathlib import Path

_BACKUP = re.compile(r"\.backup-([0-9]{8}T[0-9]{6}Z)")
_BEFORE_MIGRATION = re.compile(r"\.before-v[0-9]{1,9}\.bak")
_ASIDE = re.compile(r"(\.unreadable-([0-9]{8}T[0-9]{6}\.[0-9]{6}Z))(?:-wal|-shm|-journal)?")
_BACKUP_STAMP, _ASIDE_STAMP = "%Y%m%dT%H%M%SZ", "%Y%m%dT%H%M%S.%fZ"


class KeptFile(NamedTuple):
    """A copy and the moment in its name, in UTC."""

    made_at: datetime
    path: Path


def backup_path(database: Path, now: datetime) -> Path:
    """Return the name of a backup that is made now."""
    return database.with_name(f"{database.name}.backup-{now.astimezone(UTC).strftime(_BACKUP_STAMP)}")


def backups_of(database: Path) -> list[KeptFile]:
    """Return the backups of a database, the newest first. Raises OSError."""
    named = ((_BACKUP.fullmatch(ending), path) for ending, path in _beside(database))
    found = [(_moment(match[1], _BACKUP_STAMP), path) for match, path in named if match]
    return sorted((KeptFile(at, path) for at, path in found if at), reverse=True)


def damaged_of(database: Path) -> list[KeptFile]:
    """Return the damaged files that were put aside, the newest first. Raises OSError.

    A path may lead nowhere: where only the WAL was left, only that was put aside.
    """
    named = ((_ASIDE.fullmatch(ending), path) for ending, path in _beside(database))
    found = {
        path.with_name(database.name + match[1]): _moment(match[2], _ASIDE_STAMP)
        for match, path in named
        if match
    }
    return sorted((KeptFile(at, path) for path, at in found.items() if at), reverse=True)


def copies_of(database: Path) -> list[Path]:
    """Return every whole copy: the backups, and those from before a migration. Raises OSError."""
    kinds = (_BACKUP, _BEFORE_MIGRATION)
    return [path for ending, path in _beside(database) if any(kind.fullmatch(ending) for kind in kinds)]


def drafts_of(database: Path) -> list[Path]:
    """Return copies begun and not finished, with what SQLite keeps beside them. Raises OSError."""
    return [path for path in database.parent.iterdir() if path.match(f".{database.name}.*.new*")]


class Holdings(NamedTuple):
    """What a copy holds. first, last: numbers of lines, 0 where it has none. last_hash: of the last line."""

    faxes: int
    first: int
    last: int
    last_hash: object


def read_holdings(copy: Path) -> Holdings | None:
    """Return what a copy holds; None where it cannot be read, or not by this version.

    One of an older version may have no hash.
    """
    try:
        with closing(read_only(copy, at_rest=True)) as connection:
            if not 0 < version_of(connection) <= len(STEPS):
                return None
            (faxes,) = connection.execute("SELECT count(*) FROM faxes").fetchone()
            first = connection.execute("SELECT number FROM history ORDER BY number LIMIT 1").fetchone()
            last = connection.execute("SELECT * FROM history ORDER BY number DESC LIMIT 1")
            line = dict(zip([name for name, *_ in last.description], last.fetchone() or (), strict=False))
    except sqlite3.Error:
        return None
    return Holdings(faxes, first[0] if first else 0, line.get("number", 0), line.get("hash"))


def _beside(database: Path) -> list[tuple[str, Path]]:
    name = database.name
    beside = [path for path in database.parent.iterdir() if path.name.startswith(f"{name}.")]
    return [(path.name.removeprefix(name), path) for path in beside]


def _moment(stamp: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, form).replace(tzinfo=UTC)
    except ValueError:
        return None  # a name that only looks like one
