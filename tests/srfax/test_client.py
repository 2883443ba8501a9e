# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The client against the practice service: what is sent, what is answered, what is never written down."""

from __future__ import annotations

import html
import json
import logging
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, quote_plus

import pytest

from srfax_desktop.core.fax import AccountNumber, FaxId
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.srfax import practice_faults as faults
from srfax_desktop.srfax.client import SrfaxClient
from srfax_desktop.srfax.endpoint import Endpoint
from srfax_desktop.srfax.limits import Limits, ResponseFormat
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT
from srfax_desktop.srfax.service_factory import make_factory

if TYPE_CHECKING:
    import ssl

    from tests.raw_server import Peer
    from tests.srfax.conftest import Connect, Serve

FAX = FaxId("10000001")


@pytest.mark.parametrize("response_format", ResponseFormat)
@pytest.mark.parametrize(
    "password",
    [
        "plain",
        "a&b=c+d%20e f",
        "pâté €",
        "%41%2B",
        "\\\"'<>;#?/",
        " leading and trailing ",
        "日本語",
        "&access_id=1",
    ],
)
def test_any_password_arrives_as_it_is(
    connect: Connect, tls: ssl.SSLContext, trusted: None, response_format: ResponseFormat, password: str
) -> None:
    credentials = Credentials(AccountNumber("12345"), password)
    with PracticeServer(credentials=credentials, tls=tls) as server:
        client = connect(server.url, credentials, response_format=response_format)
        assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
        (request,) = server.requests
    assert request.password_matched
    assert request.response_format == response_format.upper()
    assert (request.action, request.fax_id, request.account) == ("Stop_Fax", FAX, "12345")


def test_the_request_as_it_is_on_the_wire(serve: Serve, connect: Connect) -> None:
    seen: list[bytes] = []

    def play(peer: Peer) -> None:
        seen.append(peer.read_request())

    connect(serve(play).plain_url + "SRF_SecWebSvc.php?x=1").stop_fax(FAX)
    head, _, body = seen[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /SRF_SecWebSvc.php?x=1 HTTP/1.1\r\n")
    headers = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:])
    assert headers[b"Content-Type"] == b"application/x-www-form-urlencoded"
    assert headers[b"Accept-Encoding"] == b"identity"
    assert headers[b"User-Agent"].startswith(b"SRFax-Desktop/")
    assert set(headers) == {b"Host", b"Content-Type", b"Content-Length", b"Accept-Encoding", b"User-Agent"}
    assert parse_qs(body.decode()) == {
        "action": ["Stop_Fax"],
        "access_id": ["99999"],
        "access_pwd": ["practice"],
        "sResponseFormat": ["JSON"],
        "sFaxDetailsID": ["10000001"],
    }


@pytest.mark.parametrize("response_format", ResponseFormat)
def test_signing_in(
    secure: PracticeServer, connect: Connect, clinic: Credentials, response_format: ResponseFormat
) -> None:
    answer = connect(secure.url, clinic, response_format=response_format).check_sign_in()
    assert (answer.problem, answer.account_name) == (None, "Practice Clinic")
    assert 0 < answer.elapsed_s < 1


def test_a_wrong_password(secure: PracticeServer, connect: Connect, clinic: Credentials) -> None:
    client = connect(secure.url, Credentials(clinic.account, "wrong"))
    sign_in, stop = client.check_sign_in(), client.stop_fax(FAX)
    assert sign_in.problem is stop.outcome is StopOutcome.LOGIN_REJECTED
    assert sign_in.result == stop.result == "Invalid Access Code / Password"


def test_a_sign_in_that_cannot_be_asked_for(connect: Connect) -> None:
    answer = connect("http://127.0.0.1:1/").check_sign_in()
    assert (answer.problem, answer.reason) == (StopOutcome.UNREACHABLE, Reason.CONNECTION_REFUSED)


