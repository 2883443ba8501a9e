# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table that gives each status its icon, its colours and its rank. Its words are in `messages`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping


class Tint(NamedTuple):
    """Two colours, #RRGGBB: text and icon on a background. Their contrast is 5.6:1 or more."""

    text: str
    background: str


class Tone(NamedTuple):
    """What a colour says, on a light and on a dark window; in high contrast, on black and on white."""

    light: Tint
    dark: Tint
    on_black: Tint
    on_white: Tint

    def tint(self, *, dark: bool, contrast: bool = False) -> Tint:
        """Return the tint for the present theme."""
        if contrast:
            return self.on_black if dark else self.on_white
        return self.dark if dark else self.light


def _tone(light: Tint, dark: Tint, on_black: str, on_white: str) -> Tone:
    return Tone(light, dark, Tint(on_black, "#000000"), Tint(on_white, "#FFFFFF"))


GOOD = _tone(Tint("#0B6B3A", "#DDF3E4"), Tint("#9FF0BF", "#123524"), "#6DFF9E", "#005226")
PARTLY = _tone(Tint("#8A4B00", "#FFEBCC"), Tint("#FFC878", "#3D2A0A"), "#FFC857", "#663600")
BAD = _tone(Tint("#A11616", "#FDE0E0"), Tint("#FF9494", "#451A1A"), "#FFA3A3", "#8F0000")
BUSY = _tone(Tint("#0B4F9E", "#DCEBFB"), Tint("#9CCBFF", "#12304F"), "#8FD0FF", "#003C8F")
CALM = _tone(Tint("#4A5560", "#E9ECEF"), Tint("#C3CBD3", "#2B3138"), "#FFFFFF", "#000000")
UNSURE = _tone(Tint("#6B2FA0", "#EFE3FA"), Tint("#D9B8FF", "#341F4D"), "#E3BCFF", "#541690")


class StatusStyle(NamedTuple):
    """How a status looks. rank sorts the column: what needs a person's attention comes first."""

    icon: str
    tone: Tone
    rank: int


STATUS_STYLE: Mapping[Status, StatusStyle] = MappingProxyType(
    {
        Status.NOT_CONFIRMED: StatusStyle("not-confirmed", UNSURE, 0),
        Status.ENDED: StatusStyle("ended", UNSURE, 1),
        Status.ALREADY_SENT: StatusStyle("already-sent", BAD, 2),
        Status.SENT_ANYWAY: StatusStyle("already-sent", BAD, 3),
        Status.PARTIALLY_SENT: StatusStyle("partially-sent", PARTLY, 4),
        Status.SIGN_IN_REFUSED: StatusStyle("refused", BAD, 5),
        Status.HELD_SIGN_IN: StatusStyle("on-hold", PARTLY, 6),
        Status.HELD_ACCOUNT: StatusStyle("on-hold", PARTLY, 7),
        Status.HELD_UNTRUSTED: StatusStyle("refused", BAD, 8),
        Status.HELD_BLOCKED: StatusStyle("on-hold", PARTLY, 9),
        Status.HELD_UNREACHABLE: StatusStyle("on-hold", PARTLY, 10),
        Status.NOT_FOUND: StatusStyle("not-found", PARTLY, 11),
        Status.RETRY_READY: StatusStyle("retrying", BUSY, 12),
        Status.RETRYING: StatusStyle("retrying", BUSY, 13),
        Status.RETRY_LATER: StatusStyle("retrying", BUSY, 14),
        Status.STOPPING: StatusStyle("stopping", BUSY, 15),
        Status.ENDING: StatusStyle("stopping", UNSURE, 16),
        Status.IN_LINE: StatusStyle("in-line", BUSY, 17),
        Status.WAITING: StatusStyle("waiting", CALM, 18),
        Status.STOPPED: StatusStyle("stopped", GOOD, 19),
        Status.FAILED: StatusStyle("failed", CALM, 20),
        Status.SENT: StatusStyle("sent", CALM, 21),
    },
)
