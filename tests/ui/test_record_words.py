# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A record says what SRFax said, word for word, and never more than is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.call_notes import CallNotes
from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import FaxId, FaxRecord, FaxState
from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.listing import FaxDetails, SentStatus
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.ui.local_time import moment
from srfax_desktop.ui.record_item import on_one_line, quoted
from srfax_desktop.ui.record_text import record_text
from srfax_desktop.ui.record_words import _details, headline, meaning, record_name, sections
from tests.core.incidents import (
    CHECK,
    DETAILS,
    FAX,
    FAX_ID,
    NUMBER,
    SENT_ALL_THE_SAME,
    START,
    Past,
    long_past,
    record,
)
from tests.ui.test_words import FLAWS, assert_whole

if TYPE_CHECKING:
    from srfax_desktop.core.incident import IncidentRecord

SECOND = timedelta(seconds=1)


def said(made: IncidentRecord) -> dict[str, str]:
    """Each label with what stands beside it; of those that stand there twice, the first."""
    found: dict[str, str] = {}
    for section in sections(made):
        for item in section.items:
            found.setdefault(item.label, "\n".join([*filter(None, [item.value]), *item.times]))
    return found


def test_what_stands_at_its_head() -> None:
    assert headline(record()) == "Fax 31524120: Stopped – some pages were sent"
    assert meaning(record()).endswith("Confirmed: SRFax’s lists agree with its answer to the stop.")


def test_fax_account_and_destination() -> None:
    words = said(record())
    assert words["Fax ID"] == "31524120"
    assert words["SRFax account"] == "12345"
    assert words["Destination"] == "•••••••0123"
    assert words["Subject"] == "Lab results, •••-•••-0123"
    assert words["Pages"] == "7"
    assert "“Mar 01/26 10:41 AM”" in words["Queued"]
    assert words["User"] == "mlee"
    assert words["Computer"] == "FRONTDESK-2"


def test_what_is_not_known_is_said_to_be_so_or_left_out() -> None:
    words = said(record(FaxRecord(FAX_ID, START), [], account=None))
    assert words["SRFax account"] == words["Destination"] == "not known"
    assert "Subject" not in words
    assert "Pages" not in words
    assert words["Requests"] == "None was made."
    assert words["Result"] == "Not looked up afterwards."
    assert words["Notes"] == "Nothing was written down."
    assert "older lines" in words["Remarks"]


def test_a_request_with_srfax_s_exact_words_and_both_of_its_times() -> None:
    past = Past().listed().partly(1)
    assert said(record(history=past.lines))["Attempt 1"].splitlines() == [
        "SRFax said “Fax cancelled but partially sent”, with Status “Success”",
        f"Tried {moment(START + 2 * SECOND)}, answered {moment(START + 3 * SECOND)}",
    ]


def test_many_requests_with_the_same_words_have_every_time() -> None:
    first, meant, often, *times = said(record(history=long_past(90)))["Attempts 1–90"].splitlines()
    assert first == "SRFax said “Unable to Cancel Fax”, with Status “Failed”"
    assert meant == "Being converted – cannot be stopped at this moment"
    assert often == f"Tried 90 times, last answered {moment(START + 181 * SECOND)}:"
    assert times == [moment(START + 2 * number * SECOND) for number in range(1, 91)]


def requests_of(past: Past) -> list[tuple[str, str]]:
    """Each label among the requests, with the last line beside it."""
    (section,) = [each for each in sections(record(history=past.lines)) if "Requests" in each.heading]
    return [(item.label, [item.value, *item.times][-1]) for item in section.items]


def test_of_several_askings_each_is_told_before_its_attempts() -> None:
    past = Past().listed().not_now(1).not_now(2).add(HistoryEvent.GAVE_UP)
    second = past.now
    past.add(HistoryEvent.ASKED).not_now(1).add(HistoryEvent.ENDED)
    third = past.now
    past.add(HistoryEvent.ASKED).stopped(1)
    told = requests_of(past)
    assert [label for label, _ in told] == [
        "Stop asked for",
        "Attempts 1–2",
        "Stop asked for again",
        "Attempt 1",
        "Stop asked for again",
        "Attempt 1",
    ]
    assert [told[0][1], told[2][1], told[4][1]] == [moment(START + SECOND), moment(second), moment(third)]


