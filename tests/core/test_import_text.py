# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Texts with fax IDs in every shape that offices have: each line is accounted for, no ID is guessed."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srfax_desktop.core import import_text, text_rows
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.import_layout import ColumnQuestion, Layout, find_layout
from srfax_desktop.core.import_report import (
    LONGEST_TEXT_KEPT,
    ImportProblem,
    ImportReport,
    LineReason,
    PartReport,
)
from srfax_desktop.core.import_text import STEP, TextImport
from srfax_desktop.core.text_decoding import UnreadableTextError, decode_text
from srfax_desktop.core.text_rows import SEPARATORS, read_rows

VECTORS = json.loads(Path(__file__).with_name("import_vectors.json").read_text("utf-8"))
LISTED = frozenset({"31524199"})

Vector = dict[str, Any]


def text_of(vector: Vector) -> str:
    return decode_text(bytes.fromhex(vector["hex"])) if "hex" in vector else str(vector["text"])


def layout_of(vector: Vector) -> Layout:
    layout = find_layout(text_of(vector))
    if isinstance(layout, ColumnQuestion):
        return layout.layout(vector["choose"])
    return layout


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_a_vector(vector: Vector) -> None:
    if "problem" in vector:
        with pytest.raises(UnreadableTextError) as refused:
            text_of(vector)
        assert refused.value.problem == vector["problem"]
        return
    found = find_layout(text_of(vector))
    if "asked" in vector:
        assert isinstance(found, ColumnQuestion)
        likely = [at for at, column in enumerate(found.columns) if column.is_likely]
        assert {"likely": likely, "all": found.may_be_all} == vector["asked"]
    else:
        assert isinstance(found, Layout), found
        layout = {"separator": found.separator, "column": found.column, "header": sorted(found.header_lines)}
        assert layout == vector["layout"]
    reading = TextImport(text_of(vector), layout_of(vector), listed=LISTED)
    ids = [fax_id for fax_ids in reading.steps() for fax_id in fax_ids]
    report = reading.report()
    assert ids == vector["ids"]
    assert [[line.line, line.reason] for line in report.rejected] == vector["rejected"]
    assert report.blank == vector.get("blank", 0)
    assert report.listed == vector.get("listed", 0)
    assert report.repeated == vector.get("repeated", 0)
    assert report.added == len(ids)
    assert report.header_lines == len(layout_of(vector).header_lines)


def test_there_are_as_many_vectors_as_were_promised() -> None:
    assert len(VECTORS) >= 40
    assert len({vector["name"] for vector in VECTORS}) == len(VECTORS)


# Every line is accounted for


def joined(parts: tuple[list[list[str]], str, str]) -> str:
    rows, separator, end = parts
    return end.join(separator.join(row) for row in rows)


CELLS = st.text(alphabet='0123456789ab "#|.E+é', max_size=12) | st.integers(10**5, 10**9).map(str)
TABLES = st.tuples(
    st.lists(st.lists(CELLS, max_size=4), max_size=30),
    st.sampled_from([",", ";", "\t", " "]),
    st.sampled_from(["\n", "\r\n", "\r"]),
).map(joined)
TEXTS = TABLES | st.text(alphabet='0123456789,;\t"\n\r |#aI D.', max_size=200)


@given(TEXTS, st.integers(0, 4) | st.none())
def test_every_line_is_accounted_for_exactly_once(text: str, choice: int | None) -> None:
    layout = find_layout(text)
    if isinstance(layout, ColumnQuestion):
        layout = layout.layout(choice)
    rows = list(read_rows(text, layout.separator))
    reading = TextImport(text, layout, listed=LISTED)
    ids = [fax_id for fax_ids in reading.steps() for fax_id in fax_ids]
    report = reading.report()
    assert report.lines == len(rows)
    assert report.header_lines == len(layout.header_lines)
    told = [line.line for line in report.rejected]
    assert told == sorted(set(told))
    assert set(told) <= {row.line for row in rows} - layout.header_lines
    assert len(told) == report.rejected_count
    assert report.added == len(ids) == len(set(ids))
    assert report.added + report.listed + report.repeated >= report.id_lines
    assert reading.done == reading.total


@given(TEXTS)
def test_no_id_is_made_of_anything_but_a_whole_number_of_the_text(text: str) -> None:
    numbers = set(re.findall(r"[0-9]+", text))
    for layout in (Layout(), *(Layout(sign, at) for sign in SEPARATORS for at in range(3))):
        for fax_ids in TextImport(text, layout).steps():
            assert numbers.issuperset(fax_ids)


# How it reads


def test_each_step_is_short_and_hands_over_few() -> None:
    text = "".join(f"{number}\n" for number in range(31_000_000, 31_002_000))
    steps = list(TextImport(text, Layout()).steps())
    assert sum(map(len, steps)) == 2_000
    assert max(map(len, steps)) == STEP
    assert steps[0][0] == "31000000"


def test_lines_that_are_not_taken_make_steps_as_well() -> None:
    reading = TextImport("x\n" * 2_000, Layout())
    done = [reading.done for _ in reading.steps()]
    assert len(done) > 2_000 / STEP
    assert done == sorted(done)


