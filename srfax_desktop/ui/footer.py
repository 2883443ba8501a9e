# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The foot of the window: the summary, and the buttons for several faxes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from srfax_desktop.ui.retry_button import RetryButton
from srfax_desktop.ui.side_by_side import SideBySide

if TYPE_CHECKING:
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

_SUMMARY_LETTERS = 40


class Footer(QWidget):
    """Tells which button was pressed; which faxes it concerns, the window knows."""

    retry_pressed = Signal()
    end_pressed = Signal()
    stop_all_pressed = Signal()
    stop_selected_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.retry = RetryButton(theme)
        self.retry.clicked.connect(self.retry_pressed)
        self.end = QPushButton()
        self.end.clicked.connect(self.end_pressed)
        self.stop_all = QPushButton()
        self.stop_all.clicked.connect(self.stop_all_pressed)
        self.stop_selected = QPushButton()
        self.stop_selected.setObjectName("primary")
        self.stop_selected.clicked.connect(self.stop_selected_pressed)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.end)
        buttons.addSpacing(16)
        buttons.addWidget(self.stop_all)
        buttons.addWidget(self.stop_selected)
        row = SideBySide(_SUMMARY_LETTERS, self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.summary, 1)
        row.addLayout(buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for button, label, name in (
            (self.end, translate("Footer", "Stop &trying"), translate("Footer", "Stop trying")),
            (self.stop_all, translate("Footer", "Stop &all"), translate("Footer", "Stop all")),
            (self.stop_selected, translate("Footer", "&Stop selected"), translate("Footer", "Stop selected")),
        ):
            button.setText(label)
            button.setAccessibleName(name)

    def show_scope(self, *, selected: bool, retry_selected: bool, end_selected: bool) -> None:
        """Say of each button which faxes it concerns, or why it is off.

        selected: whether any faxes are. retry_selected, end_selected: whether `Retry now` and `Stop trying`
        concern these; otherwise they concern all.
        """
        _tip(
            self.stop_selected,
            on=translate("Footer", "Ask SRFax to stop the selected faxes, at once"),
            off=translate("Footer", "Each selected fax is being tried already, or has ended")
            if selected
            else translate("Footer", "Select a fax first"),
        )
        _tip(
            self.stop_all,
            on=translate("Footer", "Ask SRFax to stop every fax in the list"),
            off=translate("Footer", "No fax in the list waits to be stopped"),
        )
        _tip(
            self.retry,
            on=translate("Footer", "Try the selected faxes again at once")
            if retry_selected
            else translate("Footer", "Try again at once, for all faxes"),
            off=translate("Footer", "No fax waits to be tried again"),
        )
        _tip(
            self.end,
            on=translate("Footer", "Stop trying for the selected faxes")
            if end_selected
            else translate("Footer", "Stop trying for all faxes"),
            off=translate("Footer", "No fax is being tried"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _tip(button: QPushButton, *, on: str, off: str) -> None:
    """Say it to eyes, and to screen readers: Qt tells them the tool tip where there is no description."""
    tip = on if button.isEnabled() else off
    if tip != button.toolTip():
        button.setToolTip(tip)
