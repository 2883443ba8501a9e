# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes a text apart into lines, or into the rows and cells of a table. Reads no further than asked."""

from __future__ import annotations

import re
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 1 << 21
"""Characters: 100,000 fax IDs in a row fit. Of a longer line, only the beginning is looked at."""

MOST_LINES_IN_A_ROW = 20
SEPARATORS = ("\t", ";", ",")
"""What may stand between the cells of a row: first what is least likely to stand within one."""


class Row(NamedTuple):
    """A line, or the row of a table.

    line: counted from 1; of a row that goes over several lines, the first. end: where in the text it
    ends. whole: False where it is longer than LONGEST_LINE; then `text` is its beginning.
    """

    line: int
    text: str
    cells: list[str]
    end: int
    whole: bool = True


def read_rows(text: str, separator: str | None) -> Iterator[Row]:
    """Yield the rows of a text, one at a time. Without a separator, each line is its own only cell.

    Lines end with CR LF, LF or CR. A cell in quotes may hold the separator, `""` for a quote, and ends
    of lines. But a row has no more than MOST_LINES_IN_A_ROW: a quote that nobody closes must not
    swallow the rest of the file. Such a quote is a sign like any other.
    """
    return _lines(text) if separator is None else _table(text, separator)


def _lines(text: str) -> Iterator[Row]:
    at, number, feed, carriage = 0, 0, -1, -1
    while at < len(text):
        feed = feed if feed >= at else _find(text, "\n", at)
        carriage = carriage if carriage >= at else _find(text, "\r", at)
        stop = min(feed, carriage)
        line = text[at : min(stop, at + LONGEST_LINE)]
        whole = stop - at <= LONGEST_LINE
        at = 1 + (feed if feed == carriage + 1 else stop)
        number += 1
        yield Row(number, line, [line], min(at, len(text)), whole)


def _find(text: str, sign: str, at: int) -> int:
    found = text.find(sign, at)
    return len(text) if found < 0 else found


def _table(text: str, separator: str) -> Iterator[Row]:
    lines = _LookAhead(_lines(text))
    doubtful_until = 0
    for line in lines:
        if '"' not in line.text:
            yield line._replace(cells=line.text.split(separator))
            continue
        cells, is_open = split_cells(line.text, separator)
        row = line._replace(cells=cells)
        if is_open and line.line > doubtful_until:
            closed = _closed(line, lines, separator)
            # Where one quote is never closed, those in the lines that were looked at are not believed
            # either: for each of them as many lines would be looked at again.
            doubtful_until = 0 if closed else line.line + MOST_LINES_IN_A_ROW - 1
            row = closed or row
        yield row


def _closed(first: Row, lines: _LookAhead, separator: str) -> Row | None:
    text = first.text
    for line in lines.ahead(MOST_LINES_IN_A_ROW - 1):
        text = f"{text}\n{line.text}"
        if '"' in line.text:
            cells, is_open = split_cells(text, separator)
            if not is_open:
                lines.skip()
                return first._replace(text=text, cells=cells, end=line.end)
    return None


class _LookAhead:
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterator[Row]) -> None:
        self._lines = lines
        self._seen: deque[Row] = deque()

    def __iter__(self) -> Iterator[Row]:
        while line := self._seen.popleft() if self._seen else next(self._lines, None):
            yield line

    def ahead(self, count: int) -> Iterator[Row]:
        """Yield lines that nobody has looked at; they stay to be taken."""
        for line in islice(self._lines, count):
            self._seen.append(line)
            yield line

    def skip(self) -> None:
        """Take all that were looked at."""
        self._seen.clear()


_INSIDE = r' *"((?:[^"]++|"")*+)'
_QUOTED = {sign: re.compile(rf'{_INSIDE}" *(?={sign}|\Z)') for sign in SEPARATORS}
_OPEN = re.compile(rf"{_INSIDE}\Z")
_BARE = {sign: re.compile(rf"[^{sign}\n]*") for sign in SEPARATORS}


def split_cells(text: str, separator: str) -> tuple[list[str], bool]:
    """Return the cells of a row (RFC 4180), and whether a quote in it is still to be closed.

    A quote that is still open, or that closes within a cell (`"5" pipe`), is left as it is written.
    """
    cells: list[str] = []
    is_open, at = False, 0
    while True:
        if found := _QUOTED[separator].match(text, at):
            cells.append(found[1].replace('""', '"'))
        else:
            is_open = is_open or _OPEN.match(text, at) is not None
            found = _BARE[separator].match(text, at)
            cells.append(found[0] if found else "")
        at = found.end() if found else len(text)
        if at >= len(text):
            return cells, is_open
        is_open = is_open or text[at] == "\n"
        at += 1
