# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Offers the newest backup where the list was damaged. Nothing of it comes back by itself."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.core.ports import StoreError
from srfax_desktop.engine.bringing_back import bring_back
from srfax_desktop.ui.backup_words import (
    brought_back_words,
    damaged_words,
    not_brought_back_words,
    offer_words,
)
from srfax_desktop.ui.notices import moved_aside_words

if TYPE_CHECKING:
    from srfax_desktop.core.backup import Backup, Restorer
    from srfax_desktop.core.ports import Clock
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.notice_board import NoticeBoard

log = logging.getLogger(__name__)


class BackupOffer(QObject):
    """Shows a banner until it is answered, in each run of the program that finds something to offer."""

    brought_back = Signal()

    def __init__(
        self,
        controller: Controller,
        restorer: Restorer,
        notices: NoticeBoard,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._restorer = restorer
        self._notices = notices
        self._clock = clock
        self._backup: Backup | None = None
        notices.take_backup_pressed.connect(self._bring_back)
        notices.decline_backup_pressed.connect(self._decline)
        notices.retranslated.connect(self._retranslate)

    def look(self) -> None:
        """Offer the newest backup, where there is one from before the list was damaged."""
        try:
            self._backup = self._restorer.find_backup()
        except StoreError as error:
            log.warning("no backup can be offered: %s", error)
        if self._backup:
            # The offer says it too.
            self._notices.correct(moved_aside_words(self._backup.damaged_name), None)
            self._notices.show_backup(offer_words(self._backup))

    @Slot()
    def _retranslate(self) -> None:
        if self._backup:
            self._notices.show_backup(offer_words(self._backup))

    @Slot()
    def tell_damaged(self) -> None:
        """Say that the list is damaged in a place that nobody has needed yet."""
        self._notices.tell(damaged_words())

    @Slot()
    def _bring_back(self) -> None:
        if self._backup is None:
            return
        try:
            came = bring_back(self._controller, self._restorer, self._backup, self._clock.utc_now())
        except StoreError as error:
            log.warning("%s could not be brought back: %s", self._backup.path.name, error)
            self._notices.tell(not_brought_back_words(error.problem))
            return
        self._decline()
        self._notices.tell(brought_back_words(came))
        self.brought_back.emit()

    @Slot()
    def _decline(self) -> None:
        self._backup = None
        self._notices.show_backup("")