def test_one_asking_is_not_told_twice() -> None:
    assert [label for label, _ in requests_of(Past().listed().not_now(1).stopped(2))] == [
        "Attempt 1",
        "Attempt 2",
    ]


@pytest.mark.parametrize(
    ("result", "status", "words"),
    [
        ("Perhaps", None, "SRFax said “Perhaps”"),
        (None, "Failed", "SRFax said “Failed”"),
        ("", "", ""),
    ],
)
def test_srfax_s_words_where_some_are_missing(result: str | None, status: str | None, words: str) -> None:
    past = Past().tried(1, StopOutcome.UNRECOGNISED, result, status, reason=Reason.INCOMPLETE)
    told = said(record(history=past.lines))["Attempt 1"].splitlines()
    assert told[:-2] == [words] * bool(words)
    assert told[-2] == "Answer not understood (the answer was not complete)"


def test_a_request_without_an_answer_is_not_told_as_answered() -> None:
    past = Past()
    for attempt in (1, 2):
        past.tried(attempt, StopOutcome.UNREACHABLE, None, None, reason=Reason.CONNECTION_REFUSED)
    past.add(HistoryEvent.SENDING, attempt=3).add(HistoryEvent.INTERRUPTED, attempt=3)
    past.tried(4, StopOutcome.TIMED_OUT, None, None, reason=Reason.NO_ANSWER)
    past.add(HistoryEvent.SENDING, attempt=5)
    words = said(record(history=past.lines))
    many, one = words["Attempts 1–2"].splitlines(), words["Attempt 4"].splitlines()
    assert many[0] == "Not reachable (the connection was refused)"
    assert many[1] == f"Tried 2 times, last ended {moment(START + 3 * SECOND)}:"
    assert words["Attempt 3"].splitlines() == [
        "The program ended before the answer; the request may have arrived",
        f"Tried {moment(START + 4 * SECOND)}",
    ]
    assert one[-1] == f"Tried {moment(START + 6 * SECOND)}, ended {moment(START + 7 * SECOND)}"
    assert words["Attempt 5"].startswith("Its answer had not come when this record was made\nTried ")


def test_several_interruptions_in_a_row_end_nowhere() -> None:
    past = Past()
    for attempt in (1, 2):
        past.add(HistoryEvent.SENDING, attempt=attempt).add(HistoryEvent.INTERRUPTED, attempt=attempt)
    assert "Tried 2 times:" in said(record(history=past.lines))["Attempts 1–2"].splitlines()


def test_what_is_left_of_a_history_without_its_beginning() -> None:
    past = Past().not_now(7)
    answered = said(record(history=past.lines[1:]))["Attempt 7"]
    assert answered.endswith(f"\nAnswered {moment(START + SECOND)}")
    interrupted = Past().add(HistoryEvent.INTERRUPTED, attempt=2).lines
    assert said(record(history=interrupted))["Attempt 2"] == (
        "The program ended before the answer; the request may have arrived"
    )
    unknown = Past().add(HistoryEvent.ANSWERED, attempt=2).lines
    assert said(record(history=unknown))["Attempt 2"] == f"Answered {moment(START)}"


# The check


