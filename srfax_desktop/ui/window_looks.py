# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Size, place and columns of the window, kept from one run to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSize

from srfax_desktop.ui.room import room_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QSplitter, QWidget

    from srfax_desktop.ui.fax_table import FaxTable

_SIZE = QSize(1240, 780)

_DETAILS = 240

_GEOMETRY, _SPLITTER, _HEADER = "geometry", "splitter", "header"


class WindowLooks:
    """Gives the window its first size, and the one that it had."""

    def __init__(self, window: QWidget, splitter: QSplitter, table: FaxTable) -> None:
        self._window = window
        self._splitter = splitter
        self._table = table

    def begin(self) -> None:
        """Give the window the size of a first run."""
        window = self._window
        window.resize(_SIZE.boundedTo(room_for(window)))
        details = min(_DETAILS, window.height() * 3 // 10)  # in a low window, the list keeps the larger part
        self._splitter.setSizes([window.height() - details, details])

    def kept(self) -> dict[str, str]:
        """Return how it looks now, to be given to `restore` at the next start."""
        return {
            _GEOMETRY: _as_text(self._window.saveGeometry()),
            _SPLITTER: _as_text(self._splitter.saveState()),
            _HEADER: self._table.looks(),
        }

    def restore(self, kept: Mapping[str, str]) -> None:
        """Have it look as it did."""
        # On a screen of quite another size, Qt takes no geometry back: the splitter's place belongs to it.
        fits = _GEOMETRY in kept and self._window.restoreGeometry(_as_bytes(kept[_GEOMETRY]))
        if fits and _SPLITTER in kept:
            self._splitter.restoreState(_as_bytes(kept[_SPLITTER]))
        if _HEADER in kept:
            self._table.restore_looks(kept[_HEADER])


def _as_text(state: QByteArray) -> str:
    return cast("bytes", state.toBase64().data()).decode("ascii")


def _as_bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode())
