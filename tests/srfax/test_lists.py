# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The client asks the practice service for lists, and the practice service's queue moves on."""

from __future__ import annotations

import json
import logging
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.listing import FaxDetails, ListAnswer, ListSource, SentStatus, merged, siblings
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.srfax import practice_faults as faults
from srfax_desktop.srfax import practice_lists as odd
from srfax_desktop.srfax.limits import MAX_STATUS_IDS, ResponseFormat
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT
from srfax_desktop.srfax.practice_faxes import PRACTICE_FAXES, QUEUE_FAXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from srfax_desktop.srfax.client import SrfaxClient
    from tests.srfax.conftest import Connect

BROADCAST = ["20000001", "20000002", "20000003", "20000004"]
FAX = FaxId("10000001")
SUB_USERS_FAX = "20000006"
DAY = timedelta(days=1)


class HandClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def service(clock: HandClock) -> Iterator[PracticeServer]:
    with PracticeServer(clock=clock) as server:
        yield server


@pytest.fixture(params=ResponseFormat)
def client(service: PracticeServer, connect: Connect, request: pytest.FixtureRequest) -> SrfaxClient:
    return connect(service.url, response_format=request.param)


def by_id(answer: ListAnswer) -> dict[str, FaxDetails]:
    assert (answer.problem, answer.unread) == (None, ())
    assert answer.http_status == 200
    assert answer.elapsed_s > 0
    return {fax.fax_id: fax for fax in answer.faxes}


def status_of(client: SrfaxClient, fax_id: str) -> FaxDetails:
    (fax,) = client.fax_statuses([FaxId(fax_id)]).faxes
    return fax


def recent(client: SrfaxClient, *, sub_users: bool = False) -> ListAnswer:
    today = datetime.now(UTC).astimezone().date()
    return client.recent_faxes(today - DAY, today + DAY, sub_users)


# --- what is asked ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (lambda client: client.queued_faxes(), {"action": "Get_Faxes_Queued"}),
        (lambda client: client.queued_faxes(True), {"action": "Get_Faxes_Queued", "sIncludeSubUsers": "Y"}),
        (
            lambda client: client.recent_faxes(date(2026, 2, 28), date(2026, 3, 1)),
            {
                "action": "Get_Fax_Outbox",
                "sPeriod": "RANGE",
                "sStartDate": "20260228",
                "sEndDate": "20260301",
            },
        ),
        (
            lambda client: client.recent_faxes(date(2026, 3, 1), date(2026, 3, 1), True),
            {
                "action": "Get_Fax_Outbox",
                "sPeriod": "RANGE",
                "sStartDate": "20260301",
                "sEndDate": "20260301",
                "sIncludeSubUsers": "Y",
            },
        ),
        (
            lambda client: client.fax_statuses([FaxId("1")]),
            {"action": "Get_FaxStatus", "sFaxDetailsID": "1"},
        ),
        (
            lambda client: client.fax_statuses((FaxId("1"), FaxId("22"))),
            {"action": "Get_MultiFaxStatus", "sFaxDetailsID": "1|22"},
        ),
    ],
)
def test_the_request(
    practice: PracticeServer,
    connect: Connect,
    ask: Callable[[SrfaxClient], ListAnswer],
    expected: dict[str, str],
) -> None:
    ask(connect(practice.url))
    (request,) = practice.requests
    assert request.fields == {"sResponseFormat": "JSON", **expected}


def test_what_cannot_be_asked_is_not(practice: PracticeServer, connect: Connect) -> None:
    client = connect(practice.url)
    with pytest.raises(ValueError, match="not 0"):
        client.fax_statuses([])
    with pytest.raises(ValueError, match="not 51"):
        client.fax_statuses([FaxId(str(n)) for n in range(1, MAX_STATUS_IDS + 2)])
    with pytest.raises(ValueError, match="after"):
        client.recent_faxes(date(2026, 3, 2), date(2026, 3, 1))
    assert practice.requests == ()


def test_fifty_at_a_time(client: SrfaxClient) -> None:
    fax_ids = [FaxId(str(10000001 + n)) for n in range(MAX_STATUS_IDS)]
    found = by_id(client.fax_statuses(fax_ids))
    assert list(found) == fax_ids
    assert [fax_id for fax_id in fax_ids if found[fax_id].status is not SentStatus.UNKNOWN] == fax_ids[:8]


