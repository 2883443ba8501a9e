# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The practice window is this program, started once more, in a process of its own."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from srfax_desktop import practice_start
from srfax_desktop.practice_start import practice_command, start_practice
from srfax_desktop.store.paths import Paths
from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.program import wait_until
from tests.loopback import RECORD


@pytest.fixture(autouse=True)
def _environment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "")


def test_a_packed_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/srfax-desktop/srfax-desktop")
    assert practice_command() == ["/opt/srfax-desktop/srfax-desktop", "--practice"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_it_runs_beside_this_one_and_is_found_wherever_this_one_was_started(
    qapp: object, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_only_when_asked()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.delenv(RECORD)
    number = start_practice()
    assert number is not None
    try:
        wait_until(Paths.of_this_user().practice_database.exists)
        command = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
        assert command[-2] == b"--practice"
        folder = Path(f"/proc/{number}/cwd").readlink()
        assert (folder / "srfax_desktop" / "__main__.py").exists(), "it is found where it is not installed"
    finally:
        os.kill(number, signal.SIGTERM)
    wait_until(lambda: not _runs(number))
    assert not Paths.of_this_user().database.exists(), "the real list is left alone"


def _runs(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_what_cannot_be_started_is_no_error(
    qapp: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        practice_start, "practice_command", lambda: [str(tmp_path / "not-there"), "--practice"]
    )
    assert start_practice() is None
