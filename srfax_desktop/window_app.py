# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window with everything that stands behind it: the composition root's larger half."""

from __future__ import annotations

import getpass
import math
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from srfax_desktop.core.ports import StoreError
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.engine.backing_up import BackingUp, BackupBench
from srfax_desktop.engine.checker import LOOK_AGAIN_S
from srfax_desktop.engine.interrupts import Interrupts
from srfax_desktop.engine.new_round import NewRound
from srfax_desktop.engine.sign_in import SignIn, VaultBench
from srfax_desktop.engine.support import BundleBench, Support
from srfax_desktop.engine.worker import WorkerPool
from srfax_desktop.home import Home
from srfax_desktop.parts import PRACTICE, Engine, Place, end
from srfax_desktop.srfax.limits import ResponseFormat
from srfax_desktop.store.credentials import KeyringVault
from srfax_desktop.store.history_export import write_csv, write_json_lines
from srfax_desktop.ui.backup_offer import BackupOffer
from srfax_desktop.ui.bringing_in import BringingIn
from srfax_desktop.ui.finding import Finding
from srfax_desktop.ui.help_desk import HelpDesk
from srfax_desktop.ui.icons import window_icon
from srfax_desktop.ui.main_window import MainWindow
from srfax_desktop.ui.network_watch import NetworkWatch
from srfax_desktop.ui.notices import moved_aside_words
from srfax_desktop.ui.paperwork import Files, Paperwork
from srfax_desktop.ui.questions import tell_cannot_start
from srfax_desktop.ui.saving import PrivateCopies
from srfax_desktop.ui.theme import Theme
from srfax_desktop.ui.trouble_desk import TroubleDesk
from srfax_desktop.ui.trouble_words import crashed_words
from srfax_desktop.ui.window_run import WindowRun

if TYPE_CHECKING:
    from srfax_desktop.core.bundle import Bundle, Material
    from srfax_desktop.engine.crash import CrashHook
    from srfax_desktop.options import WindowOptions


def show_window(options: WindowOptions, hook: CrashHook) -> int:
    """Show the window until it is closed, and return the exit status."""
    QApplication.setStyle("Fusion")
    app = QApplication(["srfax-desktop"])
    interrupts = Interrupts()  # early: whoever ends the program while it starts is heard when it has
    app.setApplicationDisplayName("")
    app.setDesktopFileName("srfax-desktop")
    app.setWindowIcon(window_icon())
    app.setQuitOnLastWindowClosed(False)  # closing has two phases, and the second one ends the program
    try:
        home = Home(practice=options.target.is_practice)
        hook.redact = home.redactor.redact
        session = _Session(app, home, Place(options.target), options.ids, hook)
    except Exception as error:  # noqa: BLE001 - the hook logs it; without a word, it would just not start
        hook.take(error)
        interrupts.received.connect(app.quit)
        tell_cannot_start()
        interrupts.close()
        return 1
    interrupts.received.connect(session.window.begin_closing)
    session.window.show()
    QTimer.singleShot(0, session.begin)
    status = app.exec()
    session.end(status)
    interrupts.close()
    return status


