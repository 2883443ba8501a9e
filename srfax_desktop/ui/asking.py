# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Asks for many faxes to be stopped: the first at once, the others bit by bit, and the window lives."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.controller import Controller

FIRST = 4
"""So many are asked for before the others are written down: their requests have left by then."""

AT_ONCE = 500
"""So many are written down before anything else happens: two or three frames. Few offices have more."""

AT_A_TIME = 100
"""So many of the others: a frame or two, and answers have their turn in between."""


class Asking(QObject):
    """Tells the controller. All that was asked for is written down as fast as it would be in one go."""

    asked = Signal(object)  # tuple[FaxId, ...]: those that the controller has been told of

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._left: deque[FaxId] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask_some)

    @property
    def busy(self) -> bool:
        """Whether there are some left that the controller has not been told of."""
        return bool(self._left)

    def ask(self, fax_ids: Sequence[FaxId]) -> None:
        """Ask for these to be stopped, the first of them now."""
        self._left.extend(fax_ids)
        if len(self._left) > FIRST:
            self._ask_some(FIRST)
        self._ask_some(AT_ONCE - FIRST)

    def forget(self, fax_ids: Iterable[FaxId] | None = None) -> None:
        """Ask no more for these, or for any: the user does not want it any longer."""
        dropped = set(self._left if fax_ids is None else fax_ids)
        self._left = deque(fax_id for fax_id in self._left if fax_id not in dropped)

    @Slot()
    def flush(self) -> None:
        """Ask for all that are left: what was asked for is on the disk before the window closes."""
        while self._left:
            self._ask_some()

    @Slot()
    def _ask_some(self, most: int = AT_A_TIME) -> None:
        board = self._controller.board
        taken = [self._left.popleft() for _ in range(min(most, len(self._left)))]
        some = tuple(fax_id for fax_id in taken if fax_id in board)
        if self._left and not self._timer.isActive():
            self._timer.start()
        elif not self._left:
            self._timer.stop()
        if some:
            self._controller.ask(some)
            self.asked.emit(some)
