# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is left where the process itself breaks down: where each of its threads was.

Each process has a file of its own, which it holds locked: the system lets go of the lock however the
process ends, so a file that nobody holds belongs to one that is no more.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.store.private_files import open_private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

log = logging.getLogger(__name__)

MOST_KEPT = 5
KEPT = "crash-*.txt"
_RUNNING = "running-*.txt"
_TRIES = 3


class Crash(NamedTuple):
    """A process that broke down. had_window: it was no script's. path: what it left, as it is kept now."""

    at: datetime
    had_window: bool
    path: Path


class CrashFile:
    """Has Python write into a file of this process where every thread is, should it break down.

    Where Python was told to write it elsewhere (`-X faulthandler`), it stays so: whoever says that
    looks there. Nothing here raises: without such a file, the program does its work all the same.
    """

    def __init__(self, folder: Path, *, window: bool) -> None:
        self._path = folder
        self._descriptor: int | None = None
        if not faulthandler.is_enabled():
            with contextlib.suppress(OSError):
                self._begin(folder, "window" if window else "script")

    def close(self) -> None:
        """End it: what comes now is no breakdown any more. An empty file goes."""
        if self._descriptor is None:
            return
        faulthandler.disable()
        with contextlib.suppress(OSError):
            # Windows' own libraries may raise and catch what looks like a breakdown, and is none.
            was_told = os.fstat(self._descriptor).st_size > 0
            os.close(self._descriptor)
            if was_told:
                _keep(self._path)
            else:
                self._path.unlink()
        self._descriptor = None

    def _begin(self, folder: Path, kind: str) -> None:
        for _ in range(_TRIES):
            # A number of a process comes again, and an earlier one's file may still have to be told of.
            path = folder / f"running-{kind}-{os.getpid()}-{time.time_ns()}.txt"
            descriptor = open_private(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL)
            # Another process may have taken it, empty and not yet locked, for a left-over.
            if _lock(descriptor) and _is_same(descriptor, path):
                faulthandler.enable(descriptor, all_threads=True)
                self._descriptor, self._path = descriptor, path
                return
            os.close(descriptor)


def collect_crashes(folder: Path) -> list[Crash]:
    """Return what broke down since this was last asked, oldest first; it is kept under another name.

    Processes that still run are left alone. Empty files, as a power cut leaves them, are removed: how
    those ended, nobody knows. The newest are kept.
    """
    try:
        crashes = sorted(_collected(folder), key=lambda crash: crash.at)
        for path in sorted(folder.glob(KEPT))[:-MOST_KEPT]:
            path.unlink()
    except OSError as error:
        log.warning("what earlier runs left could not be looked at: %s", type(error).__name__)
        return []
    for crash in crashes:
        log.warning("an earlier run broke down at %s: %s", crash.at.isoformat(), crash.path.name)
    return crashes


def _collected(folder: Path) -> Iterator[Crash]:
    for path in folder.glob(_RUNNING):
        # Another process was quicker, or (Windows) still has it open.
        with contextlib.suppress(OSError), _held(path) as held:
            found = path.stat()
            if held and found.st_size:
                at = datetime.fromtimestamp(found.st_mtime, UTC)
                yield Crash(at, path.name.startswith("running-window"), _keep(path))
            elif held:
                path.unlink()


@contextlib.contextmanager
def _held(path: Path) -> Iterator[bool]:
    """Hold the file of a process that is no more; False where it still runs. Raises OSError."""
    if sys.platform == "win32":
        yield True  # there, a file that another process has open can be neither renamed nor removed
        return
    descriptor = os.open(path, os.O_RDWR)
    try:
        yield _lock(descriptor) and _is_same(descriptor, path)
    finally:
        os.close(descriptor)


def _keep(path: Path) -> Path:
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    kept = path.with_name(f"crash-{at:%Y%m%dT%H%M%S.%fZ}.txt")
    path.replace(kept)
    return kept


def _lock(descriptor: int) -> bool:
    """Hold a file for as long as this process lives; False where another one does."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415 - POSIX only

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_same(descriptor: int, path: Path) -> bool:
    if sys.platform == "win32":
        return True
    return os.path.samestat(os.fstat(descriptor), path.stat())
