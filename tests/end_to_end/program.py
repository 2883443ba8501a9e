# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The program as whoever starts it meets it: a process, its output and its exit status."""

from __future__ import annotations

import inspect
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).parents[2]
GUARD = ROOT / "tests" / "child_guard"
"""Where what the program does with the network is looked at before it does it."""
COMMAND = (sys.executable, "-W", "error", "-m", "srfax_desktop")
CLEARED = (
    "SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY "
    "DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR AT_SPI_BUS_ADDRESS PYTHONWARNINGS "
    "PYTHONDONTWRITEBYTECODE"  # an installed program has its bytecode: compiling holds up all its threads
)
QT_NOISE = re.compile(
    r"This plugin does not support (?:propagateSizeHints|raise)\(\)\n"
    r'|qt\.accessibility\.atspi: .* does not implement "GetApplicationBusAddress" .*\n'
    r"|qt\.accessibility\.atspi: Could not find accessible on path: .*\n"
)
"""What Qt's own plugins say of themselves: of the offscreen screen, of a question
that pyatspi asks, and of a cell that it asks for when it has just gone."""
PATIENCE_S = 60.0
"""What a whole run may take. Nothing waits for it where all is well."""


def environment(**more: str) -> dict[str, str]:
    """Return what the program finds: the test's home, no screen, and no trust but what `more` says."""
    cleared = CLEARED.lower().split() + CLEARED.split()
    kept = {name: value for name, value in os.environ.items() if name not in cleared}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join((str(GUARD), str(ROOT))),
        "PYTHONFAULTHANDLER": "1",
        "QT_QPA_PLATFORM": "offscreen",
        **more,
    }


@dataclass(frozen=True)
class Ended:
    """A run that is over."""

    status: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        """Every line of standard output, each of which is a JSON object."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def finals(self) -> dict[str, str | None]:
        """How it ended with each fax: exactly one line says so."""
        finals = [event for event in self.events if event["event"] == "final"]
        outcomes = {event["fax_id"]: event["outcome"] for event in finals}
        assert len(outcomes) == len(finals)
        return outcomes


@contextmanager
def started(
    *arguments: str,
    typed: str = "",
    module: str = "",
    command: Sequence[str] = (),
    through: Sequence[str] = (),
    **more: str,
) -> Iterator[subprocess.Popen[str]]:
    """Start the program; what is left of it at the end is killed.

    A failure meanwhile shows what it wrote, and where its threads were.
    typed: what it finds on standard input, which stays open. module: another one in its place.
    command: another command in its place. through: another command that starts it, such as `prlimit`.
    more: variables of its environment.
    """
    pipe = subprocess.PIPE
    program = command or (COMMAND if not module else (*COMMAND[:-1], module))
    process = subprocess.Popen(
        [*through, *program, *arguments],
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        text=True,
        encoding="utf-8",
        env=environment(**more),
        cwd=ROOT,
    )
    with process:
        try:
            if process.stdin and typed:
                process.stdin.write(typed)
                process.stdin.flush()
            yield process
        except BaseException as failed:
            failed.add_note(_last_words(process))
            raise
        finally:
            process.kill()


def _last_words(process: subprocess.Popen[str]) -> str:
    if process.poll() is None:
        process.send_signal(signal.SIGABRT)  # faulthandler's turn
    try:
        out, err = process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    return (
        f"The program's standard output:\n{out}\nIts standard error, exit status {process.returncode}:\n{err}"
    )


def end(process: subprocess.Popen[str]) -> Ended:
    """Wait until the program has ended by itself."""
    try:
        out, err = process.communicate(timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        pytest.fail("it did not end by itself")
    return Ended(process.returncode, out, QT_NOISE.sub("", err))


def run(*arguments: str, typed: str = "", through: Sequence[str] = (), **more: str) -> Ended:
    """Run the program to its end."""
    with started(*arguments, typed=typed, through=through, **more) as process:
        return end(process)


def wait_until(
    true: Callable[[], bool],
    patience_s: float = PATIENCE_S,
    *,
    what: str | None = None,
    look_s: float = 0.02,
) -> None:
    """Look again and again, each `look_s`, until it is so. what: in words, where the code does not tell."""
    limit = time.monotonic() + patience_s
    while not true():
        if time.monotonic() > limit:
            pytest.fail(f"waited in vain for {patience_s:g} s for: {what or inspect.getsource(true).strip()}")
        time.sleep(look_s)


def wait_until_it_hears(process: subprocess.Popen[str], number: signal.Signals) -> None:
    """Wait until the program has a handler for a signal (Linux)."""

    def hears() -> bool:
        status = Path(f"/proc/{process.pid}/status").read_text("ascii")
        caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
        return bool(int(caught.split()[1], 16) >> (number - 1) & 1)

    wait_until(hears, what=f"a handler for {number!r}")


def wait_until_at_rest(process: subprocess.Popen[str]) -> None:
    """Wait until the program has slept for a while, using no processor time: it waits for events (Linux)."""
    seen: list[tuple[str, str, str]] = []

    def rests() -> bool:
        time.sleep(0.1)
        fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        state, used = fields[0], (fields[11], fields[12])
        seen.append((state, *used))
        return state == "S" and seen[-4:].count(seen[-1]) == 4

    wait_until(rests, what="the program to be at rest")
