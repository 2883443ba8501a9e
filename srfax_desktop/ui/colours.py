# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The colours of the window by their meaning, in each theme."""

from __future__ import annotations

from typing import NamedTuple


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
