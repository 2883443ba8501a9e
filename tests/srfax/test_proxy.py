# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The system's proxy is used on purpose, and its troubles are told apart from SRFax's."""

from __future__ import annotations

import contextlib
import logging
import re
import socket
import ssl
import threading
import time
from typing import TYPE_CHECKING

import pytest
import trustme

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.proxy_choice import NONE, SYSTEM
from srfax_desktop.srfax import practice_faults as faults
from srfax_desktop.srfax import transport
from srfax_desktop.srfax.endpoint import DEFAULT_URL, Endpoint
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.proxy import shown_proxy, system_proxy
from srfax_desktop.srfax.proxy_passwords import proxy_passwords
from srfax_desktop.srfax.service_factory import make_factory

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.core.sign_in import Credentials
    from tests.raw_server import Peer
    from tests.srfax.conftest import Connect, Serve

FAX = FaxId("10000001")


def copy(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        socket.socket.shutdown(target, socket.SHUT_RDWR)


def tunnel(peer: Peer, tls: ssl.SSLContext | None = None) -> None:
    """Be a proxy: open the tunnel that CONNECT asks for."""
    if tls is not None:
        peer.sock = tls.wrap_socket(peer.sock, server_side=True)
    asked = peer.read_request()
    port = re.match(rb"CONNECT [^:]+:(\d+) HTTP/1\.[01]\r\n", asked)
    assert port
    with socket.create_connection(("127.0.0.1", int(port[1]))) as target:
        peer.sock.sendall(b"HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n")
        back = threading.Thread(target=copy, args=(target, peer.sock))
        back.start()
        copy(peer.sock, target)
        back.join()


def answering(reply: bytes) -> Callable[[Peer], None]:
    def play(peer: Peer) -> None:
        peer.read_request()
        peer.sock.sendall(reply)

    return play


def test_requests_go_through_the_proxy(
    secure: PracticeServer, serve: Serve, connect: Connect, clinic: Credentials
) -> None:
    proxy = serve(tunnel)
    client = connect(secure.url, clinic, proxy=proxy.plain_url)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert len(proxy.peers) == 1  # and the connection is kept
    assert clinic.password.encode() not in proxy.peers[0].bytes_read


def test_a_kept_connection_through_a_proxy_is_replaced_unseen(
    secure: PracticeServer, serve: Serve, connect: Connect, clinic: Credentials
) -> None:
    client = connect(secure.url, clinic, proxy=serve(tunnel).plain_url)
    client.stop_fax(FAX)
    secure.close_idle()
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED


def test_a_proxy_that_speaks_tls(
    secure: PracticeServer, serve: Serve, connect: Connect, clinic: Credentials, tls: ssl.SSLContext
) -> None:
    proxy = serve(lambda peer: tunnel(peer, tls))
    client = connect(secure.url, clinic, proxy=proxy.url)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    secure.behave(faults.body(b""))
    assert client.stop_fax(FAX).outcome is StopOutcome.BLOCKED
    assert len(proxy.peers) == 1
    last_words = faults.http_reply(
        200, b'{"Status":"Failed","Result":"Unable to Cancel Fax"}', {"Connection": "close"}
    )
    secure.answer_with(last_words)
    assert client.stop_fax(FAX).outcome is StopOutcome.CONVERTING


def test_a_proxy_whose_certificate_is_not_trusted_is_told_nothing(
    secure: PracticeServer, serve: Serve, connect: Connect, clinic: Credentials
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    proxy = serve(lambda peer: tunnel(peer, context))
    answer = connect(secure.url, clinic, proxy=proxy.url).stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNTRUSTED_CERTIFICATE, Reason.CERTIFICATE)
    assert proxy.peers[0].bytes_read == b""


def test_a_proxy_with_a_certificate_of_its_own_for_srfax(
    serve: Serve, connect: Connect, clinic: Credentials, tls: ssl.SSLContext, trusted: None
) -> None:
    def inspect(peer: Peer) -> None:
        peer.read_request()
        peer.sock.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        peer.sock = tls.wrap_socket(peer.sock, server_side=True)

    answer = connect("https://secure.srfax.com/", clinic, proxy=serve(inspect).plain_url).stop_fax(FAX)
    assert answer.outcome is StopOutcome.UNTRUSTED_CERTIFICATE


def drop(peer: Peer) -> None:
    peer.read_request()


@pytest.mark.parametrize(
    ("play", "reason"),
    [
        pytest.param(answering(b"HTTP/1.1 403 Forbidden\r\n\r\n"), Reason.PROXY_FAILED, id="refuses"),
        pytest.param(answering(b"HTTP/1.1 502 Bad Gateway\r\n\r\n"), Reason.PROXY_FAILED, id="fails"),
        pytest.param(answering(b"nonsense\r\n\r\n"), Reason.PROXY_FAILED, id="no-proxy"),
        pytest.param(drop, Reason.PROXY_FAILED, id="drops"),
        pytest.param(
            answering(b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n"),
            Reason.PROXY_SIGN_IN,
            id="wants-sign-in",
        ),
    ],
)
def test_a_proxy_that_does_not_help(
    secure: PracticeServer,
    serve: Serve,
    connect: Connect,
    clinic: Credentials,
    play: Callable[[Peer], None],
    reason: Reason,
) -> None:
    answer = connect(secure.url, clinic, proxy=serve(play).plain_url).stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, reason)
    assert secure.requests == ()


def test_a_proxy_that_drips_is_given_the_time_for_connecting(
    secure: PracticeServer, serve: Serve, connect: Connect, clinic: Credentials
) -> None:
    def drip(peer: Peer) -> None:
        peer.read_request()
        peer.sock.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while not peer.stopping.wait(0.05):
            peer.sock.sendall(b"y")

    client = connect(secure.url, clinic, proxy=serve(drip).plain_url, connect_s=0.5, total_s=5)
    started = time.monotonic()
    assert client.stop_fax(FAX).reason is Reason.CONNECT_TIMED_OUT
    assert 0.48 <= time.monotonic() - started < 0.65


@pytest.mark.parametrize(
    "proxy",
    ["http://127.0.0.1:1/", "socks5://127.0.0.1:1080", "http://", "gopher://127.0.0.1:70", "http://[::1"],
)
def test_a_proxy_that_is_not_there(
    secure: PracticeServer, connect: Connect, clinic: Credentials, proxy: str
) -> None:
    answer = connect(secure.url, clinic, proxy=proxy).stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, Reason.PROXY_FAILED)