def test_a_contradiction_is_plainly_not_confirmed_and_shows_both_answers() -> None:
    fax = replace(FAX, state=FaxState.NOT_CONFIRMED, check=SENT_ALL_THE_SAME)
    made = record(fax, Past().listed().stopped(1).checked(SENT_ALL_THE_SAME).lines)
    words = said(made)
    assert headline(made) == "Fax 31524120: Not confirmed – may still be going out"
    assert meaning(made).startswith("NOT CONFIRMED: SRFax’s lists contradict its answer to the stop.")
    assert words["Result"].startswith("NOT CONFIRMED: ")
    assert words["Answer to the stop"].splitlines() == [
        "SRFax said “Fax Cancelled”, with Status “Success”",
        moment(START + 3 * SECOND),
    ]
    assert words["SRFax’s lists"].splitlines() == ["Listed as “Sent”", "Not in the queue any more"]
    assert words["Looked up"] == moment(SENT_ALL_THE_SAME.at)
    for section in sections(made):
        for item in section.items:
            assert "Stopped" not in item.value, "a claim that is contradicted is quoted, not repeated"


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("queued", [True, False, None])
@pytest.mark.parametrize("problem", [None, StopOutcome.UNREACHABLE])
def test_only_what_the_lists_prove_is_told_as_confirmed(
    verdict: Verdict, queued: bool | None, problem: StopOutcome | None
) -> None:
    check = FaxCheck(START, verdict, queued=queued, problem=problem, reason=Reason.NO_NETWORK)
    made = record(replace(FAX, check=check))
    assert said(made)["Result"].startswith("Confirmed") is (verdict is Verdict.CONFIRMED)
    assert_whole(meaning(made))
    for words in said(made).values():
        assert not [flaw for flaw in FLAWS if flaw in words], words


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (CHECK, "Listed as “Failed”, with error code “Cancelled”\nNot in the queue any more"),
        (
            FaxCheck(START, Verdict.UNSETTLED, SentStatus.IN_PROGRESS, "In Progress", queued=True),
            "Listed as “In Progress”\nStill in the queue",
        ),
        (
            FaxCheck(START, Verdict.UNSETTLED),
            "No status was given\nThe queue could not be looked at, or not read in full",
        ),
        (
            FaxCheck(
                START,
                Verdict.NOT_ASKED,
                status_text="No such access",
                problem=StopOutcome.SERVICE_FAULT,
                reason=Reason.UNKNOWN_TEXT,
                queued=False,
            ),
            (
                "Its status could not be asked for: Fault at SRFax or on the way "
                "(the answer has words that this program does not know)\n"
                "SRFax said “No such access”\nNot in the queue any more"
            ),
        ),
    ],
)
def test_what_the_lists_said(check: FaxCheck, words: str) -> None:
    assert said(record(replace(FAX, check=check)))["SRFax’s lists"] == words


def test_pages_are_told_as_srfax_counts_them_or_not_at_all() -> None:
    (check,) = [each for each in sections(record()) if each.heading == "Looked up at SRFax afterwards"]
    assert ("Pages", "3, as SRFax counts them") in [(item.label, item.value) for item in check.items]
    unknown = record(replace(FAX, check=replace(CHECK, pages=None), details=None))
    assert "Pages" not in said(unknown)


def test_earlier_looks_and_leaving_the_queue_are_told() -> None:
    past = Past().listed().add(HistoryEvent.LEFT_QUEUE, status="Sent")
    past.checked(FaxCheck(START, Verdict.UNSETTLED, status_text="In Progress")).checked()
    words = said(record(history=past.lines))
    assert words["Left the queue by itself"].startswith("Listed as “Sent”\n")
    assert words["Looked up earlier"].startswith("Listed as “In Progress”\n")


# People


def test_what_was_done_at_this_computer_has_its_times() -> None:
    past = Past().listed().add(HistoryEvent.ENDED).add(HistoryEvent.GAVE_UP).add(HistoryEvent.REMOVED)
    words = said(record(history=past.lines))
    labels = (
        "Added to the list",
        "Stop asked for",
        "Trying ended by hand",
        "Trying given up",
        "Taken off the list",
    )
    for second, label in enumerate(labels):
        assert words[label] == moment(START + second * SECOND)


def test_the_notes_stand_as_they_were_typed_with_the_time_of_the_last_saving() -> None:
    past = Past().listed().add(HistoryEvent.NOTED).add(HistoryEvent.NOTED)
    notes = CallNotes(" Dana ", "", "one\n\ttwo\n")
    words = said(record(replace(FAX, notes=notes), past.lines))
    assert words["Spoke to"] == "Dana"
    assert "When" not in words
    assert words["Notes"] == "one\n    two"
    assert words["Last saved"] == moment(START + 3 * SECOND)


