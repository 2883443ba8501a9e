# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Keeps what the user asks for while that which will do it is still being loaded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.ui.main_window import MainWindow


class EarlyWishes(QObject):
    """Listens to the window from the start, and asks once more, in the same order, when it is told to."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wishes: list[Callable[[], None]] = []
        account, helps = window.account, window.help
        self._listening = [
            (wish, wish.connect(partial(self._keep, wish)))
            for wish in (
                window.sign_in_wanted,
                window.practice_wanted,
                window.start_over_wanted,
                window.find_wanted,
                window.record_wanted,
                window.history_wanted,
                window.import_wanted,
                window.clipboard_import_wanted,
                window.account_wanted,
                account.account_chosen,
                account.another_pressed,
                account.settings_pressed,
                account.automatic_retry_chosen,
                account.refresh_chosen,
                account.sub_users_chosen,
                window.guide_wanted,
                helps.guide_pressed,
                helps.keys_pressed,
                helps.bundle_pressed,
                helps.log_folder_pressed,
                helps.about_pressed,
            )
        ]

    def fulfil(self) -> None:
        """Ask once more, and listen no longer. Whoever wants to close wants nothing else."""
        for wish, connection in self._listening:
            wish.disconnect(connection)
        self._listening.clear()
        if not self._window.closing:
            for ask in self._wishes:
                ask()
        self._wishes.clear()

    def _keep(self, wish: SignalInstance, *arguments: object) -> None:
        self._wishes.append(partial(wish.emit, *arguments))