class _Session(QObject):
    """One run of the program with a window."""

    def __init__(
        self, app: QApplication, home: Home, place: Place, ids: tuple[str, ...], hook: CrashHook
    ) -> None:
        super().__init__(app)
        self._home = home
        self._place = place
        self._ids = ids
        preferences = home.preferences
        policy = RetryPolicy(preferences.retry_rules(), automatic=preferences.automatic_retry)
        self._engine = Engine(home, place, policy, ResponseFormat.JSON)
        self._controller = self._engine.controller
        self._checker = self._engine.checker(LOOK_AGAIN_S, math.inf)
        self._finder = self._engine.finder(self._checker)
        self._test_pool = WorkerPool(self._engine.make_bench, 1)
        self._vault_pool = WorkerPool(lambda: VaultBench(KeyringVault()), 1)
        self._support_pool = WorkerPool(lambda: BundleBench(self._make_bundle), 1)
        trouble = self._restore() or home.trouble
        place.recall(self._controller.board.faxes())
        self._theme = Theme(app)
        self.window = MainWindow(
            self._controller,
            self._theme,
            choices=preferences,
            practice=place.is_practice,
            kept=preferences.window,
        )
        self._run = self._window_run(app)
        self._network: NetworkWatch | None = None
        self._copies = PrivateCopies()
        self._wire_lists()
        self._paperwork = self._wire_paperwork()
        self._backup_pool = self._wire_backups()
        BringingIn(self.window, self._controller, self._theme)
        self._wire_practice()
        self._wire_help(hook)
        self._tell(trouble)

    @Slot()
    def begin(self) -> None:
        """Do what the window need not wait for."""
        if self._ids:
            self.window.add_text(" ".join(self._ids))
        self._run.start()
        self._checker.restore()
        self._network = NetworkWatch(self)
        self._network.back.connect(self._controller.network_is_back)
        self._backup_offer.look()
        self._paperwork.keep_to_retention()

    def end(self, status: int) -> None:
        """End threads, practice service and database."""
        self._copies.remove()
        pools = [
            self._engine.pool,
            self._engine.list_pool,
            self._test_pool,
            self._vault_pool,
            self._support_pool,
        ]
        pools += [self._backup_pool] if self._backup_pool else []
        end(*pools, home=self._home, place=self._place, status=status)

    def _restore(self) -> StoreError | None:
        try:
            self._controller.restore()
        except StoreError as error:
            return error
        return None

    def _window_run(self, app: QApplication) -> WindowRun:
        run = WindowRun(
            window=self.window,
            controller=self._controller,
            pool=self._engine.pool,
            sign_in=SignIn(service_pool=self._test_pool, vault_pool=self._vault_pool),
            preferences=self._home.preferences,
            theme=self._theme,
            protect=self._home.redactor.protect,
            practice=PRACTICE if self._place.is_practice else None,
        )
        run.finished.connect(app.quit)
        if self._home.preferences.refresh_s:  # without, the queue is looked at only when asked
            run.signed_in.connect(self._finder.find)
        return run

    def _wire_lists(self) -> None:
        finding = Finding(self.window, self._controller, self._finder, self._home.preferences)
        finding.sign_in_wanted.connect(self._run.ask_to_sign_in)

    def _wire_paperwork(self) -> Paperwork:
        files = Files(
            archive=self._home.store,
            exporters={"csv": write_csv, "jsonl": write_json_lines},
            copies=self._copies,
            user=getpass.getuser(),
            computer=platform.node(),
        )
        preferences, clock = self._home.preferences, self._engine.clock
        return Paperwork(self.window, self._controller, files, preferences, clock, self._theme)

    def _wire_help(self, hook: CrashHook) -> None:
        # Queued, in the window's own thread too: no dialog opens amid what an error broke off.
        trouble = TroubleDesk(self.window, self._controller.board)
        hook.happened.connect(trouble.take, Qt.ConnectionType.QueuedConnection)
        HelpDesk(
            self.window,
            self._controller.board,
            Support(self._support_pool, self.window),
            logs=self._home.paths.logs,
            preferences=self._home.preferences,
            clock=self._engine.clock,
            theme=self._theme,
        )

    def _make_bundle(self, material: Material) -> Bundle:
        """Make the support bundle, in a worker's thread."""
        from srfax_desktop.store.support_bundle import support_bundle  # noqa: PLC0415 - few ever ask for it

        return support_bundle(
            material,
            paths=self._home.paths,
            settings=self._home.preferences.settings,
            redact=self._home.redactor.redact,
            home=Path.home(),
            user=getpass.getuser(),
        )

    def _wire_backups(self) -> WorkerPool | None:
        clock, notices = self._engine.clock, self.window.notices
        self._backup_offer = BackupOffer(self._controller, self._home.store, notices, clock, self)
        self._backup_offer.brought_back.connect(self._paperwork.take_brought_back)
        self._backup_offer.brought_back.connect(self._checker.restore)
        keeper = self._home.backups
        if keeper is None:
            return None
        pool = WorkerPool(lambda: BackupBench(keeper), 1)
        backing_up = BackingUp(pool, (self._engine.pool, self._engine.list_pool), clock, self)
        backing_up.damaged.connect(self._backup_offer.tell_damaged)
        self._paperwork.pruned.connect(backing_up.look_soon)
        self.window.close_wanted.connect(backing_up.close)
        backing_up.look_soon()
        return pool

    def _wire_practice(self) -> None:
        self._new_round = NewRound(self._controller, self.window)
        self.window.practice_wanted.connect(self._add_practice_faxes)
        self.window.start_over_wanted.connect(self._start_over)

    @Slot()
    def _add_practice_faxes(self) -> None:
        self.window.add_text(" ".join(self._place.practice_ids()))

    @Slot()
    def _start_over(self) -> None:
        """Begin the practice round anew."""
        self._place.start_over()
        self._new_round.begin(self._place.practice_ids())
        self._finder.find()

    def _tell(self, trouble: StoreError | None) -> None:
        if trouble:
            self.window.notices.show_trouble(trouble)
        broke_down = [crash.at for crash in self._home.crashes if crash.had_window]
        if broke_down:
            self.window.notices.tell(crashed_words(broke_down[-1]))
        for path in self._home.moved_aside:
            self.window.notices.tell(moved_aside_words(path.name))
