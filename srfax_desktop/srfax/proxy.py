# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Which proxy this computer is set up to use: the environment, or the system's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

if TYPE_CHECKING:
    from srfax_desktop.srfax.endpoint import Endpoint


def system_proxy(endpoint: Endpoint) -> str | None:
    """Return the URL of the proxy for `endpoint`, None where it is spoken to directly.

    The URL may hold the proxy's user name and password: it is for no log. On Windows this can
    look names up, and take its time.
    """
    parts = urlsplit(endpoint.url)
    if endpoint.is_loopback or proxy_bypass(parts.netloc):
        return None
    proxies = getproxies()
    return proxies.get(parts.scheme) or proxies.get("all") or None
