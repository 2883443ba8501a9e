# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""No sentence has a hole in it, whatever codes meet in it, and none claims what SRFax did not say."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from srfax_desktop.core.action import Action
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.id_entry import read_ids
from srfax_desktop.core.outcome import Reason, StopAnswer, StopOutcome
from srfax_desktop.core.pause import Pause, PauseCause
from srfax_desktop.core.sign_in import AccountProblem, SignInAnswer
from srfax_desktop.core.status import Status
from srfax_desktop.ui import notices
from srfax_desktop.ui.messages import (
    action_words,
    answer_words,
    event_words,
    next_step,
    outcome_words,
    reason_words,
    status_meaning,
    status_words,
)
from srfax_desktop.ui.notices import entry_words, pause_words, sign_in_words, store_trouble_words

NOW = datetime(2026, 1, 1, 12, 30, tzinfo=UTC)

FLAWS = ("{", "}", "  ", ": .", "?.", "?)", "..", "()", " )", "( ", "None", " ,", "!.")
"""What an empty place in a template, or a sentence put into another one, leaves behind."""


def assert_whole(words: str) -> None:
    assert words
    assert words == words.strip()
    assert not [flaw for flaw in FLAWS if flaw in words], words


@pytest.mark.parametrize("status", Status)
def test_a_status(status: Status) -> None:
    assert_whole(status_words(status))
    assert_whole(status_words(status, 3.0))
    assert_whole(status_meaning(status))
    if step := next_step(status):
        assert_whole(step)


@pytest.mark.parametrize("status", set(Status) - {Status.STOPPED, Status.PARTIALLY_SENT})
def test_only_what_srfax_said_sounds_like_an_end(status: Status) -> None:
    assert "cancelled" not in status_meaning(status)


def test_no_sentence_names_a_time_that_the_settings_may_have_changed() -> None:
    for status in Status:
        assert "minute" not in status_meaning(status) + next_step(status)


@pytest.mark.parametrize("action", Action)
def test_an_action(action: Action) -> None:
    assert_whole(action_words(action))
    assert_whole(action_words(action, 3.0))


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("http_status", [None, 503])
def test_a_reason_wherever_it_stands(reason: Reason, http_status: int | None) -> None:
    if reason is not Reason.DOCUMENTED:
        assert_whole(reason_words(reason, http_status))
    for outcome in StopOutcome:
        answer = StopAnswer(outcome, reason=reason, http_status=http_status)
        assert_whole(answer_words(answer))
        assert_whole(sign_in_words(SignInAnswer(problem=outcome, reason=reason)))
        for cause in PauseCause:
            assert_whole(pause_words(Pause(cause, 0.0, answer), 4.0))
            assert_whole(pause_words(Pause(cause, 0.0, answer, probing=True), None))


def test_what_srfax_said_itself_needs_no_reason() -> None:
    for outcome in StopOutcome:
        assert answer_words(StopAnswer(outcome, "its words")) == outcome_words(outcome)


@pytest.mark.parametrize("event", HistoryEvent)
def test_an_event(event: HistoryEvent) -> None:
    assert_whole(event_words(HistoryEntry(NOW, FaxId("1"), event, attempt=2)))


@pytest.mark.parametrize("problem", AccountProblem)
def test_an_account_problem(problem: AccountProblem) -> None:
    assert_whole(notices.account_problem_words(problem))


@pytest.mark.parametrize("problem", StopOutcome)
def test_no_sign_in_that_failed_sounds_accepted(problem: StopOutcome) -> None:
    words = sign_in_words(SignInAnswer(problem=problem, reason=Reason.DOCUMENTED))
    assert_whole(words)
    assert "accepts" not in words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("1", "1 added"),
        ("1 2", "2 added"),
        ("9", "already in the list: 9"),
        ("1 1 1", "1 added · given twice, added once: 1"),
        ("1 9 1 x,y", "1 added · already in the list: 9 · given twice, added once: 1 · not a fax ID: x, y"),
        ("{0} {1}", "not a fax ID: {0}, {1}"),
    ],
)
def test_what_became_of_what_was_entered(text: str, words: str) -> None:
    assert entry_words(read_ids(text, {"9"})) == words


def test_words_from_outside_are_no_templates() -> None:
    assert sign_in_words(SignInAnswer(account_name="{0}")) == "SRFax accepts this sign-in: {0}."
    assert "{x}" in notices.moved_aside_words("{x}")
    assert sign_in_words(SignInAnswer()) == "SRFax accepts this sign-in."


@pytest.mark.parametrize("count", [1, 3])
def test_one_is_not_many(count: int) -> None:
    for words in (notices.restored_words(count), notices.cannot_remove_words(count)):
        assert_whole(words)
        assert words.startswith(f"{count} {'stop ' if 'asked' in words else 'fax '}") is (count == 1)


@pytest.mark.parametrize(
    "words",
    [
        notices.practice_words(),
        notices.finishing_words(),
        notices.not_kept_words(),
        notices.vault_failed_words(),
        notices.password_missing_words(),
        notices.moved_aside_words("srfax.damaged"),
        store_trouble_words("unheard of"),
    ],
)
def test_sentences_without_a_choice(words: str) -> None:
    assert_whole(words)
