# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whether the first steps are shown, and what comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.welcome_dialog import WelcomeDialog
    from srfax_desktop.ui.window_run import WindowRun


class Welcoming(QObject):
    """Never stands between a user and a fax: it goes when one is listed, and what was skipped stays so.

    start_practice: opens a practice window, and returns what stands for it; None where it could not.
    """

    def __init__(
        self,
        window: MainWindow,
        controller: Controller,
        run: WindowRun,
        preferences: Preferences,
        start_practice: Callable[[], int | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._board = controller.board
        self._run = run
        self._preferences = preferences
        self._start_practice = start_practice
        self._dialog: WelcomeDialog | None = None
        controller.faxes_added.connect(self._make_room)

    @property
    def is_due(self) -> bool:
        """Whether nobody has used the program here, and nothing is waiting to be stopped."""
        preferences = self._preferences
        used = preferences.welcomed or preferences.account or preferences.known_accounts
        return not used and not len(self._board) and not self._window.closing

    def open(self) -> None:
        """Show the first step."""
        from srfax_desktop.ui.welcome_dialog import WelcomeDialog  # noqa: PLC0415 - once, on a first run

        dialog = WelcomeDialog(self._run.sign_in_form(), self._window)
        dialog.practice_pressed.connect(self._practise)
        dialog.skipped.connect(self._run.ask_to_sign_in)
        dialog.finished.connect(self._take_end)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _practise(self) -> None:
        started = self._start_practice() is not None
        if self._dialog:
            self._dialog.tell_practice(opened=started)

    @Slot()
    def _make_room(self) -> None:
        """Somebody has a fax to stop: the sign-in is all that is needed now."""
        if self._dialog and self._board.account is None:
            self._dialog.reject()

    @Slot()
    def _take_end(self) -> None:
        if self._dialog:
            self._preferences.change(welcomed=True)
            self._dialog.deleteLater()
            self._dialog = None
