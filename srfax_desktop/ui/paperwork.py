# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The incident record of faxes, and the window with the whole history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.core.incident import IncidentRecord, incident_record
from srfax_desktop.core.ports import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from srfax_desktop.core.archive import Archive, ExportWriter
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.ports import Clock, Preferences
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.history_window import HistoryWindow
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.saving import PrivateCopies
    from srfax_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Files:
    """What paperwork needs of the world. user, computer: who is here, and where."""

    archive: Archive
    exporters: Mapping[str, ExportWriter]
    copies: PrivateCopies
    user: str
    computer: str


class Paperwork(QObject):
    """Opens what the window asks for."""

    pruned = Signal()  # lines of the history were removed

    def __init__(
        self,
        window: MainWindow,
        controller: Controller,
        files: Files,
        preferences: Preferences,
        clock: Clock,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._board = controller.board
        self._files = files
        self._preferences = preferences
        self._clock = clock
        self._theme = theme
        self._history: HistoryWindow | None = None
        self._kept_to = self._to_keep_to()
        window.record_wanted.connect(self._show_record)
        window.history_wanted.connect(self._show_history)
        window.close_wanted.connect(self._close_history)
        controller.faxes_changed.connect(self._follow)  # an attempt has ended, or a look at the lists

    def keep_to_retention(self) -> None:
        """Remove the lines of the history that are older than the settings say."""
        days = self._preferences.retention_days
        if not days:
            return
        now = self._clock.utc_now()
        try:
            if self._files.archive.prune(now - timedelta(days=days), now):
                self.pruned.emit()
        except StoreError as error:
            self._window.notices.show_trouble(error)

    @Slot()
    def take_brought_back(self) -> None:
        """Begin anew with a history whose lines have other numbers than before."""
        self._begin_anew()

    def take_settings(self) -> None:
        """Keep to what the settings say now. A history that is open by others is closed."""
        if self._kept_to != self._to_keep_to():
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._kept_to = self._to_keep_to()
        self._close_history()
        if self._history:
            self._history.deleteLater()
            self._history = None
        self.keep_to_retention()

    @Slot(object)
    def _show_record(self, fax_ids: Sequence[FaxId]) -> None:
        from srfax_desktop.ui.record_dialog import RecordDialog  # noqa: PLC0415 - the window is shown before

        dialog = RecordDialog(
            partial(self._records, tuple(fax_ids)),
            self._theme,
            copies=self._files.copies,
            masked=self._preferences.mask_numbers,
            parent=self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _records(self, fax_ids: Sequence[FaxId], masked: bool) -> list[IncidentRecord]:
        made_at = self._clock.utc_now()
        return [
            incident_record(
                self._board.fax(fax_id),
                self._board.history(fax_id),
                account=self._board.account,
                user=self._files.user,
                computer=self._files.computer,
                masked=masked,
                made_at=made_at,
            )
            for fax_id in fax_ids
            if fax_id in self._board
        ]

    @Slot()
    def _show_history(self) -> None:
        from srfax_desktop.ui.history_window import HistoryWindow  # noqa: PLC0415 - the window is shown before

        if self._history is None:
            self._history = HistoryWindow(
                self._files.archive,
                exporters=self._files.exporters,
                clock=self._clock,
                mask_numbers=self._preferences.mask_numbers,
                retention_days=self._preferences.retention_days,
                theme=self._theme,
                parent=self._window,
            )
            self._history.retention_chosen.connect(self._keep_retention)
        self._history.show()
        self._history.raise_()
        self._history.activateWindow()

    @Slot(int)
    def _keep_retention(self, days: int) -> None:
        self._preferences.change(retention_days=days)
        self._kept_to = self._to_keep_to()
        self.keep_to_retention()
        if self._history:
            self._history.refresh()

    def _to_keep_to(self) -> tuple[bool, int]:
        return self._preferences.mask_numbers, self._preferences.retention_days

    @Slot()
    def _follow(self) -> None:
        if self._history and self._history.isVisible():
            self._history.refresh_soon()

    @Slot()
    def _close_history(self) -> None:
        if self._history:
            self._history.close()
