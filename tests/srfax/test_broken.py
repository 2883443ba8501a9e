# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Connections that cannot be made, that break, and replies that are no HTTP: each with its reason."""

from __future__ import annotations

import errno
import gzip
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.srfax import practice_faults as faults

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.practice import PracticeServer
    from srfax_desktop.srfax.practice_faults import Fault
    from tests.raw_server import Peer
    from tests.srfax.conftest import Connect, Serve

FAX = FaxId("10000001")
OPEN_FILES = Path("/proc/self/fd")
HONEST = b'{"Status":"Success","Result":"Fax Cancelled"}'


def packed(body: bytes, encoding: str = "gzip") -> Fault:
    return faults.answer(faults.http_reply(200, body, {"Content-Encoding": encoding}))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return int(sock.getsockname()[1])


def test_refused(connect: Connect) -> None:
    answer = connect(f"http://127.0.0.1:{free_port()}/").stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, Reason.CONNECTION_REFUSED)
    assert (answer.result, answer.status, answer.http_status) == (None, None, None)


@pytest.mark.parametrize(
    "error", [socket.gaierror(socket.EAI_NONAME, "unknown"), UnicodeError("label too long")]
)
def test_a_name_that_nobody_knows(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    answer = connect("https://fax.invalid/").stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, Reason.NAME_NOT_FOUND)


def failing_connects(monkeypatch: pytest.MonkeyPatch, *codes: int) -> None:
    """Make the name stand for as many addresses, and the connection to each fail like this."""
    address = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 9))
    left = list(codes)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [address] * len(codes))
    monkeypatch.setattr(socket.socket, "connect_ex", lambda *_: left.pop(0))


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        ((errno.ENETUNREACH,), Reason.NO_NETWORK),
        ((errno.EHOSTUNREACH, errno.ENETUNREACH), Reason.NO_NETWORK),
        ((errno.ENETUNREACH, errno.ECONNREFUSED), Reason.CONNECTION_REFUSED),
        ((errno.ECONNREFUSED, errno.ENETUNREACH), Reason.CONNECTION_REFUSED),
        ((errno.ETIMEDOUT,), Reason.CONNECT_TIMED_OUT),
        ((errno.EACCES,), Reason.CONNECTION_REFUSED),
    ],
)
def test_no_way_to_any_address(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, codes: tuple[int, ...], reason: Reason
) -> None:
    failing_connects(monkeypatch, *codes)
    answer = connect("https://fax.invalid/").stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, reason)


@pytest.mark.parametrize(
    ("fault", "outcome", "reason"),
    [
        pytest.param(faults.reset(), "service_fault", "connection_broken", id="reset"),
        pytest.param(faults.hang_up(), "service_fault", "connection_broken", id="hang-up"),
        pytest.param(faults.reset_mid_reply(), "service_fault", "connection_broken", id="reset-mid-reply"),
        pytest.param(faults.cut_short(), "service_fault", "connection_broken", id="cut-short"),
        pytest.param(faults.broken_chunk(), "service_fault", "connection_broken", id="broken-chunk"),
        pytest.param(faults.answer(b"SSH-2.0-OpenSSH_9.6\r\n"), "unrecognised", "unreadable", id="not-http"),
        pytest.param(faults.answer(b"\r\n\r\n\r\n"), "unrecognised", "unreadable", id="empty-lines"),
        pytest.param(
            faults.answer(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"),
            "unrecognised",
            "unreadable",
            id="too-many-headers",
        ),
        pytest.param(
            faults.answer(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
            "unrecognised",
            "unreadable",
            id="two-lengths",
        ),
        pytest.param(packed(b"no gzip"), "unrecognised", "unreadable", id="not-gzip"),
        pytest.param(packed(gzip.compress(HONEST)[:-8]), "unrecognised", "unreadable", id="gzip-cut-short"),
        pytest.param(packed(gzip.compress(HONEST) * 2), "unrecognised", "unreadable", id="gzip-twice"),
        pytest.param(
            packed(gzip.compress(gzip.compress(HONEST)), "gzip, gzip"),
            "unrecognised",
            "unreadable",
            id="gzip-in-gzip",
        ),
        pytest.param(packed(HONEST, "br"), "unrecognised", "unreadable", id="brotli"),
        pytest.param(packed(b""), "blocked", "blank", id="blank-gzip"),
        pytest.param(faults.body(b""), "blocked", "blank", id="blank"),
        pytest.param(faults.http_status(204), "service_fault", "http_status", id="204"),
        pytest.param(faults.http_status(401), "login_rejected", "refused_by_status", id="401"),
        pytest.param(faults.http_status(500, body=HONEST), "service_fault", "http_status", id="500"),
        pytest.param(faults.http_status(407), "service_fault", "http_status", id="407"),
        pytest.param(faults.body(b"<html>"), "service_fault", "web_page", id="web-page"),
    ],
)
def test_replies_that_are_none(
    practice: PracticeServer, connect: Connect, fault: Fault, outcome: str, reason: str
) -> None:
    practice.behave(fault)
    client = connect(practice.url)
    answer = client.stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (outcome, reason)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(faults.http_reply(200, HONEST, {"Content-Length": "nonsense"}), id="odd-length"),
        pytest.param(b"HTTP/1.0 200 OK\r\n\r\n" + HONEST, id="http-1.0"),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" + faults.http_reply(200, HONEST), id="100-continue"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2d\r\n" + HONEST + b"\r\n0\r\n\r\n",
            id="chunked",
        ),
    ],
)
def test_odd_replies_that_can_be_read(serve: Serve, connect: Connect, reply: bytes) -> None:
    def play(peer: Peer) -> None:
        peer.read_request()
        peer.sock.sendall(reply)

    assert connect(serve(play).plain_url).stop_fax(FAX).outcome is StopOutcome.STOPPED


