# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The ways in which the practice service can misbehave, each of them one small function.

A fault takes the place of a reply. It does what it likes with the Line, which is closed afterwards
unless the fault says otherwise with `line.keep_open()`.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Protocol

MAX_PAUSE_S = 120.0


class Line(Protocol):
    """A connection, as a fault sees it, with a request read from it."""

    honest_reply: bytes  # what would have been sent: status line, headers and body

    def send(self, data: bytes) -> None:
        """Send bytes at once."""

    def pause(self, seconds: float) -> None:
        """Wait, at most MAX_PAUSE_S; the fault ends here if the service stops meanwhile."""

    def reset(self) -> None:
        """End the connection with a TCP reset."""

    def keep_open(self) -> None:
        """Leave the connection to the next request."""


Fault = Callable[[Line], None]


def http_reply(status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> bytes:
    """Return a whole reply. `headers` are added to, and win over, the length and the type."""
    fields = {"Content-Type": "text/html; charset=UTF-8", "Content-Length": str(len(body)), **(headers or {})}
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Odd"
    lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in fields.items()), "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def answer(reply: bytes) -> Fault:
    """Send these bytes for a reply, and keep the connection."""

    def play(line: Line) -> None:
        line.send(reply)
        line.keep_open()

    return play


def http_status(status: int, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Fault:
    """Reply with a status, and keep the connection."""
    return answer(http_reply(status, body, headers))


def body(data: bytes) -> Fault:
    """Reply HTTP 200 with this body, and keep the connection."""
    return answer(http_reply(HTTPStatus.OK, data))


def hang(seconds: float = MAX_PAUSE_S) -> Fault:
    """Say nothing, then close."""
    return lambda line: line.pause(seconds)


def delay(seconds: float) -> Fault:
    """Give the honest reply, late."""

    def play(line: Line) -> None:
        line.pause(seconds)
        answer(line.honest_reply)(line)

    return play


def drip(interval_s: float = 1.0, after: bytes = b"") -> Fault:
    """Send the honest reply a byte at a time: from its start, or from behind `after`."""

    def play(line: Line) -> None:
        start = line.honest_reply.find(after) + len(after)
        line.send(line.honest_reply[:start])
        for at in range(start, len(line.honest_reply)):
            line.pause(interval_s)
            line.send(line.honest_reply[at : at + 1])

    return play


def drip_body(interval_s: float = 1.0) -> Fault:
    """Send the headers at once and the body a byte at a time."""
    return drip(interval_s, after=b"\r\n\r\n")


def drip_chunks(interval_s: float = 1.0) -> Fault:
    """Send a chunked body that never ends, a byte a chunk."""

    def play(line: Line) -> None:
        line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            line.pause(interval_s)
            line.send(b"1\r\n \r\n")

    return play


def reset() -> Fault:
    """End the connection with a TCP reset."""
    return lambda line: line.reset()


def hang_up() -> Fault:
    """Close the connection without a word."""
    return lambda _line: None


def reset_mid_reply() -> Fault:
    """End the connection with a TCP reset when half of the reply is sent."""

    def play(line: Line) -> None:
        line.send(line.honest_reply[: len(line.honest_reply) // 2])
        line.pause(0.05)  # let it arrive: a reset throws away what is still under way
        line.reset()

    return play


def cut_short() -> Fault:
    """Close the connection one byte before the length that was declared."""
    return lambda line: line.send(line.honest_reply[:-1])


def endless_body() -> Fault:
    """Send a body that goes on for as long as somebody reads it."""

    def play(line: Line) -> None:
        line.send(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            line.send(b" " * 65536)
            line.pause(0)

    return play


def endless_headers() -> Fault:
    """Send headers for as long as somebody reads them."""

    def play(line: Line) -> None:
        line.send(b"HTTP/1.1 200 OK\r\n")
        while True:
            line.send(b"X-More: and more\r\n")
            line.pause(0)

    return play


def endless_interim() -> Fault:
    """Say "100 Continue" for as long as somebody reads it."""

    def play(line: Line) -> None:
        while True:
            line.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)
            line.pause(0)

    return play


def declared(length: int) -> Fault:
    """Declare a body of that length and begin to send it."""

    def play(line: Line) -> None:
        line.send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n{" % length)
        line.pause(MAX_PAUSE_S)

    return play


def gzip_bomb(unpacked: int = 1 << 28) -> Fault:
    """Send a small gzip body that unpacks to that many bytes."""
    packed = gzip.compress(b" " * unpacked)
    return answer(http_reply(HTTPStatus.OK, packed, {"Content-Encoding": "gzip"}))


def broken_chunk() -> Fault:
    """Send a chunked body whose second chunk has no length."""
    return lambda line: line.send(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nnonsense\r\n",
    )
