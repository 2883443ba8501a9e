# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes the keyboard from one part of a window to the next, as F6 does elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class Areas(QObject):
    """Knows the parts of a window in the order in which they are gone through. Some may be hidden."""

    def __init__(self, areas: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._areas = areas

    @Slot()
    def go_on(self) -> None:
        """Go to the next part in which the keyboard can do something; after the last, to the first."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        here = self._here(step)
        count = len(self._areas)
        for far in range(1, count + 1):
            target = _first_in(self._areas[(here + step * far) % count])
            if target:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _here(self, step: int) -> int:
        """Return which part has the keyboard. Where it is between two: the one that is left behind."""
        focused = at = QApplication.focusWidget()
        while at is not None:
            for number, area in enumerate(self._areas):
                if area is at or area.isAncestorOf(at):
                    return number if at is focused or step > 0 else number + 1
            at = at.previousInFocusChain()
            if at is focused:
                break
        return -1 if step > 0 else 0


def _first_in(area: QWidget) -> QWidget | None:
    """Return what Tab would come to first in an area; itself, where it takes the keyboard as a whole."""
    if takes_keyboard(area):
        return area
    inside = {each for each in area.findChildren(QWidget) if takes_keyboard(each)}
    at: QWidget | None = area.nextInFocusChain()
    while inside and at is not None and at is not area:
        if at in inside:
            return at
        at = at.nextInFocusChain()
    return None


def takes_keyboard(widget: QWidget) -> bool:
    """Whether Tab would stop there now."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
