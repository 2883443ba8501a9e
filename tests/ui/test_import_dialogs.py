# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The question for the column and the report, as they are seen, read aloud and used with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QTableView, QWidget

from srfax_desktop.core.import_layout import ColumnQuestion, Layout, find_layout
from srfax_desktop.core.import_report import (
    ImportProblem,
    ImportReport,
    LineReason,
    PartReport,
    RejectedLine,
)
from srfax_desktop.ui.column_question import ColumnDialog
from srfax_desktop.ui.import_report import ImportReportDialog
from srfax_desktop.ui.preview_model import PreviewModel
from srfax_desktop.ui.rejected_model import RejectedColumn, RejectedModel
from srfax_desktop.ui.status_style import BAD

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.theme import Theme

W = TypeVar("W", bound=QWidget)

FATAL = QAbstractItemModelTester.FailureReportingMode.Warning
ALIKE = "31524120;41000001;Smith\n31524121;41000002;<b>Roy</b>\n31524122;41000003\n"
LINES = (
    RejectedLine(3, "Mrs. Smith", LineReason.NOT_AN_ID),
    RejectedLine(12, "3.15E+07\tx\ny", LineReason.ROUNDED),
)
ONE = PartReport("a.csv", added=2, id_lines=2, header_lines=1, rejected_count=2, rejected=LINES)
OTHER = PartReport("b.csv", added=1, id_lines=1, rejected_count=1, rejected=LINES[:1])
REFUSED = PartReport("c.csv", problem=ImportProblem.BINARY)

pytestmark = pytest.mark.usefixtures("qapp")


def question(text: str = ALIKE) -> ColumnQuestion:
    found = find_layout(text)
    assert isinstance(found, ColumnQuestion)
    return found


def only(dialog: QDialog, kind: type[W]) -> W:
    (found,) = dialog.findChildren(kind)
    return found


def words(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def button(dialog: QDialog, name: str) -> QPushButton:
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == name]
    return found


def cells(model: QAbstractItemModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def headings(model: QAbstractItemModel) -> list[str]:
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]


