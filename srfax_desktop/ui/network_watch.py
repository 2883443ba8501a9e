# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Hears from the system when there is a network again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QNetworkInformation


class NetworkWatch(QObject):
    """Where the system cannot tell, it never says anything: the countdowns look after it then."""

    back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_away = False
        if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            return
        information = QNetworkInformation.instance()
        information.reachabilityChanged.connect(self.take)
        self.take(information.reachability())  # there may have been none when the program started

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
