# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""How long a program takes until its window is there, as the window manager of a virtual screen sees it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.end_to_end.program import CLEARED
from tests.end_to_end.screen import virtual_screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATIENCE_S = 30.0


class Watch:
    """Hears of each window at the moment in which the window manager lists it."""

    def __init__(self, display: str) -> None:
        self._display = display
        self._listed = threading.Event()
        self.seen_at = 0.0

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Listen until the end of the `with`."""
        spy = ["xprop", "-display", self._display, "-root", "-spy", "_NET_CLIENT_LIST"]
        with subprocess.Popen(spy, stdout=subprocess.PIPE, text=True) as process:
            threading.Thread(target=self._listen, args=(process,), daemon=True).start()
            time.sleep(0.3)
            try:
                yield
            finally:
                process.terminate()

    def time(self, command: Sequence[str], variables: dict[str, str]) -> float:
        """Start a program; return the seconds until its first window is listed, and end it."""
        self._listed.clear()
        began = time.perf_counter()
        with subprocess.Popen(
            command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            if not self._listed.wait(PATIENCE_S):
                process.kill()
                message = f"no window of {command[0]}"
                raise TimeoutError(message)
            seconds = self.seen_at - began
            time.sleep(0.3)
            process.kill()
        time.sleep(0.1)
        return seconds

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        for line in process.stdout:
            now = time.perf_counter()
            if "0x" in line:
                self.seen_at = now
                self._listed.set()


def pairs(first: Sequence[str], second: Sequence[str], count: int) -> tuple[list[float], list[float]]:
    """Start two programs by turns, `count` times each; return the seconds until the window of each."""
    kept = {name: value for name, value in os.environ.items() if name not in CLEARED.split()}
    with virtual_screen() as screen, tempfile.TemporaryDirectory() as home:
        watch = Watch(screen.variables["DISPLAY"])
        variables = {**kept, **screen.variables, "HOME": home, "PYTHONDONTWRITEBYTECODE": ""}
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            variables[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        times: tuple[list[float], list[float]] = ([], [])
        with watch.watching():
            for command in (first, second):  # once for the disk cache, and for what the first start makes
                watch.time(command, variables)
            for _ in range(count):
                for command, found in zip((first, second), times, strict=True):
                    found.append(watch.time(command, variables))
    return times


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the median of ours over the median of theirs."""
    return statistics.median(ours) / statistics.median(theirs)
