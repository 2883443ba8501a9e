# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has a screen reader hear what the filter finds while the keyboard stays in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.counting import counted

if TYPE_CHECKING:
    from srfax_desktop.ui.fax_table import FaxTable
    from srfax_desktop.ui.filter_line import FilterLine

translate = QCoreApplication.translate

PAUSE_MS = 600
"""It is said once nothing more has been typed for so long: each letter is echoed before."""


class FilterTeller(QObject):
    """Says how many faxes there are, and what stands in the first row."""

    def __init__(self, line: FilterLine, table: FaxTable) -> None:
        super().__init__(line)
        self._line = line
        self._table = table
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        line.textChanged.connect(self._pause.start)

    @Slot()
    def _tell(self) -> None:
        announce(self._line, found_words(self._table, filtered=bool(self._line.text().strip())))


def found_words(table: FaxTable, *, filtered: bool) -> str:
    """Return what the filter shows now. filtered: whether there are words in it."""
    count = table.shown_count
    if not count:
        return table.why_empty()
    if not filtered:
        return counted("FilterTeller", "No filter: %Ln faxes.", "No filter: 1 fax.", count)
    found = counted(
        "FilterTeller",
        "%Ln faxes match the filter, the first one is:",
        "1 fax matches the filter:",
        count,
    )
    first = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    return f"{found} {first}"
