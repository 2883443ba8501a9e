# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What lists tell, put together, and which faxes look like the same document."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.listing import (
    FaxDetails,
    ListAnswer,
    ListSource,
    SentStatus,
    merged,
    queued_time,
    siblings,
)
from srfax_desktop.core.outcome import Reason, StopOutcome

SENT_AT = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
FAX = FaxDetails(
    FaxId("1"),
    SentStatus.IN_PROGRESS,
    subject="Referral",
    queued_at_text="Mar 01/26 10:00 AM",
    sender="office@example.com",
    document="20260301100001-8812-34_0",
)
ELSEWHERE = replace(  # has nothing in common with FAX
    FAX,
    fax_id=FaxId("2"),
    subject="Consult note",
    queued_at_text="Mar 01/26 10:05 AM",
    sender="other@example.com",
    document="20260301100501-8812-35_0",
)


def are_siblings(one: FaxDetails, other: FaxDetails) -> bool:
    found = siblings(one, [other])
    assert siblings(other, [one]) == ((one,) if found else ()) or not one.may_be_queued
    return bool(found)


# --- the same document -----------------------------------------------------------------------------


def test_a_broadcast_is_found_by_subject_and_file_prefix() -> None:
    others = [
        replace(ELSEWHERE, fax_id=FaxId(str(n)), subject=" referral", document=f"20260301100001-8812-34_{n}")
        for n in range(2, 5)
    ]
    assert siblings(FAX, [ELSEWHERE, *others]) == tuple(others)


@pytest.mark.parametrize(
    ("document", "alike"),
    [
        ("20260301100001-8812-34_1", True),
        ("20260301100001-8812-34-1", True),
        ("20260301100001-8812-34", False),  # its last counter is another one
        ("20260301100001-8812-34_x", False),
        ("20260301100001-8812-35_0", False),
        ("_0", False),
        (None, False),
    ],
)
def test_the_prefix_is_what_stands_before_the_last_counter(document: str | None, alike: bool) -> None:
    assert are_siblings(FAX, replace(ELSEWHERE, subject="Referral", document=document)) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Referral", "REFERRAL  ", True),
        ("Referral", "Referral 2", False),
        (None, None, True),
        (None, "Referral", False),
    ],
)
def test_the_same_prefix_alone_is_not_enough(one: str | None, other: str | None, alike: bool) -> None:
    there = replace(ELSEWHERE, document=FAX.document, subject=other)
    assert are_siblings(replace(FAX, subject=one), there) is alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Mar 01/26 10:00 AM", "mar 01/26  10:00 am", True),
        ("Mar 01/26 10:00 AM", "Mar 01/26 10:01 AM", False),
        ("Mar 01/26 10:00 AM", "Mar 02/26 10:00 AM", False),
        ("2026-03-01 10:00:01", "2026-03-01 10:00:59", True),
        ("2026-03-01 10:00:59", "2026-03-01 10:01:00", False),
        (None, "Mar 01/26 10:00 AM", False),
    ],
)
def test_the_same_minute_by_the_same_sender(one: str | None, other: str | None, alike: bool) -> None:
    there = replace(ELSEWHERE, sender=FAX.sender, queued_at_text=other)
    assert are_siblings(replace(FAX, queued_at_text=one), there) is alike
    assert not are_siblings(replace(FAX, queued_at_text=one), replace(there, sender="else@example.com"))
    assert not are_siblings(replace(FAX, queued_at_text=one, sender=None), replace(there, sender=None))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("20260301100001-1-1_0", "20260301100059-1-2_0", True),
        ("20260301100001-1-1_0", "20260301100100-1-2_0", False),
        ("202603011000011-1_0", "202603011000012-1_0", False),  # no time: it has a digit too many
        ("scan.pdf", "scan.pdf", False),
        (None, None, False),
        ("20260301100001-1-1_0", None, False),
    ],
)
def test_the_minute_in_the_documents_name_where_date_queued_is_missing(
    one: str | None, other: str | None, alike: bool
) -> None:
    here = replace(FAX, queued_at_text=None, document=one)
    there = replace(ELSEWHERE, sender=FAX.sender, document=other)
    assert are_siblings(here, there) is alike


