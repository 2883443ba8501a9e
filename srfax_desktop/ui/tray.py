# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The program in the system's tray: how the list stands, and a place to go on without a window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from srfax_desktop.engine.desktop_notices import DesktopNotices
from srfax_desktop.ui.away import Away
from srfax_desktop.ui.away_words import goes_on_words, tray_words
from srfax_desktop.ui.mac_words import Awake
from srfax_desktop.ui.tray_icon import TrayState, tray_picture, tray_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.engine.controller import Controller
    from srfax_desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate

REFRESH_MS = 300
LOOK_AGAIN_MS = 10_000
"""A tray may come later than the program, and may go while it runs."""

NOTICE_MS = 10_000


class Tray(QObject):
    """Has an icon wherever the system has a place for one; what is told there is told by `Away`."""

    def __init__(self, window: MainWindow, controller: Controller, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._board = controller.board
        self._state: TrayState | None = None
        self._concerned: list[FaxId] = []
        self._said_that_it_goes_on = False
        self._awake = Awake()
        self._menu = QMenu()  # a parent of its own would close it with the window
        self._show = self._entry(window.come_to_front)
        self._end = self._entry(self._end_all)
        self._menu.addSeparator()
        self._quit = self._entry(self._leave)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._take_click)
        self._icon.messageClicked.connect(self._show_concerned)
        self._notices = DesktopNotices(self)  # where there is no tray
        self._notices.pressed.connect(self._show_faxes)
        self._away = Away(window, controller, preferences, self)
        self._away.told.connect(self._tell)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REFRESH_MS)
        self._soon.timeout.connect(self._refresh)
        for change in (
            controller.faxes_added,
            controller.faxes_removed,
            controller.faxes_changed,
            controller.pause_changed,
        ):
            change.connect(self._ask)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_AGAIN_MS)
        self._look.timeout.connect(self._look_for_place)
        self._look.start()
        if isinstance(app := QGuiApplication.instance(), QGuiApplication) and sys.platform == "darwin":
            app.applicationStateChanged.connect(self._take_state)
        window.close_wanted.connect(self._close)
        window.installEventFilter(self)
        window.in_tray = self
        self.retranslate()
        self._refresh()
        self._look_for_place()

    @property
    def is_there(self) -> bool:
        """Whether there is a tray, and this program in it: a window may go, and can be brought back."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    @Slot()
    def take_window(self) -> None:
        """Go on without the window; say once where it is."""
        self._window.hide()
        if not self._said_that_it_goes_on:
            self._said_that_it_goes_on = True
            self._tell(goes_on_words(), False, [])

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._show.setText(translate("Tray", "&Show the list"))
        self._end.setText(translate("Tray", "Stop &trying"))
        self._quit.setText(translate("Tray", "&Quit"))
        self._icon.setToolTip(tray_words(self._board.counts(), self._board.pause))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's language."""
        if watched is self._window and event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    @Slot()
    def _ask(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        counts = self._board.counts()
        state = tray_state(counts, held_up=self._board.pause is not None)
        if state is not self._state:
            self._state = state
            self._icon.setIcon(tray_picture(state))
        self._icon.setToolTip(tray_words(counts, self._board.pause))
        self._end.setEnabled(self._board.under_way > 0)
        _show_badge(self._board.under_way)
        self._awake.hold(self._board.under_way > 0, translate("Tray", "SRFax Desktop"))

    @Slot()
    def _look_for_place(self) -> None:
        there = QSystemTrayIcon.isSystemTrayAvailable()
        if there != self._icon.isVisible() and not self._window.closing:
            self._icon.setVisible(there)
        if not there and self._window.isHidden() and not self._window.closing:
            self._window.come_to_front()  # nobody could bring it back

    @Slot(str, bool, object)
    def _tell(self, words: str, urgent: bool, fax_ids: list[FaxId]) -> None:
        title = translate("Tray", "SRFax Desktop")
        if not self.is_there:
            if sys.platform == "linux":
                button = self._show.text().replace("&", "")
                self._notices.show(title, words, button=button, urgent=urgent, about=fax_ids)
            return
        self._concerned = fax_ids
        kind = QSystemTrayIcon.MessageIcon.Warning if urgent else QSystemTrayIcon.MessageIcon.Information
        self._icon.showMessage(title, words, kind, NOTICE_MS)

    @Slot()
    def _show_concerned(self) -> None:
        self._show_faxes(self._concerned)

    @Slot(object)
    def _show_faxes(self, fax_ids: list[FaxId]) -> None:
        self._window.come_to_front()
        if fax_ids:
            self._window.select(fax_ids)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _take_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self._window.come_to_front()  # on macOS, such a click opens the menu

    @Slot(Qt.ApplicationState)
    def _take_state(self, state: Qt.ApplicationState) -> None:
        """Bring the window back when the icon in macOS's dock is pressed."""
        is_pressed = state is Qt.ApplicationState.ApplicationActive
        if is_pressed and self._window.isHidden() and not self._window.closing:
            self._window.come_to_front()

    @Slot()
    def _end_all(self) -> None:
        self._window.come_to_front()
        if not _asks():
            self._window.stop_trying_all()

    @Slot()
    def _leave(self) -> None:
        if self._board.under_way or _asks():
            self._window.come_to_front()  # for the question
        if not _asks():
            self._window.close()

    @Slot()
    def _close(self) -> None:
        self._look.stop()
        self._icon.hide()
        self._notices.close()
        _show_badge(0)
        self._awake.hold(False, "")

    def _entry(self, act: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.triggered.connect(act)
        self._menu.addAction(action)
        return action


def _asks() -> bool:
    """Whether a question is open, which comes first: the icon's menu can be used meanwhile."""
    return QApplication.activeModalWidget() is not None


def _show_badge(count: int) -> None:
    """Show a number on the program's icon in the dock or task bar, where the system has that.

    On Linux, Qt names a D-Bus path after the program's desktop file, and none may have a hyphen in it.
    """
    if sys.platform == "linux":
        return
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.setBadgeNumber(count)
