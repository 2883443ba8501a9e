# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The table that gives each status its icon, its colours and its rank. Its words are in `messages`."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from srfax_desktop.core.status import Status
from srfax_desktop.ui.look import Look

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Tint:
    """Two colours, #RRGGBB: text and icon on a background.

    Their contrast is 5.6:1 or more; in the looks for strong contrast, 7:1 or more.
    """

    text: str
    background: str


@dataclass(frozen=True, slots=True)
class Tone:
    """What a colour says, in each look."""

    light: Tint
    dark: Tint
    light_contrast: Tint
    dark_contrast: Tint

    def tint(self, look: Look) -> Tint:
        """Return the tint for this look."""
        match look:
            case Look.LIGHT:
                return self.light
            case Look.DARK:
                return self.dark
            case Look.LIGHT_CONTRAST:
                return self.light_contrast
            case Look.DARK_CONTRAST:
                return self.dark_contrast


def _tone(light: tuple[str, str], dark: tuple[str, str], on_white: str, on_black: str) -> Tone:
    return Tone(Tint(*light), Tint(*dark), Tint(on_white, "#FFFFFF"), Tint(on_black, "#000000"))


GOOD = _tone(("#0B6B3A", "#DDF3E4"), ("#8FE3B0", "#123524"), "#00512B", "#7DF5AE")
PARTLY = _tone(("#8A4B00", "#FFEBCC"), ("#FFC878", "#3D2A0A"), "#6B3A00", "#FFC14D")
BAD = _tone(("#A11616", "#FDE0E0"), ("#FFA8A8", "#451A1A"), "#8E0E0E", "#FF9C9C")
BUSY = _tone(("#0B4F9E", "#DCEBFB"), ("#9CCBFF", "#12304F"), "#003E85", "#8CC8FF")
CALM = _tone(("#4A5560", "#E9ECEF"), ("#C3CBD3", "#2B3138"), "#1B232B", "#FFFFFF")
UNSURE = _tone(("#6B2FA0", "#EFE3FA"), ("#D9B8FF", "#341F4D"), "#5A1E8F", "#E3C4FF")


@dataclass(frozen=True, slots=True)
class StatusStyle:
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
