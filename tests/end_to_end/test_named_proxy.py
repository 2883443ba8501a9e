# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A script goes through the proxy that the settings name, by TLS to the end."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from srfax_desktop.srfax.practice import PracticeServer
from tests.end_to_end.kept import look_only_when_asked
from tests.end_to_end.program import run
from tests.raw_server import RawServer
from tests.srfax.test_proxy import answering, tunnel

if TYPE_CHECKING:
    from collections.abc import Iterator

    import trustme

    from srfax_desktop.core.sign_in import Credentials


@pytest.fixture
def away(ca: trustme.CA, clinic: Credentials) -> Iterator[PracticeServer]:
    """Serve as `fax.invalid`, a name that nobody but a proxy finds."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("fax.invalid").configure_cert(context)
    with PracticeServer(credentials=clinic, tls=context) as server:
        yield server


@contextmanager
def stopping(server: RawServer) -> Iterator[RawServer]:
    try:
        yield server
    finally:
        server.stop()


def stop(away: PracticeServer, clinic: Credentials, ca_file: str) -> str | None:
    ended = run(
        *("stop", "10000001", "--json", "--no-retry", "--account", clinic.account, "--password-stdin"),
        *("--endpoint", away.url.replace("127.0.0.1", "fax.invalid")),
        typed=f"{clinic.password}\n",
        SSL_CERT_FILE=ca_file,
    )
    assert ended.err == ""
    return ended.finals["10000001"]


def test_a_script_goes_through_the_proxy_of_the_settings(
    away: PracticeServer, clinic: Credentials, ca_file: str
) -> None:
    with stopping(RawServer(tunnel)) as proxy:
        look_only_when_asked(proxy=proxy.plain_url)
        assert stop(away, clinic, ca_file) == "stopped"
        assert proxy.peers
        assert all(clinic.password.encode() not in peer.bytes_read for peer in proxy.peers)


def test_a_proxy_that_asks_for_a_password_is_told_as_such(
    away: PracticeServer, clinic: Credentials, ca_file: str
) -> None:
    with stopping(RawServer(answering(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"))) as proxy:
        look_only_when_asked(proxy=proxy.plain_url)
        assert stop(away, clinic, ca_file) == "unreachable"
    assert away.requests == ()
