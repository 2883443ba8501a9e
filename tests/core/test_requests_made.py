# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every request of a fax's history is in exactly one group, with its time, whatever became of it."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.requests_made import Request, request_groups
from tests.core.incidents import START, Past, long_past

SECOND = timedelta(seconds=1)


def test_what_came_to_the_same_is_one_group_with_every_time() -> None:
    many, one = request_groups(long_past(90))
    assert (many.result, many.status, many.outcome) == (
        "Unable to Cancel Fax",
        "Failed",
        StopOutcome.CONVERTING,
    )
    assert many.requests == tuple(
        Request(number, START + 2 * number * SECOND, START + (2 * number + 1) * SECOND)
        for number in range(1, 91)
    )
    assert [request.number for request in one.requests] == [91]


def test_other_words_make_another_group() -> None:
    past = Past().not_now(1).not_now(2, "unable to cancel fax").not_now(3, "unable to cancel fax")
    assert [len(group.requests) for group in request_groups(past.lines)] == [1, 2]


def test_the_same_words_after_others_are_a_group_of_their_own() -> None:
    past = Past().not_now(1).not_now(2, "other").not_now(3)
    assert [group.result for group in request_groups(past.lines)] == [
        "Unable to Cancel Fax",
        "other",
        "Unable to Cancel Fax",
    ]


def test_a_stop_that_is_asked_for_anew_begins_a_new_group() -> None:
    past = Past().not_now(1).not_now(2).not_now(1)
    assert [[request.number for request in group.requests] for group in request_groups(past.lines)] == [
        [1, 2],
        [1],
    ]


def test_each_group_knows_when_its_stop_was_asked_for_and_whether_that_was_anew() -> None:
    past = Past().listed().not_now(1).add(HistoryEvent.ASKED).not_now(2, "other").add(HistoryEvent.GAVE_UP)
    again = past.now
    past.add(HistoryEvent.ASKED).stopped(1).add(HistoryEvent.SENDING, attempt=1)
    first, hastened, anew, without = request_groups(past.lines)
    assert [group.asked_at for group in (first, hastened, anew)] == [START + SECOND, START + SECOND, again]
    assert not hastened.begins_anew(first)
    assert anew.begins_anew(hastened)
    assert without.begins_anew(anew)


def test_when_a_stop_was_asked_for_is_not_guessed_where_that_line_is_gone() -> None:
    (group,) = request_groups(Past().listed().not_now(1).lines[2:])
    assert group.asked_at is None


def test_a_reason_or_an_http_status_tells_two_faults_apart() -> None:
    past = Past()
    for attempt, status in ((1, 503), (2, 502), (3, 502)):
        past.tried(
            attempt, StopOutcome.SERVICE_FAULT, None, None, http_status=status, reason=Reason.HTTP_STATUS
        )
    assert [group.http_status for group in request_groups(past.lines)] == [503, 502]


def test_a_request_that_is_still_under_way_or_was_interrupted_has_no_end() -> None:
    past = Past().add(HistoryEvent.SENDING, attempt=1).add(HistoryEvent.INTERRUPTED, attempt=1)
    past.add(HistoryEvent.SENDING, attempt=2)
    interrupted, under_way = request_groups(past.lines)
    assert (interrupted.end, interrupted.requests) == (HistoryEvent.INTERRUPTED, (Request(1, START),))
    assert (under_way.end, under_way.requests) == (HistoryEvent.SENDING, (Request(2, START + 2 * SECOND),))


def test_an_answer_whose_request_is_gone_is_still_told() -> None:
    (group,) = request_groups(Past().not_now(7).lines[1:])
    assert group.requests == (Request(7, None, START + SECOND),)


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["answered", "interrupted", "open"]))))
def test_no_request_is_lost_or_told_twice(story: list[tuple[str, str]]) -> None:
    past = Past()
    for attempt, (result, end) in enumerate(story, 1):
        past.add(HistoryEvent.SENDING, attempt=attempt)
        if end != "open":
            past.add(HistoryEvent(end), attempt=attempt, result=result if end == "answered" else None)
    groups = request_groups(past.lines)
    told = [request for group in groups for request in group.requests]
    assert [request.number for request in told] == list(range(1, len(story) + 1))
    assert [request.sent_at for request in told] == [
        line.at for line in past.lines if line.event is HistoryEvent.SENDING
    ]
    assert not any(one.is_followed_by(other) for one, other in pairwise(groups))
