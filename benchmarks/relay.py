# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""A way to another port that is long: what comes in on either side leaves on the other one a while later.

    python -m benchmarks.relay PORT SECONDS HANDSHAKES

Its own port is the first line of its output. It ends when its standard input does. The handshake of TCP
is the operating system's, and takes no time here. HANDSHAKES 1: what is said first on each connection
waits for a round trip more, as it has to on a real way as long; 0: it does not.
"""

from __future__ import annotations

import asyncio
import sys


class Side(asyncio.Protocol):
    """One end of a connection. What it hears, the other end says after `wait_s` seconds."""

    def __init__(self, wait_s: float, handshake_s: float = 0.0) -> None:
        self._wait_s = wait_s
        self._handshake_s = handshake_s
        self._stands_at_s = 0.0
        self.other: Side | None = None
        self.transport: asyncio.Transport | None = None
        self._early: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._stands_at_s = asyncio.get_running_loop().time() + self._handshake_s
        for data in self._early:
            transport.write(data)

    def data_received(self, data: bytes) -> None:
        loop = asyncio.get_running_loop()
        loop.call_at(max(loop.time(), self._stands_at_s) + self._wait_s, self._pass_on, data)

    def eof_received(self) -> bool:
        asyncio.get_running_loop().call_later(self._wait_s, self._end)
        return True  # what is on its way back still arrives

    def connection_lost(self, _: Exception | None) -> None:
        asyncio.get_running_loop().call_later(self._wait_s, self._end)
        self.transport = None

    def _pass_on(self, data: bytes) -> None:
        if self.other and self.other.transport:
            self.other.transport.write(data)
        elif self.other:
            self.other._early.append(data)

    def _end(self) -> None:
        if self.other and self.other.transport:
            self.other.transport.close()


async def relay(port: int, wait_s: float, handshakes: int) -> None:
    """Pass everything on until standard input ends."""
    loop = asyncio.get_running_loop()
    dialling: set[asyncio.Task[object]] = set()

    def answer() -> Side:
        near, far = Side(wait_s, 2 * wait_s * handshakes), Side(wait_s)
        near.other, far.other = far, near
        task: asyncio.Task[object] = loop.create_task(loop.create_connection(lambda: far, "127.0.0.1", port))
        dialling.add(task)
        task.add_done_callback(dialling.discard)
        return near

    server = await loop.create_server(answer, "127.0.0.1", 0, backlog=200)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(relay(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])))
