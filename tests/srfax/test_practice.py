# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The practice service plays its faxes as promised, and can be stopped whatever it is doing."""

from __future__ import annotations

import json
import re
import socket
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.srfax import practice_faults as faults
from srfax_desktop.srfax.practice import MOST_REQUESTS, PracticeServer
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT, PRACTICE_PASSWORD
from srfax_desktop.srfax.practice_faxes import CANCELLED, PRACTICE_FAXES, QUEUE_FAXES, PracticeFax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srfax_desktop.srfax.client import SrfaxClient
    from tests.srfax.conftest import Connect

_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class HandClock:
    """A clock that stands still until it is moved."""

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


def post(url: str, body: bytes, content_type: str = "application/x-www-form-urlencoded") -> bytes:
    request = urllib.request.Request(url, body, {"Content-Type": content_type, "Connection": "close"})  # noqa: S310
    with _opener.open(request, timeout=5) as reply:
        return bytes(reply.read())


def fields(action: str, **more: str) -> dict[str, str]:
    return {"action": action, "access_id": PRACTICE_ACCOUNT, "access_pwd": PRACTICE_PASSWORD, **more}


def ask(service: PracticeServer, action: str, **more: str) -> Any:
    return json.loads(post(service.url, urlencode(fields(action, **more)).encode()))


def outcomes(client: SrfaxClient, fax_id: str, times: int) -> list[str]:
    return [client.stop_fax(FaxId(fax_id)).outcome.value for _ in range(times)]


@pytest.mark.parametrize(
    ("fax_id", "expected"),
    [
        ("10000001", ["stopped", "stopped"]),
        ("10000002", ["partially_sent", "partially_sent"]),
        ("10000003", ["already_sent", "already_sent"]),
        ("10000006", ["service_fault", "service_fault", "stopped", "stopped"]),
        ("10000007", ["timed_out", "stopped", "stopped"]),
        ("10000008", ["converting", "converting", "converting"]),
        ("31524120", ["not_found", "not_found"]),
    ],
)
def test_its_faxes(service: PracticeServer, connect: Connect, fax_id: str, expected: list[str]) -> None:
    assert outcomes(connect(service.url, total_s=0.3), fax_id, len(expected)) == expected


@pytest.mark.parametrize(
    ("fax_id", "meanwhile", "lasts_s"), [("10000004", "converting", 20), ("10000005", "not_found", 5)]
)
def test_its_faxes_that_take_their_time(
    service: PracticeServer, connect: Connect, clock: HandClock, fax_id: str, meanwhile: str, lasts_s: float
) -> None:
    client = connect(service.url)
    clock.now += 1000  # time runs from the first request, not from the start of the service
    assert outcomes(client, fax_id, 2) == [meanwhile, meanwhile]
    clock.now += lasts_s - 0.1
    assert outcomes(client, fax_id, 1) == [meanwhile]
    clock.now += 0.1
    assert outcomes(client, fax_id, 2) == ["stopped", "stopped"]
    clock.now += 1000
    assert outcomes(client, fax_id, 1) == ["stopped"]


def test_the_fax_that_converts_for_ever(service: PracticeServer, connect: Connect, clock: HandClock) -> None:
    client = connect(service.url)
    for _ in range(3):
        assert outcomes(client, "10000008", 1) == ["converting"]
        clock.now += 1e9


def test_the_queue_is_what_can_still_be_stopped(service: PracticeServer, connect: Connect) -> None:
    def queued() -> list[str]:
        rows = ask(service, "Get_Faxes_Queued")["Result"]
        return [row["FileName"].rpartition("|")[2] for row in rows]

    rest = [fax.fax_id for fax in QUEUE_FAXES if fax.fax_id != "20000006"]
    everything = [fax.fax_id for fax in PRACTICE_FAXES]
    assert queued() == [fax_id for fax_id in everything if fax_id != "10000003"] + rest
    client = connect(service.url)
    outcomes(client, "10000001", 1)
    outcomes(client, "10000002", 1)
    outcomes(client, "10000004", 1)
    assert queued() == ["10000004", "10000005", "10000006", "10000007", "10000008", *rest]


def test_the_rows_have_what_is_documented(service: PracticeServer) -> None:
    queue = ask(service, "Get_Faxes_Queued")["Result"][0]
    assert set(queue) == {
        "FileName",
        "Status",
        "ToFaxNumber",
        "RemoteID",
        "EpochTime",
        "User_ID",
        "Pages",
        "Subject",
    }
    assert re.fullmatch(r"20[0-9]{12}-8812-41_0\|10000001", queue["FileName"])
    assert queue["ToFaxNumber"] == "16045550123"
    status = ask(service, "Get_FaxStatus", sFaxDetailsID="10000003")["Result"]
    assert status["SentStatus"] == "Sent"
    assert len(status) == 12
    outbox = ask(service, "Get_Fax_Outbox", sPeriod="ALL")["Result"]
    assert len(outbox) == len(PRACTICE_FAXES) + len(QUEUE_FAXES) - 1
    assert set(outbox[0]) == {*status, "SenderEmail", "Subject", "SubmittedFiles"}
    usage = ask(service, "Get_Fax_Usage")["Result"][0]
    assert usage["ClientName"] == "Practice Clinic"


def test_statuses_of_several_faxes(service: PracticeServer, connect: Connect) -> None:
    outcomes(connect(service.url), "10000001", 1)
    rows = ask(service, "Get_MultiFaxStatus", sFaxDetailsID="10000001|10000003|10000004|5")["Result"]
    assert [(row["FaxDetailsID"], row["SentStatus"]) for row in rows] == [
        ("10000001", "Failed"),
        ("10000003", "Sent"),
        ("10000004", "In Progress"),
        ("5", "Unknown"),
    ]


