# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A record leaves nothing out, says no more than is known, and masked it has no number in it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import AccountNumber, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.listing import FaxDetails, SentStatus
from srfax_desktop.core.masking import MASK
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.status import Status
from tests.core.incidents import (
    ACCOUNT,
    CHECK,
    DETAILS,
    FAX,
    FAX_ID,
    NOTES,
    NUMBER,
    SENT_ALL_THE_SAME,
    START,
    Past,
    record,
    short_past,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts(piece: Any) -> Iterator[str]:
    """Every text in a record, however deep, but for what is no text of somebody's."""
    if isinstance(piece, str):
        yield piece
    elif isinstance(piece, tuple):
        for part in piece:
            yield from texts(part)
    elif is_dataclass(piece):
        for each in fields(piece):
            if each.name not in {"fax_id", "account", "accounts"}:
                yield from texts(getattr(piece, each.name))


def test_everything_that_is_known_is_in_it() -> None:
    made = record(masked=False)
    assert (made.fax_id, made.accounts, made.to_number) == (FAX_ID, (ACCOUNT,), NUMBER)
    assert (made.user, made.computer) == ("mlee", "FRONTDESK-2")
    assert (made.details, made.check, made.notes) == (DETAILS, CHECK, NOTES)
    assert [group.result for group in made.requests] == ["Fax cancelled but partially sent"]
    assert made.last_answer is not None
    assert made.last_answer.result == "Fax cancelled but partially sent"
    assert [mark.event for mark in made.marks] == [
        HistoryEvent.ADDED,
        HistoryEvent.ASKED,
        HistoryEvent.NOTED,
    ]
    assert made.complete
    assert made.status is Status.PARTIALLY_SENT


def test_of_a_fax_that_was_only_listed_nothing_is_made_up() -> None:
    made = record(FaxRecord(FAX_ID, START), [], account=None)
    assert (made.accounts, made.to_number, made.details, made.check) == ((), None, None, None)
    assert (made.requests, made.marks, made.last_answer, made.notes) == ((), (), None, CallNotes())
    assert not made.complete
    assert made.status is Status.WAITING


@pytest.mark.parametrize("state", FaxState)
def test_the_present_state_is_that_of_the_fax(state: FaxState) -> None:
    made = record(replace(FAX, state=state))
    assert made.status.value == ("in_line" if state is FaxState.ASKED else state.value)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (FaxState.STOPPED, Status.NOT_CONFIRMED),
        (FaxState.NOT_CONFIRMED, Status.NOT_CONFIRMED),
        (FaxState.RETRYING, Status.RETRYING),
    ],
)
def test_what_is_contradicted_is_never_told_as_stopped(state: FaxState, status: Status) -> None:
    made = record(replace(FAX, state=state, check=SENT_ALL_THE_SAME))
    assert made.status is status
    assert made.contradicted


def test_a_check_that_contradicts_nothing_is_no_contradiction() -> None:
    assert not record().contradicted
    assert not record(replace(FAX, check=None)).contradicted


def test_the_accounts_are_those_that_were_asked_with() -> None:
    other = AccountNumber("777")
    past = Past().add(HistoryEvent.ADDED, account=None).partly(1)
    past.add(HistoryEvent.SENDING, attempt=2, account=other)
    assert record(history=past.lines, account=None).accounts == (ACCOUNT, other)


def test_before_it_was_asked_for_the_account_is_the_fax_s_own_or_the_one_signed_in() -> None:
    listed = Past().add(HistoryEvent.ADDED).lines
    assert record(FaxRecord(FAX_ID, START), listed, account=AccountNumber("777")).accounts == ("777",)
    own = FaxRecord(FAX_ID, START, AccountNumber("888"))
    assert record(own, listed, account=AccountNumber("777")).accounts == ("888",)


def test_the_number_is_found_in_the_history_where_the_list_does_not_tell_it() -> None:
    made = record(replace(FAX, details=None), masked=False)
    assert made.to_number == NUMBER
    newer = replace(DETAILS, to_number="16045550188")
    assert record(replace(FAX, details=newer), masked=False).to_number == "16045550188"


