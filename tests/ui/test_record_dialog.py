# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What the dialog shows is what leaves the program, and what came of it is told."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QEvent, QFileInfo, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QPushButton, QTextEdit

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui import record_outlet
from srfax_desktop.ui.letters import letter_of
from srfax_desktop.ui.record_dialog import RecordDialog
from srfax_desktop.ui.record_pdf import DrawingError
from srfax_desktop.ui.record_text import record_text
from srfax_desktop.ui.record_words import record_name
from srfax_desktop.ui.saving import PrivateCopies
from srfax_desktop.ui.status_style import BAD
from tests.core.incidents import FAX, NUMBER, record
from tests.ui.test_record_pdf import pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.incident import IncidentRecord
    from srfax_desktop.ui.theme import Theme

SAVING = ("Save as PDF…", "Save as text…", "Print…", "Open")


class Sheet:
    """A dialog over some faxes, with the hands and eyes of its user."""

    def __init__(self, theme: Theme, qtbot: QtBot, *, count: int = 1, masked: bool = True) -> None:
        self.qtbot = qtbot
        self.count = count
        self.made: list[bool] = []
        self.copies = PrivateCopies()
        self.dialog = RecordDialog(self.records_for, theme, copies=self.copies, masked=masked)
        qtbot.addWidget(self.dialog)
        self.dialog.open()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    def records_for(self, masked: bool) -> list[IncidentRecord]:
        self.made.append(masked)
        faxes = [replace(FAX, fax_id=FaxId(str(31524120 + number))) for number in range(self.count)]
        return [record(fax, masked=masked) for fax in faxes]

    @property
    def preview(self) -> str:
        (found,) = self.dialog.findChildren(QTextEdit)
        assert found.isReadOnly()
        return found.toPlainText()

    @property
    def whole_numbers(self) -> QCheckBox:
        (found,) = self.dialog.findChildren(QCheckBox)
        return found

    @property
    def told(self) -> str:
        self.qtbot.waitUntil(lambda: not self.dialog._outlet.busy)
        return self.dialog._result.text()

    def button(self, name: str) -> QPushButton:
        (found,) = [each for each in self.dialog.findChildren(QPushButton) if each.accessibleName() == name]
        return found

    def press(self, name: str) -> None:
        assert self.button(name).isEnabled()
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)


