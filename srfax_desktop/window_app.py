# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window, as soon as can be: the composition root's other half. What stands behind it comes later."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from srfax_desktop.core.fax_link import SCHEME
from srfax_desktop.core.ports import StoreError
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.engine.garbage import MainThreadGarbage
from srfax_desktop.engine.interrupts import Interrupts
from srfax_desktop.engine.spare_memory import SpareMemory
from srfax_desktop.home import Home
from srfax_desktop.parts import Engine, Place, end
from srfax_desktop.srfax.limits import ResponseFormat
from srfax_desktop.ui.application import Application
from srfax_desktop.ui.early_wishes import EarlyWishes
from srfax_desktop.ui.icons import window_icon
from srfax_desktop.ui.languages import Languages
from srfax_desktop.ui.main_window import MainWindow
from srfax_desktop.ui.notices import moved_aside_words
from srfax_desktop.ui.theme import Theme
from srfax_desktop.ui.trouble_desk import TroubleDesk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.backstage import Backstage
    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.engine.crash import CrashHook
    from srfax_desktop.engine.single_instance import SingleInstance
    from srfax_desktop.options import WindowOptions

TURN_S = 0.001 if sys.platform == "win32" else 0.0005
"""For how long another thread may keep Python while the window wants it. Painting lets go of it dozens
of times: by Python's own 5 ms, a worker that loads its modules meanwhile holds it up for 0.1 s and more.
On Windows, Python counts whole milliseconds: by less than one, it would ask without a pause."""

AFTERWARDS = (
    "store.history_chain",
    "core.id_entry",
    "ui.questions",
    "ui.pasting",
    "engine.checker",
    "engine.finder",
    "engine.sign_in",
    "engine.readiness",
    "ui.banner",
    "ui.window_run",
    "ui.accounts",
    "ui.finding",
    "ui.paperwork",
    "ui.saving",
    "store.history_export",
    "engine.backing_up",
    "ui.backup_offer",
    "ui.import_report",
    "ui.import_run",
    "ui.bringing_in",
    "ui.network_watch",
    "ui.help_desk",
    "ui.tray",
    "ui.link_offer",
    "ui.settings_desk",
    "ui.cursor_rest",
    "ui.ticking_cells",
    "ui.cursor_told",
    "ui.filter_told",
    "backstage",
)
"""Modules that the window is painted without, in pieces of some milliseconds each."""

NOT_PAINTED_MS = 1000
"""A window that nobody has seen by then, as one that starts minimised, is brought to life all the same."""


def show_window(options: WindowOptions, instance: SingleInstance, hook: CrashHook) -> int:
    """Show the window until it is closed, and return the exit status."""
    sys.setswitchinterval(TURN_S)
    if sys.platform == "win32":
        from srfax_desktop.windows_identity import tell_windows  # noqa: PLC0415 - nobody else needs it

        tell_windows(practice=options.target.is_practice)
    # Not by `setStyle`: for it, the bindings make all that QStyle names, which takes 5 ms.
    style = [] if os.environ.get("QT_STYLE_OVERRIDE") else ["-style", "Fusion"]
    app = Application(["srfax-desktop", *style])
    garbage = MainThreadGarbage()
    SpareMemory(app)
    interrupts = Interrupts()  # early: whoever ends the program while it starts is heard when it has
    app.setApplicationDisplayName("")
    app.setDesktopFileName("srfax-desktop")
    app.setWindowIcon(window_icon())
    if sys.platform == "darwin":  # there, Tab passes buttons by, and no letter presses one
        app.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)
    app.setQuitOnLastWindowClosed(False)  # closing has two phases, and the second one ends the program
    try:
        home = Home(practice=options.target.is_practice)
        hook.redact = home.redactor.redact
        languages = Languages(app)
        languages.choose(options.language or home.preferences.language)
        session = _Session(app, home, Place(options.target), options.ids, hook, languages, options.link)
    except Exception as error:  # noqa: BLE001 - the hook logs it; without a word, it would just not start
        from srfax_desktop.ui.questions import tell_cannot_start  # noqa: PLC0415 - it hardly ever has to

        hook.take(error)
        interrupts.received.connect(app.quit)
        tell_cannot_start()
        interrupts.close()
        return 1
    interrupts.received.connect(session.window.begin_closing)
    if sys.platform != "darwin":  # there, Qt tells of it at each Cmd+Q, and the window asks when it is closed
        app.commitDataRequest.connect(session.window.begin_closing)  # the system's session ends: no question
    app.hold_quit_back(session.window.asks_before_quit)
    session.window.close_wanted.connect(instance.close)
    session.window.show()
    session.begun.connect(lambda: instance.open(session.take_second_start, session.take_linked))
    session.begun.connect(lambda: app.take_links(session.take_link))
    session.begun.connect(garbage.settle)
    status = app.exec()
    instance.close()
    session.end(status)
    garbage.close()
    instance.release()
    interrupts.close()
    return status


