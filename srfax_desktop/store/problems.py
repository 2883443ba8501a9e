# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What can go wrong with keeping things: one code for each, for `ui/messages.py`."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from srfax_desktop.core.ports import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Problem(StrEnum):
    """The codes of `StoreError.problem`."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"  # the file or its disk can be read but not changed
    LOCKED = "locked"  # another program holds the database
    DAMAGED = "damaged"
    NEWER_VERSION = "newer_version"  # written by a newer version of this program; left as it was
    NOT_WRITABLE = "not_writable"  # the operating system refuses
    NOT_OURS = "not_ours"  # the folder, or the file, belongs to another user
    FAILED = "failed"  # anything else; the detail has it


_BY_SQLITE_CODE: Mapping[int, Problem] = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: Problem.DISK_FULL,
        sqlite3.SQLITE_IOERR_SHMSIZE: Problem.DISK_FULL,  # no room for what it keeps beside a WAL
        sqlite3.SQLITE_READONLY: Problem.READ_ONLY,
        sqlite3.SQLITE_BUSY: Problem.LOCKED,
        sqlite3.SQLITE_LOCKED: Problem.LOCKED,
        sqlite3.SQLITE_CORRUPT: Problem.DAMAGED,
        sqlite3.SQLITE_NOTADB: Problem.DAMAGED,
        sqlite3.SQLITE_CANTOPEN: Problem.NOT_WRITABLE,
        sqlite3.SQLITE_PERM: Problem.NOT_WRITABLE,
        sqlite3.SQLITE_AUTH: Problem.NOT_WRITABLE,
    },
)

_BY_ERRNO: Mapping[int | None, Problem] = MappingProxyType(
    {
        errno.ENOSPC: Problem.DISK_FULL,
        errno.EDQUOT: Problem.DISK_FULL,
        errno.EROFS: Problem.READ_ONLY,
        errno.EACCES: Problem.NOT_WRITABLE,
        errno.EPERM: Problem.NOT_WRITABLE,
    },
)


def problem_of(error: sqlite3.Error | OSError) -> Problem:
    """Return the code for an error of SQLite or of the operating system."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno, Problem.FAILED)
    # The low byte is the primary code. Errors of the binding itself carry none.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return _BY_SQLITE_CODE.get(code) or _BY_SQLITE_CODE.get(code & 0xFF, Problem.FAILED)


@contextmanager
def as_store_errors() -> Iterator[None]:
    """Turn what SQLite and the operating system raise into StoreError."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError(problem_of(error), str(error)) from error
