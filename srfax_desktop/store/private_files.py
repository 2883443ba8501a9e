# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Files and folders that only their owner can read, and that a power cut cannot leave half written."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from srfax_desktop.core.ports import StoreError
from srfax_desktop.store.problems import Problem, as_store_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER_MODE = 0o700
FILE_MODE = 0o600

WAITS_S = (0.01, 0.03, 0.1, 0.2) if sys.platform == "win32" else ()
"""Between tries to rename a file: on Windows nobody can while somebody looks at it, such as a virus scanner,
which looks at every new one for a moment. Elsewhere a refusal is one."""


def make_private_folder(path: Path) -> None:
    """Create the folder where it is missing, and close it to other users, with all that it creates.

    A link to a folder of this user's is followed. On Windows the user's profile, where these
    folders are, is closed to others already.
    Raises StoreError: NOT_OURS where the folder, or what a link leads to, is another user's.
    """
    with as_store_errors():
        missing = [folder for folder in (path, *path.parents) if not folder.is_dir()]
        for folder in reversed(missing):
            folder.mkdir(FOLDER_MODE, exist_ok=True)
            folder.chmod(FOLDER_MODE)  # a hostile umask takes away even the owner's bits
        if sys.platform != "win32":
            _close_to_others(path)


def _close_to_others(folder: Path) -> None:
    found = folder.stat()
    # Root is refused too: files that root leaves behind could not be opened by their user any more.
    if sys.platform != "win32" and found.st_uid != os.geteuid():
        raise StoreError(Problem.NOT_OURS, str(folder))
    if found.st_mode & 0o777 != FOLDER_MODE:
        folder.chmod(FOLDER_MODE)


def close_file_to_others(path: Path) -> None:
    """Make a file 0600. A link to a file of this user's is followed, as SQLite follows it.

    By name, because closing a descriptor of a database would drop SQLite's locks on it.
    Raises OSError, and StoreError: NOT_OURS where the file, or what a link leads to, is another user's.
    """
    if sys.platform != "win32" and path.stat().st_uid != os.geteuid():
        raise StoreError(Problem.NOT_OURS, str(path))
    path.chmod(FILE_MODE)


def open_private(path: str | Path, flags: int) -> int:
    """Open a file that is 0600 before anything is written to it; fits `open`'s `opener`. Raises OSError.

    A link is refused: whoever could put one there would choose which file is written to and closed.
    """
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), FILE_MODE)
    _make_private(descriptor)
    return descriptor


def _make_private(descriptor: int) -> None:
    if sys.platform != "win32":
        os.fchmod(descriptor, FILE_MODE)  # whatever the umask, and whatever an older file had


@contextmanager
def private_draft(path: Path) -> Iterator[Path]:
    """Yield a new, empty file, 0600, in the folder of `path`, to be given its name when it is whole.

    What still has the draft's own name at the end is removed. Raises OSError.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    draft = Path(name)
    try:
        try:
            _make_private(descriptor)
        finally:
            os.close(descriptor)
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def write_private_file(path: Path, content: bytes) -> None:
    """Replace the file as a whole: after a power cut it is the old one or the new one.

    Raises StoreError; the old file is then as it was.
    """
    with as_store_errors(), private_draft(path) as draft:
        with draft.open("r+b") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        give_name(draft, path)


def give_name(draft: Path, path: Path) -> None:
    """Have a whole draft take the place of `path`, if there is one, for good. Raises OSError."""
    _patiently(partial(draft.replace, path))
    sync_folder(path.parent)


def _patiently(move: Callable[[], object]) -> None:
    for wait_s in WAITS_S:
        try:
            move()
        except PermissionError:
            time.sleep(wait_s)
        else:
            return
    move()


def sync_folder(folder: Path) -> None:
    """Make names that were created or replaced in `folder` survive a power cut. Raises OSError."""
    if sys.platform == "win32":  # a folder cannot be opened there, and NTFS journals its names
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def set_aside(path: Path, companions: tuple[str, ...] = ()) -> Path:
    """Rename a file that cannot be read, so that nothing of it is lost, and return its new path.

    companions: endings, such as `-wal`, of files that belong to it. They go first: were it the
    other way round, a crash in between would leave them to a fresh file that they do not fit.
    Raises OSError.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    aside = path.with_name(f"{path.name}.unreadable-{stamp}")
    for ending in (*companions, ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            _patiently(partial(part.rename, aside.with_name(aside.name + ending)))
    sync_folder(path.parent)
    return aside
