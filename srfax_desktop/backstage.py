# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What stands behind the window and is brought in when it has been painted: nobody waits for it."""

from __future__ import annotations

import getpass
import math
import socket
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from srfax_desktop.engine.backing_up import BackingUp, BackupBench
from srfax_desktop.engine.checker import LOOK_AGAIN_S
from srfax_desktop.engine.new_round import NewRound
from srfax_desktop.engine.readiness import Readiness
from srfax_desktop.engine.sign_in import SignIn, VaultBench
from srfax_desktop.engine.support import BundleBench, Support
from srfax_desktop.engine.worker import WorkerPool
from srfax_desktop.home import KeptPreferences
from srfax_desktop.parts import PRACTICE
from srfax_desktop.practice_start import start_practice
from srfax_desktop.release_page import release_page
from srfax_desktop.srfax.endpoint import DEFAULT_URL
from srfax_desktop.store.credentials import KeyringVault
from srfax_desktop.store.history_export import write_csv, write_json_lines
from srfax_desktop.store.settings import Settings
from srfax_desktop.third_party import licences_text
from srfax_desktop.ui.accounts import Accounts
from srfax_desktop.ui.backup_offer import BackupOffer
from srfax_desktop.ui.bringing_in import BringingIn
from srfax_desktop.ui.cursor_rest import CursorRest
from srfax_desktop.ui.cursor_told import CursorTeller
from srfax_desktop.ui.filter_told import FilterTeller
from srfax_desktop.ui.finding import Finding
from srfax_desktop.ui.guide_desk import GuideDesk
from srfax_desktop.ui.help_desk import HelpDesk, References
from srfax_desktop.ui.link_offer import LinkOffer
from srfax_desktop.ui.network_watch import NetworkWatch
from srfax_desktop.ui.paperwork import Files, Paperwork
from srfax_desktop.ui.saving import PrivateCopies
from srfax_desktop.ui.settings_desk import Parts, SettingsDesk
from srfax_desktop.ui.tray import Tray
from srfax_desktop.ui.welcoming import Welcoming
from srfax_desktop.ui.window_run import WindowRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.bundle import Bundle, Material
    from srfax_desktop.home import Home
    from srfax_desktop.parts import Engine, Place
    from srfax_desktop.ui.languages import Languages
    from srfax_desktop.ui.main_window import MainWindow
    from srfax_desktop.ui.theme import Theme


