# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Every sentence about fax IDs that are brought in: from files, from the clipboard, by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from srfax_desktop.core.import_report import ImportProblem, LineReason
from srfax_desktop.ui.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.import_layout import ColumnChoice
    from srfax_desktop.core.import_report import ImportReport, PartReport

translate = QCoreApplication.translate

MOST_NAMES = 3
"""So many files are named in a sentence; the others are counted."""

MOST_PROBLEMS = 5
"""So many files are told of in a sentence of their own."""


def number_words(number: int) -> str:
    """Return a number as it is written here: `1,240`."""
    return QLocale().toString(number)


def line_reason_words(reason: LineReason) -> str:
    """Say why a line was not taken."""
    return {
        LineReason.NOT_AN_ID: translate("import_words", "Not a fax ID"),
        LineReason.NO_ID: translate("import_words", "No fax ID in this line"),
        LineReason.MORE_THAN_IDS: translate("import_words", "Something else stands beside the number"),
        LineReason.SEVERAL_NUMBERS: translate("import_words", "Several numbers, or one that is in pieces"),
        LineReason.ROUNDED: translate("import_words", "A number that the spreadsheet has rounded"),
        LineReason.DECIMAL: translate("import_words", "A number that the spreadsheet has given decimals"),
        LineReason.TOO_MANY_DIGITS: translate("import_words", "More digits than a fax ID has"),
        LineReason.LINE_TOO_LONG: translate("import_words", "The line is too long to be read"),
    }[reason]


def problem_words(part: PartReport) -> str:
    """Say why a file or text was not read, or not to its end; "" where it was."""
    if part.problem is None:
        return ""
    words = {
        ImportProblem.TOO_LARGE: translate(
            "import_words", "{0} is larger than 50 MB: too large for a list of fax IDs. Nothing was read."
        ),
        ImportProblem.WORKBOOK: translate(
            "import_words",
            "{0} is a workbook or another packed file, not a text. Nothing was read. "
            "Save it as “CSV UTF-8” in the spreadsheet program, and bring that in.",
        ),
        ImportProblem.BINARY: translate("import_words", "{0} is not a text. Nothing was read."),
        ImportProblem.MISSING: translate("import_words", "{0} is not there any more. Nothing was read."),
        ImportProblem.NOT_ALLOWED: translate(
            "import_words",
            "{0} is closed to you, or another program holds it. Nothing was read.",
        ),
        ImportProblem.NOT_A_FILE: translate("import_words", "{0} is not a file. Nothing was read."),
        ImportProblem.UNREADABLE: translate(
            "import_words", "{0} could not be read from its disk. Nothing was taken from it."
        ),
        ImportProblem.NO_COLUMN: translate(
            "import_words", "{0}: no column was chosen. Nothing was taken from it."
        ),
        ImportProblem.CANCELLED: translate(
            "import_words", "{0} was not read to its end: it was cancelled. What was added before stays."
        ),
    }[part.problem]
    return words.format(part.name or translate("import_words", "The text"))


def sums_words(report: ImportReport) -> str:
    """Say how it went in numbers: `1,240 added · 3 already in the list · 12 lines not taken`."""
    added, listed, repeated = report.added, report.listed, report.repeated
    rejected = report.rejected_count
    sums = (
        (added, counted("import_words", "%Ln added", "1 added", added)),
        (listed, counted("import_words", "%Ln already in the list", "1 already in the list", listed)),
        (repeated, counted("import_words", "%Ln given twice", "1 given twice", repeated)),
        (rejected, counted("import_words", "%Ln lines not taken", "1 line not taken", rejected)),
    )
    parts = [words for count, words in sums if count]
    if not parts and report.problems:
        return translate("import_words", "Nothing was added.")
    return " · ".join(parts) or translate("import_words", "No fax IDs were found.")


def lines_words(report: ImportReport) -> str:
    """Say what was read, so that every line is accounted for: `1,258 lines read · 1 heading · 2 empty`."""
    lines = sum(part.lines for part in report.parts)
    headings = sum(part.header_lines for part in report.parts)
    blank = sum(part.blank for part in report.parts)
    words = [counted("import_words", "%Ln lines read", "1 line read", lines)]
    if headings:
        words.append(counted("import_words", "%Ln headings", "1 heading", headings))
    if blank:
        words.append(counted("import_words", "%Ln empty", "1 empty", blank))
    return " · ".join(words)


