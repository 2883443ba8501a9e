# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A real password vault that is locked, missing, slow or dead: signing in works all the same."""

from __future__ import annotations

import gc
import json
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.ports import VaultError
from srfax_desktop.home import Home
from srfax_desktop.store.credentials import KeyringVault
from srfax_desktop.store.paths import Paths
from srfax_desktop.ui.notices import (
    forgotten_late_words,
    not_forgotten_words,
    not_kept_words,
    vault_failed_words,
)
from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.live_window import LiveWindow, live_window
from tests.end_to_end.program import end, run, started, wait_until, wait_until_it_hears
from tests.end_to_end.secret_service import (
    SecretService,
    forget_which_vault_there_was,
    missing_packages,
    secret_service,
)
from tests.figures import Figures, short_or_long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from PySide6.QtWidgets import QApplication

    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.practice import PracticeServer

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's"),
    # keyring leaves the closing of its connections to the garbage collector
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:.*<socket:pytest.PytestUnraisableExceptionWarning"),
]

ACCOUNT = AccountNumber("12345")
SLOW_S = short_or_long(1.2, 10.0)


@pytest.fixture(autouse=True)
def _close_what_keyring_left_open() -> Iterator[None]:
    yield
    gc.collect()


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """Start a real vault, which this process uses, too."""
    if missing := missing_packages():
        pytest.skip(f"needs the Debian packages {' '.join(missing)}")
    with secret_service() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        forget_which_vault_there_was()
        # Whoever waits for a vault that is stopped, in the wrong thread, is to fail and not to hang.
        watch = threading.Timer(90, service.end)
        watch.start()
        yield service
        watch.cancel()
    forget_which_vault_there_was()


@pytest.fixture
def open_window(
    qapp: QApplication,
    service: PracticeServer,
    ca_file: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[], AbstractContextManager[LiveWindow]]:
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)
    look_only_when_asked()
    return lambda: live_window(qapp, service.url, monkeypatch)


def remembered(clinic: Credentials) -> None:
    """Leave what a run leaves that remembered the clinic's password."""
    KeyringVault().save(clinic.account, clinic.password)
    home = Home(practice=False)
    home.preferences.change(account=clinic.account, remember=True)
    home.close()


def settings() -> dict[str, object]:
    kept: dict[str, object] = json.loads(Paths.of_this_user().settings.read_text("utf-8"))
    return kept


def works(live: LiveWindow, fax_id: str) -> None:
    """See that a fax can be stopped."""
    live.window.add_text(fax_id)
    live.controller.ask([fax.fax_id for fax in live.controller.board.faxes() if fax.fax_id == fax_id])
    live.wait_until(lambda: live.states()[fax_id] == "stopped", "the stop")


# The vault itself


def uses() -> list[Callable[[], object]]:
    kept = KeyringVault()
    return [
        lambda: kept.load(ACCOUNT),
        lambda: kept.save(ACCOUNT, "a word"),
        lambda: kept.forget(ACCOUNT),
    ]


class InThread:
    """Uses the vault as the program does: away from the main thread."""

    def __init__(self, use: Callable[[], object]) -> None:
        self.answer: object = None
        self._use = use
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.answer = self._use()
        except VaultError as error:
            self.answer = error

    def ends_within(self, seconds: float) -> bool:
        self._thread.join(seconds)
        return not self._thread.is_alive()


def test_a_vault_that_nobody_can_unlock_denies_soon(vault: SecretService, figures: Figures) -> None:
    KeyringVault().save(ACCOUNT, "a word")
    vault.lock()
    KeyringVault().check()
    for use in uses():
        with pytest.raises(VaultError, match="KeyringLocked"):
            use()
        figures.add("vault locked, denied, missing, slow or dead")


@pytest.mark.parametrize("number", range(short_or_long(1, 3)))
def test_an_unlocking_that_nobody_answers_waits_and_is_an_error_when_it_is_dismissed(
    vault: SecretService, figures: Figures, number: int
) -> None:
    vault.lock()
    with vault.prompt_that_nobody_answers():
        use = InThread(uses()[number])
        assert not use.ends_within(0.5)
    assert use.ends_within(30)
    assert isinstance(use.answer, VaultError)
    figures.add("vault locked, denied, missing, slow or dead")


def test_a_slow_vault_is_waited_for(vault: SecretService, figures: Figures) -> None:
    KeyringVault().save(ACCOUNT, "a word")
    vault.pause()
    use = InThread(uses()[0])
    assert not use.ends_within(SLOW_S)
    vault.go_on()
    assert use.ends_within(30)
    assert use.answer == "a word"
    figures.add("vault locked, denied, missing, slow or dead")


def test_a_vault_that_dies_is_an_error_before_and_during_a_use(
    vault: SecretService, figures: Figures
) -> None:
    KeyringVault().save(ACCOUNT, "a word")
    vault.pause()
    use = InThread(uses()[0])
    assert not use.ends_within(0.3)
    vault.kill()
    assert use.ends_within(30)
    assert isinstance(use.answer, VaultError)
    for again in uses():
        with pytest.raises(VaultError):
            again()
    vault.start()
    assert KeyringVault().load(ACCOUNT) == "a word"
    figures.add("vault locked, denied, missing, slow or dead", 4)


@pytest.mark.parametrize("bus", [True, False], ids=["a bus without it", "no bus"])
def test_a_missing_vault_is_an_error_at_once(
    bus: bool, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    if missing := missing_packages():
        pytest.skip(f"needs the Debian packages {' '.join(missing)}")
    with secret_service(started=False) as service:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
        if bus:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        forget_which_vault_there_was()
        for use in (KeyringVault().check, *uses()):
            with pytest.raises(VaultError, match="has no vault"):
                use()
            figures.add("vault locked, denied, missing, slow or dead")
    forget_which_vault_there_was()


# The window over it


def test_what_the_vault_has_signs_in(
    vault: SecretService, open_window: Callable[[], AbstractContextManager[LiveWindow]], clinic: Credentials
) -> None:
    with open_window() as live:
        live.sign_in(clinic, remember=True)
        live.wait_until(lambda: KeyringVault().load(clinic.account) == clinic.password, "the vault")
    with open_window() as live:
        live.wait_until(lambda: live.controller.board.account == clinic.account, "the vault")
        assert not live.dialogs
        works(live, "10000001")


def test_a_vault_that_is_denied_is_told_and_the_password_is_kept_for_this_run(
    vault: SecretService, open_window: Callable[[], AbstractContextManager[LiveWindow]], clinic: Credentials
) -> None:
    remembered(clinic)
    vault.lock()
    with open_window() as live:
        live.wait_until(lambda: live.says(vault_failed_words()), "that the vault could not be opened")
        live.wait_until(lambda: bool(live.dialogs), "the dialog")
        live.sign_in(clinic, remember=True)
        live.wait_until(lambda: live.says(not_kept_words()), "that the password is kept for this run only")
        assert not live.home.preferences.remember
        works(live, "10000001")


def test_a_missing_vault_is_told_in_the_dialog_and_the_password_is_kept_for_this_run(
    open_window: Callable[[], AbstractContextManager[LiveWindow]],
    clinic: Credentials,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    forget_which_vault_there_was()
    with open_window() as live:
        live.wait_until(lambda: bool(live.dialogs), "the dialog")
        words = "the password is kept until the program is closed, and asked for again at the next start"
        live.wait_until(lambda: words in live.dialog_says(), "that there is no vault")
        (dialog,) = live.dialogs
        assert not dialog._remember.isEnabled()
        live.sign_in(clinic)
        works(live, "10000001")
        assert live.words() == []
    assert clinic.password not in Paths.of_this_user().settings.read_text("utf-8")
    with open_window() as live:
        live.wait_until(lambda: bool(live.dialogs), "the dialog: it was for that run only")
    forget_which_vault_there_was()


def test_an_unlocking_that_nobody_answers_leaves_the_window_alive_and_the_sign_in_open(
    vault: SecretService,
    open_window: Callable[[], AbstractContextManager[LiveWindow]],
    clinic: Credentials,
    figures: Figures,
) -> None:
    remembered(clinic)
    vault.lock()
    with open_window() as live:
        with vault.prompt_that_nobody_answers():
            live.live(0.3)
            live.heartbeat.begin()
            live.live(SLOW_S)
            _was_alive(live, figures)
            live.behind.run.ask_to_sign_in()
            live.sign_in(clinic)  # the user is quicker than the vault
            works(live, "10000001")
            assert live.behind.run._sign_in.unsettled
        live.wait_until(lambda: live.says(not_kept_words()), "that the password is kept for this run only")


def test_a_slow_vault_signs_in_late_and_never_freezes_the_window(
    vault: SecretService,
    open_window: Callable[[], AbstractContextManager[LiveWindow]],
    clinic: Credentials,
    figures: Figures,
) -> None:
    remembered(clinic)
    vault.pause()
    with open_window() as live:
        live.live(0.3)
        live.heartbeat.begin()
        live.live(SLOW_S)
        _was_alive(live, figures)
        assert live.controller.board.account is None
        vault.go_on()
        live.wait_until(lambda: live.controller.board.account == clinic.account, "the vault")
        assert not live.dialogs
        works(live, "10000001")


def _was_alive(live: LiveWindow, figures: Figures) -> None:
    limit = SLOW_S * 800  # a window that waited for the vault would have been still for all of it
    figures.most(
        "longest gap of the window while the vault is silent", live.heartbeat.longest_ms, limit, "ms"
    )
    assert live.heartbeat.longest_ms < limit


def test_a_vault_that_dies_has_not_forgotten_and_the_next_start_makes_it_forget(
    vault: SecretService, open_window: Callable[[], AbstractContextManager[LiveWindow]], clinic: Credentials
) -> None:
    remembered(clinic)
    with open_window() as live:
        live.wait_until(lambda: live.controller.board.account == clinic.account, "the vault")
        vault.kill()
        live.behind.run._sign_out()
        live.wait_until(lambda: live.says(not_forgotten_words()), "that it may still be stored")
        assert live.controller.board.account is None
    assert settings()["to_forget"] == [clinic.account]
    vault.start()
    assert KeyringVault().load(clinic.account) == clinic.password
    with open_window() as live:
        live.wait_until(lambda: live.says(forgotten_late_words(clinic.account)), "that it is done")
        assert KeyringVault().load(clinic.account) is None
    assert settings()["to_forget"] == []


def test_closing_does_not_drop_what_is_to_be_forgotten(
    vault: SecretService,
    open_window: Callable[[], AbstractContextManager[LiveWindow]],
    clinic: Credentials,
    service: PracticeServer,
    ca_file: str,
    figures: Figures,
) -> None:
    """The real process: closing waits for the vault a while, and ends around it."""
    remembered(clinic)
    vault.lock()
    variables = {"DBUS_SESSION_BUS_ADDRESS": vault.address, "SSL_CERT_FILE": ca_file}
    home = Home(practice=False)
    home.preferences.change(to_forget=(clinic.account,), remember=False)
    home.close()
    arguments = ("--endpoint", service.url)
    with vault.prompt_that_nobody_answers(), started(*arguments, **variables) as window:
        wait_until_it_hears(window, signal.SIGTERM)
        time.sleep(0.5)
        began = time.monotonic()
        window.send_signal(signal.SIGTERM)
        ended = end(window)
        figures.most("closing while the vault does not answer", time.monotonic() - began, 10, "s")
        assert time.monotonic() - began < 10
    assert (ended.status, ended.err) == (0, "")
    assert settings()["to_forget"] == [clinic.account]
    vault.kill()
    vault.start()
    refused = run("stop", "10000001", *arguments, **variables)
    assert (refused.status, service.requests) == (3, ()), "what is to be forgotten is not used"
    with started(*arguments, **variables) as window:
        wait_until(lambda: settings()["to_forget"] == [], what="the vault to have forgotten")
        window.send_signal(signal.SIGTERM)
        assert end(window).status == 0
    assert KeyringVault().load(clinic.account) is None
