# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The pane below the list: all about the fax that has the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from srfax_desktop.ui.scrolling import ScrolledPage, put_into
from srfax_desktop.ui.word_label import word_label

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.board import Board
    from srfax_desktop.ui.fax_details import FaxDetails

translate = QCoreApplication.translate

LEAST_LINES = 4
"""So much of it is always seen; in a low window, the rest is scrolled."""


class DetailsPane(QScrollArea):
    """Shows one fax, or says that none is chosen."""

    action_pressed = Signal(str)  # FaxId
    record_pressed = Signal()
    notes_changed = Signal(str, object)  # FaxId, CallNotes

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._board = board
        self._fax_id: FaxId | None = None
        self._details: FaxDetails | None = None
        self._hint = word_label("quiet")
        self._page = ScrolledPage()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        put_into(self, self._page)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it can be reached, and is scrolled to
        self.retranslate()

    @Slot()
    def prepare(self) -> None:
        """Make what shows a fax, once: when the window has been painted, or sooner for one to show."""
        if self._details is None:
            self._details = self._made()
            self._details.setVisible(self._fax_id is not None)

    @Slot()
    def flush(self) -> None:
        """Hand over at once what was typed about a call."""
        if self._details:
            self._details.flush()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(translate("DetailsPane", "Details"))
        self._hint.setText(translate("DetailsPane", "Choose a fax to see what happened to it."))

    def show_fax(self, fax_id: FaxId | None) -> None:
        """Show this fax, as it is now."""
        self._fax_id = fax_id if fax_id is not None and fax_id in self._board else None
        self._hint.setVisible(self._fax_id is None)
        if self._fax_id is not None:
            self.prepare()
        if self._details:
            self._details.setVisible(self._fax_id is not None)
            self._details.show_fax(self._fax_id)

    def show_seconds(self) -> None:
        """Show what a second changes: the words with the countdown in them."""
        if self._details:
            self._details.show_seconds()

    def minimumSizeHint(self) -> QSize:
        """Return room for some lines."""
        return QSize(0, self.fontMetrics().height() * LEAST_LINES)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _made(self) -> FaxDetails:
        from srfax_desktop.ui.fax_details import FaxDetails  # noqa: PLC0415 - the window is painted before

        details = FaxDetails(self._board, self._page)
        details.action_pressed.connect(self.action_pressed)
        details.record_pressed.connect(self.record_pressed)
        details.notes_changed.connect(self.notes_changed)
        column = self._page.layout()
        if column:
            column.addWidget(details)
        self._take_into_tab_order(details)
        return details

    def _take_into_tab_order(self, details: FaxDetails) -> None:
        """Have the Tab key come by here, not at the very end, where Qt puts what is made late."""
        policy = self.focusPolicy()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt begins nowhere else
        before: QWidget = self
        for widget in details.findChildren(QWidget):  # as they were made: in the order of Tab
            if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, widget)
                before = widget
        self.setFocusPolicy(policy)
