# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What concerns every fax: out of reach, blocked, not trusted, refused, and whose account it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.pause import PauseCause
from srfax_desktop.core.retry import RetryPolicy
from srfax_desktop.core.sign_in import Credentials
from tests.engine.rig import (
    BLOCKED,
    CLINIC,
    CONVERTING,
    FAULT,
    REJECTED,
    STOPPED,
    TIMED_OUT,
    UNREACHABLE,
    UNTRUSTED,
    Rig,
)

if TYPE_CHECKING:
    from srfax_desktop.core.outcome import StopAnswer

pytestmark = pytest.mark.usefixtures("qapp")

FIVE_HUNDRED = [str(number) for number in range(1, 501)]
OTHER = Credentials(AccountNumber("777"), "other")


def cause(rig: Rig) -> PauseCause | None:
    return rig.board.pause.cause if rig.board.pause else None


def test_one_request_goes_ahead_until_srfax_accepts_the_credentials() -> None:
    rig = Rig(proven=False)
    rig.ask("1", "2", "3", "4", "5", "6")
    assert rig.under_way == ["1"]
    rig.answer("1", CONVERTING)
    assert rig.under_way == ["2", "3", "4", "5"]


def test_a_slow_first_answer_holds_the_others_up_for_a_second_only() -> None:
    rig = Rig(proven=False)
    rig.ask("1", "2", "3", "4", "5", "6")
    rig.wait(0.9)
    assert rig.under_way == ["1"]
    rig.wait(0.2)
    assert rig.under_way == ["1", "2", "3", "4"]


def test_a_wrong_password_leaves_once_and_loses_nothing() -> None:
    rig = Rig(proven=False)
    rig.ask(*FIVE_HUNDRED)
    rig.answer("1", REJECTED)
    rig.leap(3600)
    rig.controller.probe_now()
    rig.controller.retry_now([FaxId("1"), FaxId("2")])
    assert len(rig.pool.given) == 1
    assert cause(rig) is PauseCause.LOGIN_REJECTED
    assert (rig.status("1"), rig.status("2")) == ("sign_in_refused", "held_sign_in")
    assert rig.board.under_way == 500
    assert rig.finished == []
    rig.controller.sign_in(Credentials(CLINIC.account, "new"), proven=True)
    assert rig.under_way == ["1", "2", "3", "4"]
    assert {job.credentials.password for job in rig.pool.jobs.values()} == {"new"}
    for _ in range(500):
        rig.answer(rig.under_way[0], STOPPED)
    assert len(rig.finished) == 500


@pytest.mark.parametrize("answer", [REJECTED, BLOCKED])
def test_at_most_four_leave_where_the_first_answer_is_slow(answer: StopAnswer) -> None:
    rig = Rig(proven=False)
    rig.ask(*FIVE_HUNDRED)
    rig.wait(5)
    for fax_id in list(rig.under_way):
        rig.answer(fax_id, answer)
    rig.wait(5)
    assert len(rig.pool.given) == 4


def test_what_was_said_of_the_old_password_does_not_stop_the_new_one(rig: Rig) -> None:
    rig.ask("1")
    rig.controller.sign_in(Credentials(CLINIC.account, "new"), proven=True)
    rig.answer("1", REJECTED)
    assert cause(rig) is None
    assert rig.pool.jobs[FaxId("1")].credentials.password == "new"


