# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A password is sent only to a server whose certificate the operating system trusts."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import trustme

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason, StopOutcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from srfax_desktop.core.sign_in import Credentials
    from srfax_desktop.srfax.practice import PracticeServer
    from tests.raw_server import Peer, RawServer
    from tests.srfax.conftest import Connect, Serve

FAX = FaxId("10000001")


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture
def serve_tls(serve: Serve) -> Callable[[ssl.SSLContext], RawServer]:
    """Start a TLS server that reads, and notes, every byte of what it is sent within TLS."""

    def start(context: ssl.SSLContext) -> RawServer:
        def play(peer: Peer) -> None:
            peer.sock = context.wrap_socket(peer.sock, server_side=True)
            peer.read_request()

        return serve(play)

    return start


def assert_nothing_was_sent(server: RawServer) -> None:
    assert [peer.bytes_read for peer in server.peers] == [b""]


def past(days: int) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


CERTIFICATES: dict[str, Callable[[trustme.CA], trustme.LeafCert]] = {
    "other-ca": lambda _: trustme.CA().issue_cert("127.0.0.1"),
    "wrong-host": lambda ca: ca.issue_cert("secure.srfax.com"),
    "expired": lambda ca: ca.issue_cert("127.0.0.1", not_before=past(60), not_after=past(30)),
    "not-yet-valid": lambda ca: ca.issue_cert("127.0.0.1", not_before=past(-30), not_after=past(-60)),
}


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_a_certificate_that_is_not_trusted_gets_no_password(
    ca: trustme.CA,
    ca_offered: None,
    serve_tls: Callable[[ssl.SSLContext], RawServer],
    connect: Connect,
    clinic: Credentials,
    kind: str,
) -> None:
    server = serve_tls(server_context(CERTIFICATES[kind](ca)))
    answer = connect(server.url, clinic).stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNTRUSTED_CERTIFICATE, Reason.CERTIFICATE)
    assert_nothing_was_sent(server)


def test_what_the_system_trusts_is_what_counts(
    secure: PracticeServer, connect: Connect, clinic: Credentials
) -> None:
    assert connect(secure.url, clinic).stop_fax(FAX).outcome is StopOutcome.STOPPED
    assert connect(secure.url.replace("127.0.0.1", "localhost"), clinic).check_sign_in().problem is None


def test_a_ca_that_only_requests_would_trust_counts_for_nothing(
    secure: PracticeServer,
    connect: Connect,
    clinic: Credentials,
    ca_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    monkeypatch.setenv("SSL_CERT_FILE", str(other))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(ca_file))
    monkeypatch.setenv("CURL_CA_BUNDLE", str(ca_file))
    answer = connect(secure.url, clinic).stop_fax(FAX)
    assert answer.outcome is StopOutcome.UNTRUSTED_CERTIFICATE
    assert secure.requests == ()


def test_certifis_certificates_count_for_nothing(
    secure: PracticeServer,
    connect: Connect,
    clinic: Credentials,
    ca_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(ca_file))
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    monkeypatch.setenv("SSL_CERT_FILE", str(other))
    assert connect(secure.url, clinic).stop_fax(FAX).outcome is StopOutcome.UNTRUSTED_CERTIFICATE


def test_a_bundle_that_does_not_exist_disturbs_nothing(
    secure: PracticeServer, connect: Connect, clinic: Credentials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/ca.pem")
    assert connect(secure.url, clinic).stop_fax(FAX).outcome is StopOutcome.STOPPED


def test_tls_older_than_1_2_is_refused(
    ca: trustme.CA, trusted: None, serve_tls: Callable[[ssl.SSLContext], RawServer], connect: Connect
) -> None:
    context = server_context(ca.issue_cert("127.0.0.1"))
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    server = serve_tls(context)
    answer = connect(server.url).stop_fax(FAX)
    assert (answer.outcome, answer.reason) == (StopOutcome.UNREACHABLE, Reason.NO_SECURE_CONNECTION)
    assert_nothing_was_sent(server)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_of_today_is_spoken(
    ca: trustme.CA,
    trusted: None,
    serve_tls: Callable[[ssl.SSLContext], RawServer],
    connect: Connect,
    version: ssl.TLSVersion,
) -> None:
    context = server_context(ca.issue_cert("127.0.0.1"))
    context.minimum_version = context.maximum_version = version
    server = serve_tls(context)
    assert connect(server.url).stop_fax(FAX).reason is Reason.CONNECTION_BROKEN  # it never replies
    assert server.peers[0].bytes_read.startswith(b"POST ")


def test_netrc_is_never_read(
    secure: PracticeServer,
    connect: Connect,
    serve_tls: Callable[[ssl.SSLContext], RawServer],
    tls: ssl.SSLContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login someone password netrc-password\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server = serve_tls(tls)
    connect(server.url).stop_fax(FAX)
    assert b"POST / HTTP/1.1" in server.peers[0].bytes_read
    assert b"Authorization" not in server.peers[0].bytes_read
