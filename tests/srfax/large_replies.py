# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Replies of any size that are made to cost time or memory."""

from __future__ import annotations

from dataclasses import dataclass

_JSON = '{"Status":"Success","Result":'
_XML = "<r><Status>Success</Status><Result>"
_XML_END = "</Result></r>"


@dataclass(frozen=True)
class Shape:
    """What a large reply is made of: one piece again and again, between a head and an end.

    end_of_each: what closes each piece, after all of them.
    """

    head: str
    piece: str
    end: str = ""
    end_of_each: str = ""

    def of(self, size: int) -> bytes:
        """Return a reply of at most so many bytes, and nearly as many."""
        room = size - len(self.head.encode()) - len(self.end.encode())
        count = room // len((self.piece + self.end_of_each).encode())
        return (self.head + self.piece * count + self.end_of_each * count + self.end).encode()


LARGE = {
    "lists": Shape(_JSON + "[[]", ",[]", "]}"),
    "objects": Shape(_JSON + "[{}", ",{}", "]}"),
    "rows": Shape(_JSON + "[1", ',{"FileName":"x|9"}', "]}"),
    "rows-of-rows": Shape(_JSON + '{"FileName":"x|9","a":' * 19 + "[[]", ",[]", "]" + "}" * 20),
    "members": Shape('{"Status":"Success","Result":"Fax Cancelled"', ',"a":1', "}"),
    "statuses": Shape('{"Result":"Fax Cancelled","Status":"Success"', ',"Status":[]', "}"),
    "other-cases": Shape('{"Result":"Fax Cancelled","Status":"Success"', ',"status":[]', "}"),
    "status-of-lists": Shape('{"Result":"Fax Cancelled","Status":[[]', ",[]", "]}"),
    "numbers": Shape(_JSON + "[1", ",1", "]}"),
    "long-numbers": Shape(_JSON + "[1", "," + "9" * 3999, "]}"),
    "one-number": Shape(_JSON, "9", "}"),
    "one-fraction": Shape(_JSON + "0.", "1", "}"),
    "one-exponent": Shape(_JSON + "1e", "9", "}"),
    "deep-lists": Shape(_JSON, "[", "}", "]"),
    "deep-objects": Shape(_JSON, '{"a":', "}", "}"),
    "open-lists": Shape("", "["),
    "dashes": Shape(_JSON + '"', "-", '"}'),
    "dashes-and-spaces": Shape(_JSON + '"', "- ", '"}'),
    "spaces": Shape(_JSON + '"', " ", 'x"}'),
    "wide-spaces": Shape(_JSON + '"', "\u2003", 'x"}'),
    "spaces-around": Shape(" ", " \n", '{"Status":"Success"}'),
    "spaces-in-a-status": Shape('{"Result":"Fax Cancelled","Status":"', " ", 'x"}'),
    "canceled": Shape(_JSON + '"', "canceled ", '"}'),
    "capitals": Shape(_JSON + '"', "\u0130", '"}'),  # longer in small letters
    "escapes": Shape(_JSON + '"', "\\u0041", '"}'),
    "half-pairs": Shape(_JSON + '"', "\\ud800", '"}'),
    "file-names": Shape(_JSON + '[{"FileName":"', "|", '9"}]}'),
    "words-of-a-row": Shape(_JSON + '[{"FileName":"x|9","SentStatus":"', "a ", '"}]}'),
    "marks": Shape("", "\ufeff", "{}"),
    "comments": Shape("", "<!-- -->", "<html>"),
    "instructions": Shape("", "<?a b?>", "<html"),
    "half-comments": Shape("", "<!--"),
    "elements": Shape(_XML, "<a/>", _XML_END),
    "elements-outside": Shape("<r><Status>Success</Status><Result>Fax Cancelled</Result>", "<a/>", "</r>"),
    "xml-rows": Shape(_XML, "<a><FileName>x|9</FileName></a>", _XML_END),
    "xml-statuses": Shape("<r><Result>Fax Cancelled</Result>", "<Status/>", "</r>"),
    "xml-characters": Shape(_XML, "&#65;", _XML_END),
    "xml-comments": Shape(_XML, "<!---->", _XML_END),
    "xml-spaces": Shape(_XML, " ", "x" + _XML_END),
    "deep-elements": Shape("", "<a>", "", "</a>"),
    "open-elements": Shape("", "<a>"),
    "namespaces": Shape(_XML, '<a xmlns="u"/>', _XML_END),
    "deep-namespaces": Shape("", '<a xmlns:b="c">', "", "</a>"),
    "attributes": Shape("<r a='", "&#65;", "'/>"),
    "entities": Shape("<!DOCTYPE r [", '<!ENTITY a "b">', "]><r/>"),
    "laughs": Shape('<!DOCTYPE r [<!ENTITY a "ha">', '<!ENTITY b "&a;&a;">', "]><r>&b;</r>"),
}
