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
        focused = QApplication.focusWidget()
        for number, area in enumerate(self._areas):
            if focused and (area is focused or area.isAncestorOf(focused)):
                return number
        height = _top(focused) if focused else -1
        above = [
            number for number, area in enumerate(self._areas) if area.isVisible() and _top(area) <= height
        ]
        last = above[-1] if above else -1
        return last if step > 0 else last + 1


def _first_in(area: QWidget) -> QWidget | None:
    """Return what Tab would come to first in an area; itself, where it takes the keyboard as a whole.

    Its parts are in the order of Tab. Qt's own chain is not followed: the bindings take the widget that
    `nextInFocusChain` returns for a child of the one before it.
    """
    inside = (each for each in area.findChildren(QWidget) if takes_keyboard(each))
    return area if takes_keyboard(area) else next(inside, None)


def _top(widget: QWidget) -> int:
    return widget.mapToGlobal(widget.rect().topLeft()).y()


def takes_keyboard(widget: QWidget) -> bool:
    """Whether Tab would stop there now."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
