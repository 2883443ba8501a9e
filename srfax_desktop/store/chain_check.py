# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads the history from the first line to the last for `chain_walk`, which says whether it is whole."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, TypeVar

from srfax_desktop.core.archive import ChainCheck
from srfax_desktop.store.chain_walk import ASIDE, ChainPart, ChainWalk
from srfax_desktop.store.history_chain import counted, undecoded
from srfax_desktop.store.problems import Problem, as_store_errors, problem_of
from srfax_desktop.store.pruning import NOTHING_REMOVED, newest_removal
from srfax_desktop.store.transactions import snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LINES_AT_ONCE = 2_000
"""In one step: 20 to 30 ms."""

# Read from the table. That its fax's index leads to each line is checked too: one that does not would lose
# the line where only that fax is looked at. The hash has SQLite go from the index to the line itself.
_READ = """
    SELECT line.number, line.event, line.result, line.hash,
        EXISTS (
            SELECT 1 FROM history AS found INDEXED BY history_by_fax
            WHERE found.fax_id IS line.fax_id AND found.number = line.number AND found.hash IS line.hash
        ),
        line.*
    FROM history AS line NOT INDEXED WHERE line.number > ? ORDER BY line.number LIMIT ?
"""
_COUNT = "SELECT count(*) FROM history"
_Read = TypeVar("_Read")


def check_chain(connection: sqlite3.Connection) -> Iterator[ChainCheck]:
    """Check the history as `core.archive.Archive` says. Raises StoreError, but not for damage."""
    with as_store_errors():
        total = _unless_damaged(lambda: int(connection.execute(_COUNT).fetchone()[0]), 0)
    walk, limit = ChainWalk(), LINES_AT_ONCE
    while True:
        with as_store_errors(), snapshot(connection):
            part = _read_part(connection, walk.number, limit)
        if part.is_cut and limit > 1:
            limit = 1  # the line before the damage is lost with it: Python reads one ahead
            continue
        walk.take(part)
        total = max(total, walk.checked)
        if walk.done:
            break
        yield ChainCheck(walk.checked, total)
    if walk.broken_at is None:
        total = walk.checked  # some may have been removed meanwhile
    yield ChainCheck(walk.checked, total, walk.broken_at, done=True)


def _read_part(connection: sqlite3.Connection, after: int, limit: int) -> ChainPart:
    columns: list[str] = []
    lines: list[tuple[Any, ...]] = []
    is_cut = False
    with undecoded(connection):
        try:
            found = connection.execute(_READ, (after, limit))
            columns = [description[0] for description in found.description[len(ASIDE) :]]
            lines.extend(found)
        except sqlite3.Error as error:
            _raise_unless_damage(error)
            is_cut = True
    return ChainPart(
        columns,
        lines,
        removal=_unless_damaged(lambda: newest_removal(connection), NOTHING_REMOVED),
        counted=_unless_damaged(lambda: counted(connection), 0),
        is_cut=is_cut,
        is_last=len(lines) < limit,
    )


def _unless_damaged(read: Callable[[], _Read], otherwise: _Read) -> _Read:
    try:
        return read()
    except sqlite3.Error as error:
        _raise_unless_damage(error)
        return otherwise


def _raise_unless_damage(error: sqlite3.Error) -> None:
    if problem_of(error) != Problem.DAMAGED:
        raise error