class _Session(QObject):
    """One run of the program with a window: first what is painted, then everything behind it."""

    begun = Signal()

    def __init__(
        self,
        app: QApplication,
        home: Home,
        place: Place,
        ids: tuple[str, ...],
        hook: CrashHook,
        languages: Languages,
        link: str | None = None,
    ) -> None:
        super().__init__(app)
        self._link = link
        self._languages = languages
        self._home = home
        self._place = place
        self._ids = ids
        preferences = home.preferences
        policy = RetryPolicy(preferences.retry_rules(), automatic=preferences.automatic_retry)
        self._engine = Engine(home, place, policy, ResponseFormat.JSON)
        self._controller = self._engine.controller
        trouble = self._restore() or home.trouble
        place.recall(self._controller.board.faxes())
        self._theme = Theme(app, preferences.theme)
        self.window = MainWindow(
            self._controller,
            self._theme,
            choices=preferences,
            practice=place.is_practice,
            kept=preferences.window,
        )
        self._backstage: Backstage | None = None
        self._early = EarlyWishes(self.window)
        # Queued, in the window's own thread too: no dialog opens amid what an error broke off.
        desk = TroubleDesk(self.window, self._controller.board)
        hook.happened.connect(desk.take, Qt.ConnectionType.QueuedConnection)
        self._tell(trouble)
        self._to_load = [*AFTERWARDS]
        self._unseen = QTimer(self)
        self._unseen.setSingleShot(True)
        self._unseen.timeout.connect(self._load)
        self._unseen.start(NOT_PAINTED_MS)
        self.window.painted.connect(self._load)

    @Slot()
    def _load(self) -> None:
        """Load what the window need not wait for, a piece at a time: the user is heard in between."""
        self._unseen.stop()
        if self._to_load:
            import_module(f"srfax_desktop.{self._to_load.pop(0)}")
            QTimer.singleShot(0, self, self._load)
        else:
            self.begin()

    def begin(self) -> None:
        """Bring in, once, what stands behind the window."""
        if self._backstage:
            return
        from srfax_desktop.backstage import Backstage  # noqa: PLC0415 - the window is painted before

        self._backstage = Backstage(
            self.window, self._home, self._place, self._engine, self._theme, self._languages
        )
        self._backstage.finished.connect(QApplication.quit)
        if self._ids:
            self.window.add_text(" ".join(self._ids))
        self._backstage.begin(urgent=bool(self._ids or self._link))
        if self._link:
            self._backstage.links.take_link(self._link)
        self.begun.emit()
        self._early.fulfil()  # last: it may open a question

    def take_second_start(self, fax_ids: Sequence[FaxId]) -> None:
        """Come to the front, and take the fax IDs that the program was started with once more."""
        self.window.come_to_front()
        if fax_ids:
            self.window.add_text(" ".join(fax_ids))

    def take_link(self, link: str) -> None:
        """Ask about the faxes that a link points at."""
        if self._backstage:
            self._backstage.links.take_link(link)

    def take_linked(self, fax_ids: Sequence[FaxId]) -> None:
        """Ask about the faxes that a link points at; none: it was no link."""
        self.take_link(f"{SCHEME}:{','.join(fax_ids)}")

    def end(self, status: int) -> None:
        """End threads, practice service and database."""
        pools = [self._engine.pool, self._engine.list_pool]
        if self._backstage:
            self._backstage.remove_copies()
            pools += self._backstage.pools()
        end(*pools, home=self._home, place=self._place, status=status)

    def _restore(self) -> StoreError | None:
        try:
            self._controller.restore()
        except StoreError as error:
            return error
        return None

    def _tell(self, trouble: StoreError | None) -> None:
        if trouble:
            self.window.notices.show_trouble(trouble)
        broke_down = [crash.at for crash in self._home.crashes if crash.had_window]
        if broke_down:
            from srfax_desktop.ui.trouble_words import crashed_words  # noqa: PLC0415 - it hardly ever has to

            whole = not (trouble or self._home.moved_aside)
            self.window.notices.tell(crashed_words(broke_down[-1], list_is_whole=whole))
        for path in self._home.moved_aside:
            self.window.notices.tell(moved_aside_words(path.name))
