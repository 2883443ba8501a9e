# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Finds out how a text is laid out: lines or a table, its heading, and where the fax IDs stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from srfax_desktop.core.id_cell import looks_like_id, read_line
from srfax_desktop.core.id_column import find_id_column, is_known_name, look_at_columns
from srfax_desktop.core.import_report import LineReason
from srfax_desktop.core.text_rows import SEPARATORS, Row, read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ROWS_SHOWN = 5
LONGEST_CELL_SHOWN = 60

_SAMPLE_CHARACTERS = 15_000
_SAMPLE_ROWS = 100
_MOST_LINES_ABOVE = 10
"""So many lines of a title may stand above the headings."""

_DECLARED = re.compile(r'\ufeff?"?sep=([\t;,])"?', re.IGNORECASE)
_NOTHING = re.compile(r"[\s,;]*")
_HAS_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read a text.

    separator: what stands between cells, None where each line is read whole. column: which of the cells
    has the ID, counted from 0. header_lines: the numbers of lines that head the others.
    """

    separator: str | None = None
    column: int = 0
    header_lines: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column that the user may choose. name: its heading, "" where there is none."""

    name: str
    is_likely: bool


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """Which column has the fax IDs: this the user must say.

    rows: the cells of the first rows below the heading, for a look; each is cut to LONGEST_CELL_SHOWN.
    may_be_all: each cell that was looked at is a fax ID: it may be a list, and no table at all.
    """

    columns: tuple[ColumnChoice, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    may_be_all: bool
    separator: str
    header_lines: frozenset[int]

    def layout(self, column: int | None) -> Layout:
        """Return the layout for the answer; None: every cell is a fax ID."""
        if column is None:
            return Layout(header_lines=self.header_lines)
        return Layout(self.separator, column, self.header_lines)


def find_layout(text: str) -> Layout | ColumnQuestion:
    """Return how to read a text, or what the user must be asked first. Looks at its beginning only.

    The separator is the one that gives most rows the same number of cells and, of several such, the
    most headings and fax IDs. Excel's own first line `sep=;` is believed.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    declared = _DECLARED.fullmatch(next(read_rows(sample, None)).text) if sample else None
    above = frozenset({1}) if declared else frozenset[int]()
    separators = (declared[1],) if declared else SEPARATORS
    tables = [_Table(separator, _rows(sample, separator, above)) for separator in separators]
    usable = [table for table in tables if table.is_table]
    if not usable:
        return Layout(header_lines=above | _heading(_rows(sample, None, above)))
    return max(usable, key=lambda table: table.fit).layout(above)


def _rows(sample: str, separator: str | None, above: frozenset[int]) -> list[Row]:
    rows = list(islice(read_rows(sample, separator), _SAMPLE_ROWS))
    if len(sample) == _SAMPLE_CHARACTERS and len(rows) < _SAMPLE_ROWS:
        rows.pop()  # it may go on
    return [row for row in rows if row.line not in above and not is_blank(row)]


def is_blank(row: Row) -> bool:
    """Whether there is nothing in a row but spaces and separators."""
    return all(map(_NOTHING.fullmatch, row.cells))


def _heading(rows: Sequence[Row]) -> frozenset[int]:
    return frozenset(row.line for row in rows[:1] if is_known_name(row.text))


class _Table:
    """The beginning of a text, read as a table with one separator."""

    def __init__(self, separator: str, rows: list[Row]) -> None:
        self._separator = separator
        self._rows = rows
        self._tells = [sum(map(looks_like_id, row.cells)) for row in rows]
        self._named = self._row_of_names()
        self._even = _rows_of_one_width(rows)

    @property
    def is_table(self) -> bool:
        """Whether most rows have as many cells as each other. A row alone is one if it tells of an ID."""
        if len(self._rows) == 1:
            tells = self._named is not None or self._tells[0] > 0
            return self._even == 1 and tells and not _is_list(self._rows[0])
        return self._even * 2 > len(self._rows)

    @property
    def fit(self) -> tuple[bool, int, int, int]:
        """How well this separator fits: a greater one fits better."""
        preference = -SEPARATORS.index(self._separator)
        return self._named is not None, sum(self._tells), self._even, preference

    def layout(self, above: frozenset[int]) -> Layout | ColumnQuestion:
        """Return where the IDs stand, or the question. above: lines that head the table already."""
        heading = self._named if self._named is not None else self._row_of_unknown_names()
        first = 0 if heading is None else heading + 1
        names = [] if heading is None else self._rows[heading].cells
        header_lines = above if heading is None else above | {self._rows[heading].line}
        data = [row.cells for row in self._rows[first:]]
        columns = look_at_columns(names, data)
        column, likely = find_id_column(columns)
        if column is not None or not data:
            return Layout(self._separator, column or 0, header_lines)
        return ColumnQuestion(
            tuple(ColumnChoice(_shown(each.name), at in likely) for at, each in enumerate(columns)),
            tuple(tuple(map(_shown, cells)) for cells in data[:MOST_ROWS_SHOWN]),
            all(looks_like_id(cell) for cells in data for cell in cells if cell.strip()),
            self._separator,
            header_lines,
        )

    def _row_of_names(self) -> int | None:
        for at, row in enumerate(self._rows[: _MOST_LINES_ABOVE + 1]):
            if self._tells[at]:
                return None  # the data has begun: "ID" is a state of the USA as well
            if any(map(is_known_name, row.cells)):
                return at
        return None

    def _row_of_unknown_names(self) -> int | None:
        says_something = any(self._tells) and not self._tells[0]
        return 0 if says_something and not _HAS_DIGIT.search(self._rows[0].text) else None


def _rows_of_one_width(rows: Sequence[Row]) -> int:
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    return max(widths.values(), default=0)


def _is_list(row: Row) -> bool:
    return not any(isinstance(read, LineReason) for read in read_line(row.text))


def _shown(cell: str) -> str:
    text = " ".join(cell.split())
    return text if len(text) <= LONGEST_CELL_SHOWN else f"{text[: LONGEST_CELL_SHOWN - 1]}…"
