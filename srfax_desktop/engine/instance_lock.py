# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The lock of the one window: the system takes it away when its process ends, however that ends.

Nothing is concluded from a process number, which another process may have by now, and the file is
never removed: whoever still had it open would hold a lock that nobody else can see.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING

from srfax_desktop.core.record import record

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

NOTICE_BYTES = 1024
"""A notice is written in one piece and always as long, so that it is never read half old, half new."""

LOCKED_BYTE = 1 << 30
"""Windows locks bytes, and nobody else can read a locked one: it is far behind the notice."""


class State(StrEnum):
    """Where the program that has the lock stands."""

    STARTING = "starting"
    OPEN = "open"
    CLOSING = "closing"


@record(frozen=True, slots=True)
class Notice:
    """What the process that has the lock, or had it last, says of itself.

    seat: at which screen of which computer it is; see `seat.this_seat`. address, secret:
    where it listens, and what it greets with; empty while it does not.
    """

    state: State
    pid: int
    seat: str
    address: str = ""
    secret: str = ""


class InstanceLock:
    """One file: locked by whoever has the window, and read by whoever has not."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Take the lock, and return whether it was free. Raises OSError where there can be no lock."""
        # A link in its place is not followed. Python's descriptors are closed in programs it starts.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self._path, flags, 0o600)
        try:
            if sys.platform != "win32":
                os.fchmod(descriptor, 0o600)
            taken = _lock(descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        if not taken:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def write(self, notice: Notice) -> None:
        """Tell the others; only for whoever has the lock. Raises OSError."""
        if self._descriptor is None:
            message = "the lock is not held"
            raise OSError(message)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, json.dumps(asdict(notice)).encode("ascii").ljust(NOTICE_BYTES))

    def read(self) -> Notice | None:
        """Return what was written last; None where that is nothing that can be understood."""
        try:
            with self._path.open("rb") as file:
                said = json.loads(file.read(NOTICE_BYTES))
            return Notice(**{**said, "state": State(said["state"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def release(self) -> None:
        """Let the next one have it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:

    def _lock(descriptor: int) -> bool:
        try:
            # It belongs to this open file; a lock of `lockf` would end when anybody in this process
            # opens and closes the same file.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
