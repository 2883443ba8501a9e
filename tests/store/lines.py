# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Lines of a history for these tests: made up, written, damaged behind the program's back."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.store import migrations, opening
from srfax_desktop.store.database import Database
from srfax_desktop.store.history_chain import Text
from srfax_desktop.store.rows import history_row
from srfax_desktop.store.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from srfax_desktop.core.archive import ChainCheck

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For tests whose examples write files: how long that takes is the machine's business."""

START = datetime(2026, 3, 8, 10, tzinfo=UTC)

NUMBERS = [f"1604555{last:04d}" for last in range(100, 200)]

WRITE_IN_VERSION_1 = """
    INSERT INTO history (
        at, fax_id, event, account, attempt,
        outcome, status, result, reason, http_status, elapsed_ms, retry_in_ms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def some_lines(count: int) -> list[HistoryEntry]:
    """Return lines a minute apart, no two alike, with every kind of value in them."""
    answered = HistoryEntry(
        START,
        FaxId("1"),
        HistoryEvent.ANSWERED,
        AccountNumber("12345"),
        1,
        StopOutcome.CONVERTING,
        "Failed",
        None,
        Reason.DOCUMENTED,
        200,
        0.5,
        10.0,
        Verdict.UNSETTLED,
    )
    return [
        replace(
            answered,
            at=START + timedelta(minutes=at),
            fax_id=FaxId(str(31_524_000 + at // 4)),
            result=f"Unable to Cancel Fax – {at}",
            to_number=NUMBERS[at % len(NUMBERS)],
        )
        if at % 4
        else HistoryEntry(START + timedelta(minutes=at), FaxId(str(31_524_000 + at // 4)), HistoryEvent.ADDED)
        for at in range(count)
    ]


def in_memory() -> Database:
    """Return a database without a file: fast enough for hundreds of examples."""
    connection = opening.connect(Path(":memory:"))
    migrations.migrate(connection)
    return Database(connection, Path(":memory:"))


def write_version_1(path: Path, lines: list[HistoryEntry], monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a file as version 1 of the program would have, with these lines."""
    with monkeypatch.context() as patch, closing(opening.connect(path)) as connection:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        opening._configure(connection)
        migrations.migrate(connection)
        with transaction(connection):
            connection.executemany(WRITE_IN_VERSION_1, [history_row(line)[:12] for line in lines])


@contextmanager
def unguarded(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file as somebody would who wants to change what happened: without the triggers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


def overwrite_page(path: Path, table: str, content: bytes) -> None:
    """Damage the first page of a table or an index, in a file that nobody has open."""
    with closing(sqlite3.connect(path)) as connection:
        question = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (root,) = connection.execute(question, (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write((content * size)[:size])


def checked(database: Database) -> ChainCheck:
    """Check the whole history, and return what was said last."""
    *before, last = database.check_chain()
    assert last.done
    assert not any(step.done or step.broken_at is not None for step in before)
    return last


def broken_at(path: Path) -> int | None:
    """Check the history of a file, and return the first line that is not as it was written."""
    with closing(opening.connect(path)) as connection:
        return checked(Database(connection, path)).broken_at


def raw_lines(path: Path) -> tuple[list[tuple[object, ...]], bool]:
    """Return the history as it stands in the file, line by line, and whether it could be read to its end."""
    lines: list[tuple[object, ...]] = []
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = Text
        one = "SELECT * FROM history NOT INDEXED ORDER BY number LIMIT 1 OFFSET ?"
        try:
            while line := connection.execute(one, (len(lines),)).fetchone():
                lines.append(tuple((type(value), value) for value in line))
        except sqlite3.DatabaseError:
            return lines, False
    return lines, True


def words() -> st.SearchStrategy[str | None]:
    """Any words of SRFax, none among them."""
    return st.none() | st.text(max_size=20)


def entries() -> st.SearchStrategy[HistoryEntry]:
    """Any lines that can be written, to the precision that is kept."""
    moments = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1))  # noqa: DTZ001 – made aware below
    durations = st.none() | st.integers(0, 10**9).map(lambda ms: ms / 1000)
    return st.builds(
        HistoryEntry,
        at=moments.map(lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000, tzinfo=UTC)),
        fax_id=st.text("0123456789", min_size=1, max_size=20).map(FaxId),
        event=st.sampled_from([event for event in HistoryEvent if event is not HistoryEvent.PRUNED]),
        account=st.none() | st.text("0123456789", min_size=1, max_size=9).map(AccountNumber),
        attempt=st.integers(0, 1 << 40),
        outcome=st.none() | st.sampled_from(StopOutcome),
        status=words(),
        result=words(),
        reason=st.none() | st.sampled_from(Reason),
        http_status=st.none() | st.integers(100, 599),
        elapsed_s=durations,
        retry_in_s=durations,
        verdict=st.none() | st.sampled_from(Verdict),
        to_number=st.none() | st.sampled_from(NUMBERS) | st.text("0123456789 -()+", max_size=20),
    )
