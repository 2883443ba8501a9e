# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A service with a certificate that the program trusts, because the environment says so."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest
import trustme

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.core.sign_in import Credentials
from srfax_desktop.srfax.practice import PracticeServer
from tests.end_to_end.certificates import Certificates
from tests.end_to_end.screen import (
    BUS_PACKAGES,
    SCREEN_PACKAGES,
    accessibility_bus,
    bus_ear,
    missing_packages,
    screen_reader,
    virtual_screen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.end_to_end.screen import Ear, Reader, Screen

CLINIC = Credentials(AccountNumber("12345"), "a&b+c=d% é")


@pytest.fixture(scope="session")
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def ca_file(ca: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture(scope="session")
def tls(ca: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def clinic() -> Credentials:
    return CLINIC


@pytest.fixture
def service(tls: ssl.SSLContext) -> Iterator[PracticeServer]:
    """Serve https to an account whose password every careless encoding breaks."""
    with PracticeServer(credentials=CLINIC, tls=tls) as server:
        yield server


@pytest.fixture
def screen() -> Iterator[Screen]:
    if missing := missing_packages(SCREEN_PACKAGES):
        pytest.skip(f"needs the Debian packages {' '.join(missing)}")
    with virtual_screen() as screen:
        yield screen


@pytest.fixture
def bus() -> Iterator[Screen]:
    if missing := missing_packages(BUS_PACKAGES, pyatspi=True):
        pytest.skip(f"needs the Debian packages {' '.join(missing)}")
    with virtual_screen() as screen, accessibility_bus(screen) as with_bus:
        yield with_bus


@pytest.fixture
def ear(bus: Screen) -> Iterator[Ear]:
    with bus_ear(bus) as ear:
        yield ear


@pytest.fixture
def reader(bus: Screen) -> Iterator[Reader]:
    with screen_reader(bus) as reader:
        yield reader
