# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Rows 1 and 2: from the start of the process to a window in which the list is painted."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.eye import STRIP, Eye
from benchmarks.figure import Figure, middle
from benchmarks.service import Options
from benchmarks.world import ROOT, Trust, environment, make_home, serving
from tests.end_to_end.screen import virtual_screen

if TYPE_CHECKING:
    from collections.abc import Sequence

PAIRS = 8
LOOK_S = 0.003
PATIENCE_S = 60.0
FEW, MANY, LONG = 100, 10_000, 100_000
ENOUGH = 0.8
"""Of the lines of words that the finished window has in the strip: the list is painted."""
EMPTY = (sys.executable, str(Path(__file__).with_name("empty.py")))


@dataclass(frozen=True, slots=True)
class Start:
    """A program to be started, and where its list is looked for: the strip, and how many lines are there."""

    command: Sequence[str]
    variables: dict[str, str]
    left: int = 0
    lines: int = 0


def starts(pairs: int = PAIRS) -> list[Figure]:
    """Return both rows: three programs are started by turns."""
    found = start_times({FEW: 0, MANY: LONG}, pairs)
    few, many, empty = (middle(times) * 1000 for times in (found[FEW], found[MANY], found[None]))
    return [
        Figure("1", "start to 100 faxes listed", few, empty, "an empty window", 1.3, checked=True),
        Figure("2", "start to 10,000 faxes listed", many, few, "row 1", 1.2, checked=True),
    ]


def start_times(sizes: dict[int, int], pairs: int) -> dict[int | None, list[float]]:
    """Start the program with lists of these sizes and their lines of history, and the empty window, by turns.

    Returns the seconds of each; None is the empty window.
    """
    with tempfile.TemporaryDirectory() as name, virtual_screen() as screen:
        folder = Path(name)
        trust = Trust.make(folder)
        with serving(trust, Options()) as url, Eye(screen.variables["DISPLAY"]) as eye:
            ours = (sys.executable, "-m", "srfax_desktop", "--endpoint", url)
            every: dict[int | None, Start] = {
                None: Start(EMPTY, environment(folder / "empty", None, screen.variables))
            }
            for faxes, history in sizes.items():
                home = make_home(folder / str(faxes), faxes, history=history)
                every[faxes] = Start(ours, environment(home, trust, screen.variables))
            known = {key: find_list(eye, start) for key, start in every.items()}
            times: dict[int | None, list[float]] = {key: [] for key in every}
            for _ in range(pairs):
                for key, start in known.items():
                    times[key].append(timed(eye, start))
    return times


def find_list(eye: Eye, start: Start) -> Start:
    """Start once, and find the strip with the most lines of words: the list. It warms the disk cache, too."""
    most = (0, 0)
    with subprocess.Popen(start.command, cwd=ROOT, env=start.variables, stderr=subprocess.DEVNULL) as process:
        until = time.perf_counter() + 5
        while time.perf_counter() < until:
            for window in eye.windows()[:1]:
                width = (eye.size(window) or (0, 0))[0]
                found = ((eye.lines(window, left), -left) for left in range(8, width - STRIP, STRIP // 2))
                most = max(most, *found, (0, 0))
            time.sleep(0.05)
        process.kill()
    _wait_until_gone(eye)
    assert most[0] >= 8, "no list was seen"
    return Start(start.command, start.variables, -most[1], most[0])


def timed(eye: Eye, start: Start) -> float:
    """Return the seconds from the start of the process until its list is painted."""
    began = time.perf_counter()
    with subprocess.Popen(start.command, cwd=ROOT, env=start.variables, stderr=subprocess.DEVNULL) as process:
        while not _is_painted(eye, start):
            if time.perf_counter() > began + PATIENCE_S:
                process.kill()
                message = f"{start.command[-1]} has painted no list"
                raise TimeoutError(message)
            time.sleep(LOOK_S)
        took_s = time.perf_counter() - began
        time.sleep(0.5)  # what comes after the first picture is not the next start's trouble
        process.kill()
    _wait_until_gone(eye)
    return took_s


def _is_painted(eye: Eye, start: Start) -> bool:
    return any(eye.lines(window, start.left) >= ENOUGH * start.lines for window in eye.windows()[:1])


def _wait_until_gone(eye: Eye) -> None:
    until = time.perf_counter() + 10
    while eye.windows() and time.perf_counter() < until:
        time.sleep(0.02)
    time.sleep(0.2)
