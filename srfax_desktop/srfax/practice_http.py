# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The HTTP below the practice service: connections, TLS, and the faults played on them."""

from __future__ import annotations

import contextlib
import itertools
import socket
import struct
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING, Protocol

from srfax_desktop.srfax.practice_faults import MAX_PAUSE_S, Fault, http_reply

if TYPE_CHECKING:
    import ssl

_MAX_REQUEST = 1 << 16
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Director(Protocol):
    """Decides what the connections do."""

    def connected(self) -> Fault | None:
        """Return the fault for a new connection, None to serve it."""

    def asked(self, content_type: str, body: bytes, connection: int) -> tuple[bytes, Fault | None]:
        """Return the honest reply to a POST, and the fault to play in its place."""


class _StoppingError(Exception):
    """The service stops, and so does the fault that is being played."""


class LoopbackServer(ThreadingHTTPServer):
    """An HTTP/1.1 server on 127.0.0.1 that can be stopped whatever its connections do."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, director: Director, tls: ssl.SSLContext | None) -> None:
        self.director = director
        self.tls = tls
        self.stopping = threading.Event()
        self.numbers = itertools.count(1)
        self._open: dict[int, _Connection] = {}
        self._changed = threading.Condition()
        super().__init__(("127.0.0.1", 0), _Connection)

    def server_bind(self) -> None:
        """Bind without asking for this computer's name, which can send packets and take its time."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Say nothing of clients that go away in the middle: they are meant to."""
        if not isinstance(sys.exception(), OSError | _StoppingError):
            super().handle_error(request, client_address)

    def opened(self, connection: _Connection) -> None:
        """Take note of a new connection."""
        with self._changed:
            self._open[connection.number] = connection

    def ended(self, connection: _Connection) -> None:
        """Take note of a connection's end."""
        with self._changed:
            del self._open[connection.number]
            self._changed.notify_all()

    def close_connections(self, *, idle_only: bool) -> None:
        """Close connections from this side, and wait until they have ended."""
        with self._changed:
            chosen = list(self._open.values())
        if idle_only:
            chosen = [connection for connection in chosen if connection.is_idle()]
        for connection in chosen:
            connection.shut_down()
        with self._changed:
            self._changed.wait_for(lambda: not any(each.number in self._open for each in chosen), timeout=5)


class _Connection(BaseHTTPRequestHandler):
    """One connection, in a thread of its own. It is the Line that faults are played on."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = MAX_PAUSE_S
    server: LoopbackServer

    def setup(self) -> None:
        """Prepare the socket; the TLS handshake is for `handle`."""
        self.number = next(self.server.numbers)
        self._busy = threading.Lock()  # held from a request's arrival until its reply is sent
        self.honest_reply = b""
        if self.server.tls is not None:
            self.request = self.server.tls.wrap_socket(
                self.request, server_side=True, do_handshake_on_connect=False
            )
        super().setup()
        self.server.opened(self)

    def handle(self) -> None:
        """Serve the connection's requests, or play the fault that awaits it."""
        if self.server.stopping.is_set():
            return
        fault = self.server.director.connected()
        if fault is not None:
            fault(self)
            return
        if self.server.tls is not None:
            self.request.do_handshake()
        super().handle()

    def finish(self) -> None:
        """Let go of the socket."""
        super().finish()
        self.request.close()
        self.server.ended(self)

    def do_POST(self) -> None:
        """Answer a request, or play a fault in its place."""
        with self._busy:
            fault = self._answer()
            if fault is not None:
                self.close_connection = True
                fault(self)

    def _answer(self) -> Fault | None:
        """Send the honest reply, or return the fault that takes its place."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _MAX_REQUEST:
            self.close_connection = True
            self.send(http_reply(HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
            return None
        content_type = self.headers.get("Content-Type", "")
        body = self.rfile.read(int(length))
        self.honest_reply, fault = self.server.director.asked(content_type, body, self.number)
        if fault is None:
            self.send(self.honest_reply)
        return fault

    def send(self, data: bytes) -> None:
        """Send bytes at once."""
        self.request.sendall(data)

    def pause(self, seconds: float) -> None:
        """Wait, at most MAX_PAUSE_S, and no longer than the service runs."""
        if self.server.stopping.wait(min(seconds, MAX_PAUSE_S)):
            raise _StoppingError

    def reset(self) -> None:
        """End the connection with a TCP reset."""
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        socket.close(self.request.detach())  # as it is: a shutdown would send an orderly end before

    def keep_open(self) -> None:
        """Leave the connection to the next request."""
        self.close_connection = False

    def is_idle(self) -> bool:
        """Whether no request is being answered; a client can have its reply a moment before."""
        idle = self._busy.acquire(timeout=0.2)
        if idle:
            self._busy.release()
        return idle

    def shut_down(self) -> None:
        """End both directions, from another thread; the reader finds the end of the stream."""
        with contextlib.suppress(OSError):
            socket.socket.shutdown(self.request, socket.SHUT_RDWR)  # TLS state is the reader's to touch

    def log_message(self, *_args: object) -> None:
        """Write nothing: the requests are on record, without what is secret in them."""