def test_both_numbers_are_hidden_where_it_changed() -> None:
    newer = replace(DETAILS, to_number="16045550188", subject="604 555 0188")
    made = record(replace(FAX, details=newer))
    assert made.to_number == f"{MASK * 7}0188"
    assert made.details is not None
    assert made.details.subject == f"{MASK * 3} {MASK * 3} 0188"
    assert made.notes.notes == f"Rang {MASK * 3} {MASK * 3} 0123: shredded."


def test_a_number_too_short_to_be_looked_for_is_still_hidden_in_its_own_place() -> None:
    made = record(replace(FAX, details=replace(DETAILS, to_number="0123")), [])
    assert made.to_number == MASK * 4
    assert made.details is not None
    assert made.details.to_number == MASK * 4


def test_unmasked_it_is_as_it_was_written() -> None:
    made = record(masked=False)
    assert not made.masked
    assert NOTES.notes in texts(made)
    assert "Lab results, 604-555-0123" in texts(made)


def test_the_last_look_is_told_once_and_earlier_ones_are_not_forgotten() -> None:
    unsettled = FaxCheck(START, Verdict.UNSETTLED, SentStatus.IN_PROGRESS, "In Progress", queued=True)
    past = Past().listed().partly(1).checked(unsettled).checked(unsettled).checked()
    (early,) = [mark for mark in record(history=past.lines).marks if mark.event is HistoryEvent.CHECKED]
    assert (early.verdict, early.status, len(early.times)) == (Verdict.UNSETTLED, "In Progress", 2)


def test_without_a_check_of_its_own_every_look_in_the_history_is_told() -> None:
    past = Past().listed().partly(1).checked()
    made = record(replace(FAX, check=None), past.lines)
    assert HistoryEvent.CHECKED in [mark.event for mark in made.marks]


def test_what_happened_several_times_has_every_time() -> None:
    past = Past().listed().add(HistoryEvent.ENDED).add(HistoryEvent.ASKED).add(HistoryEvent.ASKED)
    (asked,) = [mark for mark in record(history=past.lines).marks if mark.event is HistoryEvent.ASKED]
    assert [(at - START).total_seconds() for at in asked.times] == [1, 3, 4]


def test_a_history_whose_beginning_is_gone_is_not_complete() -> None:
    assert not record(history=short_past()[1:]).complete


def test_a_record_shows_no_number_and_no_notes_in_a_log() -> None:
    shown = repr(record(masked=False))
    assert NUMBER not in shown
    assert "Rang" not in shown
    assert "Lab results" not in shown


# No number is left

SEPARATORS = st.sampled_from(["", " ", "-", ".", ") ", " – ", "/", "\n"])
WORDS = st.sampled_from(["", "Call ", "10:42 ", "fax 31524120 ", "7", "Zoë ", "+", "(", "1 ", "2026-03-01 "])


@st.composite
def spoken(draw: st.DrawFn) -> tuple[str, str]:
    """A number, and a text in which it is written somehow among other words and digits."""
    number = draw(st.from_regex(r"1?60455501[0-9]{2}", fullmatch=True))
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        written = number[draw(st.sampled_from([0, len(number) - 10])) :]
        grouped = "".join(digit + draw(SEPARATORS) for digit in written)
        pieces.append(draw(WORDS) + grouped + draw(WORDS))
    return number, "".join(pieces)


@given(spoken())
def test_masked_no_text_in_it_has_the_number_however_it_is_written(said: tuple[str, str]) -> None:
    number, text = said
    details = FaxDetails(
        FAX_ID,
        status_text=text,
        to_number=number,
        subject=text,
        queued_at_text=text,
        sender=text,
        sub_user=text,
        document=text,
        account_code=text,
        error_code=text,
    )
    check = FaxCheck(START, Verdict.UNSETTLED, status_text=text, error_code=text)
    fax = replace(FAX, details=details, check=check, notes=CallNotes(text, text, text))
    past = Past().add(HistoryEvent.ADDED, to_number=number).checked(check).checked(check)
    past.tried(1, StopOutcome.UNRECOGNISED, text, text, to_number=number)
    made = record(fax, past.lines, user=text, computer=text)
    for found in texts(made):
        assert number[-10:] not in "".join(filter(str.isdigit, found))
