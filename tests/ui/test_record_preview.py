# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What is too long for a line of the preview goes on below where its value begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor

from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.ui.record_preview import RecordPreview
from srfax_desktop.ui.record_text import record_lines, record_text
from tests.core.incidents import Past, record

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "A reply that goes on and on " * 12


@pytest.fixture
def preview(qtbot: QtBot) -> RecordPreview:
    """A record with a long answer of SRFax's, in a narrow window."""
    preview = RecordPreview()
    qtbot.addWidget(preview)
    preview.resize(480, 400)
    preview.show()
    past = Past().listed().tried(1, StopOutcome.STOPPED, LONG, "Success")
    preview.show_records([record(history=past.lines)])
    return preview


def left_of(preview: RecordPreview, place: int) -> int:
    cursor = QTextCursor(preview.document())
    cursor.setPosition(place)
    return preview.cursorRect(cursor).left()


def test_each_further_line_of_a_value_begins_below_the_first(preview: RecordPreview) -> None:
    at = preview.toPlainText().index("SRFax said “A reply")
    block = preview.document().findBlock(at)
    preview.document().documentLayout().documentSize()  # lay all of it out
    rows = block.layout().lineCount()
    assert rows > 4
    begins = left_of(preview, at)
    assert begins > left_of(preview, block.position()) + 50
    for row in range(1, rows):
        start = block.position() + block.layout().lineAt(row).textStart()
        assert abs(left_of(preview, start) - begins) <= 1


def test_it_is_the_text_that_is_saved(preview: RecordPreview) -> None:
    past = Past().listed().tried(1, StopOutcome.STOPPED, LONG, "Success")
    records = [record(history=past.lines), record()]
    preview.show_records(records)
    assert (
        preview.toPlainText()
        == record_text(records)
        == "\n".join(each.text for each in record_lines(records))
    )


def test_headings_do_not_hang(preview: RecordPreview) -> None:
    past = Past().listed().partly(1)
    lines = record_lines([record(history=past.lines)])
    assert {line.hang for line in lines if line.text.startswith("SRFax Desktop")} == {0}
    assert {line.hang for line in lines if set(line.text) in ({"-"}, {"="})} == {0}
    assert len({line.hang for line in lines}) == 2
