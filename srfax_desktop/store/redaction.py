# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes secrets out of text before it is written down, however they are spelled there."""

from __future__ import annotations

import base64
import html
import json
import logging
import re
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from srfax_desktop.core.told_error import told

if TYPE_CHECKING:
    from collections.abc import Iterator

MASK = "***"

_SHORTEST_FRAGMENT = 6
"""Base64 characters; a shorter piece of a secret would be found in words that hold none."""

# Secrets that nobody registered are known by what stands before them.
_NAMED = re.compile(
    r"""
    (?P<before> \b access_pwd \\?["']? \s* [=:] \s* )
    (?: \\?"(?:[^"\\]|\\.)*"? | '(?:[^'\\]|\\.)*'? | [^\s&"',;}]+ )
    | (?P<scheme> \b Authorization ["']? \s* [=:] \s* ["']? (?:Basic|Bearer) \s+ ) [^\s"',]+
    | (?P<url> :// ) [^\s"'<>]{1,256} @
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Redactor(logging.Filter):
    """Replaces registered secrets, values of `access_pwd`, and passwords in URLs by `***`.

    As a filter it belongs on a handler: a logger's filters do not see what other loggers hand up.
    """

    def __init__(self) -> None:
        super().__init__()
        self._protecting = Lock()
        self._spellings: set[str] = set()
        self._registered: re.Pattern[str] | None = None

    def protect(self, secret: str) -> None:
        """Never let `secret` through from now on, in any spelling. An empty one is no secret."""
        if not secret:
            return
        with self._protecting:
            self._spellings.update(_spellings(secret))
            longest_first = sorted(self._spellings, key=len, reverse=True)
            self._registered = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)

    def redact(self, text: str) -> str:
        """Return `text` without what must not be in it."""
        if self._registered is not None:
            text = self._registered.sub(MASK, text)
        return _NAMED.sub(_masked, text)

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact message, arguments, exception and stack; the record goes on as finished text."""
        message = f"(a message that could not be put together: {record.filename}, line {record.lineno})"
        with suppress(Exception):  # an argument's own __str__ may raise anything
            message = record.getMessage()
        record.msg, record.args = self.redact(message), None
        if record.exc_info:
            error = record.exc_info[1]
            record.exc_text = told(error) if error else None  # its own text may quote a number or a subject
            record.exc_info = None  # or a later handler would put it into words again
        if record.exc_text:
            record.exc_text = self.redact(record.exc_text)
        if record.stack_info:
            record.stack_info = self.redact(record.stack_info)
        return True


def _masked(found: re.Match[str]) -> str:
    if found["url"]:
        return f"://{MASK}@"
    return (found["before"] or found["scheme"]) + MASK


def _spellings(secret: str) -> Iterator[str]:
    raw = secret.encode("utf-8", "surrogatepass")
    yield secret
    yield from (quote(raw), quote(raw, safe=""), quote_plus(raw))
    for plain in (secret, quote(raw, safe=""), quote_plus(raw)):
        yield from (json.dumps(plain)[1:-1], json.dumps(plain, ensure_ascii=False)[1:-1])
        yield from (html.escape(plain), repr(plain)[1:-1])
    yield repr(raw)[2:-1]
    yield from _base64_spellings(raw)


def _base64_spellings(raw: bytes) -> Iterator[str]:
    """Yield what base64 makes of a secret, alone and in the middle of something, such as `user:secret`.

    Three bytes are four characters, so there are three ways for it to lie; at both ends a character
    that shares its bits with a neighbour is left out.
    """
    yield from (base64.b64encode(raw).decode(), base64.urlsafe_b64encode(raw).decode())
    for offset in range(3):
        first, last = -(-offset * 8 // 6), (offset + len(raw)) * 8 // 6
        if last - first >= _SHORTEST_FRAGMENT:
            shifted = b"\0" * offset + raw
            yield base64.b64encode(shifted).decode()[first:last]
            yield base64.urlsafe_b64encode(shifted).decode()[first:last]
