# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Disks that are full or cannot be written to: real ones where this computer allows it, limits elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = ("prlimit", "--fsize=32768")
"""No file of the program's may grow beyond this: it is told so as of a disk that fails."""


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Put a file system of 2 MB in the place of a folder's content. Needs root's rights."""
    _mount("-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs", str(folder))
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> None:
    """Leave no room on the disk that a folder is on."""
    with (folder / "filler").open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Have a folder that nobody can write to, not even root. Needs root's rights."""
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,bind,ro", str(folder))
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _can_mount() -> bool:
    if os.name != "posix" or os.geteuid() or not shutil.which("mount"):
        return False
    with tempfile.TemporaryDirectory() as name:
        try:
            with small_disk(Path(name)), read_only(Path(name)):
                return True
        except subprocess.CalledProcessError:
            return False


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


CAN_MOUNT = _can_mount()
