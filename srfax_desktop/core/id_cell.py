# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads the fax ID in one cell or line, or says what stands there instead. Nothing is guessed at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srfax_desktop.core.fax import MAX_ID_DIGITS, FaxId
from srfax_desktop.core.id_entry import read_piece
from srfax_desktop.core.import_report import LineReason

if TYPE_CHECKING:
    from collections.abc import Iterator

TELLING_DIGITS = 6
"""A number of so many digits or more may be taken for a fax ID by its looks; a shorter one counts pages,
rows, or hours. SRFax promises no width; 8 and 9 digits were seen."""

_ENOUGH = 1_000
"""Characters of a line, to say what is wrong with it."""

_PIECE = re.compile(r"[^\s,;]+")
_FORMULA = re.compile(r'="([^"]*)"')
_TELLING = re.compile(rf"[0-9]{{{TELLING_DIGITS},}}")
_MAY_TELL = re.compile(rf"[0-9]{{{TELLING_DIGITS}}}|\|[^|]*[0-9]")
_EXPONENT = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]{1,3}")
_DECIMALS = re.compile(r"[+-]?[0-9]+[.,][0-9]{1,2}")
_DIGITS = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"\(?\+?[0-9]+(?:[\s.,;|()/#\"'’-]+[0-9]+)+\)?")
_PHONE = re.compile(r"1?[2-9][0-9]{2}[2-9][0-9]{6}")


def read_cell(text: str) -> FaxId | LineReason:
    """Return the fax ID in a cell, by the rules of `id_entry` for one piece, or why there is none.

    `="31524120"`, which keeps a spreadsheet from taking it for a number, is understood. What a
    spreadsheet has already made of a number is not mended: of 3.15E+07 the last digits are gone,
    and 31524120.0 was not written by whoever gave the ID, so it is told and left to the user.
    """
    cell = text.strip()
    if formula := _FORMULA.fullmatch(cell):
        cell = formula[1].strip()
    if not cell:
        return LineReason.NO_ID
    fax_id = read_piece(cell)
    return _reason(cell) if fax_id is None or _names_another(cell) else fax_id


def read_line(text: str) -> Iterator[FaxId | LineReason]:
    """Yield the fax IDs in a line that has nothing else in it; otherwise, end with the reason.

    Several may stand beside each other, as in `id_entry`, but then each has TELLING_DIGITS or a file
    name before it: in `604 555 0123` there is none. An ID is yielded before the rest is looked at, so
    whoever wants all or nothing has to wait for the end.
    """
    several = False
    for found in _PIECE.finditer(text):
        piece = found[0]
        lone = not several and not _PIECE.search(text, found.end())
        several = True
        read = read_cell(piece)
        if isinstance(read, LineReason) or not (lone or is_telling(piece, read)):
            yield _line_reason(text)
            return
        yield read


def is_telling(cell: str, read: FaxId | LineReason) -> bool:
    """Whether a cell looks like a fax ID, whatever stands above it. read: what `read_cell` says of it."""
    return not isinstance(read, LineReason) and (len(read) >= TELLING_DIGITS or "|" in cell)


def looks_like_id(cell: str) -> bool:
    """Whether there is a fax ID in a cell that can be told by its looks."""
    return _MAY_TELL.search(cell) is not None and is_telling(cell, read_cell(cell))


def looks_like_phone(fax_id: FaxId) -> bool:
    """Whether these digits could be a telephone number of North America, with or without the 1."""
    return _PHONE.fullmatch(fax_id) is not None


def _names_another(cell: str) -> bool:
    name = cell.rpartition("|")[0]
    return any(_TELLING.fullmatch(piece) for piece in _PIECE.findall(name))


def _line_reason(text: str) -> LineReason:
    line = text[:_ENOUGH].strip()
    reason = _reason(line) if len(text) <= _ENOUGH else LineReason.NOT_AN_ID
    if reason is LineReason.NOT_AN_ID and any(map(looks_like_id, _PIECE.findall(line))):
        return LineReason.MORE_THAN_IDS
    return reason


def _reason(cell: str) -> LineReason:
    bare = cell.strip("\"'“”‘’«»()[]<> ")
    if _EXPONENT.fullmatch(bare):
        return LineReason.ROUNDED
    if _DECIMALS.fullmatch(bare):
        return LineReason.DECIMAL
    if _DIGITS.fullmatch(bare) and len(bare) > MAX_ID_DIGITS:
        return LineReason.TOO_MANY_DIGITS
    if _GROUPED.fullmatch(bare):
        return LineReason.SEVERAL_NUMBERS
    return LineReason.NOT_AN_ID
