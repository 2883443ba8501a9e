# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The history's model keeps Qt's rules, reads what is in view and no more, and hides what it is to hide."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from srfax_desktop.core.archive import ATTEMPT_EVENTS, HistoryQuery
from srfax_desktop.core.check import Verdict
from srfax_desktop.core.fax import FaxId
from srfax_desktop.core.history import HistoryEntry, HistoryEvent
from srfax_desktop.core.outcome import Reason, StopOutcome
from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.history_cache import MOST_LINES, PAGE
from srfax_desktop.ui.history_model import ENTRY_ROLE, HistoryColumn, HistoryModel
from tests.ui.memory_archive import BEGIN, NUMBER, MemoryArchive, answered, checked, life_of, many

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("qapp")

C = HistoryColumn
FATAL = QAbstractItemModelTester.FailureReportingMode.Warning
TIP = Qt.ItemDataRole.ToolTipRole
DAMAGED = StoreError("damaged")


def opened(archive: MemoryArchive, *, masked: bool = True) -> HistoryModel:
    model = HistoryModel(archive, masked=masked)
    model.show_numbers(archive.find(HistoryQuery()))
    return model


def cell(model: HistoryModel, row: int, column: C, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(row, column).data(role)


def column(model: HistoryModel, which: C) -> list[object]:
    return [cell(model, row, which) for row in range(model.rowCount())]


@pytest.fixture
def in_vancouver(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/Vancouver")
        time.tzset()
        yield
    time.tzset()


def test_the_model_keeps_qts_rules_through_every_change() -> None:
    archive = MemoryArchive(life_of(1, BEGIN))
    model = HistoryModel(archive, masked=True)
    tester = QAbstractItemModelTester(model, FATAL)
    everything, attempts = HistoryQuery(), HistoryQuery(events=ATTEMPT_EVENTS)
    model.show_numbers(archive.find(everything))
    assert model.rowCount() == 10
    archive.add(*life_of(2, BEGIN + timedelta(hours=1)))
    model.show_numbers(archive.find(everything))
    assert model.rowCount() == 20
    model.show_numbers(archive.find(everything))
    model.show_numbers(archive.find(attempts))
    assert model.rowCount() == 8
    archive.remove(5)
    model.set_masked(masked=False)
    archive.trouble["lines"] = DAMAGED
    model.show_numbers(archive.find(everything))
    model.retranslate()
    model.show_numbers([])
    model.set_masked(masked=True)
    assert model.rowCount() == 0
    assert model.rowCount(QModelIndex()) == 0
    assert tester.model() is model


def test_new_lines_come_in_above_and_nothing_else_moves() -> None:
    archive = MemoryArchive(life_of(1, BEGIN))
    model = opened(archive)
    inserted: list[tuple[int, int]] = []
    resets: list[bool] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: resets.append(True))
    archive.add(*life_of(2, BEGIN)[:3])
    model.show_numbers(archive.find(HistoryQuery()))
    assert (inserted, resets) == ([(0, 2)], [])
    archive.remove(1, 2)
    model.show_numbers(archive.find(HistoryQuery()))
    assert (inserted, resets) == ([(0, 2)], [True])
    assert model.row_of(13) == 0
    assert model.row_of(3) == model.rowCount() - 1
    assert model.row_of(1) is None


def test_a_line_reads_as_what_the_eye_sees(in_vancouver: None) -> None:
    at = datetime(2026, 3, 1, 18, 42, 7, 125_000, tzinfo=UTC)
    entry = answered("31524120", StopOutcome.STOPPED, at=at, result="Fax Cancelled", attempt=2)
    model = opened(MemoryArchive([entry]))
    assert [cell(model, 0, each) for each in C] == [
        "2026-03-01 10:42:07",
        "31524120",
        "•••••••0123",
        "Attempt 2: Stopped",
        "Fax Cancelled",
        "0.42 s",
        "12345",
    ]
    assert cell(model, 0, C.TIME, TIP) == "2026-03-01 10:42:07.125-08:00"
    assert cell(model, 0, C.EVENT, TIP) == "<p>Attempt 2: Stopped · HTTP status 200 · 0.42 s</p>"
    assert cell(model, 0, C.FAX_ID, TIP) == "Account 12345"
    assert cell(model, 0, C.SAID, TIP) == "<p>Fax Cancelled</p>"
    assert cell(model, 0, C.ACCOUNT, TIP) == ""
    assert cell(model, 0, C.EVENT, ENTRY_ROLE) is entry
    assert cell(model, 0, C.EVENT, Qt.ItemDataRole.CheckStateRole) is None
    heads = [model.headerData(each, Qt.Orientation.Horizontal) for each in C]
    assert heads == ["Time", "Fax ID", "To", "What happened", "SRFax’s words", "Took", "Account"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_hour_that_comes_twice_can_be_told_apart(in_vancouver: None) -> None:
    before = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    lines = [answered("1", StopOutcome.STOPPED, at=at) for at in (before, before + timedelta(hours=1))]
    model = opened(MemoryArchive(lines))
    assert column(model, C.TIME) == ["2026-11-01 01:30:00"] * 2
    assert cell(model, 1, C.TIME, TIP) == "2026-11-01 01:30:00.000-07:00"
    assert cell(model, 0, C.TIME, TIP) == "2026-11-01 01:30:00.000-08:00"


def test_a_time_that_damage_made_impossible_is_shown_all_the_same(in_vancouver: None) -> None:
    entry = answered("1", StopOutcome.STOPPED, at=datetime.min.replace(tzinfo=UTC))
    model = opened(MemoryArchive([entry]))
    assert str(cell(model, 0, C.TIME)).endswith("-01-01 00:00:00 UTC")
    assert str(cell(model, 0, C.TIME, TIP)).endswith("+00:00")


def test_a_line_with_next_to_nothing_in_it() -> None:
    model = opened(MemoryArchive([HistoryEntry(BEGIN, FaxId(""), HistoryEvent.PRUNED)]))
    assert [cell(model, 0, each) for each in (C.FAX_ID, C.TO, C.SAID, C.TOOK, C.ACCOUNT)] == [""] * 5
    assert cell(model, 0, C.FAX_ID, TIP) == cell(model, 0, C.SAID, TIP) == ""


def test_what_srfaxs_lists_say_stands_among_its_words() -> None:
    left = HistoryEntry(BEGIN, FaxId("1"), HistoryEvent.LEFT_QUEUE, status="Failed", result="Busy")
    archive = MemoryArchive([checked("1", Verdict.CONTRADICTED), left])
    model = opened(archive)
    assert column(model, C.SAID) == ["Failed · Busy", "Sent"]
    assert cell(model, 1, C.EVENT) == "Looked up at SRFax: it contradicts the answer to the stop"


def test_words_from_outside_are_never_taken_for_markup() -> None:
    model = opened(MemoryArchive([answered("1", StopOutcome.UNRECOGNISED, result="<b>x</b>")]))
    assert cell(model, 0, C.SAID) == "<b>x</b>"
    assert cell(model, 0, C.SAID, TIP) == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


def test_no_cell_and_no_tip_has_a_number_that_is_masked() -> None:
    said = f"Fax {NUMBER[1:]} is on its way to {NUMBER}"
    archive = MemoryArchive([answered("1", StopOutcome.UNRECOGNISED, result=said), *many(300)])
    model = opened(archive)
    shown = [
        str(cell(model, row, each, role))
        for row in range(model.rowCount())
        for each in C
        for role in (Qt.ItemDataRole.DisplayRole, TIP)
    ]
    assert not [words for words in shown if "604555" in words]
    assert cell(model, model.rowCount() - 1, C.SAID) == "Fax ••••••0123 is on its way to •••••••0123"
    model.set_masked(masked=False)
    assert cell(model, model.rowCount() - 1, C.TO) == NUMBER
    assert cell(model, model.rowCount() - 1, C.SAID) == said


# Virtual


def test_opening_a_hundred_thousand_lines_reads_none_of_them() -> None:
    archive = MemoryArchive(many(100_000))
    model = opened(archive)
    assert model.rowCount() == 100_000
    assert archive.asked == []
    cell(model, 50_001, C.EVENT)
    assert archive.asked == [PAGE]
    for row in range(50_000, 50_000 + PAGE):
        for each in C:
            cell(model, row, each)
            cell(model, row, each, TIP)
    assert archive.asked == [PAGE]


def test_what_is_remembered_has_a_bound() -> None:
    archive = MemoryArchive(many(100_000))
    model = opened(archive)
    for row in range(0, 100_000, PAGE):
        assert cell(model, row, C.FAX_ID)
        assert len(model._cache._lines) <= MOST_LINES
    assert len(archive.asked) == 100_000 // PAGE
    cell(model, 99_999, C.TIME)  # the last page is still there
    assert len(archive.asked) == 100_000 // PAGE
    cell(model, 0, C.TIME)  # the first is not
    assert len(archive.asked) == 100_000 // PAGE + 1


def test_lines_that_were_read_are_not_read_anew_when_others_come() -> None:
    archive = MemoryArchive(many(1000))
    model = opened(archive)
    cell(model, 0, C.TIME)
    archive.add(*life_of(500, BEGIN)[:5])
    model.show_numbers(archive.find(HistoryQuery()))
    assert archive.asked == [PAGE]
    assert cell(model, 0, C.FAX_ID) == "31500500"
    assert archive.asked == [PAGE, 5]


def test_a_line_that_was_removed_meanwhile_says_so_and_is_asked_for_once() -> None:
    archive = MemoryArchive(life_of(1, BEGIN))
    model = opened(archive)
    archive.remove(10)
    assert cell(model, 0, C.EVENT) == "This line has just been removed"
    assert cell(model, 0, C.FAX_ID) == cell(model, 0, C.TIME, TIP) == ""
    assert cell(model, 0, C.EVENT, ENTRY_ROLE) is None
    assert cell(model, 1, C.FAX_ID) == "31500001"
    assert archive.asked == [10]


def test_a_screenful_that_cannot_be_read_is_asked_for_once_until_it_is_shown_anew() -> None:
    archive = MemoryArchive(many(1000))
    told: list[StoreError] = []
    calls = 0
    model = opened(archive)
    model.failed.connect(told.append)

    def lines(numbers: object) -> list[object]:
        nonlocal calls
        calls += 1
        raise DAMAGED

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive, "lines", lines)
        assert column(model, C.EVENT) == ["…"] * 1000
        assert set(column(model, C.SAID)) == {""}
        assert (told, calls) == ([DAMAGED], 1)
        model.show_numbers(archive.find(HistoryQuery()))
        assert cell(model, 0, C.EVENT) == "…"
        assert (told, calls) == ([DAMAGED] * 2, 2)
    assert cell(model, 0, C.EVENT) == "…"
    model.show_numbers(archive.find(HistoryQuery()))
    assert cell(model, 0, C.EVENT) == "Taken off the list"
    assert told == [DAMAGED] * 2


def test_every_event_outcome_and_verdict_can_be_shown() -> None:
    lines = [HistoryEntry(BEGIN, FaxId("1"), event, attempt=1) for event in HistoryEvent]
    lines += [answered("1", outcome) for outcome in StopOutcome]
    lines += [checked("1", verdict) for verdict in Verdict]
    lines += [HistoryEntry(BEGIN, FaxId("1"), HistoryEvent.ANSWERED, reason=reason) for reason in Reason]
    model = opened(MemoryArchive(lines))
    assert all(column(model, C.EVENT))


def test_a_screen_reader_hears_the_whole_line_with_its_time() -> None:
    model = opened(MemoryArchive(life_of(1, BEGIN)))
    beside = [str(cell(model, 0, which)) for which in C if which is not C.TIME and cell(model, 0, which)]
    read = cell(model, 0, C.TIME, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert len(beside) > 2
    assert read == ". ".join(beside)
    assert cell(model, 0, C.EVENT, Qt.ItemDataRole.AccessibleDescriptionRole) is None
