# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Rows and cells: what a CSV writer writes is read back, and no sign of a text is lost."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from srfax_desktop.core.text_decoding import decode_text
from srfax_desktop.core.text_rows import MOST_LINES_IN_A_ROW, SEPARATORS, read_rows, split_cells

ANY_SEPARATOR = st.sampled_from([None, *SEPARATORS])
TEXTS = st.text(alphabet='ab1,;\t" \n\r', max_size=120)


def with_feeds(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


@given(TEXTS, ANY_SEPARATOR)
def test_the_rows_together_are_the_text(text: str, separator: str | None) -> None:
    rows = list(read_rows(text, separator))
    assert "\n".join(row.text for row in rows) == with_feeds(text).removesuffix("\n")
    starts = [0, *(row.end for row in rows)]
    for row, start in zip(rows, starts, strict=False):
        assert row.line == 1 + with_feeds(text[:start]).count("\n")
    assert starts[-1] == len(text)
    assert all(row.cells and row.whole for row in rows)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("quoting", [csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
@given(
    rows=st.lists(st.lists(st.text(alphabet='ab,;\t"\n\r ', max_size=9), min_size=2, max_size=4), max_size=9)
)
def test_what_a_csv_writer_writes_is_read_back(separator: str, quoting: int, rows: list[list[str]]) -> None:
    assume(all(sum(with_feeds(cell).count("\n") for cell in row) < MOST_LINES_IN_A_ROW for row in rows))
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    read = [row.cells for row in read_rows(written.getvalue(), separator)]
    assert read == [[with_feeds(cell) for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("text", "cells", "is_open"),
    [
        ("a,b", ["a", "b"], False),
        ("", [""], False),
        (",", ["", ""], False),
        ('"a,b",c', ["a,b", "c"], False),
        (' "a" , "b"', ["a", "b"], False),
        ('"a""b"', ['a"b'], False),
        ('""', [""], False),
        ('"a" b,c', ['"a" b', "c"], False),
        ('5" pipe,c', ['5" pipe', "c"], False),
        ('"a,b', ['"a', "b"], True),
        ('"a""', ['"a""'], True),
        ('x,"a\nb"', ["x", "a\nb"], False),
    ],
)
def test_the_cells_of_a_row(text: str, cells: list[str], is_open: bool) -> None:
    assert split_cells(text, ",") == (cells, is_open)


@pytest.mark.parametrize(
    ("lines", "is_one_row"), [(MOST_LINES_IN_A_ROW, True), (MOST_LINES_IN_A_ROW + 1, False)]
)
def test_a_cell_goes_over_so_many_lines_and_no_more(lines: int, is_one_row: bool) -> None:
    text = '"' + "\n".join("x" * lines) + '",31524120\n1,2'
    rows = list(read_rows(text, ","))
    assert (len(rows) == 2) is is_one_row
    assert rows[-1].cells == ["1", "2"]
    assert rows[-1].line == lines + 1


def test_a_quote_that_is_never_closed_costs_only_itself() -> None:
    text = '"open,1\n' + '"a\nb",2\n' * 30
    rows = list(read_rows(text, ","))
    assert rows[0].cells == ['"open', "1"]
    assert rows[-1].cells == ["a\nb", "2"]


def test_quotes_that_are_never_closed_lose_no_lines() -> None:
    text = '"open,1\n' * MOST_LINES_IN_A_ROW + 'x",2\n3,4'
    rows = list(read_rows(text, ","))
    assert [row.line for row in rows] == list(range(1, MOST_LINES_IN_A_ROW + 3))
    assert rows[-2].cells == ['x"', "2"]


# Bytes


@given(st.text(alphabet=st.characters(exclude_characters="\ufeff", exclude_categories=("Cc", "Cs"))))
def test_a_text_in_a_named_encoding_is_read_as_it_was_written(text: str) -> None:
    assert decode_text(text.encode("utf-8-sig")) == text
    assert decode_text(b"\xff\xfe" + text.encode("utf-16-le")) == text
    assert decode_text(b"\xfe\xff" + text.encode("utf-16-be")) == text
    assert decode_text(text.encode()) == text


def test_a_sign_at_the_seam_of_two_pieces_stays_whole() -> None:
    text = "x" * ((1 << 20) - 1) + "é" * 10
    assert decode_text(text.encode()) == text
    assert decode_text(text.encode("cp1252")) == text


def test_a_few_signs_of_control_are_no_reason_to_refuse() -> None:
    assert decode_text(b"31524120\n" * 20 + b"\x1a\x0c") == "31524120\n" * 20 + "\x1a\x0c"
