# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The log: rotating files that only their owner can read and that hold no secret."""

from __future__ import annotations

import logging
import os
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from srfax_desktop.core.ports import StoreError
from srfax_desktop.store.private_files import make_private_folder, open_private
from srfax_desktop.store.redaction import Redactor

if TYPE_CHECKING:
    from io import TextIOWrapper

    from srfax_desktop.store.paths import Paths

MAX_BYTES = 1_000_000
MAX_FILES = 5
"""The one being written and those before it."""


def set_up_logging(paths: Paths | None, level: int = logging.INFO) -> Redactor:
    """Send everything that is logged, from `level` up, to `paths.log`; returns what keeps secrets out.

    paths: None where there is no folder for a log: nothing is logged then. Without any handler,
    `logging` would write to standard error, and no filter would see it.

    Called once, early: `Redactor.protect` is to know a password before anything can log it.
    Never raises: where the folder refuses, nothing is logged.
    """
    redactor = Redactor()
    handler = _handler(paths)
    handler.addFilter(redactor)
    handler.setFormatter(LogFormatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return redactor


def _handler(paths: Paths | None) -> logging.Handler:
    if paths is None:
        return logging.NullHandler()
    try:
        make_private_folder(paths.logs)
        return LogFile(paths.log)
    except (StoreError, OSError):
        return logging.NullHandler()


class LogFormatter(logging.Formatter):
    """One line begins with one UTC time, to the millisecond: what follows a line break is indented.

    So nothing that SRFax answers can pass for a line of its own.
    """

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        """Return the text of the record."""
        return "\n    ".join(super().format(record).splitlines())


class LogFile(logging.FileHandler):
    """Files of 0600 that make room for new ones, and a full disk or a lost folder disturbs nobody."""

    def __init__(self, path: Path) -> None:
        # backslashreplace: half a surrogate pair is a reason to escape it, not to lose the line.
        super().__init__(path, encoding="utf-8", errors="backslashreplace")

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, into a new file where there is no room for it in this one."""
        try:
            if self.stream and self.stream.seek(0, os.SEEK_END) + len(self.format(record)) >= MAX_BYTES:
                self._make_room()
        except Exception:  # noqa: BLE001 - as `logging` has it
            self.handleError(record)
        super().emit(record)

    def _make_room(self) -> None:
        if self.stream:
            self.stream.close()
            self.stream = None  # opened anew by the next record
        # The present one first: where another process has it open, Windows leaves it, and so all stay.
        places = [Path(f"{self.baseFilename}.{number}") for number in range(MAX_FILES)]
        Path(self.baseFilename).replace(places[0])
        for newer, older in reversed([*pairwise(places)]):
            if newer.exists():
                newer.replace(older)

    def _open(self) -> TextIOWrapper:
        descriptor = open_private(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802 – logging's name
        """Say nothing: there is nowhere left to say it, and the fax matters more."""
