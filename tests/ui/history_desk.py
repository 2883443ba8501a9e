# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The history's window with everything that its tests need at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from srfax_desktop.ui.banner import Banner
from srfax_desktop.ui.history_window import HistoryWindow
from tests.engine.rig import HandClock
from tests.ui.memory_archive import MemoryWriter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from srfax_desktop.ui.history_model import HistoryColumn
    from srfax_desktop.ui.status_style import Tone
    from srfax_desktop.ui.theme import Theme
    from tests.ui.memory_archive import MemoryArchive

W = TypeVar("W", bound=QWidget)


class Reading:
    """The window, and the hands and eyes of who reads in it."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        archive: MemoryArchive,
        *,
        mask_numbers: bool = True,
        retention_days: int = 0,
    ) -> None:
        self.qtbot = qtbot
        self.archive = archive
        self.csv, self.jsonl = MemoryWriter(step=20), MemoryWriter(step=20)
        self.clock = HandClock()
        self.window = HistoryWindow(
            archive,
            exporters={"csv": self.csv, "jsonl": self.jsonl},
            clock=self.clock,
            mask_numbers=mask_numbers,
            retention_days=retention_days,
            theme=theme,
        )
        self.retentions: list[int] = []
        self.window.retention_chosen.connect(self.retentions.append)
        qtbot.addWidget(self.window)

    def show(self) -> Reading:
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self

    # What there is to see

    def named(self, kind: type[W], name: str) -> W:
        (found,) = [
            each
            for each in self.window.findChildren(kind)
            if each.accessibleName() == name and each.isVisible()
        ]
        return found

    @property
    def table(self) -> QTableView:
        return self.window._table

    @property
    def search(self) -> QLineEdit:
        return self.named(QLineEdit, "Search the history")

    @property
    def count(self) -> str:
        labels = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        (found,) = [text for text in labels if text.endswith((" line", " lines", "Searching…"))]
        return found.casefold()

    def column(self, column: HistoryColumn) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def numbers(self) -> list[int]:
        return list(self.window._model.numbers)

    def top(self) -> int:
        """The number of the first line in view."""
        return self.numbers()[self.table.rowAt(0)]

    def chosen(self) -> int | None:
        return self.window._table.chosen_number()

    def told(self) -> list[tuple[str, Tone]]:
        """What the banners say, and in which tone."""
        return [(each.words.text(), each._tone) for each in self.banners()]

    def banners(self) -> list[Banner]:
        return [each for each in self.window.findChildren(Banner) if each.isVisible()]

    # What there is to do

    def button(self, name: str) -> QPushButton:
        return self.named(QPushButton, name)

    def press(self, name: str) -> None:
        button = self.button(name)
        assert button.isEnabled(), f"{name} cannot be pressed"
        button.setFocus()
        button.click()

    def finish(self) -> None:
        """Let what is under way come to its end."""
        self.qtbot.waitUntil(lambda: not (self.window._jobs.busy or self.window._search.busy))

    def choose(self, name: str, words: str) -> None:
        """Choose from a list, as a click in it does."""
        box = self.named(QComboBox, name)
        index = box.findText(words)
        assert index >= 0, words
        box.setCurrentIndex(index)
        box.activated.emit(index)

    def type(self, text: str) -> None:
        """Type into the search, and wait for what is found."""
        found = self.archive.finds
        self.search.setText(text)
        self.qtbot.waitUntil(lambda: self.archive.finds > found)

    def paint(self) -> None:
        QApplication.processEvents()
        self.window.grab()
        QTest.qWait(1)


class Foreign(QTranslator):
    """A language in which everything is said with a mark."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, count: int = -1) -> str:
        return f"«{text}»"
