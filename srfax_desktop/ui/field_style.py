# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The part of the style sheet for what is chosen rather than typed: lists, days, check boxes.

The style below it draws their edges from the window's colour, which nobody sees on a dark one. A list
that has the focus gets no thicker edge: Qt would make what it opens that much too short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.ui.resource_path import resource_path

if TYPE_CHECKING:
    from srfax_desktop.ui.colours import Colours

_SHEET = """
QLineEdit {{ placeholder-text-color: {quiet}; }}
QComboBox, QDateEdit {{
    background: {surface}; color: {text}; border: {edge_px}px solid {control_line}; border-radius: 6px;
    padding: 5px 8px; min-height: 1.3em; max-height: 1.3em;
    selection-background-color: {focus}; selection-color: {surface};
}}
QDateEdit:focus {{ border: {ring_px}px solid {focus}; padding: 4px 7px; }}
QComboBox:focus {{ border-color: {focus}; background: {selection}; }}
QComboBox:hover {{ background: {selection}; }}
QComboBox:disabled, QDateEdit:disabled {{ color: {disabled}; border-color: {line}; background: {window}; }}
QComboBox::drop-down, QDateEdit::drop-down {{
    subcontrol-origin: border; subcontrol-position: center right; border: none; width: 26px;
}}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{chevron}"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{
    background: {surface}; color: {text}; border: none; outline: none;
    selection-background-color: {selection}; selection-color: {text};
}}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {window}; }}
QCalendarWidget QTableView {{ border: none; border-radius: 0; }}
QCalendarWidget QTableView::item {{ padding: 0; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{
    width: 14px; height: 14px; background: {surface}; border-radius: 4px;
    border: {edge_px}px solid {control_line};
}}
QCheckBox::indicator:hover {{ background: {selection}; }}
QCheckBox::indicator:focus {{ width: 12px; height: 12px; border: 2px solid {focus}; }}
QCheckBox::indicator:checked {{ background: {focus}; border-color: {focus}; image: url("{ticked}"); }}
QCheckBox::indicator:disabled {{ background: {window}; border-color: {line}; }}
"""


def field_sheet(colours: Colours, *, dark: bool) -> str:
    """Return the rules in these colours."""
    return _SHEET.format(
        **colours._asdict(),
        chevron=resource_path("icons", "chevron.svg").as_posix(),
        ticked=resource_path("icons", "ticked-dark.svg" if dark else "ticked-light.svg").as_posix(),
    )
