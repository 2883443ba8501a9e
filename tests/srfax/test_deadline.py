# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""No request takes longer than its time, whatever the other side does."""

from __future__ import annotations

import socket
import threading
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.srfax import practice_faults as faults
from srfax_desktop.srfax import transport as transport_module
from srfax_desktop.srfax.endpoint import Endpoint
from srfax_desktop.srfax.failure import ExchangeError
from srfax_desktop.srfax.limits import Limits
from srfax_desktop.srfax.transport import Transport

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    from srfax_desktop.core.outcome import StopAnswer
    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.client import SrfaxClient
    from srfax_desktop.srfax.practice import PracticeServer
    from srfax_desktop.srfax.practice_faults import Fault, Line
    from tests.raw_server import Peer
    from tests.srfax.conftest import Connect, Serve

FAX = FaxId("10000001")
LIMIT_S = 0.5
SLACK_S = 0.1  # a tenth of it, and what a busy computer needs to wake up


def timed(client: SrfaxClient) -> tuple[StopAnswer, float]:
    started = time.monotonic()
    answer = client.stop_fax(FAX)
    return answer, time.monotonic() - started


def assert_in_time(elapsed_s: float, limit_s: float = LIMIT_S) -> None:
    assert limit_s - 0.02 <= elapsed_s <= limit_s * 1.1 + SLACK_S


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(faults.hang(), id="hang"),
        pytest.param(faults.drip(0.05), id="drip-from-the-first-byte"),
        pytest.param(faults.drip(0.05, after=b"HTTP/1.1 200 OK\r\nContent-"), id="drip-in-the-headers"),
        pytest.param(faults.drip_body(0.05), id="drip-in-the-body"),
        pytest.param(faults.drip_chunks(0.05), id="drip-in-chunks"),
    ],
)
def test_the_whole_request_has_one_deadline(
    secure: PracticeServer, clinic: Credentials, connect: Connect, fault: Fault
) -> None:
    secure.behave(fault)
    answer, elapsed_s = timed(connect(secure.url, clinic, total_s=LIMIT_S))
    assert (answer.outcome, answer.reason) == (StopOutcome.TIMED_OUT, Reason.NO_ANSWER)
    assert_in_time(elapsed_s)
    assert answer.elapsed_s == pytest.approx(elapsed_s, abs=0.05)


def test_the_deadline_holds_on_a_kept_connection_too(
    secure: PracticeServer, clinic: Credentials, connect: Connect
) -> None:
    client = connect(secure.url, clinic, total_s=LIMIT_S)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    secure.behave(faults.drip(0.05))
    answer, elapsed_s = timed(client)
    assert answer.reason is Reason.NO_ANSWER
    assert_in_time(elapsed_s)
    assert [request.connection for request in secure.requests] == [1, 1]  # not sent a second time


def test_an_answer_just_in_time_counts(practice: PracticeServer, connect: Connect) -> None:
    practice.behave(faults.delay(0.2))
    assert connect(practice.url, total_s=LIMIT_S).stop_fax(FAX).outcome is StopOutcome.STOPPED


def hang(peer: Peer) -> None:
    peer.hang()


def drip_zeros(peer: Peer) -> None:
    """Drip the beginning of a TLS record that announces 16,000 bytes."""
    peer.sock.sendall(b"\x16\x03\x03\x3e\x80")
    while not peer.stopping.wait(0.05):
        peer.sock.sendall(b"\0")


@pytest.mark.parametrize("play", [hang, drip_zeros])
def test_a_tls_handshake_has_to_end_in_the_time_for_connecting(
    serve: Serve, clinic: Credentials, connect: Connect, trusted: None, play: Callable[[Peer], None]
) -> None:
    server = serve(play)
    answer, elapsed_s = timed(connect(server.url, clinic, connect_s=LIMIT_S, total_s=5))
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, Reason.CONNECT_TIMED_OUT)
    assert_in_time(elapsed_s)


