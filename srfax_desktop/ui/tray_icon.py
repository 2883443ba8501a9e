# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The picture in the tray: the program's icon, with a mark that says how the list stands."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from srfax_desktop.core.status import TRYING, Status
from srfax_desktop.ui.icons import pixmap, window_icon
from srfax_desktop.ui.status_style import BAD, BUSY, GOOD, PARTLY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srfax_desktop.ui.status_style import Tone

SIZES = (16, 22, 24, 32, 48, 64)

_MARK_SHARE = 0.62
"""How much of the icon's width the mark takes: at 16 pixels it must still be told apart."""

_GLYPH_SHARE = 0.72


class TrayState(StrEnum):
    """How the whole list stands, in one word."""

    QUIET = "quiet"
    TRYING = "trying"
    HELD_UP = "held_up"  # something stands in the way, and may need the user
    LOOK = "look"  # something went out, or nobody knows
    STOPPED = "stopped"  # all that was asked for


_MARKS: Mapping[TrayState, tuple[str, Tone]] = MappingProxyType(
    {
        TrayState.TRYING: ("retrying", BUSY),
        TrayState.HELD_UP: ("on-hold", PARTLY),
        TrayState.LOOK: ("not-confirmed", BAD),
        TrayState.STOPPED: ("stopped", GOOD),
    }
)

_TO_LOOK_AT = frozenset(
    {
        Status.PARTIALLY_SENT,
        Status.ALREADY_SENT,
        Status.SENT_ANYWAY,
        Status.NOT_CONFIRMED,
        Status.ENDED,
        Status.NOT_FOUND,
    }
)


def tray_state(counts: Mapping[Status, int], *, held_up: bool) -> TrayState:
    """Return how the list stands. held_up: something stands in the way of all that is being tried."""
    there = {status for status, count in counts.items() if count}
    if there & TRYING:
        return TrayState.HELD_UP if held_up else TrayState.TRYING
    if there & _TO_LOOK_AT:
        return TrayState.LOOK
    return TrayState.STOPPED if Status.STOPPED in there else TrayState.QUIET


def tray_picture(state: TrayState) -> QIcon:
    """Return the icon, in all sizes that trays use."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_drawn(state, size))
    return made


def _drawn(state: TrayState, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark = _MARKS.get(state)
    program = size if mark is None else round(size * 0.86)  # it makes room for the mark
    painter.drawPixmap(0, 0, window_icon().pixmap(program, program))
    if mark:
        name, tone = mark
        side = size * _MARK_SHARE
        disc = QRectF(size - side, size - side, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.light.text))
        painter.drawEllipse(disc)
        glyph = max(8, round(side * _GLYPH_SHARE))
        place = disc.center()
        painter.drawPixmap(
            round(place.x() - glyph / 2), round(place.y() - glyph / 2), pixmap(name, "#FFFFFF", glyph, 1.0)
        )
    painter.end()
    return picture
