# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Starts `watched_program.py`, and reads what it noted."""

from __future__ import annotations

import json
import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.end_to_end.program import Ended, end, started, wait_until, wait_until_it_hears
from tests.end_to_end.watched_program import SIGN_IN

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator, Mapping

    from srfax_desktop.core.sign_in import Credentials
    from tests.end_to_end.own_home import OwnHome

WATCHED = (sys.executable, "-W", "error", "-m", "tests.end_to_end.watched_program")


@dataclass(frozen=True, slots=True)
class Look:
    """What the window said at one moment. rows: status, and what SRFax said, by fax ID."""

    at_s: float
    rows: Mapping[str, tuple[str, str]]
    lines: tuple[str, ...]


class Watched:
    """A program that runs, and what it notes."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self.process = process
        self._folder = folder
        self._read_bytes = 0
        self._noted: list[dict[str, Any]] = []

    def looks(self, first: int = 0) -> list[Look]:
        """Return what the window has said so far, each time that it said something else, from a number on."""
        looks = [noted for noted in self._notes() if "rows" in noted]
        return [
            Look(
                noted["at_s"],
                {fax_id: (status, said) for fax_id, (status, said) in noted["rows"].items()},
                tuple(noted["lines"]),
            )
            for noted in looks[first:]
        ]

    def has_signed_in(self) -> bool:
        """Whether the sign-in dialog was filled in, and its button pressed."""
        return any("filled_in" in noted for noted in self._notes())

    def longest_gap_s(self) -> float:
        """Return for how long the event loop was away at most. The program has ended."""
        (gap,) = (noted["longest_gap_s"] for noted in self._notes() if "longest_gap_s" in noted)
        return float(gap)

    def turn_s(self) -> float:
        """Return for how long one thread may keep Python from the others. The program has ended."""
        (turn,) = (noted["turn_s"] for noted in self._notes() if "turn_s" in noted)
        return float(turn)

    def requests(self) -> list[dict[str, Any]]:
        """Return each request that is over: its reason, what it took, and how long it was kept waiting."""
        return [noted for noted in self._notes() if "request" in noted]

    def set_clocks(self, *, wall: float = 0.0, asleep: float = 0.0) -> None:
        """Move the program's clocks, and wait until they are; see `watched_program.shift_clocks`."""
        clocks = self._folder / "clocks.json"
        unfinished = clocks.with_suffix(".new")
        unfinished.write_text(json.dumps({"wall": wall, "asleep": asleep}))
        unfinished.rename(clocks)
        wait_until(lambda: not clocks.exists())

    def quit(self) -> tuple[Ended, float]:
        """Tell the window to end; return what it left, and the seconds that it took.

        Without those for which it waited for a processor that another program had.
        """
        wait_until_it_hears(self.process, signal.SIGTERM)
        began, waited = time.monotonic(), [_waited_s(self.process)]
        self.process.send_signal(signal.SIGTERM)
        while self.process.poll() is None and time.monotonic() < began + 30:
            waited.append(_waited_s(self.process))
            time.sleep(0.01)
        took_s = time.monotonic() - began
        return end(self.process), took_s - (max(waited) - waited[0])

    def _notes(self) -> list[dict[str, Any]]:
        path = self._folder / "seen.jsonl"
        if path.exists():
            with path.open("rb") as file:
                file.seek(self._read_bytes)
                whole, end_of_line, _ = file.read().rpartition(b"\n")
            self._read_bytes += len(whole + end_of_line)
            self._noted += [json.loads(line) for line in whole.splitlines()]
        return self._noted


@contextmanager
def watched(home: OwnHome, *arguments: str, sign_in: Credentials, **more: str) -> Iterator[Watched]:
    """Start the program with this home; a window that asks for a sign-in is given one."""
    folder = home.folder / "watch"
    folder.mkdir()
    variables = {SIGN_IN: str(sign_in.account), **home.variables, **more}
    typed = f"{sign_in.password}\n"
    with started(str(folder), *arguments, typed=typed, command=WATCHED, **variables) as process:
        yield Watched(process, folder)


def _waited_s(process: subprocess.Popen[str]) -> float:
    try:
        return int(Path(f"/proc/{process.pid}/schedstat").read_text("ascii").split()[1]) / 1e9
    except (OSError, IndexError):  # it is over
        return 0.0
