# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A server on loopback that does whatever it is told with each connection."""

from __future__ import annotations

import contextlib
import re
import socket
import struct
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Peer:
    """The server's end of a connection. bytes_read: all that `read_request` read from it."""

    def __init__(self, sock: socket.socket, stopping: threading.Event) -> None:
        self.sock = sock
        self.stopping = stopping
        self.bytes_read = b""

    def read_request(self) -> bytes:
        """Read one request with its body; what there is where the other side ends before."""
        data = b""
        while b"\r\n\r\n" not in data:
            data += (chunk := self._read())
            if not chunk:
                return data
        head, _, body = data.partition(b"\r\n\r\n")
        found = re.search(rb"(?i)content-length: *(\d+)", head)
        while len(body) < int(found[1] if found else 0):
            body += self._read()
        return head + b"\r\n\r\n" + body

    def _read(self) -> bytes:
        data = self.sock.recv(65536)
        self.bytes_read += data
        return data

    def hang(self) -> None:
        self.stopping.wait(30)

    def reset(self) -> None:
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.close(self.sock.detach())


class RawServer:
    """A TCP server on loopback that does with each connection what `play` says, in a thread."""

    def __init__(self, play: Callable[[Peer], None]) -> None:
        self._play = play
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"https://127.0.0.1:{self.port}/"
        self.plain_url = f"http://127.0.0.1:{self.port}/"
        self.peers: list[Peer] = []
        self._thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                peer = Peer(sock, self._stopping)
                self.peers.append(peer)
                thread = threading.Thread(target=self._serve, args=(peer,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, peer: Peer) -> None:
        with contextlib.suppress(OSError):
            self._play(peer)
        peer.sock.close()

    def stop(self) -> None:
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()
        for peer in self.peers:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(peer.sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
