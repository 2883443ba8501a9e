# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every way in which a text may stand inside another one: escaped, quoted, encoded, and all that again."""

from __future__ import annotations

import base64
import re
from urllib.parse import quote_plus

MASK = "***"
"""What stands in the place of a secret."""

SHORT = 4
"""A secret of fewer characters is looked for only where it stands alone. Within longer words it is found by
chance, and the holes that would be cut there would spell it."""

_FEWEST_CODED = 6
"""Characters; a shorter piece of a coded secret would be found in words that hold none."""

_LATIN_1, _BASIC_PLANE = 0xFF, 0xFFFF
"""The last characters that Latin-1 and that four hexadecimal digits can name."""

_PERCENT = r"%(?:25){0,3}"
_SEMICOLON = rf"(?:;|{_PERCENT}3b)"
_AMPERSAND = rf"(?:&|{_PERCENT}26|\\{{1,8}}u0026)(?:amp{_SEMICOLON}){{0,3}}"
_NUMBER = rf"(?:\#|{_PERCENT}23)"
_BACKSLASH = rf"(?:\\|{_PERCENT}5c|{_AMPERSAND}{_NUMBER}(?:0*92|x0*5c){_SEMICOLON})"
"""What one way of spelling makes of the marks of another."""

_AT_MOST = 8
"""Each time that an escaped text is escaped, its backslashes are doubled."""

_BACKSLASH_RUN = re.compile(r"(\\+)")


def any_spelling(secret: str) -> str:
    """Return a regular expression, for re.IGNORECASE, that finds `secret` however it is spelled.

    Character by character: as it is; with a backslash as Python, JSON and many others write it, or as
    bytes in UTF-8; in URLs and forms; in HTML and XML; each of them several times over, or mixed. As a
    whole: in hexadecimal, as a list of numbers, and in base64, alone or in the middle of something.
    Of an empty secret it finds nothing.
    """
    if not secret:
        return r"(?!)"
    raw = secret.encode("utf-8", "surrogatepass")
    plain = "".join(map(_piece, filter(None, _BACKSLASH_RUN.split(secret))))
    octets = dict.fromkeys((raw, quote_plus(raw).encode()))  # a request's body holds the second
    coded = sorted({spelling for each in octets for spelling in _base64(each)}, key=len, reverse=True)
    numbers = (spelling for each in octets for spelling in _numbers(each))
    wholes = [plain, *numbers, *map(re.escape, coded)]
    if len(secret) >= SHORT:
        return f"(?:{'|'.join(wholes)})"
    before = r"(?<!\w)" if re.match(r"\w", secret) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", secret) else ""
    return f"(?:{before}(?:{'|'.join(wholes)}){after})"


def _piece(text: str) -> str:
    if text.startswith("\\"):
        return f"{_BACKSLASH}{{{len(text)},{_AT_MOST * len(text)}}}"
    return "".join(map(_character, text))


def _character(char: str) -> str:
    octet = f"(?:{_PERCENT}|{_BACKSLASH}{{0,{_AT_MOST}}}x)"
    octets = "".join(f"{octet}{number:02x}" for number in char.encode("utf-8", "surrogatepass"))
    forms = [_reference(char), octets, *_escapes(char)]
    if not char.isascii() and ord(char) <= _LATIN_1:
        forms.append(f"{_PERCENT}{ord(char):02x}")
    if char == " ":
        forms.append(rf"\+|{_PERCENT}2b")
    forms.append(re.escape(char))  # last: `%` is how `%25` begins
    return f"{_BACKSLASH}{{0,{_AT_MOST}}}(?:{'|'.join(forms)})"


def _escapes(char: str) -> list[str]:
    """Return what stands behind the backslash."""
    code = ord(char)
    escapes = [f"u{code:04x}" if code <= _BASIC_PLANE else f"U{code:08x}"]
    if code <= _LATIN_1:
        escapes += [f"x{code:02x}", f"{code:03o}"]
    if code > _BASIC_PLANE:  # JSON has two halves for it
        first, last = divmod(code - 0x10000, 0x400)
        backslashes = f"{_BACKSLASH}{{1,{_AT_MOST}}}"
        escapes.append(f"u{0xD800 + first:04x}{backslashes}u{0xDC00 + last:04x}")
    short = {"\t": "t", "\n": "n", "\r": "r", "\f": "f", "\b": "b", "\a": "a", "\v": "v"}
    return escapes + ([short[char]] if char in short else [])


def _reference(char: str) -> str:
    """Return the character as HTML and XML refer to it."""
    import html  # noqa: PLC0415 - nothing is spelled out before there is a secret
    from html.entities import codepoint2name  # noqa: PLC0415

    code = ord(char)
    names = {codepoint2name.get(code), html.escape(char)[1:-1], "apos" if char == "'" else None} - {None, ""}
    numbered = f"{_NUMBER}(?:0*{code}|x0*{code:x})"
    return f"{_AMPERSAND}(?:{'|'.join((numbered, *map(re.escape, sorted(map(str, names)))))}){_SEMICOLON}"


def _numbers(raw: bytes) -> list[str]:
    """Return the octets in hexadecimal, in any usual grouping, and as a list of numbers."""
    if len(raw) < SHORT:
        return []
    return [
        r"(?:[\s:,-]|0x|\\x){0,4}".join(f"{octet:02x}" for octet in raw),
        r"\b" + r",\s*".join(map(str, raw)) + r"\b",
    ]


def _base64(raw: bytes) -> list[str]:
    """Return what base64 makes of a secret, alone and in the middle of something, such as `user:secret`.

    Three bytes are four characters, so there are three ways for it to lie; at both ends a character
    that shares its bits with a neighbour is left out.
    """
    spellings = [base64.b64encode(raw), base64.urlsafe_b64encode(raw)]
    for offset in range(3):
        first, last = -(-offset * 8 // 6), (offset + len(raw)) * 8 // 6
        if last - first >= _FEWEST_CODED:
            shifted = b"\0" * offset + raw
            spellings += [
                base64.b64encode(shifted)[first:last],
                base64.urlsafe_b64encode(shifted)[first:last],
            ]
    return [spelling.decode() for spelling in spellings]
