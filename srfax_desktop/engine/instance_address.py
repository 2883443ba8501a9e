# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Where the one window can listen so that only its own user gets there, and who is at the other end.

On Windows that is a named pipe whose access list has this user only. Elsewhere it is a socket in a
folder that is closed to others, and the system says whose the process at the other end is.
"""

from __future__ import annotations

import os
import socket
import stat
import struct
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "srfax-desktop"

LOCAL_PEERCRED = 0x001
"""Of macOS and the BSDs (sys/un.h), at level 0, which Python does not name."""

XUCRED = struct.Struct("=II")
"""The beginning of what it returns: a version, and the user (sys/ucred.h)."""

UCRED = struct.Struct("=iII")
"""What Linux returns: process, user, group (unix(7))."""


def addresses(lock: Path) -> Iterator[str]:
    """Yield the names to listen under, the best first. Raises OSError.

    A socket's name has room for some 100 bytes only, and a folder on the network may take no
    sockets at all: then it is in a folder of this session's, or beside other temporary files.
    """
    if sys.platform == "win32":
        # All users share these names: nobody can have taken one that nobody could know.
        yield f"{NAME}-{os.urandom(16).hex()}"
        return
    folder = lock.parent.resolve()
    yield str(folder / f"{lock.stem}.socket")
    name = sha256(os.fsencode(folder / lock.name)).hexdigest()[:16]
    if (session := os.environ.get("XDG_RUNTIME_DIR")) and is_private(Path(session)):
        yield str(Path(session) / f"{NAME}-{name}")
    temporary = Path(tempfile.gettempdir()) / f"{NAME}-{os.geteuid()}"
    temporary.mkdir(0o700, exist_ok=True)
    if is_private(temporary):
        yield str(temporary / name)


def is_private(folder: Path) -> bool:
    """Whether it is a folder, no link to one, of this user's, that is closed to all others."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and _is_ours(found) and not found.st_mode & 0o077


def is_own_socket(address: str) -> bool:
    """Whether a socket of this user's is there, in a folder that only this user can change."""
    if sys.platform == "win32":
        return True  # the greeting tells whose it is
    try:
        found = Path(address).lstat()
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and _is_ours(found) and is_private(Path(address).parent)


def is_own_peer(descriptor: int) -> bool:
    """Whether the process at the other end of this socket is this user's."""
    if sys.platform == "win32":
        return True  # the access list of the pipe lets nobody else in
    try:
        with socket.socket(fileno=os.dup(descriptor)) as connection:
            return _user_of(connection) == os.geteuid()
    except (OSError, struct.error):
        return False


if sys.platform == "linux":

    def _user_of(connection: socket.socket) -> int:
        said = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, UCRED.size)
        return int(UCRED.unpack(said)[1])

else:

    def _user_of(connection: socket.socket) -> int:
        return int(XUCRED.unpack_from(connection.getsockopt(0, LOCAL_PEERCRED, 256))[1])


def _is_ours(found: os.stat_result) -> bool:
    return sys.platform == "win32" or found.st_uid == os.geteuid()
