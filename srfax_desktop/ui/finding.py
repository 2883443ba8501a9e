# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Has the queue looked at for the window: when somebody asks, and while somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.engine.finder import Finder
    from srfax_desktop.ui.main_window import MainWindow


REFRESH_S = 60.0


class Finding(QObject):
    """Brings window and finder together."""

    sign_in_wanted = Signal()

    def __init__(
        self, window: MainWindow, controller: Controller, finder: Finder, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._refresh_s = preferences.refresh_s
        self._often_s = preferences.refresh_s or REFRESH_S
        self._controller = controller
        self._finder = finder
        self._report = window.find_report
        window.find_wanted.connect(self._find)
        window.watched.connect(self._watch)
        window.account.refresh_chosen.connect(self._choose_refresh)
        window.account.sub_users_chosen.connect(self._choose_sub_users)
        finder.changed.connect(self._report.show_state)
        self._watch(window.in_view)  # it was shown before this was loaded

    def take_settings(self) -> None:
        """Look as often, and for whose faxes, as the settings say now."""
        refresh_s, sub_users = self._preferences.refresh_s, self._preferences.include_sub_users
        if refresh_s != self._refresh_s:
            self._keep_pace(refresh_s)
        self._finder.change(include_sub_users=sub_users)

    @Slot()
    def look_after_sign_in(self) -> None:
        """Look once somebody is signed in, where one looks without being asked at all."""
        if self._preferences.refresh_s:
            self._finder.find()

    def _keep_pace(self, refresh_s: float) -> None:
        self._refresh_s = refresh_s
        self._often_s = refresh_s or self._often_s
        self._finder.change(refresh_s=refresh_s)

    @Slot()
    def _find(self) -> None:
        """Look, where somebody is signed in whose queue one can look at."""
        board = self._controller.board
        if board.account is None or board.sign_in_refused:
            self.sign_in_wanted.emit()
            return
        self._report.expect()
        self._finder.find()
        if board.pause:  # the list waits for the pause's end: see at once whether it is over
            self._controller.probe_now()

    @Slot(bool)
    def _choose_refresh(self, often: bool) -> None:
        refresh_s = self._often_s if often else 0.0
        self._preferences.change(refresh_s=refresh_s)
        self._keep_pace(refresh_s)

    @Slot(bool)
    def _choose_sub_users(self, include: bool) -> None:
        self._preferences.change(include_sub_users=include)
        self._finder.change(include_sub_users=include)

    @Slot(bool)
    def _watch(self, watched: bool) -> None:
        self._finder.watch(watched=watched)
