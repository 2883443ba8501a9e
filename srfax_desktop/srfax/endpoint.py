# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The address that requests go to, checked before anything is sent there.

Light on purpose: the command line checks its argument here before the window is painted.
"""

from __future__ import annotations

from enum import StrEnum
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import SplitResult, urlsplit

from srfax_desktop.srfax.practice_account import PRACTICE_ACCOUNT

if TYPE_CHECKING:
    from srfax_desktop.core.fax import AccountNumber

DEFAULT_URL = "https://secure.srfax.com/SRF_SecWebSvc.php"
"""SRFax, Stop_Fax page."""


class EndpointProblem(StrEnum):
    """What is wrong with an address."""

    NOT_A_URL = "not_a_url"
    NOT_HTTPS = "not_https"  # only a service on this very computer may be spoken to without TLS
    HAS_CREDENTIALS = "has_credentials"  # user:password@ would end up in logs and process lists


class EndpointError(ValueError):
    """Not an address that requests may go to; `problem` says why. The address is not in its text."""

    def __init__(self, problem: EndpointProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class Endpoint(NamedTuple):
    """An address that requests may go to. Made by `parse`.

    is_loopback: the service runs on this computer; no proxy is asked.
    is_plain_loopback: and without TLS, which only the practice account may use.
    """

    url: str
    is_loopback: bool = False
    is_plain_loopback: bool = False

    @classmethod
    def parse(cls, url: str) -> Self:
        """Return `url`, without spaces around it, as an endpoint. Raises EndpointError."""
        url = url.strip()
        parts = _split(url)
        if "@" in parts.netloc:
            raise EndpointError(EndpointProblem.HAS_CREDENTIALS)
        loopback = _is_loopback(parts.hostname or "")
        plain = parts.scheme == "http"
        if plain and not loopback:
            raise EndpointError(EndpointProblem.NOT_HTTPS)
        return cls(url, is_loopback=loopback, is_plain_loopback=plain)

    def may_carry(self, account: AccountNumber) -> bool:
        """Whether requests of `account` may go there: without TLS, the practice account's only."""
        return not self.is_plain_loopback or account == PRACTICE_ACCOUNT


def _split(url: str) -> SplitResult:
    # urlsplit silently drops tabs and line ends, and knows no limits for the host.
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise EndpointError(EndpointProblem.NOT_A_URL)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise EndpointError(EndpointProblem.NOT_A_URL) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0 or parts.fragment:
        raise EndpointError(EndpointProblem.NOT_A_URL)
    return parts


def _is_loopback(host: str) -> bool:
    if host.rstrip(".") == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
