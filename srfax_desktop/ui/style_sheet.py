# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The one style sheet of the program, made from the colours of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.ui.field_style import field_sheet

if TYPE_CHECKING:
    from srfax_desktop.ui.colours import Colours

_HEADING = 1.4
"""How much larger than other words a heading is."""

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


def style_sheet(colours: Colours, font_pt: float, *, dark: bool) -> str:
    """Return it for words of `font_pt` points. dark: whether the ground is."""
    heading_pt = round(font_pt * _HEADING, 1)
    return _SHEET.format(**colours._asdict(), heading_pt=heading_pt) + field_sheet(colours, dark=dark)
