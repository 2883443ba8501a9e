# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The colours of the window by their meaning, light and dark, and the one style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette

from srfax_desktop.ui.field_style import field_sheet
from srfax_desktop.ui.status_style import BAD

if TYPE_CHECKING:
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

_SHEET = """
QWidget#page {{ background: {window}; }}
QLineEdit, QPlainTextEdit {{
    background: {surface}; color: {text}; border: 1px solid {control_line}; border-radius: 6px;
    padding: 0.35em 0.6em; selection-background-color: {focus}; selection-color: {surface};
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: 0.3em 0.55em; }}
QPushButton {{
    background: {surface}; color: {text}; border: 1px solid {control_line}; border-radius: 6px;
    padding: 0.4em 1em; min-height: 1.3em;
}}
QPushButton:hover {{ background: {selection}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:disabled {{ color: {quiet}; border-color: {line}; background: {window}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 0.35em 0.95em; }}
QPushButton#primary {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton#primary:hover, QPushButton#primary:pressed {{ background: {accent_pressed}; }}
QPushButton#primary:focus {{ border: 2px solid {focus}; }}
QPushButton#primary:disabled {{ background: {line}; color: {quiet}; border-color: {line}; }}
QPushButton[lit="true"] {{ background: {focus}; color: {surface}; border-color: {focus}; font-weight: 600; }}
QToolButton {{ color: {text}; border: 1px solid transparent; border-radius: 6px; padding: 0.3em 0.5em; }}
QToolButton#beside {{ padding: 0.4em 0.6em; min-height: 1.3em; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton:hover {{ background: {selection}; }}
QToolButton:focus {{ border: 2px solid {focus}; }}
QTableView {{
    background: {surface}; alternate-background-color: {stripe}; color: {text};
    border: 1px solid {line}; border-radius: 8px; gridline-color: transparent;
    selection-background-color: {selection}; selection-color: {text}; outline: none;
}}
QTableView:focus {{ border: 1px solid {focus}; }}
QTableView#plain {{ border: none; }}
QTableView::item {{ padding: 0 5px; border: none; }}
QTableView::item:selected {{ background: {selection}; color: {text}; }}
QListWidget {{
    background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 8px; padding: 4px;
    selection-background-color: {selection}; selection-color: {text}; outline: none;
}}
QListWidget:focus {{ border: 1px solid {focus}; }}
QListWidget::item {{ padding: 4px 6px; border: none; }}
QListWidget::item:selected {{ background: {selection}; color: {text}; border-radius: 4px; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {quiet}; border: none; border-bottom: 1px solid {line};
    padding: 0.45em 8px; font-weight: 600;
}}
QHeaderView::section:first {{ border-top-left-radius: 7px; }}
QHeaderView::section:last {{ border-top-right-radius: 7px; }}
QLabel#quiet {{ color: {quiet}; }}
QLabel#heading {{ font-size: 13pt; font-weight: 600; }}
QSplitter::handle {{ background: transparent; }}
QFrame#details {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
"""


class Theme(QObject):
    """Follows the system between light and dark while the program runs."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.dark = self._is_dark()
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def colours(self) -> Colours:
        """The colours of the present theme."""
        return DARK if self.dark else LIGHT

    @property
    def trouble(self) -> str:
        """The colour of words that tell of a mistake or an error, on the window's background."""
        return self.tint(BAD).text

    def tint(self, tone: Tone) -> Tint:
        """Return a tone's tint in the present theme."""
        return tone.tint(dark=self.dark)

    @Slot()
    def _follow(self) -> None:
        self.dark = self._is_dark()
        self._apply()
        self.changed.emit()

    def _is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _apply(self) -> None:
        colours = self.colours
        self._app.setPalette(_palette(colours))
        sheet = _SHEET.format(**{name: getattr(colours, name) for name in Colours.__slots__})
        self._app.setStyleSheet(sheet + field_sheet(colours, dark=self.dark))


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
