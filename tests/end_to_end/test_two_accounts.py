# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Two accounts in the whole program, by TLS: changed from the menu, and started again the next day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.home import Home
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_faults import delay
from srfax_desktop.srfax.practice_faxes import CANCELLED, CONVERTING, PracticeFax, Step
from srfax_desktop.ui.columns import Column
from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.live_window import LiveWindow, MemoryVault, live_window
from tests.end_to_end.test_sign_in_guard import A, B, _TwoAccounts
from tests.ui.desk import answer_question

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication

OF_A, OF_B = ("20000001", "20000002"), ("20000003",)


@pytest.fixture
def both(tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, ca_file: str) -> Iterator[PracticeServer]:
    """Serve two accounts. The faxes of the first are being converted for a moment."""
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)
    slow = (Step(CONVERTING, until_s=1.5), CANCELLED)
    faxes = [PracticeFax(FaxId(fax_id), slow if fax_id in OF_A else (CANCELLED,)) for fax_id in OF_A + OF_B]
    server = PracticeServer(faxes, credentials=A, tls=tls)
    server._director.__class__ = _TwoAccounts
    with server:
        yield server


def choose(live: LiveWindow, account: str) -> None:
    """Choose an account from the menu, once it is offered there."""

    def offered() -> list[QAction]:
        return [each for each in live.window.account._known.actions() if each.data() == account]

    live.wait_until(lambda: bool(offered()), f"account {account} in the menu")
    offered()[0].trigger()


def test_faxes_of_an_account_that_is_left_wait_and_go_on_and_carry_no_other_password(
    qapp: QApplication, both: PracticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_only_when_asked(retry={"converting": {"waits_s": [1]}})
    vault = MemoryVault()
    with live_window(qapp, both.url, monkeypatch, vault) as live:
        live.sign_in(B, remember=True)
        live.behind.run.ask_for_another()
        live.sign_in(A, remember=True)
        live.wait_until(lambda: vault.kept == {A.account: A.password, B.account: B.password}, "the vault")
        live.stop_all(*OF_A)
        live.wait_until(lambda: set(live.states().values()) == {"retrying"}, "the countdowns")
        asked = answer_question(f"Switch to account {B.account}")
        choose(live, B.account)
        live.wait_until(lambda: live.controller.board.account == B.account, "the switch")
        assert asked == [f"2 faxes of account {A.account} are still being tried."]
        live.wait_until(lambda: live.says(f"2 faxes of account {A.account} wait"), "what waits")
        seen = len(both.requests)
        live.live(1.2)
        assert both.requests[seen:] == (), "no countdown of the other's faxes sends anything"
        live.window.resize(1240, 780)  # in a narrow window, there may be no room for it
        live.window.add_text(OF_B[0])
        live.wait_until(lambda: not live.window._table.isColumnHidden(Column.ACCOUNT), "the column")
        live.press(live.window, "Stop selected")
        live.wait_until(lambda: live.states()[OF_B[0]] == "stopped", "the other's stop")
    assert Home(practice=False).preferences.known_accounts == (B.account, A.account)
    with live_window(qapp, both.url, monkeypatch, vault) as live:
        live.wait_until(lambda: live.controller.board.account == B.account, "the vault")
        live.wait_until(lambda: live.says(f"2 faxes of account {A.account} wait"), "what still waits")
        both.behave(delay(0.05), times=None)
        live.press(live.window, f"Switch to account {A.account}")
        live.wait_until(lambda: set(live.states().values()) == {"stopped"}, "all stops")
        live.wait_until(lambda: not live.says("wait:"), "nothing to wait any more")
        assert live.dialogs == [], "both passwords were in the vault"
    owner = dict.fromkeys(OF_A, A.account) | dict.fromkeys(OF_B, B.account)
    about_faxes = [request for request in both.requests if request.fax_id]
    assert all(request.password_matched for request in both.requests)
    assert {
        (fax_id, request.account) for request in about_faxes for fax_id in request.fax_id.split("|")
    } == set(owner.items())
