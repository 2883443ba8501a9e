# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What became of each line of a file or text that fax IDs were to be read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

LONGEST_TEXT_KEPT = 200
MOST_LINES_KEPT = 100_000
"""So many lines that were not taken are kept of one part. More are counted, and said to be more."""


class LineReason(StrEnum):
    """Why a line was not taken."""

    NOT_AN_ID = "not_an_id"
    NO_ID = "no_id"  # the line has no such cell, or nothing in it
    MORE_THAN_IDS = "more_than_ids"  # a fax ID, and something else beside it
    SEVERAL_NUMBERS = "several_numbers"  # several, or one with spaces or dots in it: which is meant?
    ROUNDED = "rounded"  # 3.15E+07: a spreadsheet has rounded it, and nobody can know from what
    DECIMAL = "decimal"  # 31524120.0: a spreadsheet has taken it for an amount
    TOO_MANY_DIGITS = "too_many_digits"
    LINE_TOO_LONG = "line_too_long"


class ImportProblem(StrEnum):
    """Why a file or text was not read, or not to its end."""

    TOO_LARGE = "too_large"
    WORKBOOK = "workbook"  # a workbook or another packed file under the name of a text
    BINARY = "binary"
    MISSING = "missing"
    NOT_ALLOWED = "not_allowed"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"  # any other error of the operating system
    NO_COLUMN = "no_column"  # the user was asked which column has the IDs, and named none
    CANCELLED = "cancelled"


class RejectedLine(NamedTuple):
    """A line that was not taken. text: as it was written, but no more than its beginning.

    It can hold anything, names and numbers too: not for the log.
    """

    line: int
    text: str
    reason: LineReason


@dataclass(frozen=True, slots=True)
class PartReport:
    """What became of one file or text.

    Each line is in exactly one of `header_lines`, `blank`, `id_lines` and `rejected_count`. A row whose
    quoted cell goes over several lines is one line and has the number of its first.
    added, listed, repeated: fax IDs that were new, in the list already, or given again.
    rejected: the first of the lines that were not taken; `rejected_count` counts them all.
    """

    name: str = ""
    header_lines: int = 0
    blank: int = 0
    id_lines: int = 0
    rejected_count: int = 0
    added: int = 0
    listed: int = 0
    repeated: int = 0
    rejected: tuple[RejectedLine, ...] = field(default=(), repr=False)
    problem: ImportProblem | None = None

    @property
    def lines(self) -> int:
        """How many lines were read."""
        return self.header_lines + self.blank + self.id_lines + self.rejected_count


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all that was brought in at once: one part for each file or text."""

    parts: tuple[PartReport, ...] = ()

    @property
    def added(self) -> int:
        """How many fax IDs were new."""
        return sum(part.added for part in self.parts)

    @property
    def listed(self) -> int:
        """How many lines had a fax ID that was in the list already."""
        return sum(part.listed for part in self.parts)

    @property
    def repeated(self) -> int:
        """How many lines had a fax ID that an earlier line had."""
        return sum(part.repeated for part in self.parts)

    @property
    def rejected_count(self) -> int:
        """How many lines were not taken."""
        return sum(part.rejected_count for part in self.parts)

    @property
    def problems(self) -> tuple[PartReport, ...]:
        """The parts that were not read, or not to their end."""
        return tuple(part for part in self.parts if part.problem)

    @property
    def took_everything(self) -> bool:
        """Whether there is nothing to explain."""
        return not self.rejected_count and not self.problems
