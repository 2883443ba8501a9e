# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Why a request had no reply that can be read: every error of the layers below, as one reason."""

from __future__ import annotations

import errno
import re
import socket
import ssl
from http.client import HTTPException

from urllib3.exceptions import HTTPError, ProtocolError, SSLError

from srfax_desktop.core.outcome import Reason

NO_ROUTE = frozenset(
    {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL},
)
"""Error numbers that say that this computer knows no way to the address."""

LOWER_ERRORS = (OSError, HTTPException, HTTPError, ValueError)
"""What the standard library, urllib3 and requests raise for anything that the network does."""

_BROKEN = (OSError, ProtocolError, SSLError)
_DIALLING = (
    (socket.gaierror, Reason.NAME_NOT_FOUND),
    (UnicodeError, Reason.NAME_NOT_FOUND),  # a label that is too long
    (TimeoutError, Reason.CONNECT_TIMED_OUT),
)
_PROXY_WANTS_SIGN_IN = re.compile(r"Tunnel connection failed: 407\b")  # http.client's words


class ExchangeError(Exception):
    """A request ended without a reply that can be read; `reason` says why.

    It is neither an OSError nor an HTTPException on purpose: urllib3 and requests let it pass
    untouched, so a reason is found once, where it is known, and never dug out of their wrappings.

    stale: a kept connection broke before the first byte of the reply, so the server had most
    likely closed it some time before.
    """

    def __init__(self, reason: Reason, *, stale: bool = False) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.stale = stale


def connect_reason(error: Exception, *, proxied: bool, connected: bool) -> Reason:
    """Return why no connection stands. Nothing of the request was sent.

    proxied: a proxy was to be asked. connected: a TCP connection stood, to the proxy where there is one.
    """
    if isinstance(error, ssl.SSLCertVerificationError):
        return Reason.CERTIFICATE
    if isinstance(error, OSError) and error.errno in NO_ROUTE:
        return Reason.NO_NETWORK
    if connected and (isinstance(error, ssl.SSLError) or not proxied):
        return Reason.NO_SECURE_CONNECTION
    if proxied:
        wants_sign_in = _PROXY_WANTS_SIGN_IN.match(str(error))
        return Reason.PROXY_SIGN_IN if wants_sign_in else Reason.PROXY_FAILED
    return next((reason for kind, reason in _DIALLING if isinstance(error, kind)), Reason.CONNECTION_REFUSED)


def reply_reason(error: Exception) -> Reason:
    """Return why a request that was sent, at least in part, has no whole reply."""
    return Reason.CONNECTION_BROKEN if isinstance(error, _BROKEN) else Reason.UNREADABLE