def test_what_it_does_not_know(service: PracticeServer) -> None:
    assert ask(service, "Get_FaxStatus", sFaxDetailsID="5") == {
        "Status": "Failed",
        "Result": "FaxDetailsID Not Found",
    }
    assert ask(service, "Delete_Everything")["Status"] == "Failed"


def test_every_number_is_fictional() -> None:
    numbers = [fax.to_number for fax in (*PRACTICE_FAXES, *QUEUE_FAXES)]
    assert all(number.startswith("160455501") and len(number) == 11 for number in numbers)
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(
    ("account", "password"), [("99999", "wrong"), ("12345", "practice"), ("99999", ""), ("", "")]
)
def test_other_credentials_are_refused(service: PracticeServer, account: str, password: str) -> None:
    body = urlencode(
        {"action": "Stop_Fax", "access_id": account, "access_pwd": password, "sFaxDetailsID": "10000001"}
    )
    assert json.loads(post(service.url, body.encode())) == {
        "Status": "Failed",
        "Result": "Invalid Access Code / Password",
    }


def test_it_reads_json_and_writes_xml(service: PracticeServer) -> None:
    body = json.dumps(fields("Get_Faxes_Queued", sResponseFormat="XML")).encode()
    root = ET.fromstring(post(service.url, body, "application/json"))  # noqa: S314
    assert root.findtext("Status") == "Success"
    assert [row.findtext("Subject") for row in root.findall("Result/Row")][:2] == ["Referral", "Lab results"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(b"\xff", "text/plain"), (b"[]", "application/json"), (b"{", "application/json")],
)
def test_requests_that_cannot_be_read(service: PracticeServer, body: bytes, content_type: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="400"):
        post(service.url, body, content_type)


def test_requests_that_are_too_large(service: PracticeServer) -> None:
    with pytest.raises(urllib.error.HTTPError, match="413"):
        post(service.url, b"x" * 70_000)


def test_the_record_of_requests_holds_no_password(service: PracticeServer, clock: HandClock) -> None:
    ask(service, "Stop_Fax", sFaxDetailsID="10000001")
    (request,) = service.requests
    assert (request.action, request.fax_id, request.account) == ("Stop_Fax", "10000001", "99999")
    assert (request.password_matched, request.at, request.connection) == (True, clock.now, 1)
    assert PRACTICE_PASSWORD not in repr(request)


def test_the_record_of_requests_does_not_grow_for_ever(service: PracticeServer) -> None:
    for number in range(MOST_REQUESTS + 10):
        service._director.asked("application/x-www-form-urlencoded", b"action=Get_Fax_Usage", number)
    assert len(service.requests) == MOST_REQUESTS
    assert service.requests[-1].connection == MOST_REQUESTS + 9


def test_faults_are_for_as_many_requests_as_told_and_the_action_told(
    service: PracticeServer, connect: Connect
) -> None:
    client = connect(service.url)
    service.behave(faults.body(b""), times=2, action="Stop_Fax")
    assert client.check_sign_in().problem is None
    assert outcomes(client, "10000001", 3) == ["blocked", "blocked", "stopped"]
    service.answer_with(faults.http_reply(299), times=None)
    assert outcomes(client, "10000001", 3) == ["service_fault"] * 3
    assert client.check_sign_in().problem is StopOutcome.SERVICE_FAULT


def test_faults_on_connecting(service: PracticeServer, connect: Connect) -> None:
    service.behave_on_connect(faults.reset())
    service.behave_on_connect(faults.hang())
    client = connect(service.url, total_s=0.3)
    # A reset can be here before the connection is seen to stand, or after.
    assert outcomes(client, "10000001", 1)[0] in {"unreachable", "service_fault"}
    assert outcomes(client, "10000001", 2) == ["timed_out", "stopped"]
    assert len(service.requests) == 1


def test_other_faxes_can_be_played(connect: Connect) -> None:
    fax = PracticeFax(FaxId("7"), (CANCELLED,))
    with PracticeServer([fax]) as server:
        assert outcomes(connect(server.url), "7", 1) == ["stopped"]


def test_its_faxes_can_be_queued_anew(service: PracticeServer, connect: Connect) -> None:
    client = connect(service.url, total_s=0.3)
    assert outcomes(client, "10000006", 3) == ["service_fault", "service_fault", "stopped"]
    service.start_over()
    assert outcomes(client, "10000006", 3) == ["service_fault", "service_fault", "stopped"]
    assert service.fax_ids == tuple(fax.fax_id for fax in PRACTICE_FAXES)


def test_it_is_on_loopback_only(service: PracticeServer) -> None:
    assert service.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    "fault", [faults.hang(), faults.drip(0.01), faults.endless_body(), faults.declared(1 << 30)]
)
def test_it_stops_at_once_whatever_it_is_doing(fault: faults.Fault) -> None:
    with PracticeServer() as server:
        port = int(server.url.split(":")[2].split("/")[0])
        server.behave(fault)
        with (
            socket.create_connection(("127.0.0.1", port)) as idle,
            socket.create_connection(("127.0.0.1", port)) as busy,
        ):
            busy.sendall(b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\naction=one")
            while not server.requests:
                time.sleep(0.005)
            started = time.monotonic()
            server.stop()
            assert time.monotonic() - started < 0.5
            idle.settimeout(1)
            assert idle.recv(1) == b""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
