# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table of contents beside the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.guide_page import Heading

_POSITION = Qt.ItemDataRole.UserRole


class GuideContents(QTreeWidget):
    """Follows the text as it is read, and leads to a chapter."""

    chosen = Signal(int)  # the chapter's position in the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QTreeWidgetItem] = []
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setIndentation(16)
        self.currentItemChanged.connect(self._tell)

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Show the chapters, each with its sections beneath it."""
        self.blockSignals(True)
        self.clear()
        self._items = []
        for heading in headings:
            chapter = self.topLevelItem(self.topLevelItemCount() - 1)
            item = QTreeWidgetItem(chapter if heading.level > 2 and chapter else self)  # noqa: PLR2004
            item.setText(0, heading.text)
            item.setToolTip(0, heading.text)
            item.setData(0, _POSITION, heading.position)
            self._items.append(item)
        self.expandAll()
        self.blockSignals(False)

    @Slot(int)
    def follow(self, position: int) -> None:
        """Mark the chapter that is being read."""
        before = [item for item in self._items if item.data(0, _POSITION) <= position]
        if before and before[-1] is not self.currentItem():
            self.blockSignals(True)
            self.setCurrentItem(before[-1])
            self.blockSignals(False)
            self.viewport().update()

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _tell(self, current: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(current.data(0, _POSITION))