@pytest.mark.parametrize(
    ("status", "queued"),
    [
        (SentStatus.IN_PROGRESS, True),
        (SentStatus.OTHER, True),
        (None, True),
        (SentStatus.SENT, False),
        (SentStatus.FAILED, False),
        (SentStatus.SENDING_EMAIL, False),
        (SentStatus.UNKNOWN, False),
    ],
)
def test_only_what_may_be_queued_is_offered(status: SentStatus | None, queued: bool) -> None:
    other = replace(FAX, fax_id=FaxId("2"), status=status)
    assert other.may_be_queued is queued
    assert siblings(FAX, [other]) == ((other,) if queued else ())
    assert siblings(replace(FAX, status=SentStatus.FAILED), [other]) == ((other,) if queued else ())


def test_never_itself_and_never_twice() -> None:
    other = replace(FAX, fax_id=FaxId("2"))
    assert siblings(FAX, [FAX, other, replace(FAX, pages=3), other]) == (other,)
    assert siblings(FAX, []) == ()


# --- what two lists tell ---------------------------------------------------------------------------


def test_merging_keeps_what_the_newer_does_not_tell() -> None:
    newer = FaxDetails(FaxId("1"), SentStatus.SENT, "Sent", pages=3, sent_at=SENT_AT)
    both = merged(FAX, newer)
    assert both == replace(FAX, status=SentStatus.SENT, status_text="Sent", pages=3, sent_at=SENT_AT)
    assert merged(both, FaxDetails(FaxId("1"))) == both


def test_a_status_and_its_text_stay_together() -> None:
    older = replace(FAX, status_text="In Progress")
    newer = FaxDetails(FaxId("1"), None, "stray")
    assert merged(older, newer).status_text == "In Progress"


def test_a_fax_in_progress_has_not_been_sent() -> None:
    older = replace(FAX, status=SentStatus.FAILED, sent_at=SENT_AT)
    assert merged(older, replace(FAX, status=SentStatus.IN_PROGRESS)).sent_at is None


# --- what a list is worth --------------------------------------------------------------------------


def test_only_a_list_read_whole_is_complete() -> None:
    answer = ListAnswer(ListSource.QUEUE)
    assert answer.is_complete
    assert not replace(answer, unread=("{}",)).is_complete
    assert not replace(answer, problem=StopOutcome.TIMED_OUT).is_complete


@pytest.mark.parametrize(
    ("problem", "reason", "refused"),
    [
        (StopOutcome.SERVICE_FAULT, Reason.UNKNOWN_TEXT, True),
        (StopOutcome.SERVICE_FAULT, Reason.NOT_TEXT, True),
        (StopOutcome.SERVICE_FAULT, Reason.HTTP_STATUS, False),
        (StopOutcome.UNRECOGNISED, Reason.UNKNOWN_TEXT, False),
        (None, None, False),
    ],
)
def test_a_refusal_is_in_srfaxs_own_words(
    problem: StopOutcome | None, reason: Reason | None, refused: bool
) -> None:
    assert ListAnswer(ListSource.QUEUE, problem, reason).was_refused is refused


def test_no_repr_tells_what_a_log_must_not_have() -> None:
    fax = replace(FAX, to_number="16045550123", subject="Referral", sender="office@example.com")
    answer = ListAnswer(ListSource.QUEUE, result="to 16045550123", faxes=(fax,), unread=("16045550123",))
    for secret in ("16045550123", "Referral", "office@example.com"):
        assert secret not in repr(answer)


@pytest.mark.parametrize(
    ("written", "document", "queued"),
    [
        ("Mar 01/26 10:00 AM", "20260301100024-8812-42_0", "2026-03-01T10:00:24"),
        ("Mar 01/26 10:00 PM", None, "2026-03-01T22:00:00"),
        ("Mar 01/26 12:05 AM", None, "2026-03-01T00:05:00"),
        ("Mar 01/26 11:00 AM", "20260301100024-8812-42_0", "2026-03-01T11:00:00"),
        (None, "20260301100024-8812-42_0", "2026-03-01T10:00:24"),
        ("soon", "20260301100024-8812-42_0", "2026-03-01T10:00:24"),
        ("Mars 01/26 10:00", "scan.pdf", None),
        (None, "20261301100024-8812-42_0", None),  # no such month
        (None, None, None),
    ],
)
def test_when_a_fax_was_queued(written: str | None, document: str | None, queued: str | None) -> None:
    at = queued_time(replace(FAX, queued_at_text=written, document=document))
    assert (at.isoformat() if at else None) == queued
