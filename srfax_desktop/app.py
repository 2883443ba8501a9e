# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The composition root: the one file that knows every other, and hands each part what it needs."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from srfax_desktop.complaints import complain
from srfax_desktop.core.ports import VaultError
from srfax_desktop.core.retry import RetryPolicy, never_again
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.engine.garbage import MainThreadGarbage
from srfax_desktop.engine.interrupts import Interrupts
from srfax_desktop.engine.stall_watch import StallWatch
from srfax_desktop.engine.stop_run import ExitStatus, StopRun
from srfax_desktop.guarded import guarded
from srfax_desktop.home import Home
from srfax_desktop.options import ForgetOptions, SelfTestOptions, StopOptions
from srfax_desktop.parts import PRACTICE, Engine, Place, end
from srfax_desktop.store.credentials import KeyringVault
from srfax_desktop.ui.notices import moved_aside_words
from srfax_desktop.ui.stop_lines import Printer, json_line, plain_line

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.ports import Preferences
    from srfax_desktop.engine.crash import CrashHook

INTERRUPTED_WAIT_MS = 2000

SCRIPT_LOOKS_AGAIN_S = (1.0, 2.0, 4.0)
SCRIPT_PATIENCE_S = 10.0
"""A script waits for the end of the check: it is told sooner that SRFax's lists prove nothing."""


def run(options: StopOptions | SelfTestOptions | ForgetOptions) -> int:
    """Do what the command line says without a window, and return the exit status. An error in here is 1."""
    match options:
        case StopOptions():
            return guarded(lambda hook: _stop(options, hook))
        case SelfTestOptions():
            from srfax_desktop.self_test import run_self_test  # noqa: PLC0415 - it loads everything

            return guarded(lambda _: run_self_test())
        case ForgetOptions():
            from srfax_desktop.forget_passwords import run_forget_passwords  # noqa: PLC0415 - hardly ever used

            return guarded(lambda _: run_forget_passwords())


# Without a window


def _stop(options: StopOptions, hook: CrashHook) -> int:
    home = Home(practice=options.target.is_practice, script=True)
    hook.redact = home.redactor.redact
    if home.trouble:
        complain(
            f"the record of this run cannot be kept ({home.trouble}); the faxes are stopped all the same"
        )
    for path in home.moved_aside:
        complain(moved_aside_words(path.name))
    credentials = PRACTICE if options.target.is_practice else _credentials(options, home.preferences)
    if credentials is None:
        return ExitStatus.SIGN_IN_REFUSED
    home.redactor.protect(credentials.password)
    place = Place(options.target)
    app = QCoreApplication([])
    garbage = MainThreadGarbage()
    engine = Engine(home, place, _policy(options, home), options.response_format)
    controller = engine.controller
    checker = engine.checker(SCRIPT_LOOKS_AGAIN_S if options.retry else (), SCRIPT_PATIENCE_S)
    printer = Printer(json_line if options.json else plain_line)
    stop_run = StopRun(controller, options.ids, printer.print, checker)
    stop_run.over.connect(app.exit)
    interrupts = Interrupts()
    interrupts.received.connect(stop_run.interrupt)
    stall = StallWatch(controller.board, engine.pool, engine.list_pool)
    hook.happened.connect(stall.begin)
    stall.stalled.connect(stop_run.interrupt)
    for ending in (interrupts.received, stall.stalled):
        ending.connect(lambda: QTimer.singleShot(INTERRUPTED_WAIT_MS, lambda: app.exit(1)))
    controller.sign_in(credentials)
    QTimer.singleShot(0, stop_run.start)
    status = app.exec()
    controller.close()
    if hook.count:
        status = status or ExitStatus.NOT_ALL_STOPPED  # whatever it says, not all went as it should
    if trouble := controller.board.store_trouble:
        complain(f"part of the record of this run could not be written ({trouble})")
    end(engine.pool, engine.list_pool, home=home, place=place, status=status)
    interrupts.close()
    garbage.close()
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
        complain("no account number: give --account N, or sign in in the window once. Nothing was sent.")
        return None
    try:
        password = _typed_password() if options.password_from_stdin else _remembered(account, preferences)
        if password is None and sys.stdin and sys.stdin.isatty() and not options.password_from_stdin:
            password = getpass.getpass(f"SRFax password of account {account}: ")
    except (KeyboardInterrupt, EOFError):
        password = None
    if not password:
        complain(f"no password for account {account}: give --password-stdin. Nothing was sent.")
        return None
    return Credentials(account, password)


def _typed_password() -> str | None:
    """Return the first line of standard input, without its end; None where there is none."""
    if sys.stdin is None:
        return None
    try:
        # The bytes: as text, some locales let half-broken UTF-8 through, and it would be sent.
        # Editors on Windows put a mark before it, which is no part of the password.
        return sys.stdin.buffer.readline().decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        complain("the password on standard input is not in UTF-8.")
        return None


def _remembered(account: AccountNumber, preferences: Preferences) -> str | None:
    if account in preferences.to_forget:
        return None  # the vault has it still, but its user wants it used no more
    try:
        return KeyringVault().load(account)
    except VaultError as error:
        complain(f"the password vault could not be asked: {error}")
        return None
