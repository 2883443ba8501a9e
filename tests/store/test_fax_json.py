# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is known of a fax comes back as it was; what cannot be read is nobody's secret in the log."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.listing import FaxDetails, SentStatus
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.store.fax_json import as_json, read_check, read_details, read_notes

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxRecord

FAX_ID = FaxId("31524120")

texts = st.none() | st.text(st.characters())  # half surrogate pairs among them
numbers = st.none() | st.integers(-(1 << 63), (1 << 63) - 1)
moments = st.datetimes(
    datetime(1970, 1, 2),  # noqa: DTZ001 – made aware by the line below
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-8))]),
)


@given(
    st.builds(
        FaxDetails,
        st.just(FAX_ID),
        status=st.none() | st.sampled_from(SentStatus),
        status_text=texts,
        to_number=texts,
        pages=numbers,
        subject=texts,
        queued_at_text=texts,
        sent_at=st.none() | moments,
        sender=texts,
        sub_user=texts,
        document=texts,
        account_code=texts,
        error_code=texts,
        duration_s=numbers,
        size=numbers,
    ),
)
def test_details_come_back(details: FaxDetails) -> None:
    read = read_details(as_json(details), FAX_ID)
    assert read == details
    assert read.sent_at is None or read.sent_at.tzinfo is UTC


@given(
    st.builds(
        FaxCheck,
        at=moments,
        verdict=st.sampled_from(Verdict),
        status=st.none() | st.sampled_from(SentStatus),
        status_text=texts,
        error_code=texts,
        pages=numbers,
        queued=st.none() | st.booleans(),
        problem=st.none() | st.sampled_from(StopOutcome),
        reason=st.none() | st.sampled_from(Reason),
    ),
)
def test_a_check_comes_back(check: FaxCheck) -> None:
    assert read_check(as_json(check)) == check


@given(
    st.builds(
        CallNotes,
        spoke_to=st.text(st.characters()),
        when=st.text(st.characters()),
        notes=st.text(st.characters()),
    )
)
def test_notes_come_back(notes: CallNotes) -> None:
    assert read_notes(as_json(notes)) == notes


def test_none_stays_none_and_nothing_told_is_not_none() -> None:
    assert as_json(None) is None
    assert (read_details(None, FAX_ID), read_check(None), read_notes(None)) == (None, None, None)
    assert read_details(as_json(FaxDetails(FAX_ID)), FAX_ID) == FaxDetails(FAX_ID)
    assert read_notes(as_json(CallNotes())) == CallNotes()


def test_what_is_kept_is_ascii_that_any_version_of_sqlite_takes(known_fax: FaxRecord) -> None:
    for each in (known_fax.details, known_fax.check, known_fax.notes):
        kept = as_json(each)
        assert kept is not None
        assert kept.isascii()


@pytest.mark.parametrize(
    "damaged",
    [
        b"{}",
        7,
        1.5,
        "",
        "{",
        "[]",
        "null",
        '"secret"',
        "nul",
        '{"pages": 1' + "0" * 5000 + "}",
        "[" * 100_000,
    ],
)
def test_what_is_no_json_object_becomes_none_and_is_logged_without_it(
    damaged: object, caplog: pytest.LogCaptureFixture
) -> None:
    assert read_details(damaged, FAX_ID) is None
    assert read_check(damaged) is None
    assert read_notes(damaged) is None
    assert [record.getMessage() for record in caplog.records] == [
        f"the database holds {name} of a fax that cannot be read" for name in ("details", "check", "notes")
    ]


def test_a_field_that_cannot_be_read_costs_that_field(
    known_fax: FaxRecord, caplog: pytest.LogCaptureFixture
) -> None:
    raw = json.loads(as_json(known_fax.details) or "")
    damaged = json.dumps(raw | {"status": "sent?", "pages": True, "sent_at": "2026-03-08", "subject": ["x"]})
    read = read_details(damaged, FAX_ID)
    assert read is not None
    assert (read.status, read.pages, read.sent_at, read.subject) == (None, None, None, None)
    assert (read.to_number, read.size) == ("16045550123", 123_456)
    (said,) = (record.getMessage() for record in caplog.records)
    assert said.endswith(": details.status, details.pages, details.subject, details.sent_at")
    notes = read_notes('{"spoke_to": "Dr. Ünal", "when": null}')
    assert notes == CallNotes("Dr. Ünal")


@pytest.mark.parametrize("field", ["at", "verdict"])
@pytest.mark.parametrize(
    "value", ["contradictory?", None, 5, "0001-01-01T00:00:00+23:59", "2026-03-08T10:00:00"]
)
def test_a_check_without_its_time_or_its_verdict_is_none(
    known_fax: FaxRecord, field: str, value: object, caplog: pytest.LogCaptureFixture
) -> None:
    raw = json.loads(as_json(known_fax.check) or "")
    assert read_check(json.dumps(raw | {field: value})) is None
    del raw[field]
    caplog.clear()
    assert read_check(json.dumps(raw)) is None
    assert "without its time or its verdict" in caplog.text


def test_the_details_are_those_of_the_fax_in_whose_row_they_stand() -> None:
    read = read_details('{"fax_id": "1", "pages": 2, "of_a_newer_version": 5}', FAX_ID)
    assert read == FaxDetails(FAX_ID, pages=2)


def test_nothing_that_was_written_is_in_the_log(
    known_fax: FaxRecord, caplog: pytest.LogCaptureFixture
) -> None:
    kept = as_json(known_fax.details) or ""
    read_details(kept.replace('"In Progress"', "5").replace("in_progress", "16045550188"), FAX_ID)
    read_details(kept[:-1], FAX_ID)
    read_notes('{"spoke_to": 16045550123}')
    assert len(caplog.records) == 3
    assert "6045550" not in caplog.text
