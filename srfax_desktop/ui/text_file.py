# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads a text file without making the window wait, however slow the disk or share that has it."""

from __future__ import annotations

import logging
import stat
import threading
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from srfax_desktop.core.import_report import ImportProblem
from srfax_desktop.core.text_decoding import UnreadableTextError, decode_text

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 50 * 1024 * 1024
"""`ui/import_words.py` names it."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file, or why there is none."""

    text: str = field(default="", repr=False)
    problem: ImportProblem | None = None


class FileReading:
    """Begins to read at once. Whoever does not want it any more forgets it: nothing waits for its end.

    It has a thread of its own, which ends with the program at the latest: no share that hangs can
    keep the program from closing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read: SimpleQueue[FileText] = SimpleQueue()
        threading.Thread(target=self._run, name="srfax-read-file", daemon=True).start()

    def answer(self) -> FileText | None:
        """Return what was read, None while it is being read. It is given once."""
        try:
            return self._read.get_nowait()
        except Empty:
            return None

    def _run(self) -> None:
        try:
            self._read.put(read_file(self._path))
        except Exception:
            log.exception("a file could not be read")
            self._read.put(FileText(problem=ImportProblem.UNREADABLE))


def read_file(path: Path) -> FileText:
    """Read a file of MOST_BYTES or fewer. Waits for the disk."""
    try:
        return FileText(decode_text(_bytes_of(path)))
    except UnreadableTextError as error:
        return FileText(problem=error.problem)
    except FileNotFoundError:
        return FileText(problem=ImportProblem.MISSING)
    except PermissionError:
        return FileText(problem=ImportProblem.NOT_ALLOWED)
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return FileText(problem=ImportProblem.UNREADABLE)


def _bytes_of(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe would be to wait for its other end
        raise UnreadableTextError(ImportProblem.NOT_A_FILE)
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UnreadableTextError(ImportProblem.TOO_LARGE)
    return data