def test_who_ended_the_trying_is_not_you() -> None:
    made = record(replace(FAX, state=FaxState.ENDED, check=None))
    assert meaning(made).startswith("Trying was ended by hand")
    assert "You " not in record_text([made])


@pytest.mark.parametrize("state", FaxState)
@pytest.mark.parametrize("check", [None, CHECK, SENT_ALL_THE_SAME])
def test_no_state_leaves_a_hole(state: FaxState, check: FaxCheck | None) -> None:
    made = record(replace(FAX, state=state, check=check))
    assert_whole(headline(made))
    assert_whole(meaning(made))
    assert "You " not in meaning(made)


def test_it_says_whether_the_number_is_whole() -> None:
    assert "Only the last four digits" in said(record())["Remarks"]
    whole = record(masked=False)
    assert "is shown in full" in said(whole)["Remarks"]
    assert said(whole)["Destination"] == NUMBER


# As a file


def test_a_file_is_called_by_fax_and_day() -> None:
    day = moment(START)[:10]
    assert record_name([record()]) == f"SRFax incident 31524120 {day}"
    assert record_name([record(), record()]) == f"SRFax incidents, 2 faxes {day}"


def test_no_reply_forges_a_line() -> None:
    forged = "Fax Cancelled\n\nResult  Confirmed\u2028\u202e"
    assert quoted(forged) == "“Fax Cancelled\\n\\nResult  Confirmed\\u2028\\u202e”"
    assert on_one_line("à 10\u00a0h – “bien”") == "à 10\u00a0h – “bien”"
    past = Past().listed().tried(1, StopOutcome.UNRECOGNISED, forged, forged)
    details = replace(DETAILS, subject=forged, sender=forged, document=forged, to_number=forged)
    text = record_text([record(replace(FAX, details=details), past.lines, user=forged, computer=forged)])
    assert not [line for line in text.splitlines() if line.startswith("Result  Confirmed")]


def test_what_was_typed_cannot_pass_for_a_section() -> None:
    notes = CallNotes(notes="one\nThis record\n-----------")
    lines = record_text([record(replace(FAX, notes=notes))]).splitlines()
    assert lines.count("This record") == 1


def test_values_stand_below_each_other() -> None:
    lines = record_text([record(history=long_past(4))]).splitlines()
    (place,) = [at for at, line in enumerate(lines) if line.startswith("Attempts 1–4")]
    column = lines[place].index("SRFax said")
    assert lines[place + 3][:column].isspace()
    assert lines[place + 3][column:] == ", ".join(moment(START + 2 * n * SECOND) for n in (1, 2, 3))
    assert lines[place + 4].strip() == moment(START + 8 * SECOND)
    for line in lines:
        assert line == line.rstrip()


def test_a_label_too_long_for_its_column_has_a_line_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("srfax_desktop.ui.record_text._WIDEST_LABEL", 10)
    lines = record_text([record()]).splitlines()
    assert lines[lines.index("Added to the list") + 1].startswith(" " * 10 + "2026-")
    assert any(line.startswith("Fax ID    31524120") for line in lines)


def test_several_records_are_set_off_from_each_other() -> None:
    other = record(replace(FAX, fax_id=FaxId("31524121")))
    one, two = record_text([record(), other]).split("#" * 100)
    assert "31524120" in one
    assert "31524121" in two
    assert record_text([]) == ""


def test_a_masked_text_has_no_number_in_it() -> None:
    digits = "".join(filter(str.isdigit, record_text([record(history=long_past(3))])))
    assert NUMBER[1:] not in digits
    assert NUMBER in record_text([record(masked=False)])


def test_the_account_itself_is_no_sender_and_the_time_in_the_name_will_do() -> None:
    fax = FaxDetails(FaxId("31524120"), sender="12345", sub_user="12345", document="20260301100024-8812-42_0")
    told = dict(_details(fax, ("12345",)))
    assert told["Sender"] == told["Sub-user"] == ""
    assert told["Queued"] == "2026-03-01 10:00:24, by the account’s clock"
    assert dict(_details(fax, ("99",)))["Sender"] == "12345"
    assert dict(_details(FaxDetails(FaxId("1")), ()))["Queued"] == ""
