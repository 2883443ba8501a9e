# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads fax IDs out of whatever was typed or pasted, and accounts for every piece of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from srfax_desktop.core.fax import FaxId, parse_fax_id

if TYPE_CHECKING:
    from collections.abc import Container

_SEPARATORS = re.compile(r"[\s,;]+")
_WRAPPING = "\"'“”‘’«»()[]<>\ufeff\u200b"


class IdEntry(NamedTuple):
    """What was found: each piece of the text is in exactly one of these, in the order it came.

    fax_ids: new ones. repeated: those that stood in the text twice. listed: those already in
    the list. rejected: pieces that are not fax IDs, as they were written.
    """

    fax_ids: tuple[FaxId, ...] = ()
    repeated: tuple[FaxId, ...] = ()
    listed: tuple[FaxId, ...] = ()
    rejected: tuple[str, ...] = ()


def read_ids(text: str, listed: Container[str] = ()) -> IdEntry:
    """Read fax IDs separated by new lines, commas, semicolons or spaces.

    SRFax's `FileName|ID` is understood: the ID stands after the last `|`. Where more than one
    part of such a piece is a number (`31524120|31524121`), which one is meant cannot be known,
    and the piece is rejected rather than guessed at.
    """
    found: dict[FaxId, None] = {}
    repeated: dict[FaxId, None] = {}
    already: dict[FaxId, None] = {}
    rejected: list[str] = []
    for piece in filter(None, _SEPARATORS.split(text)):
        fax_id = read_piece(piece)
        if fax_id is None:
            if piece.strip(_WRAPPING):
                rejected.append(piece)
        elif fax_id in listed:
            already[fax_id] = None
        elif fax_id in found:
            repeated[fax_id] = None
        else:
            found[fax_id] = None
    return IdEntry(tuple(found), tuple(repeated), tuple(already), tuple(rejected))


def read_piece(piece: str) -> FaxId | None:
    """Return the fax ID that one piece is, as `read_ids` understands it; None where it is none."""
    *before, last = piece.strip(_WRAPPING).split("|")
    if any(_bare(part).isdigit() for part in before):
        return None
    try:
        return parse_fax_id(_bare(last))
    except ValueError:
        return None


def _bare(part: str) -> str:
    return part.strip(_WRAPPING).removeprefix("#")
