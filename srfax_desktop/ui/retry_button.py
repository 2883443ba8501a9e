# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The button that counts down to the next try, and tries at once when it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from srfax_desktop.core.action import Action
from srfax_desktop.ui.cell_painting import icon_size, paint_ring, tabular
from srfax_desktop.ui.letters import plain
from srfax_desktop.ui.messages import action_words, duration

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate


class RetryButton(QPushButton):
    """Its words change each second, its accessible name never: a screen reader must find it again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._due_in_s: float | None = None
        self.setFont(tabular(self.font()))
        self.show_countdown(None)

    def show_countdown(self, due_in_s: float | None, *, automatic: bool = True) -> None:
        """Show the seconds to the next try; None: nothing counts down. automatic: it fires by itself."""
        self._due_in_s = due_in_s
        if due_in_s is None:
            words = translate("RetryButton", "&Retry now")
        else:
            words = translate("RetryButton", "&Retry in {0}").format(duration(due_in_s))
        ringed = words if due_in_s is None else f"      {words}"
        if ringed != self.text():
            self.setText(ringed)
            self.setAccessibleName(translate("RetryButton", "Retry now"))
        self._describe(automatic=automatic)
        self.update()

    def _describe(self, *, automatic: bool) -> None:
        """Say what comes of waiting. Without the seconds: a description that changes is read aloud."""
        if self._due_in_s is None:
            words = ""
        elif automatic:
            words = translate("RetryButton", "Tries again by itself when the countdown ends")
        else:
            words = translate("RetryButton", "Can be tried again when the countdown ends")
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def light_up(self, *, lit: bool) -> None:
        """Stand out where a countdown is over and waits for the user, or do so no more."""
        if bool(self.property("lit")) != lit:
            self.setProperty("lit", lit)
            self.style().unpolish(self)  # Qt looks at properties only when it polishes
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Return room for the longest usual countdown, so that nothing moves when it runs."""
        widest = max(
            self.fontMetrics().horizontalAdvance(f"      {action_words(Action.RETRY_NOW, 58.0)}"),
            self.fontMetrics().horizontalAdvance(plain(self.text())),
        )
        hint = super().sizeHint()
        spare = hint.width() - self.fontMetrics().horizontalAdvance(plain(self.text()))
        return QSize(widest + spare, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring beside the words."""
        super().paintEvent(event)
        if self._due_in_s is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words_width = self.fontMetrics().horizontalAdvance(plain(self.text()))
        left = (self.width() - words_width) / 2
        side = icon_size(self.fontMetrics()) - 2
        ring = QRectF(left, (self.height() - side) / 2, side, side)
        colours = self._theme.colours
        paint_ring(painter, ring, self._due_in_s, colours.focus, colours.line)
        painter.end()
