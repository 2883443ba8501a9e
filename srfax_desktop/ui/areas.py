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
        here = next((at for at, area in enumerate(self._areas) if _has_focus(area)), -1 if step > 0 else 0)
        count = len(self._areas)
        for far in range(1, count + 1):
            target = _first_in(self._areas[(here + step * far) % count])
            if target:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return


def _has_focus(area: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (area is focused or area.isAncestorOf(focused))


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
