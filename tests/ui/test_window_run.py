# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One run of the window: who is signed in, what is remembered, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.pause import PauseCause
from srfax_desktop.core.retry import DEFAULT_RULES
from srfax_desktop.core.sign_in import Credentials, SignInAnswer
from srfax_desktop.engine.sign_in import Forget
from srfax_desktop.ui import window_run
from srfax_desktop.ui.notices import (
    finishing_words,
    forgotten_late_words,
    not_forgotten_words,
    not_kept_words,
    restored_waiting_words,
    restored_words,
    vault_failed_words,
)
from srfax_desktop.ui.sign_in_dialog import SignInDialog
from srfax_desktop.ui.window_run import WindowRun
from tests.engine.rig import CLINIC, CONVERTING, REJECTED, STOPPED, Rig
from tests.ui.desk import Desk
from tests.ui.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.outcome import StopOutcome as Outcome
    from srfax_desktop.core.retry import RetryRule
    from srfax_desktop.engine.worker import WorkerPool
    from srfax_desktop.ui.theme import Theme

OTHER = Credentials(AccountNumber("777"), "other")


class Kept:
    """Preferences in memory."""

    def __init__(self, account: str | None = None, *, remember: bool = False) -> None:
        self.account = AccountNumber(account) if account else None
        self.remember = remember
        self.to_forget: tuple[AccountNumber, ...] = ()
        self.automatic_retry = True
        self.window: Mapping[str, str] = {}
        self.refresh_s = 60.0
        self.include_sub_users = False
        self.mask_numbers = True
        self.retention_days = 0
        self.language: str | None = None
        self.theme = "system"
        self.notify = True
        self.notify_numbers = False
        self.proxy = "system"
        self.known_accounts: tuple[AccountNumber, ...] = ()
        self.in_vault: tuple[AccountNumber, ...] = ()
        self.connect_timeout_s = 10.0
        self.total_deadline_s = 30.0
        self.workers = 4
        self.welcomed = True

    def retry_rules(self) -> Mapping[Outcome, RetryRule]:
        return DEFAULT_RULES

    def change(self, **values: object) -> None:
        for name, value in values.items():
            assert hasattr(self, name)
            setattr(self, name, value)


class EndOfWork(QObject):
    """What WindowRun needs of the pool of the rig to know when it is idle."""

    idle = Signal()

    def __init__(self, rig: Rig) -> None:
        super().__init__()
        self._pool = rig.pool
        rig.pool.job_done.connect(self._look)

    @property
    def busy(self) -> int:
        return len(self._pool.jobs)

    def _look(self) -> None:
        if not self.busy:
            self.idle.emit()


class Session:
    """A window that runs, with SRFax, vault, clock and disk in the test's hands."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        *,
        kept: Kept | None = None,
        rig: Rig | None = None,
        practice: Credentials | None = None,
    ) -> None:
        self.rig = rig or Rig(credentials=None)
        self.hands = Hands()
        self.kept = kept or Kept()
        self.desk = Desk(qtbot, theme, rig=self.rig, practice=practice is not None)
        self.window = self.desk.window
        self.protected: list[str] = []
        self.ended: list[bool] = []
        self.pool = EndOfWork(self.rig)
        self.run = WindowRun(
            window=self.window,
            controller=self.rig.controller,
            pool=cast("WorkerPool", self.pool),
            sign_in=self.hands.sign_in,
            preferences=self.kept,
            theme=theme,
            protect=self.protected.append,
            practice=practice,
        )
        self.run.finished.connect(lambda: self.ended.append(True))
        self.window.destroyed.connect(self.run._patience.stop)  # the test is over, the waiting too
        self.desk.show()
        self.run.start()

    @property
    def dialogs(self) -> list[SignInDialog]:
        return [each for each in self.window.findChildren(SignInDialog) if each.isVisible()]

    @property
    def account(self) -> str | None:
        return self.rig.board.account

    def fill_in(self, credentials: Credentials = CLINIC, *, remember: bool = True) -> None:
        (dialog,) = self.dialogs
        account, password = dialog.findChildren(QLineEdit)
        account.setText(credentials.account)
        password.setText(credentials.password)
        dialog._remember.setChecked(remember)
        dialog._press_sign_in()

    def sign_in(self, credentials: Credentials = CLINIC, *, remember: bool = True) -> None:
        self.fill_in(credentials, remember=remember)
        self.hands.srfax_says(SignInAnswer(account_name="Clinic"))

    def choose(self, start: str) -> None:
        """Choose something from the account's menu."""
        (action,) = [
            each
            for each in self.window.account.findChildren(QAction)
            if each.text().startswith(start) and each.isVisible()
        ]
        action.trigger()


