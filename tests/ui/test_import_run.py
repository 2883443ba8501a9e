# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Bringing fax IDs in: files and texts, questions, cancelling, and what is told at the end."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from srfax_desktop.core.import_report import ImportProblem, ImportReport, LineReason
from srfax_desktop.ui import import_run, pace, text_file
from srfax_desktop.ui.column_question import ColumnDialog
from srfax_desktop.ui.import_run import PART, ImportRun
from srfax_desktop.ui.text_file import FileText

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.fax import FaxId

A, B, C, D = "31524120", "31524121", "31524122", "31524123"
ALIKE = f"{A},41000001\n{B},41000002\n"


class Ear(QObject):
    """Hears what a run tells, and keeps the list as the window would."""

    def __init__(self, run: ImportRun, listed: dict[str, None]) -> None:
        super().__init__()
        self.listed = listed
        self.slices: list[tuple[FaxId, ...]] = []
        self.progress: list[tuple[int, int]] = []
        self.reports: list[ImportReport] = []
        run.ids_found.connect(self.take_ids)
        run.progressed.connect(self.take_progress)
        run.finished.connect(self.take_report)

    @Slot(object)
    def take_ids(self, fax_ids: tuple[FaxId, ...]) -> None:
        self.slices.append(fax_ids)
        self.listed.update(dict.fromkeys(fax_ids))

    @Slot(int, int)
    def take_progress(self, done: int, total: int) -> None:
        self.progress.append((done, total))

    @Slot(object)
    def take_report(self, report: ImportReport) -> None:
        self.reports.append(report)

    @property
    def ids(self) -> list[str]:
        return [fax_id for fax_ids in self.slices for fax_id in fax_ids]


