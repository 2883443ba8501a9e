# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""SRFax as the benchmarks need it: quick, over TLS, in a process of its own.

    python -m benchmarks.service CERTIFICATE OPTIONS

CERTIFICATE is a file with the key and the certificate, OPTIONS a JSON object of `Options`. The port is the
first line of its output. It ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from srfax_desktop.core.fax import FaxId
from srfax_desktop.srfax.practice_faxes import FAILED, IN_PROGRESS, PracticeFax
from srfax_desktop.srfax.practice_rows import Moment, queue_row, status_row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Answer = dict[str, object]

FIRST = 30_000_001
"""The first fax ID; the others follow."""
QUEUED_AT = 1_767_225_600


@dataclass(frozen=True, slots=True)
class Options:
    """How it answers. faxes: how many are queued at first. wait_s: what it takes for each stop.

    idle_s: connections on which nothing was asked for so long are closed; 0: none is.
    converting: no fax can be stopped "at this moment".
    """

    faxes: int = 0
    wait_s: float = 0.0
    idle_s: float = 0.0
    converting: bool = False


class Desk:
    """Knows what is in the queue, and answers."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._queue = {str(number): b"" for number in range(FIRST, FIRST + options.faxes)}
        self._actions: Mapping[str, Callable[[Mapping[str, str]], bytes]] = {
            "Stop_Fax": self._stop,
            "Get_Fax_Usage": lambda _: _said("Success", []),
            "Get_Faxes_Queued": self._queued,
            "Get_FaxStatus": lambda fields: _said("Success", self._row(fields["sFaxDetailsID"])),
            "Get_MultiFaxStatus": self._statuses,
        }

    def answer(self, fields: Mapping[str, str]) -> bytes:
        """Return the body of the reply."""
        return self._actions[fields["action"]](fields)

    def _stop(self, fields: Mapping[str, str]) -> bytes:
        if self._options.converting:
            return _said("Failed", "Unable to Cancel Fax")
        self._queue.pop(fields["sFaxDetailsID"], None)
        return _said("Success", "Fax Cancelled")

    def _queued(self, _: Mapping[str, str]) -> bytes:
        for fax_id, written in self._queue.items():
            if not written:
                self._queue[fax_id] = json.dumps(queue_row(self._moment(fax_id))).encode()
        return b'{"Status":"Success","Result":[%b]}' % b",".join(self._queue.values())

    def _statuses(self, fields: Mapping[str, str]) -> bytes:
        asked = fields["sFaxDetailsID"].split("|")
        return _said("Success", [{**self._row(fax_id), "FaxDetailsID": fax_id} for fax_id in asked])

    def _row(self, fax_id: str) -> dict[str, object]:
        return status_row(self._moment(fax_id))

    def _moment(self, fax_id: str) -> Moment:
        number = int(fax_id)
        fax = PracticeFax(
            FaxId(fax_id),
            (),
            to_number=f"1604555{number % 10_000:04}",
            subject=f"Referral {number}",
            file=f"8812-{number}_0",
        )
        queued = fax_id in self._queue
        at = QUEUED_AT + 60 * (number - FIRST)
        return Moment(
            fax,
            shows=IN_PROGRESS if queued else FAILED,
            pages=1 if queued else 0,
            error_code="" if queued else "Cancelled",
            queued_at=at,
            left_at=None if queued else at + 30,
        )


class Line(asyncio.Protocol):
    """One connection: HTTP/1.1 as curl and requests speak it, one request after the other."""

    def __init__(self, desk: Desk, options: Options) -> None:
        self._desk = desk
        self._options = options
        self._came = bytearray()
        self._transport: asyncio.Transport | None = None
        self._closing: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._watch()

    def connection_lost(self, _: Exception | None) -> None:
        self._transport = None
        if self._closing:
            self._closing.cancel()

    def data_received(self, data: bytes) -> None:
        self._came += data
        head, end_of_head, body = bytes(self._came).partition(b"\r\n\r\n")
        if not end_of_head or len(body) < _length(head):
            return
        self._came.clear()
        self._watch()
        fields = dict(parse_qsl(body.decode("ascii")))
        if self._options.wait_s and fields["action"] == "Stop_Fax":
            asyncio.get_running_loop().call_later(self._options.wait_s, self._reply, fields)
        else:
            self._reply(fields)

    def _reply(self, fields: Mapping[str, str]) -> None:
        body = self._desk.answer(fields)
        if self._transport:
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            self._transport.write(head % len(body) + body)

    def _watch(self) -> None:
        if self._options.idle_s and self._transport:
            if self._closing:
                self._closing.cancel()
            later = asyncio.get_running_loop().call_later
            self._closing = later(self._options.idle_s, self._transport.close)


def _length(head: bytes) -> int:
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return next((int(value) for name, _, value in lines if name == b"content-length"), 0)


def _said(status: str, result: object) -> bytes:
    return json.dumps({"Status": status, "Result": result}, separators=(",", ":")).encode()


async def serve(certificate: str, options: Options) -> None:
    """Serve until standard input ends."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    desk, loop = Desk(options), asyncio.get_running_loop()
    server = await loop.create_server(lambda: Line(desk, options), "127.0.0.1", 0, ssl=tls, backlog=200)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], Options(**json.loads(sys.argv[2]))))
