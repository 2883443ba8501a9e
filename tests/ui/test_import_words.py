# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every code of an import has its words, and none of them has a hole in it."""

from __future__ import annotations

import pytest

from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.import_report import ImportProblem, ImportReport, LineReason, PartReport
from srfax_desktop.ui import import_words as say
from srfax_desktop.ui.text_file import MOST_BYTES
from tests.ui.test_words import assert_whole


def of(**sums: int) -> ImportReport:
    return ImportReport((PartReport("list.csv", **sums),))  # type: ignore[arg-type]


@pytest.mark.parametrize("reason", LineReason)
def test_a_reason(reason: LineReason) -> None:
    assert_whole(say.line_reason_words(reason))
    assert len({say.line_reason_words(each) for each in LineReason}) == len(LineReason)


@pytest.mark.parametrize("problem", ImportProblem)
@pytest.mark.parametrize("name", ["", "list.csv"])
def test_a_problem(problem: ImportProblem, name: str) -> None:
    words = say.problem_words(PartReport(name, problem=problem))
    assert_whole(words)
    assert words.startswith(name or "The text")
    assert words.endswith(".")


def test_where_there_is_no_problem_there_are_no_words() -> None:
    assert say.problem_words(PartReport("list.csv")) == ""


def test_the_limit_in_words_is_the_limit() -> None:
    words = say.problem_words(PartReport("a", problem=ImportProblem.TOO_LARGE))
    assert f"larger than {MOST_BYTES // 1024**2} MB" in words


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (of(added=1), "1 added"),
        (of(added=40, listed=3, rejected_count=12), "40 added · 3 already in the list · 12 lines not taken"),
        (of(added=2, repeated=1, rejected_count=1), "2 added · 1 given twice · 1 line not taken"),
        (of(), "No fax IDs were found."),
        (ImportReport(), "No fax IDs were found."),
        (ImportReport((PartReport("a", problem=ImportProblem.BINARY),)), "Nothing was added."),
    ],
)
def test_the_sums(report: ImportReport, words: str) -> None:
    assert say.sums_words(report) == words


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (of(id_lines=1), "1 line read"),
        (of(id_lines=4, header_lines=1, blank=1), "6 lines read · 1 heading · 1 empty"),
        (of(rejected_count=4, header_lines=2, blank=3), "9 lines read · 2 headings · 3 empty"),
    ],
)
def test_every_line_is_in_the_sums(report: ImportReport, words: str) -> None:
    assert say.lines_words(report) == words


def test_many_files_that_were_not_read_are_counted() -> None:
    parts = tuple(PartReport(f"{at}.csv", problem=ImportProblem.MISSING) for at in range(8))
    words = say.problems_words(ImportReport(parts))
    assert len(words) == 6
    assert words[-1] == "3 more were not read, or not to their end."
    assert len(say.problems_words(ImportReport(parts[:5]))) == 5


@pytest.mark.parametrize(
    ("fax_ids", "words"),
    [
        (["31524120"], "31524120 is on the clipboard: add it?"),
        (["31524120", "31524121"], "2 new fax IDs are on the clipboard: add them?"),
    ],
)
def test_an_offer(fax_ids: list[str], words: str) -> None:
    assert say.offer_words([FaxId(each) for each in fax_ids]) == words


def test_files_that_are_refused_are_named() -> None:
    names = ["a.pdf", "b.doc", "c.png", "d.zip", "e.csv.gz"]
    assert say.refused_files_words(names[:1]) == "Only .csv and .txt files can be read. Not read: a.pdf."
    assert say.refused_files_words(names).endswith("Not read: a.pdf, b.doc, c.png and 2 more.")


def test_a_name_with_braces_is_a_name() -> None:
    part = PartReport("{0} {x}.csv", problem=ImportProblem.MISSING)
    assert say.problem_words(part).startswith("{0} {x}.csv is not there")
    assert say.import_title_words(ImportReport((part,))) == "Fax IDs from {0} {x}.csv"


def test_what_is_read_and_dropped() -> None:
    assert say.reading_words(1_260, 3_000) == "Reading fax IDs… 42 %"
    assert say.reading_words(0, 0) == "Reading fax IDs… 0 %"
    assert say.import_title_words(ImportReport()) == "Fax IDs brought in"
    assert say.drop_words() == "Drop to add the fax IDs"
    assert_whole(say.cannot_drop_words())
    assert_whole(say.more_lines_words(7))
