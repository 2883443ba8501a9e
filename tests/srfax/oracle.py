# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What may be believed of a reply at most, by other and simpler means than the program's.

Nothing here is taken from the program: what it says of a reply is set against this.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

SAYS = {"fax cancelled": "stopped", "fax cancelled but partially sent": "partially_sent"}
"""SRFax, Stop_Fax page: the two texts of success, in small letters."""

CLAIMS = frozenset(SAYS.values())

_SUCCESS = {"success", "1"}
_PAGES = frozenset(
    {"html", "head", "body", "title", "meta", "script", "style", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"p", "br", "b", "hr", "center", "div", "pre", "table", "font"}
)
"""A document that begins with one of these is a web page, whatever else is in it."""


@dataclass(frozen=True)
class Told:
    """Every Status and every Result of the one document that a body is, by whatever letter case of the name.

    Whole numbers are told as they are written: some have more digits than Python reads.
    Elements within one of them are told as a list of their names and of the texts between them.
    """

    statuses: list[tuple[str, object]] = field(default_factory=list)
    results: list[tuple[str, object]] = field(default_factory=list)

    @property
    def succeeded(self) -> bool:
        """Whether there is one Status, and it is success."""
        if [name for name, _ in self.statuses] != ["Status"]:
            return False
        value = self.statuses[0][1]
        return isinstance(value, str) and value.strip().lower() in _SUCCESS

    @property
    def result(self) -> object:
        """The one Result; Ellipsis where there is none or more than one."""
        return self.results[0][1] if [name for name, _ in self.results] == ["Result"] else ...


_PART = "\f"  # no XML document has one


def stop_may_say(body: bytes) -> str | None:
    """Return the success that a reply to a stop tells, None where it tells none."""
    told = read(body)
    if told is None or not told.succeeded or not isinstance(told.result, str):
        return None
    words = told.result.lower().replace("canceled", "cancelled").split()
    return SAYS.get(" ".join(words))


def sign_in_may_be_accepted(body: bytes) -> bool:
    """Whether a reply to a question accepts the account number and password."""
    told = read(body)
    return told is not None and told.succeeded


def list_may_be_empty(body: bytes) -> bool:
    """Whether a reply to a question for a list says that there is nothing in it."""
    told = read(body)
    if told is None or not told.succeeded:
        return False
    nothing = told.result is None or (told.result == [] and not isinstance(told.result, _Pairs))
    return nothing or (isinstance(told.result, str) and not told.result.strip())


def words_in(value: object) -> set[str]:
    """Return every text within a value, in small letters and with single spaces."""
    found: set[str] = set()
    unseen = [value]
    while unseen:
        each = unseen.pop()
        if isinstance(each, list | tuple):
            unseen.extend(each)
        elif isinstance(each, str):
            found.add(" ".join(each.lower().split()))
    return found


def read(body: bytes) -> Told | None:
    """Return what the one document tells that the whole body is; None where it is none."""
    try:
        text = body.decode("utf-8").strip(" \t\r\n\ufeff")
        if "\0" in text:  # UTF-16 that does not say so, at best
            return None
        return _xml(text) if text[:1] == "<" else _json(text)
    except (ValueError, RecursionError, expat.ExpatError):
        return None


class _Pairs(list[tuple[str, object]]):
    """A JSON object, nothing of it dropped."""


def _json(text: str) -> Told | None:
    root: Any = json.loads(text, object_pairs_hook=_Pairs, parse_int=str)
    if not isinstance(root, _Pairs):
        return None
    return Told(*([pair for pair in root if pair[0].lower() == name] for name in ("status", "result")))


def _xml(text: str) -> Told:
    reader = _XmlReader()
    reader.parser.Parse(text.encode(), True)
    return Told(reader.found["status"], reader.found["result"])


class _XmlReader:
    """Reads with expat itself: a stack of names, and the texts of what is called Status or Result."""

    def __init__(self) -> None:
        self.found: dict[str, list[tuple[str, object]]] = {"status": [], "result": []}
        self._path: list[str] = []
        self._open_at = 0  # how deep the Status or Result began that is open; 0: none is
        self._texts: list[str] = []
        self._children: list[str] = []  # their names
        self.parser = expat.ParserCreate("utf-8", _PART)
        self.parser.namespace_prefixes = True
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._texts.append
        self.parser.StartNamespaceDeclHandler = self._namespace
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, tag: str, _: object) -> None:
        parts = tag.split(_PART)  # namespace, name, prefix; or a name without a namespace
        name = parts[min(1, len(parts) - 1)]
        if not self._path and name.lower() in _PAGES and len(parts) < 3:
            raise ValueError
        self._path.append(name)
        if self._open_at:
            self._children.append(name)
        elif len(self._path) > 1 and name.lower() in self.found:
            self._open_at = len(self._path)
            self._texts.clear()
            self._children.clear()

    def _end(self, _: str) -> None:
        if self._open_at == len(self._path):
            self._open_at = 0
            value = [*self._children, *self._texts] if self._children else "".join(self._texts)
            self.found[self._path[-1].lower()].append((self._path[-1], value))
        self._path.pop()

    def _namespace(self, _: str | None, address: str | None) -> None:
        if "}" in (address or ""):
            raise ValueError  # Python's own reader would part it in the wrong place, and refuses

    def _doctype(self, *_: object) -> None:
        raise ValueError  # what an entity stands for is not SRFax's words
