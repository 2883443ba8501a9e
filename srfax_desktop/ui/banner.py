# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A calm line across the window for what concerns all faxes, with the one button that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.areas import takes_keyboard
from srfax_desktop.ui.icons import pixmap
from srfax_desktop.ui.letters import give_letter, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from srfax_desktop.ui.status_style import Tone
    from srfax_desktop.ui.theme import Theme

    Pressed = SignalInstance | Callable[[], None]

ICON_SIZE = 18


class Banner(QFrame):
    """Hidden until it has something to say."""

    pressed = Signal()
    changed = Signal()  # it has something to say, or nothing any more

    def __init__(self, theme: Theme, tone: Tone, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._icon_name = icon
        self._icon = QLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        self.buttons = [self.button]
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        theme.changed.connect(self._recolour)
        self._coloured = False  # most never have anything to say
        self.hide()

    def add_button(self, pressed: Pressed) -> None:
        """Put one more button at the end. pressed: what is told, or done, when it is."""
        button = QPushButton()
        button.clicked.connect(pressed)
        self._row.addWidget(button)
        self.buttons.append(button)

    def say(self, words: str, button: str = "", name: str = "", *, aloud: bool = True) -> None:
        """Show words and a button; without a label, there is no button.

        name: what a screen reader calls the button, where its label alone is another one's as well.
        aloud: have a screen reader say it, if the words are new. Seconds that tick are not news.
        """
        if not self._coloured:
            self._colour()
        news = aloud and words != self.words.text()
        self.words.setText(words)
        self.words.setAccessibleName(words)
        give_letter(self.button, button)
        self.button.setAccessibleName(plain(name or button))
        self.button.setVisible(bool(button))
        self.show()
        self.changed.emit()
        if news:
            announce(self.words, words, urgent=True)

    def silence(self) -> None:
        """Say nothing more. The keyboard's focus is not left on a button that is gone."""
        if any(button.hasFocus() for button in self.buttons):
            self._let_keyboard_go()
        self.words.clear()
        self.words.setAccessibleName("")
        for button in self.buttons:  # their letters are free for others
            button.setText("")
        self.button.setAccessibleName("")
        self.hide()
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted background."""
        tint = self._theme.tint(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect()
        painter.setPen(Qt.PenStyle.NoPen)
        if self._theme.contrast:
            painter.setPen(QPen(QColor(tint.text), 2))
            room = room.adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(tint.background))
        painter.drawRoundedRect(room, 8, 8)
        painter.end()

    def _let_keyboard_go(self) -> None:
        """Have the keyboard in the next field or table: the next button may be one that stops faxes.

        Whoever was about to press Space would press that.
        """
        window = self.window()
        every = window.findChildren(QWidget)
        here = every.index(self)
        for widget in every[here:] + every[:here]:
            is_here = takes_keyboard(widget) and widget.window() is window
            if is_here and not isinstance(widget, QAbstractButton):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @Slot()
    def _recolour(self) -> None:
        self._coloured = False
        if not self.isHidden():
            self._colour()

    def _colour(self) -> None:
        self._coloured = True
        tint = self._theme.tint(self._tone)
        side = max(ICON_SIZE, self.fontMetrics().ascent())
        self._icon.setFixedWidth(side + 4)
        self._icon.setPixmap(pixmap(self._icon_name, tint.text, side, self.devicePixelRatioF()))
        self.words.setStyleSheet(f"color: {tint.text};")
        self.update()
