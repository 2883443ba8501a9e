# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Hears from the system when there is a network again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QNetworkInformation

from srfax_desktop.core.pause import PauseCause

if TYPE_CHECKING:
    from srfax_desktop.core.pause import Pause


class NetworkWatch(QObject):
    """Where the system cannot tell, it never says anything: the countdowns look after it then.

    The system is asked from the moment when SRFax cannot be reached for the first time. Before that, nobody
    wants to hear of it, and what Qt loads to ask takes 3 MiB.
    """

    back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_away = False
        self._listens = False

    @Slot(object)
    def take_pause(self, pause: Pause | None) -> None:
        """Begin to listen, once, where nothing can be reached."""
        if self._listens or pause is None or pause.cause is not PauseCause.UNREACHABLE:
            return
        self._listens = True
        if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            return
        information = QNetworkInformation.instance()
        information.reachabilityChanged.connect(self.take)
        self.take(information.reachability())  # there is none any more, mostly

    @Slot(QNetworkInformation.Reachability)
    def take(self, reachability: QNetworkInformation.Reachability) -> None:
        """Take what the system says now."""
        away = reachability in (
            QNetworkInformation.Reachability.Disconnected,
            QNetworkInformation.Reachability.Local,
        )
        if self._was_away and not away:
            self.back.emit()
        self._was_away = away
