# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Links that point at faxes: `srfax-desktop:31524120`. Anybody can write one: nothing in it is trusted."""

from __future__ import annotations

from urllib.parse import unquote

from srfax_desktop.core.fax import MAX_ID_DIGITS, FaxId, parse_fax_id

SCHEME = "srfax-desktop"

MOST_FAXES = 20
"""In one link: whoever means more has a file to import."""

_LONGEST = len(SCHEME) + 4 + 3 * MOST_FAXES * (MAX_ID_DIGITS + 1)
"""Each character percent-encoded."""


def parse_link(link: str) -> tuple[FaxId, ...]:
    """Return the fax IDs of `srfax-desktop:ID`, `srfax-desktop://ID/`, or several with commas between.

    Raises ValueError for anything else, without a word of what was in it.
    """
    scheme, colon, rest = link.partition(":")
    if not colon or scheme.lower() != SCHEME or len(link) > _LONGEST:
        raise ValueError
    if rest.startswith("//"):  # browsers and mail programs write it so
        rest = rest[2:].removesuffix("/")
    pieces = unquote(rest).split(",")
    if len(pieces) > MOST_FAXES:
        raise ValueError
    try:
        return tuple(dict.fromkeys(map(parse_fax_id, pieces)))
    except ValueError:
        raise ValueError from None
