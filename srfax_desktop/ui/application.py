# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Qt's application, which on macOS is told by events of links, and of Quit in the dock's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFileOpenEvent


class Application(QApplication):
    """Keeps the links that come before anybody takes them: the system sends them as soon as it starts.

    Only what is sent to the application itself passes through here: a filter would see every event there is.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._take: Callable[[str], None] | None = None
        self._early: list[str] = []
        self._holds_back: Callable[[], bool] = lambda: False

    def take_links(self, take: Callable[[str], None]) -> None:
        """Have `take` called with each link, those that came already first."""
        self._take = take
        for link in self._early:
            take(link)
        self._early.clear()

    def hold_quit_back(self, holds_back: Callable[[], bool]) -> None:
        """Have `holds_back` asked when the system wants the program to end: True keeps it."""
        self._holds_back = holds_back

    def event(self, event: QEvent) -> bool:
        """Take a link, or the wish to end; anything else is Qt's."""
        if event.type() is QEvent.Type.Quit and self._holds_back():
            event.ignore()
            return True
        if event.type() is not QEvent.Type.FileOpen:
            return super().event(event)
        from srfax_desktop.ui.mac_words import clicked_link  # noqa: PLC0415 - only macOS sends such events

        link = clicked_link() or _as_qt_has_it(cast("QFileOpenEvent", event))
        if self._take:
            self._take(link)
        else:
            self._early.append(link)
        return True


def _as_qt_has_it(event: QFileOpenEvent) -> str:
    """Return the link, or what Qt has made of it.

    Of `srfax-desktop://31524120`, it makes an address on the network, which is refused. It is not made into
    a fax ID again: with a zero in front, it would be another one. What is no address, as two IDs behind
    `//` are none, it takes for a file.
    """
    return event.file() or event.url().toString()
