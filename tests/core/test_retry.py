# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The retry rules, against the table that they were agreed on."""

from __future__ import annotations

import pytest

from srfax_desktop.core.outcome import MEANING, StopOutcome
from srfax_desktop.core.retry import (
    BY_HAND,
    DEFAULT_RULES,
    GIVE_UP,
    NextTry,
    RetryPolicy,
    RetryRule,
    Streak,
    never_again,
)

POLICY = RetryPolicy()


def waits(outcome: StopOutcome, count: int, policy: RetryPolicy = POLICY) -> list[float | None]:
    """Return the waits of the first `count` tries in a row, no time passing but the waits themselves."""
    lasted_s, found = 0.0, []
    for number in range(1, count + 1):
        wait_s = policy.next_try(outcome, Streak(number, lasted_s, lasted_s)).wait_s
        found.append(wait_s)
        lasted_s += wait_s or 0.0
    return found


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (StopOutcome.CONVERTING, [10, 10, 10, 10]),
        (StopOutcome.NOT_FOUND, [5, 5, 5, 5]),
        (StopOutcome.UNREACHABLE, [2, 4, 8, 15, 15, 15]),
        (StopOutcome.TIMED_OUT, [2, 4, 8, 15, 30, 30]),
        (StopOutcome.SERVICE_FAULT, [2, 4, 8, 15, 30, 30]),
        (StopOutcome.UNRECOGNISED, [10, 10, 10, None]),
        (StopOutcome.BLOCKED, [10, 30, 60, 300, 300]),
    ],
)
def test_the_waits_are_those_of_the_table(outcome: StopOutcome, expected: list[float | None]) -> None:
    assert waits(outcome, len(expected)) == expected


@pytest.mark.parametrize(
    ("outcome", "minutes"),
    [
        (StopOutcome.CONVERTING, 15),
        (StopOutcome.NOT_FOUND, 2),
        (StopOutcome.UNREACHABLE, 60),
        (StopOutcome.TIMED_OUT, 15),
        (StopOutcome.SERVICE_FAULT, 15),
        (StopOutcome.BLOCKED, 60),
    ],
)
def test_each_gives_up_when_its_time_is_over(outcome: StopOutcome, minutes: int) -> None:
    limit_s = minutes * 60.0
    wait_s = DEFAULT_RULES[outcome].waits_s[-1]
    last = Streak(99, limit_s - wait_s, limit_s)
    too_late = Streak(99, limit_s - wait_s + 0.1, limit_s)
    assert POLICY.next_try(outcome, last) == NextTry(wait_s)
    assert POLICY.next_try(outcome, too_late) == GIVE_UP


@pytest.mark.parametrize("outcome", [StopOutcome.LOGIN_REJECTED, StopOutcome.UNTRUSTED_CERTIFICATE])
def test_what_only_a_person_can_mend_waits_for_one(outcome: StopOutcome) -> None:
    for_ever = Streak(1, 1e9, 1e9)
    assert POLICY.next_try(outcome, for_ever) == BY_HAND
    assert RetryPolicy(attended=False).next_try(outcome, for_ever) == GIVE_UP


def test_every_outcome_that_does_not_decide_has_a_rule_and_no_other() -> None:
    assert set(DEFAULT_RULES) == {outcome for outcome in StopOutcome if not MEANING[outcome].decided}
    assert set(MEANING) == set(StopOutcome)


@pytest.mark.parametrize(("jitter", "wait_s"), [(-1.0, 24.0), (0.0, 30.0), (1.0, 36.0)])
def test_faults_are_spread_by_a_fifth(jitter: float, wait_s: float) -> None:
    assert POLICY.next_try(StopOutcome.TIMED_OUT, Streak(9, 0, 0), jitter=jitter).wait_s == pytest.approx(
        wait_s
    )
    assert POLICY.next_try(StopOutcome.CONVERTING, Streak(9, 0, 0), jitter=jitter).wait_s == 10


@pytest.mark.parametrize(
    ("asked_s", "wait_s"),
    [(1.0, 2.0), (60.0, 60.0), (300.0, 300.0), (86_400.0, 300.0)],
)
def test_retry_after_is_obeyed_up_to_five_minutes_and_never_shortens_a_wait(
    asked_s: float, wait_s: float
) -> None:
    assert POLICY.next_try(StopOutcome.SERVICE_FAULT, Streak(1, 0, 0), asked_s).wait_s == wait_s


def test_retry_after_does_not_change_what_srfax_documents() -> None:
    assert POLICY.next_try(StopOutcome.CONVERTING, Streak(1, 0, 0), 99.0).wait_s == 10


def test_a_limit_for_everything_counts_from_the_asking() -> None:
    policy = RetryPolicy(give_up_after_s=60)
    assert policy.next_try(StopOutcome.CONVERTING, Streak(1, 0, 50)).wait_s == 10
    assert policy.next_try(StopOutcome.CONVERTING, Streak(1, 0, 50.1)) == GIVE_UP


def test_never_again_gives_up_at_once_where_nobody_is_there() -> None:
    policy = RetryPolicy(never_again(), attended=False)
    assert {policy.next_try(outcome, Streak(1, 0, 0)) for outcome in DEFAULT_RULES} == {GIVE_UP}


def test_rules_can_be_changed() -> None:
    rules = {**DEFAULT_RULES, StopOutcome.CONVERTING: RetryRule((1, 3), 100)}
    assert waits(StopOutcome.CONVERTING, 4, RetryPolicy(rules)) == [1, 3, 3, 3]