def more_lines_words(count: int) -> str:
    """Say that so many more lines than are shown were not taken."""
    return counted(
        "import_words",
        "%Ln more lines were not taken. They are counted, but not shown.",
        "1 more line was not taken. It is counted, but not shown.",
        count,
    )


def problems_words(report: ImportReport) -> list[str]:
    """Say of each file that was not read why; where there are many, of the first."""
    problems = report.problems
    words = [problem_words(part) for part in problems[:MOST_PROBLEMS]]
    if more := len(problems[MOST_PROBLEMS:]):
        rest = counted(
            "import_words",
            "%Ln more were not read, or not to their end.",
            "1 more was not read, or not to its end.",
            more,
        )
        words.append(rest)
    return words


def import_title_words(report: ImportReport) -> str:
    """Return the title of the report: what the fax IDs were brought in from."""
    names = [part.name for part in report.parts if part.name]
    if len(names) == 1 == len(report.parts):
        return translate("import_words", "Fax IDs from {0}").format(names[0])
    return translate("import_words", "Fax IDs brought in")


def reading_words(done: int, total: int) -> str:
    """Say how far the reading is."""
    return translate("import_words", "Reading fax IDs… {0} %").format(100 * done // max(1, total))


def column_words(column: int) -> str:
    """Name a column by its place, which counts from 0."""
    return translate("import_words", "Column {0}").format(column + 1)


def column_choice_words(column: int, heading: str, example: str) -> str:
    """Name a column by its place, and what tells it from others: its heading, else its first cell."""
    place = column_words(column)
    if heading:
        return translate("import_words", "{0}: {1}").format(place, heading)
    return translate("import_words", "{0} ({1}, …)").format(place, example) if example else place


def all_cells_words() -> str:
    """Name the choice that every cell of the table is a fax ID."""
    return translate("import_words", "All columns: each cell is a fax ID")


def column_intro_words(name: str) -> str:
    """Say why the user is asked for a column."""
    if name:
        return translate("import_words", "{0} is a table. This is how it begins:").format(name)
    return translate("import_words", "The text is a table. This is how it begins:")


def column_hint_words(columns: Sequence[ColumnChoice]) -> str:
    """Say what could be known of the columns without asking."""
    likely = [_named(at, column.name) for at, column in enumerate(columns) if column.is_likely]
    if not likely:
        return translate("import_words", "No column looks as if it had the fax IDs.")
    if len(likely) == 1:
        return translate(
            "import_words", "{0} could have the fax IDs, or else telephone numbers, dates or accounts."
        ).format(likely[0])
    return translate("import_words", "More than one column could have the fax IDs: {0}.").format(
        ", ".join(likely)
    )


def _named(column: int, heading: str) -> str:
    return translate("import_words", "“{0}”").format(heading) if heading else column_words(column)


def offer_words(fax_ids: Sequence[FaxId]) -> str:
    """Offer what is on the clipboard."""
    if len(fax_ids) == 1:
        return translate("import_words", "{0} is on the clipboard: add it?").format(fax_ids[0])
    return counted(
        "import_words",
        "%Ln new fax IDs are on the clipboard: add them?",
        "1 new fax ID is on the clipboard: add it?",
        len(fax_ids),
    )


def drop_words() -> str:
    """Say what happens if what is being dragged is dropped now."""
    return translate("import_words", "Drop to add the fax IDs")


def cannot_drop_words() -> str:
    """Say that what is being dragged cannot be read here."""
    return translate("import_words", "Only .csv and .txt files can be read here")


def refused_files_words(names: Sequence[str]) -> str:
    """Say which of the dropped files were not taken."""
    shown = ", ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        more = len(names) - MOST_NAMES
        shown = counted("import_words", "{0} and %Ln more", "{0} and 1 more", more).format(shown)
    return translate("import_words", "Only .csv and .txt files can be read. Not read: {0}.").format(shown)
