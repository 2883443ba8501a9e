# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Offers a copied fax ID when the window comes to the front. It never acts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from srfax_desktop.core.clipboard import offerable_ids

if TYPE_CHECKING:
    from collections.abc import Container

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QClipboard

    from srfax_desktop.core.fax import FaxId

_CONCEALED = (
    "x-kde-passwordManagerHint",
    "ExcludeClipboardContentFromMonitorProcessing",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
    "org.nspasteboard.ConcealedType",
)
"""What password managers put beside a secret, so that nobody looks at it. Qt gives the names of Windows'
own formats in its own wrapping (QMimeData)."""


class ClipboardOffer(QObject):
    """Looks when the window comes to the front, and at no other time. Each text is offered once.

    What was copied in this program is not offered back to whoever copied it.
    """

    offered = Signal(object)  # tuple[FaxId, ...]: those that are not in the list
    withdrawn = Signal()  # what was offered is not on the clipboard any more, or was dealt with

    def __init__(self, clipboard: QClipboard, listed: Container[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._listed = listed
        self._offered_before: set[str] = set()
        self._text = ""
        self._offer: tuple[FaxId, ...] = ()
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.timeout.connect(self._look)
        clipboard.dataChanged.connect(self._take_change)

    @property
    def fax_ids(self) -> tuple[FaxId, ...]:
        """What is being offered; empty where nothing is."""
        return self._offer

    @Slot()
    def window_activated(self) -> None:
        """Look once the window is painted: the program that has the text may be slow to give it."""
        self._look_soon.start(0)

    @Slot()
    def list_changed(self) -> None:
        """Take the offer back where all of it came into the list in another way."""
        if all(fax_id in self._listed for fax_id in self._offer):
            self.withdraw()

    @Slot()
    def withdraw(self) -> None:
        """Take the offer back: it was taken, declined, or is out of date. It is not made again."""
        if self._offer:
            self._offer = ()
            self.withdrawn.emit()

    @Slot()
    def _look(self) -> None:
        text = self._copied_text()
        if text in self._offered_before:
            return
        if fax_ids := offerable_ids(text, self._listed):
            self.withdraw()
            self._offered_before.add(text)
            self._text = text
            self._offer = fax_ids
            self.offered.emit(fax_ids)

    @Slot()
    def _take_change(self) -> None:
        # Some systems tell of the clipboard anew whenever the window comes to the front.
        if self._offer and self._copied_text() != self._text:
            self.withdraw()

    def _copied_text(self) -> str:
        data = cast("QMimeData | None", self._clipboard.mimeData())  # None where nothing was ever copied
        if data is None or data.hasUrls() or not data.hasText() or self._clipboard.ownsClipboard():
            return ""
        return "" if any(map(data.hasFormat, _CONCEALED)) else data.text().strip()
