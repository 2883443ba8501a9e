# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""The user's guide in a window of its own: contents at the left, the text beside it, a search above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from srfax_desktop.ui.announcing import announce
from srfax_desktop.ui.areas import Areas
from srfax_desktop.ui.enter_key import presses_button
from srfax_desktop.ui.guide_browser import GuideBrowser
from srfax_desktop.ui.guide_contents import GuideContents
from srfax_desktop.ui.guide_files import guide_folder, guide_text
from srfax_desktop.ui.guide_search import places
from srfax_desktop.ui.room import room_for

if TYPE_CHECKING:
    from srfax_desktop.ui.theme import Theme

translate = QCoreApplication.translate

_SIZE = QSize(1040, 760)
_CONTENTS_LETTERS = 36
"""How wide the contents are: so many letters of their font."""


class GuideWindow(QMainWindow):
    """Not modal: whoever reads how to stop a fax can stop it meanwhile.

    Raises FileNotFoundError where this installation has no guide.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._page = QWidget(self)  # in a main window: Qt tells a screen reader of no other as one
        self._page.setObjectName("page")
        self.setCentralWidget(self._page)
        self._folder = guide_folder()
        self._found: list[tuple[int, int]] = []
        self._at = -1
        self._contents = GuideContents()
        self._browser = GuideBrowser(self._folder, theme)
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._result = QLabel()
        self._result.setObjectName("quiet")
        self._previous, self._next = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._mark)
        self.retranslate()
        self._browser.setFocus()

    def retranslate(self) -> None:
        """Say everything in the present language, the guide too."""
        title = translate("GuideWindow", "User’s guide – SRFax Desktop")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._contents.setAccessibleName(translate("GuideWindow", "Contents"))
        self._browser.setAccessibleName(translate("GuideWindow", "User’s guide"))
        self._search.setAccessibleName(translate("GuideWindow", "Search the guide"))
        for clear in self._search.findChildren(QToolButton):
            clear.setAccessibleName(translate("GuideWindow", "Clear the search"))
        self._search.setPlaceholderText(translate("GuideWindow", "Search the guide…"))
        for button, label, name in (
            (self._previous, translate("GuideWindow", "&Previous"), translate("GuideWindow", "Previous")),
            (self._next, translate("GuideWindow", "&Next"), translate("GuideWindow", "Next")),
        ):
            button.setText(label)
            button.setAccessibleName(name)
        self._browser.show_guide(guide_text(self._folder))
        self._contents.show_headings(self._browser.page.headings)
        self._contents.follow(0)
        self._look()

    def open_at(self, anchor: str) -> None:
        """Come to the front and show a place by its anchor: a status's value, or a chapter's name.

        An empty one, or one that the guide does not have, shows the guide where it was left.
        """
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if self._browser.go_to_anchor(anchor):
            self._browser.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and the font."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._contents.show_headings(self._browser.page.headings)
            self._look()

    # Looks

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._search, 2)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(self._result, 1)
        splitter = QSplitter()
        splitter.addWidget(self._contents)
        splitter.addWidget(self._browser)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        size = _SIZE.boundedTo(room_for(self))
        wide = min(self.fontMetrics().averageCharWidth() * _CONTENTS_LETTERS, size.width() // 3)
        splitter.setSizes([wide, size.width() - wide])
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(splitter, 1)
        self.resize(size)

    def _connect(self) -> None:
        self._areas = Areas((self._search, self._contents, self._browser), self)
        self._contents.chosen.connect(self._browser.go_to)
        self._browser.moved.connect(self._contents.follow)
        self._search.textChanged.connect(self._look)
        self._search.returnPressed.connect(self._go_next)
        self._next.clicked.connect(self._go_next)
        self._previous.clicked.connect(self._go_back)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._go_to_search),
            ("F3", self._go_next),
            ("Shift+F3", self._go_back),
            ("Shift+Return", self._go_back),
            ("F6", self._areas.go_on),
            ("Shift+F6", self._areas.go_back),
            ("Esc", self._escape),
            (QKeySequence.StandardKey.Close, self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # The search

    @Slot()
    def _go_to_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    @Slot()
    def _look(self) -> None:
        """Find what is typed from where the text is being read."""
        self._found = places(self._browser.toPlainText(), self._search.text())
        self._mark()
        here = self._browser.textCursor().selectionStart()
        self._at = next((at for at, (place, _) in enumerate(self._found) if place >= here), 0) - 1
        if self._search.text().strip():
            self._go_next()
        else:
            self._at = -1
            self._result.clear()
            self._show_what_can_be_done()

    @Slot()
    def _mark(self) -> None:
        self._browser.mark(self._found)

    @Slot()
    def _go_next(self) -> None:
        self._go(1)

    @Slot()
    def _go_back(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        self._show_what_can_be_done()
        if not self._found:
            words = translate("GuideWindow", "Not found") if self._search.text().strip() else ""
        else:
            self._at = (self._at + step) % len(self._found)
            self._browser.select(*self._found[self._at])
            words = translate("GuideWindow", "{0} of {1}").format(self._at + 1, len(self._found))
        self._result.setText(words)
        announce(self._search, words)

    def _show_what_can_be_done(self) -> None:
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._found))

    @Slot()
    def _escape(self) -> None:
        """Leave the search for the text; close where nothing is being searched."""
        if self._search.hasFocus():
            self._search.clear()
            self._browser.setFocus()
        else:
            self.close()
