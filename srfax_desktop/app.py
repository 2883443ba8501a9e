# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The composition root: the one file that knows every other, and hands each part what it needs."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from srfax_desktop.core.ports import StoreError, VaultError
from srfax_desktop.core.retry import RetryPolicy, never_again
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.engine.checker import Checker
from srfax_desktop.engine.clock import SystemClock
from srfax_desktop.engine.controller import Controller
from srfax_desktop.engine.enquiries import Enquiries
from srfax_desktop.engine.interrupts import Interrupts
from srfax_desktop.engine.jobs import ServiceBench
from srfax_desktop.engine.new_round import NewRound
from srfax_desktop.engine.sign_in import SignIn, VaultBench
from srfax_desktop.engine.stop_run import ExitStatus, StopRun
from srfax_desktop.engine.worker import WorkerPool
from srfax_desktop.home import Home
from srfax_desktop.options import Options, SelfTestOptions, StopOptions, Target, WindowOptions
from srfax_desktop.srfax.endpoint import Endpoint
from srfax_desktop.srfax.limits import Limits, ResponseFormat
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT, PRACTICE_PASSWORD
from srfax_desktop.srfax.service_factory import make_factory
from srfax_desktop.store.credentials import KeyringVault
from srfax_desktop.ui.notices import moved_aside_words
from srfax_desktop.ui.stop_lines import Printer, json_line, plain_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.fax import AccountNumber, FaxId
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.engine.jobs import Bench
    from srfax_desktop.home import KeptPreferences
    from srfax_desktop.srfax.practice import PracticeServer

THREADS_WAIT_S = 0.8
"""How long the end of the program waits for all its threads, which have just been told to end."""

INTERRUPTED_WAIT_MS = 2000

SCRIPT_LOOKS_AGAIN_S = (1.0, 2.0, 4.0)
SCRIPT_PATIENCE_S = 10.0
"""A script waits for the end of the check: it is told sooner that SRFax's lists prove nothing."""

PRACTICE = Credentials(PRACTICE_ACCOUNT, PRACTICE_PASSWORD)


def run(options: Options) -> int:
    """Do what the command line says and return the exit status."""
    match options:
        case StopOptions():
            return _stop(options)
        case WindowOptions():
            return _show_window(options)
        case SelfTestOptions():
            from srfax_desktop.self_test import run_self_test  # noqa: PLC0415 - it loads everything

            return run_self_test()


class _Place:
    """Where requests go in this run; the practice service within, where that is it."""

    def __init__(self, target: Target) -> None:
        self.practice: PracticeServer | None = None
        self.is_practice = target.is_practice
        if target.endpoint is None:
            from srfax_desktop.srfax.practice import PracticeServer  # noqa: PLC0415 - only practice needs it

            self.practice = PracticeServer()
            self.practice.start()
            self.endpoint = Endpoint.parse(self.practice.url)
        else:
            self.endpoint = target.endpoint

    def bench_maker(self, preferences: KeptPreferences, response_format: str) -> Callable[[], Bench]:
        """Return what makes each worker its own connection to the service."""
        settings = preferences.settings
        limits = Limits(connect_s=settings.connect_timeout_s, total_s=settings.total_deadline_s)
        factory = make_factory(self.endpoint, response_format=ResponseFormat(response_format), limits=limits)
        return lambda: ServiceBench(factory)

    def practice_ids(self) -> tuple[FaxId, ...]:
        """Return the IDs of the practice faxes."""
        return self.practice.fax_ids if self.practice else ()

    def start_over(self) -> None:
        """Queue the practice faxes anew."""
        if self.practice:
            self.practice.start_over()

    def close(self) -> None:
        """End the practice service."""
        if self.practice:
            self.practice.stop()


# Without a window


def _stop(options: StopOptions) -> int:
    home = Home(practice=options.target.is_practice)
    if home.trouble:
        _complain(
            f"the record of this run cannot be kept ({home.trouble}); the faxes are stopped all the same"
        )
    for path in home.moved_aside:
        _complain(moved_aside_words(path.name))
    credentials = PRACTICE if options.target.is_practice else _credentials(options, home.preferences)
    if credentials is None:
        return ExitStatus.SIGN_IN_REFUSED
    home.redactor.protect(credentials.password)
    place = _Place(options.target)
    app = QCoreApplication([])
    make_bench = place.bench_maker(home.preferences, options.response_format)
    pool = WorkerPool(make_bench, home.preferences.settings.workers)
    clock = SystemClock()
    controller = Controller(store=home.store, pool=pool, clock=clock, policy=_policy(options, home))
    list_pool = WorkerPool(make_bench, 1)
    checker = Checker(
        controller,
        Enquiries(controller, list_pool),
        clock,
        include_sub_users=home.preferences.include_sub_users,
        look_again_s=SCRIPT_LOOKS_AGAIN_S if options.retry else (),
        patience_s=SCRIPT_PATIENCE_S,
    )
    printer = Printer(json_line if options.json else plain_line)
    stop_run = StopRun(controller, options.ids, printer.print, checker)
    stop_run.over.connect(app.exit)
    interrupts = Interrupts()
    interrupts.received.connect(stop_run.interrupt)
    interrupts.received.connect(lambda: QTimer.singleShot(INTERRUPTED_WAIT_MS, lambda: app.exit(1)))
    controller.sign_in(credentials)
    QTimer.singleShot(0, stop_run.start)
    status = app.exec()
    controller.close()
    _end(pool, list_pool, home=home, place=place, status=status)
    interrupts.close()
    return status


