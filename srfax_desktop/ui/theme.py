# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which colours the program has, as the system has it or as chosen, while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette

from srfax_desktop.ui.colours import BLACK, DARK, LIGHT, WHITE
from srfax_desktop.ui.status_style import BAD
from srfax_desktop.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints, QStyleHints
    from PySide6.QtWidgets import QApplication

    from srfax_desktop.ui.colours import Colours
    from srfax_desktop.ui.status_style import Tint, Tone


_DARK = Qt.ColorScheme.Dark
_BY_HAND = {"light": False, "dark": True}


class Theme(QObject):
    """Follows the system while the program runs, between light, dark and high contrast, or as chosen.

    choice: `system`, `light`, `dark` or `contrast`. High contrast is on black, but on white where the
    system itself wants contrast and is light.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._hints = app.styleHints()
        self._choice = "system"
        self.dark = self._is_dark()
        self.contrast = self._is_contrast()
        self._hints.colorSchemeChanged.connect(self._follow)
        # Under a style sheet, Qt hands a new font of the system on only when it reads the sheet anew.
        app.fontChanged.connect(self._follow)
        if (wishes := _wishes(self._hints)) is not None:
            wishes.contrastPreferenceChanged.connect(self._follow)
        if choice == "system":
            self._apply()
        else:
            self.choose(choice)

    @property
    def choice(self) -> str:
        """What was chosen."""
        return self._choice

    @property
    def colours(self) -> Colours:
        """The colours of the present theme."""
        if self.contrast:
            return BLACK if self.dark else WHITE
        return DARK if self.dark else LIGHT

    @property
    def trouble(self) -> str:
        """The colour of words that tell of a mistake or an error, on the window's background."""
        return self.tint(BAD).text

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Follow the system, or be `light`, `dark` or `contrast` whatever the system is."""
        self._choice = choice
        # What is not ours is to look alike: the bar with the title, the system's own dialogs.
        if choice == "system":
            self._hints.unsetColorScheme()
        elif choice == "contrast":
            self._hints.setColorScheme(_DARK if not self._wants_contrast() else self._hints.colorScheme())
        else:
            self._hints.setColorScheme(_DARK if choice == "dark" else Qt.ColorScheme.Light)
        self._follow()

    def tint(self, tone: Tone) -> Tint:
        """Return a tone's tint in the present theme."""
        return tone.tint(dark=self.dark, contrast=self.contrast)

    @Slot()
    def _follow(self) -> None:
        self.dark = self._is_dark()
        self.contrast = self._is_contrast()
        self._apply()
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._choice in _BY_HAND:
            return _BY_HAND[self._choice]
        if self._choice == "contrast" and not self._wants_contrast():
            return True
        return self._hints.colorScheme() is _DARK

    def _is_contrast(self) -> bool:
        return self._choice == "contrast" or (self._choice == "system" and self._wants_contrast())

    def _wants_contrast(self) -> bool:
        """Whether the system is set to high contrast, as far as Qt can tell."""
        wishes = _wishes(self._hints)
        return wishes is not None and wishes.contrastPreference() is Qt.ContrastPreference.HighContrast

    def _apply(self) -> None:
        colours = self.colours
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(style_sheet(colours, self._app.font().pointSizeF(), dark=self.dark))


def _wishes(hints: QStyleHints) -> QAccessibilityHints | None:
    """Return what the system says of its user's wishes; None where Qt is older than 6.10."""
    return hints.accessibility() if hasattr(hints, "accessibility") else None


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, colours.window),
        (QPalette.ColorRole.WindowText, colours.text),
        (QPalette.ColorRole.Base, colours.surface),
        (QPalette.ColorRole.AlternateBase, colours.stripe),
        (QPalette.ColorRole.Text, colours.text),
        (QPalette.ColorRole.PlaceholderText, colours.quiet),
        (QPalette.ColorRole.Button, colours.surface),
        (QPalette.ColorRole.ButtonText, colours.text),
        (QPalette.ColorRole.ToolTipBase, colours.surface),
        (QPalette.ColorRole.ToolTipText, colours.text),
        (QPalette.ColorRole.Highlight, colours.focus),
        (QPalette.ColorRole.HighlightedText, colours.surface),
        (QPalette.ColorRole.Link, colours.focus),
        (QPalette.ColorRole.Accent, colours.focus),
    ):
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette
