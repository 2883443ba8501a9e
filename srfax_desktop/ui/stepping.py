# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Works through something long in small steps, so that the window never waits for it."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from srfax_desktop.core.ports import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stepper(QObject):
    """Takes one step of an iterator in each turn of the event loop."""

    stepped = Signal(object)  # what a step yielded
    finished = Signal(object)  # what the last step yielded, None where there was no step
    failed = Signal(object)  # StoreError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._last: object = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether there are steps left to take."""
        return self._steps is not None

    def start(self, steps: Iterator[object]) -> None:
        """Take these steps. Those of before are taken no further."""
        self.cancel()
        self._steps = steps
        self._last = None
        self._timer.start()

    def cancel(self) -> None:
        """Take no more steps, and let the generator tidy up. Tells of nothing but its StoreError."""
        steps = self._forget()
        if isinstance(steps, Generator):
            try:
                steps.close()
            except StoreError as error:
                self.failed.emit(error)

    @Slot()
    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            self._last = next(self._steps)
        except StopIteration:
            self._forget()
            self.finished.emit(self._last)
        except StoreError as error:
            self._forget()
            self.failed.emit(error)
        except BaseException as error:  # the next step of a broken generator would look like its end
            self._forget()
            self.failed.emit(StoreError("failed", repr(error)))
            raise
        else:
            self.stepped.emit(self._last)

    def _forget(self) -> Iterator[object] | None:
        self._timer.stop()
        steps, self._steps = self._steps, None
        return steps
