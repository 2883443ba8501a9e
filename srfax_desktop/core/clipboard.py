# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Tells whether what was copied is worth offering: fax IDs and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.id_cell import looks_like_id, looks_like_phone, read_line
from srfax_desktop.core.import_report import LineReason

if TYPE_CHECKING:
    from collections.abc import Container

    from srfax_desktop.core.fax import FaxId

LONGEST_CLIP = 2_000
"""Characters. A longer text was not copied for the sake of a fax ID."""

MOST_IDS = 50


def offerable_ids(text: str, listed: Container[str]) -> tuple[FaxId, ...]:
    """Return the fax IDs in a copied text that are not in the list; none where it is not worth offering.

    That is where there are more than MOST_IDS, where anything else stands in it, or where a number is
    more likely something else: it has few digits, or could be a telephone number. Whoever means it
    can still paste it.
    """
    if len(text) > LONGEST_CLIP:
        return ()
    fax_ids: dict[FaxId, None] = {}
    for read in read_line(text):
        if isinstance(read, LineReason) or looks_like_phone(read):
            return ()
        fax_ids[read] = None
    if len(fax_ids) > MOST_IDS or (len(fax_ids) == 1 and not any(map(looks_like_id, text.split()))):
        return ()
    return tuple(fax_id for fax_id in fax_ids if fax_id not in listed)
