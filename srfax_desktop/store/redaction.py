# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes secrets out of text before it is written down, however they are spelled there."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from threading import Lock

from srfax_desktop.core.spellings import MASK, any_spelling
from srfax_desktop.core.told_error import told

# Secrets that nobody registered are known by what stands before them.
_NAMED = re.compile(
    r"""
    (?P<before>
        (?:access_pwd|password|passwd|pwd)
        (?: \\*["']? \s* (?: [=:] | %(?:25)*3D ) \s* | \\*["'] \s* , \s* | > )
    )
    (?: b?\\*"(?:[^"\\]|\\.)*"? | b?'(?:[^'\\]|\\.)*'? | [^\s&"',;}<]+ )
    | (?P<scheme> \b Authorization \\*["']? \s* [=:,] \s* b?\\*["']? (?:Basic|Bearer) \s+ ) [^\s"',]+
    | (?P<url> :// ) \S{1,1024} @
    """,
    re.VERBOSE | re.IGNORECASE,
)

_HARMLESS = (bool, int, float, type(None))


class Redactor(logging.Filter):
    """Replaces registered secrets, values of `access_pwd`, and passwords in URLs by `***`.

    As a filter it belongs on a handler: a logger's filters do not see what other loggers hand up.
    """

    def __init__(self) -> None:
        super().__init__()
        self._protecting = Lock()
        self._secrets: set[str] = set()
        self._registered: re.Pattern[str] | None = None

    def protect(self, secret: str) -> None:
        """Never let `secret` through from now on, in any spelling. An empty one is no secret."""
        if not secret:
            return
        with self._protecting:
            self._secrets.add(secret)
            longest_first = sorted(self._secrets, key=len, reverse=True)
            self._registered = re.compile("|".join(map(any_spelling, longest_first)), re.IGNORECASE)

    def redact(self, text: str) -> str:
        """Return `text` without what must not be in it."""
        if self._registered is not None:
            text = self._registered.sub(MASK, text)
        return _NAMED.sub(_masked, text)

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact message, arguments, exception, stack and whatever else the record carries.

        It goes on as finished text, and never raises: what cannot be put into words is told in its place.
        """
        message = f"(a message that could not be put together: {record.filename}, line {record.lineno})"
        with suppress(Exception):  # an argument's own __str__ may raise anything
            message = record.getMessage()
        record.msg, record.args = message, None
        if record.exc_info:
            error = record.exc_info[1]
            record.exc_text = _in_words(error) if error else None
            record.exc_info = None  # or a later handler would put it into words again
        vars(record).update({name: self._clean(value) for name, value in vars(record).items()})
        return True

    def _clean(self, value: object) -> object:
        if isinstance(value, _HARMLESS):
            return value
        words = "(something that could not be put into words)"
        with suppress(Exception):
            words = value if isinstance(value, str) else repr(value)
        return self.redact(words)


def _in_words(error: BaseException) -> str:
    """Return where it came from, without its own text: that may quote a number or a subject."""
    words = "(an exception that could not be put into words)"
    with suppress(Exception):
        words = told(error)
    return words


def _masked(found: re.Match[str]) -> str:
    if found["url"]:
        return f"://{MASK}@"
    return (found["before"] or found["scheme"]) + MASK