def test_the_client_that_the_factory_makes(practice: PracticeServer) -> None:
    make = make_factory(
        Endpoint.parse(practice.url),
        response_format=ResponseFormat.XML,
        limits=lambda: Limits(connect_s=1, total_s=1),
    )
    service = make(Credentials(PRACTICE_ACCOUNT, "practice"))
    assert service.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert practice.requests[0].response_format == "XML"
    service.close()


def test_a_real_account_is_never_sent_without_tls(practice: PracticeServer, clinic: Credentials) -> None:
    with pytest.raises(ValueError, match="practice account"):
        SrfaxClient(clinic, Endpoint.parse(practice.url))
    assert practice.requests == ()


# --- secrets ---------------------------------------------------------------------------------------


def assert_not_told(text: str, credentials: Credentials) -> None:
    password = credentials.password
    for written in (password, quote(password), quote_plus(password), ascii(password)[1:-1]):
        assert written not in text


@pytest.mark.parametrize(
    "fault",
    [
        faults.hang(),
        faults.reset(),
        faults.cut_short(),
        faults.body(b"nonsense"),
        faults.http_status(500),
        None,
    ],
)
def test_the_password_is_in_no_log_and_no_answer(
    secure: PracticeServer,
    connect: Connect,
    clinic: Credentials,
    caplog: pytest.LogCaptureFixture,
    fault: faults.Fault | None,
) -> None:
    caplog.set_level(logging.DEBUG)
    if fault is not None:
        secure.behave(fault)
    client = connect(secure.url, clinic, total_s=0.3)
    answer = client.stop_fax(FAX)
    assert "urllib3" in caplog.text
    for text in (caplog.text, repr(answer), repr(client), repr(client.__dict__), repr(secure.requests)):
        assert_not_told(text, clinic)


def test_an_unforeseen_error_is_an_answer_and_its_text_is_told_nobody(
    connect: Connect, clinic: Credentials, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(clinic.password)

    monkeypatch.setattr("requests.adapters.HTTPAdapter.send", fail)
    client = connect("https://127.0.0.1:1/", clinic)
    answer = client.stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNRECOGNISED, Reason.INTERNAL)
    assert client.check_sign_in().reason is Reason.INTERNAL
    assert "RuntimeError" in caplog.text
    assert_not_told(caplog.text, clinic)


def test_a_password_that_cannot_be_written_down_is_an_answer_too(
    secure: PracticeServer, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    client = connect(secure.url, Credentials(AccountNumber("12345"), "half a \ud83d"))
    assert client.stop_fax(FAX).reason is Reason.INTERNAL
    assert "half a" not in caplog.text
    assert secure.requests == ()


@pytest.mark.parametrize("status", ["Failed", "Success"])
def test_a_password_that_the_service_repeats_is_in_no_answer(
    secure: PracticeServer, connect: Connect, clinic: Credentials, status: str
) -> None:
    client = connect(secure.url, clinic)
    for spelled in (clinic.password, quote_plus(clinic.password), html.escape(clinic.password)):
        reply = json.dumps({"Status": status, "Result": f"not known: {spelled}!"}).encode()
        secure.behave(faults.body(reply), times=3)
        stopped = client.stop_fax(FAX)
        assert (stopped.outcome, stopped.result) == (StopOutcome.UNRECOGNISED, "not known: ***!")
        if status == "Failed":
            assert client.check_sign_in().result == client.queued_faxes().result == "not known: ***!"
        else:
            assert client.fax_statuses([FAX]).result == client.queued_faxes().result == "not known: ***!"


def test_srfaxs_known_words_stay_as_they_are_even_where_a_password_is_one_of_them(
    connect: Connect, tls: ssl.SSLContext, trusted: None
) -> None:
    credentials = Credentials(AccountNumber("12345"), "Cancelled")
    with PracticeServer(credentials=credentials, tls=tls) as server:
        assert connect(server.url, credentials).stop_fax(FAX).result == "Fax Cancelled"