def test_a_hang_after_the_tls_handshake_is_no_answer(
    serve: Serve, tls: ssl.SSLContext, clinic: Credentials, connect: Connect, trusted: None
) -> None:
    def play(peer: Peer) -> None:
        peer.sock = tls.wrap_socket(peer.sock, server_side=True)
        peer.hang()

    answer, elapsed_s = timed(connect(serve(play).url, clinic, connect_s=0.3, total_s=LIMIT_S))
    assert answer.reason is Reason.NO_ANSWER
    assert_in_time(elapsed_s)


@pytest.fixture
def full_backlog() -> Iterator[int]:
    """Listen without accepting, its queue filled up, so that a new connection is never answered."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for sock in waiting:
            sock.setblocking(False)
            sock.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]
        for sock in waiting:
            sock.close()


def test_a_connection_that_is_never_answered(full_backlog: int, connect: Connect) -> None:
    answer, elapsed_s = timed(connect(f"http://127.0.0.1:{full_backlog}/", connect_s=LIMIT_S, total_s=5))
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, Reason.CONNECT_TIMED_OUT)
    assert_in_time(elapsed_s)


def resolve_to(monkeypatch: pytest.MonkeyPatch, *ports: int) -> None:
    """Make every name stand for these ports on loopback."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)) for port in ports]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_several_addresses_that_never_answer_share_the_time(
    full_backlog: int, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve_to(monkeypatch, full_backlog, full_backlog, full_backlog)
    answer, elapsed_s = timed(connect("http://localhost/", connect_s=LIMIT_S, total_s=5))
    assert answer.reason is Reason.CONNECT_TIMED_OUT
    assert_in_time(elapsed_s)


def test_an_address_that_never_answers_leaves_time_for_the_next(
    full_backlog: int, practice: PracticeServer, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve_to(monkeypatch, full_backlog, int(practice.url.split(":")[2].split("/")[0]))
    answer, elapsed_s = timed(connect("http://localhost/", connect_s=LIMIT_S, total_s=5))
    assert answer.outcome is StopOutcome.STOPPED
    assert elapsed_s < LIMIT_S


def test_a_name_look_up_that_hangs(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(10))
    answer, elapsed_s = timed(connect("http://localhost/", connect_s=LIMIT_S, total_s=5))
    release.set()
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, Reason.CONNECT_TIMED_OUT)
    assert_in_time(elapsed_s)


def test_the_time_for_connecting_is_part_of_the_whole(full_backlog: int, connect: Connect) -> None:
    answer, elapsed_s = timed(connect(f"http://127.0.0.1:{full_backlog}/", connect_s=5, total_s=LIMIT_S))
    assert answer.reason is Reason.CONNECT_TIMED_OUT
    assert_in_time(elapsed_s)


def test_where_looking_for_the_proxy_may_wait_it_and_connecting_share_the_time(
    full_backlog: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport_module, "MAY_WAIT", True)

    def slowly(_: object) -> None:
        time.sleep(0.3)

    endpoint = Endpoint.parse(f"http://127.0.0.1:{full_backlog}/")
    transport = Transport(endpoint, lambda: Limits(connect_s=LIMIT_S, total_s=5), slowly)
    started = time.monotonic()
    with pytest.raises(ExchangeError, match="connect_timed_out"):
        transport.post(b"")
    assert_in_time(time.monotonic() - started)
    transport.close()


def test_another_limit_holds_from_the_next_request_on(practice: PracticeServer) -> None:
    practice.behave(faults.hang(), times=None)
    limits = Limits(total_s=0.2)
    transport = Transport(Endpoint.parse(practice.url), lambda: limits)
    for limit_s in (0.2, LIMIT_S, 0.2):
        limits = Limits(total_s=limit_s)
        started = time.monotonic()
        with pytest.raises(ExchangeError, match="no_answer"):
            transport.post(b"")
        assert limit_s - 0.02 <= time.monotonic() - started < limit_s + 1
    transport.close()


