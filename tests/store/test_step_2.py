# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A file of version 1 becomes one of version 2: nothing is lost, and all of its history is chained."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.archive import ChainCheck, HistoryQuery
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.store import migrations, opening, step_2
from srfax_desktop.store.database import Database
from tests.store.lines import broken_at, checked, some_lines, write_version_1

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.core.fax import FaxRecord
    from srfax_desktop.core.history import HistoryEntry

WRITE_FAX_IN_VERSION_1 = """
    INSERT INTO faxes (fax_id, added_at, account, state, outcome, result, reason, attempts, asked_at)
    VALUES ('31524120', 1772964000000, '12345', 'retrying', 'converting', 'Unable to Cancel Fax',
        'documented', 3, 1772964000001)
"""


@pytest.fixture
def old_lines() -> list[HistoryEntry]:
    """A thousand lines, with what version 1 knew of each."""
    return [replace(line, verdict=None, to_number=None) for line in some_lines(1000)]


@pytest.fixture
def old(path: Path, old_lines: list[HistoryEntry], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of version 1 with these lines."""
    monkeypatch.setattr(step_2, "_AT_ONCE", 300)
    write_version_1(path, old_lines, monkeypatch)
    return path


def test_every_line_is_there_and_chained(old: Path, old_lines: list[HistoryEntry]) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute(WRITE_FAX_IN_VERSION_1)
        connection.commit()
    with closing(Database.open(old)) as database:
        assert (database.moved_aside, migrations.version_of(database._connection)) == (None, 2)
        numbers = database.find(HistoryQuery())
        assert numbers == list(range(1000, 0, -1))
        assert [line.entry for line in database.lines(numbers[::-1])] == old_lines
        assert database.history(FaxId("31524000")) == old_lines[:4]
        assert checked(database) == ChainCheck(1000, 1000, done=True)
        (fax,) = database.load()
        assert (fax.fax_id, fax.attempts) == ("31524120", 3)
        assert (fax.details, fax.check, fax.notes) == (None, None, None)


def test_the_chain_goes_on(old: Path, known_fax: FaxRecord, entry: HistoryEntry) -> None:
    with closing(Database.open(old)) as database:
        database.write([known_fax], [entry])
        assert database.load() == [known_fax]
        assert database.lines([1001])[0].entry == entry
        assert checked(database) == ChainCheck(1001, 1001, done=True)
    with closing(Database.open(old)) as database:
        assert database.load() == [known_fax]
        assert checked(database).intact


def test_the_hashes_are_those_of_a_file_that_was_never_old(
    old: Path, alone: Path, old_lines: list[HistoryEntry]
) -> None:
    hashes = []
    new = alone / "new.sqlite3"
    with closing(Database.open(new)) as database:
        database.write([], old_lines)
    for path in (old, new):
        with closing(Database.open(path)) as database:
            hashes.append(database._connection.execute("SELECT hash FROM history ORDER BY number").fetchall())
    assert hashes[0] == hashes[1]


def test_a_copy_of_the_old_file_is_kept(old: Path, old_lines: list[HistoryEntry]) -> None:
    with closing(Database.open(old)):
        pass
    copy = old.with_name(f"{old.name}.before-v2.bak")
    with closing(sqlite3.connect(copy)) as connection:
        assert migrations.version_of(connection) == 1
        assert connection.execute("SELECT count(*) FROM history").fetchone() == (1000,)
    with closing(Database.open(copy)) as database:
        assert [line.entry for line in database.lines(range(1, 1001))] == old_lines


def test_a_copy_made_too_late_does_not_take_the_place_of_the_right_one(old: Path) -> None:
    with closing(Database.open(old)) as database:
        copy = old.with_name(f"{old.name}.before-v2.bak")
        before = copy.read_bytes()
        # As where two processes find the old file, and the other one is through with it.
        assert migrations.back_up(database._connection, old) == copy
    assert copy.read_bytes() == before
    assert sorted(file.name for file in old.parent.iterdir()) == [old.name, copy.name]


def test_history_is_append_only_again(old: Path) -> None:
    Database.open(old).close()
    with closing(sqlite3.connect(old)) as connection:
        for statement in ("UPDATE history SET attempt = 9", "DELETE FROM history"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)


def test_a_step_that_fails_in_its_middle_changes_nothing(
    old: Path, old_lines: list[HistoryEntry], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        assert connection.execute("SELECT count(*) FROM history WHERE hash IS NULL").fetchone() == (0,)
        raise sqlite3.OperationalError

    with monkeypatch.context() as patch, closing(opening.connect(old)) as connection:
        patch.setattr(migrations, "STEPS", (migrations.STEPS[0], (*migrations.STEPS[1], fail)))
        with pytest.raises(sqlite3.OperationalError):
            migrations.migrate(connection)
        assert migrations.version_of(connection) == 1
        columns = [column[1] for column in connection.execute("PRAGMA table_info(history)")]
        assert "hash" not in columns
    with closing(Database.open(old)) as database:
        assert [line.entry for line in database.lines(range(1, 1001))] == old_lines
        assert checked(database).intact


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("DELETE FROM history WHERE number = 500", 501),
        ("DELETE FROM history WHERE number > 998", 999),
        ("INSERT INTO history (number, at, fax_id, event, attempt) VALUES (-5, 0, '1', 'added', 0)", -5),
    ],
)
def test_what_version_1_had_lost_or_got_already_is_found(old: Path, damage: str, named: int) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER history_is_not_deleted")
        connection.execute(damage)
    with closing(Database.open(old)) as database:
        unchained = database._connection.execute("SELECT count(*) FROM history WHERE hash IS NULL")
        assert unchained.fetchone() == (0,)
    assert broken_at(old) == named


def test_what_cannot_be_read_is_chained_as_it_stands(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER history_is_not_changed")
        damage = "UPDATE history SET result = CAST(x'66ff66' AS TEXT), at = 'soon' WHERE number = 2"
        connection.execute(damage)
    with closing(Database.open(old)) as database:
        assert checked(database).intact
        (line,) = database.lines([2])
        assert (line.entry.result, line.entry.event) == ("f\ufffdf", HistoryEvent.ANSWERED)


def test_an_old_file_without_lines_is_fine(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_version_1(path, [], monkeypatch)
    with closing(Database.open(path)) as database:
        assert checked(database) == ChainCheck(0, 0, done=True)
        database.write([], some_lines(1))
        assert checked(database) == ChainCheck(1, 1, done=True)
