# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whatever is done to the history behind the program's back, the check names the first line concerned."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.archive import ChainCheck, HistoryQuery
from srfax_desktop.core.ports import StoreError
from srfax_desktop.store import chain_check, opening
from srfax_desktop.store.database import Database
from srfax_desktop.store.history_chain import counted
from srfax_desktop.store.problems import Problem
from tests.store.lines import START, broken_at, checked, raw_lines, some_lines, unguarded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNT = 30
SET = "UPDATE history SET "
REMOVE_WHERE = "DELETE FROM history WHERE "


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test go over the seams between steps."""
    monkeypatch.setattr(chain_check, "LINES_AT_ONCE", 7)


@pytest.fixture
def written(path: Path) -> Path:
    """A file with lines in it, closed."""
    with closing(Database.open(path)) as database:
        database.write([], some_lines(COUNT))
    return path


@pytest.fixture
def pruned(written: Path) -> Path:
    """The same after two times at which the oldest lines were removed: 21 to 30, and 31 and 32 say so."""
    with closing(Database.open(written)) as database:
        assert database.prune(START + timedelta(minutes=10), START + timedelta(minutes=30)) == 10
        assert database.prune(START + timedelta(minutes=20), START + timedelta(minutes=31)) == 10
    assert broken_at(written) is None
    return written


def change(path: Path, statement: str, *values: object) -> None:
    with unguarded(path) as connection:
        assert connection.execute(statement, values).rowcount == 1


def change_to(column: str, value: str) -> str:
    return SET + f"{column} = {value} WHERE number = ?"


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 14, 15])
def test_what_was_written_is_intact_and_told_step_by_step(database: Database, count: int) -> None:
    database.write([], some_lines(count))
    steps = list(database.check_chain())
    assert [step.checked for step in steps] == [*range(7, count + 1, 7), count]
    assert {step.total for step in steps} == {count}
    assert [step.intact for step in steps] == [False] * (len(steps) - 1) + [True]


SOMETHING_ELSE = [
    ("at", "at + 1"),
    ("at", "'soon'"),
    ("fax_id", "'31524999'"),
    ("fax_id", "''"),
    ("event", "'ended'"),
    ("event", "'pruned'"),
    ("account", "'12346'"),
    ("account", "NULL"),
    ("account", "CAST(account AS BLOB)"),
    ("attempt", "2"),
    ("attempt", "1.5"),
    ("outcome", "'stopped'"),
    ("status", "'Success'"),
    ("status", "CAST(x'46ff696c6564' AS TEXT)"),
    ("result", "'Fax Cancelled'"),
    ("result", "result || char(0)"),
    ("result", "NULL"),
    ("result", "'rows=3 up_to=3 last_hash=00'"),
    ("reason", "'internal'"),
    ("http_status", "201"),
    ("elapsed_ms", "501"),
    ("retry_in_ms", "0"),
    ("verdict", "'confirmed'"),
    ("to_number", "'16045550198'"),
    ("hash", "NULL"),
    ("hash", "'no hash'"),
    ("hash", "CAST(hash AS TEXT)"),
    ("hash", "zeroblob(32)"),
    ("number", "1000"),
    ("number", "-5"),
]


@pytest.mark.parametrize(("column", "value"), SOMETHING_ELSE)
@pytest.mark.parametrize("number", [8, COUNT])
def test_a_value_that_was_changed_is_found(written: Path, column: str, value: str, number: int) -> None:
    change(written, change_to(column, value), number)
    # A line with another number is missing where it was, and is too much where it is.
    expected = {"1000": {number + 1, 1000}, "-5": {-5}}.get(value, {number})
    assert broken_at(written) in expected


def test_every_column_is_changed_above(written: Path) -> None:
    with closing(sqlite3.connect(written)) as connection:
        columns = {column[1] for column in connection.execute("PRAGMA table_info(history)")}
    assert {column for column, _ in SOMETHING_ELSE} == columns


def test_two_texts_that_are_decoded_alike_are_not_the_same(database: Database, path: Path) -> None:
    change_to = "UPDATE history SET status = CAST(? AS TEXT) WHERE number = 1"
    with unguarded(path) as connection:
        (line,) = some_lines(1)
        database.write([], [line])
        connection.execute(change_to, (b"\xfe",))
        one = database.history(line.fax_id)
        connection.execute(change_to, (b"\xff",))
        assert database.history(line.fax_id) == one
    assert broken_at(path) == 1


def test_a_column_that_somebody_adds_is_part_of_the_line(written: Path) -> None:
    with unguarded(written) as connection:
        connection.execute("ALTER TABLE history ADD COLUMN remark TEXT")
        assert broken_at(written) is None
        connection.execute("UPDATE history SET remark = 'was right' WHERE number = 4")
    assert broken_at(written) == 4


@pytest.mark.parametrize(
    ("gone", "named"),
    [
        ("number = 1", 2),
        ("number < 9", 9),
        ("number = 7", 8),
        ("number = 8", 9),
        ("number IN (12, 13, 20)", 14),
        ("number = 30", 30),
        ("number > 21", 22),
        ("number > 0", 1),
    ],
)
def test_lines_that_were_taken_out_are_missed(written: Path, gone: str, named: int) -> None:
    with unguarded(written) as connection:
        connection.execute(REMOVE_WHERE + gone)
    assert broken_at(written) == named


def test_the_check_goes_on_to_no_line_after_the_one_it_names(written: Path) -> None:
    change(written, "UPDATE history SET attempt = 9 WHERE number = 4")
    with closing(Database.open(written)) as database:
        assert list(database.check_chain()) == [ChainCheck(3, COUNT, broken_at=4, done=True)]


def test_a_tail_that_is_missing_stays_missing_when_others_follow(written: Path) -> None:
    with unguarded(written) as connection:
        connection.execute("DELETE FROM history WHERE number > 27")
    with closing(Database.open(written)) as database:
        database.write([], some_lines(1))
        assert [line.number for line in database.lines(range(25, 40))] == [25, 26, 27, 31]
    assert broken_at(written) == 31


COPY = """
    INSERT INTO history SELECT {number}, at, fax_id, event, account, attempt, outcome, status, result, reason,
        http_status, elapsed_ms, retry_in_ms, verdict, to_number, {hash} FROM history WHERE number = 5
