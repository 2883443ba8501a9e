# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The colours of the window by their meaning in each theme, and the one style sheet made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette

from srfax_desktop.ui.field_style import field_sheet
from srfax_desktop.ui.status_style import BAD

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints, QStyleHints
    from PySide6.QtWidgets import QApplication

    from srfax_desktop.ui.status_style import Tint, Tone


class Colours(NamedTuple):
    """#RRGGBB each, and two widths in pixels.

    line parts what belongs together, control_line is the edge of what can be used. off: the ground of
    the main button while it cannot be pressed; disabled: words and edges of what cannot be used.
    edge_px: how thick the edges of controls are; ring_px: the edge of the one that has the keyboard.
    """

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
    off: str
    disabled: str
    edge_px: int = 1
    ring_px: int = 2


LIGHT = Colours(
    window="#F4F6F8",
    surface="#FFFFFF",
    stripe="#F8F9FB",
    line="#DDE2E7",
    control_line="#75818D",
    text="#1B232B",
    quiet="#566270",
    accent="#B3261E",
    accent_pressed="#8C1D17",
    on_accent="#FFFFFF",
    focus="#0B57C9",
    selection="#D6E6FA",
    off="#DDE2E7",
    disabled="#5E6975",
)
DARK = Colours(
    window="#1A1F24",
    surface="#21272D",
    stripe="#252C33",
    line="#39424B",
    control_line="#7E8A96",
    text="#E8ECF0",
    quiet="#A9B4BF",
    accent="#C2352D",
    accent_pressed="#A82B23",
    on_accent="#FFFFFF",
    focus="#7DB5FF",
    selection="#2A4568",
    off="#39424B",
    disabled="#A0ABB6",
)
BLACK = Colours(
    window="#000000",
    surface="#000000",
    stripe="#000000",
    line="#8C8C8C",
    control_line="#FFFFFF",
    text="#FFFFFF",
    quiet="#FFFFFF",
    accent="#C8231B",
    accent_pressed="#A81C15",
    on_accent="#FFFFFF",
    focus="#FFFF00",
    selection="#2A62C4",
    off="#000000",
    disabled="#A6A6A6",
    edge_px=2,
    ring_px=3,
)
WHITE = Colours(
    window="#FFFFFF",
    surface="#FFFFFF",
    stripe="#FFFFFF",
    line="#6E6E6E",
    control_line="#000000",
    text="#000000",
    quiet="#000000",
    accent="#A80000",
    accent_pressed="#7A0000",
    on_accent="#FFFFFF",
    focus="#0000C8",
    selection="#5595E5",
    off="#FFFFFF",
    disabled="#595959",
    edge_px=2,
    ring_px=3,
)

_SHEET = """
QWidget#page {{ background: {window}; }}
QLineEdit, QPlainTextEdit, QTextEdit#preview {{
    background: {surface}; color: {text}; border: {edge_px}px solid {control_line}; border-radius: 6px;
    padding: 5px 8px; selection-background-color: {focus}; selection-color: {surface};
}}
QLineEdit {{ min-height: 1.3em; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit#preview:focus {{
    border: {ring_px}px solid {focus}; padding: 4px 7px;
}}
QPushButton {{
    background: {surface}; color: {text}; border: {edge_px}px solid {control_line}; border-radius: 6px;
    padding: 5px 12px; min-height: 1.3em;
}}
QPushButton:hover {{ background: {selection}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:disabled {{ color: {disabled}; border-color: {line}; background: {window}; }}
QPushButton:focus {{ border: {ring_px}px solid {focus}; padding: 4px 11px; }}
QPushButton#primary {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton#primary:hover, QPushButton#primary:pressed {{ background: {accent_pressed}; }}
QPushButton#primary:focus {{ border: {ring_px}px solid {focus}; }}
QPushButton#primary:disabled {{ background: {off}; color: {disabled}; border-color: {line}; }}
QPushButton[lit="true"] {{ background: {focus}; color: {surface}; border-color: {focus}; font-weight: 600; }}
QToolButton {{
    color: {text}; border: {edge_px}px solid transparent; border-radius: 6px; padding: 4px 8px;
}}
QToolButton#beside {{ padding: 5px 8px; min-height: 1.3em; max-height: 1.3em; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton:hover {{ background: {selection}; }}
QToolButton:focus {{ border: {ring_px}px solid {focus}; padding: 3px 7px; }}
QToolButton#beside:focus {{ padding: 4px 7px; }}
QTableView {{
    background: {surface}; alternate-background-color: {stripe}; color: {text};
    border: {edge_px}px solid {line}; border-radius: 8px; gridline-color: transparent;
    selection-background-color: {selection}; selection-color: {text}; outline: none;
}}
RowList {{ padding-bottom: 5px; }} /* its viewport covers what it stands on: not the round corners */
QTableView:focus {{ border-color: {focus}; }}
QTableView#plain {{ border: none; }}
QTableView::item {{ padding: 0 5px; border: none; }}
QTableView::item:selected {{ background: {selection}; color: {text}; }}
QListWidget {{
    background: {surface}; color: {text}; border: {edge_px}px solid {line}; border-radius: 8px; padding: 4px;
    selection-background-color: {selection}; selection-color: {text}; outline: none;
}}
QListWidget:focus {{ border-color: {focus}; }}
QListWidget::item {{ padding: 4px 6px; border: none; }}
QListWidget::item:selected {{ background: {selection}; color: {text}; border-radius: 4px; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {quiet}; border: none; border-bottom: 1px solid {line};
    padding: 6px 8px; font-weight: 600;
}}
QHeaderView::section:first {{ border-top-left-radius: 7px; }}
QHeaderView::section:last {{ border-top-right-radius: 7px; }}
QLabel#quiet {{ color: {quiet}; }}
QLabel#heading {{ font-size: {heading_pt}pt; font-weight: 600; }}
QMessageBox QLabel#qt_msgbox_label {{ font-weight: 600; }}
QMessageBox QLabel {{ min-width: 26em; }}
QMessageBox QLabel#qt_msgboxex_icon_label {{ min-width: 0; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {line}; }}
QScrollBar:vertical {{ background: transparent; border: none; width: 12px; }}
QScrollBar:horizontal {{ background: transparent; border: none; height: 12px; }}
QScrollBar::handle {{ background: {control_line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {text}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QFrame#details {{ background: {surface}; border: {edge_px}px solid {line}; border-radius: 8px; }}
"""


_HEADING = 1.4
"""How much larger than other words a heading is."""

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
        heading_pt = round(self._app.font().pointSizeF() * _HEADING, 1)
        sheet = _SHEET.format(**colours._asdict(), heading_pt=heading_pt)
        self._app.setStyleSheet(sheet + field_sheet(colours, dark=self.dark))


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
