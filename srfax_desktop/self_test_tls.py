# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The self-test's look at TLS: a service on this computer that nobody vouches for, and then somebody does."""

from __future__ import annotations

import os
import ssl
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from ipaddress import IPv4Address
from pathlib import Path
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.ui.resource_path import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srfax_desktop.srfax.practice import PracticeServer

HOST = "127.0.0.1"
PEM = "service.pem"
_TRUST = "SSL_CERT_FILE"


def write_certificate(path: Path) -> None:
    """Write a key and a certificate for a service on this computer, the same ones every time.

    Whoever packs the program does it, so that what it packs is the same every time. The key protects
    nothing: no system trusts the certificate. Raises ImportError where `cryptography` is not installed.
    """
    from cryptography import x509  # noqa: PLC0415 - not where the certificate is packed
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    key = Ed25519PrivateKey.from_private_bytes(sha256(b"SRFax Desktop, self-test").digest())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "SRFax Desktop self-test")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), serial_number=1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address(HOST))]), critical=False)
        .sign(key, None)
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))


def check_tls() -> str:
    """Return what was found. Raises where a service is believed that nobody vouches for, or the reverse."""
    with _certificate() as pem:
        if pem is None:
            return "not tried: this installation has no certificate for it (packed ones have)"
        with _service(pem) as service:
            _expect(service, StopOutcome.UNTRUSTED_CERTIFICATE)
            if service.requests:
                message = "something was sent to a service that nobody vouches for"
                raise ValueError(message)
            if sys.platform != "linux":
                return "a service that nobody vouches for is refused"
            with _trusted(pem):
                _expect(service, StopOutcome.STOPPED)
    return "a service on this computer is refused while nobody vouches for it, and then believed"


def _expect(service: PracticeServer, outcome: StopOutcome) -> None:
    from srfax_desktop.core.fax import parse_fax_id  # noqa: PLC0415 - what is missing is found here
    from srfax_desktop.parts import PRACTICE  # noqa: PLC0415
    from srfax_desktop.srfax.client import SrfaxClient  # noqa: PLC0415
    from srfax_desktop.srfax.endpoint import Endpoint  # noqa: PLC0415

    client = SrfaxClient(PRACTICE, Endpoint.parse(service.url))
    try:
        answer = client.stop_fax(parse_fax_id("10000001"))
    finally:
        client.close()
    if answer.outcome is not outcome:
        message = f"{answer.outcome} ({answer.reason}) where it should be {outcome}"
        raise ValueError(message)


@contextmanager
def _service(pem: Path) -> Iterator[PracticeServer]:
    from srfax_desktop.srfax.practice import PracticeServer  # noqa: PLC0415 - what is missing is found here

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with PracticeServer(tls=context) as service:
        yield service


@contextmanager
def _certificate() -> Iterator[Path | None]:
    packed = _packed_certificate()
    if packed:
        yield packed
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, PEM)
        try:
            write_certificate(path)
        except ImportError:
            yield None
        else:
            yield path


def _packed_certificate() -> Path | None:
    try:
        return resource_path("self-test", PEM)
    except FileNotFoundError:
        return None


@contextmanager
def _trusted(pem: Path) -> Iterator[None]:
    before = os.environ.get(_TRUST)
    os.environ[_TRUST] = str(pem)
    try:
        yield
    finally:
        del os.environ[_TRUST]
        if before is not None:
            os.environ[_TRUST] = before
