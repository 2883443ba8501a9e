# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""One POST at a time to one endpoint, within a total deadline, over a connection that is kept.

`requests` is used below its Session: a Session reads .netrc and REQUESTS_CA_BUNDLE, keeps cookies,
and reads the body of a redirect even when told not to follow it. None of that is wanted here.
"""

from __future__ import annotations

import logging
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

import requests
from requests.adapters import HTTPAdapter

from srfax_desktop import __version__
from srfax_desktop.core.outcome import Reason
from srfax_desktop.srfax.connection import pools, system_trust
from srfax_desktop.srfax.deadline import Deadline
from srfax_desktop.srfax.failure import LOWER_ERRORS, ExchangeError, reply_reason
from srfax_desktop.srfax.limits import Limits
from srfax_desktop.srfax.proxy import MAY_WAIT, system_proxy
from srfax_desktop.srfax.reply import HttpReply
from srfax_desktop.srfax.unpacking import Unpacker

if TYPE_CHECKING:
    from collections.abc import Callable

    from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager
    from urllib3.connectionpool import ConnectionPool

    from srfax_desktop.srfax.connection import SecureWirePool
    from srfax_desktop.srfax.endpoint import Endpoint

READY_WITHIN_S = 3.0
"""For no longer is a connection made that no request needs yet: one that comes meanwhile waits for it."""

_CHUNK_BYTES = 1 << 14
_HEADERS = {
    "Accept-Encoding": "identity",
    "Content-Type": "application/x-www-form-urlencoded",
    "User-Agent": f"SRFax-Desktop/{__version__}",
}
_log = logging.getLogger(__name__)


class Transport:
    """The way to one endpoint. Used by one thread at a time, but for `cancel`.

    limits says what a request may take; find_proxy which proxy to use, None for none. Both are asked
    for each request, since laptops move and users change their minds.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        limits: Callable[[], Limits] = Limits,
        find_proxy: Callable[[Endpoint], str | None] = system_proxy,
    ) -> None:
        self._endpoint = endpoint
        self._limits = limits
        self._find_proxy = find_proxy
        at_first = limits()
        self._deadline = Deadline(at_first.connect_s, at_first.total_s)
        self._adapter = _Adapter(self._deadline)
        self._request = requests.Request("POST", endpoint.url, _HEADERS).prepare()

    def post(self, body: bytes, *, for_list: bool = False) -> HttpReply:
        """Send a form-encoded body and return the reply; a list may be larger. Raises ExchangeError.

        A kept connection that turns out to be closed is replaced once, within the same deadline:
        SRFax's actions that this program uses are safe to repeat.
        """
        limits = self._limits()
        limit = limits.max_list_body if for_list else limits.max_body
        self._deadline.change(limits.connect_s, limits.total_s)
        self._deadline.begin()
        try:
            return self._exchange(body, limit)
        except ExchangeError as failure:
            if not failure.stale:
                raise
        _log.debug("the kept connection was closed; sending again on a new one")
        return self._exchange(body, limit)

    def make_ready(self, *, anew: bool = True) -> int | None:
        """Connect, and send no request; return the number of the socket, None where no connection stands.

        It is told that way, too, that it could not be made. One that has ended is let go of; anew: and
        another one is made. The socket can be read from once the connection has ended.
        """
        if not self._endpoint.url.startswith("https:"):
            return None  # on this computer, a connection takes no time
        try:
            self._deadline.begin(READY_WITHIN_S)
            return self._adapter.make_ready(self._request, self._proxies(), anew=anew)
        except (ExchangeError, *LOWER_ERRORS) as error:
            _log.debug("no connection could be made ready: %s", type(error).__name__)
            return None

    def cancel(self) -> None:
        """End the request under way with Reason.CANCELLED, and refuse others. From any thread."""
        self._deadline.cancel()

    def close(self) -> None:
        """Let go of the connection. No request can be sent afterwards."""
        self._deadline.close()
        self._adapter.close()

    def _exchange(self, body: bytes, limit: int) -> HttpReply:
        response = self._send(body)
        try:
            return HttpReply(
                response.status,
                {name.lower(): value for name, value in response.headers.items()},
                self._read(response, limit) if response.status == HTTPStatus.OK else b"",
            )
        finally:
            response.close()  # a connection whose reply was read to its end is already kept elsewhere

    def _send(self, body: bytes) -> BaseHTTPResponse:
        request = self._request
        request.body, request.headers["Content-Length"] = body, str(len(body))
        try:
            return cast("BaseHTTPResponse", self._adapter.send(request, stream=True, proxies=self._proxies()))
        except LOWER_ERRORS as error:
            # What the network does is told by ExchangeErrors: this is about the proxy's settings.
            raise ExchangeError(Reason.PROXY_FAILED) from error
        finally:
            request.body = None

    def _proxies(self) -> dict[str, str]:
        if MAY_WAIT:
            with self._deadline.connecting():
                proxy = self._deadline.call(partial(self._find_proxy, self._endpoint))
        else:
            proxy = self._find_proxy(self._endpoint)
        return {"all": proxy} if proxy else {}

    def _read(self, response: BaseHTTPResponse, limit: int) -> bytes:
        if (response.length_remaining or 0) > limit:
            raise ExchangeError(Reason.TOO_LARGE)
        body = bytearray()
        try:
            unpacker = Unpacker(response.headers.get("Content-Encoding", ""))
            while chunk := response.read(_CHUNK_BYTES, decode_content=False):
                body += unpacker.more(chunk, limit + 1 - len(body))
                if len(body) > limit:
                    raise ExchangeError(Reason.TOO_LARGE)
            unpacker.end()
        except LOWER_ERRORS as error:
            raise ExchangeError(reply_reason(error)) from error
        return bytes(body)


class _Adapter(HTTPAdapter):
    """requests' adapter, with one connection, this program's trust, and no second tries."""

    def __init__(self, deadline: Deadline) -> None:
        self._pools = pools(deadline)
        self._trust = system_trust()
        self._pool: ConnectionPool | None = None
        self._pool_is_for: dict[str, str] | None = None
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **options: object
    ) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._trust, **options)
        self._fit(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **options: object) -> ProxyManager:
        manager: ProxyManager = super().proxy_manager_for(
            proxy, ssl_context=self._trust, proxy_ssl_context=self._trust, **options
        )
        self._fit(manager)
        return manager

    def cert_verify(self, *_args: object, **_options: object) -> None:
        """Add nothing: requests would add certifi's certificates to those that the system trusts."""

    def get_connection_with_tls_context(  # type: ignore[override]
        self, request: requests.PreparedRequest, *_: object, proxies: dict[str, str], **_options: object
    ) -> ConnectionPool:
        """Return the pool of connections; it is looked for where another proxy is used than the last time."""
        if self._pool is None or proxies != self._pool_is_for:
            self._pool = super().get_connection_with_tls_context(request, True, proxies=proxies)
            self._pool_is_for = proxies
        return self._pool

    def build_response(self, _: requests.PreparedRequest, resp: BaseHTTPResponse) -> requests.Response:
        """Return urllib3's own reply: requests' looks for cookies and text in it, at each one."""
        return cast("requests.Response", resp)

    def make_ready(
        self, request: requests.PreparedRequest, proxies: dict[str, str], *, anew: bool
    ) -> int | None:
        """See that a connection stands; see `SecureWirePool.make_ready`."""
        pool = self.get_connection_with_tls_context(request, proxies=proxies)
        return cast("SecureWirePool", pool).make_ready(anew=anew)

    def _fit(self, manager: PoolManager) -> None:
        manager.pool_classes_by_scheme = self._pools