class Backstage(QObject):
    """Wires sign-in, lists, paperwork, import, backups and help to the window. It ends with the window."""

    finished = Signal()  # the window has closed, and everything is written

    def __init__(
        self,
        window: MainWindow,
        home: Home,
        place: Place,
        engine: Engine,
        theme: Theme,
        languages: Languages,
    ) -> None:
        super().__init__(window)
        self._languages = languages
        self._window = window
        self._home = home
        self._place = place
        self._engine = engine
        self._theme = theme
        self._controller = engine.controller
        self._checker = engine.checker(LOOK_AGAIN_S, math.inf)
        self._finder = engine.finder(self._checker)
        self._test_pool = WorkerPool(engine.make_bench, 1)
        self._vault_pool = WorkerPool(lambda: VaultBench(KeyringVault()), 1)
        self._support_pool = WorkerPool(lambda: BundleBench(self._make_bundle), 1)
        self._copies = PrivateCopies()
        self.run = self._window_run()
        self._accounts = Accounts(window, self._controller, self.run, home.preferences)
        self._welcoming = Welcoming(window, self._controller, self.run, home.preferences, start_practice)
        self._wire_lists()
        self._wire_readiness()
        self._paperwork = self._wire_paperwork()
        self._backup_pool = self._wire_backups()
        BringingIn(window, self._controller, theme)
        self._wire_practice()
        self._wire_help()
        Tray(window, self._controller, home.preferences)
        self.links = LinkOffer(window, self._controller)
        self._wire_settings()

    def begin(self, *, urgent: bool = False) -> None:
        """Sign in, and go on where the program ended last.

        urgent: the program was started with fax IDs, and whoever did so is not held up by a welcome. Nor
        is whoever named the service's address: the first steps are for a first double click.
        """
        greets = not urgent and self._place.endpoint.url == DEFAULT_URL and self._welcoming.is_due
        self.run.start(greet=self._welcoming.open if greets else None)
        self._checker.restore()
        network = NetworkWatch(self)
        network.back.connect(self._controller.network_is_back)
        network.take_pause(self._controller.board.pause)
        self._controller.pause_changed.connect(network.take_pause)
        self._backup_offer.look()
        self._paperwork.keep_to_retention()

    def pools(self) -> Sequence[WorkerPool]:
        """Return the threads that are to end with the program."""
        backups = (self._backup_pool,) if self._backup_pool else ()
        return (self._test_pool, self._vault_pool, self._support_pool, *backups)

    def remove_copies(self) -> None:
        """Remove what was written for other programs to print."""
        self._copies.remove()

    def _window_run(self) -> WindowRun:
        run = WindowRun(
            window=self._window,
            controller=self._controller,
            pool=self._engine.pool,
            sign_in=SignIn(
                service_pool=self._test_pool,
                vault_pool=self._vault_pool,
                protect=self._home.redactor.protect,
            ),
            preferences=self._home.preferences,
            theme=self._theme,
            protect=self._home.redactor.protect,
            practice=PRACTICE if self._place.is_practice else None,
        )
        run.finished.connect(self.finished)
        return run

    def _wire_lists(self) -> None:
        self._finding = Finding(self._window, self._controller, self._finder, self._home.preferences)
        self._finding.sign_in_wanted.connect(self.run.ask_to_sign_in)
        self.run.signed_in.connect(self._finding.look_after_sign_in)

    def _wire_readiness(self) -> None:
        if self._place.is_practice:
            return  # within the program, a connection takes no time
        readiness = Readiness(self._controller, self._engine.pool, self)
        self._window.came_to_front.connect(readiness.expect)
        self._window.fax_chosen.connect(readiness.expect)
        self._window.watched.connect(readiness.watch)

    def _wire_paperwork(self) -> Paperwork:
        files = Files(
            archive=self._home.store,
            exporters={"csv": write_csv, "jsonl": write_json_lines},
            copies=self._copies,
            user=getpass.getuser(),
            computer=socket.gethostname(),  # platform.node() asks all of Windows, and waits for it
        )
        preferences, clock = self._home.preferences, self._engine.clock
        return Paperwork(self._window, self._controller, files, preferences, clock, self._theme)

    def _wire_help(self) -> None:
        app = cast("QApplication", QApplication.instance())
        CursorRest(app, self._window)
        CursorTeller(app, self._window)
        FilterTeller(*self._window.filter_and_table())
        GuideDesk(app, self._window, self._theme)
        HelpDesk(
            self._window,
            self._controller.board,
            Support(self._support_pool, self._window),
            references=References(self._home.paths.logs, licences_text, release_page()),
            preferences=self._home.preferences,
            clock=self._engine.clock,
            theme=self._theme,
        )

    def _wire_settings(self) -> None:
        home, followers = self._home, (self._finding, self._paperwork)
        self.settings = SettingsDesk(
            self._window,
            self._controller,
            Parts(self._engine.pool, followers, home.store, self._accounts),
            preferences=home.preferences,
            defaults=KeptPreferences(None, Settings()),
            clock=self._engine.clock,
            theme=self._theme,
            practice=self._place.is_practice,
        )
        self.settings.theme_chosen.connect(self._theme.choose)
        self.settings.language_chosen.connect(self._languages.choose)

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
        clock, notices = self._engine.clock, self._window.notices
        self._backup_offer = BackupOffer(self._controller, self._home.store, notices, clock, self)
        self._backup_offer.brought_back.connect(self._paperwork.take_brought_back)
        self._backup_offer.brought_back.connect(self._checker.restore)
        keeper = self._home.backups()
        if keeper is None:
            return None
        pool = WorkerPool(lambda: BackupBench(keeper), 1)
        backing_up = BackingUp(pool, (self._engine.pool, self._engine.list_pool), clock, self)
        backing_up.damaged.connect(self._backup_offer.tell_damaged)
        self._paperwork.pruned.connect(backing_up.look_soon)
        self._window.close_wanted.connect(backing_up.close)
        backing_up.look_soon()
        return pool

    def _wire_practice(self) -> None:
        self._new_round = NewRound(self._controller, self._window)
        self._window.practice_wanted.connect(self._add_practice_faxes)
        self._window.start_over_wanted.connect(self._start_over)

    @Slot()
    def _add_practice_faxes(self) -> None:
        self._window.add_text(" ".join(self._place.practice_ids()))

    @Slot()
    def _start_over(self) -> None:
        """Begin the practice round anew."""
        self._place.start_over()
        self._new_round.begin(self._place.practice_ids())
        self._finder.find()