@pytest.mark.parametrize("separator", [", ", " ", ";", "\t"])
def test_one_very_long_line_is_read_in_steps(separator: str) -> None:
    text = separator.join(map(str, range(31_000_000, 31_003_000))) + "\nx"
    layout = find_layout(text)
    assert layout == Layout()
    reading = TextImport(text, layout)
    steps = list(reading.steps())
    assert sum(map(len, steps)) == 3_000
    assert max(map(len, steps)) == STEP
    assert len(steps) > 2 * 3_000 / STEP
    assert reading.report().id_lines == 1


def test_a_long_line_with_one_wrong_word_is_told_and_nothing_of_it_is_taken() -> None:
    reading = TextImport(" ".join([*map(str, range(31_000_000, 31_002_000)), "x"]), Layout())
    assert not any(reading.steps())
    (line,) = reading.report().rejected
    assert (line.line, line.reason) == (1, LineReason.MORE_THAN_IDS)
    assert len(line.text) == LONGEST_TEXT_KEPT
    assert line.text.endswith("…")


def test_a_line_without_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_rows, "LONGEST_LINE", 20)
    reading = TextImport(f"31524120\n{'3' * 21}\n{'3' * 20}\n{'3' * 30}", Layout())
    assert [*reading.steps()] == [("31524120", "3" * 20)]
    told = [(line.line, line.reason) for line in reading.report().rejected]
    assert told == [(2, LineReason.LINE_TOO_LONG), (4, LineReason.LINE_TOO_LONG)]


def test_more_lines_than_are_kept_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_text, "MOST_LINES_KEPT", 3)
    reading = TextImport("x\n" * 5, Layout())
    assert not any(reading.steps())
    report = reading.report()
    assert report.rejected_count == report.lines == 5
    assert [line.line for line in report.rejected] == [1, 2, 3]


def test_whoever_stops_in_the_middle_has_sums_that_are_right() -> None:
    reading = TextImport("".join(f"{number}\nx\n" for number in range(31_000_000, 31_001_000)), Layout())
    first = next(reading.steps())
    report = reading.report(ImportProblem.CANCELLED)
    assert report.added == len(first) == report.id_lines
    assert report.lines == STEP
    assert report.problem is ImportProblem.CANCELLED
    assert reading.done < reading.total


def test_ids_that_came_with_another_text_are_given_twice() -> None:
    found = {FaxId("31524120")}
    reading = TextImport("31524120\n31524121", Layout(), found=found)
    assert [*reading.steps()] == [("31524121",)]
    assert reading.report().repeated == 1
    assert found == {"31524120", "31524121"}


def test_a_list_that_grows_by_what_was_found_makes_no_difference() -> None:
    listed: set[str] = set()
    text = "".join(f"{number % 700 + 31_000_000}\n" for number in range(2_000))
    reading = TextImport(text, Layout(), listed=listed)
    for fax_ids in reading.steps():
        listed.update(fax_ids)
    report = reading.report()
    assert (report.added, report.repeated, report.listed) == (700, 1_300, 0)


def test_what_a_line_says_is_in_no_representation() -> None:
    reading = TextImport("Mrs. Smith\n", Layout(), name="a.csv")
    assert not any(reading.steps())
    assert "Smith" not in repr(reading.report())
    question = find_layout("Smith,1\nRoy,2\n")
    assert isinstance(question, ColumnQuestion)
    assert "Smith" not in repr(question)


def test_100_000_lines_are_read_in_short_steps() -> None:
    lines = [f'{31_000_000 + at},160455501{at % 100:02d},"a ""b"", {at}"\r\n' for at in range(100_000)]
    text = "FaxDetailsID,To,Subject\r\n" + "".join(lines)
    layout = find_layout(text)
    assert isinstance(layout, Layout)
    reading = TextImport(text, layout)
    took_s, count, before_s = [], 0, time.thread_time()
    for fax_ids in reading.steps():
        now_s = time.thread_time()
        took_s.append(now_s - before_s)
        before_s, count = now_s, count + len(fax_ids)
    assert count == 100_000
    # The longest one is a matter of what else this computer does.
    assert sorted(took_s)[len(took_s) // 2] < 0.016


# The sums of several


def test_the_sums_of_several_texts() -> None:
    parts = (
        PartReport("a.csv", added=2, listed=1, repeated=1, rejected_count=3, id_lines=4, blank=1),
        PartReport("b.csv", added=5, id_lines=5),
        PartReport("c.csv", problem=ImportProblem.BINARY),
    )
    report = ImportReport(parts)
    sums = (report.added, report.listed, report.repeated, report.rejected_count)
    assert sums == (7, 1, 1, 3)
    assert report.problems == (parts[2],)
    assert parts[0].lines == 8
    assert not report.took_everything
    assert not ImportReport(parts[:1]).took_everything
    assert not ImportReport(parts[2:]).took_everything
    assert ImportReport(parts[1:2]).took_everything


def test_whoever_reads_says_how_many_lines_a_step_has() -> None:
    reading = TextImport("\n".join(str(40_000_000 + number) for number in range(1000)), Layout())
    steps = reading.steps()
    read = 0
    for size in (7, 200, 20):
        reading.step = size
        count = len(next(steps))
        assert size - 1 <= count <= size
        read += count
    assert read + sum(map(len, steps)) == 1000
