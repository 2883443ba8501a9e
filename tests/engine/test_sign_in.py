# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Signing in, with real threads, a service and a vault that do as they are told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import pytest

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.ports import VaultError
from srfax_desktop.core.sign_in import Credentials, SignInAnswer
from srfax_desktop.engine.jobs import ServiceBench
from srfax_desktop.engine.sign_in import Check, Forget, Keep, Recall, SignIn, VaultAnswer, VaultBench
from srfax_desktop.engine.worker import WorkerPool
from tests.engine.rig import CLINIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.fax import AccountNumber, FaxId
    from srfax_desktop.core.outcome import StopAnswer
    from srfax_desktop.core.ports import ServiceFactory


class FakeVault:
    """Keeps passwords in memory; slow or broken when told to."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.broken = False
        self.protected: list[str] = []
        self.open = threading.Event()
        self.open.set()

    def _use(self) -> None:
        self.open.wait(10)
        if self.broken:
            raise VaultError("locked")

    def check(self) -> None:
        self._use()

    def load(self, account: AccountNumber) -> str | None:
        self._use()
        return self.kept.get(account)

    def save(self, account: AccountNumber, password: str) -> None:
        self._use()
        self.kept[account] = password

    def forget(self, account: AccountNumber) -> None:
        self._use()
        self.kept.pop(account, None)


class FakeSrfax:
    """Accepts the clinic's password, and answers a `slow` one only when it is let go."""

    slow = threading.Event()

    def __init__(self, credentials: Credentials) -> None:
        self.credentials = credentials

    def check_sign_in(self) -> SignInAnswer:
        if self.credentials.password == "slow":
            FakeSrfax.slow.wait(10)
        if self.credentials.password == CLINIC.password:
            return SignInAnswer(account_name="Clinic")
        return SignInAnswer(problem=StopOutcome.LOGIN_REJECTED)

    def stop_fax(self, fax_id: FaxId) -> StopAnswer:
        raise AssertionError(fax_id)

    def cancel(self) -> None:
        FakeSrfax.slow.set()

    def close(self) -> None:
        """Hold nothing."""


@pytest.fixture
def vault() -> FakeVault:
    return FakeVault()


@pytest.fixture
def sign_in(qapp: object, vault: FakeVault) -> Iterator[SignIn]:
    FakeSrfax.slow.clear()
    service_pool = WorkerPool(lambda: ServiceBench(cast("ServiceFactory", FakeSrfax)), 1)
    vault_pool = WorkerPool(lambda: VaultBench(vault), 1)
    yield SignIn(service_pool=service_pool, vault_pool=vault_pool, protect=vault.protected.append)
    vault.open.set()
    assert service_pool.close(5)
    assert vault_pool.close(5)


def test_what_is_kept_is_recalled_and_forgotten(sign_in: SignIn, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sign_in.kept) as kept:
        sign_in.keep(CLINIC)
    assert kept.args == [True]
    with qtbot.waitSignal(sign_in.recalled) as recalled:
        sign_in.recall(CLINIC.account)
    assert recalled.args == [CLINIC.account, CLINIC]
    with qtbot.waitSignal(sign_in.forgotten) as forgotten:
        sign_in.forget(CLINIC.account)
    assert forgotten.args == [CLINIC.account, True]
    with qtbot.waitSignal(sign_in.recalled) as recalled:
        sign_in.recall(CLINIC.account)
    assert recalled.args == [CLINIC.account, None]


def test_a_slow_vault_blocks_nobody_and_forgets_nothing(
    sign_in: SignIn, vault: FakeVault, qtbot: QtBot
) -> None:
    heard: list[object] = []
    for signal in (sign_in.kept, sign_in.vault_checked):
        signal.connect(heard.append)
    sign_in.recalled.connect(lambda _, credentials: heard.append(credentials))
    vault.open.clear()
    sign_in.keep(CLINIC)
    sign_in.check_vault()
    with qtbot.waitSignal(sign_in.recalled):
        sign_in.recall(CLINIC.account)
        vault.open.set()
    assert heard == [True, True, CLINIC]


