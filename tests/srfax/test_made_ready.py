# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A connection that stands before there is a request: nothing goes through it, and it costs no request."""

from __future__ import annotations

import select
import time
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.srfax import practice_faults as faults
from srfax_desktop.srfax import transport
from tests.srfax.test_broken import HONEST, connections, free_port
from tests.srfax.test_proxy import tunnel

if TYPE_CHECKING:
    import ssl

    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.practice import PracticeServer
    from srfax_desktop.srfax.practice_faults import Fault
    from tests.raw_server import Peer
    from tests.srfax.conftest import Connect, Serve

FAX = FaxId("10000001")


def test_the_first_request_finds_it_open(
    serve: Serve, connect: Connect, clinic: Credentials, tls: ssl.SSLContext, trusted: None
) -> None:
    read: list[bytes] = []

    def play(peer: Peer) -> None:
        peer.sock = tls.wrap_socket(peer.sock, server_side=True)
        read.append(b"the handshake is over")
        read.append(peer.read_request())
        peer.sock.sendall(faults.http_reply(200, HONEST))

    server = serve(play)
    client = connect(server.url, clinic)
    assert client.make_ready() is not None
    until = time.monotonic() + 10
    while not read and time.monotonic() < until:  # the end of the handshake is not held back
        time.sleep(0.01)
    time.sleep(0.1)
    assert read == [b"the handshake is over"], "a connection made ready carries nothing"
    assert client.make_ready() is not None, "tickets of TLS are nothing that nobody asked for"
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert len(server.peers) == 1


def test_its_end_is_seen_without_a_request(
    secure: PracticeServer, connect: Connect, clinic: Credentials
) -> None:
    client = connect(secure.url, clinic)
    client.stop_fax(FAX)
    socket = client.make_ready()
    assert socket is not None
    assert not select.select([socket], [], [], 0)[0], "there is nothing to be noticed yet"
    secure.close_idle()
    assert select.select([socket], [], [], 10)[0]
    assert client.make_ready(anew=False) is None
    assert client.make_ready(anew=False) is None
    assert client.make_ready() is not None
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert connections(secure) == [1, 2]


@pytest.mark.parametrize("fault", [faults.reset(), faults.hang_up()])
def test_one_that_breaks_under_its_first_request_is_replaced_once(
    secure: PracticeServer, connect: Connect, clinic: Credentials, fault: Fault
) -> None:
    client = connect(secure.url, clinic)
    assert client.make_ready() is not None
    secure.behave(fault)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert connections(secure) == [1, 2]


def test_what_a_service_says_unasked_is_no_answer(
    serve: Serve, connect: Connect, tls: ssl.SSLContext, trusted: None
) -> None:
    def play(peer: Peer) -> None:
        peer.sock = tls.wrap_socket(peer.sock, server_side=True)
        if len(server.peers) == 1:
            peer.sock.sendall(faults.http_reply(200, HONEST))
        peer.read_request()
        peer.sock.sendall(faults.http_reply(200, b'{"Status":"Failed","Result":"Unable to Cancel Fax"}'))

    server = serve(play)
    client = connect(server.url)
    client.make_ready()
    time.sleep(0.2)
    assert client.stop_fax(FAX).outcome is StopOutcome.CONVERTING
    assert len(server.peers) == 2


@pytest.mark.parametrize("secure_proxy", [False, True], ids=["plain proxy", "proxy over TLS"])
def test_through_a_proxy(
    secure: PracticeServer,
    serve: Serve,
    connect: Connect,
    clinic: Credentials,
    tls: ssl.SSLContext,
    secure_proxy: bool,
) -> None:
    proxy = serve(lambda peer: tunnel(peer, tls if secure_proxy else None))
    client = connect(secure.url, clinic, proxy=proxy.url if secure_proxy else proxy.plain_url)
    assert client.make_ready() is not None
    time.sleep(0.1)
    assert client.make_ready() is not None
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert (len(proxy.peers), connections(secure)) == (1, [1])


def test_one_that_cannot_be_made_is_no_error(
    serve: Serve, connect: Connect, practice: PracticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "READY_WITHIN_S", 0.3)
    hanging = serve(lambda peer: peer.hang())
    began = time.monotonic()
    assert connect(hanging.url, total_s=20, connect_s=20).make_ready() is None
    assert time.monotonic() - began < 10
    assert connect(f"https://127.0.0.1:{free_port()}/").make_ready() is None
    assert connect("https://fax.invalid/", proxy="http://[").make_ready() is None
    assert connect(practice.url).make_ready() is None, "without TLS there is nothing to be gained"
    cancelled = connect(hanging.url)
    cancelled.cancel()
    assert cancelled.make_ready() is None


def test_a_certificate_that_is_not_trusted_is_told_by_the_request(
    serve: Serve, connect: Connect, clinic: Credentials, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def play(peer: Peer) -> None:
        peer.sock = tls.wrap_socket(peer.sock, server_side=True)
        peer.read_request()

    monkeypatch.setenv("SSL_CERT_FILE", "/dev/null")
    server = serve(play)
    client = connect(server.url, clinic)
    assert client.make_ready() is None
    assert client.stop_fax(FAX).reason is Reason.CERTIFICATE
    assert all(peer.bytes_read == b"" for peer in server.peers)