def test_packed_replies_are_unpacked(practice: PracticeServer, connect: Connect) -> None:
    practice.answer_with(faults.http_reply(200, gzip.compress(HONEST), {"Content-Encoding": "gzip"}))
    assert connect(practice.url).stop_fax(FAX).outcome is StopOutcome.STOPPED


def reset_after_hello(peer: Peer) -> None:
    peer.sock.recv(1)
    peer.reset()


def hang_up_after_hello(peer: Peer) -> None:
    peer.sock.recv(1 << 16)


def speak_plainly(peer: Peer) -> None:
    peer.sock.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@pytest.mark.parametrize("play", [reset_after_hello, hang_up_after_hello, speak_plainly])
def test_a_tls_handshake_that_fails_is_no_certificate_problem(
    serve: Serve, connect: Connect, trusted: None, play: Callable[[Peer], None]
) -> None:
    answer = connect(serve(play).url).stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, Reason.NO_SECURE_CONNECTION)


@pytest.mark.parametrize("code", [300, 301, 302, 303, 307, 308])
def test_redirects_are_never_followed(
    secure: PracticeServer, practice: PracticeServer, connect: Connect, clinic: Credentials, code: int
) -> None:
    secure.behave(faults.http_status(code, {"Location": practice.url}))
    secure.behave(faults.http_status(code, {"Location": secure.url}))
    client = connect(secure.url, clinic)
    for _ in range(2):
        answer = client.stop_fax(FAX)
        assert (answer.outcome, answer.reason) == (StopOutcome.SERVICE_FAULT, Reason.REDIRECTED)
    assert practice.requests == ()
    assert len(secure.requests) == 2


def test_the_body_of_a_redirect_is_not_waited_for(serve: Serve, connect: Connect) -> None:
    def play(peer: Peer) -> None:
        peer.read_request()
        peer.sock.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 1000\r\n\r\n")
        peer.hang()

    started = time.monotonic()
    assert connect(serve(play).plain_url).stop_fax(FAX).reason is Reason.REDIRECTED
    assert time.monotonic() - started < 0.5


def test_retry_after_reaches_the_answer(practice: PracticeServer, connect: Connect) -> None:
    practice.behave(faults.http_status(503, {"Retry-After": "42"}))
    answer = connect(practice.url).stop_fax(FAX)
    assert (answer.retry_after_s, answer.http_status) == (42.0, 503)


# --- kept connections ------------------------------------------------------------------------------


def connections(server: PracticeServer) -> list[int]:
    return [request.connection for request in server.requests]


