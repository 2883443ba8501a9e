# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One line that says how far something is, and then what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.status_style import BAD, CALM, GOOD

if TYPE_CHECKING:
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate


class ResultLine(QWidget):
    """Hidden until it has something to say. Results are said aloud, progress is not."""

    cancel_pressed = Signal()
    help_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = Banner(theme, CALM, "information")
        self._plain = Banner(theme, CALM, "information")
        self._good = Banner(theme, GOOD, "stopped")
        self._bad = Banner(theme, BAD, "warning")
        self._helps = False
        self._back_to: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for banner in self._banners():
            column.addWidget(banner)
        self._busy.pressed.connect(self.cancel_pressed)
        self._plain.pressed.connect(self.silence)
        self._good.pressed.connect(self.silence)
        self._bad.pressed.connect(self._help)
        self.hide()

    def show_progress(self, words: str) -> None:
        """Say how far it is. It can be cancelled."""
        self._say(self._busy, words, translate("ResultLine", "Cancel"), aloud=False)

    def tell(self, words: str) -> None:
        """Say what came of it, where that is neither good nor bad."""
        self._say(self._plain, words, translate("ResultLine", "Dismiss"))

    def tell_good(self, words: str) -> None:
        """Say that all is well."""
        self._say(self._good, words, translate("ResultLine", "Dismiss"))

    def tell_bad(self, words: str, helping: str = "") -> None:
        """Say what is wrong. helping: the label of a button that helps, where there is one."""
        self._helps = bool(helping)
        self._say(self._bad, words, helping or translate("ResultLine", "Dismiss"))

    def take_focus(self, back_to: QWidget) -> None:
        """Put the keyboard on its button, until it has nothing more to say."""
        self._back_to = back_to
        for banner in self._banners():
            if not banner.isHidden():
                banner.button.setFocus()

    @Slot()
    def silence(self) -> None:
        """Say nothing more."""
        if self._has_focus() and self._back_to and self._back_to.isEnabled():
            self._back_to.setFocus()
        self._silence_all_but(None)
        self.hide()

    def _banners(self) -> tuple[Banner, ...]:
        return (self._busy, self._plain, self._good, self._bad)

    def _say(self, speaker: Banner, words: str, button: str, *, aloud: bool = True) -> None:
        has_focus = self._has_focus()
        self.show()
        speaker.say(words, button, aloud=aloud)
        if has_focus:
            speaker.button.setFocus()
        self._silence_all_but(speaker)

    def _has_focus(self) -> bool:
        return any(banner.button.hasFocus() for banner in self._banners())

    def _silence_all_but(self, speaker: Banner | None) -> None:
        for banner in self._banners():
            if banner is not speaker and not banner.isHidden():
                banner.silence()

    @Slot()
    def _help(self) -> None:
        if self._helps:
            self.help_pressed.emit()
        else:
            self.silence()
