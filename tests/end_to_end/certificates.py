# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Certificates that the program is to trust, and those that it is not."""

from __future__ import annotations

import ipaddress
import ssl
import warnings
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path

    PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

HOST = "127.0.0.1"
AWAY = "fax.invalid"
"""A name that nobody finds: a proxy is asked for it."""


class Certificates:
    """An authority that the system trusts where SSL_CERT_FILE is `trusted`, and servers' contexts by kind.

    A context is made once, by whoever asks for it first.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ca = trustme.CA()
        self._other = trustme.CA()
        self.trusted = str(folder / "trusted.pem")
        self._ca.cert_pem.write_to_path(self.trusted)
        self._contexts = {
            "good": _context(self._ca.issue_cert(HOST)),
            "good for away": _context(self._ca.issue_cert(AWAY)),
            "other for away": _context(self._other.issue_cert(AWAY)),
            "other": _context(self._other.issue_cert(HOST)),
            "wrong host": _context(self._ca.issue_cert("secure.srfax.com")),
            "expired": _context(self._ca.issue_cert(HOST, not_before=_days(-60), not_after=_days(-30))),
            "not yet valid": _context(self._ca.issue_cert(HOST, not_before=_days(30), not_after=_days(60))),
            "self-signed": self._self_signed(),
            "weak key": self._weak(),
            "TLS 1.1": _old(self._ca.issue_cert(HOST)),
        }

    def __getitem__(self, kind: str) -> ssl.SSLContext:
        """Return a server's context."""
        return self._contexts[kind]

    def _self_signed(self) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
        return self._context_of(_certificate(name, key, name, key), key)

    def _weak(self) -> ssl.SSLContext:
        """Issue a certificate as the trusted authority would have done long ago."""
        key = rsa.generate_private_key(65537, 1024)  # noqa: S505 - the program must refuse it
        authority = x509.load_pem_x509_certificate(self._ca.cert_pem.bytes())
        authority_key = load_pem_private_key(self._ca.private_key_pem.bytes(), None)
        assert isinstance(authority_key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
        return self._context_of(_certificate(name, key, authority.subject, authority_key), key)

    def _context_of(self, certificate: x509.Certificate, key: PrivateKey) -> ssl.SSLContext:
        path = self._folder / f"{certificate.serial_number}.pem"
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_ciphers("DEFAULT:@SECLEVEL=0")  # a server may do what the program must not accept
        context.load_cert_chain(path)
        return context


def _certificate(
    subject: x509.Name, key: PrivateKey, issuer: x509.Name, issuer_key: PrivateKey
) -> x509.Certificate:
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))])
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_days(-1))
        .not_valid_after(_days(30))
        .add_extension(alternative, critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def _context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def _old(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = _context(certificate)
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    return context


def _days(days: int) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)
