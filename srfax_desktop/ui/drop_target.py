# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Takes files and texts that are dragged onto a window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent

from srfax_desktop.ui.drop_hint import DropHint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.ui.theme import Theme

READABLE = frozenset({".csv", ".txt"})

_COPY = Qt.DropAction.CopyAction
_ENDS = (QEvent.Type.DragLeave, QEvent.Type.Drop)


@dataclass(frozen=True, slots=True)
class _Load:
    """What is being dragged. refused: names of files, or addresses, that cannot be read here."""

    files: tuple[Path, ...] = ()
    refused: tuple[str, ...] = ()
    has_text: bool = False

    @property
    def has_files(self) -> bool:
        return bool(self.files or self.refused)

    @property
    def is_welcome(self) -> bool:
        return bool(self.files) or (self.has_text and not self.refused)


class DropTarget(QObject):
    """Listens to a window, and to those of its fields that take drops themselves.

    Text that is dropped into such a field is the field's; a file is not, for there it would become a
    line with its address. What is dropped is copied, never moved: it stays where it was.
    """

    files_dropped = Signal(object)  # list[Path]
    text_dropped = Signal(str)
    files_refused = Signal(object)  # list[str]: what was dropped beside them and cannot be read here

    def __init__(self, window: QWidget, theme: Theme, fields: Iterable[QWidget] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._is_closed = False
        self._hint = DropHint(window, theme)
        window.setAcceptDrops(True)
        for each in (window, *fields):
            each.installEventFilter(self)

    def close(self) -> None:
        """Take nothing more: the program is finishing."""
        self._is_closed = True
        self._hint.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what can be brought in; leave everything else as it is."""
        if event.type() in _ENDS:
            self._hint.hide()
        if not isinstance(event, QDropEvent) or self._is_closed:
            return False
        load = _load(event.mimeData())
        is_ours = load.has_files or (load.has_text and watched is self._window)
        if not is_ours or not event.possibleActions() & _COPY:
            return False
        if event.type() is QEvent.Type.DragEnter:
            self._hint.say(welcome=load.is_welcome)
        event.setDropAction(_COPY)
        # Who refuses a drag as it enters is not told when it leaves.
        event.setAccepted(load.is_welcome or event.type() is QEvent.Type.DragEnter)
        if event.type() is QEvent.Type.Drop:
            self._hand_over(load, event.mimeData())
        return True

    def _hand_over(self, load: _Load, data: QMimeData) -> None:
        if load.files:
            self.files_dropped.emit(list(load.files))
        if load.refused:
            self.files_refused.emit(list(load.refused))
        if not load.has_files:
            self.text_dropped.emit(data.text())


def _load(data: QMimeData) -> _Load:
    files, refused = [], []
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.casefold() in READABLE:
            files.append(path)
        else:
            refused.append(url.fileName() or url.toDisplayString())
    return _Load(tuple(files), tuple(refused), data.hasText())
