# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""urllib3's connections, on a Wire that keeps to the deadline, with the system's trust store."""

from __future__ import annotations

import ssl
from http.client import RemoteDisconnected
from typing import TYPE_CHECKING, ClassVar, cast

import truststore
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.ssltransport import SSLTransport

from srfax_desktop.srfax.failure import LOWER_ERRORS, ExchangeError, connect_reason, reply_reason
from srfax_desktop.srfax.wire import Wire, open_wire

if TYPE_CHECKING:
    import socket

    from urllib3.response import HTTPResponse

    from srfax_desktop.srfax.deadline import Deadline

MAX_HEAD_BYTES = 1 << 16
"""What may come before the body. The standard library limits lines and headers, but reads on and on
where a server says "100 Continue" without end; a thread that never waits makes the window slow."""

MAX_REPLY_BYTES = 1 << 24
"""What may come in all, whatever is found in it: "chunked" can have much around a small body."""


def system_trust() -> ssl.SSLContext:
    """Return TLS 1.2 or newer, with certificates checked against the operating system's store."""
    context = _WireTrust(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class _WireTrust(truststore.SSLContext):
    def wrap_socket(
        self, sock: socket.socket, *_args: object, server_hostname: str | None = None, **_options: object
    ) -> ssl.SSLSocket:
        """Shake hands as a client. Raises ssl.SSLError, OSError and ExchangeError.

        The standard library's SSLSocket takes the file descriptor and goes its own way. This one
        reads and writes through `sock`, a Wire, so that the deadline holds within TLS as well.
        It has all that urllib3 uses of an SSLSocket.
        """
        return cast("ssl.SSLSocket", _WireTls(sock, self, server_hostname))


class _WireTls(SSLTransport):
    """TLS over a Wire, which can carry TLS itself: a proxy's, with SRFax's inside of it.

    SSLTransport counts its readers on the socket beneath it, and takes that for a real one.
    """

    socket: Wire
    told = 0  # bytes of replies: what TLS says for itself, such as tickets, is none

    def read(self, len: int = 1024, buffer: object = None) -> int | bytes:  # noqa: A002 - as urllib3's own
        """Read into `buffer`, and return how many bytes; without one, return them."""
        came = super().read(len, buffer)
        self.told += came if isinstance(came, int) else bool(came)
        return came

    def take_in(self) -> bytes | None:
        """Take in what TLS itself has come for, such as tickets; return what else has, as `Wire.take_in`."""
        while True:
            try:
                return self.sslobj.read(1)
            except ssl.SSLWantReadError:
                self.socket.sendall(self.outgoing.read())
            except ssl.SSLError:  # it ended without a word, or in a broken one
                return b""
            came = self.socket.take_in()
            if came is None:
                return None
            if came:
                self.incoming.write(came)
            else:
                self.incoming.write_eof()

    @property
    def _io_refs(self) -> int:
        return self.socket._io_refs  # noqa: SLF001

    @_io_refs.setter
    def _io_refs(self, count: int) -> None:
        self.socket._io_refs = count  # noqa: SLF001


class WireConnection(HTTPConnection):
    """A connection whose errors, until a reply's headers are here, are all ExchangeErrors."""

    deadline: ClassVar[Deadline]
    _wire: Wire | None = None
    _replies = 0
    _made_ready = False

    def _new_conn(self) -> socket.socket:
        self._wire, self._replies, self._made_ready = None, 0, False
        self._wire = open_wire(self._dns_host, self.port, self.deadline)
        return self._wire

    def connect(self) -> None:
        """Connect, through the proxy where there is one, and shake hands. Raises ExchangeError."""
        try:
            with self.deadline.connecting():
                super().connect()
        except LOWER_ERRORS as error:
            reason = connect_reason(error, proxied=bool(self.proxy), connected=bool(self._wire))
            raise ExchangeError(reason) from error

    @property
    def is_connected(self) -> bool:
        """Whether the next request can be sent here.

        Not where there is something that nobody asked for: it would be taken for that request's
        reply, and one fax's "cancelled" for another's. urllib3 looks at the socket only: what was read
        from there may still wait to be taken out of TLS, and what is there may be TLS's own.
        """
        if isinstance(self.sock, _WireTls):
            return self.sock.take_in() is None
        return super().is_connected

    def keep_ready(self) -> int | None:
        """Have a connection that stands wait for its first request; return its socket's number.

        Returns None where the other side has ended it already. Raises ExchangeError.
        """
        self._made_ready = True
        self._allow(MAX_HEAD_BYTES)
        return self.sock.fileno() if self.sock and self.is_connected else None

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3's own
        """Return the reply, its body still to be read. Raises ExchangeError."""
        line = self.sock  # an error lets go of it
        told_before = _told(line)
        self._allow(MAX_HEAD_BYTES)
        try:
            response = super().getresponse()
        except LOWER_ERRORS as error:
            silent = isinstance(error, RemoteDisconnected) or _told(line) == told_before
            kept = self._replies > 0 or self._made_ready
            raise ExchangeError(reply_reason(error), stale=kept and silent) from error
        self._replies += 1
        self._allow(MAX_REPLY_BYTES)
        return response

    def _allow(self, more_bytes: int) -> None:
        if self._wire:
            self._wire.allowed = self._wire.received + more_bytes


def _told(line: object) -> int:
    """Return how many bytes of replies have come, without what TLS has said for itself."""
    if isinstance(line, _WireTls):
        return line.told
    return line.received if isinstance(line, Wire) else 0


class SecureWireConnection(WireConnection, HTTPSConnection):
    """The same over TLS."""


class SecureWirePool(HTTPSConnectionPool):
    """A pool whose connection can be made before there is a request."""

    def make_ready(self, *, anew: bool) -> int | None:
        """See that a connection stands; return its socket's number, None where none does.

        anew: make one where there is none; else only one that has ended is let go of. Raises ExchangeError,
        and what the proxy's settings make urllib3 raise.
        """
        connection = cast("SecureWireConnection", self._get_conn())
        try:
            if connection.is_closed and anew:
                if self.proxy is None:
                    connection.connect()
                else:
                    self._prepare_proxy(connection)
            return None if connection.is_closed else connection.keep_ready()
        except BaseException:
            connection.close()
            raise
        finally:
            self._put_conn(connection)


def pools(deadline: Deadline) -> dict[str, type]:
    """Return the classes of connection pools that keep to `deadline`, by the scheme of the URL.

    urllib3 makes connections from classes and hands them nothing of ours: so the classes know.
    """

    class Connection(WireConnection):
        pass

    class SecureConnection(SecureWireConnection):
        pass

    class Pool(HTTPConnectionPool):
        ConnectionCls = Connection

    class SecurePool(SecureWirePool):
        ConnectionCls = SecureConnection

    Connection.deadline = SecureConnection.deadline = deadline
    return {"http": Pool, "https": SecurePool}