def _policy(options: StopOptions, home: Home) -> RetryPolicy:
    rules = home.preferences.retry_rules()
    return RetryPolicy(
        rules if options.retry else never_again(rules),
        give_up_after_s=options.give_up_after_s,
        attended=False,
    )


def _credentials(options: StopOptions, preferences: Preferences) -> Credentials | None:
    """Return what to sign in with; None, with a word to the user, where something is missing."""
    account = options.account or preferences.account
    if account is None:
        _complain("no account number: give --account N, or sign in in the window once. Nothing was sent.")
        return None
    try:
        password = _typed_password() if options.password_from_stdin else _remembered(account)
        if password is None and sys.stdin and sys.stdin.isatty() and not options.password_from_stdin:
            password = getpass.getpass(f"SRFax password of account {account}: ")
    except (KeyboardInterrupt, EOFError):
        password = None
    if not password:
        _complain(f"no password for account {account}: give --password-stdin. Nothing was sent.")
        return None
    return Credentials(account, password)


def _typed_password() -> str | None:
    """Return the first line of standard input, without its end; None where there is none."""
    if sys.stdin is None:
        return None
    try:
        # The bytes: as text, some locales let half-broken UTF-8 through, and it would be sent.
        return sys.stdin.buffer.readline().decode("utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        _complain("the password on standard input is not in UTF-8.")
        return None


def _remembered(account: AccountNumber) -> str | None:
    try:
        return KeyringVault().load(account)
    except VaultError as error:
        _complain(f"the password vault could not be asked: {error}")
        return None


def _complain(words: str) -> None:
    print(f"srfax-desktop: {words}", file=sys.stderr)  # noqa: T201 - the command line's way to speak


# With a window


def _show_window(options: WindowOptions) -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the command line does without widgets

    from srfax_desktop.ui.icons import window_icon  # noqa: PLC0415
    from srfax_desktop.ui.main_window import MainWindow  # noqa: PLC0415
    from srfax_desktop.ui.network_watch import NetworkWatch  # noqa: PLC0415
    from srfax_desktop.ui.theme import Theme  # noqa: PLC0415
    from srfax_desktop.ui.window_run import WindowRun  # noqa: PLC0415

    QApplication.setStyle("Fusion")
    app = QApplication(["srfax-desktop"])
    interrupts = Interrupts()  # early: whoever ends the program while it starts is heard when it has
    app.setApplicationDisplayName("")
    app.setDesktopFileName("srfax-desktop")
    app.setWindowIcon(window_icon())
    app.setQuitOnLastWindowClosed(False)  # closing has two phases, and the second one ends the program
    home = Home(practice=options.target.is_practice)
    place = _Place(options.target)
    preferences = home.preferences
    make_bench = place.bench_maker(preferences, ResponseFormat.JSON)
    pool = WorkerPool(make_bench, preferences.settings.workers)
    test_pool = WorkerPool(make_bench, 1)
    vault_pool = WorkerPool(lambda: VaultBench(KeyringVault()), 1)
    controller = Controller(
        store=home.store,
        pool=pool,
        clock=SystemClock(),
        policy=RetryPolicy(preferences.retry_rules(), automatic=preferences.automatic_retry),
    )
    trouble = home.trouble or _restore(controller)
    theme = Theme(app)
    window = MainWindow(
        controller,
        theme,
        automatic_retry=preferences.automatic_retry,
        practice=place.is_practice,
        kept=preferences.window,
    )
    window_run = WindowRun(
        window=window,
        controller=controller,
        pool=pool,
        sign_in=SignIn(service_pool=test_pool, vault_pool=vault_pool),
        preferences=preferences,
        theme=theme,
        protect=home.redactor.protect,
        practice=PRACTICE if place.is_practice else None,
    )
    window_run.finished.connect(app.quit)
    window.practice_wanted.connect(lambda: window.add_text(" ".join(place.practice_ids())))
    new_round = NewRound(controller, window)
    window.start_over_wanted.connect(lambda: _start_over(new_round, place))
    interrupts.received.connect(window.begin_closing)
    if trouble:
        window.notices.show_trouble(trouble)
    for path in home.moved_aside:
        window.notices.tell(moved_aside_words(path.name))
    window.show()
    network: list[NetworkWatch] = []

    def after_the_first_paint() -> None:
        if options.ids:
            window.add_text(" ".join(options.ids))
        window_run.start()
        network.append(NetworkWatch(app))
        network[0].back.connect(controller.network_is_back)

    QTimer.singleShot(0, after_the_first_paint)
    status = app.exec()
    _end(pool, test_pool, vault_pool, home=home, place=place, status=status)
    interrupts.close()
    return status


def _restore(controller: Controller) -> StoreError | None:
    try:
        controller.restore()
    except StoreError as error:
        return error
    return None


def _start_over(new_round: NewRound, place: _Place) -> None:
    """Begin the practice round anew."""
    place.start_over()
    new_round.begin(place.practice_ids())


def _end(*pools: WorkerPool, home: Home, place: _Place, status: int) -> None:
    """End threads, practice service and database, in this order."""
    for pool in pools:
        pool.close(0)  # all are told before any is waited for
    deadline = time.monotonic() + THREADS_WAIT_S
    ended = [pool.close(max(0.0, deadline - time.monotonic())) for pool in pools]
    place.close()
    home.close()
    if not all(ended):
        # A thread that waits for something outside (a name look-up, a vault) cannot be ended, and must
        # not be destroyed: all is written, so the process ends around it.
        with contextlib.suppress(OSError, AttributeError):  # there may be no reader, or no output at all
            sys.stdout.flush()
        os._exit(status)
