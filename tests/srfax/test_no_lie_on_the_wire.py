# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Whatever a server puts on the wire, the whole client believes no more than the one reply says."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.outcome import Reason
from tests.figures import Figures, short_or_long
from tests.srfax import oracle
from tests.srfax.honest_replies import honest_replies
from tests.srfax.strange_replies import replies

if TYPE_CHECKING:
    from tests.raw_server import Peer
    from tests.srfax.conftest import Connect, Serve

FAX = FaxId("10000001")
HONEST = b'{"Status":"Success","Result":"Fax Cancelled"}'
LEFT_OVER = b"HTTP/1.1 200 OK\r\nContent-Length: 45\r\n\r\n" + HONEST

_STATUS_LINES = [
    *["HTTP/1.1 200 OK"] * 6,
    "HTTP/1.0 200 OK",
    "HTTP/1.1 200",
    "HTTP/1.1 200 Fax\tCancelled",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK",
]
_OTHER_STATUS_LINES = [
    *(f"HTTP/1.1 {code} Fax Cancelled" for code in (201, 204, 206, 301, 304, 307, 401, 403, 429, 500, 503)),
    "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 500 No",
    "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK",
    "HTTP/1.1 2000 OK",
    "HTTP/1.1 0 OK",
    "HTTP/1.1 -200 OK",
    "HTTP/2 200 OK",
    "ICY 200 OK",
    "HTTP/1.1 two hundred",
    "200 OK",
    "",
]
_ENDS_HEADERS = "no colon"  # for Python's reader: the body then goes on until the connection ends
_HEADERS = [
    "Content-Type: text/html; charset=utf-16",
    "Content-Type: application/json; charset=nonsense",
    "Retry-After: nonsense",
    "Location: http://[::1",
    "Set-Cookie: a=b",
    "Connection: close",
    "Keep-Alive: timeout=0",
    "X: a\r\n b",
    "X" * 300 + ": y",
    "X: \x00\x01ÿ",
    _ENDS_HEADERS,
    "Status: Success\r\nResult: Fax Cancelled",
    "\r\n".join(f"X-{number}: y" for number in range(120)),
    "X: " + "y" * 70_000,
]


@dataclass(frozen=True)
class Sent:
    """What the server sends, and the one body that it may be taken for: None where there is none."""

    wire: bytes
    body: bytes | None
    closes: bool


@st.composite
def sent(draw: st.DrawFn) -> Sent:
    whole = draw(replies() | honest_replies().map(lambda told: told[0]) | st.just(HONEST))
    is_ok = draw(st.sampled_from([True, True, True, False]))
    line = draw(st.sampled_from(_STATUS_LINES if is_ok else _OTHER_STATUS_LINES))
    headers = draw(st.lists(st.sampled_from(_HEADERS), max_size=2))
    framing, data, body = _framed(draw, whole)
    if _ENDS_HEADERS in headers:
        body = data
    closes = draw(st.booleans()) or body is None or not framing or _ENDS_HEADERS in headers
    head = "\r\n".join([line, *headers, *framing, "", ""]).encode("latin-1", "replace")
    return Sent(head + data, body if is_ok else None, closes)


def _framed(draw: st.DrawFn, whole: bytes) -> tuple[list[str], bytes, bytes | None]:
    """Return the headers that tell where the body ends, the bytes, and what body that is."""
    length, size = "Content-Length: {}".format, len(whole)
    packed, squeezed = gzip.compress(whole), zlib.compress(whole)
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (whole[:9], whole[9:]) if part)
    short = draw(st.integers(0, size))
    ways: list[tuple[list[str], bytes, bytes | None]] = [
        ([length(size)], whole, whole),
        ([length(size)], whole, whole),
        ([length(size)], whole + LEFT_OVER, whole),
        ([], whole, whole),
        ([length(short)], whole, whole[:short]),
        ([length(size + 1)], whole, None),
        ([length(size), length(size + 1)], whole, None),
        (["Transfer-Encoding: chunked"], chunked + b"0\r\n\r\n", whole),
        (["Transfer-Encoding: chunked"], chunked, None),
        (["Transfer-Encoding: chunked"], b"zz\r\n" + chunked, None),
        (["Content-Encoding: gzip", length(len(packed))], packed, whole),
        (["Content-Encoding: deflate", length(len(squeezed))], squeezed, whole),
        (["Content-Encoding: gzip", length(len(packed) - 5)], packed[:-5], None),
        (["Content-Encoding: gzip", length(size)], whole, None),
        (["Content-Encoding: gzip", length(2 * len(packed))], packed * 2, None),
        (["Content-Encoding: gzip, gzip", length(len(packed))], packed, None),
        (["Content-Encoding: br", length(size)], whole, None),
    ]
    return draw(st.sampled_from(ways))


def test_no_bytes_on_the_wire_are_believed_beyond_what_they_say(
    serve: Serve, connect: Connect, figures: Figures
) -> None:
    now: list[Sent] = []

    def play(peer: Peer) -> None:
        with contextlib.suppress(OSError):
            while peer.read_request():
                peer.sock.sendall(now[-1].wire)
                if now[-1].closes:
                    return

    client = connect(serve(play).plain_url, connect_s=10.0, total_s=10.0)

    @settings(
        max_examples=short_or_long(150, 5000),
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(sent())
    def try_them(each: Sent) -> None:
        now[:] = [each]
        answer = client.stop_fax(FAX)
        figures.add("replies fuzzed on the wire")
        assert answer.reason is not Reason.INTERNAL
        assert answer.reason is not Reason.NO_ANSWER
        if answer.outcome.value in oracle.CLAIMS:
            assert each.body is not None, f"{answer.outcome} of {each.wire!r}"
            assert answer.outcome.value == oracle.stop_may_say(each.body), (
                f"{answer.outcome} of {each.wire!r}"
            )

    try_them()