@pytest.fixture
def begin(qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Session]]:
    sessions: list[Session] = []

    def begin(**given: Any) -> Session:
        sessions.append(Session(qtbot, theme, **given))
        return sessions[-1]

    yield begin
    for session in sessions:
        for dialog in session.dialogs:
            dialog.reject()
        session.window.close_now()


def remembering(rig: Rig | None = None) -> dict[str, Any]:
    return {"kept": Kept(CLINIC.account, remember=True), "rig": rig}


# Who is signed in


def test_the_first_run_asks(begin: Callable[..., Session]) -> None:
    session = begin()
    assert len(session.dialogs) == 1
    session.sign_in()
    assert session.dialogs == []
    assert session.account == "12345"
    assert session.window.account.accessibleName() == "Account 12345"
    assert (session.kept.account, session.kept.remember) == ("12345", True)
    assert session.protected == ["right"]
    assert session.hands.vault_jobs() == ["Check", "Keep 12345"]


def test_who_is_remembered_is_not_asked(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    assert session.dialogs == []
    session.hands.vault_does(credentials=CLINIC)
    assert session.account == "12345"
    assert session.protected == ["right"]
    session.desk.add("1", "2")
    session.rig.controller.ask([fax.fax_id for fax in session.rig.board.faxes()])
    assert session.rig.under_way == ["1"], "what the vault gave is not proven: one request goes ahead"


def test_a_vault_without_the_password_makes_the_dialog_ask(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.hands.vault_does()
    assert len(session.dialogs) == 1
    assert session.desk.banners() == []


def test_a_vault_that_fails_is_told_of(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.hands.vault_does(worked=False)
    assert len(session.dialogs) == 1
    assert vault_failed_words() in session.desk.banners()


def test_without_remembering_the_vault_is_left_alone(begin: Callable[..., Session]) -> None:
    session = begin(kept=Kept("12345"))
    session.sign_in(remember=False)
    assert (session.kept.account, session.kept.remember) == ("12345", False)
    assert session.hands.vault_jobs() == ["Check", "Forget 12345"]


def test_a_password_that_could_not_be_kept_is_told(begin: Callable[..., Session]) -> None:
    session = begin()
    session.hands.vault_does()
    session.sign_in()
    session.hands.vault_does(worked=False)
    assert session.kept.remember is False
    assert not_kept_words() in session.desk.banners()
    assert session.account == "12345"


def test_a_password_that_could_not_be_forgotten_at_signing_out_is_told(
    begin: Callable[..., Session],
) -> None:
    session = begin(**remembering())
    session.hands.vault_does(credentials=CLINIC)
    session.choose("Sign out")
    session.hands.vault_does(worked=False)
    assert session.kept.remember is False
    assert session.account is None
    assert not_forgotten_words() in session.desk.banners()


def test_a_password_that_could_not_be_forgotten_after_all_is_told(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.hands.vault_does()
    session.hands.vault_does()  # there is a vault
    session.sign_in(remember=False)
    session.hands.vault_does(worked=False)
    assert session.account == "12345"
    assert not_forgotten_words() in session.desk.banners()


def test_a_vault_that_is_gone_has_not_forgotten_what_was_in_it(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.hands.vault_does(worked=False)
    session.hands.vault_does(worked=False)  # there is none
    session.sign_in()
    session.hands.vault_does(worked=False)
    assert not_forgotten_words() in "\n".join(session.desk.banners())


def test_a_password_that_was_forgotten_is_no_news(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.hands.vault_does(credentials=CLINIC)
    session.choose("Sign out")
    session.hands.vault_does()
    assert session.desk.banners() == []


def test_where_there_never_was_a_vault_nothing_is_told_of_it(begin: Callable[..., Session]) -> None:
    session = begin()
    session.hands.vault_does(worked=False)
    session.sign_in()
    session.hands.vault_does(worked=False)
    session.choose("Sign out")
    session.hands.vault_does(worked=False)
    assert [job for job in session.hands.vault_jobs() if job.startswith("Forget")] == ["Forget 12345"] * 2
    assert session.desk.banners() == []


def test_who_is_quicker_than_the_vault_stays_signed_in(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.run.ask_to_sign_in()
    session.sign_in(OTHER)
    session.hands.vault_does(credentials=CLINIC)
    assert session.account == "777"
    assert session.dialogs == []


def test_a_slow_vault_that_has_nothing_asks_nobody_twice(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.run.ask_to_sign_in()
    session.hands.vault_does()
    assert len(session.dialogs) == 1
    session.run.ask_to_sign_in()
    assert len(session.dialogs) == 1


def test_who_signed_out_is_not_signed_in_again_by_a_slow_vault(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.run.ask_to_sign_in()
    session.sign_in()
    session.choose("Sign out")
    session.hands.vault_does(credentials=CLINIC)
    assert session.account is None


def test_a_slow_vault_signs_in_behind_the_open_dialog(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.run.ask_to_sign_in()
    session.hands.vault_does(credentials=CLINIC)
    assert session.account == "12345"
    session.hands.vault_does()
    session.sign_in(OTHER)
    assert session.account == "777"


def test_where_srfax_cannot_be_asked_nothing_is_proven(begin: Callable[..., Session]) -> None:
    session = begin()
    session.fill_in()
    session.hands.srfax_says(SignInAnswer(problem=StopOutcome.UNREACHABLE))
    session.rig.ask("1", "2", "3")
    assert session.rig.under_way == ["1"]


def test_who_cancels_may_look_at_the_list_and_sign_in_later(begin: Callable[..., Session]) -> None:
    session = begin()
    session.dialogs[0].reject()
    session.rig.ask("1")
    assert session.rig.under_way == []
    session.desk.settle()
    banner = session.desk.banner("Sign in to SRFax")
    banner.button.click()
    session.sign_in()
    assert session.rig.under_way == ["1"]
    assert session.desk.banners() == []


def test_a_refused_sign_in_is_mended_from_the_banner(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.hands.vault_does(credentials=CLINIC)
    session.rig.ask("1", "2")
    session.rig.answer("1", REJECTED)
    session.desk.banner("SRFax refused").button.click()
    session.sign_in(Credentials(CLINIC.account, "new"))
    assert session.rig.under_way == ["1", "2"]
    assert [job.credentials.password for job in session.rig.pool.given] == ["right", "new", "new"]


def test_signing_out_forgets_the_password_and_sends_nothing(begin: Callable[..., Session]) -> None:
    session = begin()
    session.sign_in()
    session.hands.vault_jobs()
    session.choose("Sign out")
    assert session.account is None
    assert session.kept.remember is False
    assert session.window.account.accessibleName() == "Not signed in"
    assert session.hands.vault_jobs()[-1] == "Forget 12345"
    session.rig.ask("1")
    assert session.rig.under_way == []
    assert session.rig.board.pause
    assert session.rig.board.pause.cause is PauseCause.SIGN_IN_NEEDED
    session.choose("Sign in")
    assert len(session.dialogs) == 1


# What else can be chosen


def test_retrying_by_itself_can_be_switched_off_and_on(begin: Callable[..., Session]) -> None:
    session = begin()
    session.sign_in()
    session.choose("Retry by itself")
    assert session.kept.automatic_retry is False
    session.rig.ask("1")
    session.rig.answer("1", CONVERTING)
    session.rig.wait(12)
    assert session.rig.status("1") == "retry_ready"
    session.choose("Retry by itself")
    assert session.kept.automatic_retry is True
    session.rig.controller.retry_now([session.rig.board.faxes()[0].fax_id])
    session.rig.answer("1", CONVERTING)
    session.rig.wait(10.2)
    assert session.rig.under_way == ["1"]


def test_practice_signs_in_by_itself_and_never_elsewhere(begin: Callable[..., Session]) -> None:
    session = begin(practice=CLINIC)
    assert session.account == "12345"
    session.run.ask_to_sign_in()
    assert session.dialogs == []
    assert session.hands.vault.given == []
    menu = [each.text() for each in session.window.account.findChildren(QAction) if each.isVisible()]
    assert not [words for words in menu if words.startswith("Sign")]
    assert session.kept.account is None


# Going on, and ending


def after_a_crash(*fax_ids: str) -> Rig:
    """Return what a start finds after a run that ended while it was stopping these for the clinic."""
    before = Rig()
    before.ask(*fax_ids)
    rig = Rig(store=before.store, credentials=None)
    rig.controller.restore()
    return rig


def test_what_goes_on_after_a_crash_is_said(begin: Callable[..., Session]) -> None:
    session = begin(**remembering(after_a_crash("1", "2")))
    assert session.desk.banners()[-1] == restored_waiting_words(2)
    session.hands.vault_does(credentials=CLINIC)
    assert session.rig.under_way == ["1"]
    assert session.desk.banners() == [restored_words(2)]
    session.rig.answer("1", STOPPED)
    session.rig.answer("2", STOPPED)
    assert session.desk.banners() == [restored_words(2)]


def test_in_practice_it_goes_on_at_once(begin: Callable[..., Session]) -> None:
    session = begin(practice=CLINIC, rig=after_a_crash("1"))
    assert session.desk.banners()[1:] == [restored_words(1)]


def test_nothing_goes_on_while_nobody_is_signed_in(begin: Callable[..., Session]) -> None:
    session = begin(rig=after_a_crash("1", "2"))
    session.dialogs[0].reject()
    assert session.desk.banners()[-1] == restored_waiting_words(2)
    session.rig.controller.end([FaxId("1")])
    assert session.desk.banners()[-1] == restored_waiting_words(1)
    session.rig.ask("3")
    session.run.ask_to_sign_in()
    session.sign_in()
    assert session.desk.banners() == [restored_words(1)]


def test_what_no_longer_goes_on_is_said(begin: Callable[..., Session]) -> None:
    session = begin(**remembering(after_a_crash("1", "2", "3")))
    session.hands.vault_does(credentials=CLINIC)
    session.rig.answer("1", STOPPED)
    session.rig.answer("2", REJECTED)
    assert session.desk.banners()[-1] == restored_waiting_words(2)
    session.run.ask_to_sign_in()
    session.sign_in(Credentials(CLINIC.account, "new"))
    assert session.desk.banners() == [restored_words(2)]
    session.choose("Sign out")
    assert session.desk.banners()[-1] == restored_waiting_words(2)


def test_where_nothing_is_left_to_go_on_the_line_is_taken_back(begin: Callable[..., Session]) -> None:
    session = begin(rig=after_a_crash("1"))
    session.dialogs[0].reject()
    session.rig.controller.end([FaxId("1")])
    assert session.desk.banners() == []
    session.rig.ask("2")
    assert len(session.desk.banners()) == 1, "only that a sign-in is needed"


def test_what_another_account_must_stop_does_not_go_on(begin: Callable[..., Session]) -> None:
    rig = after_a_crash("1")
    session = begin(rig=rig)
    session.sign_in(OTHER)
    assert rig.status("1") == "held_account"
    assert session.desk.banners() == []


def test_who_closed_the_line_hears_no_more_of_it(begin: Callable[..., Session]) -> None:
    session = begin(rig=after_a_crash("1"))
    session.desk.banner(restored_waiting_words(1)).button.click()
    session.sign_in()
    assert session.rig.under_way == ["1"]
    assert session.desk.banners() == []


def test_one_notice_does_not_hide_another(begin: Callable[..., Session]) -> None:
    """After a crash, with the vault locked, both are worth knowing."""
    session = begin(**remembering(after_a_crash("1")))
    session.hands.vault_does(worked=False)
    told = "\n".join(session.desk.banners())
    assert restored_waiting_words(1) in told
    assert vault_failed_words() in told
    (news,) = [banner for banner in session.desk.banners() if restored_waiting_words(1) in banner]
    session.desk.banner(news[:10]).button.click()
    assert not [banner for banner in session.desk.banners() if vault_failed_words() in banner]


def test_closing_with_nothing_under_way_is_done_at_once(begin: Callable[..., Session]) -> None:
    session = begin(practice=CLINIC)
    session.window.close()
    assert session.ended == [True]
    assert not session.window.isVisible()
    assert session.kept.window.keys() == session.window.kept_looks().keys()


def test_closing_waits_for_the_answers_that_are_on_their_way(begin: Callable[..., Session]) -> None:
    session = begin(practice=CLINIC)
    session.rig.ask("1")
    session.window.begin_closing()
    assert session.ended == []
    assert session.window.isVisible()
    assert finishing_words() in "\n".join(session.desk.banners())
    session.rig.answer("1", STOPPED)
    assert session.ended == [True]
    assert not session.window.isVisible()
    assert session.rig.events("1")[-1] == "answered"


def test_closing_does_not_wait_for_ever(
    begin: Callable[..., Session], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_run, "ANSWERS_WAIT_MS", 30)
    session = begin(practice=CLINIC)
    session.rig.ask("1")
    session.window.begin_closing()
    qtbot.waitUntil(lambda: session.ended == [True], timeout=2000)
    session.rig.answer("1", STOPPED)
    assert session.ended == [True]


def test_being_told_to_end_twice_is_no_different(begin: Callable[..., Session]) -> None:
    session = begin(practice=CLINIC)
    session.rig.ask("1")
    session.window.begin_closing()
    session.window.begin_closing()
    session.rig.answer("1", STOPPED)
    assert session.ended == [True]


def test_a_vault_that_answers_while_it_closes_opens_no_dialog(begin: Callable[..., Session]) -> None:
    rig = Rig()
    rig.ask("1")
    session = begin(**remembering(rig))
    rig.controller.sign_in(None)
    session.window.begin_closing()
    session.hands.vault_does()
    assert session.dialogs == []


# A password that the vault is to forget


def owing(*accounts: str, account: str | None = None) -> Kept:
    kept = Kept(account)
    kept.to_forget = tuple(map(AccountNumber, accounts))
    return kept


def test_what_the_vault_is_to_forget_is_written_down_until_it_has(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.hands.vault_does(credentials=CLINIC)
    session.choose("Sign out")
    assert list(session.kept.to_forget) == [CLINIC.account]
    session.hands.vault_does()
    assert list(session.kept.to_forget) == []


def test_closing_waits_until_the_vault_has_forgotten(begin: Callable[..., Session]) -> None:
    session = begin(**remembering())
    session.run.ask_to_sign_in()
    session.sign_in(remember=False)  # the vault is still asked for the password
    session.window.begin_closing()
    assert session.ended == []
    session.hands.vault_does(credentials=CLINIC)
    session.hands.vault_does()
    assert session.ended == []
    session.hands.vault_does()
    assert session.hands.vault.given[-1] == Forget(CLINIC.account)
    assert session.ended == [True]
    assert session.kept.to_forget == ()


def test_closing_waits_until_the_vault_has_kept(begin: Callable[..., Session]) -> None:
    session = begin()
    session.hands.vault_does()
    session.sign_in()
    session.window.begin_closing()
    assert session.ended == []
    session.hands.vault_does()
    assert session.ended == [True]


def test_a_vault_that_answers_nothing_is_not_waited_for_for_ever(
    begin: Callable[..., Session], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_run, "ANSWERS_WAIT_MS", 30)
    session = begin(**remembering())
    session.hands.vault_does(credentials=CLINIC)
    session.choose("Sign out")
    session.window.begin_closing()
    qtbot.waitUntil(lambda: session.ended == [True], timeout=5000)
    assert session.kept.to_forget == (CLINIC.account,), "the next start does it"


def test_closing_waits_for_both_the_vault_and_the_answers(begin: Callable[..., Session]) -> None:
    session = begin()
    session.hands.vault_does()
    session.sign_in()
    session.rig.ask("1")
    session.window.begin_closing()
    session.hands.vault_does()
    assert session.ended == []
    session.rig.answer("1", STOPPED)
    assert session.ended == [True]


def test_the_next_start_makes_the_vault_forget_and_says_so(begin: Callable[..., Session]) -> None:
    session = begin(kept=owing("12345", account="12345"))
    assert session.hands.vault.given == [Forget(CLINIC.account)]
    assert len(session.dialogs) == 1, "the password that is to be forgotten is not used"
    session.hands.vault_does()
    assert session.kept.to_forget == ()
    assert session.desk.banners() == [forgotten_late_words("12345")]


def test_a_start_that_cannot_do_it_either_says_so_and_leaves_it_to_the_next(
    begin: Callable[..., Session],
) -> None:
    session = begin(kept=owing("777", "12345"))
    session.hands.vault_does(worked=False)
    session.hands.vault_does()
    assert session.kept.to_forget == ("777",)
    assert session.desk.banners() == [f"{not_forgotten_words()}\n{forgotten_late_words('12345')}"]


def test_who_is_to_be_remembered_again_is_not_forgotten_later(begin: Callable[..., Session]) -> None:
    session = begin(kept=owing("12345", account="12345"))
    session.hands.vault_does(worked=False)
    session.hands.vault_does()
    session.sign_in()
    assert session.kept.to_forget == ()
    assert session.hands.vault_jobs() == ["Forget 12345", "Check", "Keep 12345"]


def test_in_practice_the_vault_is_left_alone(begin: Callable[..., Session]) -> None:
    session = begin(practice=CLINIC, kept=owing("12345"))
    assert session.hands.vault.given == []
    assert session.kept.to_forget == ("12345",)
