# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A list that can be read but not written to is read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxState
from srfax_desktop.store import unwritable
from srfax_desktop.store.database import Database
from srfax_desktop.store.migrations import STEPS
from srfax_desktop.store.opening import read_only
from srfax_desktop.store.unwritable import read_list

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.history import HistoryEntry


@pytest.fixture
def no_room_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What keeps a WAL from being read finds no room."""

    def refuse(path: Path, *, at_rest: bool = False) -> sqlite3.Connection:
        if not at_rest:
            raise sqlite3.OperationalError
        return read_only(path, at_rest=True)

    monkeypatch.setattr(unwritable, "read_only", refuse)


def test_the_list_is_read_with_what_is_in_the_wal(
    path: Path, database: Database, known_fax: FaxRecord, entry: HistoryEntry
) -> None:
    database.write([known_fax], [entry])
    assert read_list(path) == [known_fax]


@pytest.mark.usefixtures("no_room_beside_it")
def test_a_file_at_rest_is_read_without_anything_beside_it(path: Path, known_fax: FaxRecord) -> None:
    for state in (FaxState.WAITING, FaxState.ASKED):
        fax = replace(known_fax, state=state)
        with closing(Database.open(path)) as database:
            database.write([fax], [])
            assert read_list(path) == [], "the list without its WAL would be an older one"
        assert read_list(path) == [fax]
    assert list(path.parent.iterdir()) == [path]


def test_a_list_of_another_version_is_not_read(path: Path) -> None:
    Database.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    assert read_list(path) == []


@pytest.mark.parametrize("content", [b"", b"nonsense", None])
def test_what_cannot_be_read_is_no_list(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    assert read_list(path) == []
