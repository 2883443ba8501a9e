# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""TCP connections that keep to a Deadline."""

from __future__ import annotations

import errno
import os
import socket
from math import inf
from typing import TYPE_CHECKING

from srfax_desktop.core.outcome import Reason
from srfax_desktop.srfax.deadline import READABLE, WRITABLE, Deadline
from srfax_desktop.srfax.failure import NO_ROUTE, ExchangeError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

_MOST_AT_ONCE = 1 << 14
_UNDER_WAY = frozenset({errno.EINPROGRESS, errno.EWOULDBLOCK})  # the second on Windows


class Wire(socket.socket):
    """A TCP socket whose every wait ends with the deadline.

    What is sent is held back until somebody reads: so a request leaves in one piece, headers and
    body, and together with the end of a TLS handshake.
    Its methods raise ExchangeError where time is up or the request is cancelled, and OSError
    as any socket's. received counts the bytes that came in; where they are more than `allowed`, that is
    an ExchangeError too.
    """

    _io_refs: int  # the standard library's: how many files read from it

    def __init__(self, family: int, kind: int, protocol: int, deadline: Deadline) -> None:
        super().__init__(family, kind, protocol)
        self._deadline = deadline
        self._held = bytearray()
        self.received = 0
        self.allowed = inf
        self.setblocking(False)
        self.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def settimeout(self, value: float | None, /) -> None:
        """Do nothing: urllib3 sets time limits for each read, and the deadline replaces them."""

    def open(self, address: tuple[object, ...], at_most_s: float) -> None:
        """Connect, within `at_most_s` seconds. Raises OSError, a TimeoutError among them."""
        code = self.connect_ex(address)
        if code in _UNDER_WAY:
            if not self._deadline.wait(self, WRITABLE, at_most_s):
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
            code = self.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))

    def recv(self, bufsize: int, flags: int = 0, /) -> bytes:
        """Return up to `bufsize` bytes; none where the other side has ended."""
        buffer = bytearray(bufsize)
        return bytes(buffer[: self.recv_into(buffer, 0, flags)])

    def recv_into(self, buffer: WriteableBuffer, nbytes: int = 0, flags: int = 0) -> int:
        """Send what is held back, read into `buffer`, return how many bytes; 0: the other side has ended."""
        self._send_held()
        # Looked at also where bytes are there: an endless reply never has to wait.
        self._deadline.check()
        while True:
            try:
                count = super().recv_into(buffer, nbytes, flags)
            except BlockingIOError:
                self._deadline.wait(self, READABLE)
            else:
                self.received += count
                if self.received > self.allowed:
                    raise ExchangeError(Reason.TOO_LARGE)
                return count

    def take_in(self) -> bytes | None:
        """Send what is held back; return what has come by now: None for nothing, no bytes at the end."""
        self._send_held()
        try:
            came = super().recv(_MOST_AT_ONCE)
        except BlockingIOError:
            return None
        except OSError:
            return b""
        self.received += len(came)
        return came if self.received <= self.allowed else b""

    def sendall(self, data: ReadableBuffer, _flags: int = 0, /) -> None:
        """Hold `data` back until somebody reads."""
        self._held += memoryview(data).cast("B")

    def _send_held(self) -> None:
        held, self._held = memoryview(self._held), bytearray()
        while held:
            try:
                held = held[self.send(held) :]
            except BlockingIOError:
                self._deadline.wait(self, WRITABLE)
            except (BrokenPipeError, ConnectionResetError):
                return  # it may have replied before it closed: the read that follows will tell


def open_wire(host: str, port: int, deadline: Deadline) -> Wire:
    """Connect to `host`, trying its addresses in turn. Raises OSError, UnicodeError and ExchangeError.

    Each address gets an equal share of the time left, so one that never answers leaves time for
    the next.
    """
    addresses = deadline.call(lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    errors: list[OSError] = []
    for tried, (family, kind, protocol, _, address) in enumerate(addresses):
        try:
            return _open(family, kind, protocol, address, deadline, len(addresses) - tried)
        except OSError as error:
            errors.append(error)
    # "No way to an IPv6 address" hides what became of the others: it is told last.
    raise next((error for error in errors if error.errno not in NO_ROUTE), errors[0])


def _open(
    family: int, kind: int, protocol: int, address: tuple[object, ...], deadline: Deadline, shares: int
) -> Wire:
    wire = Wire(family, kind, protocol, deadline)
    try:
        wire.open(address, deadline.remaining_s() / shares)
    except BaseException:
        wire.close()
        raise
    return wire