def show(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


class Asked:
    """The question, with what is heard of it."""

    def __init__(self, qtbot: QtBot, text: str = ALIKE, name: str = "list.csv") -> None:
        self.dialog = ColumnDialog(question(text), name)
        self.heard: list[Layout | str] = []
        self.dialog.chosen.connect(self.heard.append)
        self.dialog.finished.connect(lambda _: self.heard.append("finished"))
        show(self.dialog, qtbot)
        self.combo = only(self.dialog, QComboBox)
        self.table = only(self.dialog, QTableView)
        self.use = button(self.dialog, "Add the fax IDs")


@pytest.fixture
def asked(qtbot: QtBot, theme: Theme) -> Asked:
    return Asked(qtbot)


# Which column?


def test_nothing_is_chosen_beforehand(asked: Asked) -> None:
    assert asked.combo.currentIndex() == -1
    assert not asked.use.isEnabled()
    assert asked.dialog.focusWidget() is asked.combo
    QTest.keyClick(asked.combo, Qt.Key.Key_Return)
    assert asked.dialog.isVisible()
    assert asked.heard == []


def test_what_is_asked_and_why(asked: Asked) -> None:
    assert "list.csv is a table. This is how it begins:" in words(asked.dialog)
    assert "More than one column could have the fax IDs: Column 1, Column 2." in words(asked.dialog)
    assert asked.combo.accessibleName() == "Which column has the fax IDs?"
    assert asked.combo.accessibleDescription() in words(asked.dialog)


def test_a_text_without_a_name_and_a_column_that_may_be_something_else(qtbot: QtBot, theme: Theme) -> None:
    asked = Asked(qtbot, "To,Name\n16045550123,Smith\n16045550124,Roy\n", name="")
    assert "The text is a table. This is how it begins:" in words(asked.dialog)
    assert "“To” could have the fax IDs, or else telephone numbers, dates or accounts." in words(asked.dialog)
    assert [asked.combo.itemText(at) for at in range(asked.combo.count())] == [
        "Column 1: To",
        "Column 2: Name",
    ]


def test_no_column_stands_out(qtbot: QtBot, theme: Theme) -> None:
    asked = Asked(qtbot, ",Smith,2\n,Roy,3\n")
    assert "No column looks as if it had the fax IDs." in words(asked.dialog)
    assert [asked.combo.itemText(at) for at in range(3)] == [
        "Column 1",
        "Column 2 (Smith, …)",
        "Column 3 (2, …)",
    ]


def test_a_column_is_chosen_with_the_keyboard_alone(asked: Asked) -> None:
    QTest.keyClick(asked.combo, Qt.Key.Key_Down)
    QTest.keyClick(asked.combo, Qt.Key.Key_Down)
    assert asked.table.selectionModel().selectedColumns()[0].column() == 1
    QTest.keyClick(asked.combo, Qt.Key.Key_Return)
    assert asked.heard == [Layout(";", 1), "finished"]
    assert not asked.dialog.isVisible()


def test_a_column_is_chosen_by_clicking_on_it(asked: Asked) -> None:
    rect = asked.table.visualRect(asked.table.model().index(1, 1))
    QTest.mouseClick(asked.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert asked.combo.currentIndex() == 1
    header = asked.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 5, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.combo.currentIndex() == 0
    QTest.mouseClick(asked.use, Qt.MouseButton.LeftButton)
    assert asked.heard == [Layout(";", 0), "finished"]


def test_all_columns_are_a_choice_where_each_cell_is_an_id(qtbot: QtBot, theme: Theme) -> None:
    asked = Asked(qtbot, "31524120;41000001\n31524121;41000002\n")
    asked.combo.setCurrentIndex(0)
    asked.combo.setCurrentIndex(2)
    assert asked.combo.currentText() == "All columns: each cell is a fax ID"
    assert not asked.table.selectionModel().hasSelection()
    QTest.mouseClick(asked.use, Qt.MouseButton.LeftButton)
    assert asked.heard == [Layout(), "finished"]


def test_whoever_cancels_has_chosen_nothing(asked: Asked) -> None:
    asked.combo.setCurrentIndex(1)
    QTest.mouseClick(button(asked.dialog, "Cancel"), Qt.MouseButton.LeftButton)
    assert asked.heard == ["finished"]


def test_all_rows_of_the_preview_are_in_view(qtbot: QtBot, theme: Theme) -> None:
    asked = Asked(qtbot, (";".join(["a long text about a fax"] * 8) + "\n") * 5)
    last = asked.table.visualRect(asked.table.model().index(4, 0))
    assert asked.table.horizontalScrollBar().isVisible()
    assert asked.table.viewport().rect().contains(last)


def test_the_preview_keeps_qts_rules_and_says_what_is_written() -> None:
    model = PreviewModel(question())
    tester = QAbstractItemModelTester(model, FATAL)
    assert headings(model) == ["Column 1", "Column 2", "Column 3"]
    assert cells(model)[1:] == [["31524121", "41000002", "<b>Roy</b>"], ["31524122", "41000003", ""]]
    assert model.index(1, 2).data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;Roy&lt;/b&gt;</p>"
    assert PreviewModel(question("To,X\n16045550123,a\n")).headerData(0, Qt.Orientation.Horizontal) == "To"
    assert tester.model() is model


# The report


def reported(qtbot: QtBot, theme: Theme, *parts: PartReport) -> ImportReportDialog:
    dialog = ImportReportDialog(ImportReport(parts), theme)
    show(dialog, qtbot)
    return dialog


def test_each_line_that_was_not_taken_is_named(qtbot: QtBot, theme: Theme) -> None:
    dialog = reported(qtbot, theme, ONE)
    assert dialog.windowTitle() == "Fax IDs from a.csv"
    assert words(dialog) == ["2 added · 2 lines not taken", "5 lines read · 1 heading"]
    table = only(dialog, QTableView)
    assert table.isVisible()
    assert table.isColumnHidden(RejectedColumn.FILE)
    assert [row[1:] for row in cells(table.model())] == [
        ["3", "Mrs. Smith", "Not a fax ID"],
        ["12", "3.15E+07\tx\ny", "A number that the spreadsheet has rounded"],
    ]


def test_lines_of_several_files_are_told_apart(qtbot: QtBot, theme: Theme) -> None:
    dialog = reported(qtbot, theme, ONE, REFUSED, OTHER)
    assert dialog.windowTitle() == "Fax IDs brought in"
    assert "c.csv is not a text. Nothing was read." in words(dialog)
    table = only(dialog, QTableView)
    assert not table.isColumnHidden(RejectedColumn.FILE)
    assert [row[:2] for row in cells(table.model())] == [["a.csv", "3"], ["a.csv", "12"], ["b.csv", "3"]]


def test_copying_takes_the_whole_table(qtbot: QtBot, theme: Theme, said: list[str]) -> None:
    dialog = reported(qtbot, theme, ONE)
    QTest.mouseClick(button(dialog, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == (
        "Line\tText\tWhy it was not taken\n"
        "3\tMrs. Smith\tNot a fax ID\n"
        "12\t3.15E+07 x y\tA number that the spreadsheet has rounded\n"
    )
    assert said == ["Copied"]
    assert button(dialog, "Copied").accessibleName() == "Copied"
    assert dialog.isVisible()


def test_copying_names_the_files_where_there_are_several() -> None:
    text = RejectedModel(ImportReport((ONE, OTHER))).as_text(with_file=True)
    assert text.splitlines()[0] == "File\tLine\tText\tWhy it was not taken"
    assert text.splitlines()[-1] == "b.csv\t3\tMrs. Smith\tNot a fax ID"


def test_where_nothing_was_read_there_is_no_table(qtbot: QtBot, theme: Theme) -> None:
    dialog = reported(qtbot, theme, REFUSED)
    assert words(dialog) == ["Nothing was added.", "c.csv is not a text. Nothing was read."]
    assert not only(dialog, QTableView).isVisible()
    assert not button(dialog, "Copy").isVisible()
    for label in dialog.findChildren(QLabel):
        assert label.isHidden() or label.height() >= label.heightForWidth(label.width()), label.text()


def test_lines_that_are_only_counted_are_said_to_be(qtbot: QtBot, theme: Theme) -> None:
    many = PartReport("a.csv", rejected_count=5, rejected=LINES)
    assert "3 more lines were not taken. They are counted, but not shown." in words(
        reported(qtbot, theme, many)
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_it_is_closed_with_the_keyboard(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    dialog = reported(qtbot, theme, ONE)
    focused = dialog.focusWidget()
    assert focused is button(dialog, "Close")
    QTest.keyClick(focused, key)
    assert not dialog.isVisible()


def test_words_of_trouble_follow_the_theme(qtbot: QtBot, theme: Theme, dark: Callable[[bool], None]) -> None:
    dialog = reported(qtbot, theme, REFUSED)
    label = next(each for each in dialog.findChildren(QLabel) if each.text().startswith("c.csv"))
    dark(False)
    assert BAD.light.text in label.styleSheet()
    dark(True)
    assert BAD.dark.text in label.styleSheet()


def test_the_lines_keep_qts_rules() -> None:
    model = RejectedModel(ImportReport((ONE, REFUSED, OTHER)))
    tester = QAbstractItemModelTester(model, FATAL)
    assert model.rowCount() == 3
    assert headings(model) == ["File", "Line", "Text", "Why it was not taken"]
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "<p>Mrs. Smith</p>"
    assert RejectedModel(ImportReport()).rowCount() == 0
    assert tester.model() is model


def test_100_000_lines_are_no_burden() -> None:
    lines = tuple(RejectedLine(at, "x", LineReason.NOT_AN_ID) for at in range(100_000))
    model = RejectedModel(ImportReport((PartReport("a", rejected=lines), PartReport("b", rejected=lines))))
    assert model.rowCount() == 200_000
    assert model.index(199_999, RejectedColumn.LINE).data() == "99999"
    assert model.index(100_000, RejectedColumn.FILE).data() == "b"
    assert model.as_text(with_file=True).count("\n") == 200_001