# --- what cannot be asked for ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "problem", "reason"),
    [
        (faults.hang(), "timed_out", "no_answer"),
        (faults.reset(), "service_fault", "connection_broken"),
        (faults.http_status(401), "login_rejected", "refused_by_status"),
        (faults.http_status(503, {"Retry-After": "7"}), "service_fault", "http_status"),
        (faults.body(b""), "blocked", "blank"),
        (faults.body(b"<html>"), "service_fault", "web_page"),
        (faults.endless_body(), "service_fault", "too_large"),
        (faults.declared(1 << 30), "service_fault", "too_large"),
        (faults.cut_short(), "service_fault", "connection_broken"),
    ],
)
def test_a_list_that_could_not_be_fetched_is_no_empty_list(
    service: PracticeServer, connect: Connect, fault: faults.Fault, problem: str, reason: str
) -> None:
    service.behave(fault, times=None)
    client = connect(service.url, total_s=0.5)
    answers = [client.queued_faxes(), recent(client), client.fax_statuses([FAX])]
    assert [answer.source for answer in answers] == list(ListSource)
    for answer in answers:
        assert (answer.problem, answer.reason, answer.faxes) == (problem, reason, ())
        assert not answer.is_complete
        assert not answer.was_refused


def test_waiting_as_told(service: PracticeServer, connect: Connect) -> None:
    service.behave(faults.http_status(429, {"Retry-After": "7"}))
    assert connect(service.url).queued_faxes().retry_after_s == 7


def test_a_wrong_password(secure: PracticeServer, connect: Connect, clinic: Credentials) -> None:
    answer = connect(secure.url, Credentials(clinic.account, "wrong")).queued_faxes()
    assert (answer.problem, answer.result) == (StopOutcome.LOGIN_REJECTED, "Invalid Access Code / Password")


def test_a_service_that_is_not_there(connect: Connect) -> None:
    answer = connect("http://127.0.0.1:1/").queued_faxes()
    assert (answer.problem, answer.http_status) == (StopOutcome.UNREACHABLE, None)


def test_a_list_may_be_larger_than_the_answer_to_a_stop(service: PracticeServer, connect: Connect) -> None:
    rows = [{"FileName": f"x|{n}", "Subject": "s" * 100} for n in range(1, 20_001)]
    body = json.dumps({"Status": "Success", "Result": rows}).encode()
    assert len(body) > 1 << 20
    service.answer_with(faults.http_reply(200, body), times=2)
    client = connect(service.url)
    assert len(client.queued_faxes().faxes) == len(rows)
    assert client.stop_fax(FAX).reason is Reason.TOO_LARGE


