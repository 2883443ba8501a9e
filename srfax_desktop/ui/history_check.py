# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Checks that no line of the history was changed or taken out since it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.core.archive import ChainCheck
from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.stepping import Stepper

if TYPE_CHECKING:
    from srfax_desktop.core.archive import Archive


class HistoryCheck(QObject):
    """One check at a time. What was not checked to its end is never told of as a result."""

    progressed = Signal(object)  # ChainCheck
    finished = Signal(object)  # ChainCheck, done
    failed = Signal(object)  # StoreError

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._stepper = Stepper(self)
        self._stepper.stepped.connect(self.progressed)
        self._stepper.finished.connect(self._take_end)
        self._stepper.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a check is under way."""
        return self._stepper.busy

    def start(self) -> None:
        """Check from the first line on."""
        try:
            steps = self._archive.check_chain()
        except StoreError as error:
            self.failed.emit(error)
            return
        self._stepper.start(steps)

    def cancel(self) -> None:
        """Check no further. Tells of nothing."""
        self._stepper.cancel()

    @Slot(object)
    def _take_end(self, last: object) -> None:
        if isinstance(last, ChainCheck) and last.done:
            self.finished.emit(last)
        else:
            self.failed.emit(StoreError("failed", f"the check ended early: {last}"))
