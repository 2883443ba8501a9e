# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The operating system's password vault, through `keyring`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from srfax_desktop.core.ports import VaultError
from srfax_desktop.store.paths import APPLICATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from keyring.backend import KeyringBackend

    from srfax_desktop.core.fax import AccountNumber

# Named, because `priority` does not tell: backends with plain text, or that ask on a terminal, have one too.
_VAULTS = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.Windows",
        "keyring.backends.kwallet",
        "keyring.backends.libsecret",
        "keyring.backends.macOS",
    },
)


class KeyringVault:
    """Implements `core.ports.Vault`: one entry for each account, service `srfax-desktop`.

    `keyring` is imported at the first use, which takes a while; an unlocking takes as long as the
    user does. So no method is for the UI thread.
    """

    def check(self) -> None:
        """See whether there is a vault, without opening it. Raises VaultError."""
        with _as_vault_errors("check"):
            _vault()

    def load(self, account: AccountNumber) -> str | None:
        """Return the password kept for `account`, None where there is none. Raises VaultError."""
        with _as_vault_errors("load"):
            return _vault().get_password(APPLICATION, account)

    def save(self, account: AccountNumber, password: str) -> None:
        """Keep the password, in place of an older one. Raises VaultError."""
        with _as_vault_errors("save"):
            _vault().set_password(APPLICATION, account, password)

    def forget(self, account: AccountNumber) -> None:
        """Remove the password; there being none is no error. Raises VaultError."""
        with _as_vault_errors("forget"):
            vault = _vault()
            # Asked first, because a backend raises the same error for "none" and for "refused".
            if vault.get_password(APPLICATION, account) is not None:
                vault.delete_password(APPLICATION, account)


def vault_name() -> str:
    """Return the name of the backend in use. Raises VaultError where there is none."""
    with _as_vault_errors("look for"):
        return _name(_vault())


def _vault() -> KeyringBackend:
    """Return the operating system's vault. Raises VaultError where there is none that is safe."""
    import keyring  # noqa: PLC0415 – slow, and no window waits for it

    chosen = keyring.get_keyring()
    members: Sequence[KeyringBackend] = getattr(chosen, "backends", [chosen])  # a chainer has several
    for member in members:
        if type(member).__module__ in _VAULTS:
            return member
    offered = ", ".join(_name(member) for member in [chosen, *members])
    message = f"the operating system has no vault that keyring knows; it offers {offered}"
    raise VaultError(message)


def _name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


@contextmanager
def _as_vault_errors(action: str) -> Iterator[None]:
    """Turn whatever a backend raises into VaultError, without its text: it may hold what was to be kept."""
    try:
        yield
    except VaultError:
        raise
    except Exception as error:  # noqa: BLE001 – D-Bus, COM, RuntimeError, assert: each backend has its own
        message = f"{action}: {type(error).__module__}.{type(error).__qualname__}"
        raise VaultError(message) from None
