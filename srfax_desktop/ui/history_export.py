# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Writes lines of the history into a file, while the window stays alive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDir, QObject, Signal, Slot

from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.stepping import Stepper

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from srfax_desktop.core.archive import Archive, ExportWriter, NumberedEntry

LINES_AT_ONCE = 500


class HistoryExport(QObject):
    """Writes one file at a time."""

    progressed = Signal(int)  # lines written so far
    finished = Signal(int, str)  # lines written, and the file
    failed = Signal(object)  # StoreError

    def __init__(self, archive: Archive, exporters: Mapping[str, ExportWriter], parent: QObject) -> None:
        super().__init__(parent)
        self._archive = archive
        self._exporters = exporters
        self._path = Path()
        self._stepper = Stepper(self)
        self._stepper.stepped.connect(self._take_step)
        self._stepper.finished.connect(self._take_end)
        self._stepper.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._stepper.busy

    def start(self, path: Path, ending: str, numbers: Sequence[int], *, masked: bool) -> None:
        """Write these lines, in this order. ending: the format where the file's own name tells none."""
        self._path = path
        own = path.suffix.lower().removeprefix(".")
        write = self._exporters[own if own in self._exporters else ending]
        try:
            steps = write(self._each_line(numbers), path, masked=masked)
        except StoreError as error:
            self.failed.emit(error)
            return
        self._stepper.start(steps)

    def cancel(self) -> None:
        """Write no more; what is half written is removed by the writer."""
        self._stepper.cancel()

    def _each_line(self, numbers: Sequence[int]) -> Iterator[NumberedEntry]:
        for first in range(0, len(numbers), LINES_AT_ONCE):
            yield from self._archive.lines(numbers[first : first + LINES_AT_ONCE])

    @Slot(object)
    def _take_step(self, count: object) -> None:
        self.progressed.emit(cast("int", count))

    @Slot(object)
    def _take_end(self, count: object) -> None:
        self.finished.emit(cast("int", count or 0), QDir.toNativeSeparators(str(self._path)))
