# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The real SignIn over pools that the test works by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from srfax_desktop.engine.jobs import JobDone
from srfax_desktop.engine.sign_in import SignIn, VaultAnswer

if TYPE_CHECKING:
    from srfax_desktop.core.sign_in import Credentials, SignInAnswer
    from srfax_desktop.engine.jobs import Job, SignInJob
    from srfax_desktop.engine.worker import WorkerPool


class JobPool(QObject):
    """Has WorkerPool's interface, one worker, and answers when it is told to."""

    job_done = Signal(object)
    idle = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []
        self.given: list[Job] = []

    @property
    def busy(self) -> int:
        return len(self.jobs)

    @property
    def free(self) -> int:
        return 1 - len(self.jobs)

    def give(self, job: Job) -> None:
        assert self.free
        self.jobs.append(job)
        self.given.append(job)

    def answer(self, answer: object) -> None:
        self.job_done.emit(JobDone(self.jobs.pop(), answer))
        if not self.jobs:
            self.idle.emit()


class Hands:
    """Answers for SRFax and for the vault."""

    def __init__(self) -> None:
        self.srfax = JobPool()
        self.vault = JobPool()
        self.protected: list[str] = []
        self.sign_in = SignIn(
            service_pool=cast("WorkerPool", self.srfax),
            vault_pool=cast("WorkerPool", self.vault),
            protect=self.protected.append,
        )

    @property
    def tested(self) -> list[Credentials]:
        """What SRFax was asked to accept, in this order."""
        return [cast("SignInJob", job).credentials for job in self.srfax.given]

    def srfax_says(self, answer: SignInAnswer) -> None:
        self.srfax.answer(answer)

    def vault_does(self, *, worked: bool = True, credentials: Credentials | None = None) -> None:
        self.vault.answer(VaultAnswer(worked, credentials))

    def vault_jobs(self) -> list[str]:
        """What the vault was asked to do so far, once it has done it all."""
        while self.vault.jobs:
            self.vault_does()
        return [_name(job) for job in self.vault.given]


def _name(job: Any) -> str:
    account = getattr(job, "account", None) or getattr(getattr(job, "credentials", None), "account", "")
    return f"{type(job).__name__} {account}".strip()
