# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""Brings fax IDs in from files and texts, a little at a time, so that the window never waits."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from srfax_desktop.core.import_layout import ColumnQuestion, find_layout
from srfax_desktop.core.import_report import ImportProblem, ImportReport, PartReport
from srfax_desktop.core.import_text import STEP, TextImport
from srfax_desktop.ui.column_question import ColumnDialog
from srfax_desktop.ui.pace import Pace
from srfax_desktop.ui.text_file import MOST_BYTES, FileReading, FileText

if TYPE_CHECKING:
    from collections.abc import Container, Generator, Iterable, Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from srfax_desktop.core.fax import FaxId
    from srfax_desktop.core.import_layout import Layout

PART = 1000
"""What `progressed` counts for each file or text, however long it is."""

LEAST, MOST = 20, 500
WORK_S = 0.006
"""What a step takes with all that listens to it, and how many lines it has at least and at most."""

_AT_ONCE_MS = 0
_WHILE_READING_MS = 15
_UNTIL_ANSWERED_MS = -1


@dataclass(frozen=True, slots=True)
class _Source:
    """A file, or else a text."""

    path: Path | None = None
    text: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        return (self.path.name or str(self.path)) if self.path else ""


class ImportRun(QObject):
    """Reads one file or text after the other; what comes while it runs waits its turn.

    It puts nothing on the list itself. What was found is handed over as it is found, and stays found
    where the rest is cancelled.
    """

    ids_found = Signal(object)  # tuple[FaxId, ...]: new ones, MOST or fewer
    progressed = Signal(int, int)  # done, total: PART for each file or text
    finished = Signal(object)  # ImportReport: all since it began to run

    def __init__(self, listed: Container[str], window: QWidget) -> None:
        super().__init__(window)
        self._listed = listed
        self._window = window
        self._waiting: deque[_Source] = deque()
        self._source: _Source | None = None
        self._work: Iterator[int] = iter(())
        self._import: TextImport | None = None
        self._dialog: ColumnDialog | None = None
        self._layout: Layout | None = None
        self._parts: list[PartReport] = []
        self._found: set[FaxId] = set()
        self._cancelling = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Whether anything is being read, asked about, or waits for it."""
        return self._source is not None or bool(self._waiting)

    def read_files(self, paths: Iterable[Path]) -> None:
        """Read these files, one after the other."""
        self._queue(_Source(path) for path in paths)

    def read_text(self, text: str) -> None:
        """Read a text that was pasted or dropped."""
        self._queue([_Source(text=text)])

    def read_mime(self, data: QMimeData) -> bool:
        """Read what was copied or dropped: files, else text. Returns False where it is neither."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.read_files(paths)
        elif data.hasText():
            self.read_text(data.text())
        return bool(paths) or data.hasText()

    @Slot()
    def cancel(self) -> None:
        """Read nothing more. `finished` follows, with what was done until now."""
        if not self.is_running:
            return
        self._cancelling = True
        if self._dialog:
            self._dialog.reject()
        self._timer.start(_AT_ONCE_MS)

    def _queue(self, sources: Iterable[_Source]) -> None:
        was_running = self.is_running
        self._waiting.extend(sources)
        if self._waiting and not was_running:
            self._timer.start(_AT_ONCE_MS)

    @Slot()
    def _step(self) -> None:
        if self._cancelling:
            self._close_all()
        elif (wait_ms := next(self._work, None)) is None:
            self._next_source()
        elif wait_ms != _UNTIL_ANSWERED_MS or self._dialog is None:
            self._timer.start(max(_AT_ONCE_MS, wait_ms))

    def _next_source(self) -> None:
        self._import = None
        if self._waiting:
            self._source = self._waiting.popleft()
            self._work = self._bring_in(self._source)
            self._timer.start(_AT_ONCE_MS)
        else:
            self._finish()

    def _finish(self) -> None:
        report = ImportReport(tuple(self._parts))
        self._source = self._import = None
        self._work = iter(())
        self._parts.clear()
        self._found.clear()
        self._cancelling = False
        self.finished.emit(report)

    def _close_all(self) -> None:
        if self._import:
            rest = self._import.done < self._import.total
            self._parts.append(self._import.report(ImportProblem.CANCELLED if rest else None))
        elif self._source:
            self._parts.append(PartReport(self._source.name, problem=ImportProblem.CANCELLED))
        for source in self._waiting:
            self._parts.append(PartReport(source.name, problem=ImportProblem.CANCELLED))
        self._waiting.clear()
        self._finish()

    def _bring_in(self, source: _Source) -> Generator[int, None, None]:
        """Bring one source in; yields how many milliseconds to wait."""
        read = yield from self._read(source)
        if read.problem:
            self._parts.append(PartReport(source.name, problem=read.problem))
            return
        layout = yield from self._find_layout(read.text, source.name)
        if layout is None:
            self._parts.append(PartReport(source.name, problem=ImportProblem.NO_COLUMN))
            return
        self._import = TextImport(read.text, layout, listed=self._listed, found=self._found, name=source.name)
        steps, pace = self._import.steps(), Pace(STEP, (LEAST, MOST), WORK_S)
        while True:
            with pace.turn():  # whoever listens is heard out within it
                fax_ids = next(steps, None)
                if fax_ids:
                    self.ids_found.emit(fax_ids)
            if fax_ids is None:
                break
            self._import.step = pace.count
            self._tell_progress(self._import)
            yield _AT_ONCE_MS
        self._parts.append(self._import.report())

    def _read(self, source: _Source) -> Generator[int, None, FileText]:
        if source.path is None:
            too_large = len(source.text) > MOST_BYTES
            return FileText(problem=ImportProblem.TOO_LARGE) if too_large else FileText(source.text)
        reading = FileReading(source.path)
        while (read := reading.answer()) is None:
            yield _WHILE_READING_MS
        return read

    def _find_layout(self, text: str, name: str) -> Generator[int, None, Layout | None]:
        layout = find_layout(text)
        yield _AT_ONCE_MS
        if not isinstance(layout, ColumnQuestion):
            return layout
        self._ask(layout, name)
        yield _UNTIL_ANSWERED_MS
        return self._layout

    def _ask(self, question: ColumnQuestion, name: str) -> None:
        self._layout = None
        self._dialog = ColumnDialog(question, name, self._window)
        self._dialog.chosen.connect(self._take_layout)
        self._dialog.finished.connect(self._take_answer)
        self._dialog.show()  # not modal: whoever is asked may have to stop a fax first

    @Slot(object)
    def _take_layout(self, layout: Layout) -> None:
        self._layout = layout

    @Slot()
    def _take_answer(self) -> None:
        if self._dialog:
            self._dialog.deleteLater()
            self._dialog = None
            self._timer.start(_AT_ONCE_MS)

    def _tell_progress(self, reading: TextImport) -> None:
        done = PART * reading.done // max(1, reading.total)
        before = len(self._parts)
        self.progressed.emit(before * PART + done, (before + 1 + len(self._waiting)) * PART)
