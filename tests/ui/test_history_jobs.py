# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The check and the export: the window lives on meanwhile, and only what came to its end looks done."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog

from srfax_desktop.core.history import HistoryEvent
from srfax_desktop.core.outcome import StopOutcome
from srfax_desktop.core.ports import StoreError
from srfax_desktop.ui.export_dialog import ExportDialog
from srfax_desktop.ui.status_style import BAD, CALM, GOOD
from tests.ui.memory_archive import BEGIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.history_desk import Reading

pytestmark = pytest.mark.usefixtures("english")

DAMAGED = StoreError("damaged", "malformed")
FULL = StoreError("disk_full")


# The check


def test_an_intact_history(long: Reading, said: list[str]) -> None:
    long.press("Check history")
    assert long.told() == [("Checking…", CALM)]
    assert not long.button("Check history").isEnabled()
    long.qtbot.waitUntil(lambda: "of 100,000 lines" in long.told()[0][0])
    assert said == []
    long.finish()
    assert long.told() == [("Intact: all 100,000 lines are as they were written.", GOOD)]
    assert said == ["Intact: all 100,000 lines are as they were written."]
    assert long.button("Check history").isEnabled()
    long.press("Dismiss")
    assert long.told() == []


def test_a_line_that_is_not_as_it_was_written_is_shown(long: Reading, said: list[str]) -> None:
    number = long.numbers()[20_000]
    long.archive.broken_at = number
    long.press("Check history")
    long.finish()
    entry = long.archive.entries[number]
    at = entry.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    words = (
        f"Line {number} ({at}, fax {entry.fax_id}) is not as it was written, or lines before it are missing."
    )
    assert long.told() == [(words, BAD)]
    assert said == [words]
    assert long.chosen() == number
    rect = long.table.visualRect(long.table.model().index(20_000, 0))
    assert long.table.viewport().rect().contains(rect)
    long.press("Dismiss")
    assert long.told() == []


def test_a_broken_line_that_the_search_leaves_out_can_be_looked_at(long: Reading) -> None:
    number = next(n for n, entry in long.archive.entries.items() if entry.event is HistoryEvent.REMOVED)
    long.archive.broken_at = number
    long.type("0145")
    long.press("Check history")
    long.finish()
    assert long.chosen() is None
    long.press("Show this line")
    assert long.chosen() == number
    assert long.count == "100,000 lines"
    assert long.search.text() == ""
    assert long.table.hasFocus()
    assert len(long.told()) == 1  # what is wrong is still said


@pytest.mark.parametrize("trouble", [True, False])
def test_a_broken_line_that_cannot_be_read_is_told_of_by_its_number(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, trouble: bool
) -> None:
    reading.archive.broken_at = 17
    reading.press("Check history")
    if trouble:
        reading.archive.trouble["lines"] = DAMAGED
    else:
        monkeypatch.setattr(reading.archive, "lines", lambda _: [])
    reading.finish()
    words = "Line 17 is not as it was written, or lines before it are missing."
    assert (words, BAD) in reading.told()


def test_a_broken_line_that_is_about_no_fax(reading: Reading) -> None:
    reading.archive.prune(BEGIN + timedelta(minutes=1), BEGIN + timedelta(days=1))
    reading.archive.broken_at = 101
    reading.press("Check history")
    reading.finish()
    ((words, _),) = reading.told()
    assert words.startswith("Line 101 (2026-01-0")
    assert "fax" not in words


def test_a_check_that_fails_says_so(reading: Reading) -> None:
    reading.archive.trouble["check_chain"] = DAMAGED
    reading.press("Check history")
    reading.finish()
    assert reading.told() == [("The history could not be checked: the file is damaged.", BAD)]
    assert reading.button("Check history").isEnabled()


