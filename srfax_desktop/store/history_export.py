# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Writes the history into a file that others read: CSV for spreadsheets, JSON Lines for programs."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from datetime import UTC
from itertools import islice
from typing import TYPE_CHECKING

from srfax_desktop.core.masking import masked_number
from srfax_desktop.store.export_masking import KnownNumbers
from srfax_desktop.store.private_files import give_name, private_draft
from srfax_desktop.store.problems import as_store_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from srfax_desktop.core.archive import NumberedEntry

    Cell = int | float | str | None

FIELDS = (
    "number",
    "time_utc",
    "fax_id",
    "event",
    "account",
    "attempt",
    "outcome",
    "status",
    "result",
    "reason",
    "http_status",
    "elapsed_s",
    "retry_in_s",
    "verdict",
    "to_number",
)
"""The header of the CSV and the keys of each JSON object."""

LINES_AT_ONCE = 2_000

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the computer's old code page."""

# A spreadsheet takes such a cell for a formula (OWASP, CSV Injection); what it skips before that, or
# where it might, does not make it harmless. The wide ones are typed on Japanese keyboards.
_FORMULA = re.compile(r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")


def write_csv(lines: Iterable[NumberedEntry], path: Path, *, masked: bool) -> Iterator[int]:
    """Write CSV (RFC 4180, UTF-8 with a byte order mark) as `core.archive.ExportWriter` says."""
    return _write(lines, path, BYTE_ORDER_MARK + _as_csv([FIELDS]), _as_csv, masked=masked)


def write_json_lines(lines: Iterable[NumberedEntry], path: Path, *, masked: bool) -> Iterator[int]:
    """Write one JSON object a line, in UTF-8, as `core.archive.ExportWriter` says."""
    return _write(lines, path, "", _as_json_lines, masked=masked)


def _write(
    lines: Iterable[NumberedEntry],
    path: Path,
    head: str,
    encode: Callable[[Sequence[Sequence[Cell]]], str],
    *,
    masked: bool,
) -> Iterator[int]:
    written = 0
    with as_store_errors(), private_draft(path) as draft:
        with draft.open("r+b") as file:
            file.write(_utf_8(head))
            for cells in _masked(lines) if masked else map(_cells_of_all, _parts(lines)):
                file.write(_utf_8(encode(cells)))
                written += len(cells)
                yield written
            file.flush()
            os.fsync(file.fileno())
        give_name(draft, path)
    yield written  # and it has its name


def _masked(lines: Iterable[NumberedEntry]) -> Iterator[list[list[Cell]]]:
    """Yield the cells of the lines, part by part.

    A line may repeat a number that only a later one tells, so all are read first: for each part of
    them nothing is yielded, which takes as long as a part.
    """
    numbers, parts = KnownNumbers(), []
    for part in _parts(lines):
        numbers.learn(entry.to_number for _, entry in part)
        parts.append(part)
        yield []
    for part in parts:
        yield [_hidden(cells, numbers) for cells in _cells_of_all(part)]


def _parts(lines: Iterable[NumberedEntry]) -> Iterator[list[NumberedEntry]]:
    remaining = iter(lines)
    while part := list(islice(remaining, LINES_AT_ONCE)):
        yield part


def _cells_of_all(part: list[NumberedEntry]) -> list[list[Cell]]:
    return [_cells(line) for line in part]


def _cells(line: NumberedEntry) -> list[Cell]:
    """Return the values of FIELDS."""
    number, entry = line
    return [
        number,
        entry.at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z",
        entry.fax_id,
        entry.event,
        entry.account,
        entry.attempt,
        entry.outcome,
        entry.status,
        entry.result,
        entry.reason,
        entry.http_status,
        entry.elapsed_s,
        entry.retry_in_s,
        entry.verdict,
        entry.to_number,
    ]


def _hidden(cells: list[Cell], numbers: KnownNumbers) -> list[Cell]:
    """Return the cells with the destination numbers hidden in those that can hold one."""
    *others, to_number = cells
    for at in _WITH_WORDS:
        others[at] = numbers.hidden(str(words)) if (words := others[at]) else words
    return [*others, masked_number(str(to_number)) if to_number else to_number]


_WITH_WORDS = (FIELDS.index("status"), FIELDS.index("result"))


def _as_csv(rows: Iterable[Sequence[Cell]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _as_json_lines(rows: Iterable[Sequence[Cell]]) -> str:
    objects = (dict(zip(FIELDS, row, strict=True)) for row in rows)
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def _utf_8(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # half a surrogate pair is escaped, as in the database