def test_one_connection_serves_many_requests(
    secure: PracticeServer, connect: Connect, clinic: Credentials
) -> None:
    client = connect(secure.url, clinic)
    for _ in range(5):
        assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert client.check_sign_in().problem is None
    assert connections(secure) == [1] * 6


def test_a_connection_closed_in_the_meantime_is_replaced_unseen(
    secure: PracticeServer, connect: Connect, clinic: Credentials
) -> None:
    client = connect(secure.url, clinic)
    client.stop_fax(FAX)
    secure.close_idle()
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert connections(secure) == [1, 2]


@pytest.mark.parametrize("fault", [faults.reset(), faults.hang_up()])
def test_a_kept_connection_that_breaks_is_replaced_once(
    secure: PracticeServer, connect: Connect, clinic: Credentials, fault: Fault
) -> None:
    client = connect(secure.url, clinic)
    client.stop_fax(FAX)
    secure.behave(fault)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert connections(secure) == [1, 1, 2]
    secure.behave(fault, times=2)
    assert client.stop_fax(FAX).reason is Reason.CONNECTION_BROKEN
    assert connections(secure) == [1, 1, 2, 2, 3]


def test_an_answer_too_many_is_not_taken_for_the_next_ones(
    serve: Serve, connect: Connect, tls: ssl.SSLContext, trusted: None
) -> None:
    """Both came before one was read: the second waits within TLS, where no look at the socket finds it."""

    def play(peer: Peer) -> None:
        peer.sock = tls.wrap_socket(peer.sock, server_side=True)
        while peer.read_request():
            peer.sock.sendall(faults.http_reply(200, b'{"Status":"Failed","Result":"Unable to Cancel Fax"}'))
            peer.sock.sendall(faults.http_reply(200, HONEST))

    client = connect(serve(play).url)
    for _ in range(6):
        assert client.stop_fax(FAX).outcome is StopOutcome.CONVERTING
        time.sleep(0.05)


def test_a_new_connection_that_breaks_is_told(
    secure: PracticeServer, connect: Connect, clinic: Credentials
) -> None:
    secure.behave(faults.hang_up())
    assert connect(secure.url, clinic).stop_fax(FAX).reason is Reason.CONNECTION_BROKEN
    assert connections(secure) == [1]


def test_a_kept_connection_that_breaks_in_the_reply_is_told(
    practice: PracticeServer, connect: Connect
) -> None:
    client = connect(practice.url)
    client.stop_fax(FAX)
    practice.behave(faults.reset_mid_reply())
    assert client.stop_fax(FAX).reason is Reason.CONNECTION_BROKEN
    assert connections(practice) == [1, 1]


def test_a_request_leaves_in_one_piece(serve: Serve, connect: Connect) -> None:
    pieces: list[bytes] = []

    def play(peer: Peer) -> None:
        pieces.append(peer.sock.recv(65536))
        peer.sock.sendall(faults.http_reply(200, HONEST))
        peer.hang()

    assert connect(serve(play).plain_url).stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert pieces[0].startswith(b"POST / HTTP/1.1\r\n")
    assert pieces[0].endswith(b"&sFaxDetailsID=10000001")


def test_a_reply_that_came_before_the_connection_broke_is_read(serve: Serve, connect: Connect) -> None:
    def play(peer: Peer) -> None:
        peer.sock.recv(10)
        peer.sock.sendall(faults.http_reply(503, b"", {"Retry-After": "7", "Connection": "close"}))

    assert connect(serve(play).plain_url).stop_fax(FAX).outcome is StopOutcome.SERVICE_FAULT


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="this system does not list open files")
def test_no_file_descriptor_is_left_behind(practice: PracticeServer, connect: Connect) -> None:
    client = connect(practice.url)

    def fail_in_many_ways() -> None:
        for fault in (faults.reset(), faults.cut_short(), faults.endless_body(), faults.broken_chunk()):
            practice.behave(fault)
            assert client.stop_fax(FAX).outcome is not StopOutcome.STOPPED

    def open_files() -> int:
        return len(list(OPEN_FILES.iterdir()))

    fail_in_many_ways()
    before = open_files()
    for _ in range(5):
        fail_in_many_ways()
    patience = time.monotonic() + 2
    while open_files() > before and time.monotonic() < patience:
        time.sleep(0.01)  # the service's own ends may be a moment late
    assert open_files() <= before
