# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Turns the bytes of a text file into text, whatever program wrote it."""

from __future__ import annotations

import codecs
import re

from srfax_desktop.core.import_report import ImportProblem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How .xlsx (and any other zip) and the older .xls begin."""

_AT_ONCE = 1 << 20
"""Bytes: so few at a time that other threads are not kept waiting for the interpreter."""

_SAMPLE = 1 << 16
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")
_MOST_CONTROL = 0.02


class UnreadableTextError(Exception):
    """These bytes are no text. `problem` says what they look like."""

    def __init__(self, problem: ImportProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def decode_text(data: bytes) -> str:
    """Return the text: UTF-8 with or without BOM, UTF-16 with BOM, and otherwise Windows-1252.

    What a named encoding cannot read becomes U+FFFD: the line that has it is told as it is, and a
    fax ID is made of other signs. Raises UnreadableTextError for what is no text at all.
    """
    if data.startswith(_PACKED):
        raise UnreadableTextError(ImportProblem.WORKBOOK)
    text = _decoded(data)
    sample = text[:_SAMPLE]
    if "\0" in text or len(_CONTROL.findall(sample)) > len(sample) * _MOST_CONTROL:
        raise UnreadableTextError(ImportProblem.BINARY)
    return text


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _in_pieces(data, encoding, "replace")
    try:
        return _in_pieces(data, "utf-8", "strict")
    except UnicodeDecodeError:
        return _in_pieces(data, "cp1252", "replace")


def _in_pieces(data: bytes, encoding: str, errors: str) -> str:
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    pieces = [decoder.decode(data[at : at + _AT_ONCE]) for at in range(0, len(data), _AT_ONCE)]
    return "".join([*pieces, decoder.decode(b"", final=True)])
