# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Decides how what was copied is brought into the list when it is pasted outside a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from srfax_desktop.core.clipboard import LONGEST_CLIP, MOST_IDS
from srfax_desktop.core.id_entry import read_ids

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QClipboard


def pasted_ids(clipboard: QClipboard) -> str:
    """Return the text on the clipboard where it is a few fax IDs and nothing else, as one would type them.

    Empty for anything else: files, tables, long lists, texts with other words in them. That is for the
    import, which accounts for every line.
    """
    data = cast("QMimeData | None", clipboard.mimeData())  # None where nothing was ever copied
    if data is None or data.hasUrls() or not data.hasText():
        return ""
    text = data.text()
    if len(text) > LONGEST_CLIP or "\t" in text:
        return ""
    entry = read_ids(text)
    count = len(entry.fax_ids)
    return text if 0 < count <= MOST_IDS and not entry.rejected else ""
