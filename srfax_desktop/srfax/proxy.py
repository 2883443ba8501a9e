# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which proxy to use: the one this computer is set up for, none, or the one that the user named."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from srfax_desktop.core.proxy_choice import NONE, SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from srfax_desktop.srfax.endpoint import Endpoint


MAY_WAIT = sys.platform == "win32"
"""Whether `system_proxy` may look names up, which has no time limit. Elsewhere it reads what is at hand."""


def system_proxy(endpoint: Endpoint) -> str | None:
    """Return the URL of the system's proxy for `endpoint`, None where it is spoken to directly.

    It is what the environment says, or else the system's settings. The URL may hold the proxy's user
    name and password: it is for no log. On Windows this can look names up, and take its time.
    """
    parts = urlsplit(endpoint.url)
    if endpoint.is_loopback or proxy_bypass(parts.netloc):
        return None
    proxies = getproxies()
    return proxies.get(parts.scheme) or proxies.get("all") or None


def chosen_proxy(choice: Callable[[], str]) -> Callable[[Endpoint], str | None]:
    """Return what finds the proxy for an endpoint by the user's choice, as it is at that moment.

    choice: returns `system`, `none`, or the URL of a proxy. Called in the thread that asks. A service
    on this computer is spoken to directly, whatever the choice is.
    """

    def find(endpoint: Endpoint) -> str | None:
        chosen = choice()
        if chosen == SYSTEM:
            return system_proxy(endpoint)
        return None if chosen == NONE or endpoint.is_loopback else chosen

    return find


def shown_proxy(url: str) -> str:
    """Return the URL of a proxy as it may be shown: without the user name and password in it."""
    scheme, separator, rest = url.rpartition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"
