# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Servers on loopback, certificates to trust and not to trust, and a guard that nothing else is spoken to."""

from __future__ import annotations

import contextlib
import ssl
import sys
from typing import TYPE_CHECKING, Protocol

import pytest
import trustme

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.srfax.client import SrfaxClient
from srfax_desktop.srfax.endpoint import Endpoint
from srfax_desktop.srfax.limits import Limits, ResponseFormat
from srfax_desktop.srfax.practice import PracticeServer
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT, PRACTICE_PASSWORD
from srfax_desktop.srfax.proxy import system_proxy
from srfax_desktop.srfax.transport import Transport
from tests.raw_server import RawServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.raw_server import Peer

TRUST_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")

PRACTICE = Credentials(PRACTICE_ACCOUNT, PRACTICE_PASSWORD)
CLINIC = Credentials(AccountNumber("12345"), "p&ss+w=rd%41 é;#?")  # what every careless encoding breaks


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*TRUST_VARIABLES, *PROXY_VARIABLES):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="session")
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def ca_file(ca: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def ca_offered(monkeypatch: pytest.MonkeyPatch, ca_file: Path) -> None:
    """Make the system trust `ca`, and nothing else, where it lets a variable say so: on Linux."""
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))


@pytest.fixture
def trusted(ca_offered: None) -> None:
    """Make the system trust `ca`, and nothing else."""
    if sys.platform != "linux":
        pytest.skip("whom this system trusts is told by its user alone: no variable says so")


@pytest.fixture(scope="session")
def tls(ca: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    return context


@pytest.fixture
def clinic() -> Credentials:
    return CLINIC


@pytest.fixture
def practice() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server


@pytest.fixture
def secure(tls: ssl.SSLContext, trusted: None) -> Iterator[PracticeServer]:
    """Serve https with a certificate that the system trusts, to an account with a hard password."""
    with PracticeServer(credentials=CLINIC, tls=tls) as server:
        yield server


class Connect(Protocol):
    """Makes a client; the test's end closes it."""

    def __call__(
        self,
        url: str,
        credentials: Credentials = PRACTICE,
        *,
        response_format: ResponseFormat = ResponseFormat.JSON,
        proxy: str | None = None,
        connect_s: float = 2.0,
        total_s: float = 2.0,
        max_body: int = 1 << 20,
    ) -> SrfaxClient: ...


@pytest.fixture
def connect() -> Iterator[Connect]:
    with contextlib.ExitStack() as stack:

        def make(
            url: str,
            credentials: Credentials = PRACTICE,
            *,
            response_format: ResponseFormat = ResponseFormat.JSON,
            proxy: str | None = None,
            connect_s: float = 2.0,
            total_s: float = 2.0,
            max_body: int = 1 << 20,
        ) -> SrfaxClient:
            endpoint = Endpoint.parse(url)
            limits = Limits(connect_s, total_s, max_body)
            transport = Transport(endpoint, lambda: limits, (lambda _: proxy) if proxy else system_proxy)
            client = SrfaxClient(credentials, endpoint, response_format=response_format, transport=transport)
            stack.callback(client.close)
            return client

        yield make


class Serve(Protocol):
    """Starts a RawServer; the test's end stops it."""

    def __call__(self, play: Callable[[Peer], None]) -> RawServer: ...


@pytest.fixture
def serve() -> Iterator[Serve]:
    with contextlib.ExitStack() as stack:

        def make(play: Callable[[Peer], None]) -> RawServer:
            server = RawServer(play)
            stack.callback(server.stop)
            return server

        yield make