def test_the_proxys_password_goes_to_the_proxy_and_to_no_log(
    secure: PracticeServer,
    serve: Serve,
    connect: Connect,
    clinic: Credentials,
    caplog: pytest.LogCaptureFixture,
) -> None:
    proxy = serve(tunnel)
    url = proxy.plain_url.replace("//", "//clerk:proxy%2Dsecret@")
    caplog.set_level(logging.DEBUG)
    client = connect(secure.url, clinic, proxy=url)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert b"Proxy-Authorization: Basic Y2xlcms6cHJveHktc2VjcmV0" in proxy.peers[0].bytes_read
    proxy.stop()
    secure.close_idle()
    assert client.stop_fax(FAX).reason is Reason.PROXY_FAILED
    assert not re.search("secret|Y2xlcms6", caplog.text)


@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({}, DEFAULT_URL, None),
        ({"https_proxy": "http://proxy:3128"}, DEFAULT_URL, "http://proxy:3128"),
        ({"HTTPS_PROXY": "http://proxy:3128"}, DEFAULT_URL, "http://proxy:3128"),
        ({"all_proxy": "http://proxy:3128"}, DEFAULT_URL, "http://proxy:3128"),
        ({"http_proxy": "http://proxy:3128"}, DEFAULT_URL, None),
        ({"https_proxy": "http://proxy:3128", "no_proxy": "srfax.com"}, DEFAULT_URL, None),
        ({"https_proxy": "http://proxy:3128", "no_proxy": "*"}, DEFAULT_URL, None),
        ({"https_proxy": "http://proxy:3128", "no_proxy": "example.com"}, DEFAULT_URL, "http://proxy:3128"),
        ({"https_proxy": "http://proxy:3128"}, "https://127.0.0.1:8443/", None),
        ({"http_proxy": "http://proxy:3128"}, "http://localhost:8080/", None),
    ],
)
def test_the_systems_settings_are_honoured(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], url: str, proxy: str | None
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_proxy(Endpoint.parse(url)) == proxy


