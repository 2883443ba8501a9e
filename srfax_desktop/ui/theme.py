# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The colours of the window by their meaning, in each look, and which look it has."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette

from srfax_desktop.ui.look import Look
from srfax_desktop.ui.status_style import BAD
from srfax_desktop.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

    from srfax_desktop.ui.status_style import Tint, Tone


@dataclass(frozen=True, slots=True)
class Colours:
    """#RRGGBB each."""

    window: str
    surface: str
    stripe: str
    line: str
    control_line: str
    text: str
    quiet: str
    accent: str
    accent_pressed: str
    on_accent: str
    focus: str
    selection: str


LIGHT = Colours(
    window="#F4F6F8",
    surface="#FFFFFF",
    stripe="#F8F9FB",
    line="#DDE2E7",
    control_line="#7F8B97",
    text="#1B232B",
    quiet="#566270",
    accent="#B3261E",
    accent_pressed="#8C1D17",
    on_accent="#FFFFFF",
    focus="#0B57C9",
    selection="#D6E6FA",
)
DARK = Colours(
    window="#1A1F24",
    surface="#21272D",
    stripe="#252C33",
    line="#39424B",
    control_line="#7E8A96",
    text="#E8ECF0",
    quiet="#A9B4BF",
    accent="#CF3B32",
    accent_pressed="#A82B23",
    on_accent="#FFFFFF",
    focus="#7DB5FF",
    selection="#2A4568",
)

LIGHT_CONTRAST = Colours(
    window="#FFFFFF",
    surface="#FFFFFF",
    stripe="#FFFFFF",
    line="#000000",
    control_line="#000000",
    text="#000000",
    quiet="#000000",
    accent="#8E0E0E",
    accent_pressed="#5C0000",
    on_accent="#FFFFFF",
    focus="#003EAA",
    selection="#D2E4FF",
)
DARK_CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    stripe="#000000",
    line="#FFFFFF",
    control_line="#FFFFFF",
    text="#FFFFFF",
    quiet="#FFFFFF",
    accent="#FFDD33",
    accent_pressed="#E6BF00",
    on_accent="#000000",
    focus="#3DE0FF",
    selection="#00407A",
)
COLOURS: Mapping[Look, Colours] = MappingProxyType(
    {
        Look.LIGHT: LIGHT,
        Look.DARK: DARK,
        Look.LIGHT_CONTRAST: LIGHT_CONTRAST,
        Look.DARK_CONTRAST: DARK_CONTRAST,
    }
)


class Theme(QObject):
    """Light, dark, for strong contrast: as the system has it while the program runs, or as was chosen."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = "system"
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        if hasattr(self._hints, "accessibility"):  # since Qt 6.10
            self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self.look = self._look()
        if choice != "system":
            self._ask_for(choice)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether words are lighter than what is behind them."""
        return self.look.is_dark

    @property
    def colours(self) -> Colours:
        """The colours of the present look."""
        return COLOURS[self.look]

    @property
    def trouble(self) -> str:
        """The colour of words that tell of a mistake or an error, on the window's background."""
        return self.tint(BAD).text

    def tint(self, tone: Tone) -> Tint:
        """Return a tone's tint in the present look."""
        return tone.tint(self.look)

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Look like this from now on: `system`, `light`, `dark`, or `contrast`, dark where the system is."""
        self._ask_for(choice)
        self._apply()
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        look = self._look()
        if look is not self.look:
            self.look = look
            self._apply()
            self.changed.emit()

    def _ask_for(self, choice: str) -> None:
        self._choice = choice
        self._hints.blockSignals(True)  # it is followed here, once
        match choice:  # what the system draws, as title bars and its own dialogs, is to agree
            case "light":
                self._hints.setColorScheme(Qt.ColorScheme.Light)
            case "dark":
                self._hints.setColorScheme(Qt.ColorScheme.Dark)
            case _:
                self._hints.unsetColorScheme()
        self._hints.blockSignals(False)
        self.look = self._look()

    def _look(self) -> Look:
        if self._choice in ("light", "dark"):
            return Look(self._choice)
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        return Look.of(dark=dark, contrast=self._choice == "contrast" or self._wants_contrast())

    def _wants_contrast(self) -> bool:
        if not hasattr(self._hints, "accessibility"):
            return False
        return self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast

    def _apply(self) -> None:
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(style_sheet(self.colours, self.look))


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
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette
