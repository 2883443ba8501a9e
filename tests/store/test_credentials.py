# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The vault: a real one where the machine has it, and every way in which there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked

import srfax_desktop
from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.ports import Vault, VaultError
from srfax_desktop.store.credentials import KeyringVault

if TYPE_CHECKING:
    from collections.abc import Callable

ACCOUNT = AccountNumber("12345")
PASSWORD = "p&+=% \"é'漢"
SYSTEM_VAULT = "keyring.backends.SecretService"
CHAINER = "keyring.backends.chainer.ChainerBackend"

USE = f"""
from srfax_desktop.core.ports import VaultError
from srfax_desktop.store.credentials import KeyringVault
vault = KeyringVault()
try:
    vault.check()
    assert vault.load("12345") is None
    vault.forget("12345")
    vault.save("12345", "an older one")
    vault.save("12345", {PASSWORD!r})
    vault.save("67890", "another's")
    assert KeyringVault().load("12345") == {PASSWORD!r}
    vault.forget("12345")
    assert vault.load("12345") is None
    assert vault.load("67890") == "another's"
    print("kept and forgotten")
except VaultError as error:
    print("VaultError", error)
"""


class FakeBackend(KeyringBackend):
    """A backend in memory; keyring takes every subclass for a candidate, so the priority is low."""

    priority = -9

    def __init__(self, fault: Exception | None = None) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.fault = fault

    def get_password(self, service: str, username: str) -> str | None:
        if self.fault:
            raise self.fault
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.fault:
            raise self.fault
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class FakeSystemVault(FakeBackend):
    """The same, passing for the operating system's."""


FakeSystemVault.__module__ = SYSTEM_VAULT


def choose(monkeypatch: pytest.MonkeyPatch, backend: object) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)


def test_it_keeps_replaces_and_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = FakeSystemVault()
    choose(monkeypatch, backend)
    vault: Vault = KeyringVault()
    vault.check()
    assert vault.load(ACCOUNT) is None
    vault.forget(ACCOUNT)
    vault.save(ACCOUNT, "old")
    vault.save(ACCOUNT, PASSWORD)
    assert backend.kept == {("srfax-desktop", "12345"): PASSWORD}
    assert vault.load(ACCOUNT) == PASSWORD
    vault.forget(ACCOUNT)
    assert backend.kept == {}


def test_of_several_the_operating_systems_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    unsafe, system = FakeBackend(), FakeSystemVault()
    monkeypatch.setattr(ChainerBackend, "backends", [unsafe, system])
    choose(monkeypatch, keyring.core.load_keyring(CHAINER))
    KeyringVault().save(ACCOUNT, PASSWORD)
    assert (unsafe.kept, KeyringVault().load(ACCOUNT)) == ({}, PASSWORD)


@pytest.mark.parametrize("members", [[], [FakeBackend()]])
def test_several_of_which_none_is_safe_are_refused(
    monkeypatch: pytest.MonkeyPatch,
    members: list[KeyringBackend],
) -> None:
    monkeypatch.setattr(ChainerBackend, "backends", members)
    choose(monkeypatch, keyring.core.load_keyring(CHAINER))
    with pytest.raises(VaultError, match="ChainerBackend"):
        KeyringVault().load(ACCOUNT)


@pytest.mark.parametrize("name", ["keyring.backends.fail.Keyring", "keyring.backends.null.Keyring"])
def test_a_backend_that_keeps_nothing_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    choose(monkeypatch, keyring.core.load_keyring(name))
    for use in (KeyringVault().check, *uses()):
        with pytest.raises(VaultError, match=name):
            use()


def test_a_backend_that_keeps_plain_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = FakeBackend()
    choose(monkeypatch, backend)
    with pytest.raises(VaultError) as refused:
        KeyringVault().save(ACCOUNT, PASSWORD)
    assert backend.kept == {}
    assert PASSWORD not in str(refused.value)


def uses() -> list[Callable[[], object]]:
    vault = KeyringVault()
    return [
        lambda: vault.load(ACCOUNT),
        lambda: vault.save(ACCOUNT, PASSWORD),
        lambda: vault.forget(ACCOUNT),
    ]


@pytest.mark.parametrize("kind", [KeyringLocked, RuntimeError, OSError, AssertionError])
def test_whatever_a_backend_raises_the_password_is_not_in_it(
    monkeypatch: pytest.MonkeyPatch,
    kind: type[Exception],
) -> None:
    choose(monkeypatch, FakeSystemVault(kind(f"could not keep {PASSWORD}")))
    for use in uses():
        with pytest.raises(VaultError) as failed:
            use()
        assert kind.__name__ in str(failed.value)
        assert PASSWORD not in str(failed.value)
        # Nor does a traceback show the backend's words.
        assert (failed.value.__cause__, failed.value.__suppress_context__) == (None, True)


def test_a_backend_that_cannot_even_be_chosen_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")
    with pytest.raises(VaultError, match="ModuleNotFoundError"):
        KeyringVault().load(ACCOUNT)


def test_keyring_is_not_imported_before_it_is_needed(
    run_python: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    done = run_python("import sys, srfax_desktop.store.credentials; print('keyring' in sys.modules)")
    assert (done.stdout, done.stderr) == ("False\n", "")


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")


def need_packages(**packages: str) -> None:
    """Skip where a program is missing, naming the Debian packages that bring them: `program=package`."""
    programs = {program.replace("_", "-"): package for program, package in packages.items()}
    missing = [package for program, package in programs.items() if shutil.which(program) is None]
    if missing:
        pytest.skip("missing packages: " + ", ".join(missing))


@pytest.fixture
def run_alone(alone: Path) -> Callable[..., str]:
    """Run a program that sees nothing of this user's session; returns what it printed."""
    home = alone / "home"
    for folder in (home, home / "run"):
        folder.mkdir(0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(Path(srfax_desktop.__file__).parents[1]),
        "PYTHON": sys.executable,
        "USE": USE,
    }

    def run(*command: str) -> str:
        done = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert PASSWORD not in done.stderr
        return done.stdout or done.stderr

    return run


@on_linux
def test_a_real_vault_keeps_replaces_and_forgets(run_alone: Callable[..., str], alone: Path) -> None:
    need_packages(gnome_keyring_daemon="gnome-keyring", dbus_run_session="dbus")
    unlock = "printf master | gnome-keyring-daemon --unlock --components=secrets > /dev/null"
    said = run_alone("dbus-run-session", "--", "sh", "-c", f'{unlock}; "$PYTHON" -c "$USE"')
    assert said == "kept and forgotten\n"
    files = [file for file in alone.rglob("*") if file.is_file()]
    assert files, "the vault keeps nothing"
    assert not any(b"another's" in file.read_bytes() for file in files)


@on_linux
def test_a_real_vault_that_nobody_unlocks_is_an_error_soon(run_alone: Callable[..., str]) -> None:
    need_packages(gnome_keyring_daemon="gnome-keyring", dbus_run_session="dbus")
    start = "gnome-keyring-daemon --start --components=secrets > /dev/null"
    began = time.monotonic()
    said = run_alone("dbus-run-session", "--", "sh", "-c", f'{start}; "$PYTHON" -c "$USE"')
    assert said.startswith("VaultError load: ")
    assert time.monotonic() - began < 20


@on_linux
def test_without_a_desktop_session_there_is_no_vault(run_alone: Callable[..., str]) -> None:
    said = run_alone(sys.executable, "-c", USE)
    assert said.startswith("VaultError the operating system has no vault")
