# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A backup made by the window, offered by it after the list was damaged, and brought back at a press."""

from __future__ import annotations

import signal
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.store.backup_files import backups_of
from srfax_desktop.store.backups import DatabaseBackups
from srfax_desktop.store.database import Database
from srfax_desktop.store.paths import Paths
from tests.end_to_end.program import end, run, started, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.screen import Reader, Screen

LISTED = ("31524120", "31524121", "31524122")


def database() -> Path:
    return Paths.of_this_user().database


def make_a_backup() -> None:
    """Have the window make one by itself, and kill it."""
    with started(*LISTED) as window:
        wait_until(lambda: database().parent.exists() and bool(backups_of(database())))
        window.kill()
        window.wait()


def test_a_list_that_was_damaged_comes_back_from_its_backup(bus: Screen, reader: Reader) -> None:
    make_a_backup()
    database().write_bytes(b"damaged")
    with started("999", **bus.variables) as window:
        reader.do("press", "Cancel")  # nobody signs in: nothing of this leaves
        wait_until(lambda: reader.statuses() == {"999": "Waiting"})
        wait_until(lambda: any("backup" in label for label in reader.labels()))
        (said,) = [label for label in reader.labels() if "backup" in label]
        assert said.startswith("The list was damaged and kept as faxes.sqlite3.unreadable-")
        assert said.endswith(" has 3 faxes, as they stood then.")
        reader.do("press", "Bring them back")
        wait_until(lambda: reader.statuses() == dict.fromkeys((*LISTED, "999"), "Waiting"))
        wait_until(lambda: any("3 faxes and the history" in label for label in reader.labels()))
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert ended.status == 0
    assert "Traceback" not in ended.err
    with closing(Database.open(database())) as kept:
        assert [fax.fax_id for fax in kept.load()] == ["999", *LISTED]
        *_, check = kept.check_chain()
        assert (check.intact, check.total) == (True, 4)
        assert kept.find_backup() is None


def test_after_a_breakdown_that_took_the_list_along_nobody_says_that_nothing_was_lost(
    bus: Screen, reader: Reader
) -> None:
    make_a_backup()
    database().write_bytes(b"damaged")
    logs = Paths.of_this_user().logs
    (logs / "running-window-4194305-1.txt").write_text("Fatal Python error: Segmentation fault\n", "ascii")
    with started(**bus.variables) as window:
        wait_until(lambda: any("ended unexpectedly" in label for label in reader.labels()), what="the news")
        assert not [label for label in reader.labels() if "Nothing was lost" in label]
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0


def test_a_script_that_met_the_damage_first_leaves_the_offer_to_the_window(
    bus: Screen, reader: Reader
) -> None:
    Paths.of_this_user().make_folders()
    with closing(Database.open(database())) as kept:
        kept.write([], [HistoryEntry(datetime.now(UTC), FaxId("1"), HistoryEvent.ADDED)])
        DatabaseBackups(database()).keep(datetime.now(UTC))
    before = [backup.path.name for backup in backups_of(database())]
    database().write_bytes(b"damaged")
    stop = ("stop", "1", "--account", "12345", "--password-stdin", "--no-retry")
    ended = run(*stop, "--endpoint", "https://127.0.0.1:9/", typed="x\n")
    assert "A file of this program was damaged" in ended.err
    assert [backup.path.name for backup in backups_of(database())] == before, "a script makes none"
    with started(**bus.variables) as window:
        reader.do("press", "Cancel")
        reader.do("press", "Do not bring the backup back now")
        wait_until(lambda: not any("backup" in label for label in reader.labels()))
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0
    with closing(Database.open(database())) as kept:
        assert kept.find_backup() is not None
