# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every code has its words, and every status its looks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtSvg import QSvgRenderer

from srfax_desktop.core.action import ACTION, Action
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.id_entry import IdEntry
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.pause import CAUSE_OF, Pause, PauseCause
from srfax_desktop.core.sign_in import AccountProblem, SignInAnswer
from srfax_desktop.core.status import FINAL, TRYING, Status
from srfax_desktop.store.problems import Problem
from srfax_desktop.ui import messages, notices, status_style
from srfax_desktop.ui.resource_path import resource_path
from srfax_desktop.ui.status_style import STATUS_STYLE

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WHY = {
    StopOutcome.LOGIN_REJECTED: Reason.DOCUMENTED,
    StopOutcome.BLOCKED: Reason.BLANK,
    StopOutcome.UNREACHABLE: Reason.CONNECTION_REFUSED,
    StopOutcome.UNTRUSTED_CERTIFICATE: Reason.CERTIFICATE,
}


def test_the_contract_s_words() -> None:
    words = messages.status_words
    assert words(Status.WAITING) == "Waiting"
    assert words(Status.STOPPING) == "Stopping…"
    assert words(Status.STOPPED) == "Stopped"
    assert words(Status.PARTIALLY_SENT) == "Stopped – some pages were sent"
    assert words(Status.ALREADY_SENT) == "Too late – already sent"
    assert words(Status.RETRYING, 7.0) == "Retrying in 7 s"
    assert words(Status.SIGN_IN_REFUSED) == "Sign-in refused"
    assert words(Status.NOT_CONFIRMED) == "Not confirmed – may still be going out"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-3, "0 s"),
        (0, "0 s"),
        (0.01, "1 s"),
        (6.01, "7 s"),
        (7, "7 s"),
        (59.2, "1 min"),
        (61, "1 min 1 s"),
        (3600, "60 min"),
    ],
)
def test_a_countdown_rounds_up(seconds: float, words: str) -> None:
    assert messages.duration(seconds) == words


@pytest.mark.parametrize("status", Status)
def test_a_status_says_all_that_there_is_to_say(status: Status) -> None:
    assert messages.status_words(status)
    assert messages.status_words(status, 7.0)
    assert messages.status_meaning(status).endswith(".")
    assert messages.fax_words("1", status).startswith("Fax 1: ")
    assert status in FINAL | TRYING | {Status.WAITING, Status.SENT, Status.FAILED}
    style = STATUS_STYLE[status]
    assert QSvgRenderer(str(resource_path("icons", f"{style.icon}.svg"))).isValid()


def test_no_two_statuses_say_or_rank_the_same() -> None:
    assert len({messages.status_words(status) for status in Status}) == len(Status)
    assert sorted(style.rank for style in STATUS_STYLE.values()) == list(range(len(Status)))


def test_what_is_not_stopped_never_reads_as_stopped() -> None:
    said = {status: messages.status_words(status) for status in Status}
    assert {status for status, words in said.items() if words.startswith("Stopped")} == {
        Status.STOPPED,
        Status.PARTIALLY_SENT,
    }
    assert {status for status in Status if STATUS_STYLE[status].tone is status_style.GOOD} == {Status.STOPPED}


def test_every_status_that_needs_a_hand_says_what_to_do() -> None:
    needy = FINAL | {Status.WAITING, Status.SIGN_IN_REFUSED, Status.HELD_SIGN_IN, Status.HELD_UNTRUSTED}
    assert all(messages.next_step(status) for status in needy)


@pytest.mark.parametrize("action", Action)
def test_an_action_has_words(action: Action) -> None:
    assert messages.action_words(action)
    assert messages.action_words(action, 4.2) == (
        "Retry in 5 s" if action is Action.RETRY_NOW else messages.action_words(action)
    )
    assert action in ACTION.values()


@pytest.mark.parametrize("outcome", StopOutcome)
def test_an_outcome_has_words(outcome: StopOutcome) -> None:
    assert messages.outcome_words(outcome)
    assert messages.answer_words(StopAnswer(outcome, reason=Reason.INTERNAL)).endswith(
        "(an error in this program; the log has it)"
    )


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("http_status", [None, 503])
def test_a_reason_has_words(reason: Reason, http_status: int | None) -> None:
    words = messages.reason_words(reason, http_status)
    assert bool(words) is (reason is not Reason.DOCUMENTED)
    assert "None" not in words
    assert words == words.strip(), "a sentence may be left hanging where there is no HTTP status"


