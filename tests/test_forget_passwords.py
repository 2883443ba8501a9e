# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""`--forget-passwords`: whoever removes the program leaves no password of it behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.__main__ import main
from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.ports import VaultError
from srfax_desktop.forget_passwords import accounts_of, forget
from srfax_desktop.store.credentials import KeyringVault
from srfax_desktop.store.paths import Paths
from srfax_desktop.store.settings import Settings, SettingsFile

if TYPE_CHECKING:
    import pytest

A, B, C, D = map(AccountNumber, ("11111", "22222", "33333", "44444"))


class Keyring:
    """A vault in memory, which does not let go of some passwords."""

    def __init__(self, *kept: AccountNumber, held: tuple[AccountNumber, ...] = ()) -> None:
        self.kept = set(kept)
        self._held = held

    def check(self) -> None:
        pass

    def load(self, account: AccountNumber) -> str | None:
        return "secret" if account in self.kept else None

    def save(self, account: AccountNumber, password: str) -> None:
        raise NotImplementedError

    def forget(self, account: AccountNumber) -> None:
        if account in self._held:
            raise VaultError
        self.kept.discard(account)


def remember(settings: Settings) -> None:
    Paths.of_this_user().make_folders()
    SettingsFile(Paths.of_this_user().settings).save(settings)


def test_every_account_that_was_ever_signed_in_to_is_asked_for_once() -> None:
    settings = Settings(account=A, in_vault=(A, B), to_forget=(C,), known_accounts=(A, D))
    assert accounts_of(settings) == (A, B, C, D)
    assert accounts_of(Settings()) == ()


def test_one_that_is_refused_keeps_no_other_in_the_vault() -> None:
    vault = Keyring(A, B, C, held=(B,))
    assert forget((A, B, C), vault) == [B]
    assert vault.kept == {B}


def test_all_are_taken_out_of_the_vault(monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Keyring(A, B)
    monkeypatch.setattr(KeyringVault, "forget", lambda _, account: vault.forget(account))
    remember(Settings(account=A, remember=True, in_vault=(A, B)))
    assert main(["--forget-passwords"]) == 0
    assert not vault.kept


def test_what_may_be_left_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = Keyring(A, B, held=(A,))
    monkeypatch.setattr(KeyringVault, "forget", lambda _, account: vault.forget(account))
    remember(Settings(in_vault=(A, B)))
    assert main(["--forget-passwords"]) == 1
    said = capsys.readouterr().err
    assert "account 11111 is still in the vault" in said
    assert "22222" not in said


def test_where_nobody_ever_signed_in_nothing_is_done() -> None:
    assert main(["--forget-passwords"]) == 0
    assert not Paths.of_this_user().data.exists()