def test_a_check_that_cannot_begin_says_so(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    def check_chain() -> None:
        raise DAMAGED

    monkeypatch.setattr(reading.archive, "check_chain", check_chain)
    reading.press("Check history")
    assert reading.told() == [("The history could not be checked: the file is damaged.", BAD)]


def test_a_check_that_ends_early_is_never_taken_for_a_good_one(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading.archive, "check_chain", lambda: iter(()))
    reading.press("Check history")
    reading.finish()
    ((words, tone),) = reading.told()
    assert words.startswith("The history could not be checked")
    assert tone is BAD


def test_a_check_can_be_cancelled(long: Reading) -> None:
    long.press("Check history")
    long.press("Cancel")
    assert long.told() == [("The check was ended before all lines were checked.", CALM)]
    assert long.archive.closed_checks in {0, 1}  # a generator that never began has nothing to tidy up
    assert long.button("Check history").isEnabled()
    QTest.qWait(20)
    assert len(long.told()) == 1
    long.press("Dismiss")
    assert long.told() == []


def test_the_window_lives_while_it_is_checked(long: Reading) -> None:
    turns, longest_ms = 0, 0
    since = QElapsedTimer()

    def turn() -> None:
        nonlocal turns, longest_ms
        turns += 1
        longest_ms = max(longest_ms, since.restart())

    other = QTimer()
    other.timeout.connect(turn)
    other.start(0)
    since.start()
    long.press("Check history")
    long.finish()
    assert turns >= 50  # as many as the check has steps
    assert longest_ms < 500


def test_the_keyboard_goes_to_cancel_and_comes_back(long: Reading) -> None:
    long.press("Check history")
    assert QApplication.focusWidget() is long.button("Cancel")
    long.finish()
    assert QApplication.focusWidget() is long.button("Dismiss")
    long.press("Dismiss")
    assert QApplication.focusWidget() is long.button("Check history")


def test_the_keyboard_stays_with_what_is_said(reading: Reading) -> None:
    reading.archive.broken_at = 17
    reading.press("Check history")
    reading.finish()
    assert QApplication.focusWidget() is reading.button("Show this line")
    reading.button("Check history").click()  # as Alt and its letter do: the focus stays
    assert QApplication.focusWidget() is reading.button("Cancel")


# The export


def export(reading: Reading, path: Path, ending: str = "csv") -> None:
    """Choose a file, as the dialog does."""
    reading.window._export_to(path, ending)


def test_what_is_shown_is_what_is_exported(reading: Reading, said: list[str], tmp_path: Path) -> None:
    reading.choose("What is shown", "Stopped – some pages were sent")
    numbers = reading.numbers()
    export(reading, tmp_path / "a.csv")
    reading.finish()
    lines = reading.csv.files[tmp_path / "a.csv"]
    assert [line.number for line in lines] == numbers
    assert all(line.entry.outcome is StopOutcome.PARTIALLY_SENT for line in lines)
    assert reading.csv.masked is True
    words = f"{len(numbers)} lines were saved as {tmp_path / 'a.csv'}."
    assert reading.told() == [(words, GOOD)]
    assert said[-1] == words


@pytest.mark.parametrize("whole", [True, False])
def test_the_export_masks_as_the_window_does(reading: Reading, whole: bool, tmp_path: Path) -> None:
    reading.named(QCheckBox, "Show full fax numbers").setChecked(whole)
    export(reading, tmp_path / "a.csv")
    assert reading.csv.masked is not whole


@pytest.mark.parametrize(
    ("name", "chosen", "format_"),
    [
        ("a.csv", "csv", "csv"),
        ("a.jsonl", "jsonl", "jsonl"),
        ("a.JSONL", "csv", "jsonl"),
        ("a.csv", "jsonl", "csv"),
        ("a.txt", "jsonl", "jsonl"),
        ("a", "csv", "csv"),
    ],
)
def test_a_file_is_what_its_name_says(
    reading: Reading, tmp_path: Path, name: str, chosen: str, format_: str
) -> None:
    export(reading, tmp_path / name, chosen)
    reading.finish()
    written = reading.csv if format_ == "csv" else reading.jsonl
    assert list(written.files) == [tmp_path / name]


def test_the_progress_of_an_export(long: Reading, tmp_path: Path) -> None:
    export(long, tmp_path / "a.csv")
    assert long.told() == [("Exporting… 0 of 40,000 lines", CALM)]
    assert not long.button("Export…").isEnabled()
    assert not long.button("Check history").isEnabled()
    long.qtbot.waitUntil(lambda: not long.told()[0][0].startswith("Exporting… 0"))
    long.finish()
    assert long.told()[0][0].startswith("40,000 lines were saved as ")
    assert max(long.archive.asked) <= 500


def test_one_line_that_is_exported(reading: Reading, tmp_path: Path) -> None:
    reading.window._jobs.export(tmp_path / "a.csv", "csv", reading.numbers()[:1], masked=True)
    reading.finish()
    assert reading.told() == [(f"1 line was saved as {tmp_path / 'a.csv'}.", GOOD)]


@pytest.mark.parametrize("by", ["button", "escape", "closing"])
def test_an_export_that_is_cancelled_leaves_nothing(long: Reading, by: str, tmp_path: Path) -> None:
    export(long, tmp_path / "a.csv")
    long.qtbot.waitUntil(lambda: not long.told()[0][0].startswith("Exporting… 0"))
    if by == "closing":
        long.window.close()
        assert not long.window._jobs.busy
    else:
        if by == "button":
            long.press("Cancel")
        else:
            QTest.keyClick(long.window, Qt.Key.Key_Escape)
        assert long.window.isVisible()
        assert long.told() == [("The export was cancelled. No file was saved.", CALM)]
    assert long.csv.closed == 1
    assert long.csv.files == {}


def test_an_export_that_fails_says_why(reading: Reading, tmp_path: Path) -> None:
    reading.csv.trouble = FULL
    export(reading, tmp_path / "a.csv")
    reading.finish()
    words = "The export could not be saved: the disk is full. No file was saved."
    assert reading.told() == [(words, BAD)]
    assert reading.button("Export…").isEnabled()
    reading.press("Dismiss")
    assert reading.told() == []


def test_an_export_that_cannot_read_the_history_says_why(reading: Reading, tmp_path: Path) -> None:
    reading.archive.trouble["lines"] = DAMAGED
    export(reading, tmp_path / "a.csv")
    reading.finish()
    assert ("The export could not be saved: the file is damaged. No file was saved.", BAD) in reading.told()
    assert reading.csv.files == {}


def test_an_export_that_cannot_begin_says_why(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, masked: bool) -> Iterator[int]:
        raise FULL

    monkeypatch.setitem(reading.window._jobs._export._exporters, "csv", refuse)  # type: ignore[arg-type]
    export(reading, tmp_path / "a.csv")
    words = "The export could not be saved: the disk is full. No file was saved."
    assert reading.told() == [(words, BAD)]


def test_the_dialog_asks_for_name_and_format(reading: Reading, tmp_path: Path) -> None:
    reading.press("Export…")
    (dialog,) = reading.window.findChildren(ExportDialog)
    assert dialog.nameFilters() == ["Table for Excel and others (*.csv)", "JSON Lines for programs (*.jsonl)"]
    assert Path(dialog.selectedFiles()[0]).name == "fax-history-2026-01-01.csv"
    dialog.setDirectory(str(tmp_path))
    dialog.selectNameFilter("JSON Lines for programs (*.jsonl)")
    dialog.filterSelected.emit("JSON Lines for programs (*.jsonl)")
    dialog.selectFile("mine")
    dialog.accept()
    reading.finish()
    assert list(reading.jsonl.files) == [tmp_path / "mine.jsonl"]
    reading.qtbot.waitUntil(lambda: not reading.window.findChildren(QFileDialog))


def test_a_dialog_that_is_closed_exports_nothing(reading: Reading) -> None:
    reading.press("Export…")
    (dialog,) = reading.window.findChildren(ExportDialog)
    dialog.reject()
    assert reading.told() == []
