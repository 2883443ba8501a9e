# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a second start and the one window say to each other: a greeting, fax IDs, and that they were taken.

There is nothing else that can be said: no command, no path, no option.

    window  srfax-desktop 1 SECRET
    second  31524120 31524121            none: only come to the front
    window  taken
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.fax import MAX_ID_DIGITS, FaxId, parse_fax_id

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_IDS = 1000
"""In one message. Who has more says more messages."""

LINKED = "link"
"""Stands before IDs that came through a link: whoever takes them asks before anything is stopped."""

MAX_BYTES = len(LINKED) + 1 + MAX_IDS * (MAX_ID_DIGITS + 1)
"""The longest message, with the line break at its end."""

TAKEN = b"taken\n"


class MessageError(Exception):
    """A message that is none. Its text says why, and nothing of what was in it."""


def greeting(secret: str) -> bytes:
    """Return what the window says first: only whoever can read this user's files knows the secret."""
    return f"srfax-desktop 1 {secret}\n".encode("ascii")


def write_ids(fax_ids: Sequence[FaxId], *, linked: bool = False) -> bytes:
    """Return one message. linked: they came through a link. Raises ValueError for more than MAX_IDS."""
    if len(fax_ids) > MAX_IDS:
        raise ValueError(len(fax_ids))
    return f"{' '.join((LINKED, *fax_ids) if linked else fax_ids)}\n".encode("ascii")


def is_linked(heard: bytes) -> bool:
    """Whether a message says that its IDs came through a link."""
    return heard.split(b"\n")[0].split(b" ")[0] == LINKED.encode("ascii")


def read_ids(heard: bytes) -> tuple[FaxId, ...] | None:
    """Return the fax IDs of a message; None where its end is still to come. Raises MessageError."""
    if len(heard) > MAX_BYTES:
        message = "too long"
        raise MessageError(message)
    line, end, more = heard.partition(b"\n")
    if not end:
        return None
    if more:
        message = "more than one line"
        raise MessageError(message)
    if is_linked(line):
        line = line.partition(b" ")[2]
    pieces = line.decode("ascii", "replace").split(" ") if line else []
    if len(pieces) > MAX_IDS:
        message = "too many fax IDs"
        raise MessageError(message)
    try:
        return tuple(map(parse_fax_id, pieces))
    except ValueError:
        message = "something that is no fax ID"
        raise MessageError(message) from None
