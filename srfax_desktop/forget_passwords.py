# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""`--forget-passwords`: takes out of the system's vault what this program has put there.

Whoever removes the program with all that it keeps calls it first: only the program knows for which
accounts there are passwords, and only `keyring` under which names it has put them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.complaints import complain
from srfax_desktop.core.ports import StoreError, VaultError
from srfax_desktop.store.credentials import KeyringVault
from srfax_desktop.store.paths import Paths
from srfax_desktop.store.settings import SettingsFile

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.ports import Vault
    from srfax_desktop.store.settings import Settings


def run_forget_passwords() -> int:
    """Forget every account's password; return 1 where one could not be, and say so."""
    try:
        settings = SettingsFile(Paths.of_this_user().settings).load().settings
    except StoreError as error:
        complain(f"the settings could not be read ({error}): no password was forgotten.")
        return 1
    left = forget(accounts_of(settings), KeyringVault())
    for account in left:
        complain(f"the password of account {account} is still in the vault, if it was there.")
    return 1 if left else 0


def accounts_of(settings: Settings) -> tuple[AccountNumber, ...]:
    """Return every account that the vault may have a password for."""
    last = (settings.account,) if settings.account else ()
    return tuple(dict.fromkeys((*last, *settings.in_vault, *settings.to_forget, *settings.known_accounts)))


def forget(accounts: tuple[AccountNumber, ...], vault: Vault) -> list[AccountNumber]:
    """Forget these, and return those that the vault refused."""
    left = []
    for account in accounts:
        try:
            vault.forget(account)
        except VaultError:
            left.append(account)
    return left
