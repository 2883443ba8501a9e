# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which proxy the user wants: the system's, none, or one that is named. No password is ever part of it."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

SYSTEM = "system"
NONE = "none"


class ProxyProblem(StrEnum):
    """What is wrong with what was typed as the address of a proxy."""

    EMPTY = "empty"
    NOT_A_PROXY = "not_a_proxy"
    HAS_PASSWORD = "has_password"  # noqa: S105 - it would lie in the settings for everyone to read


class ProxyError(ValueError):
    """Not the address of a proxy; `problem` says why. The address is not in its text."""

    def __init__(self, problem: ProxyProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def parse_proxy(text: str) -> str:
    """Return the http(s) URL of a proxy: scheme, host and port, and nothing else. Raises ProxyError.

    Spaces around it are left out; without a scheme, `http://` is meant.
    """
    text = text.strip()
    if not text:
        raise ProxyError(ProxyProblem.EMPTY)
    if "@" in text:
        raise ProxyError(ProxyProblem.HAS_PASSWORD)
    url = text if "://" in text else f"http://{text}"
    parts = _split(url)
    if parts.path not in ("", "/") or parts.query or parts.fragment or "?" in url or "#" in url:
        raise ProxyError(ProxyProblem.NOT_A_PROXY)
    return url


def _split(url: str) -> SplitResult:
    # urlsplit silently drops tabs and line ends, and knows no limits for the host.
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise ProxyError(ProxyProblem.NOT_A_PROXY)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ProxyError(ProxyProblem.NOT_A_PROXY) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        raise ProxyError(ProxyProblem.NOT_A_PROXY)
    return parts
