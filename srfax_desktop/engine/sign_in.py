# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Signing in: ask the vault, try the credentials, keep them if the user wants it. Never in the UI thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from srfax_desktop.core.ports import VaultError
from srfax_desktop.core.sign_in import Credentials, SignInAnswer
from srfax_desktop.engine.jobs import SignInJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.fax import AccountNumber
    from srfax_desktop.core.ports import Vault
    from srfax_desktop.engine.jobs import JobDone
    from srfax_desktop.engine.worker import WorkerPool

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VaultAnswer:
    """What the vault did. worked is False where it is missing, locked or refused."""

    worked: bool
    credentials: Credentials | None = None


class VaultJob(Protocol):
    """A job for the vault."""

    def use(self, vault: Vault) -> VaultAnswer:
        """Do it. Raises VaultError."""

    def failed(self) -> VaultAnswer:
        """Return the answer for an error of this program's own."""


@dataclass(frozen=True, slots=True)
class _VaultJob:
    def failed(self) -> VaultAnswer:
        return VaultAnswer(worked=False)


@dataclass(frozen=True, slots=True)
class Check(_VaultJob):
    """See whether there is a vault at all."""

    def use(self, vault: Vault) -> VaultAnswer:
        """Look, without opening it."""
        vault.check()
        return VaultAnswer(worked=True)


@dataclass(frozen=True, slots=True)
class Recall(_VaultJob):
    """Look up the password of an account."""

    account: AccountNumber

    def use(self, vault: Vault) -> VaultAnswer:
        """Return the credentials, if the vault has them."""
        password = vault.load(self.account)
        return VaultAnswer(worked=True, credentials=Credentials(self.account, password) if password else None)


@dataclass(frozen=True, slots=True)
class Keep(_VaultJob):
    """Keep a password."""

    credentials: Credentials

    def use(self, vault: Vault) -> VaultAnswer:
        """Put it into the vault."""
        vault.save(self.credentials.account, self.credentials.password)
        return VaultAnswer(worked=True)


@dataclass(frozen=True, slots=True)
class Forget(_VaultJob):
    """Forget a password."""

    account: AccountNumber

    def use(self, vault: Vault) -> VaultAnswer:
        """Take it out of the vault."""
        vault.forget(self.account)
        return VaultAnswer(worked=True)


class VaultBench:
    """Lets a worker use the vault; see `engine.jobs.Bench`."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def perform(self, job: VaultJob) -> VaultAnswer:
        """Do the job; a vault that does not work is an answer, not an error."""
        try:
            return job.use(self._vault)
        except VaultError as error:
            log.warning("the vault did not %s: %s", type(job).__name__.lower(), error)
            return VaultAnswer(worked=False)

    def cancel(self) -> None:
        """Do nothing: a vault cannot be interrupted."""

    def close(self) -> None:
        """Do nothing: a vault has nothing to close."""


class SignIn(QObject):
    """Knows how to come by credentials. Each method returns at once; a signal brings the answer.

    protect: told of each password before anything is done with it.
    """

    recalled = Signal(object, object)  # AccountNumber, and Credentials, or None where the vault has none
    tested = Signal(object, object)  # Credentials, SignInAnswer
    kept = Signal(bool)  # whether the vault has taken the password
    forgotten = Signal(object, bool)  # AccountNumber, whether the vault has its password no more
    vault_checked = Signal(bool)  # whether there is a vault that can be used
    vault_failed = Signal()  # the vault could not be asked for the password
    settled = Signal()  # the last password that was to be kept or forgotten is, or could not be

    def __init__(
        self,
        *,
        service_pool: WorkerPool,
        vault_pool: WorkerPool,
        protect: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service_pool = service_pool
        self._vault_pool = vault_pool
        self._protect = protect
        self._waiting: list[VaultJob] = []
        self._asked: VaultJob | None = None
        self._latest_test: SignInJob | None = None
        service_pool.job_done.connect(self._take_test)
        vault_pool.job_done.connect(self._take_vault)

    @property
    def unsettled(self) -> bool:
        """Whether a password is still to be kept or forgotten."""
        return any(isinstance(job, Keep | Forget) for job in (self._asked, *self._waiting))

    def check_vault(self) -> None:
        """See whether there is a vault that can be used."""
        self._ask_vault(Check())

    def recall(self, account: AccountNumber) -> None:
        """Ask the vault for the password of `account`."""
        self._ask_vault(Recall(account))

    def keep(self, credentials: Credentials) -> None:
        """Have the vault keep a password."""
        self._ask_vault(Keep(credentials))

    def forget(self, account: AccountNumber) -> None:
        """Have the vault forget a password."""
        self._ask_vault(Forget(account))

    def test(self, credentials: Credentials) -> None:
        """Ask SRFax whether it accepts the credentials. Only the latest test is answered."""
        self._protect(credentials.password)
        self._latest_test = SignInJob(credentials)
        if self._service_pool.free:
            self._service_pool.give(self._latest_test)

    @Slot(object)
    def _take_test(self, done: JobDone) -> None:
        if done.job is self._latest_test and isinstance(done.answer, SignInAnswer):
            credentials, self._latest_test = self._latest_test.credentials, None
            self.tested.emit(credentials, done.answer)
        elif self._latest_test and self._service_pool.free:
            self._service_pool.give(self._latest_test)

    def _ask_vault(self, job: VaultJob) -> None:
        if self._vault_pool.free:
            self._give(job)
        else:
            self._waiting.append(job)

    def _give(self, job: VaultJob) -> None:
        self._asked = job
        self._vault_pool.give(job)

    @Slot(object)
    def _take_vault(self, done: JobDone) -> None:
        self._asked = None
        if self._waiting and self._vault_pool.free:
            self._give(self._waiting.pop(0))
        if isinstance(done.answer, VaultAnswer):
            self._tell(done.job, done.answer)
        if isinstance(done.job, Keep | Forget) and not self.unsettled:
            self.settled.emit()

    def _tell(self, job: object, answer: VaultAnswer) -> None:
        if isinstance(job, Check):
            self.vault_checked.emit(answer.worked)
        elif isinstance(job, Keep):
            self.kept.emit(answer.worked)
        elif isinstance(job, Forget):
            self.forgotten.emit(job.account, answer.worked)
        elif isinstance(job, Recall):
            if not answer.worked:
                self.vault_failed.emit()
            if answer.credentials:
                self._protect(answer.credentials.password)
            self.recalled.emit(job.account, answer.credentials)