def test_a_vault_that_does_not_work_is_told(
    sign_in: SignIn, vault: FakeVault, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    vault.broken = True
    with qtbot.waitSignal(sign_in.vault_failed), qtbot.waitSignal(sign_in.recalled) as recalled:
        sign_in.recall(CLINIC.account)
    assert recalled.args == [CLINIC.account, None]
    with qtbot.waitSignal(sign_in.kept) as kept:
        sign_in.keep(CLINIC)
    with qtbot.waitSignal(sign_in.vault_checked) as checked:
        sign_in.check_vault()
    with qtbot.waitSignal(sign_in.forgotten) as forgotten:
        sign_in.forget(CLINIC.account)
    assert (kept.args, checked.args, forgotten.args) == ([False], [False], [CLINIC.account, False])
    assert CLINIC.password not in caplog.text


def test_srfax_is_asked_whether_it_accepts_the_credentials(sign_in: SignIn, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sign_in.tested) as tested:
        sign_in.test(CLINIC)
    assert tested.args == [CLINIC, SignInAnswer(account_name="Clinic")]


def test_only_the_latest_test_is_answered(sign_in: SignIn, qtbot: QtBot) -> None:
    heard: list[Credentials] = []
    sign_in.tested.connect(lambda credentials, _: heard.append(credentials))
    sign_in.test(Credentials(CLINIC.account, "slow"))
    sign_in.test(Credentials(CLINIC.account, "wrong"))
    sign_in.test(CLINIC)
    with qtbot.waitSignal(sign_in.tested):
        FakeSrfax.slow.set()
    assert heard == [CLINIC]


def test_the_vaults_bench_by_itself(vault: FakeVault) -> None:
    """In the main thread, where coverage can see it."""
    bench = VaultBench(vault)
    job = Recall(CLINIC.account)
    assert bench.perform(job) == VaultAnswer(worked=True)
    vault.broken = True
    assert bench.perform(job) == job.failed() == VaultAnswer(worked=False)
    bench.cancel()
    bench.close()


def test_every_job_for_the_vault_does_what_it_says(vault: FakeVault) -> None:
    bench = VaultBench(vault)
    assert bench.perform(Check()) == bench.perform(Keep(CLINIC)) == VaultAnswer(worked=True)
    assert bench.perform(Recall(CLINIC.account)).credentials == CLINIC
    assert bench.perform(Forget(CLINIC.account)) == VaultAnswer(worked=True)
    assert vault.kept == {}


def test_closing_while_a_test_waits_for_its_turn_raises_nothing(qapp: object, qtbot: QtBot) -> None:
    FakeSrfax.slow.clear()
    pool = WorkerPool(lambda: ServiceBench(FakeSrfax), 1)  # type: ignore[arg-type]
    unused = WorkerPool(lambda: VaultBench(FakeVault()), 1)
    protected: list[str] = []
    sign_in = SignIn(service_pool=pool, vault_pool=unused, protect=protected.append)
    sign_in.test(Credentials(CLINIC.account, "slow"))
    sign_in.test(CLINIC)
    with qtbot.assertNotEmitted(sign_in.tested):
        assert pool.close(5)
        with qtbot.waitSignal(pool.idle):
            """The answer to the first test is on its way already."""


def test_whoever_keeps_secrets_out_of_the_log_knows_a_password_before_anything_is_done_with_it(
    sign_in: SignIn, vault: FakeVault, qtbot: QtBot
) -> None:
    vault.kept[CLINIC.account] = "from the vault"
    sign_in.recalled.connect(lambda *_: vault.protected.append("recalled"))
    with qtbot.waitSignal(sign_in.recalled):
        sign_in.recall(CLINIC.account)
    with qtbot.waitSignal(sign_in.tested):
        sign_in.test(Credentials(CLINIC.account, "mistyped"))
        assert vault.protected == ["from the vault", "recalled", "mistyped"]


def test_it_is_known_when_all_that_was_to_be_kept_or_forgotten_is(
    sign_in: SignIn, vault: FakeVault, qtbot: QtBot
) -> None:
    vault.open.clear()
    sign_in.recall(CLINIC.account)
    assert not sign_in.unsettled
    sign_in.keep(CLINIC)
    sign_in.forget(CLINIC.account)
    assert sign_in.unsettled
    with qtbot.waitSignal(sign_in.settled):
        vault.open.set()
    assert not sign_in.unsettled
    assert vault.kept == {}