def test_the_proxy_is_asked_for_anew_each_time(
    secure: PracticeServer,
    serve: Serve,
    connect: Connect,
    clinic: Credentials,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = secure.url.replace("127.0.0.1", "localhost")
    client = connect(target, clinic)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1/")
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED  # loopback is never proxied
    away = connect("https://fax.invalid/", clinic)
    assert away.stop_fax(FAX).reason is Reason.PROXY_FAILED
    monkeypatch.setenv("https_proxy", serve(answering(b"HTTP/1.1 407 No\r\n\r\n")).plain_url)
    assert away.stop_fax(FAX).reason is Reason.PROXY_SIGN_IN


def test_the_proxy_is_the_one_that_the_user_chooses_while_it_runs(
    secure: PracticeServer,
    serve: Serve,
    clinic: Credentials,
    ca: trustme.CA,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The client is made once; each request asks for the choice, and its certificate is still checked."""
    through, system = serve(tunnel), serve(answering(b"HTTP/1.1 407 No\r\n\r\n"))
    monkeypatch.setenv("https_proxy", system.plain_url)
    chosen = SYSTEM
    away = Endpoint.parse(secure.url.replace("127.0.0.1", "fax.invalid"))
    client = make_factory(away, proxy=lambda: chosen)(clinic)
    assert client.stop_fax(FAX).reason is Reason.PROXY_SIGN_IN
    chosen = NONE
    assert client.stop_fax(FAX).reason is Reason.NAME_NOT_FOUND
    chosen = through.plain_url
    answer = client.stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNTRUSTED_CERTIFICATE, Reason.CERTIFICATE)
    assert (len(system.peers), len(through.peers), secure.requests) == (1, 1, ())
    client.close()
    named = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("fax.invalid").configure_cert(named)
    with PracticeServer(credentials=clinic, tls=named) as server:
        away = Endpoint.parse(server.url.replace("127.0.0.1", "fax.invalid"))
        client = make_factory(away, proxy=lambda: chosen)(clinic)
        assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
        client.close()


@pytest.mark.parametrize(("may_wait", "threads"), [(False, 0), (True, 1)])
def test_a_thread_looks_for_the_proxy_only_where_that_may_wait(
    secure: PracticeServer,
    clinic: Credentials,
    monkeypatch: pytest.MonkeyPatch,
    may_wait: bool,
    threads: int,
) -> None:
    """It costs as much as the request itself, and many faxes are stopped one after the other."""
    client = make_factory(Endpoint.parse(secure.url), proxy=lambda: SYSTEM)(clinic)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED  # the name is looked up, in a thread
    monkeypatch.setattr(transport, "MAY_WAIT", may_wait)
    started: list[threading.Thread] = []
    start = threading.Thread.start

    def starting(thread: threading.Thread) -> None:
        started.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", starting)
    assert client.stop_fax(FAX).result
    ours = [thread for thread in started if thread.name == "srfax-look-up"]
    assert len(ours) == threads
    client.close()


@pytest.mark.parametrize("chosen", ["http://127.0.0.1:1", SYSTEM, NONE])
def test_a_service_on_this_computer_is_spoken_to_directly_whatever_is_chosen(
    secure: PracticeServer, clinic: Credentials, chosen: str
) -> None:
    client = make_factory(Endpoint.parse(secure.url), proxy=lambda: chosen)(clinic)
    assert client.stop_fax(FAX).outcome is StopOutcome.STOPPED
    client.close()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://proxy.example:3128", "http://proxy.example:3128"),
        ("http://clerk:p@ss@proxy.example:3128/", "http://proxy.example:3128/"),
        ("clerk:secret@proxy", "proxy"),
        ("", ""),
    ],
)
def test_a_proxy_is_shown_without_its_password(url: str, shown: str) -> None:
    assert shown_proxy(url) == shown


@pytest.mark.parametrize(
    ("variable", "url", "passwords"),
    [
        ("HTTPS_PROXY", "http://clerk:p%40ss@proxy:3128", {"p%40ss", "p@ss"}),
        ("http_proxy", "clerk:pass@proxy:3128", {"pass"}),
        ("all_proxy", "socks5://clerk:pa:s@s w@proxy", {"pa:s@s w"}),
        ("HTTPS_PROXY", "http://proxy:3128", set()),
        ("HTTPS_PROXY", "http://clerk@proxy:3128", set()),
        ("HTTPS_PROXY", "", set()),
        ("NO_PROXY", "clinic.example,localhost", set()),
        ("PASSWORD", "http://clerk:pass@proxy", set()),
    ],
)
def test_the_passwords_of_proxies_are_found(variable: str, url: str, passwords: set[str]) -> None:
    assert proxy_passwords({"PATH": "/bin", variable: url}) == passwords
