# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Reads fax IDs out of a text, some lines at a time, and accounts for every line of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srfax_desktop.core.id_cell import read_cell, read_line
from srfax_desktop.core.import_layout import is_blank
from srfax_desktop.core.import_report import (
    LONGEST_TEXT_KEPT,
    MOST_LINES_KEPT,
    LineReason,
    PartReport,
    RejectedLine,
)
from srfax_desktop.core.text_rows import read_rows

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.import_layout import Layout
    from srfax_desktop.core.import_report import ImportProblem
    from srfax_desktop.core.text_rows import Row

STEP = 100
"""Lines, and fax IDs, at each step, until somebody who has measured what they take says otherwise."""


class TextImport:
    """Reads one text. The sums are right after each step, also where the rest is never read.

    found: fax IDs that came in with other texts at the same time; those of this one are added.
    """

    def __init__(
        self,
        text: str,
        layout: Layout,
        *,
        listed: Container[str] = (),
        found: set[FaxId] | None = None,
        name: str = "",
    ) -> None:
        self._text = text
        self._layout = layout
        self._listed = listed
        self._found = set() if found is None else found
        self._name = name
        self._fresh: list[FaxId] = []
        self._rejected: list[RejectedLine] = []
        self._header_lines = self._blank = self._id_lines = self._rejected_count = 0
        self._added = self._already = self._repeated = 0
        self.step = STEP
        """How many lines, and fax IDs, are read at each step; may be changed between two."""
        self.total = len(text)
        self.done = 0
        """Characters read so far, of `total`."""

    def steps(self) -> Iterator[tuple[FaxId, ...]]:
        """Read on; yields the new fax IDs of each step in their order, `step` or fewer of them."""
        since = 0
        for row in read_rows(self._text, self._layout.separator):
            for _ in self._take(row):
                yield self._hand_over()
                since = 0
            self.done = row.end
            since += 1
            if since >= self.step or len(self._fresh) >= self.step:
                yield self._hand_over()
                since = 0
        yield self._hand_over()

    def report(self, problem: ImportProblem | None = None) -> PartReport:
        """Return what became of the lines read so far. problem: why no more are read."""
        return PartReport(
            name=self._name,
            header_lines=self._header_lines,
            blank=self._blank,
            id_lines=self._id_lines,
            rejected_count=self._rejected_count,
            added=self._added,
            listed=self._already,
            repeated=self._repeated,
            rejected=tuple(self._rejected),
            problem=problem,
        )

    def _hand_over(self) -> tuple[FaxId, ...]:
        fresh = tuple(self._fresh)
        self._fresh.clear()
        self._added += len(fresh)
        return fresh

    def _take(self, row: Row) -> Iterator[None]:
        """Take a row; yields in the middle of a long one."""
        if row.line in self._layout.header_lines:
            self._header_lines += 1
        elif is_blank(row):
            self._blank += 1
        elif not row.whole:
            self._reject(row, LineReason.LINE_TOO_LONG)
        elif self._layout.separator is None:
            yield from self._take_line(row)
        else:
            self._take_cell(row)

    def _take_line(self, row: Row) -> Iterator[None]:
        fax_ids: list[FaxId] = []
        for read in read_line(row.text):
            if isinstance(read, LineReason):
                self._reject(row, read)
                return
            fax_ids.append(read)
            if len(fax_ids) % self.step == 0:
                yield
        self._id_lines += 1
        for fax_id in fax_ids:
            self._note(fax_id)
            if len(self._fresh) >= self.step:
                yield

    def _take_cell(self, row: Row) -> None:
        at = self._layout.column
        read = read_cell(row.cells[at]) if at < len(row.cells) else LineReason.NO_ID
        if isinstance(read, LineReason):
            self._reject(row, read)
        else:
            self._id_lines += 1
            self._note(read)

    def _note(self, fax_id: FaxId) -> None:
        if fax_id in self._found:
            self._repeated += 1
        elif fax_id in self._listed:
            self._already += 1
        else:
            self._found.add(fax_id)
            self._fresh.append(fax_id)

    def _reject(self, row: Row, reason: LineReason) -> None:
        self._rejected_count += 1
        if len(self._rejected) < MOST_LINES_KEPT:
            text = row.text.strip()
            kept = text if len(text) <= LONGEST_TEXT_KEPT else f"{text[: LONGEST_TEXT_KEPT - 1]}…"
            self._rejected.append(RejectedLine(row.line, kept, reason))
