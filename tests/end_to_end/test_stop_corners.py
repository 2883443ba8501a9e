# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""`srfax-desktop stop` where this computer is not as it should be."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.store.paths import Paths
from tests.end_to_end.kept import ask_for, events
from tests.end_to_end.program import (
    COMMAND,
    PATIENCE_S,
    ROOT,
    end,
    environment,
    run,
    started,
    wait_until_at_rest,
)

if TYPE_CHECKING:
    from pathlib import Path

    from srfax_desktop.srfax.practice import PracticeServer

PRACTICE = ("stop", "--practice", "--json", "10000001")


def test_a_list_that_cannot_be_kept_does_not_keep_a_fax_from_being_stopped(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = run(*PRACTICE, XDG_DATA_HOME=str(tmp_path / "file"))
    assert ended.status == 0
    assert ended.finals == {"10000001": "stopped"}
    assert ended.err.startswith("srfax-desktop: the record of this run cannot be kept")
    assert "Traceback" not in ended.err


def test_damaged_files_are_moved_aside_and_named() -> None:
    paths = Paths.of_this_user()
    paths.make_folders()
    paths.practice_database.write_bytes(b"nonsense")
    paths.settings.write_text("nonsense")
    ended = run(*PRACTICE)
    assert ended.status == 0
    assert ended.finals == {"10000001": "stopped"}
    asides = [
        path.name for path in paths.data.iterdir() if path.is_file() and path.read_bytes() == b"nonsense"
    ]
    assert len(asides) == 2
    assert all(name in ended.err for name in asides)


def test_what_another_process_kept_from_the_record_is_written_at_the_end() -> None:
    ask_for([])
    path = Paths.of_this_user().practice_database
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with started(*PRACTICE) as process:
            assert process.stdout
            lines = [json.loads(process.stdout.readline()) for _ in range(2)]
            other.execute("ROLLBACK")
            ended = end(process)
    assert [line["event"] for line in lines] == ["attempt", "final"]
    assert ended.status == 0
    assert events("10000001")[:4] == [("added", 0), ("asked", 0), ("sending", 1), ("answered", 1)]


def test_ctrl_c_while_the_password_is_waited_for_sends_nothing() -> None:
    arguments = ("stop", "1", "--account", "12345", "--password-stdin")
    with started(*arguments, "--endpoint", "https://127.0.0.1:9/") as process:
        wait_until_at_rest(process)
        process.send_signal(signal.SIGINT)
        ended = end(process)
    assert ended.status == 3
    assert "Nothing was sent" in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_a_password_that_is_not_in_utf_8_is_told_and_not_sent(
    service: PracticeServer, ca_file: str, locale: str
) -> None:
    """In these locales Python reads any byte as a letter of some kind."""
    done = subprocess.run(
        [*COMMAND, "stop", "1", "--endpoint", service.url, "--account", "12345", "--password-stdin"],
        input=b"p\xe9\n",
        env=environment(LC_ALL=locale, SSL_CERT_FILE=ca_file),
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 3
    assert b"the password on standard input is not in UTF-8." in done.stderr
    assert b"Nothing was sent" in done.stderr
    assert b"Traceback" not in done.stderr
    assert service.requests == ()
