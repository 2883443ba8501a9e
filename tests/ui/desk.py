# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The window with everything that its tests need at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget

from srfax_desktop.core.fax import FaxId
from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.columns import Column
from srfax_desktop.ui.fax_table import FaxTable
from srfax_desktop.ui.main_window import MainWindow
from tests.engine.rig import Rig

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAccessibleAnnouncementEvent
    from pytestqt.qtbot import QtBot

    from srfax_desktop.core.outcome import StopAnswer
    from srfax_desktop.ui.theme import Theme

W = TypeVar("W", bound=QWidget)


class FakeAccessible:
    """Stands in for QAccessible where a screen reader is to be thought present."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.said: list[str] = []

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - Qt's name
        self.said.append(event.message())


@dataclass
class Choices:
    """What the menu shows as chosen."""

    automatic_retry: bool = True
    refresh_s: float = 60.0
    include_sub_users: bool = False


class Desk:
    """A window, the engine below it, and the hands and eyes of its user."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        *,
        rig: Rig | None = None,
        kept: Mapping[str, str] | None = None,
        practice: bool = False,
    ) -> None:
        self.qtbot = qtbot
        self.rig = rig or Rig()
        self.controller = self.rig.controller
        self.board = self.rig.board
        self.window = MainWindow(
            self.controller, theme, choices=Choices(), practice=practice, kept=kept or {}
        )
        # At the end of a test it closes without a question: nobody is there to answer.
        qtbot.addWidget(self.window, before_close_func=lambda _: self.window.close_now())

    def show(self) -> None:
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    # What there is to see

    @property
    def table(self) -> FaxTable:
        return self.only(FaxTable)

    @property
    def line(self) -> QLineEdit:
        return self.window._id_line.line  # by whatever name, in whatever language

    def only(self, kind: type[W]) -> W:
        (found,) = self.window.findChildren(kind)
        return found

    def named(self, kind: type[W], name: str) -> W:
        (found,) = [each for each in self.window.findChildren(kind) if each.accessibleName() == name]
        return found

    def button(self, name: str) -> QPushButton:
        return self.named(QPushButton, name)

    def labels(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]

    def banners(self) -> list[str]:
        return [each.words.text() for each in self.window.findChildren(Banner) if each.isVisible()]

    def banner(self, start: str) -> Banner:
        (found,) = [
            each
            for each in self.window.findChildren(Banner)
            if each.isVisible() and each.words.text().startswith(start)
        ]
        return found

    @property
    def summary(self) -> str:
        self.settle()
        return self.window._footer.summary.text()

    def rows(self) -> list[list[str]]:
        """The table as it is read, from top to bottom."""
        model = self.table.model()
        return [
            [str(model.index(row, column).data()) for column in Column] for row in range(model.rowCount())
        ]

    def row(self, fax_id: str) -> list[str]:
        (found,) = [row for row in self.rows() if row[Column.FAX_ID] == fax_id]
        return found

    def cell_rect(self, fax_id: str, column: Column) -> QRect:
        model = self.table._faxes
        row = model.row_of(FaxId(fax_id))
        assert row is not None
        return self.table.visualRect(model.index(row, column))

    def selected(self) -> list[str]:
        return [str(fax_id) for fax_id in self.table.selected_ids()]

    # What there is to do

    def settle(self) -> None:
        """Let what is gathered for a moment be shown."""
        QApplication.processEvents()
        while self.window._refresher.soon.isActive():
            QTest.qWait(1)

    def type_ids(self, text: str) -> None:
        self.line.setText(text)
        QTest.keyClick(self.line, Qt.Key.Key_Return)
        self.settle()

    def add(self, *fax_ids: str) -> None:
        self.type_ids(" ".join(fax_ids))

    def press(self, name: str) -> None:
        self.settle()
        button = self.button(name)
        assert button.isEnabled(), f"{name} cannot be pressed"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def click_row_button(self, fax_id: str) -> None:
        rect = self.cell_rect(fax_id, Column.ACTION)
        QTest.mouseClick(
            self.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 25, rect.center().y())
        )
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.table.setFocus()
        QTest.keyClick(self.table, key, modifier)
        self.settle()

    def answer(self, fax_id: str, answer: StopAnswer) -> None:
        self.rig.answer(fax_id, answer)
        self.settle()


def answer_question(choose: str | None) -> list[str]:
    """Press the button of the next question that opens, None for Escape; return what it asked."""
    asked: list[str] = []
    patience = 200

    def look() -> None:
        nonlocal patience
        box = QApplication.activeModalWidget()
        patience -= 1
        if not isinstance(box, QMessageBox):
            if patience:
                QTimer.singleShot(10, look)
            return
        asked.append(box.text())
        if choose is None:
            QTest.keyClick(box, Qt.Key.Key_Escape)
            return
        (button,) = [each for each in box.buttons() if each.text().replace("&", "") == choose]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, look)
    return asked


def in_modal(act: Callable[[QDialog], None]) -> None:
    """Do something with the next modal dialog that opens."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QDialog):
            act(box)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
