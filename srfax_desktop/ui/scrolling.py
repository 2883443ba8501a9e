# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Room for what is higher than its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

_MARGIN = 8


class ScrolledPage(QWidget):
    """Shrinks as far as its layout can before anything has to be scrolled."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height in which nothing is clipped."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)


class FollowingArea(QScrollArea):
    """Scrolls to what has the focus, however it got there. Qt does so for the Tab key alone."""

    def __init__(self, page: ScrolledPage) -> None:
        super().__init__()
        put_into(self, page)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        page = self.widget()
        if now is None or page is None or not page.isAncestorOf(now):
            return
        if isinstance(now, QAbstractItemView) and now.currentIndex().isValid():
            bring_into_view(now.viewport(), now.visualRect(now.currentIndex()))
        else:
            bring_into_view(now, now.rect())


def bring_into_view(widget: QWidget, part: QRect) -> None:
    """Have whatever scrolls around a widget show a part of it, which is in the widget's coordinates.

    Of what is higher than the room there is, the upper end is shown. Nothing moves under a mouse that is
    pressed: it would not be let go where it was pressed.
    """
    if QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton:
        return
    above = widget.parentWidget()
    while above is not None:
        viewport = above.parentWidget()
        area = viewport.parentWidget() if viewport else None
        if isinstance(area, QScrollArea) and area.widget() is above:
            there = part.translated(widget.mapTo(above, part.topLeft()) - part.topLeft())
            room = area.viewport().height()
            half = min(there.height(), room) // 2
            area.ensureVisible(there.left(), there.top() + half, 0, min(half + _MARGIN, room // 2))
        above = viewport


def scrolling(page: ScrolledPage) -> FollowingArea:
    """Return an area without edges that shows `page` whole where it can, and else scrolls up and down.

    The keyboard stops at what is on the page, not at the area: it scrolls by itself to what has the focus.
    """
    area = FollowingArea(page)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def put_into(area: QScrollArea, page: QWidget) -> None:
    """Show `page` in `area`, as wide as that is, with what lies behind both showing through."""
    # A viewport of our own, which fills no background. Qt's would have to be asked for, and before they
    # hand out a widget that Qt made, the bindings load every kind of widget there is: 10 ms.
    area.setViewport(QWidget())
    area.setWidget(page)
    area.setWidgetResizable(True)
    page.setAutoFillBackground(False)
