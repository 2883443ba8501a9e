# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Each column is sorted by what its cells mean."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from srfax_desktop.core.fax import FaxState
from srfax_desktop.core.status import Status
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.sort_keys import sort_keys
from tests.ui.listed import ADDED_AT, fax

if TYPE_CHECKING:
    from srfax_desktop.core.fax import FaxRecord


def sort_key(column: Column, of: FaxRecord, status: Status) -> Any:
    return sort_keys(column, lambda _: status)(of)


def listed(**details: Any) -> FaxRecord:
    return fax(details=details)


@pytest.mark.parametrize(
    ("column", "ascending"),
    [
        (Column.FAX_ID, [fax("9"), fax("10"), fax("100"), fax("9" * 20)]),
        (Column.ATTEMPTS, [fax(), fax(attempts=2), fax(attempts=10)]),
        (Column.PAGES, [fax(), listed(pages=0), listed(pages=2), listed(pages=10)]),
        (
            Column.TO,
            [
                fax(),
                listed(to_number="5550123"),
                listed(to_number="6045550101"),
                listed(to_number="16045550102"),
                listed(to_number="604 555-0103"),
                listed(to_number="442079460958"),
            ],
        ),
        (Column.SUBJECT, [fax(), listed(subject="Été"), listed(subject="etude"), listed(subject="Zoo")]),
        (Column.FROM, [fax(), listed(sender="A@clinic.example"), listed(sender="b@clinic.example")]),
        (
            Column.QUEUED,
            [
                listed(queued_at_text="Dec 01/25 09:00 AM"),
                listed(queued_at_text="Dec 01/25 10:00 AM"),
                listed(document="20251231235959-1-2_0"),
                fax(),  # added on the first of January
                listed(queued_at_text="who knows"),
                listed(queued_at_text="Jan 03/26 10:00 PM"),
            ],
        ),
        (Column.SAID, [fax(), fax(result="Fax Cancelled"), fax(result="Unable to Cancel Fax")]),
    ],
)
def test_what_is_less_comes_first_and_what_is_not_known_before_it(
    column: Column, ascending: list[FaxRecord]
) -> None:
    key_of = sort_keys(column, lambda _: Status.WAITING)
    keys = [key_of(one) for one in ascending]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys) - (column is Column.QUEUED)


def test_the_same_number_is_one_with_and_without_its_country() -> None:
    keys = [
        sort_key(Column.TO, listed(to_number=number), Status.WAITING)
        for number in ("16045550123", "6045550123")
    ]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("column", [Column.STATUS, Column.ACTION])
def test_what_needs_a_person_comes_first(column: Column) -> None:
    one = fax(state=FaxState.STOPPED)
    assert sort_key(column, one, Status.NOT_CONFIRMED) < sort_key(column, one, Status.STOPPED)


@pytest.mark.parametrize("column", Column)
def test_every_column_can_be_sorted(column: Column) -> None:
    keys = [sort_key(column, one, Status.WAITING) for one in (fax(), listed(pages=3), listed(subject="x"))]
    assert len(sorted(keys)) == 3


def test_each_time_of_adding_is_its_own() -> None:
    moments = [ADDED_AT, ADDED_AT, ADDED_AT + timedelta(hours=1), ADDED_AT]
    key_of = sort_keys(Column.QUEUED, lambda _: Status.WAITING)
    keys = [key_of(fax(added_at=at)) for at in moments]
    assert keys == [at.astimezone().replace(tzinfo=None) for at in moments]