def _into(asked: list[Any]) -> Callable[[QDialog], None]:
    """Stand in for `open`: a method of a list would not be bound to the dialog."""
    return lambda dialog, *_: asked.append(dialog)


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> Iterator[Sheet]:
    opened = Sheet(theme, qtbot)
    yield opened
    opened.copies.remove()


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answer the question where to save with a path."""

    def with_path(path: Path) -> None:
        def ask(dialog: RecordDialog, ending: str, title: str, kind: str, save: Any) -> None:
            save(dialog._records, str(path))

        monkeypatch.setattr(RecordDialog, "_ask_where", ask)

    return with_path


# What it shows


def test_it_shows_the_record_with_the_number_hidden(sheet: Sheet) -> None:
    assert sheet.preview == record_text([record()]).removesuffix("\n") + "\n"
    assert NUMBER not in sheet.preview
    assert not sheet.whole_numbers.isChecked()
    assert sheet.dialog.windowTitle() == "Incident record"
    assert not sheet.dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def test_the_whole_number_is_shown_if_it_is_asked_for_and_hidden_again(sheet: Sheet) -> None:
    sheet.whole_numbers.click()
    assert NUMBER in sheet.preview
    sheet.whole_numbers.click()
    assert NUMBER not in sheet.preview
    assert sheet.made == [True, False, True]


def test_it_can_be_told_to_show_whole_numbers_from_the_start(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme, qtbot, masked=False)
    assert sheet.whole_numbers.isChecked()
    assert NUMBER in sheet.preview


def test_of_several_faxes_each_has_its_record(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme, qtbot, count=3)
    assert sheet.dialog.windowTitle() == "Incident records – 3 faxes"
    assert [f"Fax {31524120 + number}: " in sheet.preview for number in range(4)] == [True] * 3 + [False]


def test_without_a_fax_there_is_nothing_to_press(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme, qtbot, count=0)
    assert [sheet.button(name).isEnabled() for name in SAVING] == [False] * 4
    assert sheet.button("Close").isEnabled()


def test_the_place_in_the_text_stays_where_it_was(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme, qtbot, count=20)
    bar = sheet.dialog._preview.verticalScrollBar()
    bar.setValue(100)
    sheet.whole_numbers.click()
    assert abs(bar.value() - 100) < 10  # lines below are only wrapped when they come into view


def test_enter_saves_a_pdf(sheet: Sheet, answer: Callable[[Path], None], tmp_path: Path) -> None:
    answer(tmp_path / "a.pdf")
    assert sheet.dialog.focusWidget() is sheet.button("Save as PDF…")
    QTest.keyClick(sheet.dialog._preview, Qt.Key.Key_Return)
    assert sheet.told == f"Saved as “a.pdf” in “{tmp_path.name}”."


def test_tab_goes_in_the_order_in_which_it_is_read(sheet: Sheet) -> None:
    sheet.dialog._preview.setFocus()
    passed = []
    for _ in range(7):
        widget = sheet.dialog.focusWidget()
        assert widget is not None
        passed.append(widget.accessibleName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert passed == ["Preview", "Show full fax numbers", *SAVING, "Close"]


def test_every_control_has_a_letter_of_its_own(sheet: Sheet) -> None:
    controls = [*sheet.dialog.findChildren(QPushButton), sheet.whole_numbers]
    letters = [text[text.index("&") + 1].lower() for text in (each.text() for each in controls)]
    assert len(set(letters)) == len(controls) == 6


def test_it_follows_the_language(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.button("Close").setText("")
    QCoreApplication.sendEvent(sheet.dialog, QEvent(QEvent.Type.LanguageChange))
    assert sheet.button("Close").text() == "&Close"
    assert sheet.made == [True, True]


def test_the_letter_that_stops_faxes_elsewhere_shows_no_numbers(sheet: Sheet) -> None:
    """Alt and S mean Stop in the window, and Save here: by habit, nobody shows whole numbers."""
    assert letter_of(sheet.button("Save as PDF…").text()) == "S"
    assert letter_of(sheet.whole_numbers.text()) == "W"


# Saving


@pytest.mark.parametrize("masked", [True, False])
def test_a_pdf_is_saved_as_it_is_shown(
    theme: Theme, qtbot: QtBot, answer: Callable[[Path], None], tmp_path: Path, masked: bool
) -> None:
    sheet = Sheet(theme, qtbot, count=3, masked=masked)
    answer(tmp_path / "out.pdf")
    sheet.press("Save as PDF…")
    assert sheet.told == f"Saved as “out.pdf” in “{tmp_path.name}”."
    assert pages((tmp_path / "out.pdf").read_bytes()) == 3


def test_a_text_is_saved_as_it_is_shown(sheet: Sheet, answer: Callable[[Path], None], tmp_path: Path) -> None:
    answer(tmp_path / "out.txt")
    sheet.press("Save as text…")
    assert sheet.told == f"Saved as “out.txt” in “{tmp_path.name}”."
    assert (tmp_path / "out.txt").read_text("utf-8") == sheet.preview
    sheet.whole_numbers.click()
    sheet.press("Save as text…")
    assert NUMBER in (tmp_path / "out.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["Save as PDF…", "Save as text…"])
def test_what_cannot_be_saved_is_told_in_the_colour_of_trouble_and_aloud(
    sheet: Sheet,
    answer: Callable[[Path], None],
    tmp_path: Path,
    dark: Callable[[bool], None],
    said: list[str],
    name: str,
) -> None:
    dark(False)
    answer(tmp_path / "missing" / "out")
    sheet.press(name)
    assert sheet.told == "It could not be saved: nothing can be written there."
    assert BAD.light.text in sheet.dialog._result.styleSheet()
    dark(True)
    assert BAD.dark.text in sheet.dialog._result.styleSheet()
    assert said == [sheet.told]
    answer(tmp_path / "out")
    sheet.press(name)
    assert sheet.told == f"Saved as “out” in “{tmp_path.name}”."
    assert BAD.dark.text not in sheet.dialog._result.styleSheet()


def test_while_it_is_made_no_second_one_is_begun_and_the_focus_comes_back(
    theme: Theme, qtbot: QtBot, answer: Callable[[Path], None], tmp_path: Path
) -> None:
    sheet = Sheet(theme, qtbot, count=30)
    answer(tmp_path / "out.pdf")
    progress: list[str] = []
    sheet.dialog._outlet.progressed.connect(progress.append)
    sheet.press("Save as PDF…")
    assert [sheet.button(name).isEnabled() for name in SAVING] == [False] * 4
    qtbot.waitUntil(lambda: bool(progress))
    assert sheet.told == f"Saved as “out.pdf” in “{tmp_path.name}”."
    assert progress == [f"Page {number} of 30…" for number in range(1, 31)]
    assert [sheet.button(name).isEnabled() for name in SAVING] == [True] * 4
    assert sheet.dialog.focusWidget() is sheet.button("Save as PDF…")


@pytest.mark.parametrize("leave", ["reject", "close", "escape", "press"])
def test_who_closes_it_gives_up_what_is_being_made(
    theme: Theme, qtbot: QtBot, answer: Callable[[Path], None], tmp_path: Path, leave: str
) -> None:
    sheet = Sheet(theme, qtbot, count=30)
    answer(tmp_path / "out.pdf")
    sheet.press("Save as PDF…")
    match leave:
        case "escape":
            QTest.keyClick(sheet.dialog, Qt.Key.Key_Escape)
        case "press":
            sheet.press("Close")
        case _:
            getattr(sheet.dialog, leave)()
    assert not sheet.dialog.isVisible()
    qtbot.wait(50)
    assert not sheet.dialog._outlet.busy
    assert list(tmp_path.iterdir()) == []


# Asking where


@pytest.mark.parametrize(("name", "ending"), [("Save as PDF…", "pdf"), ("Save as text…", "txt")])
def test_it_asks_for_a_path_with_a_name_that_says_what_it_is(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, ending: str
) -> None:
    asked: list[QFileDialog] = []
    monkeypatch.setattr(QFileDialog, "open", _into(asked))
    sheet.press(name)
    (question,) = asked
    assert question.windowTitle() == name.removesuffix("…"), "not that of the window below it"
    assert question.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not question.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert question.defaultSuffix() == ending
    assert question.nameFilters() == [f"{'PDF' if ending == 'pdf' else 'Text'} files (*.{ending})"]
    (suggested,) = question.selectedFiles()
    assert QFileInfo(suggested).fileName() == f"{record_name([record()])}.{ending}"
    question.fileSelected.emit(str(tmp_path / f"mine.{ending}"))
    assert sheet.told == f"Saved as “mine.{ending}” in “{tmp_path.name}”."
    assert (tmp_path / f"mine.{ending}").stat().st_size > 0
    sheet.press(name)
    assert asked[1].directory() == QDir(str(tmp_path)), "the next one is saved beside it"
    for each in asked:
        each.close()


def test_the_question_does_not_stop_the_program(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.press("Save as PDF…")
    (question,) = sheet.dialog.findChildren(QFileDialog)
    qtbot.waitUntil(question.isVisible)
    question.reject()
    assert sheet.told == ""
    qtbot.waitUntil(lambda: not sheet.dialog.findChildren(QFileDialog))


# Opening


def test_a_private_copy_is_opened_and_goes_in_the_end(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    sheet.press("Open")
    assert sheet.told == "Opened. This copy is deleted when SRFax Desktop is closed."
    (path,) = opened
    assert path.name == f"{record_name([record()])}.pdf"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert pages(path.read_bytes()) == 1
    sheet.copies.remove()
    assert not path.exists()


def test_without_a_program_for_it_that_is_said(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    sheet.press("Open")
    assert sheet.told.startswith("No program for PDF files was found here.")
    assert sheet.dialog._in_trouble


def test_a_copy_that_cannot_be_made_is_not_opened(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "missing"))
    monkeypatch.setenv("TEMP", str(tmp_path / "missing"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail("there is nothing to open"))
    sheet.press("Open")
    assert sheet.told.startswith("It could not be saved")


# Printing


def test_what_is_shown_is_printed(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[QPrintDialog] = []
    monkeypatch.setattr(QDialog, "open", _into(asked))
    sheet.press("Print…")
    (question,) = asked
    printer = question.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    question.finished.emit(0)
    assert sheet.told == ""
    question.finished.emit(1)
    assert sheet.told == "Sent to the printer."
    assert pages((tmp_path / "printed.pdf").read_bytes()) == 1
    assert printer.docName() == record_name([record()])


def test_a_printer_that_takes_nothing_is_told_of(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> object:
        raise DrawingError
        yield

    monkeypatch.setattr(record_outlet, "draw_records", refuse)
    sheet.dialog._outlet.print_on([record()], QPrinter())
    assert sheet.told == "The printer did not take it."
    assert sheet.dialog._in_trouble
