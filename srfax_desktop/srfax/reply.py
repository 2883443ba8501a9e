# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads SRFax's reply, JSON or XML, into Status and Result. No bytes make it raise."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from srfax_desktop.core.outcome import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

MAX_TEXT = 4000
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""The most characters kept of a text: SRFax's are below 40, and a reply may have a million."""

_KEYS = ("Status", "Result")
_KEY_OF = {key.lower(): key for key in _KEYS}  # one in other letter case is one too many
_MAX_DEPTH = 20
_MAX_INT_DIGITS = 4000  # Python refuses to read more than 4300
_WEB_PAGE_TAGS = "html|head|body|title|meta|script|style|h[1-6]|p|br|b|hr|center|div|pre|table|font"
_WEB_PAGE = re.compile(  # possessive: a page of many comments must not take for ever
    rf"(?:\s++|(?><\?.*?\?>)|(?><!--.*?-->))*+<(?:!doctype\s+html|{_WEB_PAGE_TAGS})(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class HttpReply:
    """What came over the wire. headers: lower-case names. body: unpacked, empty but for HTTP 200."""

    http_status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What a body says.

    problem: why it cannot be read; None where it can, and then Status and Result are there.
    status and result: as text, None where they are missing or there are two. What is not a string
    is told as compact JSON. More than MAX_TEXT characters are cut, with `…` at the end.
    succeeded: True for Status `Success`, False for `Failed`, None for anything else.
    data: Result itself: text, or what JSON has in its place. XML elements within it are dicts by
    their names, or lists where they have elements of their own. Nothing is lost of either: what has
    one name more than once is a list under that name.
    """

    problem: Reason | None = None
    status: str | None = None
    result: str | None = None
    succeeded: bool | None = None
    data: object = None


def read_reply(body: bytes) -> Reply:
    """Read the body of an HTTP 200 reply.

    What it is, is told by its first character and not by what was asked for: whatever SRFax
    answers in counts.
    """
    if _WEB_PAGE.match(body[:MAX_TEXT].decode("latin-1").removeprefix("ï»¿")):
        return Reply(Reason.WEB_PAGE)
    try:
        text = body.decode("utf-8").strip(" \t\r\n\ufeff")
        if not text.strip():
            return Reply(Reason.BLANK)
        if "\0" in text:  # UTF-16, which the XML parser would find out and the look for a web page does not
            return Reply(Reason.UNREADABLE)
        return _from_xml(text) if text.startswith("<") else _from_json(text)
    except (ValueError, ParseError, DefusedXmlException, RecursionError):
        return Reply(Reason.UNREADABLE)


class _Several(list[Any]):
    """The values of a name that came more than once in one object."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return names with their values. A plain dict: a reply may have hundreds of thousands of objects."""
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    values: dict[str, _Several] = {}
    for name, value in pairs:
        values.setdefault(name, _Several()).append(value)
    return {name: several if len(several) > 1 else several[0] for name, several in values.items()}


def _from_json(text: str) -> Reply:
    value = json.loads(text, object_pairs_hook=_object, parse_int=_read_int)
    if not isinstance(value, dict):
        return Reply(Reason.INCOMPLETE)
    found: dict[str, list[object]] = {key: [] for key in _KEYS}
    for name, inside in value.items():
        if key := _KEY_OF.get(name.lower()):
            found[key] += inside if isinstance(inside, _Several) else [inside]
    return _reply({key: value[key] for key, several in found.items() if len(several) == 1 and key in value})


def _read_int(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MAX_INT_DIGITS else float(digits)


def _from_xml(text: str) -> Reply:
    """No XML reply of SRFax's is public: one Status and one Result, however deep, are enough."""
    found: dict[str, list[Element]] = {key: [] for key in _KEYS}
    unseen = [fromstring(text, forbid_dtd=True)]
    while unseen:
        for element in unseen.pop():
            if key := _KEY_OF.get(_name(element).lower()):
                # What is inside of it is not looked at: rows of a list have a Status of their own.
                found[key].append(element)
            elif len(element):
                unseen.append(element)
    return _reply(
        {
            key: _plain(several[0])
            for key, several in found.items()
            if len(several) == 1 and _name(several[0]) == key
        }
    )


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _plain(element: Element, depth: int = 0) -> object:
    if not len(element):
        return element.text or ""
    if depth > _MAX_DEPTH:
        raise RecursionError
    inside = [
        (_name(child), _plain(child, depth + 1) if len(child) else child.text or "") for child in element
    ]
    if any(map(len, element)) and not any(map(_has_only_text, element)):
        return [value for _, value in inside]
    return _object(inside)


def _has_only_text(element: Element) -> bool:
    return not len(element) and bool((element.text or "").strip())


def _reply(fields: Mapping[str, object]) -> Reply:
    return Reply(
        None if len(fields) == len(_KEYS) else Reason.INCOMPLETE,
        _text(fields, "Status"),
        _text(fields, "Result"),
        _succeeded(fields.get("Status")),
        fields.get("Result"),
    )


def _succeeded(status: object) -> bool | None:
    """Letter case, and 1 and 0, are tolerated: a public client does so. JSON's true is not among them."""
    return {"success": True, "1": True, "failed": False, "0": False}.get(str(status).strip().lower())


def _text(fields: Mapping[str, object], name: str) -> str | None:
    if name not in fields:
        return None
    value = fields[name]
    return bounded(value if isinstance(value, str) else _beginning(value, MAX_TEXT), MAX_TEXT)


def compact(value: object) -> str:
    """Return what JSON had, as JSON without spaces. Raises RecursionError where it is nested too deep."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _beginning(value: object, limit: int) -> str:
    """Return the same, or more than `limit` characters of it: a list of thousands need not all be written."""
    parts, length = [], 0
    for part in _COMPACT.iterencode(value):
        parts.append(part)
        length += len(part)
        if length > limit:
            break
    return "".join(parts)


def bounded(text: str, limit: int) -> str:
    """Return `text`, cut to `limit` characters with `…` at the end, as every file and window can hold it."""
    text = text if len(text) <= limit else text[: limit - 1] + "…"
    # JSON can spell half a surrogate pair.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
