# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A refused password leaves four times at most, and one account's faxes never with another's password."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.home import Home
from srfax_desktop.srfax.practice import PracticeServer, _Director
from srfax_desktop.srfax.practice_faults import body, delay, http_status
from srfax_desktop.srfax.practice_faxes import CANCELLED, CONVERTING, PracticeFax, Step
from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.live_window import LiveWindow, MemoryVault, live_window
from tests.figures import Figures, short_or_long

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from PySide6.QtWidgets import QApplication

    from srfax_desktop.srfax.practice import PracticeRequest
    from srfax_desktop.srfax.practice_faults import Fault

LIMIT = 4
FAX_IDS = tuple(str(20000001 + number) for number in range(500))
WRONG = "not it"
A = Credentials(AccountNumber("12345"), "a&b+c=d% é")
B = Credentials(AccountNumber("777"), "B's ünlike")


@pytest.fixture(autouse=True)
def _trusted(monkeypatch: pytest.MonkeyPatch, ca_file: str) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def many(tls: ssl.SSLContext) -> Iterator[PracticeServer]:
    """Serve 500 faxes that can be stopped, for account A."""
    faxes = [PracticeFax(FaxId(fax_id), (CANCELLED,)) for fax_id in FAX_IDS]
    with PracticeServer(faxes, credentials=A, tls=tls) as server:
        yield server


@pytest.fixture
def open_window(
    qapp: QApplication, many: PracticeServer, monkeypatch: pytest.MonkeyPatch, vault: MemoryVault
) -> Callable[[], AbstractContextManager[LiveWindow]]:
    return lambda: live_window(qapp, many.url, monkeypatch, vault)


def remember(vault: MemoryVault, password: str) -> None:
    """Leave what a run leaves that remembered a password: here, one that has been changed since."""
    home = Home(practice=False)
    home.preferences.change(account=A.account, remember=True)
    home.close()
    vault.kept[A.account] = password


def change_password(server: PracticeServer, password: str) -> None:
    """Let the service know another password from now on."""
    server._director._credentials = Credentials(A.account, password)


def stays_at(
    live: LiveWindow, server: PracticeServer, since: int, figures: Figures, what: str, limit: int = LIMIT
) -> int:
    """Return how many requests left since there were so many, once all are answered and no more leave."""
    pools = (live.session._engine.pool, live.session._engine.list_pool)
    live.wait_until(lambda: not any(pool.busy for pool in pools), "all answers")
    seen = len(server.requests)
    live.live(short_or_long(0.7, 5.0))
    assert len(server.requests) == seen, "and more left after all were answered"
    figures.most(f"requests that left, {what}", seen - since, limit, "requests")
    return seen - since


@pytest.mark.parametrize(
    ("slow", "looks"),
    short_or_long([(False, False), (True, True)], list(itertools.product((False, True), repeat=2))),
)
def test_a_wrong_password_leaves_at_most_4_times_for_500_faxes_and_none_is_forgotten(
    open_window: Callable[[], AbstractContextManager[LiveWindow]],
    many: PracticeServer,
    vault: MemoryVault,
    figures: Figures,
    slow: bool,
    looks: bool,
) -> None:
    if not looks:
        look_only_when_asked()
    if slow:
        many.behave(delay(1.8), times=None)
    remember(vault, WRONG)
    with open_window() as live:
        live.wait_until(lambda: live.controller.board.account == A.account, "the vault")
        live.stop_all(*FAX_IDS)
        if looks:
            live.behind._finder.find()
        live.wait_until(lambda: live.says("SRFax refused"), "the refusal to be told")
        assert stays_at(live, many, 0, figures, "wrong password") <= LIMIT
        assert not any(request.password_matched for request in many.requests)
        assert Counter(live.states().values()) == {"asked": 500}
        assert live.statuses() <= {"sign_in_refused", "held_sign_in"}


def test_after_a_restart_and_a_new_sign_in_all_500_are_stopped(
    open_window: Callable[[], AbstractContextManager[LiveWindow]],
    many: PracticeServer,
    vault: MemoryVault,
    figures: Figures,
) -> None:
    look_only_when_asked()
    remember(vault, WRONG)
    with open_window() as live:
        live.wait_until(lambda: live.controller.board.account == A.account, "the vault")
        live.stop_all(*FAX_IDS)
        live.wait_until(lambda: live.says("SRFax refused"), "the refusal to be told")
    left = len(many.requests)
    with open_window() as live:
        live.wait_until(lambda: live.says("SRFax refused"), "the refusal to be told again")
        assert Counter(live.states().values()) == {"asked": 500}
        assert stays_at(live, many, left, figures, "wrong password, started again") <= LIMIT
        live.behind.run.ask_to_sign_in()
        live.sign_in(A)
        live.wait_until(lambda: set(live.states().values()) == {"stopped"}, "500 stops")
        assert vault.kept == {A.account: A.password}
    stopped = Counter(
        each.fax_id for each in many.requests if each.action == "Stop_Fax" and each.password_matched
    )
    assert stopped == dict.fromkeys(FAX_IDS, 1)
    figures.add("stops kept over a refusal and a restart", len(stopped))


