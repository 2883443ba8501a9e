# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Runs the real program, and writes down what it does and shows; the tests' hand at its clocks.

`python -m tests.end_to_end.watched_program FOLDER …` is `srfax-desktop …`. In FOLDER, `seen.jsonl` gets
a line for each thing that is noted (`watching.py` reads it), and `clocks.json`, once it is there, is
obeyed. Where SIGN_IN names an account, the sign-in dialog is filled in, with the first line of standard
input for a password.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

SIGN_IN = "SRFAX_TEST_ACCOUNT"
BEAT_MS = 5
"""The event loop is to answer so often."""
LOOK_MS = 50
"""So often, what the window says is read."""


class Notes:
    """One JSON object a line, from any thread."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8", buffering=1)
        self._lock = threading.Lock()

    def write(self, **noted: object) -> None:
        with self._lock:
            self._file.write(json.dumps(noted) + "\n")


class Waits:
    """For how long threads have waited for a processor that another one had, in seconds (Linux).

    The C library is called with Python's lock held: whoever lets go of it has to wait for it again, and
    that would be taken for the program's own.
    """

    def __init__(self) -> None:
        self._read = ctypes.PyDLL(None).pread
        self._text = ctypes.create_string_buffer(64)
        self._files: dict[str, int] = {}
        self._last: dict[str, float] = {}
        self.find_threads()

    def find_threads(self) -> None:
        """Look for threads that have come and gone."""
        threads = set(os.listdir("/proc/self/task"))  # noqa: PTH208 - often
        for ended in set(self._files) - threads:
            os.close(self._files.pop(ended))
            del self._last[ended]
        for thread in threads - set(self._files):
            with contextlib.suppress(OSError):  # it has just ended
                self._files[thread] = os.open(f"/proc/self/task/{thread}/schedstat", os.O_RDONLY)
                self._last[thread] = self._of(thread)

    def lately(self) -> float:
        """Return it for all threads of this program together, since this was asked for the last time."""
        now = {thread: self._of(thread) for thread in self._files}
        before, self._last = self._last, now
        return sum(now[thread] - before[thread] for thread in now)

    def close(self) -> None:
        """Let go of what is open."""
        for file in self._files.values():
            os.close(file)

    def _of(self, thread: str) -> float:
        length = self._read(self._files[thread], self._text, 64, ctypes.c_long(0))
        if length <= 0:  # it has just ended
            return self._last.get(thread, 0.0)
        return int(self._text.raw[:length].split()[1]) / 1e9


class Beat:
    """How long the event loop was away, without the time for which the computer was busy elsewhere.

    Its thread is away, and not to blame, where it waits for a processor, and where it waits for Python
    while the thread that has it waits for a processor. On a quiet computer neither comes to much.
    """

    def __init__(self) -> None:
        self.longest_s = 0.0
        self.waits = Waits()
        self._last_s = time.perf_counter()

    def strike(self) -> None:
        now_s, waited_s = time.perf_counter(), self.waits.lately()
        self.longest_s = max(self.longest_s, now_s - self._last_s - waited_s)
        self._last_s = now_s


def waited_s() -> float:
    """Return for how long the thread that asks has waited for a processor."""
    path = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
    return int(path.read_bytes().split()[1]) / 1e9


def shift_clocks(offsets: dict[str, float]) -> None:
    """Have the program read clocks that differ from the computer's by `offsets`, as they are at that moment.

    wall: seconds that were added to the time of day. asleep: seconds of sleep, which only those clocks
    know that go on in it. time.monotonic and Qt's timers do not (Linux).
    """
    import datetime as dt  # noqa: PLC0415 - its class is replaced before the program takes it

    real_time, real_gettime = time.time, time.clock_gettime

    class Datetime(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Datetime:
            return cls.fromtimestamp(time.time(), tz)

    def shifted_gettime(clock: int) -> float:
        return real_gettime(clock) + (offsets["asleep"] if clock == time.CLOCK_BOOTTIME else 0.0)

    time.time = lambda: real_time() + offsets["wall"] + offsets["asleep"]
    time.clock_gettime = shifted_gettime
    dt.datetime = Datetime  # type: ignore[misc]


def watch_requests(notes: Notes) -> None:
    """Note how long each request took, and how long its thread waited for a processor meanwhile."""
    bench = importlib.import_module("srfax_desktop.engine.jobs").ServiceBench  # after the clocks
    perform = bench.perform

    def watched(self: Any, job: Any) -> Any:
        before = waited_s()
        answer = perform(self, job)
        notes.write(
            request=type(job).__name__,
            reason=answer.reason,
            took_s=answer.elapsed_s,
            waited_s=waited_s() - before,
        )
        return answer

    bench.perform = watched


class Watch:
    """Looks at the window, at the event loop and at the test's wishes while the program runs."""

    def __init__(self, folder: Path, notes: Notes, offsets: dict[str, float], *, window: bool) -> None:
        qt = importlib.import_module("PySide6.QtCore")
        self._notes = notes
        self._clocks = folder / "clocks.json"
        self._offsets = offsets
        self._shown = importlib.import_module("tests.end_to_end.shown") if window else None
        self._account = os.environ.get(SIGN_IN, "")
        self._last: object = None
        self._beat = Beat()
        self._timers = []
        for each_ms, do in ((BEAT_MS, self._beat.strike), (LOOK_MS, self._look)):
            timer = qt.QTimer()
            timer.setTimerType(qt.Qt.TimerType.PreciseTimer)
            timer.timeout.connect(do)
            timer.start(each_ms)
            self._timers.append(timer)

    def end(self) -> None:
        for timer in self._timers:
            timer.stop()
        self._beat.waits.close()
        self._notes.write(longest_gap_s=self._beat.longest_s, turn_s=sys.getswitchinterval())

    def _look(self) -> None:
        self._beat.waits.find_threads()
        if self._clocks.exists():
            self._offsets.update(json.loads(self._clocks.read_text("ascii")))
            self._clocks.unlink()
        if self._shown is None:
            return
        if self._account and self._shown.fill_sign_in(self._account):
            self._account = ""
            self._notes.write(filled_in=True)
        if (now := self._shown.shown()) != self._last:
            self._last = now
            self._notes.write(at_s=time.perf_counter(), **now)


def watch_event_loop(make: Callable[[], Watch], *, window: bool) -> None:
    """Have the program watched from the start of its event loop to the end."""
    where, name = ("QtWidgets", "QApplication") if window else ("QtCore", "QCoreApplication")
    application = getattr(importlib.import_module(f"PySide6.{where}"), name)
    run = application.exec

    def watched_run(*_: object) -> int:
        watch = make()
        try:
            return int(run())
        finally:
            watch.end()

    application.exec = watched_run


def main(folder: Path, arguments: list[str]) -> int:
    offsets = {"wall": 0.0, "asleep": 0.0}
    window = "stop" not in arguments
    notes = Notes(folder / "seen.jsonl")
    shift_clocks(offsets)
    watch_requests(notes)
    watch_event_loop(lambda: Watch(folder, notes, offsets, window=window), window=window)
    return int(importlib.import_module("srfax_desktop.__main__").main(arguments))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