def test_a_faxs_stop_never_carries_another_accounts_password(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", CONVERTING)
    rig.answer("2", FAULT)
    rig.controller.sign_in(OTHER, proven=True)
    rig.wait(60)
    rig.controller.retry_now([FaxId("1"), FaxId("2")])
    assert rig.under_way == []
    assert rig.status("1") == "held_account"
    rig.ask("3")
    assert rig.pool.jobs[FaxId("3")].credentials == OTHER
    rig.answer("3", UNREACHABLE)
    rig.wait(30)
    assert rig.under_way == ["3"]
    rig.controller.sign_in(CLINIC, proven=True)
    rig.answer("3", UNREACHABLE)
    rig.wait(15)
    assert len(rig.under_way) == 1
    rig.answer(rig.under_way[0], CONVERTING)
    rig.wait(10)
    assert {job.fax_id for job in rig.pool.jobs.values()} == {"1", "2"}
    assert all(job.credentials == CLINIC for job in rig.pool.jobs.values())
    assert rig.status("3") == "held_account"


def test_a_probe_that_was_refused_with_the_old_password_is_followed_by_another(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", UNREACHABLE)
    rig.answer("2", UNREACHABLE)
    rig.wait(2)
    rig.controller.sign_in(Credentials(CLINIC.account, "new"), proven=True)
    rig.answer(rig.under_way[0], REJECTED)
    rig.wait(0.2)
    assert [job.credentials.password for job in rig.pool.jobs.values()] == ["new"]


def test_nothing_is_sent_before_somebody_is_signed_in() -> None:
    rig = Rig(credentials=None)
    rig.ask("1")
    assert rig.under_way == []
    assert cause(rig) is PauseCause.SIGN_IN_NEEDED
    assert rig.status("1") == "held_sign_in"
    rig.controller.sign_in(CLINIC)
    assert cause(rig) is None
    assert rig.under_way == ["1"]
    assert rig.board.fax(FaxId("1")).account is None  # not before SRFax has accepted it
    rig.answer("1", CONVERTING)
    assert rig.board.fax(FaxId("1")).account == CLINIC.account


def test_signing_out_holds_everything_up(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", CONVERTING)
    rig.controller.sign_in(None)
    rig.wait(20)
    assert rig.under_way == []
    assert cause(rig) is PauseCause.SIGN_IN_NEEDED


def test_signing_out_while_srfax_is_out_of_reach_asks_for_a_sign_in(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.controller.sign_in(None)
    rig.controller.network_is_back()
    rig.wait(30)
    assert rig.under_way == []
    assert cause(rig) is PauseCause.SIGN_IN_NEEDED


def test_one_fax_finds_out_for_all_and_all_go_on_when_it_gets_through(rig: Rig) -> None:
    rig.ask("1", "2", "3", "4", "5", "6")
    for fax_id in list(rig.under_way):
        rig.answer(fax_id, UNREACHABLE)
    for wait_s in (2, 4, 8, 15, 15):
        assert rig.status("6") == "held_unreachable"
        assert rig.board.pause_due_in_s() == pytest.approx(wait_s, abs=0.2)
        rig.wait(wait_s - 0.2)
        assert rig.under_way == []
        rig.wait(0.3)
        assert len(rig.under_way) == 1
        rig.answer(rig.under_way[0], UNREACHABLE)
    rig.wait(15)
    rig.answer(rig.under_way[0], STOPPED)
    assert len(rig.under_way) == 4
    assert cause(rig) is None


@pytest.mark.parametrize("answer", [TIMED_OUT, FAULT, CONVERTING])
def test_whatever_comes_back_shows_that_srfax_can_be_reached(rig: Rig, answer: StopAnswer) -> None:
    rig.ask("1", "2")
    rig.answer("1", UNREACHABLE)
    rig.answer("2", UNREACHABLE)
    rig.wait(2)
    rig.answer(rig.under_way[0], answer)
    assert cause(rig) is None


def test_the_system_says_that_the_network_is_back(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.controller.network_is_back()
    rig.controller.network_is_back()
    assert rig.under_way == ["1"]


def test_retry_now_looks_at_once(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.controller.retry_now([FaxId("1")])
    assert rig.under_way == ["1"]


def test_a_new_stop_looks_at_once_where_srfax_was_out_of_reach(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.ask("2")
    assert len(rig.under_way) == 1


def test_out_of_reach_for_an_hour_is_not_confirmed(rig: Rig) -> None:
    rig.ask("1", "2")
    for fax_id in ("1", "2"):
        rig.answer(fax_id, UNREACHABLE)
    began_s = rig.clock.now_s
    while rig.board.under_way:
        rig.wait(rig.board.pause_due_in_s() or 0)
        rig.answer(rig.under_way[0], UNREACHABLE)
    assert 3540 < rig.clock.now_s - began_s <= 3601
    assert {rig.status("1"), rig.status("2")} == {"not_confirmed"}
    assert cause(rig) is None


def test_a_block_is_probed_ever_more_seldom_and_lifted_by_srfaxs_words_only(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", BLOCKED)
    rig.answer("2", BLOCKED)
    for wait_s, answer in ((10, BLOCKED), (30, FAULT), (60, TIMED_OUT), (300, BLOCKED), (300, CONVERTING)):
        assert cause(rig) is PauseCause.BLOCKED
        assert rig.board.pause_due_in_s() == pytest.approx(wait_s, abs=0.2)
        rig.ask("3")
        assert rig.under_way == []
        rig.wait(wait_s)
        rig.answer(rig.under_way[0], answer)
    assert cause(rig) is None
    assert len(rig.under_way) == 2


def test_a_certificate_that_is_not_trusted_is_tried_again_by_hand_only(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", UNTRUSTED)
    rig.answer("2", UNTRUSTED)
    rig.leap(86_400)
    assert rig.under_way == []
    rig.controller.probe_now()
    assert len(rig.under_way) == 1
    rig.answer(rig.under_way[0], STOPPED)
    assert len(rig.under_way) == 1


def test_the_graver_cause_wins(rig: Rig) -> None:
    rig.ask("1", "2", "3")
    rig.answer("1", REJECTED)
    rig.answer("2", UNREACHABLE)
    rig.answer("3", BLOCKED)
    assert cause(rig) is PauseCause.LOGIN_REJECTED
    other = Rig()
    other.ask("1", "2")
    other.answer("1", UNREACHABLE)
    other.answer("2", REJECTED)
    assert cause(other) is PauseCause.LOGIN_REJECTED


def test_a_probe_that_meets_something_else_changes_the_cause(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", BLOCKED)
    rig.wait(10)
    rig.answer("1", UNREACHABLE)
    assert cause(rig) is PauseCause.UNREACHABLE
    assert rig.board.pause_due_in_s() == pytest.approx(2, abs=0.01)


def test_a_countdown_that_ends_in_a_pause_takes_its_place_in_line(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", CONVERTING)
    rig.answer("2", REJECTED)
    rig.wait(12)
    assert rig.status("1") == "held_sign_in"
    rig.controller.sign_in(Credentials(CLINIC.account, "new"), proven=True)
    assert sorted(rig.under_way) == ["1", "2"]


def test_time_spent_in_a_pause_is_nobodys_failure(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", CONVERTING)
    rig.answer("2", REJECTED)
    rig.leap(3600)
    rig.controller.sign_in(CLINIC, proven=True)
    rig.answer("1", CONVERTING)
    assert rig.status("1") == "retrying"


def test_the_one_to_be_tried_next_finds_out_where_nobody_is_in_line(rig: Rig) -> None:
    rig.ask("1", "2")
    rig.answer("1", CONVERTING)
    rig.answer("2", UNREACHABLE)
    rig.controller.end([FaxId("2")])
    assert cause(rig) is PauseCause.UNREACHABLE
    rig.wait(2)
    assert rig.under_way == ["1"]


def test_a_pause_ends_with_the_last_fax_that_it_held_up(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.controller.end([FaxId("1")])
    assert cause(rig) is None


def test_a_refused_password_is_not_sent_again_though_nothing_is_left_to_stop(rig: Rig) -> None:
    rig.ask("1")
    rig.answer("1", REJECTED)
    rig.controller.end([FaxId("1")])
    rig.ask("2")
    assert rig.under_way == []
    assert cause(rig) is PauseCause.LOGIN_REJECTED


def test_without_automatic_retry_a_pause_waits_for_the_user() -> None:
    rig = Rig(policy=RetryPolicy(automatic=False))
    rig.ask("1")
    rig.answer("1", UNREACHABLE)
    rig.wait(10)
    assert rig.under_way == []
    assert rig.board.pause_due_in_s() is None
    rig.controller.probe_now()
    assert rig.under_way == ["1"]


@pytest.mark.parametrize("answer", [REJECTED, UNTRUSTED])
def test_where_nobody_is_there_what_only_a_person_can_mend_ends_all(answer: StopAnswer) -> None:
    rig = Rig(policy=RetryPolicy(attended=False), proven=False)
    rig.ask(*FIVE_HUNDRED)
    rig.answer("1", answer)
    assert len(rig.finished) == 500
    assert len(rig.pool.given) == 1
    assert {fax.outcome for fax in rig.board.faxes()} == {answer.outcome}
    assert {fax.attempts for fax in rig.board.faxes()} == {0, 1}


def test_the_sums_agree_with_the_rows_in_a_pause(rig: Rig) -> None:
    rig.ask("1", "2", "3", "4", "5")
    rig.answer("1", UNREACHABLE)
    assert rig.board.counts() == {"held_unreachable": 2, "stopping": 3}


def test_faxes_do_not_belong_to_an_account_that_srfax_never_accepted() -> None:
    rig = Rig(credentials=None)
    rig.controller.sign_in(Credentials(AccountNumber("12346"), "right"))  # mistyped
    rig.ask("1", "2")
    rig.answer("1", REJECTED)
    rig.controller.sign_in(CLINIC, proven=True)
    assert sorted(rig.under_way) == ["1", "2"]


def test_what_was_listed_for_an_accepted_account_stays_its_own() -> None:
    rig = Rig(proven=False)
    rig.ask("1", "2")
    rig.controller.add([FaxId("3")])
    rig.answer("1", CONVERTING)
    rig.answer("2", REJECTED)
    rig.controller.sign_in(Credentials(AccountNumber("67890"), "right"), proven=True)
    assert rig.under_way == []
    assert {fax.account for fax in rig.board.faxes()} == {CLINIC.account}
    assert rig.status("2") == "held_account"


@pytest.mark.parametrize("answer", [REJECTED, UNTRUSTED])
def test_no_row_counts_down_to_a_try_that_a_pause_will_not_let_go(answer: StopAnswer) -> None:
    rig = Rig()
    rig.ask("1", "2")
    rig.answer("1", replace(FAULT, retry_after_s=200))
    rig.answer("2", answer)
    held = "held_sign_in" if answer is REJECTED else "held_untrusted"
    assert rig.status("1") == held
    assert rig.board.due_in_s(FaxId("1")) is None
    assert rig.board.next_due_in_s() is None
    assert rig.board.counts() == {held: 2}
    rig.controller.sign_in(replace(CLINIC, password="new"), proven=True)
    if answer is REJECTED:
        assert rig.status("1") == "retrying"  # and waits as long as it was told to
        assert rig.under_way == ["2"]


def test_a_block_is_not_over_because_nothing_is_left_that_it_holds_up() -> None:
    rig = Rig()
    rig.ask("1", "2", "3", "4", "5")
    for fax_id in list(rig.under_way):
        rig.answer(fax_id, BLOCKED)
    rig.controller.end([FaxId(str(number)) for number in range(1, 6)])
    assert rig.board.pause is None
    sent = len(rig.pool.given)
    rig.ask("1", "2", "3", "4", "5")
    assert len(rig.pool.given) == sent + 1  # one finds out for all
    assert cause(rig) is PauseCause.BLOCKED
    rig.answer("1", CONVERTING)
    assert rig.board.pause is None
    assert len(rig.under_way) == 4
