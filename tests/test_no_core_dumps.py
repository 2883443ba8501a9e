# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A crash leaves nothing of the memory on a disk."""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop import __main__ as command
from srfax_desktop.no_core_dumps import leave_no_core_dump
from tests.end_to_end.program import environment, started, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

resource = pytest.importorskip("resource", reason="Windows has no limit on core dumps")

CRASH = "import ctypes; ctypes.string_at(0)"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")


def _unlimited() -> None:
    if sys.platform == "linux":  # a test in this process may have switched everything off
        Path("/proc/self/coredump_filter").write_text("0x33", "ascii")
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except ValueError:  # only root may raise the upper one
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def crashed(folder: Path, script: str) -> list[bytes]:
    """Run a script that crashes, with nothing in the way of a core dump; return the dumps it left."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=environment(),
        preexec_fn=_unlimited,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGSEGV, done.stderr
    return [file.read_bytes() for file in folder.iterdir()]


def dump_of(folder: Path, script: str) -> bytes | None:
    """Return what such a crash leaves. Where much goes on at once, the system may leave one out."""
    for number in range(3):
        if dumps := crashed(folder.with_name(f"{folder.name} {number}"), script):
            return dumps[0]
    return None


@on_linux
def test_no_core_dump_is_left_where_the_limit_allowed_one(tmp_path: Path) -> None:
    if not Path("/proc/sys/kernel/core_pattern").read_text("utf-8").startswith("core"):
        pytest.skip("this computer hands core dumps to a program of its own")
    secret = "secret = ''.join(['in mem', 'ory only']) * 5000; "
    word = b"in memory only" * 10
    dump = dump_of(tmp_path / "before", secret + CRASH)
    if not dump:
        pytest.skip("nothing leaves a core dump here")
    assert word in dump
    guarded = "from srfax_desktop.no_core_dumps import leave_no_core_dump; leave_no_core_dump(); "
    assert crashed(tmp_path / "after", guarded + secret + CRASH) == []
    piped = "import resource; resource.setrlimit = lambda *_: None; "  # a pipe knows of no limit
    dump = dump_of(tmp_path / "piped", piped + guarded + secret + CRASH)
    assert dump
    assert word not in dump


@on_linux
@pytest.mark.parametrize("arguments", [("--practice",), ("stop", "--practice", "10000008")])
def test_the_program_has_the_limit_from_the_first(arguments: tuple[str, ...]) -> None:
    with started(*arguments) as program:
        limits = Path(f"/proc/{program.pid}/limits")
        wait_until(lambda: limit(limits.read_text("ascii")) == ["0", "0"], what="a limit of 0")
        chosen = Path(f"/proc/{program.pid}/coredump_filter")  # set right after the limit
        wait_until(lambda: int(chosen.read_text("ascii"), 16) == 0, 10, what="a filter of 0")


def limit(limits: str) -> list[str]:
    """Return the limit that holds and the one that it could be raised to."""
    (line,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    return line.removeprefix("Max core file size").split()[:2]


def test_a_system_that_refuses_costs_no_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", refuse)
    monkeypatch.setattr(sys, "platform", "darwin")
    leave_no_core_dump()


def test_windows_is_told_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int]] = []
    kernel = SimpleNamespace(
        GetErrorMode=lambda: 0x8000,
        SetErrorMode=lambda mode: told.append(("SetErrorMode", mode)),
        WerSetFlags=lambda flags: told.append(("WerSetFlags", flags)),
    )
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    leave_no_core_dump()
    assert told == [("SetErrorMode", 0x8003), ("WerSetFlags", 1)]
    monkeypatch.delattr(ctypes, "windll")
    leave_no_core_dump()  # an older or odder Windows


def test_it_is_the_first_thing_that_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    did: list[str] = []

    def note(name: str) -> Callable[..., None]:
        return lambda *_: did.append(name)

    monkeypatch.setattr(command, "leave_no_core_dump", note("no core dump"))
    monkeypatch.setattr(command, "read_options", note("options"))
    monkeypatch.setattr(command, "window_problem", lambda: "none here")
    assert command.main([]) == 1
    assert did == ["no core dump", "options"]
