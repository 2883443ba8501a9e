# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What several of these tests need: a database, a fax, other processes, hostile surroundings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import srfax_desktop
from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import AccountNumber, FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.listing import FaxDetails, SentStatus
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOBODY = 65534


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """An empty folder: `tmp_path` holds the test's home folder too."""
    folder = tmp_path / "alone"
    folder.mkdir()
    return folder


@pytest.fixture
def path(alone: Path) -> Path:
    """Where a database is to be."""
    return alone / "faxes.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(Database.open(path)) as opened:
        yield opened


@pytest.fixture
def fax() -> FaxRecord:
    """A fax with every field set that an answer to a stop sets."""
    return FaxRecord(
        FaxId("31524120"),
        datetime(2026, 3, 8, 9, 59, 59, 123000, UTC),
        AccountNumber("12345"),
        FaxState.RETRYING,
        StopOutcome.CONVERTING,
        "Unable to Cancel Fax – naïve 𝄞",
        Reason.DOCUMENTED,
        3,
        datetime(2026, 3, 8, 10, 0, 0, 1000, UTC),
    )


@pytest.fixture
def known_fax(fax: FaxRecord) -> FaxRecord:
    """The same, and all that SRFax's lists tell of it, and what was noted."""
    details = FaxDetails(
        fax.fax_id,
        SentStatus.IN_PROGRESS,
        "In Progress",
        "16045550123",
        3,
        "Referral – José 𝄞",
        "Mar 08/26 01:59 AM",
        datetime(2026, 3, 8, 10, 0, 2, 456789, UTC),
        "clinic@example.com",
        "8812",
        "20260308015901-8812-34_0",
        "A-7",
        "Busy",
        61,
        123_456,
    )
    check = FaxCheck(
        datetime(2026, 3, 8, 10, 0, 5, 654321, UTC),
        Verdict.CONTRADICTED,
        SentStatus.SENT,
        "Sent",
        "No Answer",
        2,
        queued=False,
        problem=StopOutcome.TIMED_OUT,
        reason=Reason.NO_ANSWER,
    )
    notes = CallNotes("Dr. Ünal", "at 3 pm", 'She "shredded"\nall pages.')
    return replace(fax, details=details, check=check, notes=notes)


@pytest.fixture
def entry() -> HistoryEntry:
    """A line of the same fax's history with every field set."""
    return HistoryEntry(
        datetime(2026, 3, 8, 10, 0, 1, 999000, UTC),
        FaxId("31524120"),
        HistoryEvent.ANSWERED,
        AccountNumber("12345"),
        3,
        StopOutcome.CONVERTING,
        "Failed",
        "Unable to Cancel Fax",
        Reason.DOCUMENTED,
        200,
        0.321,
        10.0,
        Verdict.UNSETTLED,
        "16045550123",
    )


@pytest.fixture
def run_python() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a script in a process of its own, every warning an error; returns when it has ended."""

    def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-c", script, *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(Path(srfax_desktop.__file__).parents[1])},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def hostile_umask() -> Iterator[None]:
    """Take every permission, the owner's too, from what is created without being asked for."""
    before = os.umask(0o777)
    yield
    os.umask(before)


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """A folder that a process without privileges can reach, which it cannot below root's tmp_path."""
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)
