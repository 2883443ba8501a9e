# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The one style sheet of the program, made from the colours of a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.ui.field_style import field_sheet

if TYPE_CHECKING:
    from srfax_desktop.ui.look import Look
    from srfax_desktop.ui.theme import Colours

_SHEET = """
QWidget#page {{ background: {window}; }}
QLineEdit, QPlainTextEdit {{
    background: {surface}; color: {text}; border: {edge}px solid {control_line}; border-radius: 6px;
    padding: 0.35em 0.6em; selection-background-color: {focus}; selection-color: {surface};
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: 0.3em 0.55em; }}
QPushButton {{
    background: {surface}; color: {text}; border: {edge}px solid {control_line}; border-radius: 6px;
    padding: 0.4em 1em; min-height: 1.3em;
}}
QPushButton:hover {{ background: {selection}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:disabled {{
    color: {quiet}; border-color: {line}; border-style: {idle}; background: {window};
}}
QPushButton:focus {{ border: 2px solid {focus}; padding: 0.35em 0.95em; }}
QPushButton#primary {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton#primary:hover, QPushButton#primary:pressed {{ background: {accent_pressed}; }}
QPushButton#primary:focus {{ border: 2px solid {focus}; }}
QPushButton#primary:disabled {{ background: {window}; color: {quiet}; border-color: {line}; }}
QPushButton[lit="true"] {{ background: {focus}; color: {surface}; border-color: {focus}; font-weight: 600; }}
QToolButton {{ color: {text}; border: 1px solid transparent; border-radius: 6px; padding: 0.3em 0.5em; }}
QToolButton#beside {{ padding: 0.25em 0.6em 0.55em; min-height: 1.3em; }}
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
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 14px; }}
QScrollBar:horizontal {{ height: 14px; }}
QScrollBar::handle {{ background: {control_line}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page, QAbstractScrollArea::corner {{ background: transparent; }}
QScrollArea#details {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
"""


def style_sheet(colours: Colours, look: Look) -> str:
    """Return the whole sheet. Where contrast is strong, the edges of controls are, too."""
    values = {name: getattr(colours, name) for name in colours.__slots__}
    edge, idle = (2, "dashed") if look.is_contrast else (1, "solid")
    return _SHEET.format(**values, edge=edge, idle=idle) + field_sheet(colours, dark=look.is_dark)