# --- size ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(faults.endless_body(), id="endless"),
        pytest.param(faults.declared(1 << 30), id="declared"),
        pytest.param(faults.gzip_bomb(1 << 27), id="gzip-bomb"),
        pytest.param(faults.body(b" " * 100_001), id="one-too-many"),
    ],
)
def test_a_reply_that_is_too_large_is_not_read(
    practice: PracticeServer, connect: Connect, fault: Fault
) -> None:
    practice.behave(fault)
    client = connect(practice.url, max_body=100_000)
    tracemalloc.start()
    answer, elapsed_s = timed(client)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (answer.outcome, answer.reason) == (StopOutcome.SERVICE_FAULT, Reason.TOO_LARGE)
    assert elapsed_s < 1
    assert peak < 8 << 20
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED  # and the next request is well again


def endless_trailers(line: Line) -> None:
    """End a chunked body, and go on with what may follow it."""
    line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n")
    while True:
        line.send(b"X-More: and more\r\n" * 1000)
        line.pause(0)


@pytest.mark.parametrize("fault", [faults.endless_interim(), endless_trailers])
def test_what_goes_on_without_end_around_the_body_is_not_read(
    secure: PracticeServer, clinic: Credentials, connect: Connect, fault: Fault
) -> None:
    secure.behave(fault)
    client = connect(secure.url, clinic, total_s=10)
    answer, elapsed_s = timed(client)
    assert (answer.outcome, answer.reason) == (StopOutcome.SERVICE_FAULT, Reason.TOO_LARGE)
    assert elapsed_s < 8  # its time is not up
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED


def test_headers_without_end_are_not_read(practice: PracticeServer, connect: Connect) -> None:
    practice.behave(faults.endless_headers())
    answer, elapsed_s = timed(connect(practice.url))
    assert answer.outcome is StopOutcome.UNRECOGNISED
    assert elapsed_s < 1


def test_a_reply_as_large_as_allowed_is_read(practice: PracticeServer, connect: Connect) -> None:
    words = b'{"Status":"Success","Result":"Fax Cancelled"}'
    practice.behave(faults.body(words.ljust(100_000)))
    assert connect(practice.url, max_body=100_000).stop_fax(FAX).outcome is StopOutcome.STOPPED


# --- cancelling ------------------------------------------------------------------------------------


def cancelled_after(client: SrfaxClient, seconds: float = 0.15) -> tuple[StopAnswer, float]:
    """Cancel a request that is under way; return its answer and how long after the cancelling it came."""
    at: list[float] = []

    def cancel() -> None:
        at.append(time.monotonic())
        client.cancel()

    timer = threading.Timer(seconds, cancel)
    timer.start()
    answer = client.stop_fax(FAX)
    ended = time.monotonic()
    timer.join()
    return answer, ended - at[0]


def assert_cancelled(answer: StopAnswer, late_s: float) -> None:
    assert (answer.outcome, answer.reason) == (StopOutcome.TIMED_OUT, Reason.CANCELLED)
    assert 0 <= late_s < 0.2


@pytest.mark.parametrize("fault", [faults.hang(), faults.drip(0.02), faults.drip_body(0.02)])
def test_cancel_ends_the_request_under_way(
    secure: PracticeServer, clinic: Credentials, connect: Connect, fault: Fault
) -> None:
    secure.behave(fault)
    assert_cancelled(*cancelled_after(connect(secure.url, clinic)))


def test_cancel_ends_a_tls_handshake(serve: Serve, connect: Connect, trusted: None) -> None:
    assert_cancelled(*cancelled_after(connect(serve(hang).url)))


def test_cancel_ends_a_connection_attempt(full_backlog: int, connect: Connect) -> None:
    assert_cancelled(*cancelled_after(connect(f"http://127.0.0.1:{full_backlog}/")))


def test_cancel_ends_a_name_look_up(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(10))
    assert_cancelled(*cancelled_after(connect("http://localhost/")))
    release.set()


def test_after_cancel_nothing_more_is_sent(practice: PracticeServer, connect: Connect) -> None:
    client = connect(practice.url)
    client.stop_fax(FAX)
    client.cancel()
    client.cancel()
    assert client.stop_fax(FAX).reason is Reason.CANCELLED
    assert client.check_sign_in().reason is Reason.CANCELLED
    client.close()
    client.close()
    client.cancel()
    assert client.stop_fax(FAX).reason is Reason.CANCELLED
    assert len(practice.requests) == 1