def test_nothing_of_a_fax_is_in_the_log(
    service: PracticeServer, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = connect(service.url)
    service.change_lists(odd.odd_rows, times=1)
    assert client.queued_faxes().unread
    client.queued_faxes()
    assert "urllib3" in caplog.text
    for secret in ("1604555", "Referral", "practice@", "access_pwd"):
        assert secret not in caplog.text


# --- the practice queue ----------------------------------------------------------------------------


def test_the_queue(client: SrfaxClient) -> None:
    queue = by_id(client.queued_faxes())
    assert list(queue) == [
        fax.fax_id for fax in (*PRACTICE_FAXES, *QUEUE_FAXES) if fax.fax_id not in {"10000003", SUB_USERS_FAX}
    ]
    fax = queue[FAX]
    assert (fax.status, fax.status_text) == (SentStatus.IN_PROGRESS, "In Progress")
    assert (fax.to_number, fax.pages, fax.subject) == ("16045550123", 2, "Referral")
    assert (fax.sender, fax.sub_user, fax.sent_at) == (PRACTICE_ACCOUNT, PRACTICE_ACCOUNT, None)


def test_three_lists_tell_the_same_of_a_fax(client: SrfaxClient) -> None:
    queued = by_id(client.queued_faxes())
    outbox = by_id(recent(client))
    statuses = by_id(client.fax_statuses([FaxId(fax_id) for fax_id in queued]))
    for fax_id, fax in queued.items():
        assert status_of(client, fax_id) == statuses[fax_id]
        told = [fax, outbox[fax_id], statuses[fax_id]]
        for name in (each.name for each in fields(FaxDetails) if each.name not in {"sender", "sub_user"}):
            assert len({getattr(one, name) for one in told} - {None}) <= 1, name
        assert merged(fax, statuses[fax_id]).subject == fax.subject
        assert outbox[fax_id].queued_at_text


def test_the_outbox_is_of_the_days_asked_for(client: SrfaxClient) -> None:
    assert len(by_id(recent(client))) == len(PRACTICE_FAXES) + len(QUEUE_FAXES) - 1
    assert by_id(client.recent_faxes(date(2018, 1, 1), date(2018, 1, 2))) == {}
    assert by_id(client.recent_faxes(date(2999, 1, 1), date(2999, 1, 2))) == {}


def test_a_sub_users_fax_is_there_for_those_who_ask(client: SrfaxClient) -> None:
    assert SUB_USERS_FAX not in by_id(client.queued_faxes())
    assert SUB_USERS_FAX not in by_id(recent(client))
    queued = by_id(client.queued_faxes(include_sub_users=True))
    assert queued[SUB_USERS_FAX].sub_user == "99998"
    assert {fax.sub_user for fax in queued.values()} == {"99998", PRACTICE_ACCOUNT}
    listed = by_id(recent(client, sub_users=True))[SUB_USERS_FAX]
    assert (listed.sub_user, listed.sender) == ("99998", "annex@example.com")
    assert client.stop_fax(FaxId(SUB_USERS_FAX)).outcome is StopOutcome.STOPPED


def test_the_broadcast_is_found_again_and_nothing_else(client: SrfaxClient) -> None:
    for answer in (client.queued_faxes(True), recent(client, sub_users=True)):
        found = by_id(answer)
        for fax_id, fax in found.items():
            family = [other.fax_id for other in siblings(fax, answer.faxes)]
            assert family == [one for one in BROADCAST if one != fax_id and fax_id in BROADCAST]
    first = found[BROADCAST[0]]
    client.stop_fax(FaxId(BROADCAST[1]))
    left = [fax.fax_id for fax in siblings(first, recent(client).faxes)]
    assert left == BROADCAST[2:]
    for fax_id in BROADCAST:
        assert client.stop_fax(FaxId(fax_id)).outcome is StopOutcome.STOPPED
    assert not set(BROADCAST) & set(by_id(client.queued_faxes()))
    assert {fax.status for fax in client.fax_statuses(list(map(FaxId, BROADCAST))).faxes} == {
        SentStatus.FAILED
    }


def test_what_is_stopped_is_confirmed(client: SrfaxClient, clock: HandClock) -> None:
    assert status_of(client, FAX).status is SentStatus.IN_PROGRESS
    clock.now += 5
    client.stop_fax(FAX)
    fax = status_of(client, FAX)
    assert (fax.status, fax.pages, fax.error_code) == (SentStatus.FAILED, 0, "Cancelled")
    assert fax.sent_at is not None
    assert abs(fax.sent_at - datetime.now(UTC)) < timedelta(minutes=1)
    client.stop_fax(FaxId("10000002"))
    assert status_of(client, "10000002").pages == 2


def test_one_that_was_sent_before_says_when(client: SrfaxClient) -> None:
    fax = status_of(client, "10000003")
    assert (fax.status, fax.pages, fax.duration_s) == (SentStatus.SENT, 3, 90)
    assert fax.sent_at is not None
    assert fax.sent_at < datetime.now(UTC)


def test_the_fax_that_goes_out_although_it_was_said_to_be_stopped(client: SrfaxClient) -> None:
    fax_id = FaxId("20000005")
    assert fax_id in by_id(client.queued_faxes())
    answer = client.stop_fax(fax_id)
    assert (answer.outcome, answer.result) == (StopOutcome.STOPPED, "Fax Cancelled")
    assert status_of(client, fax_id).status is SentStatus.SENT
    assert fax_id not in by_id(client.queued_faxes())


@pytest.mark.parametrize(
    ("fax_id", "status", "error_code", "then"),
    [("20000007", "sent", None, "already_sent"), ("20000008", "failed", "Busy", "not_found")],
)
def test_two_leave_the_queue_by_themselves(
    client: SrfaxClient,
    service: PracticeServer,
    clock: HandClock,
    fax_id: str,
    status: str,
    error_code: str | None,
    then: str,
) -> None:
    clock.now += 59.9
    assert fax_id in by_id(client.queued_faxes())
    clock.now += 0.1
    assert fax_id not in by_id(client.queued_faxes())
    clock.now += 1000
    fax = status_of(client, fax_id)
    assert (fax.status, fax.error_code) == (status, error_code)
    assert client.stop_fax(FaxId(fax_id)).outcome == then
    assert status_of(client, fax_id) == fax
    service.start_over()
    assert fax_id in by_id(client.queued_faxes())
    assert client.stop_fax(FaxId(fax_id)).outcome is StopOutcome.STOPPED
    clock.now += 1000
    assert status_of(client, fax_id).error_code == "Cancelled"


def test_queued_anew_means_queued_now(client: SrfaxClient, service: PracticeServer, clock: HandClock) -> None:
    before = status_of(client, FAX).document
    clock.now += 3600
    assert status_of(client, FAX).document == before
    service.start_over()
    assert status_of(client, FAX).document != before


def test_an_unknown_fax(client: SrfaxClient) -> None:
    alone = client.fax_statuses([FaxId("5")])
    assert (alone.problem, alone.result) == (StopOutcome.NOT_FOUND, "FaxDetailsID Not Found")
    found = by_id(client.fax_statuses([FaxId("5"), FAX]))
    assert (found["5"].status, found["5"].error_code) == (SentStatus.UNKNOWN, "FaxDetailsID Not Found")
    answer = client.stop_fax(FaxId("5"))
    assert answer.result == "File not found – Please try again"


def test_the_practice_round_is_the_eight(service: PracticeServer) -> None:
    assert service.fax_ids == tuple(fax.fax_id for fax in PRACTICE_FAXES)
    assert len(service.fax_ids) == 8
    assert service.all_fax_ids == (*service.fax_ids, *(fax.fax_id for fax in QUEUE_FAXES))
    alone = PracticeServer(PRACTICE_FAXES[:1])
    with alone:
        assert alone.fax_ids == alone.all_fax_ids == (FAX,)


# --- odd lists -------------------------------------------------------------------------------------


def test_a_service_that_refuses_the_queue(service: PracticeServer, client: SrfaxClient) -> None:
    service.change_lists(odd.refused("Invalid Action"))
    for _ in range(2):
        answer = client.queued_faxes()
        assert (answer.problem, answer.reason) == (StopOutcome.SERVICE_FAULT, Reason.UNKNOWN_TEXT)
        assert (answer.was_refused, answer.result) == (True, "Invalid Action")
    outbox = [fax for fax in recent(client).faxes if fax.status is SentStatus.IN_PROGRESS]
    assert FAX in [fax.fax_id for fax in outbox]


@pytest.mark.parametrize("change", [odd.NULL, odd.BLANK, odd.instead([])])
def test_a_service_whose_queue_is_empty(
    service: PracticeServer, client: SrfaxClient, change: odd.Change
) -> None:
    service.change_lists(change, times=1)
    answer = client.queued_faxes()
    assert (answer.problem, answer.faxes, answer.is_complete) == (None, (), True)
    assert by_id(client.queued_faxes())


@pytest.mark.parametrize("result", [0, 7, "Nothing", {"Count": 0}])
def test_a_service_that_says_something_else(
    service: PracticeServer, client: SrfaxClient, result: Any
) -> None:
    service.change_lists(odd.instead(result))
    assert client.queued_faxes().problem is StopOutcome.UNRECOGNISED


def test_a_service_with_fields_missing_and_of_odd_types(service: PracticeServer, client: SrfaxClient) -> None:
    honest = by_id(client.queued_faxes(True))
    service.change_lists(odd.odd_rows, times=1)
    answer = client.queued_faxes(True)
    assert answer.problem is None
    assert [fax.fax_id for fax in answer.faxes] == list(honest)
    assert len(answer.unread) == 3
    for fax in answer.faxes:
        told = {each.name: getattr(fax, each.name) for each in fields(fax)}
        as_before = honest[fax.fax_id]
        assert all(value in {None, getattr(as_before, name)} for name, value in told.items())
    assert answer.faxes[4] == honest[answer.faxes[4].fax_id]


def test_an_outbox_can_be_odd_too(service: PracticeServer, client: SrfaxClient) -> None:
    service.change_lists(odd.odd_rows, action="Get_Fax_Outbox")
    assert by_id(client.queued_faxes())
    answer = recent(client)
    assert len(answer.faxes) == len(PRACTICE_FAXES) + len(QUEUE_FAXES) - 1
    assert len(answer.unread) == 3
