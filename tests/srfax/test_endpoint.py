# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which addresses requests may go to."""

from __future__ import annotations

import subprocess
import sys

import pytest

from srfax_desktop.core.fax import AccountNumber
from srfax_desktop.srfax.endpoint import DEFAULT_URL, Endpoint, EndpointError, EndpointProblem
from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT


@pytest.mark.parametrize(
    ("url", "loopback", "plain"),
    [
        (DEFAULT_URL, False, False),
        ("https://www.srfax.com/SRF_SecWebSvc.php", False, False),
        ("https://gateway.example:8443/fax?site=2", False, False),
        ("HTTPS://secure.srfax.com/", False, False),
        ("https://127.0.0.1:4433/", True, False),
        ("https://localhost./", True, False),
        ("http://127.0.0.1:8080/x", True, True),
        ("http://127.200.0.9/", True, True),
        ("http://[::1]:8080/", True, True),
        ("http://LOCALHOST/", True, True),
        ("  http://localhost/\n", True, True),
    ],
)
def test_addresses_that_are_taken(url: str, loopback: bool, plain: bool) -> None:
    endpoint = Endpoint.parse(url)
    assert endpoint.url == url.strip()
    assert (endpoint.is_loopback, endpoint.is_plain_loopback) == (loopback, plain)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("", EndpointProblem.NOT_A_URL),
        ("secure.srfax.com", EndpointProblem.NOT_A_URL),
        ("https://", EndpointProblem.NOT_A_URL),
        ("https:///path", EndpointProblem.NOT_A_URL),
        ("ftp://secure.srfax.com/", EndpointProblem.NOT_A_URL),
        ("file:///etc/passwd", EndpointProblem.NOT_A_URL),
        ("https://secure.srfax.com:99999/", EndpointProblem.NOT_A_URL),
        ("https://secure.srfax.com:0/", EndpointProblem.NOT_A_URL),
        ("https://secure.srfax.com:x/", EndpointProblem.NOT_A_URL),
        ("https://[::1/", EndpointProblem.NOT_A_URL),
        ("https://secure.srfax.com/#part", EndpointProblem.NOT_A_URL),
        ("https://secure.srfax.com/a b", EndpointProblem.NOT_A_URL),
        ("https://secure.srfax\n.com/", EndpointProblem.NOT_A_URL),
        ("https://secure.srfаx.com/", EndpointProblem.NOT_A_URL),
        ("https://127.0.0.1\\@secure.srfax.com/", EndpointProblem.NOT_A_URL),
        ("http://secure.srfax.com/SRF_SecWebSvc.php", EndpointProblem.NOT_HTTPS),
        ("http://127.0.0.1.example.com/", EndpointProblem.NOT_HTTPS),
        ("http://localhost.example.com/", EndpointProblem.NOT_HTTPS),
        ("http://127.1/", EndpointProblem.NOT_HTTPS),
        ("http://192.168.1.4/", EndpointProblem.NOT_HTTPS),
        ("http://0.0.0.0/", EndpointProblem.NOT_HTTPS),
        ("https://12345:secret@secure.srfax.com/", EndpointProblem.HAS_CREDENTIALS),
        ("https://12345@secure.srfax.com/", EndpointProblem.HAS_CREDENTIALS),
        ("http://x@127.0.0.1/", EndpointProblem.HAS_CREDENTIALS),
    ],
)
def test_addresses_that_are_refused(url: str, problem: EndpointProblem) -> None:
    with pytest.raises(EndpointError) as caught:
        Endpoint.parse(url)
    assert caught.value.problem is problem
    assert "secret" not in str(caught.value)


def test_without_tls_only_the_practice_account_may_be_used() -> None:
    clinic = AccountNumber("12345")
    assert not Endpoint.parse("http://127.0.0.1/").may_carry(clinic)
    assert Endpoint.parse("http://127.0.0.1/").may_carry(PRACTICE_ACCOUNT)
    assert Endpoint.parse("https://127.0.0.1/").may_carry(clinic)


def test_what_the_start_needs_loads_nothing_heavy() -> None:
    code = (
        "import sys; from srfax_desktop.srfax import endpoint, limits, practice_account, service_factory;"
        "print(sorted({'requests', 'urllib3', 'truststore', 'defusedxml', 'ssl', 'http.server', 'PySide6'}"
        " & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