def test_a_password_that_is_changed_while_the_program_runs_leaves_once_for_each_worker_at_most(
    open_window: Callable[[], AbstractContextManager[LiveWindow]], many: PracticeServer, figures: Figures
) -> None:
    """SRFax accepted it in this run: four stops may be under way when the refusal comes, and one list."""
    look_only_when_asked()
    with open_window() as live:
        live.sign_in(A)
        before = len(many.requests)
        change_password(many, "a new one")
        many.behave(delay(0.5), times=None)
        live.stop_all(*FAX_IDS)
        live.wait_until(lambda: live.says("SRFax refused"), "the refusal to be told")
        left = stays_at(live, many, before, figures, "password changed meanwhile", LIMIT + 1)
        assert left <= LIMIT + 1
        assert Counter(request.action for request in many.requests[before:])["Stop_Fax"] <= LIMIT
        assert Counter(live.states().values()) == {"asked": 500}


REFUSALS = {"blank": body(b""), "401": http_status(401), "403": http_status(403)}


@pytest.mark.parametrize("name", short_or_long(["blank", "401"], list(REFUSALS)))
def test_a_blank_or_refusing_answer_stops_everything_likewise(
    open_window: Callable[[], AbstractContextManager[LiveWindow]],
    many: PracticeServer,
    vault: MemoryVault,
    figures: Figures,
    name: str,
) -> None:
    refusal: Fault = REFUSALS[name]
    remember(vault, A.password)
    many.behave(refusal, times=None)
    with open_window() as live:
        live.wait_until(lambda: live.controller.board.account == A.account, "the vault")
        live.stop_all(*FAX_IDS)
        told = "blank answers" if name == "blank" else "SRFax refused"
        live.wait_until(lambda: live.says(told), "the refusal to be told")
        assert stays_at(live, many, 0, figures, f"answer {name}") <= LIMIT
        assert Counter(live.states().values()) == {"asked": 500}
    vault.missing = True
    with open_window() as live:
        assert Counter(live.states().values()) == {"asked": 500}


class _TwoAccounts(_Director):
    """Knows two accounts, and keeps with each request whether its password was its account's own."""

    passwords: ClassVar = {each.account: each.password for each in (A, B)}

    def _record(self, fields: dict[str, str], connection: int) -> PracticeRequest:
        known = self.passwords.get(AccountNumber(fields.get("access_id", "")))
        request = super()._record(fields, connection)
        judged = replace(request, password_matched=fields.get("access_pwd") == known)
        with self._lock:
            self._requests[self._requests.index(request)] = judged
        return judged

    def _reply(self, request: PracticeRequest) -> Any:
        return super()._reply(replace(request, account=self._credentials.account))


OF_A = short_or_long(10, 40)
FAXES_OF = {A.account: FAX_IDS[:OF_A], B.account: FAX_IDS[OF_A : OF_A + 4]}


@pytest.fixture
def both(tls: ssl.SSLContext) -> Iterator[PracticeServer]:
    """Serve the faxes of two accounts: some are stopped at once, others are being converted for a while."""
    scripts = ((CANCELLED,), (Step(CONVERTING, until_s=short_or_long(1.5, 6)), CANCELLED))
    faxes = [PracticeFax(FaxId(fax_id), scripts[int(fax_id) % 2]) for fax_id in FAX_IDS[: OF_A + 4]]
    server = PracticeServer(faxes, credentials=A, tls=tls)
    server._director.__class__ = _TwoAccounts
    with server:
        yield server


def strays(requests: Sequence[PracticeRequest]) -> list[PracticeRequest]:
    """The requests for a fax that carried anything but its own account and password."""
    owner = {fax_id: account for account, fax_ids in FAXES_OF.items() for fax_id in fax_ids}
    return [
        request
        for request in requests
        if not request.password_matched
        or any(owner[fax_id] != request.account for fax_id in request.fax_id.split("|") if fax_id)
    ]


def test_changing_accounts_sends_no_stop_with_the_others_password(
    qapp: QApplication, both: PracticeServer, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    look_only_when_asked(retry={"converting": {"waits_s": [1]}})
    both.behave(delay(0.2), times=None)
    of_a, of_b = FAXES_OF[A.account], FAXES_OF[B.account]
    with live_window(qapp, both.url, monkeypatch, MemoryVault(missing=True)) as live:
        live.sign_in(A)
        live.stop_all(*of_a)
        live.wait_until(lambda: "retrying" in live.states().values(), "a countdown")
        assert {"stopping", "asked"} <= set(live.states().values()), "all at once"
        for _ in range(short_or_long(1, 6)):
            _change_to(live, B)
            live.wait_until(lambda: "stopping" not in live.states().values(), "what was under way")
            held = {fax_id for fax_id in of_a if live.states()[fax_id] in {"asked", "retrying"}}
            live.live(1.2)  # the countdowns of A's faxes pass
            assert {live.controller.board.status(FaxId(fax_id)).value for fax_id in held} == {"held_account"}
            seen = len(both.requests)
            if of_b[0] not in live.states():
                live.stop_all(*of_b)
                live.wait_until(lambda: "stopping" in live.states().values(), "one of B's")
            _change_to(live, A)
            live.wait_until(
                lambda seen=seen, held=held: any(each.fax_id in held for each in both.requests[seen:]),  # type: ignore[misc]
                "A's faxes to go on",
            )
        live.wait_until(lambda: {live.states()[each] for each in of_a} == {"stopped"}, "all of A's")
        _change_to(live, B)
        live.wait_until(lambda: set(live.states().values()) == {"stopped"}, "all of B's")
    assert strays(both.requests) == []
    accounts = Counter(request.account for request in both.requests if request.action == "Stop_Fax")
    assert set(accounts) == {A.account, B.account}
    figures.add("stops sent while accounts were changed", sum(accounts.values()))


def _change_to(live: LiveWindow, credentials: Credentials) -> None:
    live.behind.run.ask_to_sign_in()
    live.sign_in(credentials)
