# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Shows the guide. It loads files of the guide's folder and nothing else, least of all from the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextCursor, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from srfax_desktop.ui.guide_files import local_path
from srfax_desktop.ui.guide_page import GuidePage, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.theme import Theme

_MARGIN = 18
_IMAGE = QTextDocument.ResourceType.ImageResource


def load(folder: Path, kind: int, url: QUrl) -> object:
    """Return a file of the guide's folder: a QImage, or bytes. Empty for any other address.

    It is never None: Qt would look for the file by itself then.
    """
    path = local_path(folder, url)
    if path is None:
        return b""
    return QImage(str(path)) if kind == _IMAGE.value else path.read_bytes()


class _Document(QTextDocument):
    """Asks nobody but `load`."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setDocumentMargin(_MARGIN)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return load(self._folder, kind, QUrl(name))


class GuideBrowser(QTextBrowser):
    """The text: to be read, searched, selected and copied by mouse and keyboard."""

    moved = Signal(int)  # the position in the text that is at the top of what is seen now

    def __init__(self, folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._theme = theme
        self._markdown = ""
        self._page = GuidePage((), {}, ())
        self._document: _Document | None = None
        self._originals: dict[str, QImage] = {}
        self._top = 0  # the position in the text that is to stay at the top when the width changes
        self._fitting = False
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._tell_moved)
        theme.changed.connect(self._lay_out_anew)

    @property
    def page(self) -> GuidePage:
        """What the text has."""
        return self._page

    def show_guide(self, markdown: str) -> None:
        """Show this text from its beginning."""
        self._markdown = markdown
        self._lay_out_anew()
        self.go_to(0)

    def go_to(self, position: int) -> None:
        """Show the line at a position in the text at the top, and put the keyboard's cursor there."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._scroll_to(position)

    def go_to_anchor(self, anchor: str) -> bool:
        """Show a place by its anchor. Returns whether the guide has one of that name."""
        position = self._page.anchors.get(anchor)
        if position is not None:
            self.go_to(position)
        return position is not None

    def mark(self, found: Sequence[tuple[int, int]]) -> None:
        """Mark what was found, each by its position and length."""
        marks = []
        for position, length in found:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(QColor(self._theme.colours.selection))
            marks.append(mark)
        self.setExtraSelections(marks)

    def select(self, position: int, length: int) -> None:
        """Select what was found, and have it in view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a file of the guide's folder; nothing for any other address."""
        return load(self._folder, kind, QUrl(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into the new width."""
        self._fitting = True
        super().resizeEvent(event)
        self._fit_pictures()
        self._fitting = False
        self._scroll_to(self._top)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._markdown:
            self._lay_out_anew()

    @Slot()
    def _lay_out_anew(self) -> None:
        top, position = self._top, self.textCursor().position()
        self._fitting = True
        self._page = GuidePage((), {}, ())
        before, document = self._document, _Document(self._folder, self)
        document.setDefaultFont(self.font())
        page = lay_out(document, self._markdown, self._theme, self.devicePixelRatioF())
        self.setDocument(document)  # only now: a text that is seen changes slowly
        self._document = document
        if before:
            before.deleteLater()
        self._page = page
        self._fit_pictures()
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._fitting = False
        self._scroll_to(top)

    def _scroll_to(self, position: int) -> None:
        self._top = position
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self._fitting = True
        self.verticalScrollBar().setValue(max(0, top - _MARGIN // 2) if position else 0)
        self._fitting = False
        self.moved.emit(position)

    def _fit_pictures(self) -> None:
        """Show no picture wider than the window, and none wider than it is: it would be blurred."""
        room = self.viewport().width() - 2 * _MARGIN
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for picture in self._page.pictures:
            original = self._original(picture.name)
            width = max(1, min(room, original.width()))
            scale = self.devicePixelRatioF()
            shown = original.scaledToWidth(
                min(round(width * scale), original.width()), Qt.TransformationMode.SmoothTransformation
            )
            self.document().addResource(_IMAGE, QUrl(picture.name), shown)
            cursor = QTextCursor(self.document())
            cursor.setPosition(picture.position)
            cursor.setPosition(picture.position + 1, QTextCursor.MoveMode.KeepAnchor)
            form = QTextImageFormat(cursor.charFormat().toImageFormat())
            form.setWidth(width)
            form.setHeight(width * original.height() / max(1, original.width()))
            cursor.setCharFormat(form)
        edit.endEditBlock()
        # Qt lays a long text out bit by bit, and would leave out what it had not come to before the change.
        self.document().documentLayout().documentSize()

    def _original(self, name: str) -> QImage:
        if name not in self._originals:
            path = local_path(self._folder, QUrl(name))
            self._originals[name] = QImage(str(path)) if path else QImage()
        return self._originals[name]

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        """Go to a place in the guide; open any other address in the browser: somebody has clicked it."""
        if url.isRelative() and not url.path():
            self.go_to_anchor(url.fragment())
        elif url.scheme() == "https":
            QDesktopServices.openUrl(url)

    @Slot()
    def _tell_moved(self) -> None:
        if not self._fitting:
            self._top = self.cursorForPosition(QPoint(_MARGIN, _MARGIN)).position()
            self.moved.emit(self._top)