@pytest.mark.parametrize("event", HistoryEvent)
def test_an_event_has_words(event: HistoryEvent) -> None:
    assert messages.event_words(HistoryEntry(NOW, FaxId("1"), event))
    answered = HistoryEntry(
        NOW, FaxId("1"), event, attempt=2, outcome=StopOutcome.CONVERTING, retry_in_s=10.0
    )
    assert messages.event_words(answered)


def test_an_answer_in_the_history_says_when_it_is_tried_again() -> None:
    entry = HistoryEntry(
        NOW,
        FaxId("1"),
        HistoryEvent.ANSWERED,
        attempt=2,
        outcome=StopOutcome.SERVICE_FAULT,
        reason=Reason.HTTP_STATUS,
        http_status=503,
        retry_in_s=4.0,
    )
    assert messages.event_words(entry) == (
        "Attempt 2: Fault at SRFax or on the way (the service answered with HTTP status 503) – again in 4 s"
    )


@pytest.mark.parametrize("cause", PauseCause)
def test_a_pause_says_what_stands_in_the_way(cause: PauseCause) -> None:
    outcome = {cause: outcome for outcome, cause in CAUSE_OF.items()}.get(cause)
    answer = StopAnswer(outcome, reason=WHY[outcome]) if outcome else None
    words = notices.pause_words(Pause(cause, 0.0, answer), None)
    assert words.endswith(".")
    assert "{" not in words
    assert notices.pause_words(Pause(cause, 0.0, answer), 4.0) == f"{words} Trying again in 4 s."
    assert notices.pause_words(Pause(cause, 0.0, answer, probing=True), 4.0) == f"{words} Trying now…"


@pytest.mark.parametrize("outcome", CAUSE_OF)
@pytest.mark.parametrize("reason", Reason)
def test_no_reason_leaves_a_hole_in_the_sentence(outcome: StopOutcome, reason: Reason) -> None:
    pause = Pause(CAUSE_OF[outcome], 0.0, StopAnswer(outcome, reason=reason))
    assert ": ." not in notices.pause_words(pause, None)


@pytest.mark.parametrize("problem", AccountProblem)
def test_a_mistaken_account_number_is_explained(problem: AccountProblem) -> None:
    assert notices.account_problem_words(problem).endswith(".")


def test_the_classic_mistake_is_named() -> None:
    assert "e-mail" in notices.account_problem_words(AccountProblem.EMAIL)


@pytest.mark.parametrize("problem", [None, *StopOutcome])
def test_what_came_of_a_sign_in_has_words(problem: StopOutcome | None) -> None:
    assert notices.sign_in_words(SignInAnswer(problem, reason=Reason.NO_ANSWER))


@pytest.mark.parametrize("problem", Problem)
def test_a_problem_of_the_disk_has_words_of_its_own(problem: Problem) -> None:
    words = notices.store_trouble_words(problem)
    assert words.startswith("The list cannot be saved: ")
    if problem is not Problem.FAILED:
        assert words != notices.store_trouble_words("something new")


def test_the_summary_counts_every_status_once() -> None:
    for status in Status:
        words = notices.summary_words({status: 7}, None)
        assert words.count("7 ") == 1, f"{status} is not in the summary"


def test_the_summary_as_it_was_promised() -> None:
    counts = {Status.STOPPED: 3, Status.PARTIALLY_SENT: 1, Status.RETRYING: 2}
    assert notices.summary_words(counts, 3.2) == "1 partly sent · 2 retrying, next in 4 s · 3 stopped"
    assert notices.summary_words({}, None) == ""


def test_each_piece_that_was_entered_is_told_of() -> None:
    entry = IdEntry((FaxId("1"),), (FaxId("2"),), (FaxId("3"),), ("x", "y" * 99))
    assert notices.entry_words(entry) == (
        f"1 added · already in the list: 3 · given twice, added once: 2 · not a fax ID: x, {'y' * 29}…"
    )


def test_many_rejected_pieces_are_counted() -> None:
    entry = IdEntry(rejected=tuple("abcdefgh"))
    assert notices.entry_words(entry) == "not a fax ID: a, b, c, d, e and 3 more"
