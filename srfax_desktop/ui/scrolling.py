# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Room for what is higher than its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrolledPage(QWidget):
    """Shrinks as far as its layout can before anything has to be scrolled."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height in which nothing is clipped."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)


def scrolling(page: ScrolledPage) -> QScrollArea:
    """Return an area without edges that shows `page` whole where it can, and else scrolls up and down.

    The keyboard stops at what is on the page, not at the area: it scrolls by itself to what has the focus.
    """
    area = QScrollArea()
    put_into(area, page)
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
