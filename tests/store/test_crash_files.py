# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A process that breaks down leaves word of it; one that ends, or still runs, is not taken for one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import srfax_desktop
from srfax_desktop.store.crash_files import KEPT, MOST_KEPT, collect_crashes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.figures import Figures

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and locks are POSIX's")

SCRIPT = """
import ctypes, os, signal, sys, threading, time
from pathlib import Path
from srfax_desktop.store.crash_files import CrashFile
file = CrashFile(Path(sys.argv[1]), window=sys.argv[2] == "window")
threading.Thread(target=time.sleep, args=(30,), name="other", daemon=True).start()
print("ready", flush=True)
end = sys.argv[3]
if end == "waits":
    sys.stdin.readline()
    end = "ends"
if end == "aborts":
    os.abort()
if end == "reads nothing":
    ctypes.string_at(0)
if end == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
file.close()
os._exit(0) if end == "leaves threads" else None
if end == "aborts afterwards":
    os.abort()
"""


def started(folder: Path, end: str, *, kind: str = "window", **more: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", SCRIPT, str(folder), kind, end],
        env={**os.environ, "PYTHONPATH": str(Path(srfax_desktop.__file__).parents[1]), **_quiet(), **more},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def _quiet() -> dict[str, str]:
    return {"PYTHONFAULTHANDLER": ""}


def run(folder: Path, end: str, *, kind: str = "window", **more: str) -> tuple[int, str]:
    process = started(folder, end, kind=kind, **more)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


@pytest.fixture
def running(alone: Path) -> Iterator[subprocess.Popen[str]]:
    process = started(alone, "waits")
    yield process
    if process.poll() is None:
        process.communicate("\n", timeout=60)


@pytest.mark.parametrize(("end", "number"), [("aborts", signal.SIGABRT), ("reads nothing", signal.SIGSEGV)])
def test_a_breakdown_is_told_once_with_all_its_threads(
    alone: Path, end: str, number: signal.Signals, figures: Figures
) -> None:
    before = datetime.now(UTC)
    assert run(alone, end) == (-number, "")
    figures.add("processes broken on purpose")
    (left,) = alone.iterdir()
    assert left.stat().st_mode & 0o777 == 0o600
    (crash,) = collect_crashes(alone)
    assert crash.had_window
    assert abs((crash.at - before).total_seconds()) < 30
    text = crash.path.read_text()
    assert text.startswith("Fatal Python error: ")
    assert "Current thread" in text
    assert text.count("hread 0x") == 2
    assert list(alone.iterdir()) == [crash.path]
    assert crash.path.match(KEPT)
    assert collect_crashes(alone) == []


def test_a_script_s_breakdown_is_told_from_a_window_s(alone: Path) -> None:
    run(alone, "aborts", kind="script")
    assert [crash.had_window for crash in collect_crashes(alone)] == [False]


@pytest.mark.parametrize("end", ["ends", "leaves threads", "aborts afterwards"])
def test_a_clean_end_leaves_nothing(alone: Path, end: str) -> None:
    run(alone, end)
    assert list(alone.iterdir()) == []
    assert collect_crashes(alone) == []


def test_a_kill_or_a_power_cut_is_no_breakdown_that_could_be_told_of(alone: Path) -> None:
    run(alone, "killed")
    assert len(list(alone.iterdir())) == 1
    assert collect_crashes(alone) == []
    assert list(alone.iterdir()) == []


def test_what_a_running_process_may_still_write_to_is_left_alone(
    alone: Path, running: subprocess.Popen[str]
) -> None:
    before = list(alone.iterdir())
    assert collect_crashes(alone) == []
    assert list(alone.iterdir()) == before
    running.send_signal(signal.SIGABRT)
    running.communicate(timeout=60)
    assert len(collect_crashes(alone)) == 1


def test_two_processes_do_not_write_into_one_file(alone: Path) -> None:
    both = [started(alone, "waits") for _ in range(2)]
    assert len(list(alone.iterdir())) == 2
    for process in both:
        process.send_signal(signal.SIGABRT)
        process.communicate(timeout=60)
    assert len(collect_crashes(alone)) == 2


def test_the_newest_are_kept(alone: Path) -> None:
    for number in range(MOST_KEPT + 3):
        (alone / f"crash-2026010{number}T000000.000000Z.txt").write_text("old")
    run(alone, "aborts")
    (crash,) = collect_crashes(alone)
    kept = sorted(path.name for path in alone.iterdir())
    assert len(kept) == MOST_KEPT
    assert kept[-1] == crash.path.name
    assert kept[0].startswith("crash-20260104")


def test_who_tells_python_where_to_write_it_finds_it_there(alone: Path) -> None:
    status, err = run(alone, "aborts", PYTHONFAULTHANDLER="1")
    assert status == -signal.SIGABRT
    assert err.startswith("Fatal Python error: Aborted")
    assert list(alone.iterdir()) == []


@pytest.mark.parametrize("folder", ["missing", "a file"])
def test_without_a_folder_nothing_stands_in_the_way(alone: Path, folder: str) -> None:
    (alone / "a file").write_text("")
    assert run(alone / folder, "ends") == (0, "")
    assert collect_crashes(alone / folder) == []
