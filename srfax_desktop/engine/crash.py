# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
"""What happens with an error that nothing in the program was ready for: it is logged, and told once.

Whatever raises in a slot, an override of Qt's, a timer or a thread ends here, and the program goes on.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from dataclasses import field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from srfax_desktop.core.record import record
from srfax_desktop.core.told_error import kind_of, place_of, told, told_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

log = logging.getLogger(__name__)

MOST_KINDS = 100
"""So many different ones are told apart; the rest are only counted, however many there are."""

_PASS = (KeyboardInterrupt, SystemExit)
_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_REST = "the rest"
_PLAIN = "default"
"""The category that Qt does not write out."""


@record(frozen=True, slots=True)
class Trouble:
    """An error in this program. place: file and line. thread: its name.

    details: a traceback that quotes nothing, and holds no secret.
    """

    kind: str
    place: str
    thread: str
    at: datetime
    details: str = field(repr=False)


class _Tally:
    """Counts the same thing from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[Hashable, int] = {}

    def add(self, key: Hashable) -> tuple[int, bool]:
        """Return how often it came so far, and whether it is one of too many to be told apart."""
        with self._lock:
            is_rest = key not in self._counts and len(self._counts) >= MOST_KINDS
            if is_rest:
                key = _REST
            self._counts[key] = self._counts.get(key, 0) + 1
            return self._counts[key], is_rest


class CrashHook(QObject):
    """Takes every unhandled error of this process, in any thread, and what Qt complains about.

    say: told of each kind of error once, at once, in the thread that met it: for a terminal.
    redact: takes secrets out of a text; it may be changed when more of them are known.
    """

    happened = Signal(object)  # Trouble, the first of its kind

    def __init__(self, say: Callable[[Trouble], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.redact: Callable[[str], str] = str
        self.count = 0
        self._say = say
        self._errors = _Tally()
        self._complaints = _Tally()
        self._here = threading.local()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._qt_before: Callable[..., object] | None = None

    def install(self) -> None:
        """Take errors from now on."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._take_any
        threading.excepthook = self._take_of_thread
        sys.unraisablehook = self._take_unraisable
        self._qt_before = qInstallMessageHandler(self._take_complaint)

    def close(self) -> None:
        """Put everything back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)

    def take(self, error: BaseException, *, tell: bool = True) -> None:
        """Log an error, and tell of it where it is the first of its kind. Never raises.

        tell: whether the window is to hear of it.
        """
        self._calmly(partial(self._take, error, tell=tell))

    # What Python and Qt call

    def _take_any(self, kind: type[BaseException], error: BaseException, traceback: object) -> None:
        if isinstance(error, _PASS):
            self._before[0](kind, error, traceback)  # type: ignore[arg-type]
        else:
            self.take(error)

    def _take_of_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if issubclass(arguments.exc_type, _PASS):
            self._before[1](arguments)
        else:
            self.take(arguments.exc_value or arguments.exc_type())

    def _take_unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        """Take what a destructor raised: nothing that the user asked for hangs on it."""
        self.take(arguments.exc_value or arguments.exc_type(), tell=False)

    def _take_complaint(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if self._qt_before:
            self._qt_before(kind, context, text)
        self._calmly(partial(self._take_line, kind, context, text))

    # What is done with it

    def _take(self, error: BaseException, *, tell: bool) -> None:
        self.count += 1
        count, is_rest = self._errors.add((type(error), place_of(error)))
        if count > 1 or is_rest:
            if _is_told(count):
                name = _REST if is_rest else f"{kind_of(error)} in {place_of(error)}"
                self._log(logging.ERROR, "%s came %d times so far", name, count)
            return
        thread = threading.current_thread().name
        details = self.redact(told(error))
        trouble = Trouble(kind_of(error), place_of(error), thread, datetime.now(UTC), details)
        self._log(logging.ERROR, "an error that nothing was ready for:\n%s", details)
        self._say(trouble)
        if tell:
            self.happened.emit(trouble)

    def _take_line(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        category = str(context.category)
        if not self._qt_before:
            _write(text if category == _PLAIN else f"{category}: {text}")
        if level := _LEVELS.get(kind):
            self._log_complaint(level, category, text)

    def _log_complaint(self, level: int, category: str, text: str) -> None:
        count, is_rest = self._complaints.add((category, text))
        if count == 1 and not is_rest:
            self._log(level, "Qt (%s): %s", category, told_text(text))
        elif _is_told(count):
            self._log(
                level, "Qt complained %d times so far: %s", count, _REST if is_rest else told_text(text)
            )

    def _log(self, level: int, message: str, *arguments: object) -> None:
        if log.hasHandlers():  # without a log, logging would write to the terminal
            log.log(level, message, *arguments)

    def _calmly(self, work: Callable[[], None]) -> None:
        """Do it, unless it is what raised: an error of the hook's own is lost, and ends nothing."""
        if getattr(self._here, "busy", False):
            return
        self._here.busy = True
        try:
            with contextlib.suppress(Exception):
                work()
        finally:
            self._here.busy = False


def _write(line: str) -> None:
    """Write what Qt says to where it would have written it itself, where there is such a place."""
    if sys.stderr:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def _is_told(count: int) -> bool:
    """Whether a count is 10, 100, 1000 and so on: a storm leaves a few lines."""
    return count > 1 and str(count).rstrip("0") == "1"
