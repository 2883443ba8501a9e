# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The chain of the history: each line carries a hash of its content and of the line before.

A line's hash is the SHA-256 of the hash before it (GENESIS for the first line ever written) and of
the line's number and columns, as `LineHash` writes them. That is never changed: what is kept would
no longer be what was written. A column that a later step adds is NULL in the lines before it, and
what is NULL leaves no trace in the hash, so their hashes stay.
"""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

from srfax_desktop.core.ports import StoreError
from srfax_desktop.store.problems import Problem
from srfax_desktop.store.rows import HISTORY_COLUMNS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from srfax_desktop.store.column_values import Value

GENESIS = sha256(b"SRFax Desktop: history, version 1").digest()
"""Takes the place of the hash before the first line."""

LOWEST_NUMBER, HIGHEST_NUMBER = -(1 << 63), (1 << 63) - 1
"""What SQLite can count; the history begins with 1."""

_LAST_LINE = "SELECT number, hash FROM history ORDER BY number DESC LIMIT 1"
_COUNTER = "SELECT max(seq) FROM sqlite_sequence WHERE name = 'history'"
_WRITE_LINE = """
    INSERT INTO history (number, at, fax_id, event, account, attempt,
        outcome, status, result, reason, http_status, elapsed_ms, retry_in_ms, verdict, to_number, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Text(bytes):
    """A text as it stands in the file, whether it can be decoded or not."""

    __slots__ = ()


@contextmanager
def undecoded(connection: sqlite3.Connection) -> Iterator[None]:
    """Have texts read as Text: two that differ in a byte that cannot be decoded are not the same."""
    before = connection.text_factory
    connection.text_factory = Text
    try:
        yield
    finally:
        connection.text_factory = before


class LineHash:
    """Hashes lines whose values come in the order of `columns`, the number among them.

    Each value that is not NULL is written as its name, its kind and its bytes with their length, in the
    order of the names, so no two different lines are written alike.
    """

    def __init__(self, columns: Sequence[str]) -> None:
        names = sorted((name, place) for place, name in enumerate(columns) if name != "hash")
        self._order = [(f"{name}=".encode(), place) for name, place in names]

    def __call__(self, before: Value, values: Sequence[Value]) -> bytes:
        """Return the hash of a line; `before` is the value of `hash` in the line before it."""
        parts = [_written(as_hash(before))]
        for name, place in self._order:
            value = values[place]
            if value is None:
                continue
            if type(value) is int:  # as `_written` has it: most values are one of these two
                parts.append(b"%bi%d;" % (name, value))
            elif isinstance(value, str):
                raw = value.encode()
                parts.append(b"%bt%d:%b" % (name, len(raw), raw))
            else:
                parts += (name, _written(value))
        return sha256(b"".join(parts)).digest()


def as_hash(value: Value) -> bytes:
    """Return what stands in the column `hash`; nothing where that is no hash."""
    return value if type(value) is bytes else b""


_hash_new = LineHash(("number", *HISTORY_COLUMNS))


def append(connection: sqlite3.Connection, lines: Sequence[tuple[Value, ...]]) -> None:
    """Append lines of HISTORY_COLUMNS. To be called within a transaction: it reads which line is the last.

    Raises sqlite3.Error; StoreError where no numbers are left, which only damage can bring about.
    """
    number, before = connection.execute(_LAST_LINE).fetchone() or (0, GENESIS)
    number = max(number, counted(connection))
    if number > HIGHEST_NUMBER - len(lines):
        raise StoreError(Problem.DAMAGED, f"the history's last line has the number {number}")
    chained = []
    for line in lines:
        number += 1
        before = _hash_new(before, (number, *line))
        chained.append((number, *line, before))
    connection.executemany(_WRITE_LINE, chained)


def counted(connection: sqlite3.Connection) -> int:
    """Return the highest number that was ever given, 0 where that is not known. Raises sqlite3.Error."""
    (number,) = connection.execute(_COUNTER).fetchone()
    return number if isinstance(number, int) else 0


def _written(value: Value) -> bytes:
    if isinstance(value, str | Text):
        raw = value.encode() if isinstance(value, str) else value
        return b"t%d:%b" % (len(raw), raw)
    if isinstance(value, bytes):
        return b"b%d:%b" % (len(value), value)
    return b"i%d;" % value if isinstance(value, int) else f"f{value!r};".encode()