class Desk:
    """A window, a run, and an ear."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.listed: dict[str, None] = {}
        self.run = ImportRun(self.listed, self.window)
        self.ear = Ear(self.run, self.listed)

    def report(self) -> ImportReport:
        """Wait for the end; return what was told."""
        self.qtbot.waitUntil(lambda: bool(self.ear.reports))
        (report,) = self.ear.reports
        assert not self.run.is_running
        self.ear.reports.clear()
        return report

    def dialog(self) -> ColumnDialog:
        """Wait until a column is asked for."""
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(ColumnDialog)))
        (dialog,) = self.window.findChildren(ColumnDialog)
        return dialog

    def choose(self, column: int, dialog: ColumnDialog) -> None:
        dialog.findChildren(QComboBox)[0].setCurrentIndex(column)
        self.press("Add the fax IDs", dialog)

    def press(self, name: str, dialog: ColumnDialog) -> None:
        (button,) = [
            each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == name
        ]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(qtbot: QtBot, theme: object) -> Desk:
    return Desk(qtbot)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def problems(report: ImportReport) -> list[ImportProblem | None]:
    return [part.problem for part in report.parts]


# Files and texts


def test_a_file_is_read_and_every_line_of_it_told(desk: Desk, tmp_path: Path) -> None:
    desk.listed[C] = None
    desk.run.read_files([written(tmp_path / "list.csv", f"Fax ID,To\n{A},x\n{B},y\n{C},z\n{A},x\nabc,\n")])
    assert desk.run.is_running
    assert not desk.ear.ids, "nothing happens before the window has its turn"
    report = desk.report()
    assert desk.ear.ids == [A, B]
    assert (report.added, report.listed, report.repeated, report.rejected_count) == (2, 1, 1, 1)
    (part,) = report.parts
    assert part.name == "list.csv"
    assert [(line.line, line.reason) for line in part.rejected] == [(6, LineReason.NOT_AN_ID)]


def test_several_files_are_read_one_after_the_other(desk: Desk, tmp_path: Path) -> None:
    paths = [written(tmp_path / f"{at}.txt", text) for at, text in enumerate([A, f"{A}\n{B}", C])]
    desk.run.read_files([*paths[:2], tmp_path / "missing.txt", paths[2]])
    report = desk.report()
    assert desk.ear.ids == [A, B, C]
    assert report.repeated == 1
    assert [part.name for part in report.parts] == ["0.txt", "1.txt", "missing.txt", "2.txt"]
    assert problems(report) == [None, None, ImportProblem.MISSING, None]


def test_what_comes_while_it_runs_waits_its_turn(desk: Desk) -> None:
    desk.run.read_text(A)
    desk.run.read_text(B)
    assert [part.added for part in desk.report().parts] == [1, 1]
    assert desk.ear.ids == [A, B]


def test_a_second_run_begins_anew(desk: Desk) -> None:
    desk.run.read_text(A)
    desk.report()
    desk.run.read_text(f"{A}\n{B}")
    report = desk.report()
    assert (report.added, report.listed, report.repeated, len(report.parts)) == (1, 1, 0, 1)


def test_ids_come_in_slices_and_progress_goes_up_to_the_end(desk: Desk) -> None:
    desk.run.read_text("".join(f"{number}\n" for number in range(31_000_000, 31_002_000)))
    desk.run.read_text(A)
    report = desk.report()
    assert report.added == len(desk.ear.ids) == 2_001
    assert max(map(len, desk.ear.slices)) <= 500
    assert len(desk.ear.slices) > 4
    assert desk.ear.progress == sorted(desk.ear.progress)
    assert desk.ear.progress[0][1] == desk.ear.progress[-1][0] == 2 * PART


def test_nothing_at_all_is_told_too(desk: Desk) -> None:
    desk.run.read_text("")
    assert desk.report().added == 0
    desk.run.read_files([])
    assert not desk.run.is_running


def test_between_two_steps_the_window_has_its_turn(desk: Desk) -> None:
    turns: list[int] = []

    class Clicker(QObject):
        @Slot()
        def take_turn(self) -> None:
            turns.append(len(desk.ear.ids))

    clicker = Clicker()
    desk.run.progressed.connect(clicker.take_turn, Qt.ConnectionType.QueuedConnection)
    desk.run.read_text("".join(f"{number}\n" for number in range(31_000_000, 31_001_000)))
    desk.report()
    assert turns[0] < 1_000


# What is handed in as Qt has it


def test_dropped_files_go_before_their_text(desk: Desk, tmp_path: Path) -> None:
    data = QMimeData()
    path = written(tmp_path / "list.txt", A)
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    assert desk.run.read_mime(data)
    assert [part.name for part in desk.report().parts] == ["list.txt"]
    assert desk.ear.ids == [A]


def test_copied_text_is_read(desk: Desk) -> None:
    data = QMimeData()
    data.setText(f"{A} {B}")
    assert desk.run.read_mime(data)
    desk.report()
    assert desk.ear.ids == [A, B]


def test_what_is_neither_is_not_read(desk: Desk) -> None:
    data = QMimeData()
    data.setData("image/png", b"x")
    assert not desk.run.read_mime(data)
    assert not desk.run.is_running


# What cannot be read


def test_why_a_file_cannot_be_read_is_told(desk: Desk, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    paths = {
        tmp_path / "missing.csv": ImportProblem.MISSING,
        tmp_path: ImportProblem.NOT_A_FILE,
        pipe: ImportProblem.NOT_A_FILE,
        tmp_path / "no\0name.csv": ImportProblem.UNREADABLE,
        tmp_path / ("x" * 300): ImportProblem.UNREADABLE,
        written(tmp_path / "a.csv", b"\0" * 9): ImportProblem.BINARY,
        written(tmp_path / "b.csv", b"PK\x03\x04"): ImportProblem.WORKBOOK,
    }
    desk.run.read_files(paths)
    report = desk.report()
    assert problems(report) == list(paths.values())
    assert not report.took_everything
    assert not desk.ear.ids


def test_a_file_that_is_closed_to_the_user(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(text_file, "_bytes_of", refuse)
    desk.run.read_files([tmp_path / "a.csv"])
    assert problems(desk.report()) == [ImportProblem.NOT_ALLOWED]


def test_an_error_of_this_program_is_not_waited_for(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(data: bytes) -> str:
        raise KeyError(data)

    monkeypatch.setattr(text_file, "decode_text", fail)
    desk.run.read_files([written(tmp_path / "a.csv", A)])
    assert problems(desk.report()) == [ImportProblem.UNREADABLE]
    assert "a file could not be read" in caplog.text


def test_what_is_too_large_is_refused(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (text_file, import_run):
        monkeypatch.setattr(module, "MOST_BYTES", 8)
    desk.run.read_files([written(tmp_path / "8.txt", A), written(tmp_path / "9.txt", f"{B}\n")])
    desk.run.read_text(f"{C}\n")
    desk.run.read_text(D)
    too_large = ImportProblem.TOO_LARGE
    assert problems(desk.report()) == [None, too_large, too_large, None]
    assert desk.ear.ids == [A, D]


def test_a_disk_that_hangs_holds_nothing_up(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = threading.Event()

    def hang(path: Path) -> FileText:
        answer.wait(10)
        return FileText(A)

    monkeypatch.setattr(text_file, "read_file", hang)
    desk.run.read_files([tmp_path / "a.csv"])
    before_s = time.monotonic()
    QTest.qWait(100)
    assert time.monotonic() - before_s < 5
    assert desk.run.is_running
    desk.run.cancel()
    report = desk.report()
    assert problems(report) == [ImportProblem.CANCELLED]
    answer.set()
    desk.run.read_text(B)
    desk.report()
    assert desk.ear.ids == [B], "an answer that comes too late is nobody's"


# The question for the column


def test_the_user_is_asked_for_the_column(desk: Desk) -> None:
    desk.run.read_text(ALIKE)
    dialog = desk.dialog()
    assert dialog.isVisible()
    assert not dialog.isModal(), "a fax may have to be stopped first"
    assert desk.run.is_running
    assert not desk.ear.ids
    desk.choose(1, dialog)
    assert desk.report().added == 2
    assert desk.ear.ids == ["41000001", "41000002"]
    desk.qtbot.waitUntil(lambda: not desk.window.findChildren(ColumnDialog))


def test_all_columns_may_be_the_answer(desk: Desk) -> None:
    desk.run.read_text(ALIKE)
    desk.choose(2, desk.dialog())
    desk.report()
    assert desk.ear.ids == [A, "41000001", B, "41000002"]


@pytest.mark.parametrize("leave", ["Cancel", "escape", "close"])
def test_whoever_names_no_column_gets_nothing_added(desk: Desk, leave: str) -> None:
    desk.run.read_text(ALIKE)
    desk.run.read_text(C)
    dialog = desk.dialog()
    dialog.findChildren(QComboBox)[0].setCurrentIndex(0)
    if leave == "Cancel":
        desk.press("Cancel", dialog)
    elif leave == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert problems(desk.report()) == [ImportProblem.NO_COLUMN, None]
    assert desk.ear.ids == [C]


def test_each_table_is_asked_about_on_its_own(desk: Desk, tmp_path: Path) -> None:
    desk.run.read_files([written(tmp_path / f"{at}.csv", ALIKE) for at in range(2)])
    desk.choose(0, desk.dialog())
    desk.qtbot.waitUntil(lambda: len(desk.ear.ids) == 2)
    second = desk.dialog()
    assert second.findChildren(QComboBox)[0].currentIndex() == -1
    desk.choose(1, second)
    assert [part.added for part in desk.report().parts] == [2, 2]
    assert desk.ear.ids == [A, B, "41000001", "41000002"]


# Cancelling


def test_what_was_found_before_cancelling_stays_and_is_told(desk: Desk) -> None:
    desk.run.read_text("".join(f"{number}\n" for number in range(31_000_000, 31_100_000)))
    desk.run.read_text(A)
    desk.qtbot.waitUntil(lambda: bool(desk.ear.ids))
    desk.run.cancel()
    desk.run.cancel()
    count = len(desk.ear.ids)
    report = desk.report()
    assert problems(report) == [ImportProblem.CANCELLED, ImportProblem.CANCELLED]
    assert 0 < report.added == len(desk.ear.ids) == count < 100_000


def test_cancelled_by_whoever_takes_the_ids(desk: Desk) -> None:
    desk.run.ids_found.connect(desk.run.cancel)
    desk.run.read_text("".join(f"{number}\n" for number in range(31_000_000, 31_001_000)))
    report = desk.report()
    assert problems(report) == [ImportProblem.CANCELLED]
    assert report.added == len(desk.ear.ids) == len(desk.ear.slices[0])


def test_cancelled_when_all_was_read_already_is_not_cut_short(desk: Desk) -> None:
    desk.run.ids_found.connect(desk.run.cancel)
    desk.run.read_text(A)
    report = desk.report()
    assert problems(report) == [None]
    assert report.added == 1


def test_cancelled_while_the_column_is_asked_for(desk: Desk) -> None:
    desk.run.read_text(ALIKE)
    dialog = desk.dialog()
    desk.run.cancel()
    assert not dialog.isVisible()
    assert problems(desk.report()) == [ImportProblem.CANCELLED]


def test_cancelled_before_it_began(desk: Desk) -> None:
    desk.run.read_text(A)
    desk.run.cancel()
    assert problems(desk.report()) == [ImportProblem.CANCELLED]
    assert not desk.ear.ids


def test_nothing_to_cancel(desk: Desk) -> None:
    desk.run.cancel()
    QTest.qWait(20)
    assert not desk.ear.reports


def test_100_000_ids_never_hold_the_window_up(desk: Desk) -> None:
    desk.run.read_text("".join(f"{number}\n" for number in range(31_000_000, 31_100_000)))
    desk.qtbot.waitUntil(lambda: bool(desk.ear.reports), timeout=60_000)
    assert desk.report().added == 100_000
    assert len(desk.ear.slices) >= 200


def test_a_step_has_as_many_lines_as_take_some_milliseconds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the processor: who listens does its work within the step, and counts."""

    def sizes(work_s: float) -> list[int]:
        monkeypatch.setattr(import_run, "WORK_S", work_s)
        monkeypatch.setattr(pace, "MEASURED_S", 0.001)
        desk.ear.slices.clear()
        desk.listed.clear()
        desk.run.read_text("\n".join(str(40_000_000 + number) for number in range(6000)))
        desk.report()
        assert len(desk.ear.ids) == 6000
        return [len(each) for each in desk.ear.slices]

    assert max(sizes(10.0)) == import_run.MOST
    assert import_run.LEAST - 1 <= min(sizes(1e-6)[:-1]) <= import_run.LEAST
