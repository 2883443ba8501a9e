# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Numbers, times, pages and checks in words: never more than SRFax said."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale

from srfax_desktop.core.check import FaxCheck, Verdict
from srfax_desktop.core.fax import FaxState
from srfax_desktop.core.listing import SentStatus
from srfax_desktop.core.outcome import Reason
from srfax_desktop.core.status import Status
from srfax_desktop.ui import fax_words
from srfax_desktop.ui.fax_words import (
    check_words,
    counted_words,
    day_words,
    fax_line,
    number_words,
    queued_tip,
    queued_words,
    said_words,
    status_explained,
    status_text,
)
from srfax_desktop.ui.messages import status_words
from srfax_desktop.ui.times import clock_to_the_second
from tests.ui.listed import fax, told
from tests.ui.test_words import assert_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srfax_desktop.core.fax import FaxRecord

AT = datetime(2026, 3, 2, 18, 42, 7, tzinfo=UTC)  # 10:42:07 in Vancouver
TODAY = date(2026, 3, 2)
NARROW_SPACE = "\u202f"


@pytest.fixture(autouse=True)
def _vancouver(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer in Vancouver, in English, on one day."""
    monkeypatch.setattr(fax_words, "local_today", lambda: TODAY)
    monkeypatch.setenv("TZ", "America/Vancouver")
    time.tzset()
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)
    monkeypatch.undo()
    time.tzset()


def checked(verdict: Verdict, **fields: Any) -> FaxCheck:
    return FaxCheck(**{"at": AT, "verdict": verdict, **fields})


def plain(words: str) -> str:
    return words.replace(NARROW_SPACE, " ")


# Numbers


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("16045550123", "1 604 555 0123"),
        ("6045550123", "604 555 0123"),
        ("26045550123", "26045550123"),
        ("0045550123", "0045550123"),
        ("5550123", "5550123"),
        ("604-555-0123", "604-555-0123"),
        ("+16045550123", "+16045550123"),
        ("٦٠٤٥٥٥٠١٢٣", "٦٠٤٥٥٥٠١٢٣"),
        ("", ""),
    ],
)
def test_only_north_american_numbers_are_grouped(number: str, words: str) -> None:
    assert number_words(number) == words


# Times


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Mar 02/26 10:42 AM", "10:42 AM"),
        ("Mar 01/26 10:42 PM", "Mar 1 10:42 PM"),
        ("Dec 31/25 09:05 AM", "12/31/25 9:05 AM"),
        ("the day before yesterday", "the day before yesterday"),
        (None, ""),
    ],
)
def test_when_it_was_queued(written: str | None, words: str) -> None:
    assert plain(queued_words(told("1", queued_at_text=written))) == words


def test_when_it_was_queued_by_the_name_of_its_document() -> None:
    document = "20260301224200-8812-34_0"
    details = told("1", document=document)
    assert plain(queued_words(details)) == "Mar 1 10:42 PM"
    assert queued_tip(fax(details={"document": document})) == (
        f"{document}: the name of its document, in the account’s own time zone"
    )


def test_the_tip_has_srfax_s_own_text() -> None:
    words = ": as SRFax wrote it, in the account’s own time zone"
    for text in ("Mar 02/26 10:42 AM", "{0} o'clock"):
        assert queued_tip(fax(details={"queued_at_text": text})) == text + words


@pytest.mark.parametrize("details", [None, {}])
def test_what_srfax_did_not_tell_is_not_made_up(details: dict[str, Any] | None) -> None:
    one = fax(details=details, added_at=AT)
    assert queued_tip(one) == "SRFax has not told when it was queued. In this list since 10:42:07\u202fAM."


@pytest.mark.parametrize(
    ("locale", "words"), [("en_US", "Mar 1"), ("en_GB", "1 Mar"), ("fr_CA", "1 mars"), ("de_DE", "1 März")]
)
def test_a_day_is_said_in_the_user_s_own_way(locale: str, words: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert day_words(date(2026, 3, 1)).replace(".", "") == words


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en_CA", "2:42:07\u202fPM"), ("fr_CA", "14 h 42 min 07 s"), ("en_GB", "14:42:07")],
)
def test_a_time_is_said_in_the_user_s_own_way(locale: str, words: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert clock_to_the_second(datetime(2026, 3, 1, 14, 42, 7, tzinfo=UTC)) == words


# The check


@pytest.mark.parametrize(
    ("status", "state", "words"),
    [
        (Status.STOPPED, FaxState.STOPPED, "Stopped · confirmed 10:42:07\u202fAM"),
        (
            Status.PARTIALLY_SENT,
            FaxState.PARTIALLY_SENT,
            "Stopped – some pages were sent · confirmed 10:42:07\u202fAM",
        ),
        (Status.ALREADY_SENT, FaxState.ALREADY_SENT, "Too late – already sent · confirmed 10:42:07\u202fAM"),
    ],
)
def test_what_was_confirmed_says_when(status: Status, state: FaxState, words: str) -> None:
    one = fax(state=state, check=checked(Verdict.CONFIRMED))
    assert status_text(one, status) == words
    assert fax_line(one, status) == f"Fax 1: {words}"


def test_what_was_confirmed_on_another_day_says_on_which() -> None:
    check = checked(Verdict.CONFIRMED, at=datetime(2026, 3, 2, 7, 0, tzinfo=UTC))  # the evening before
    assert (
        status_text(fax(state=FaxState.STOPPED, check=check), Status.STOPPED) == "Stopped · confirmed Mar 1"
    )


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("verdict", [None, *Verdict])
def test_nothing_else_sounds_confirmed(status: Status, verdict: Verdict | None) -> None:
    one = fax(check=checked(verdict) if verdict else None)
    words = status_text(one, status, 7.0)
    claim = status in {Status.STOPPED, Status.PARTIALLY_SENT, Status.ALREADY_SENT}
    if claim and verdict is Verdict.CONFIRMED:
        assert words.endswith(" · confirmed 10:42:07\u202fAM")
    else:
        assert words == status_words(status, 7.0)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("reason", [None, Reason.NO_NETWORK])
def test_the_explanation_is_whole(status: Status, verdict: Verdict, reason: Reason | None) -> None:
    one = fax(check=checked(verdict, status_text="Sent", status=SentStatus.SENT, reason=reason))
    assert_whole(status_explained(one, status))


def test_what_the_check_proved() -> None:
    failed = {"status": SentStatus.FAILED, "status_text": "Failed", "error_code": "Cancelled by user"}
    confirmed = fax(check=checked(Verdict.CONFIRMED, **failed))
    assert check_words(confirmed) == "Looked up at 10:42:07\u202fAM: Failed (Cancelled by user) – confirmed."
    not_asked = fax(check=checked(Verdict.NOT_ASKED, reason=Reason.NO_NETWORK))
    assert check_words(not_asked) == (
        "Looked up at 10:42:07\u202fAM: SRFax could not be asked (there is no network)."
    )
    assert check_words(fax()) == ""
    earlier = fax(check=checked(Verdict.UNSETTLED, at=datetime(2026, 3, 1, 20, 0, tzinfo=UTC)))
    assert check_words(earlier) == "Looked up at Mar 1 12:00:00\u202fPM: it proves nothing."


@pytest.mark.parametrize(
    ("state", "pages", "words"),
    [
        (FaxState.PARTIALLY_SENT, 2, "SRFax counts 2 pages."),
        (FaxState.PARTIALLY_SENT, 1, "SRFax counts 1 page."),
        (FaxState.PARTIALLY_SENT, 0, "SRFax counts 0 pages."),
        (FaxState.PARTIALLY_SENT, None, ""),
        (FaxState.STOPPED, 2, ""),
    ],
)
def test_pages_are_counted_where_srfax_counts_them(state: FaxState, pages: int | None, words: str) -> None:
    one = fax(state=state, check=checked(Verdict.CONFIRMED, pages=pages), details={"pages": 9})
    assert counted_words(one) == words
    assert ("SRFax counts" in status_explained(one, Status.PARTIALLY_SENT)) is bool(words)


def test_without_a_check_no_page_is_counted() -> None:
    assert counted_words(fax(state=FaxState.PARTIALLY_SENT, details={"pages": 9})) == ""


# SRFax's words

SENT = {"status": SentStatus.SENT, "status_text": "Sent"}
BUSY = {"status": SentStatus.FAILED, "status_text": "Failed", "error_code": "Busy"}
UNKNOWN = {"status": SentStatus.UNKNOWN, "status_text": "Unknown", "error_code": "FaxDetailsID Not Found"}


def contradicted(**seen: Any) -> FaxRecord:
    check = checked(Verdict.CONTRADICTED, **seen)
    return fax(state=FaxState.NOT_CONFIRMED, result="Fax Cancelled", check=check)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (fax(), ""),
        (fax(result="Fax Cancelled", state=FaxState.STOPPED), "Fax Cancelled"),
        (fax(reason=Reason.NO_ANSWER), "(no answer in time)"),
        (fax(result="", reason=Reason.NOT_TEXT), ""),
        # both answers, where they contradict each other
        (contradicted(**SENT), "Fax Cancelled · afterwards: Sent"),
        (contradicted(queued=True), "Fax Cancelled · afterwards: still in the queue"),
        (
            contradicted(status=SentStatus.IN_PROGRESS, status_text="In Progress", queued=True),
            "Fax Cancelled · afterwards: In Progress, still in the queue",
        ),
        # the list alone
        (fax(state=FaxState.SENT, details=SENT), "Sent"),
        (fax(state=FaxState.FAILED, details=BUSY), "Failed (Busy)"),
        (fax(details=UNKNOWN), "Unknown – FaxDetailsID Not Found"),
        (fax(details=SENT), ""),
        (fax(details={}), ""),
        (fax(state=FaxState.SENT), ""),
        # it was tried, and the list has the end of it
        (
            fax(state=FaxState.SENT_ANYWAY, result="Unable to Cancel Fax", details=SENT),
            "Unable to Cancel Fax · afterwards: Sent",
        ),
        (
            fax(
                state=FaxState.FAILED,
                reason=Reason.NO_ANSWER,
                details={},
                check=checked(Verdict.SETTLED, **BUSY),
            ),
            "(no answer in time) · afterwards: Failed (Busy)",
        ),
        (fax(state=FaxState.ASKED, details=UNKNOWN), ""),
        (fax(state=FaxState.STOPPED, result="Fax Cancelled", details=BUSY), "Fax Cancelled"),
        (
            fax(state=FaxState.STOPPED, result="Fax Cancelled", check=checked(Verdict.CONFIRMED, **BUSY)),
            "Fax Cancelled",
        ),
    ],
)
def test_srfax_s_own_words(one: FaxRecord, words: str) -> None:
    assert said_words(one) == words


def test_srfax_s_words_are_no_templates() -> None:
    assert said_words(fax(details={**UNKNOWN, "error_code": "{0} {x}"})) == "Unknown – {0} {x}"
