# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Replies that come near to SRFax's own: documents, and documents whose bytes were spoilt on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.srfax.strange_documents import json_documents, xml_documents

if TYPE_CHECKING:
    from collections.abc import Callable

_CODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037", "latin-1", "utf-8-sig", "cp1252")
_GARBAGE = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b")]}'\n",
    b"Notice: x in y.php\n",
    b"<br />\n<b>Warning</b>",
)


def _flip(draw: st.DrawFn, body: bytes) -> bytes:
    at = draw(st.integers(0, max(0, len(body) - 1)))
    flipped = bytearray(body or b"\0")
    flipped[at] ^= 1 << draw(st.integers(0, 7))
    return bytes(flipped)


def _cut(draw: st.DrawFn, body: bytes) -> bytes:
    first = draw(st.integers(0, len(body)))
    last = draw(st.integers(first, min(len(body), first + draw(st.sampled_from([1, 4, 1000])))))
    return body[:first] + body[last:]


def _repeat(draw: st.DrawFn, body: bytes) -> bytes:
    first = draw(st.integers(0, len(body)))
    last = draw(st.integers(first, len(body)))
    return body[:last] + body[first:last] * draw(st.sampled_from([1, 2, 50])) + body[last:]


def _insert(draw: st.DrawFn, body: bytes) -> bytes:
    at = draw(st.integers(0, len(body)))
    return body[:at] + draw(st.binary(max_size=4) | st.sampled_from(_GARBAGE)) + body[at:]


def _surround(draw: st.DrawFn, body: bytes) -> bytes:
    garbage = draw(st.sampled_from(_GARBAGE))
    return garbage + body if draw(st.booleans()) else body + garbage


def _double(draw: st.DrawFn, body: bytes) -> bytes:
    return body + draw(st.sampled_from([b"", b"\n", b",", b"\0"])) + body


def _recode(draw: st.DrawFn, body: bytes) -> bytes:
    return body.decode("utf-8", "replace").encode(draw(st.sampled_from(_CODINGS)), "replace")


def _in_a_page(_: st.DrawFn, body: bytes) -> bytes:
    return b"<!DOCTYPE html><html><body><p>" + body + b"</p></body></html>"


def _other_case(draw: st.DrawFn, body: bytes) -> bytes:
    first = draw(st.integers(0, len(body)))
    return body[:first] + body[first : first + 12].swapcase() + body[first + 12 :]


_SPOILERS: tuple[Callable[[st.DrawFn, bytes], bytes], ...] = (
    _flip,
    _cut,
    _repeat,
    _insert,
    _surround,
    _double,
    _recode,
    _in_a_page,
    _other_case,
)

documents = json_documents() | xml_documents()


@st.composite
def replies(draw: st.DrawFn) -> bytes:
    """Return a body: as it was made, or spoilt once or more."""
    body = draw(documents).encode("utf-8", "surrogatepass")
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2]))):
        body = draw(st.sampled_from(_SPOILERS))(draw, body)
    return body