"""


@pytest.mark.parametrize(("number", "named"), [("0", 0), ("-7", -7), ("31", 31), ("40", 40)])
@pytest.mark.parametrize("hash_", ["hash", "NULL"])
def test_a_line_that_was_put_in_is_found(written: Path, number: str, named: int, hash_: str) -> None:
    change(written, COPY.format(number=number, hash=hash_))
    assert broken_at(written) == named


def test_two_lines_that_changed_places_are_found(written: Path) -> None:
    with unguarded(written) as connection:
        for old, new in ((5, 99), (6, 5), (99, 6)):
            connection.execute("UPDATE history SET number = ? WHERE number = ?", (new, old))
        connection.execute("UPDATE sqlite_sequence SET seq = 30 WHERE name = 'history'")
    assert broken_at(written) == 5


@pytest.mark.parametrize(("column", "value"), SOMETHING_ELSE[:-2])
@pytest.mark.parametrize("number", [21, 31, 32])
def test_after_removals_a_value_that_was_changed_is_found(
    pruned: Path, column: str, value: str, number: int
) -> None:
    statement = f"{change_to(column, value)} AND {column} IS NOT {value}"
    with unguarded(pruned) as connection:
        changed = connection.execute(statement, (number,)).rowcount
    assert broken_at(pruned) == (number if changed else None)


@pytest.mark.parametrize(
    ("gone", "named"),
    [
        ("number = 21", 22),  # more than the rule says
        ("number = 25", 26),
        ("number = 31", 32),
        ("number = 32", 21),  # nothing says any more that lines were removed up to 21
        ("number > 30", 21),
    ],
)
def test_after_removals_lines_that_were_taken_out_are_missed(pruned: Path, gone: str, named: int) -> None:
    with unguarded(pruned) as connection:
        connection.execute(REMOVE_WHERE + gone)
    assert broken_at(pruned) == named


@pytest.mark.parametrize("number", ["20", "5", "0"])
def test_a_line_that_was_put_where_others_were_removed_is_found(pruned: Path, number: str) -> None:
    change(pruned, COPY.format(number=number, hash="hash").replace("number = 5", "number = 25"))
    assert broken_at(pruned) == int(number)


def test_a_removal_that_says_too_much_is_found(pruned: Path) -> None:
    change(pruned, "UPDATE history SET result = replace(result, 'up_to=20', 'up_to=99') WHERE number = 32")
    assert broken_at(pruned) == 32


def test_of_several_the_first_is_named(written: Path) -> None:
    with unguarded(written) as connection:
        connection.execute("UPDATE history SET attempt = 9 WHERE number IN (1, 17, 20)")
    assert broken_at(written) == 1


def test_lines_written_during_the_check_are_checked_too(database: Database, path: Path) -> None:
    lines = some_lines(12)
    database.write([], lines[:8])
    check = database.check_chain()
    assert next(check) == ChainCheck(7, 8)
    with closing(Database.open(path)) as other:
        other.write([], lines[8:11])
    database.write([], lines[11:])
    assert list(check) == [ChainCheck(12, 12, done=True)]


def test_what_another_process_writes_in_the_middle_of_a_step_is_no_damage(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = some_lines(6)
    database.write([], lines[:3])

    def be_overtaken(connection: sqlite3.Connection) -> int:
        with closing(Database.open(path)) as other:
            other.write([], lines[3:])
        return counted(connection)

    monkeypatch.setattr(chain_check, "counted", be_overtaken)
    assert checked(database) == ChainCheck(3, 3, done=True)


@pytest.mark.parametrize("removed", [3, 7, 8, 12, 20])
def test_lines_removed_during_the_check_are_no_damage(database: Database, removed: int) -> None:
    database.write([], some_lines(20))
    check = database.check_chain()
    assert next(check) == ChainCheck(7, 20)
    assert database.prune(START + timedelta(minutes=removed), START + timedelta(days=1)) == removed
    last = list(check)[-1]
    assert last.intact
    assert last.checked == last.total == 7 + 21 - max(removed, 7)


def test_damage_is_found_behind_lines_removed_during_the_check(database: Database, path: Path) -> None:
    database.write([], some_lines(20))
    check = database.check_chain()
    next(check)
    database.prune(START + timedelta(minutes=10), START + timedelta(days=1))
    change(path, "UPDATE history SET attempt = 9 WHERE number = 11")
    assert list(check)[-1].broken_at == 11


def test_the_store_is_free_between_the_steps(database: Database, path: Path) -> None:
    database.write([], some_lines(20))
    check = database.check_chain()
    next(check)
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    assert database.history(some_lines(1)[0].fax_id)[0].status is None  # texts are texts again


def test_what_is_no_damage_is_told(database: Database) -> None:
    check = database.check_chain()
    database.close()
    with pytest.raises(StoreError) as failed:
        next(check)
    assert failed.value.problem == Problem.FAILED


def test_a_lock_is_no_damage(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LOCK_WAIT_S", 0.1)
    with closing(opening.connect(written)) as connection, closing(opening.connect(written)) as other:
        check = Database(connection, written).check_chain()
        next(check)
        connection.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError) as locked:
            next(check)
        other.execute("ROLLBACK")
    assert locked.value.problem == Problem.LOCKED


def test_a_byte_changed_in_the_file_is_found(written: Path) -> None:
    content = written.read_bytes()
    words = "Unable to Cancel Fax – 18".encode()
    assert content.count(words) == 1
    written.write_bytes(content.replace(words, words.replace(b"Unable", b"Usable")))
    assert broken_at(written) == 19
    with closing(Database.open(written)) as database:
        assert database.moved_aside is None
        assert len(database.find(HistoryQuery(text="usable"))) == 1


def test_a_line_that_sqlite_cannot_read_is_named(written: Path) -> None:
    content = written.read_bytes()
    at = content.index("Unable to Cancel Fax – 18".encode())
    head = content.rindex(b"\x11", 0, at)  # how long line 19's own list of kinds and lengths is
    written.write_bytes(content[:head] + b"\xff" * 9 + content[head + 9 :])
    with closing(opening.connect(written)) as connection:
        database = Database(connection, written)
        assert checked(database) == ChainCheck(18, COUNT, broken_at=19, done=True)


@pytest.mark.parametrize(("table", "named"), [("history_by_fax", 1), ("sqlite_sequence", COUNT + 1)])
def test_a_page_that_is_broken_is_found_not_raised(written: Path, table: str, named: int) -> None:
    begin, size = root_page(written, table)
    with written.open("r+b") as file:
        file.seek(begin)
        file.write(b"\xff" * size)
    assert broken_at(written) == named


def root_page(path: Path, name: str) -> tuple[int, int]:
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    return (root - 1) * size, size


def single_changes(path: Path, name: str) -> Iterator[tuple[int, int, int]]:
    """Make the file with one bit in a page changed, time and again; yields where."""
    content = path.read_bytes()
    begin, size = root_page(path, name)
    used = [at for at in range(begin, begin + size) if content[at]]
    for count, at in enumerate(used[::2]):
        changed = bytearray(content)
        changed[at] ^= 1 << (count % 8)
        path.write_bytes(changed)
        yield at, content[at], changed[at]


def test_no_bit_of_a_line_is_changed_unseen(path: Path) -> None:
    with closing(Database.open(path)) as database:
        database.write([], some_lines(12))  # they fit in one page
    before, _ = raw_lines(path)
    begin, _ = root_page(path, "history")
    begin_of_lines = begin + int.from_bytes(path.read_bytes()[begin + 5 : begin + 7])
    named_exactly = 0
    for where in single_changes(path, "history"):
        after, whole = raw_lines(path)
        named = broken_at(path)
        if whole and after == before:
            continue
        assert named is not None, where
        if where[0] >= begin_of_lines:
            same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))))
            # A number that was changed is named as it stands there now.
            assert (int, named) in {(int, same + 1), *(line[0] for line in after[same : same + 1])}, where
            named_exactly += 1
    assert named_exactly > 200


def test_no_bit_of_the_index_is_changed_so_that_a_line_is_missed_unseen(path: Path) -> None:
    lines = some_lines(12)
    with closing(Database.open(path)) as database:
        database.write([], lines)
        fax_ids = {line.fax_id for line in lines}
        histories = [database.history(fax_id) for fax_id in fax_ids]
    found = 0
    for where in single_changes(path, "history_by_fax"):
        with closing(opening.connect(path)) as connection:
            database = Database(connection, path)
            try:
                is_as_it_was = [database.history(fax_id) for fax_id in fax_ids] == histories
            except StoreError:
                continue  # that is told whenever it is read
        if not is_as_it_was:
            assert broken_at(path) is not None, where
            found += 1
    assert found > 20


def test_no_bit_of_the_counter_is_changed_unseen(written: Path) -> None:
    content = written.read_bytes()
    begin, size = root_page(written, "sqlite_sequence")
    at = content.index(b"history\x1e", begin, begin + size)  # 30 lines were written
    written.write_bytes(content[: at + 7] + b"\x1f" + content[at + 8 :])
    assert broken_at(written) == COUNT + 1
