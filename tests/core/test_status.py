# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What a row says, what can be done about it, and what lifts a pause."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.core.fax import UNDER_WAY, AccountNumber, FaxId, FaxRecord, FaxState
from srfax_desktop.core.outcome import StopAnswer, StopOutcome
from srfax_desktop.core.pause import CAUSE_OF, Pause, PauseCause, lifts
from srfax_desktop.core.sign_in import AccountError, AccountProblem, Credentials, parse_account
from srfax_desktop.core.status import FINAL, TRYING, Status, held_by, status_of

CLINIC = AccountNumber("12345")


def fax(state: FaxState, **fields: object) -> FaxRecord:
    return FaxRecord(FaxId("1"), datetime(2026, 1, 1, tzinfo=UTC), state=state, **fields)  # type: ignore[arg-type]


def test_every_status_is_final_trying_or_waiting() -> None:
    assert FINAL | TRYING | {Status.WAITING, Status.SENT, Status.FAILED} == set(Status)
    assert not FINAL & TRYING
    shown = {status_of(fax(state), None, CLINIC) for state in UNDER_WAY}
    assert shown <= TRYING


@pytest.mark.parametrize("state", [state for state in FaxState if state is not FaxState.ASKED])
def test_a_pause_changes_only_what_waits_for_its_turn(state: FaxState) -> None:
    pause = Pause(PauseCause.UNREACHABLE, 0)
    assert status_of(fax(state), pause, CLINIC) == status_of(fax(state), None, CLINIC) == state.value


def test_what_waits_for_its_turn_says_what_it_waits_for() -> None:
    assert status_of(fax(FaxState.ASKED), None, CLINIC) is Status.IN_LINE
    assert status_of(fax(FaxState.ASKED, account=CLINIC), None, CLINIC) is Status.IN_LINE
    assert status_of(fax(FaxState.ASKED, account=CLINIC), None, AccountNumber("9")) is Status.HELD_ACCOUNT
    for cause in PauseCause:
        pause = Pause(cause, 0)
        assert status_of(fax(FaxState.ASKED), pause, CLINIC) is held_by(pause)


def test_the_refused_fax_says_so_and_the_others_wait() -> None:
    refused = Pause(PauseCause.LOGIN_REJECTED, 0)
    rejected = fax(FaxState.ASKED, outcome=StopOutcome.LOGIN_REJECTED)
    assert status_of(rejected, refused, CLINIC) is Status.SIGN_IN_REFUSED
    assert status_of(fax(FaxState.ASKED), refused, CLINIC) is Status.HELD_SIGN_IN


def test_a_countdown_that_is_over_waits_for_the_user() -> None:
    assert status_of(fax(FaxState.RETRYING), None, CLINIC, retry_ready=True) is Status.RETRY_READY
    assert status_of(fax(FaxState.STOPPED), None, CLINIC, retry_ready=True) is Status.STOPPED


def test_nothing_can_be_done_about_a_decided_fax_or_one_being_asked() -> None:
    idle = {Status.STOPPED, Status.PARTIALLY_SENT, Status.ALREADY_SENT, Status.STOPPING, Status.ENDING}
    assert set(Status) - set(ACTION) == idle | {
        Status.IN_LINE,
        Status.SENT,
        Status.FAILED,
        Status.SENT_ANYWAY,
    }
    assert ACTION[Status.WAITING] is Action.STOP


@pytest.mark.parametrize("cause", PauseCause)
@pytest.mark.parametrize("outcome", StopOutcome)
def test_what_lifts_a_pause(cause: PauseCause, outcome: StopOutcome) -> None:
    spoke = outcome in {
        StopOutcome.STOPPED,
        StopOutcome.PARTIALLY_SENT,
        StopOutcome.ALREADY_SENT,
        StopOutcome.CONVERTING,
        StopOutcome.NOT_FOUND,
    }
    came = spoke or outcome in {StopOutcome.TIMED_OUT, StopOutcome.SERVICE_FAULT, StopOutcome.UNRECOGNISED}
    expected = {
        PauseCause.UNREACHABLE: came,
        PauseCause.UNTRUSTED_CERTIFICATE: came,
        PauseCause.BLOCKED: spoke,
        PauseCause.LOGIN_REJECTED: False,
        PauseCause.SIGN_IN_NEEDED: False,
    }[cause]
    assert lifts(Pause(cause, 0), StopAnswer(outcome)) is expected


def test_every_outcome_that_concerns_all_has_its_cause() -> None:
    assert set(CAUSE_OF) == {
        StopOutcome.UNREACHABLE,
        StopOutcome.BLOCKED,
        StopOutcome.LOGIN_REJECTED,
        StopOutcome.UNTRUSTED_CERTIFICATE,
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", AccountProblem.EMPTY),
        ("  ", AccountProblem.EMPTY),
        ("me@clinic.ca", AccountProblem.EMAIL),
        ("12 345", AccountProblem.NOT_DIGITS),
        ("x1", AccountProblem.NOT_DIGITS),
        ("１２３", AccountProblem.NOT_DIGITS),
    ],
)
def test_what_is_no_account_number_is_told_apart(text: str, problem: AccountProblem) -> None:
    with pytest.raises(AccountError) as error:
        parse_account(text)
    assert error.value.problem is problem


def test_an_account_number_may_have_spaces_around_it() -> None:
    assert parse_account(" 12345\n") == "12345"


def test_a_password_does_not_show() -> None:
    assert "secret" not in repr(Credentials(CLINIC, "secret"))
