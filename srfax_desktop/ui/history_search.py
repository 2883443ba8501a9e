# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finds the lines that fit a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.stepping import Stepper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srfax_desktop.core.archive import Archive
    from srfax_desktop.core.check import Verdict
    from srfax_desktop.ui.history_filter import HistoryFilter

LINES_AT_ONCE = 500


class HistorySearch(QObject):
    """Tells of numbers, newest first: at once, or a few turns later where lines have to be read for it."""

    found = Signal(object)  # list[int]
    failed = Signal(object)  # StoreError

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._fitting: list[int] = []
        self._stepper = Stepper(self)
        self._stepper.finished.connect(self._take_sieved)
        self._stepper.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether lines are still being read."""
        return self._stepper.busy

    def look(self, wanted: HistoryFilter) -> None:
        """Look for these. What was looked for before is not told of any more."""
        self._stepper.cancel()
        try:
            numbers = list(self._archive.find(wanted.query))
        except StoreError as error:
            self.failed.emit(error)
            return
        if wanted.verdicts:
            self._stepper.start(self._sieve(numbers, wanted.verdicts))
        else:
            self.found.emit(numbers)

    def cancel(self) -> None:
        """Look no further."""
        self._stepper.cancel()

    def _sieve(self, numbers: Sequence[int], verdicts: frozenset[Verdict]) -> Iterator[int]:
        self._fitting = []
        for first in range(0, len(numbers), LINES_AT_ONCE):
            lines = self._archive.lines(numbers[first : first + LINES_AT_ONCE])
            self._fitting += [line.number for line in lines if line.entry.verdict in verdicts]
            yield first

    @Slot()
    def _take_sieved(self) -> None:
        self.found.emit(self._fitting)
